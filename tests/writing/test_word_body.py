"""The body of the Word file: which block becomes which paragraph, and nothing of the text is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import OPENING, TITLE, document, paragraph, report, section, table, text
from support.packages import NAMES, paragraphs, parts, value, words, xml
from support.profiles import gbt9704

from generator.document.blocks import (
    Addressee,
    Block,
    Cell,
    Figure,
    Headnote,
    Note,
    Ordinal,
    Paragraph,
    Point,
    Table,
    Text,
    Title,
)
from generator.writing.docx import write_docx

PROFILE = gbt9704()
W = f"{{{NAMES['w']}}}"


def written(*blocks: Block) -> list[tuple[str, str]]:
    """Style and text of the paragraphs that blocks become."""
    return list(paragraphs(write_docx(document(*blocks), PROFILE)))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(Title(text("报告")), [("FzTitle", "报告")], id="title"),
        pytest.param(Headnote(text("（送审稿）")), [("FzHeadnote", "（送审稿）")], id="headnote"),
        pytest.param(Addressee(text("市政府：")), [("FzAddressee", "市政府：")], id="addressee"),
        pytest.param(paragraph("文"), [("FzBody", "文")], id="paragraph"),
        pytest.param(Point(text("抓源头。"), number="一是"), [("FzBody", "一是抓源头。")], id="point"),
        pytest.param(Note(text("此件公开发布")), [("FzNote", "（此件公开发布）")], id="note without brackets"),
        pytest.param(Note(text("（此件公开发布）")), [("FzNote", "（此件公开发布）")], id="note with brackets"),
        pytest.param(section(1, "一、", "成效"), [("FzHeading1", "一、成效")], id="level 1"),
        pytest.param(section(2, "（一）", "执法"), [("FzHeading2", "（一）执法")], id="level 2"),
        pytest.param(section(3, "1.", "许可"), [("FzHeading3", "1.许可")], id="level 3"),
        pytest.param(section(4, "（1）", "材料"), [("FzHeading4", "（1）材料")], id="level 4"),
        pytest.param(section(5, "①", "证明"), [("FzHeading4", "①证明")], id="deeper than four levels"),
        pytest.param(section(1, "", None, paragraph("文")), [("FzBody", "文")], id="section without heading"),
        pytest.param(
            section(2, "（一）", "执法", paragraph("文。"), paragraph("又。"), run_in=True),
            [("FzRunIn2", "（一）执法。文。"), ("FzBody", "又。")],
            id="run-in heading",
        ),
        pytest.param(
            section(2, "（一）", "为何执法？", paragraph("文。"), run_in=True),
            [("FzRunIn2", "（一）为何执法？文。")],
            id="run-in heading that ends itself",
        ),
        pytest.param(
            section(2, "（一）", "执法", Point(text("文。"), number="一是"), run_in=True),
            [("FzHeading2", "（一）执法"), ("FzBody", "一是文。")],
            id="run-in heading without a paragraph to run into",
        ),
    ],
)
def test_blocks_become_paragraphs(block: Block, expected: list[tuple[str, str]]) -> None:
    """Style and text."""
    assert written(block) == expected


def test_title_closes_up_to_its_headnote() -> None:
    """The blank line stands below the 题注 then, not between."""
    assert [style for style, _ in written(TITLE, Headnote(text("（送审稿）")))] == ["FzTitleWithNote", "FzHeadnote"]


def test_a_title_is_one_paragraph_of_several_lines() -> None:
    """So that it can be found and selected as a whole."""
    assert written(TITLE) == [("FzTitle", "安平县人民政府关于2025年度\n法治政府建设情况的报告")]


def test_run_in_heading_is_a_run_in_its_own_font() -> None:
    """A character style; the paragraph carries the outline level."""
    content = write_docx(document(section(2, "（一）", "执法", paragraph("文。"), run_in=True)), PROFILE)
    runs = [(value(run, "w:rPr/w:rStyle"), words(run)) for run in xml(content).iterfind(".//w:r", NAMES)]
    assert runs == [("FzRunInHeading2", "（一）执法。"), (None, "文。")]
    style = xml(content, "word/styles.xml").find(f".//w:style[@{W}styleId='FzRunIn2']", NAMES)
    assert style is not None
    assert value(style, "w:pPr/w:outlineLvl") == "1"


def test_text_and_figures_are_one_run() -> None:
    """So that Word finds “收到37件”."""
    inlines = (
        Text("收到"),
        Figure("行政复议.收到", "37"),
        Figure("行政复议.上年", role="含"),
        Text("件"),
        Ordinal("一是"),
    )
    content = write_docx(document(Paragraph(inlines)), PROFILE)
    assert [words(run) for run in xml(content).iterfind(".//w:r", NAMES)] == ["收到37件一是"]


def test_bold_is_a_style_and_never_in_headings() -> None:
    """黑体, 楷体 and 小标宋 are never made bold."""
    bold = (Text("甲"), Text("乙", bold=True))
    content = write_docx(document(Title(bold), Headnote(bold), Paragraph(bold)), PROFILE)
    strong = [words(run) for run in xml(content).iterfind(".//w:r[w:rPr]", NAMES)]
    assert strong == ["乙"]
    assert b"<w:b/>" not in parts(content)["word/document.xml"]


@pytest.mark.parametrize("mark", ["“", "”", "‘", "’", "—", "…", "·", "×", "①", "℃"])
def test_marks_that_word_takes_for_western_are_hinted(mark: str) -> None:
    """They would stand in a Western font, or at half width."""
    content = write_docx(document(paragraph(f"甲{mark}乙")), PROFILE)
    assert value(xml(content), ".//w:r/w:rPr/w:rFonts", "hint") == "eastAsia"


def test_plain_runs_carry_no_properties() -> None:
    """What needs no hint has no direct formatting at all."""
    content = write_docx(document(paragraph("甲，乙；2025年（上）。")), PROFILE)
    assert xml(content).find(".//w:rPr", NAMES) is None


ALLOWED = {
    "pPr": {"pStyle", "keepNext", "ind"},  # keepNext: the text before a signature; ind: the places of a signature
    "rPr": {"rStyle", "rFonts"},  # rFonts only as the hint
    "tcPr": {"tcW"},
    "trPr": {"cantSplit", "tblHeader"},
    "tblPr": {"tblStyle", "tblW", "tblLayout", "tblLook"},
}


def test_no_direct_formatting_where_a_style_can_carry_it() -> None:
    """Every property of the body is on the list above."""
    body = xml(write_docx(report(sealed=True), PROFILE))
    for name, allowed in ALLOWED.items():
        found = {child.tag.removeprefix(W) for properties in body.iter(W + name) for child in properties}
        assert found <= allowed, name
    assert {key for fonts in body.iter(f"{W}rFonts") for key in fonts.attrib} == {f"{W}hint"}
    indented = {value(found, "w:pStyle") for found in body.iter(f"{W}pPr") if found.find("w:ind", NAMES) is not None}
    assert indented == {"FzSealedFirst", "FzSealed"}


def test_every_style_used_exists() -> None:
    """Word would fall back on the default without a word."""
    content = write_docx(report(), PROFILE)
    known = {style.get(f"{W}styleId") for style in xml(content, "word/styles.xml").iter(f"{W}style")}
    used = {found.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for found in xml(content).iter(W + tag)}
    assert used
    assert used <= known


def test_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    """One head row, every row unbroken, columns that fill the type area."""
    body = xml(write_docx(document(table(rows=3)), PROFILE))
    rows = body.findall(".//w:tr", NAMES)
    assert [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows] == [True, False, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows)
    widths = [int(column.get(f"{W}w", "")) for column in body.iterfind(".//w:gridCol", NAMES)]
    assert sum(widths) == PROFILE.版心.宽.twips
    assert widths[4] == max(widths)


ALIGNMENTS: tuple[Literal["左", "中", "右"], ...] = ("左", "中", "右")


def test_cells_stand_as_they_are_told() -> None:
    """Left, centred, right, and as heads: by styles."""
    cells = (*(Cell(text("字"), align=side) for side in ALIGNMENTS), Cell(text("字"), head=True))
    assert [style for style, _ in written(Table((), (), (cells,)))] == [
        "FzTableText",
        "FzTableTextCentred",
        "FzTableTextRight",
        "FzTableSideHead",
        "FzTableAfter",
    ]


def test_a_table_without_rows_leaves_its_title_only() -> None:
    """An empty `w:tbl` would damage the file."""
    assert xml(write_docx(document(Table(text("表"), (), ())), PROFILE)).find(".//w:tbl", NAMES) is None


HOSTILE = "&<>\"' ]]> &amp; <w:p/> ' 甲\t乙\n丙 \x0b\x1f\ufffe" + "长" * 300 + "w" * 400


def test_hostile_text_is_text() -> None:
    """Whatever is typed stands in the file as typed; what XML forbids is left out."""
    printed = HOSTILE.replace("\t", "").translate({0x0B: None, 0x1F: None, 0xFFFE: None})
    assert written(paragraph(HOSTILE)) == [("FzBody", printed)]
    cell = Table(text(HOSTILE), (), ((Cell(text(HOSTILE)),),))
    heading = section(1, "一、", HOSTILE)
    assert "w" * 400 in "".join(words for _, words in written(Title(text(HOSTILE)), cell, heading))


@given(st.text(max_size=60))
def test_any_text_can_be_written(typed: str) -> None:
    """The file opens, and holds every character that XML can hold."""
    kept = "".join(re.findall("[\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", typed))
    assert written(paragraph(typed)) == [("FzBody", kept.replace("\t", ""))]


def _bookmarks(content: bytes) -> Iterator[tuple[str, str]]:
    body = xml(content)
    for start in body.iter(f"{W}bookmarkStart"):
        yield start.get(f"{W}name", ""), start.get(f"{W}id", "")


def test_every_block_with_an_id_is_marked() -> None:
    """Each by a bookmark of its own name, numbered apart; ends match beginnings."""
    content = write_docx(report(), PROFILE)
    marks = list(_bookmarks(content))
    assert {"段1", "节1", "节2", "节3", "节5", "段5", "点1", "表1", "节9", "节10"} <= {name for name, _ in marks}
    assert len({name for name, _ in marks}) == len({number for _, number in marks}) == len(marks)
    assert [end.get(f"{W}id") for end in xml(content).iter(f"{W}bookmarkEnd")] == [number for _, number in marks]


def test_a_bookmark_holds_its_block() -> None:
    """A section's mark its heading, a paragraph's mark its text, even where both share a line."""
    content = write_docx(
        document(section(2, "（一）", "执法", paragraph("文。", "段1"), name="节1", run_in=True)), PROFILE
    )
    (found,) = xml(content).iter(f"{W}p")
    order = [child.get(f"{W}name") or words(child) for child in found if not child.tag.endswith(("pPr", "End"))]
    assert order == ["节1", "（一）执法。", "段1", "文。"]


def test_a_section_without_heading_is_marked_as_a_whole() -> None:
    """There is no heading to mark, so the mark runs over its paragraphs."""
    content = write_docx(document(section(1, "", None, paragraph("甲"), paragraph("乙"), name="节1")), PROFILE)
    body = xml(content).find("w:body", NAMES)
    assert body is not None
    assert [child.tag.removeprefix(W) for child in body] == ["bookmarkStart", "p", "p", "bookmarkEnd", "sectPr"]


def test_the_public_version_has_no_bookmarks() -> None:
    """They would tell readers how the file was made."""
    assert list(_bookmarks(write_docx(report(bookmarks=False), PROFILE))) == []


def test_the_whole_text_arrives() -> None:
    """The opening as one example of a long paragraph with quotes."""
    assert ("FzBody", OPENING) in list(paragraphs(write_docx(report(), PROFILE)))
