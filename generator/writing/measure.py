"""How wide text is, counted in characters of its own size (字): Chinese ones 1, letters and digits a half."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width

_FULL = frozenset("WFA")  # A: quotes, dashes and the ellipsis, which are Chinese here


@lru_cache(maxsize=4096)
def _character(character: str) -> float:
    if combining(character):
        return 0.0
    return 1.0 if east_asian_width(character) in _FULL else 0.5


def width(text: str) -> float:
    """The width of a line of text in 字."""
    return sum(map(_character, text))


def points(text: str, size: float, spacing: float) -> float:
    """The width of a line set in `size` points with `spacing` points added behind every character."""
    return width(text) * size + len(text) * spacing
