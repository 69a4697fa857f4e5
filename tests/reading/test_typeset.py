"""How a file is set, as Word resolves it: defaults, styles on styles, themes, switches, tables, the text itself."""

from __future__ import annotations

import pytest
from support.layouts import Layout, Piece, foot, look, run

from generator.document.typeset import Letters, Setting, Typeset
from generator.packages import PackageError
from generator.reading.typesetting.facts import read_typeset

DEFAULTS = (
    '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="{}"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{}</w:style>'
THEME = (
    '<a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface="{major}"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="{minor}"/><a:font script="Jpan" typeface="游明朝"/>'
    '<a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/></a:minorFont></a:fontScheme>'
)
MINOR = '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/></w:rPr>'


def style(name: str, properties: str = "", based: str = "", kind: str = "paragraph") -> str:
    """A style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}{properties}</w:style>'


def rpr(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>"


def ea(font: str) -> str:
    return f'<w:rFonts w:eastAsia="{font}"/>'


def made(piece: Piece | None = None, *, body: str = "", **layout: str) -> Typeset:
    """A file of one paragraph, or of any body."""
    file = Layout(pieces={"表题": piece} if piece is not None else {}, table=body, feet={})
    for key, value in layout.items():
        setattr(file, key, value)
    return read_typeset(file.docx(), "稿.docx")


def first(properties: str = "", *, styled: str = "", paragraph: str = "", **layout: str) -> Setting:
    """The only paragraph of a file: its style, its own properties and those of its run."""
    chosen = f'<w:pStyle w:val="{styled}"/>' if styled else ""
    body = f"<w:p><w:pPr>{chosen}{paragraph}</w:pPr>{run('甲', properties)}</w:p>"
    return made(body=body, pieces={"表题": _NOTHING}, **layout).settings[-1]  # type: ignore[arg-type]  # measures by name


_NOTHING = Piece([])
BASED = style("A", rpr(ea("黑体") + '<w:sz w:val="32"/>'), "a") + style("B", rpr('<w:sz w:val="44"/>'), "A")
BOLD_TWICE = style("A", rpr("<w:b/>")) + style("C", rpr("<w:b/>"), kind="character")
CIRCLE = style("A", rpr(ea("黑体")), "B") + style("B", rpr('<w:sz w:val="44"/>'), "A")
THEMED = f"{NORMAL.format('')}{style('A', MINOR, 'a')}"


@pytest.mark.parametrize(
    ("font", "size", "properties", "styled", "layout"),
    [
        ("宋体", 10.5, "", "", {}),
        ("宋体", 10.5, "", "", {"defaults": DEFAULTS.format("仿宋"), "styles": NORMAL.format(rpr(ea("宋体")))}),
        ("仿宋", 10.5, "", "missing", {"defaults": DEFAULTS.format("仿宋")}),
        ("黑体", 22.0, "", "B", {"styles": NORMAL.format(rpr(ea("仿宋"))) + BASED}),
        ("黑体", 16.0, "", "A", {"styles": NORMAL.format(rpr(ea("仿宋"))) + BASED}),
        ("楷体", 22.0, rpr(ea("楷体")), "B", {"styles": NORMAL.format("") + BASED}),
        ("楷体", 10.5, rpr('<w:rStyle w:val="C"/>'), "", {"styles": style("C", rpr(ea("楷体")), kind="character")}),
        ("黑体", 22.0, "", "A", {"styles": CIRCLE}),
        ("宋体", 10.5, rpr('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "", {}),
        ("宋体", 10.5, rpr('<w:szCs w:val="44"/>'), "", {}),
    ],
    ids=[
        "defaults", "the usual style over the defaults", "a style that isn't there", "style on style", "its base",
        "direct over styles", "character style", "styles based on each other", "Western fonts aside",
        "size of other scripts aside",
    ],
)  # fmt: skip
def test_nearest_says(font: str, size: float, properties: str, styled: str, layout: dict[str, str]) -> None:
    """Defaults, paragraph style with all it is based on, character style, the run."""
    letters = first(properties, styled=styled, **{"defaults": DEFAULTS.format("宋体"), **layout}).letters
    assert (letters.chinese.name, letters.size) == (font, size)


@pytest.mark.parametrize(
    ("name", "source", "theme", "language", "properties"),
    [
        ("等线", "主题", THEME.format(major="", minor="等线"), "", MINOR),
        ("等线", "主题", THEME.format(major="", minor=""), "zh-CN", MINOR),
        ("游明朝", "主题", THEME.format(major="", minor=""), "ja-JP", MINOR),
        ("新細明體", "主题", THEME.format(major="", minor=""), "zh-TW", MINOR),
        ("", "主题", THEME.format(major="", minor=""), "", MINOR),
        ("", "主题", "", "zh-CN", MINOR),
        ("Calibri", "主题", THEME.format(major="", minor=""), "zh-CN",
         '<w:rPr><w:rFonts w:eastAsiaTheme="minorHAnsi"/></w:rPr>'),
        ("黑体", "主题", THEME.format(major="黑体", minor=""), "",
         '<w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia"/></w:rPr>'),
        ("等线", "主题", THEME.format(major="", minor="等线"), "",
         '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:eastAsia="黑体"/></w:rPr>'),
    ],
)  # fmt: skip
def test_a_theme_gives_the_font_of_its_language(
    name: str, source: str, theme: str, language: str, properties: str
) -> None:
    """ea when it names one, else that of the script of the language in the settings; over a name in the same place."""
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>' if language else ""
    font = first(properties, theme=theme, settings=settings).letters.chinese
    assert (font.name, font.source) == (name, source)


def test_a_named_font_nearer_than_a_theme_wins() -> None:
    """And a theme nearer than a named font."""
    theme = THEME.format(major="", minor="等线")
    assert first(rpr(ea("黑体")), styled="A", styles=THEMED, theme=theme).letters.chinese.name == "黑体"
    named = f"{NORMAL.format(rpr(ea('黑体')))}{style('A', MINOR, 'a')}"
    assert first(styled="A", styles=named, theme=theme).letters.chinese.name == "等线"


@pytest.mark.parametrize(
    ("bold", "properties", "styled", "styles"),
    [
        (True, "", "A", BOLD_TWICE),
        (False, rpr('<w:rStyle w:val="C"/>'), "A", BOLD_TWICE),
        (True, rpr('<w:rStyle w:val="C"/>'), "", BOLD_TWICE),
        (True, rpr('<w:rStyle w:val="C"/><w:b/>'), "A", BOLD_TWICE),
        (False, rpr('<w:b w:val="0"/>'), "A", BOLD_TWICE),
        (True, "", "B", style("A", rpr("<w:b/>")) + style("B", rpr("<w:b/>"), "A")),
        (False, "", "B", style("A", rpr("<w:b/>")) + style("B", rpr('<w:b w:val="false"/>'), "A")),
    ],
    ids=["once", "twice is plain", "character style alone", "direct is absolute", "direct takes away",
         "a style and its base are one", "a style takes it from its base"],
)  # fmt: skip
def test_bold_in_two_kinds_of_styles_is_plain(*, bold: bool, properties: str, styled: str, styles: str) -> None:
    """Switches of paragraph and character styles turn each other round; what stands at the text holds."""
    assert first(properties, styled=styled, styles=styles).letters.bold is bold


def test_bold_by_default_stays_bold() -> None:
    """Whatever the styles turn."""
    defaults = "<w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault>"
    assert first(styled="A", styles=BOLD_TWICE, defaults=defaults).letters.bold


def test_indents_and_spacing_merge_attribute_by_attribute() -> None:
    """A paragraph that states one of them keeps the others of its style."""
    styles = style("A", '<w:pPr><w:ind w:left="200" w:firstLineChars="200"/><w:spacing w:before="100" w:line="579" '
                        'w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>')  # fmt: skip
    one = first(styled="A", styles=styles, paragraph='<w:spacing w:before="0"/><w:ind w:left="0"/>')
    assert (one.indent.left, one.indent.first_chars, one.alignment) == (0, 2.0, "both")
    assert (one.spacing.rule, one.spacing.line, one.spacing.before) == ("exact", 579, 0)


@pytest.mark.parametrize(
    ("properties", "first_line"),
    [
        ('<w:ind w:firstLine="640"/>', 640),
        ('<w:ind w:hanging="640"/>', -640),
        ('<w:ind w:firstLine="640" w:hanging="200"/>', -200),
        ('<w:ind w:firstLine="1.13cm"/>', 641),
    ],
)
def test_the_first_line(properties: str, first_line: int) -> None:
    """Indented or hanging, as a bare number or with its unit."""
    assert first(paragraph=properties).indent.first == first_line


def test_a_list_indents_and_numbers() -> None:
    """Over the style, under what stands at the paragraph."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    one = first(paragraph=listed, numbering=numbering)
    assert (one.text, one.indent.left, one.indent.first) == ("一、甲", 420, -420)
    assert first(paragraph=f'{listed}<w:ind w:left="0"/>', numbering=numbering).indent.left == 0


def _in_table(look_of_table: str) -> list[Letters]:
    styles = (
        style("T", f'{rpr(ea("楷体"))}<w:tblStylePr w:type="firstRow">{rpr("<w:b/>")}</w:tblStylePr>', kind="table")
        + style("A", rpr(ea("黑体")))
    )  # fmt: skip
    styled = f"<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr>{run('乙')}</w:p>"
    row = f"<w:tr><w:tc><w:p>{run('甲')}</w:p></w:tc><w:tc>{styled}</w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look_of_table}</w:tblPr>{row * 2}</w:tbl>'
    return [one.letters for one in made(_NOTHING, body=table, styles=styles).settings if one.row]


def test_a_table_style_stands_below_the_paragraphs() -> None:
    """Its first row may have a look of its own, where the table shows it."""
    cells = _in_table('<w:tblLook w:val="0020"/>')
    assert [cell.chinese.name for cell in cells] == ["楷体", "黑体"] * 2
    assert [cell.bold for cell in cells] == [True, True, False, False]
    assert not any(cell.bold for cell in _in_table('<w:tblLook w:firstRow="0" w:val="0020"/>'))


def test_the_sheet_and_its_feet() -> None:
    """Margins with the gutter, grid, columns; a section without footers has those of the one before."""
    file = Layout(
        columns='<w:cols w:num="2"/>',
        margins='w:top="2098" w:bottom="1984" w:left="1000" w:right="1474" w:gutter="588"',
    )
    file.pieces[
        "段"
    ].more = f'<w:sectPr><w:footerReference w:type="default" r:id="f0"/><w:pgSz {file.paper}/></w:sectPr>'
    facts = read_typeset(file.docx(), "稿.docx")
    before, last = facts.sheets
    assert (last.left, last.top, last.columns, last.grid, last.pitch) == (1588, 2098, 2, "linesAndChars", 579)
    assert (before.top, before.grid, before.columns) == (1440, "", 1)
    assert before.odd.folio is not None
    assert last.even is not None
    assert last.even.folio is not None
    assert (last.odd.folio and last.odd.folio.text, last.even.folio.place) == ("— # —", "left")
    assert {one.section for one in facts.settings} == {0, 1}


@pytest.mark.parametrize(("given", "points"), [("-842", -0.2056), ("4294966454", -0.2056), ("9999999", 0.0)])
def test_what_a_grid_of_characters_adds(given: str, points: float) -> None:
    """In 1/4096 point, also where the sign got lost; nothing where it is nonsense."""
    file = Layout(grid=f'<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{given}"/>')
    assert read_typeset(file.docx(), "稿.docx").sheets[0].char_space / 20 == pytest.approx(points, abs=0.001)


BOX = (
    '<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>{}</wp:align></wp:positionH>'
    "<a:txbx><w:txbxContent>{}</w:txbxContent></a:txbx></wp:anchor></w:drawing></w:r></w:p>"
)
FRAME = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" {}/>'


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("center", foot("center", "")),
        ("left", foot("both", "")),
        ("outside", BOX.format("outside", foot("left", ""))),
        ("center", BOX.format("center", foot("left", ""))),
        ("outside", foot("left", "", more=FRAME.format('w:xAlign="outside"'))),
        ("", foot("left", "", more=FRAME.format('w:x="4000"'))),
    ],
    ids=["paragraph", "both", "box outside", "box in the middle", "frame outside", "frame somewhere"],
)
def test_where_a_page_number_stands(place: str, content: str) -> None:
    """By its paragraph, frame or text box; where it can't be told, the place is empty."""
    folio = made(Piece([("甲", look())]), feet={"default": content}).sheets[0].odd.folio  # type: ignore[arg-type]  # feet hold elements of lxml
    assert folio is not None
    assert (folio.place, folio.text) == (place, "— # —")


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"{\\rtf1 }"])
def test_what_is_no_word_file_is_refused(raw: bytes) -> None:
    """In one way, whatever it is."""
    with pytest.raises(PackageError):
        read_typeset(raw, "稿.docx")


@pytest.mark.parametrize(
    "properties",
    [
        '<w:sz w:val="x"/>', '<w:sz w:val="1e999"/>', '<w:sz/>', '<w:color/>', '<w:spacing w:val=""/>',
        '<w:rFonts w:eastAsiaTheme="?"/>', '<w:u/>',
    ],
)  # fmt: skip
def test_nonsense_in_a_file_is_passed_over(properties: str) -> None:
    """A program may write what it likes; the default stands then."""
    assert first(rpr(properties)).letters.size == 16.0
