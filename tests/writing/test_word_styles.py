"""The styles as Word resolves them: along basedOn, down to the defaults, in the East Asian slot."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.shared import Mm, Pt
from support.documents import report
from support.packages import NAMES, xml
from support.profiles import gbt9704

from generator.writing.docx import write_docx

CONTENT = write_docx(report(), gbt9704())
ROOT = xml(CONTENT, "word/styles.xml")
W = f"{{{NAMES['w']}}}"
STYLES = {style.get(f"{W}styleId", ""): style for style in ROOT.iter(f"{W}style")}


def resolved(style_id: str, path: str, attribute: str = "val") -> str | None:
    """A property of a style, its own or inherited."""
    style: ET.Element | None = STYLES[style_id]
    while style is not None:
        found = style.find(path, NAMES)
        if found is not None and found.get(W + attribute) is not None:
            return found.get(W + attribute)
        base = style.find("w:basedOn", NAMES)
        style = STYLES[base.get(f"{W}val", "")] if base is not None else None
    default = ROOT.find(f"w:docDefaults//{path.rpartition('/')[2]}", NAMES)
    return None if default is None else default.get(W + attribute)


@pytest.mark.parametrize(
    ("style_id", "name", "font", "half_points", "alignment"),
    [
        ("FzTitle", "公文标题", "方正小标宋简体", "44", "center"),
        ("FzTitleWithNote", "公文标题（下有题注）", "方正小标宋简体", "44", "center"),
        ("FzHeadnote", "公文题注", "楷体_GB2312", "32", "center"),
        ("FzAddressee", "公文主送机关", "仿宋_GB2312", "32", "left"),
        ("FzBody", "公文正文", "仿宋_GB2312", "32", "both"),
        ("FzHeading1", "公文一级标题", "黑体", "32", "both"),
        ("FzHeading2", "公文二级标题", "楷体_GB2312", "32", "both"),
        ("FzHeading3", "公文三级标题", "仿宋_GB2312", "32", "both"),
        ("FzHeading4", "公文四级标题", "仿宋_GB2312", "32", "both"),
        ("FzRunIn1", "公文一级接排段", "仿宋_GB2312", "32", "both"),
        ("FzTableTitle", "公文表题", "黑体", "28", "center"),
        ("FzTableHead", "公文表头", "黑体", "24", "center"),
        ("FzTableTextRight", "公文表文（居右）", "仿宋_GB2312", "24", "right"),
        ("FzSignatureFirst", "公文署名首行", "仿宋_GB2312", "32", "right"),
        ("FzSealedFirst", "公文署名首行（用印）", "仿宋_GB2312", "32", "center"),
        ("FzNote", "公文附注", "仿宋_GB2312", "32", "left"),
        ("FzPageOdd", "公文页码（单页）", "宋体", "28", "right"),
        ("FzPageEven", "公文页码（双页）", "宋体", "28", "left"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("Fz") else "",
)
def test_text_styles(style_id: str, name: str, font: str, half_points: str, alignment: str) -> None:
    """GB/T 9704—2012 7.3 and 7.5: font, size, place; the font stands in all four slots."""
    assert resolved(style_id, "w:name") == name
    fonts = {slot: resolved(style_id, "w:rPr/w:rFonts", slot) for slot in ("eastAsia", "ascii", "hAnsi", "cs")}
    assert set(fonts.values()) == {font}
    assert (resolved(style_id, "w:rPr/w:sz"), resolved(style_id, "w:rPr/w:szCs")) == (half_points, half_points)
    assert resolved(style_id, "w:pPr/w:jc") == alignment
    assert not any(STYLES[style_id].iter(f"{W}b"))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_carry_outline_levels(level: int) -> None:
    """Own-line and run-in headings alike, so that Word's navigation shows the report; headings stay with their text."""
    for style_id in (f"FzHeading{level}", f"FzRunIn{level}"):
        assert resolved(style_id, "w:pPr/w:outlineLvl") == str(level - 1)
    assert STYLES[f"FzHeading{level}"].find("w:pPr/w:keepNext", NAMES) is not None


def test_python_docx_sees_the_same() -> None:
    """Page, margins, body and heading through another pair of eyes."""
    opened = docx.Document(io.BytesIO(CONTENT))
    page, body, title = opened.sections[0], opened.styles["公文正文"], opened.styles["公文标题"]
    assert page.top_margin == pytest.approx(Mm(37), abs=Pt(0.1))
    assert page.left_margin == pytest.approx(Mm(28), abs=Pt(0.1))
    assert page.page_width == pytest.approx(Mm(210), abs=Pt(0.1))
    assert page.page_height == pytest.approx(Mm(297), abs=Pt(0.1))
    assert body.paragraph_format.line_spacing == Pt(28.95)
    assert body.paragraph_format.first_line_indent == Pt(31.5)
    assert title.font.size == Pt(22)
    assert title.paragraph_format.space_after == Pt(28.95)


def test_pictures_are_never_cut_to_a_line() -> None:
    """Their paragraph has no exact pitch."""
    assert resolved("FzPicture", "w:pPr/w:spacing", "lineRule") == "auto"


def test_styles_for_comments_are_there() -> None:
    """Under Word's own names, so that a comment finds them."""
    names = {resolved(style_id, "w:name") for style_id in STYLES}
    assert {"annotation reference", "annotation text", "annotation subject"} <= names


def test_fonts_have_fallbacks() -> None:
    """For computers that lack 小标宋 or the GB2312 fonts."""
    fonts = {font.get(f"{W}name"): font for font in xml(CONTENT, "word/fontTable.xml")}
    assert set(fonts) == {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"}
    fallback = fonts["仿宋_GB2312"].find("w:altName", NAMES)
    assert fallback is not None
    assert (fallback.get(f"{W}val") or "").startswith("仿宋,")


def test_theme_is_chinese() -> None:
    """No Japanese font behind Word's back."""
    theme = xml(CONTENT, "word/theme/theme1.xml")
    typefaces = {
        font.get("typeface") for font in theme.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ea")
    }
    assert typefaces == {"方正小标宋简体", "仿宋_GB2312"}


def test_grid_counts_lines_only() -> None:
    """22 lines to a page; the 28 characters come from character spacing."""
    grid = xml(CONTENT).find(".//w:docGrid", NAMES)
    assert grid is not None
    assert {key.removeprefix(W): value for key, value in grid.attrib.items()} == {"type": "lines", "linePitch": "579"}
    assert resolved("FzBody", "w:rPr/w:spacing") == "-5"
    assert resolved("FzTitle", "w:rPr/w:spacing") == "0"
