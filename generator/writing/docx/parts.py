"""The parts of a Word file that are the same for every report of a profile, except the styles."""

from __future__ import annotations

from generator.models.style import StyleProfile
from generator.models.style_values import Typeface
from generator.writing.docx.names import EXAMPLE, PAGE_EVEN, PAGE_ODD
from generator.writing.docx.xml import (
    CONTENT_TYPES,
    DECLARATION,
    OFFICE_RELATION,
    RELATIONSHIPS,
    A,
    W,
    element,
    escaped,
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_CHINESE_CHARSET = "86"

_RELATED = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
)
"""Relations of the body and their targets; the first is rId1."""

_HEADERS = (("header", "header1.xml"), ("header", "header2.xml"))
FOOTER_ODD, FOOTER_EVEN, HEADER_ODD, HEADER_EVEN = "rId5", "rId6", "rId7", "rId8"


def related(*, example: bool, duplex: bool) -> tuple[tuple[str, str], ...]:
    """Relations of the body and their targets; the footer of an imprint on an even page is the last."""
    return (*_RELATED, *(_HEADERS if example else ()), *((("footer", "footer3.xml"),) if duplex else ()))


def content_types(*, example: bool, duplex: bool = False) -> bytes:
    """`[Content_Types].xml`."""
    word = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ]
    if example:
        word += [("header1", "header"), ("header2", "header")]
    if duplex:
        word.append(("footer3", "footer"))
    overrides = [(f"/word/{name}.xml", f"{_WORD}.{kind}+xml") for name, kind in word]
    overrides += [
        ("/word/theme/theme1.xml", f"{_OFFICE}.theme+xml"),
        ("/docProps/core.xml", f"{_PACKAGE}.core-properties+xml"),
        ("/docProps/app.xml", f"{_OFFICE}.extended-properties+xml"),
        ("/docProps/custom.xml", f"{_OFFICE}.custom-properties+xml"),
    ]
    defaults = [
        ("rels", f"{_PACKAGE}.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ]
    return (
        f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">'
        + "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults)
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    ).encode()


def package_relations() -> bytes:
    """`_rels/.rels`."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    targets = (
        (f"{OFFICE_RELATION}/officeDocument", "word/document.xml"),
        (core, "docProps/core.xml"),
        (f"{OFFICE_RELATION}/extended-properties", "docProps/app.xml"),
        (f"{OFFICE_RELATION}/custom-properties", "docProps/custom.xml"),
    )
    return relations(targets)


def relations(targets: tuple[tuple[str, str], ...]) -> bytes:
    """A relationships part; the ids run from rId1."""
    written = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{written}</Relationships>'.encode()


def settings_part(profile: StyleProfile) -> bytes:
    """`word/settings.xml`: odd and even pages, Word's East Asian layout, no compressed punctuation."""
    even_odd = "<w:evenAndOddHeaders/>"
    # Compressed punctuation would put 29 and 30 characters on lines that the standard fills with 28.
    spacing = '<w:characterSpacingControl w:val="doNotCompress"/>'
    east_asian = (
        "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    )
    modern = "".join(
        element("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in _COMPATIBILITY
    )
    mapping = " ".join(f'w:{name}="{value}"' for name, value in _COLOURS)
    return (
        f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{even_odd}{spacing}'
        f"<w:compat>{east_asian}{modern}</w:compat>"
        f"{element('themeFontLang', val='en-US', eastAsia=profile.语言)}<w:clrSchemeMapping {mapping}/>"
        f'<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
_COLOURS = (
    ("bg1", "light1"),
    ("t1", "dark1"),
    ("bg2", "light2"),
    ("t2", "dark2"),
    *((f"accent{number}", f"accent{number}") for number in range(1, 7)),
    ("hyperlink", "hyperlink"),
    ("followedHyperlink", "followedHyperlink"),
)


def font_table_part(profile: StyleProfile) -> bytes:
    """`word/fontTable.xml`: what a computer may use that lacks a font."""
    return f"{DECLARATION}<w:fonts {W}>{''.join(map(_font, profile.字体.all()))}</w:fonts>".encode()


def _font(face: Typeface) -> str:
    others = element("altName", val=",".join(face.替代)) if face.替代 else ""
    return (
        f'<w:font w:name="{escaped(face.名)}">{others}{element("charset", val=_CHINESE_CHARSET)}'
        f'{element("family", val=face.家族)}<w:pitch w:val="variable"/></w:font>'
    )


def footer_part(*, even: bool) -> bytes:
    """`word/footer1.xml` (odd pages) or `footer2.xml` (even pages): — 1 —."""
    style = PAGE_EVEN if even else PAGE_ODD
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{dash.format('— ')}{number}{dash.format(' —')}</w:p></w:ftr>"
    ).encode()


def blank_footer_part() -> bytes:
    """`word/footer3.xml`: no page number, for an imprint that has a page of its own."""
    return f'{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="{PAGE_EVEN}"/></w:pPr></w:p></w:ftr>'.encode()


def header_part(profile: StyleProfile) -> bytes:
    """`word/header1.xml` and `header2.xml`: the mark of an example, on every page."""
    return (
        f'{DECLARATION}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="{EXAMPLE}"/></w:pPr>'
        f"<w:r><w:t>{escaped(profile.示例.标记.文字)}</w:t></w:r></w:p></w:hdr>"
    ).encode()


def theme_part(profile: StyleProfile) -> bytes:
    """`word/theme/theme1.xml`: without it Word falls back on a theme whose Chinese is set in a Japanese font."""
    fonts = "".join(
        f'<a:{place}Font><a:latin typeface="{escaped(face.latin)}"/><a:ea typeface="{escaped(face.名)}"/>'
        f'<a:cs typeface=""/><a:font script="Hans" typeface="{escaped(face.名)}"/></a:{place}Font>'
        for place, face in (("major", profile.字体.小标宋), ("minor", profile.字体.仿宋))
    )
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _THEME_COLOURS)
    return (
        f'{DECLARATION}<a:theme {A} name="公文"><a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文">{fonts}</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>'
    ).encode()


_THEME_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "000000"),
    ("lt2", "FFFFFF"),
    ("accent1", "C00000"),
    *((f"accent{number}", f"{number * 24:02X}" * 3) for number in range(2, 7)),
    ("hlink", "0000FF"),
    ("folHlink", "800080"),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    f'<a:fmtScheme name="公文"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f'<a:ln w="6350">{_FILL}</a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
