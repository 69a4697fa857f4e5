"""What is drawn in a file: sizes, colours and places of lines, pictures, shapes and text boxes, in both languages."""

from __future__ import annotations

import pytest
from support.drawings import (
    anchored,
    both,
    connector,
    drawn_line,
    old_line,
    old_picture,
    old_text_box,
    picture,
    shape,
    text_box,
    thin_shape,
)
from support.layouts import RULE, Layout, Piece, look, run

from generator.document.typeset import Typeset
from generator.document.typeset_drawn import Drawing, is_red
from generator.reading.typesetting.facts import read_typeset

WIDE = 8844  # 156 mm
INNER = f"<w:p>{run('甲县人民政府文件')}</w:p>"


def made(content: str) -> Typeset:
    """A file of one paragraph that holds this."""
    return read_typeset(
        Layout(pieces={"表题": Piece([("甲", look())], before=content)}, feet={}, table="").docx(), "稿.docx"
    )


def drawing(content: str) -> Drawing:
    """The only one of a file."""
    (found,) = made(content).settings[0].drawings
    return found


def old(attributes: str, name: str = "shape", inner: str = "") -> str:
    """A shape in VML."""
    return f"<w:r><w:pict><v:{name} {attributes}>{inner}</v:{name}></w:pict></w:r>"


@pytest.mark.parametrize(
    ("content", "kind", "wide", "high", "colour"),
    [
        (drawn_line(), "线", WIDE, 0, "FF0000"),
        (thin_shape(), "线", WIDE, 28, "FF0000"),
        (old_line(), "线", WIDE, 0, "FF0000"),
        (connector(), "线", WIDE, 0, "FF0000"),
        (connector(colour="#C00000 [3205]"), "线", WIDE, 0, "C00000"),
        (both(drawn_line(120), old_line(100)), "线", 6803, 0, "FF0000"),
        (picture(42, 40), "图", 2381, 2268, ""),
        (picture(156, 1), "线", WIDE, 57, ""),
        (old_picture(40, 42), "图", 2268, 2382, ""),
        (text_box(INNER), "框", WIDE, 1417, ""),
        (old_text_box(INNER), "框", WIDE, 1418, ""),
        (f"<w:r>{anchored(shape(40, 40, kind='ellipse', colour='FF0000'), 40, 40)}</w:r>", "形", 2268, 2268, "FF0000"),
        (f"<w:r>{anchored(shape(0, 90, kind='line', colour='FF0000'), 0, 90)}</w:r>", "形", 0, 5102, "FF0000"),
        ("<w:r><w:object/></w:r>", "图", 0, 0, ""),
        ("<w:r><w:drawing/></w:r>", "图", 0, 0, ""),
        (old('style="width:1.2.3pt;height:99999999999999999999pt" strokecolor="#12"'), "形", 0, 0, ""),
        (old('style="width:100px;height:1px"', "rect"), "线", 1500, 15, ""),
        (old('from="x" to="1,2,3"', "line"), "线", 15, 0, ""),
        (old('style="width:0;height:1.5pt" hr="t" fillcolor="red"', "rect"), "线", 0, 30, "FF0000"),
        ("<w:r><w:pict><v:group>" + old_line().removeprefix("<w:r><w:pict>").removesuffix("</w:pict></w:r>")
         + "</v:group></w:pict></w:r>", "线", 0, 0, "FF0000"),
    ],
)  # fmt: skip
def test_what_is_drawn(content: str, kind: str, wide: int, high: int, colour: str) -> None:
    """Sizes in twips, 0 where they can't be told; what a file keeps twice is there once."""
    found = drawing(content)
    assert (found.kind, found.colour) == (kind, colour)
    assert (found.wide, found.high) == pytest.approx((wide, high), abs=2)


@pytest.mark.parametrize(
    ("content", "level", "base"),
    [
        (text_box(INNER, down=35, base="margin"), 1984, "版心"),
        (text_box(INNER, down=72, base="page"), 4082, "纸"),
        (text_box(INNER, down=72, base="bottomMargin"), None, ""),
        (old_text_box(INNER, down=35, base="margin"), 1984, "版心"),
        (old_text_box(INNER, down=35, base="text"), 1984, "段"),
    ],
)
def test_where_a_box_stands(content: str, level: int | None, base: str) -> None:
    """How far down, and from where; the text in it hangs on its paragraph and takes no room among the lines."""
    facts = made(content)
    assert (facts.settings[0].drawings[0].base, facts.boxed[0].host) == (base, 0)
    assert facts.settings[0].drawings[0].level == (None if level is None else pytest.approx(level, abs=2))
    assert [box.setting.text for box in facts.boxed] == ["甲县人民政府文件"]
    assert [one.text for one in facts.settings] == ["甲"]


def _rules(borders: str, cells: int = 2, *, table: str = "") -> list[tuple[str, int, float]]:
    """The rules of a table of one row, all cells of 4000 twips with these borders."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>{borders}</w:tcPr>{INNER}</w:tc>'
    made = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tblGrid/><w:tr>{cell * cells}</w:tr></w:tbl>"
    facts = read_typeset(Layout(pieces={"表题": Piece([])}, feet={}, table=made).docx(), "稿.docx")
    return [(rule.colour, rule.wide, rule.thick) for one in facts.settings for rule in one.rules]


LOWER = RULE.format("bottom", 8, "FF0000")


@pytest.mark.parametrize(
    ("borders", "table", "rules"),
    [
        (f"<w:tcBorders>{LOWER}</w:tcBorders>", "", [("FF0000", 8000, 1.0)]),
        ("", f"<w:tblBorders>{LOWER}</w:tblBorders>", [("FF0000", 8000, 1.0)]),
        ('<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>', f"<w:tblBorders>{LOWER}</w:tblBorders>", []),
        ("", f'<w:tblBorders>{RULE.format("top", 4, "auto")}{LOWER}</w:tblBorders>',
         [("000000", 8000, 0.5), ("FF0000", 8000, 1.0)]),
    ],
)  # fmt: skip
def test_borders_of_a_table_are_rules(borders: str, table: str, rules: list[tuple[str, int, float]]) -> None:
    """Those of cells over those of the table, side by side one rule."""
    assert _rules(borders, table=table) == rules


def test_a_row_filled_with_red_is_a_rule() -> None:
    """As some templates draw it."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr><w:p/></w:tc>'
    columns = '<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{columns}<w:tr>{cell}</w:tr></w:tbl>"
    facts = read_typeset(Layout(pieces={"表题": Piece([])}, feet={}, table=table).docx(), "稿.docx")
    assert [(rule.colour, rule.wide) for one in facts.settings for rule in one.rules] == [("FF0000", 8844)]


def test_a_group_has_a_size() -> None:
    """What is in it hasn't: it is scaled."""
    group = f"<wpg:wgp>{shape(20, 20, kind='ellipse', colour='FF0000')}{shape(9, 0, kind='line')}</wpg:wgp>"
    found = made(f"<w:r>{anchored(group, 42, 42)}</w:r>").settings[0].drawings
    assert [(one.kind, one.wide) for one in found] == [("形", 2381), ("形", 0), ("线", 0)]


@pytest.mark.parametrize(
    ("colour", "red"),
    [
        ("FF0000", True),
        ("C00000", True),
        ("E60012", True),
        ("000000", False),
        ("FF8080", False),
        ("", False),
        ("x", False),
    ],
)
def test_what_is_red(colour: str, *, red: bool) -> None:
    assert is_red(colour) is red
