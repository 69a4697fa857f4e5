"""Frames (图文框), and how wide the rules are that paragraphs show."""

from __future__ import annotations

from dataclasses import replace

from generator.document.typeset import Setting, Sheet
from generator.document.typeset_drawn import Base, Drawing
from generator.reading.typesetting.measures import twips
from generator.reading.typesetting.properties import Properties

_BASES: dict[str, Base] = {"page": "纸", "margin": "版心", "text": "段"}


def frame_of(found: Properties) -> Drawing | None:
    """The frame that a paragraph stands in."""
    frame = found.get("frame")
    if frame is None:
        return None
    base = _BASES.get(frame.get("vAnchor", "page"), "")
    level = twips(frame.get("y", "")) if not frame.get("yAlign") else None
    return Drawing("框", twips(frame.get("w", "")) or 0, twips(frame.get("h", "")) or 0, floating=True,
                   level=level, base=base)  # fmt: skip


def with_widths(one: Setting, sheet: Sheet) -> Setting:
    """Borders and fills reach from the left indent to the right one; in the cells of a table that isn't known."""
    if not one.rules or one.celled:
        return one
    character = one.letters.size * 20
    room = one.frame.wide if one.frame is not None and one.frame.wide else sheet.room
    left = one.indent.left_in(character) + min(one.indent.first_in(character), 0.0)
    wide = round(room - (left + one.indent.right_in(character)) * character)
    return replace(one, rules=tuple(replace(rule, wide=rule.wide or wide) for rule in one.rules))
