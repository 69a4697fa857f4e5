"""The plain text: everything the Word file prints, in its order."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documents import DAY, TITLE, document, paragraph, report, section, table, text
from support.formal import oral, upward
from support.packages import paragraphs
from support.profiles import gbt9704

from generator.document.blocks import (
    Annex,
    AnnexNote,
    Block,
    Cell,
    Headnote,
    Image,
    Imprint,
    Letterhead,
    Note,
    Point,
    Signature,
    Speaker,
    Table,
)
from generator.writing.docx import write_docx
from generator.writing.text import write_text

RULE = "─" * 28


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(TITLE, "安平县人民政府关于2025年度法治政府建设情况的报告\n", id="title in one line"),
        pytest.param(Headnote(text("（送审稿）")), "（送审稿）\n", id="headnote"),
        pytest.param(paragraph("文。"), "　　文。\n", id="paragraph"),
        pytest.param(Point(text("文。"), number="一是"), "　　一是文。\n", id="point"),
        pytest.param(Note(text("公开")), "　　（公开）\n", id="note"),
        pytest.param(section(2, "（一）", "执法", paragraph("文。")), "　　（一）执法\n　　文。\n", id="own line"),
        pytest.param(
            section(2, "（一）", "执法", paragraph("文。"), run_in=True), "　　（一）执法。文。\n", id="run-in heading"
        ),
        pytest.param(section(1, "", None, paragraph("文。")), "　　文。\n", id="section without heading"),
        pytest.param(Image(Path("图.png"), text("流程")), "〔图：流程〕\n", id="picture"),
        pytest.param(Signature((text("甲"), text("乙")), DAY), f"甲\n乙\n{DAY}\n", id="signature"),
        pytest.param(Signature((text("甲"),), ""), "甲\n    年  月  日\n", id="open day"),
        pytest.param(Speaker(text("县长　张三")), "县长　张三\n", id="speaker"),
        pytest.param(
            Letterhead(("县委", "县政府"), "文件", "安委〔2026〕5号", ("张三", "李四")),
            f"县委\n县政府文件\n\n安委〔2026〕5号　　签发人：张三　李四\n{RULE}\n",
            id="letterhead",
        ),
        pytest.param(
            Letterhead(("县政府",), "", "", ()),
            f"县政府\n\n　　〔　　　〕　　号　　签发人：　　　　\n{RULE}\n",
            id="blank letterhead",
        ),
        pytest.param(AnnexNote((text("名单。"),)), "　　附件：名单\n", id="one annex"),
        pytest.param(
            AnnexNote((text("名单"), text("分工；"))), "　　附件：1.名单\n　　　　　2.分工\n", id="two annexes"
        ),
        pytest.param(Annex(text("名单"), (paragraph("文。"),)), "附件\n\n名单\n\n　　文。\n", id="annex"),
        pytest.param(Annex(text("名单"), (), number=2), "附件2\n\n名单\n", id="numbered annex"),
        pytest.param(
            Imprint(("甲", "乙"), "办公室", DAY),
            f"{RULE}\n　抄送：甲，乙。\n{RULE}\n　办公室　{DAY}印发\n{RULE}\n",
            id="imprint",
        ),
        pytest.param(Imprint(("甲",), "", ""), f"{RULE}\n　抄送：甲。\n{RULE}\n", id="copies alone"),
        pytest.param(
            Imprint((), "办公室", ""), f"{RULE}\n　办公室　    年  月  日印发\n{RULE}\n", id="imprint without day"
        ),
    ],
)
def test_blocks_become_lines(block: Block, expected: str) -> None:
    """One paragraph a line."""
    assert write_text(document(block), gbt9704()) == expected


def test_tables_stand_in_columns() -> None:
    """A Chinese character is as wide as two digits."""
    rows = ((Cell(text("处罚")), Cell(text("12"), align="右")), (Cell(text("政府采购")), Cell(text("3"), align="右")))
    head = ((Cell(text("类别")), Cell(text("件数"))),)
    assert write_text(document(Table(text("表1"), head, rows)), gbt9704()).splitlines() == [
        "表1",
        "类别      件数",
        "处罚        12",
        "政府采购     3",
    ]


def test_an_empty_document_is_an_empty_line() -> None:
    """Never an error."""
    assert write_text(document(), gbt9704()) == "\n"


def test_text_and_word_file_say_the_same() -> None:
    """Every paragraph of the Word file stands in the text, cells included."""
    made = write_text(report(), gbt9704())
    for _, words in paragraphs(write_docx(report(), gbt9704())):
        assert words.replace("\n", "") in made
    assert "表1" in write_text(document(table()), gbt9704())


def test_formal_parts_say_the_same_too() -> None:
    """Every piece of the Word file's formal parts stands in the text; a title's lines and tabs are looks."""
    made = "".join(write_text(upward(), gbt9704()).split())
    for _, words in paragraphs(write_docx(upward(), gbt9704())):
        assert "".join(words.split()) in made
    assert made.count("附件") == 3


def test_lines_of_a_headnote_stay_together() -> None:
    """The speaker right below the meeting."""
    assert "会议上\n县司法局局长　张三\n\n主任、" in write_text(oral(), gbt9704())
