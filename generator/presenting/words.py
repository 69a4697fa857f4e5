"""Where the words that a finding quotes stand: it quotes them with marks and digits in the width they should have."""

from __future__ import annotations

_HALF, _FULL = ",:;?!()％０１２３４５６７８９\n", "，：；？！（）%0123456789 "
_WIDTHS = str.maketrans(_HALF, _FULL)


def where(text: str, words: str) -> int:
    """The offset of the words in a text, whatever the width of marks and digits; -1 when they aren't there."""
    return text.translate(_WIDTHS).find(words.translate(_WIDTHS)) if words else -1
