"""The properties of paragraphs and letters as they stand in one place of a Word file, ready to be laid over each other.

A property is a key and its value. What Word merges attribute by attribute (indents, spacing, fonts) is a key for each,
so that laying one place over another is laying one dictionary over another.
"""

from __future__ import annotations

from typing import Any

from generator.document.typeset_drawn import Rule
from generator.packages import Node
from generator.reading.typesetting.measures import half_points, switch, twips, whole

Properties = dict[str, Any]
TOGGLES = ("b", "i")
"""Properties that styles switch on and off again: two styles that say bold make plain text (17.7.3)."""

_SIDES = {"start": "left", "end": "right"}
_SWITCHES = ("keepNext", "keepLines", "pageBreakBefore", "snapToGrid", "contextualSpacing", "autoSpaceDN")
_EIGHTHS = 8  # of a point, in which borders are counted
_FONT_SLOTS = ("eastAsia", "ascii", "hAnsi")


def of_paragraph(node: Node | None) -> Properties:
    """Those of a `w:pPr`, without its section and its mark's letters."""
    found: Properties = {}
    if node is None:
        return found
    if side := node.value("jc"):
        found["jc"] = _SIDES.get(side, side)
    found |= _indents(node.first("ind")) | _spacing(node.first("spacing"))
    found |= {name: on for name in _SWITCHES if (on := switch(node.first(name))) is not None}
    if (outline := whole(node.value("outlineLvl"))) is not None:
        found["outline"] = outline
    found |= _borders(node) | _list(node.first("numPr"))
    if (frame := node.first("framePr")) is not None:
        found["frame"] = frame.attributes
    return found


def of_letters(node: Node | None) -> Properties:
    """Those of a `w:rPr`."""
    found: Properties = {}
    if node is None:
        return found
    found |= _fonts(node.first("rFonts"))
    found |= {name: on for name in (*TOGGLES, "vanish") if (on := switch(node.first(name))) is not None}
    if (size := half_points(node.value("sz"))) is not None:
        found["size"] = size
    if (colour := node.value("color")) is not None:
        found["colour"] = "" if colour.lower() == "auto" else colour.upper()
    if (gap := twips(node.value("spacing"))) is not None:
        found["gap"] = gap
    if (line := node.value("u")) is not None:
        found["u"] = line != "none"
    if (marker := node.value("highlight")) is not None:
        found["marked"] = marker != "none"
    if (raised := node.value("vertAlign")) is not None:
        found["raised"] = raised in ("superscript", "subscript")
    return found


def _fonts(node: Node | None) -> Properties:
    """A theme's font stands over a named one in the same place, and each takes the place of any from farther away."""
    found: Properties = {}
    if node is None:
        return found
    for slot in _FONT_SLOTS:
        if theme := node.attributes.get(f"{slot}Theme", ""):
            found[slot] = ("主题", theme)
        elif name := node.attributes.get(slot, ""):
            found[slot] = ("字体", name)
    if hint := node.attributes.get("hint", ""):
        found["hint"] = hint
    return found


def _indents(node: Node | None) -> Properties:
    found: Properties = {}
    if node is None:
        return found
    for name, meant in (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right")):
        _put(found, f"ind:{meant}", twips(node.attributes.get(name, "")))
        _put(found, f"ind:{meant}Chars", whole(node.attributes.get(f"{name}Chars", "")))
    # A hanging line and an indented one exclude each other; hanging wins where both are given.
    _put(found, "ind:first", twips(node.attributes.get("firstLine", "")))
    _put(found, "ind:firstChars", whole(node.attributes.get("firstLineChars", "")))
    if hanging := twips(node.attributes.get("hanging", "")):
        found["ind:first"] = -hanging
    elif "hanging" in node.attributes:
        found.setdefault("ind:first", 0)
    if hanging := whole(node.attributes.get("hangingChars", "")):
        found["ind:firstChars"] = -hanging
    return found


def _spacing(node: Node | None) -> Properties:
    found: Properties = {}
    if node is None:
        return found
    for name in ("before", "after", "line"):
        _put(found, f"space:{name}", twips(node.attributes.get(name, "")))
    for name in ("beforeLines", "afterLines"):
        _put(found, f"space:{name}", whole(node.attributes.get(name, "")))
    for name in ("beforeAutospacing", "afterAutospacing"):
        if name in node.attributes:
            found[f"space:{name}"] = node.attributes.get(name, "") not in ("0", "false", "off")
    if rule := node.attributes.get("lineRule", ""):
        found["space:rule"] = rule
    return found


def _borders(node: Node) -> Properties:
    """The rules above and below, and the colour that fills it."""
    found: Properties = {}
    if (box := node.first("pBdr")) is not None:
        found["rules"] = tuple(rule for side in ("top", "bottom") if (rule := border(box.first(side))) is not None)
    if (fill := node.value("shd", key="fill")) is not None:
        found["fill"] = "" if fill.lower() == "auto" else fill.upper()
    return found


def border(node: Node | None) -> Rule | None:
    """A border as a rule; None for one that doesn't show."""
    if node is None or node.attributes.get("val", "") in ("nil", "none", ""):
        return None
    colour = node.attributes.get("color", "auto")
    thick = (whole(node.attributes.get("sz", "")) or 0) / _EIGHTHS
    return Rule("000000" if colour.lower() == "auto" else colour.upper(), thick=thick)


def _list(node: Node | None) -> Properties:
    found: Properties = {}
    if node is not None:
        _put(found, "list", node.value("numId"))
        _put(found, "list:level", whole(node.value("ilvl")))
    return found


def _put(found: Properties, key: str, value: object) -> None:
    if value is not None:
        found[key] = value
