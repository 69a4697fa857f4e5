"""The plain text: everything the Word file prints, in its order."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documents import DAY, TITLE, document, paragraph, report, section, table, text
from support.packages import paragraphs
from support.profiles import gbt9704

from generator.document.blocks import Block, Cell, Headnote, Image, Note, Point, Signature, Table
from generator.writing.docx import write_docx
from generator.writing.text import write_text


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
    ],
)
def test_blocks_become_lines(block: Block, expected: str) -> None:
    """One paragraph a line."""
    assert write_text(document(block)) == expected


def test_tables_stand_in_columns() -> None:
    """A Chinese character is as wide as two digits."""
    rows = ((Cell(text("处罚")), Cell(text("12"), align="右")), (Cell(text("政府采购")), Cell(text("3"), align="右")))
    head = ((Cell(text("类别")), Cell(text("件数"))),)
    assert write_text(document(Table(text("表1"), head, rows))).splitlines() == [
        "表1",
        "类别      件数",
        "处罚        12",
        "政府采购     3",
    ]


def test_an_empty_document_is_an_empty_line() -> None:
    """Never an error."""
    assert write_text(document()) == "\n"


def test_text_and_word_file_say_the_same() -> None:
    """Every paragraph of the Word file stands in the text, cells included."""
    made = write_text(report())
    for _, words in paragraphs(write_docx(report(), gbt9704())):
        assert words.replace("\n", "") in made
    assert "表1" in write_text(document(table()))
