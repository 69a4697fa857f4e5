"""What is drawn on a page beside its letters: rules, pictures, shapes, text boxes."""

from __future__ import annotations

from typing import Literal

from generator.records import dataclass

DrawingKind = Literal["线", "图", "形", "框"]
"""A rule, a picture, a shape without text, a text box."""
Base = Literal["纸", "版心", "段", ""]
"""From whose upper edge a height is reckoned."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule (线): its colour in six digits, empty when that can't be told; width in twips and thickness in
    points, 0 when they can't."""

    colour: str = ""
    wide: int = 0
    thick: float = 0.0

    @property
    def red(self) -> bool:
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or shape; sizes in twips, 0 when they can't be told.

    `colour` is that of its line, or of what fills it. `floating` is one that stands beside the lines of text; `level`
    says how far below the upper edge of `base` it begins.
    """

    kind: DrawingKind
    wide: int = 0
    high: int = 0
    colour: str = ""
    thick: float = 0.0
    floating: bool = False
    level: int | None = None
    base: Base = ""


_HALF, _SHARE = 0x80, 2


def is_red(colour: str) -> bool:
    """Whether six hexadecimal digits are a red: much of it, and twice as much as green and blue."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > _HALF and red > _SHARE * max(green, blue)
