"""The base package: every part that a profile settles, built once and kept compressed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from generator.models.style import StyleProfile
from generator.records import dataclass
from generator.writing.docx import parts
from generator.writing.docx.archive import Entry, packed
from generator.writing.docx.styles import styles_part
from generator.writing.docx.xml import element


@dataclass(frozen=True, slots=True)
class Base:
    """`head` goes before the body's part, `tail` after it.

    `section` is the body's sectPr; `imprint_section` that of an imprint on an even page of its own, without page number
    (GB/T 9704—2012 7.5).
    """

    head: tuple[Entry, ...]
    tail: tuple[Entry, ...]
    related: tuple[tuple[str, str], ...]
    section: str
    imprint_section: str


@lru_cache(maxsize=8)
def base_package(profile: StyleProfile, *, example: bool, duplex: bool = False) -> Base:
    """The constant parts of a report, with the header of an example, and with the footer of an even last page."""
    word: Mapping[str, bytes] = {
        "styles": styles_part(profile),
        "settings": parts.settings_part(profile),
        "fontTable": parts.font_table_part(profile),
        "theme/theme1": parts.theme_part(profile),
        "footer1": parts.footer_part(even=False),
        "footer2": parts.footer_part(even=True),
    }
    headers = {name: parts.header_part(profile) for name in ("header1", "header2")} if example else {}
    footers = {"footer3": parts.blank_footer_part()} if duplex else {}
    related = parts.related(example=example, duplex=duplex)
    return Base(
        head=(
            packed("[Content_Types].xml", parts.content_types(example=example, duplex=duplex)),
            packed("_rels/.rels", parts.package_relations()),
        ),
        tail=tuple(packed(f"word/{name}.xml", data) for name, data in {**word, **headers, **footers}.items()),
        related=related,
        section=_section(profile, _page_numbers(example=example), _footer_distance(profile)),
        imprint_section=_section(
            profile, f"{_blank_footers(len(related))}{_EVEN_PAGE}", _blank_footer_distance(profile)
        ),
    )


_EVEN_PAGE = '<w:type w:val="evenPage"/>'


def _section(profile: StyleProfile, head: str, footer: int) -> str:
    """The sheet, its margins and its grid; character spacing makes the 28 characters, so the grid counts lines only."""
    paper, area = profile.纸张, profile.版心
    margins = element(
        "pgMar",
        top=area.天头.twips,
        right=area.右边.twips,
        bottom=area.下边.twips,
        left=area.订口.twips,
        header=profile.示例.距纸边.twips,
        footer=footer,
        gutter=0,
    )
    return (
        f"<w:sectPr>{head}{element('pgSz', w=paper.宽.twips, h=paper.高.twips)}{margins}"
        f'<w:pgNumType w:fmt="decimal"/>{element("docGrid", type="lines", linePitch=area.行距.twips)}</w:sectPr>'
    )


def _page_numbers(*, example: bool) -> str:
    headers = _reference("header", "default", parts.HEADER_ODD) + _reference("header", "even", parts.HEADER_EVEN)
    footers = _reference("footer", "default", parts.FOOTER_ODD) + _reference("footer", "even", parts.FOOTER_EVEN)
    return (headers if example else "") + footers


def _blank_footers(last_relation: int) -> str:
    """Headers are left out, so that those of the section before go on."""
    blank = f"rId{last_relation}"
    return _reference("footer", "default", blank) + _reference("footer", "even", blank)


def _reference(kind: str, pages: str, relation: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>'


def _footer_distance(profile: StyleProfile) -> int:
    """From the edge of the paper to the foot of the page number's line, in twips.

    The dash stands in the middle of its line, and that middle is to be 距版心 below the type area.
    """
    return round(profile.版心.下边.twips - profile.页码.距版心.twips - _footer_height(profile) / 2)


def _blank_footer_distance(profile: StyleProfile) -> int:
    """So that the footer begins where the type area ends: LibreOffice loses what lies between on even pages."""
    return round(profile.版心.下边.twips - _footer_height(profile))


def _footer_height(profile: StyleProfile) -> float:
    line = profile.页码.字样.行距 or profile.版心.行距
    return line.值 * profile.页码.字样.字号.twips if line.单位 == "行" else line.twips
