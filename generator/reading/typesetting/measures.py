"""What the attributes of Word's XML say: switches, whole numbers, lengths."""

from __future__ import annotations

from generator.packages import Node
from generator.patterns import compile_later

_LENGTH = compile_later(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_LARGEST = 1638.0  # 磅: Word takes none larger
_OFF = ("0", "false", "off", "none")


def switch(node: Node | None) -> bool | None:
    """Whether an on-off property is on; None when it isn't there."""
    return None if node is None else node.attributes.get("val", "1") not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number; None for anything else."""
    try:
        return round(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def twips(text: str | None) -> int | None:
    """A length: twips when it is a bare number, or a number with its unit, as strict files have it."""
    if text and (found := _LENGTH.fullmatch(text)):
        return round(float(found[1]) * _TWIPS[found[2]])
    return whole(text)


def half_points(text: str | None) -> float | None:
    """A size in points from half points or from a number with its unit; None for one that Word doesn't take."""
    if text and (found := _LENGTH.fullmatch(text)):
        size = float(found[1]) * _TWIPS[found[2]] / 20
    else:
        size = (whole(text) or 0) / 2
    return size if 0 < size <= _LARGEST else None
