"""PAGE at files as WPS writes them: theme fonts under named ones, indents given twice, page numbers in text boxes."""

from __future__ import annotations

import pytest
from support.drawings import both, text_box
from support.layout_changes import Change, found, put, replaced, several
from support.layouts import BODY, FIRST, SONG, Layout, Piece, text

DEFAULTS = (
    '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman"/></w:rPr></w:rPrDefault>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:qFormat/><w:uiPriority '
    'w:val="0"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts '
    'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
    '<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="24"/></w:rPr></w:style><w:style w:type="paragraph" '
    'w:styleId="4"><w:name w:val="footer"/><w:basedOn w:val="1"/><w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="left"/>'
    '</w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)
THEME = (
    '<a:fontScheme name="WPS"><a:majorFont><a:latin typeface="Arial Light"/><a:ea typeface=""/><a:font script="Hans" '
    'typeface="微软雅黑"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font '
    'script="Jpan" typeface="ＭＳ 明朝"/><a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme>'
)
LANGUAGE = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
SWITCHES = (
    '<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/><w:widowControl w:val="0"/>'
    '<w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/><w:snapToGrid/>'
)
DISAGREEING = 'w:left="0" w:leftChars="0" w:firstLine="480" w:firstLineChars="200"'
"""The characters count, whatever stands beside them."""


def numbered(side: str, *, size: int = 28, dashes: tuple[str, str] = ("— ", " —"), font: str = SONG) -> str:
    """A footer with the page number in a text box, in both forms."""
    properties = (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    pieces = (
        f'<w:t xml:space="preserve">{dashes[0]}</w:t>', '<w:fldChar w:fldCharType="begin"/>',
        r'<w:instrText xml:space="preserve"> PAGE  \* MERGEFORMAT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>', f'<w:t xml:space="preserve">{dashes[1]}</w:t>',
    )  # fmt: skip
    runs = "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)
    inner = f'<w:p><w:pPr><w:pStyle w:val="4"/></w:pPr>{runs}</w:p>'
    place = f'<wp:positionH relativeFrom="margin"><wp:align>{side}</wp:align></wp:positionH>'
    new = text_box(inner, high=50.8, down=0, base="paragraph").replace(
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>', place
    )
    old = (
        '<w:r><w:pict><v:shape id="_x0000_s1026" o:spid="_x0000_s1026" o:spt="202" type="#_x0000_t202" style="position:'
        f"absolute;left:0pt;margin-top:0pt;height:144pt;width:144pt;mso-position-horizontal:{side};"
        'mso-position-horizontal-relative:margin;mso-wrap-style:none;z-index:251659264" filled="f" stroked="f">'
        f'<v:textbox inset="0mm,0mm,0mm,0mm"><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
        "</w:pict></w:r>"
    )
    return f'<w:p><w:pPr><w:pStyle w:val="4"/></w:pPr>{both(new, old)}</w:p>'


def of_wps() -> Layout:
    """The right layout as WPS would have written it."""
    layout = Layout(
        defaults=DEFAULTS,
        styles=STYLES,
        theme=THEME,
        settings=LANGUAGE,
        grid='<w:docGrid w:type="lines" w:linePitch="312" w:charSpace="0"/>',
        feet={"default": numbered("outside")},
    )
    for piece in layout.pieces.values():
        piece.more += SWITCHES
        piece.runs = [
            (words, look.replace("<w:sz ", '<w:spacing w:val="-5"/><w:sz ')
             .replace('w:ascii="Times New Roman"', f'w:ascii="{BODY}"')
             .replace('w:hAnsi="Times New Roman"', f'w:hAnsi="{BODY}"'))
            for words, look in piece.runs
        ]  # fmt: skip
        if piece.indent == FIRST:
            piece.indent = DISAGREEING
    return layout


def feet(**changes: str) -> Change:
    """Other feet, and the switch that tells odd pages from even ones where there are both."""

    def change(layout: Layout) -> None:
        layout.feet = changes
        layout.settings = LANGUAGE + ("<w:evenAndOddHeaders/>" if "even" in changes else "")

    return change


CASES: list[tuple[str, Change, list[str]]] = [
    ("as it should be", several(), []),
    ("odd and even by themselves", feet(default=numbered("right"), even=numbered("left")), []),
    ("the old sign for a page number", feet(default=numbered("outside").replace(
        '<w:fldChar w:fldCharType="begin"/>', "<w:pgNum/>").replace('<w:fldChar w:fldCharType="end"/>', "").replace(
            '<w:fldChar w:fldCharType="separate"/>', "").replace(
                r'<w:instrText xml:space="preserve"> PAGE  \* MERGEFORMAT </w:instrText>', "").replace(
                    "<w:t>1</w:t>", "")), []),
    ("all in the middle", feet(default=numbered("center")), ["PAGE041"]),
    ("odd at the left", feet(default=numbered("left"), even=numbered("left")), ["PAGE041"]),
    ("bare figures", feet(default=numbered("outside", dashes=("", ""))), ["PAGE042"]),
    ("small figures", feet(default=numbered("outside", size=18)), ["PAGE043"]),
    ("another font", feet(default=numbered("outside", font="Calibri")), ["PAGE043"]),
    ("no page numbers on even pages", feet(default=numbered("right"), even="<w:p/>"), ["PAGE040"]),
    ("text without a font of its own", replaced("段", Piece(
        [(text().runs[0][0], '<w:rPr><w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr>')], indent=DISAGREEING)),
        ["PAGE020"]),
    ("first line of four small characters", put("段", indent='w:firstLine="420" w:firstLineChars="0"'), ["PAGE022"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "codes"), [(c, x) for _, c, x in CASES], ids=[name for name, _, _ in CASES])
def test_what_is_there_is_told_and_nothing_else(change: Change, codes: list[str]) -> None:
    """Each in a file of WPS."""
    layout = of_wps()
    change(layout)
    findings = found(layout)
    assert [each.code for each in findings] == codes, [each.message for each in findings]
