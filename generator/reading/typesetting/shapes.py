"""Pictures, shapes and text boxes of a run, written as DrawingML or, as WPS and old Word do, as VML."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.typeset_drawn import Base, Drawing, DrawingKind
from generator.packages import Node
from generator.patterns import compile_later
from generator.reading.typesetting.measures import twips, whole
from generator.reading.typesetting.walking import chosen

_EMU = 635  # to the twip
_THIN = 85  # 缇: a shape no higher than 1.5 mm is a rule
_LINES = ("line", "straightConnector1")
_OLD_LINES = ("#_x0000_t20", "#_x0000_t32")
_DRAWN = ("drawing", "pict", "object")
_OLD_SHAPES = ("shape", "rect", "roundrect", "oval", "line", "polyline", "curve")
_BASES: dict[str, Base] = {
    "page": "纸", "margin": "版心", "topMargin": "纸", "paragraph": "段", "line": "段", "text": "段",
}  # fmt: skip
_STYLE = compile_later(r"([\w-]+)\s*:\s*([^;]+)")
_LENGTH = compile_later(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|px)?")
_PIXEL = 15.0  # 缇
_NAMED_COLOURS = {"red": "FF0000", "black": "000000", "white": "FFFFFF", "blue": "0000FF"}


def drawings_of(run: Node) -> Iterator[tuple[Drawing, tuple[Node, ...]]]:
    """What a run holds that isn't text, each with the text boxes in it. What is kept in two forms counts once."""
    for node in run:
        if node.name == "AlternateContent":
            yield from drawings_of(chosen(node))
        elif node.name == "drawing":
            yield from _drawing(node)
        elif node.name == "pict":
            yield from _pict(node)
        elif node.name in _DRAWN:
            yield Drawing("图"), ()


def _drawing(node: Node) -> Iterator[tuple[Drawing, tuple[Node, ...]]]:
    frame = node.first("anchor") or node.first("inline")
    data = frame.first("graphic", "graphicData") if frame is not None else None
    inner = list(_leaves(data)) if data is not None else []
    if frame is None or not inner:
        yield Drawing("图", floating=frame is not None and frame.name == "anchor"), tuple(_boxes(node))
        return
    extent = frame.first("extent")
    size = _emu(extent, "cx"), _emu(extent, "cy")
    level, base = _level(frame)
    if any(grouped for _, grouped in inner):
        yield Drawing("形", *size, floating=frame.name == "anchor", level=level, base=base), ()
    for leaf, grouped in inner:
        wide, high = (0, 0) if grouped else size
        colour, thick = _stroke(leaf)
        kind = _kind_of(leaf, wide, high)
        yield Drawing(kind, wide, high, colour, thick, frame.name == "anchor", level, base), tuple(_boxes(leaf))


def _leaves(node: Node, *, grouped: bool = False) -> Iterator[tuple[Node, bool]]:
    """The pictures and shapes of a drawing, and whether they stand in a group, whose measures aren't theirs."""
    for each in node:
        if each.name in ("wgp", "grpSp", "wpc"):
            yield from _leaves(each, grouped=True)
        elif each.name == "AlternateContent":
            yield from _leaves(chosen(each), grouped=grouped)
        elif each.name in ("wsp", "pic", "cxnSp", "chart", "relIds"):
            yield each, grouped


def _kind_of(leaf: Node, wide: int, high: int) -> DrawingKind:
    if leaf.name in ("pic", "chart", "relIds"):
        return "线" if leaf.name == "pic" and _is_thin(wide, high) else "图"
    if leaf.first("txbx", "txbxContent") is not None and not _is_thin(wide, high):
        return "框"
    shape = leaf.value("spPr", "prstGeom", key="prst")
    upright = high > max(wide, _THIN)
    return "线" if (shape in _LINES and not upright) or _is_thin(wide, high) else "形"


def _is_thin(wide: int, high: int) -> bool:
    return wide > _THIN and high <= _THIN


def _stroke(leaf: Node) -> tuple[str, float]:
    """The colour of its line, or of the shape itself where that is all there is to see, and how thick the line is."""
    properties = leaf.first("spPr")
    line = properties.first("ln") if properties is not None else None
    colour = _colour(line)
    if not colour and properties is not None:
        colour = _colour(properties)
    return colour, (_whole(line, "w") / _EMU / 20 if line is not None else 0.0)


def _colour(node: Node | None) -> str:
    fill = node.first("solidFill") if node is not None else None
    for each in fill or ():
        if each.name == "srgbClr":
            return each.attributes.get("val", "").upper()
        if each.name == "prstClr":
            return _NAMED_COLOURS.get(each.attributes.get("val", ""), "")
        if each.name == "sysClr":
            return each.attributes.get("lastClr", "").upper()
    return ""


def _level(frame: Node) -> tuple[int | None, Base]:
    """How far down it stands, and from where; None where that isn't said in a length."""
    place = frame.first("positionV")
    offset = place.first("posOffset") if place is not None else None
    if place is None or offset is None or (length := whole(offset.text.strip())) is None:
        return None, ""
    base = _BASES.get(place.attributes.get("relativeFrom", ""), "")
    return (round(length / _EMU), base) if base else (None, "")


def _emu(node: Node | None, name: str) -> int:
    return round(_whole(node, name) / _EMU)


def _whole(node: Node | None, name: str) -> int:
    return (whole(node.attributes.get(name, "")) or 0) if node is not None else 0


def _pict(node: Node) -> Iterator[tuple[Drawing, tuple[Node, ...]]]:
    shapes = list(_old_shapes(node))
    if not shapes:
        yield Drawing("图"), tuple(_boxes(node))
    for shape, grouped in shapes:
        yield _old_shape(shape, grouped=grouped), tuple(_boxes(shape))


def _old_shapes(node: Node, *, grouped: bool = False) -> Iterator[tuple[Node, bool]]:
    for each in node:
        if each.name == "group":
            yield from _old_shapes(each, grouped=True)
        elif each.name in _OLD_SHAPES:
            yield each, grouped


def _old_shape(shape: Node, *, grouped: bool) -> Drawing:
    style = {key.lower(): value.strip() for key, value in _STYLE.findall(shape.attributes.get("style", ""))}
    wide, high = (_old_length(style.get(side)) or 0 for side in ("width", "height"))
    if shape.name == "line":
        (left, top), (right, bottom) = (_point(shape.attributes.get(end, "")) for end in ("from", "to"))
        wide, high = abs(right - left), abs(bottom - top)
    if grouped:
        wide = high = 0
    colour = _old_colour(shape.attributes.get("strokecolor", "")) or _old_colour(shape.attributes.get("fillcolor", ""))
    thick = (_old_length(shape.attributes.get("strokeweight")) or 0) / 20
    floating = style.get("position") == "absolute"
    base = _BASES.get(style.get("mso-position-vertical-relative", "text"), "") if floating else ""
    fixed = style.get("mso-position-vertical", "absolute") == "absolute"
    level = _old_length(style.get("margin-top")) if base and fixed else None
    return Drawing(_old_kind(shape, wide, high), wide, high, colour, thick, floating, level, base)


def _old_kind(shape: Node, wide: int, high: int) -> DrawingKind:
    if shape.first("imagedata") is not None:
        return "线" if _is_thin(wide, high) else "图"
    if shape.first("textbox", "txbxContent") is not None and not _is_thin(wide, high):
        return "框"
    a_line = shape.name == "line" or shape.attributes.get("type", "") in _OLD_LINES
    if shape.attributes.get("hr", "") in ("t", "true"):
        return "线"
    return "线" if (a_line and (high <= _THIN or wide > high)) or _is_thin(wide, high) else "形"


def _point(text: str) -> tuple[int, int]:
    across, _, down = text.partition(",")
    return _old_length(across) or 0, _old_length(down) or 0


def _old_length(text: str | None) -> int | None:
    """A length of VML in twips; a bare number counts pixels."""
    found = _LENGTH.fullmatch((text or "").strip())
    if found is None:
        return None
    if found[2] in (None, "px"):
        return round(float(found[1]) * _PIXEL)
    return twips(found[0])


def _old_colour(text: str) -> str:
    """`#f00`, `#ff0000 [3205]` or `red` as six digits; empty for any other."""
    word = text.split(" ", maxsplit=1)[0].lower()
    digits = word.removeprefix("#")
    if word.startswith("#") and len(digits) == 3:  # noqa: PLR2004 - one digit a colour
        digits = "".join(sign * 2 for sign in digits)
    return digits.upper() if word.startswith("#") and len(digits) == 6 else _NAMED_COLOURS.get(word, "")  # noqa: PLR2004 - as above


def _boxes(node: Node) -> Iterator[Node]:
    """The text boxes within, not those within other boxes."""
    for each in node:
        if each.name == "txbxContent":
            yield each
        elif each.name == "AlternateContent":
            yield from _boxes(chosen(each))
        else:
            yield from _boxes(each)
