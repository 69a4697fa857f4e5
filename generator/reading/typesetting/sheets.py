"""Sections (节): paper, margins, grid and feet, what a section leaves out taken from the one before."""

from __future__ import annotations

from generator.document.typeset import Foot, Sheet
from generator.packages import Node
from generator.reading.typesetting.feet import foot_of
from generator.reading.typesetting.measures import switch, twips, whole
from generator.reading.typesetting.parts import Parts, named
from generator.reading.typesetting.styles import Styles

_PAPER = (12240, 15840)  # 缇: what Word takes when nothing is said, American Letter
_MARGIN = 1440
_GRIDS = {"lines": "lines", "linesAndChars": "linesAndChars", "snapToChars": "linesAndChars"}
_MOST_SPACE = 100  # 磅
_FRACTION = 4096  # charSpace counts 1/4096 磅


def sheets_of(parts: Parts, sections: list[Node | None], styles: Styles) -> tuple[Sheet, ...]:
    """A sheet for every `w:sectPr`."""
    settings = parts.kind("settings")
    even = bool(switch(settings.first("evenAndOddHeaders"))) if settings is not None else False
    feet: dict[str, Foot] = {}
    made = []
    for node in sections:
        for one in named(node, "footerReference") if node is not None else ():
            part = parts.by_id(one.attributes.get("id", ""))
            feet[one.attributes.get("type", "default")] = foot_of(part, styles)
        made.append(_sheet(node or Node("sectPr", {}, 0), feet, even=even))
    return tuple(made)


def head_of(parts: Parts, sections: list[Node | None]) -> Node | None:
    """The head (页眉) of the first page, where some put the mark of the organ or the red rule."""
    section = sections[0] if sections else None
    if section is None:
        return None
    heads = {
        one.attributes.get("type", "default"): one.attributes.get("id", "") for one in named(section, "headerReference")
    }
    wanted = heads.get("first") if switch(section.first("titlePg")) else heads.get("default")
    return parts.by_id(wanted) if wanted else None


def _sheet(node: Node, feet: dict[str, Foot], *, even: bool) -> Sheet:
    size, margins, grid = (node.first(name) for name in ("pgSz", "pgMar", "docGrid"))
    width, height = (_length(size, side, usual) for side, usual in zip("wh", _PAPER, strict=True))
    gutter = _length(margins, "gutter", 0)
    return Sheet(
        width,
        height,
        abs(_length(margins, "top", _MARGIN)),
        abs(_length(margins, "bottom", _MARGIN)),
        _length(margins, "left", _MARGIN) + gutter,
        _length(margins, "right", _MARGIN),
        _length(margins, "footer", 720),
        grid=_GRIDS.get(grid.attributes.get("type", ""), "") if grid is not None else "",
        pitch=_length(grid, "linePitch", 0),
        char_space=_char_space(grid),
        columns=_columns(node),
        landscape=width > height,
        restarts=node.value("pgNumType", key="start") in ("0", "1"),
        odd=feet.get("default", Foot()),
        even=feet.get("even", Foot()) if even else None,
        first=feet.get("first", Foot()) if switch(node.first("titlePg")) else None,
    )


def _length(node: Node | None, name: str, usual: int) -> int:
    found = twips(node.attributes.get(name, "")) if node is not None else None
    return usual if found is None else found


def _char_space(grid: Node | None) -> float:
    """What a grid of characters adds to each, in twips. LibreOffice writes a negative one as if it had no sign."""
    given = whole(grid.attributes.get("charSpace", "")) if grid is not None else None
    if given is None:
        return 0.0
    signed = given - (1 << 32) if given >= 1 << 31 else given
    return signed / _FRACTION * 20 if abs(signed) < _MOST_SPACE * _FRACTION else 0.0


def _columns(node: Node) -> int:
    columns = node.first("cols")
    if columns is None:
        return 1
    return max(whole(columns.attributes.get("num", "")) or len(list(named(columns, "col"))), 1)
