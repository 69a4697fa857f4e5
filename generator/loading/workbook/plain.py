"""A sheet's XML in the plain shape that Excel, WPS, LibreOffice and openpyxl write, told in few steps.

All of `<sheetData>` must be what the patterns below allow, to the last byte: well-formed XML without comments, prefixes
or entities of its own, every cell with its address. What stands around it must be well-formed and hold no cells. A
sheet in which anything is otherwise, or is to be refused, goes the long way of `scan`. Both ways tell the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.loading.workbook.markup import MOST_DEPTH, Budget, parse
from generator.loading.workbook.refusals import RefusedError
from generator.loading.workbook.scan import Position, Scan, position, ranges, scan_sheet

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_CELL_DEPTH = 4
"""How many elements lie in one another within a plain `<sheetData>`."""
_BEGIN = re.compile(
    rb'(<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"(?: standalone="(?:yes|no)")?\?>\s*|)<worksheet[\s>]'
)
_ODD = re.compile(rb"<[!?]|<(?:[^\s<>/]*:)?(?:c|v|is|row)[\s/>]")
"""What isn't looked for around the cells."""
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6})"/>')
_LEAF = re.compile(rb"<formula[12]?>[^<]*</")
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""In UTF-8, but not in XML."""
_WAS_BLANK, _WAS_CELL = b"\0", b"\1"
"""Put where cells were, so that what stands before and behind them isn't joined."""

_BARE = rb"[^<>&\x00-\x08\x0b-\x1f]*+"
_REFERENCE = (
    rb"&(?:lt|gt|amp|quot|apos|"
    rb"#(?:10|3[2-9]|[4-9][0-9]|[1-9][0-9]{2,3}|[1-4][0-9]{4}|5[0-4][0-9]{3}|65[2-4][0-9]{2}));"
)
"""Only numbers of characters that XML has."""
_TEXT = rb"(?:&#[1-4][0-9]{4};)*+" + _BARE + rb"(?:" + _REFERENCE + _BARE + rb")*+"
_SPACE = rb'(?: xml:space="preserve")?'
_FORMULA = (
    rb'<f(?: aca="[a-z0-9]{1,5}")?(?: t="[a-z]{1,9}")?(?: ref="[A-Z0-9:]{1,21}")?(?: ca="[a-z0-9]{1,5}")?'
    rb'(?: si="[0-9]{1,6}")?' + _SPACE + rb"(?:/>|>" + _TEXT + rb"</f>)"
)
_VALUE = rb"<v" + _SPACE + rb"(?:/>|>" + _TEXT + rb"</v>)|<is><t" + _SPACE + rb"(?:/>|>" + _TEXT + rb"</t>)</is>"
_BLANK = re.compile(
    rb'<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: s="[0-9]{1,6}")?(?: t="[A-Za-z]{1,9}")?(?:/>|></c>)',
)
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?(?: t="([A-Za-z]{1,9})")?>'
    rb"(" + _FORMULA + rb")?(" + _VALUE + rb")?</c>"
)
_ROW = re.compile(rb'<row r="[1-9][0-9]{0,6}"([^<>/]*)(?:/>|>[\0\1]*</row>)')
_FULL = re.compile(rb">[^<]")
_ATTRIBUTES = re.compile(rb'(?: ([A-Za-z][A-Za-z0-9]*(?::[A-Za-z][A-Za-z0-9]*)?)="[ !#-%\'-;=?-~]*")*')
_NAME = re.compile(rb' ([A-Za-z0-9:]+)="')


def scan(name: str, xml: bytes, budget: Budget) -> Scan:
    """As `scan_sheet`, and with it where the sheet isn't plain. Raises `RefusedError`."""
    found = scan_plain(name, xml, budget)
    return scan_sheet(name, xml, budget) if found is None else found


def scan_plain(name: str, xml: bytes, budget: Budget) -> Scan | None:
    """None, and nothing taken of the budget, for a sheet that isn't plain."""
    opening, begin, end = _BEGIN.match(xml), xml.find(_OPEN), xml.rfind(_CLOSE)
    if opening is None or begin < opening.end() or end < begin:
        return None
    begin += len(_OPEN)
    inside, around = xml[begin:end], xml[opening.end(1) : begin] + xml[end:]
    elements = xml.count(b"<") - xml.count(b"</") - (opening.end(1) > 0)
    merged = _merged(around)
    if merged is None or elements > budget.left:
        return None
    without_blanks, blank = _BLANK.subn(_WAS_BLANK, inside)
    pieces = _pieces(inside, without_blanks, blank)
    if pieces is None:
        return None
    found = Scan(name, merged=merged)
    found.bare = b"<worksheet>%b%b%b</worksheet>" % (_OPEN, without_blanks.replace(_WAS_BLANK, b""), _CLOSE)
    try:
        parse(around, None, None, None)
        _tell(pieces, found)
    except RefusedError:
        return None
    budget.left -= elements
    return found


def _merged(around: bytes) -> list[tuple[Position, Position]] | None:
    """The merged cells; None for a sheet that has anything around its cells that must be looked at element by element.

    Elements don't lie deep in one another where few of them have an end tag; those of `_LEAF` hold none.
    """
    most = MOST_DEPTH - _CELL_DEPTH
    if around.count(b"</") > most and around.count(b"</") - len(_LEAF.findall(around)) >= most:
        return None
    if _ODD.search(around):
        return None
    found = _MERGED.findall(around)
    if around.count(b"mergeCell") - around.count(b"mergeCells") != len(found):
        return None
    return [ranges(each.decode("ascii")) for each in found]


def _pieces(inside: bytes, without_blanks: bytes, blank: int) -> Sequence[bytes | None] | None:
    """What `_CELL` finds, split; None when there is anything else than rows of plain cells."""
    try:
        inside.decode()
    except UnicodeDecodeError:
        return None
    pieces: Sequence[bytes | None] = _CELL.split(without_blanks)
    rest = _WAS_CELL.join(each or b"" for each in pieces[:: _CELL.groups + 1])
    rows = _ROW.split(rest)
    plain = (
        not any(rows[::2])
        and rest.count(_WAS_BLANK) == blank
        and rest.count(_WAS_CELL) == len(pieces) // (_CELL.groups + 1)
        and not any(each in inside for each in _NO_CHARACTERS)
        and all(map(_are_attributes, set(rows[1::2])))
    )
    return pieces if plain else None


@lru_cache(maxsize=1 << 10)
def _are_attributes(text: bytes) -> bool:
    """Whether a row may say this of itself behind its number: attributes in plain characters, none of them twice."""
    names = _NAME.findall(text)
    return _ATTRIBUTES.fullmatch(text) is not None and len({b"r", *names}) == len(names) + 1


def _tell(pieces: Sequence[bytes | None], found: Scan) -> None:
    """Every cell that has content. Raises `RefusedError`."""
    addresses, styles, kinds, formulas, values = (pieces[at :: _CELL.groups + 1] for at in range(1, _CELL.groups + 1))
    at = [_position(each) for each in addresses if each is not None]
    if not at:
        return
    found.reach((max(row for row, _ in at), max(column for _, column in at)))
    numbers = {style: int(style) for style in set(styles) if style is not None}
    for where, style, value in zip(at, styles, values, strict=True):
        if style is not None and value is not None and numbers[style]:
            found.formats[where] = numbers[style]
    if b"e" in kinds:
        found.errors |= {where for where, kind, value in zip(at, kinds, values, strict=True) if kind == b"e" and value}
    if any(formulas):
        calculated = [each for each in zip(at, kinds, formulas, values, strict=True) if each[2] is not None]
        found.formulas |= {where for where, *_ in calculated}
        found.uncomputed |= {
            w for w, kind, _, value in calculated if kind != b"str" and not (value and _FULL.search(value))
        }


@lru_cache(maxsize=1 << 15)
def _position(address: bytes) -> Position:
    return position(address.decode("ascii"))
