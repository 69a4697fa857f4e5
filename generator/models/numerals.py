"""Chinese numerals as staff write them in figures: 二十, 两万, 百, 三千五百, 一千二百万."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {sign: worth for worth, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

NUMERAL_SIGNS = "".join((*_DIGITS, *_SMALL, *_LARGE))


def read_numeral(text: str) -> Decimal | None:
    """The worth of a Chinese numeral, or None when it isn't one.

    A bare 百, 千 or 万 is worth one of them (近百, 万余). Two digits side by side (三四十, a guess) and signs out of
    order are not numerals.
    """
    total = section = 0
    digit: int | None = None
    below_small = below_large = 10**12
    for sign in text:
        if sign in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            if _SMALL[sign] >= below_small or digit == 0:
                return None
            below_small = _SMALL[sign]
            section += (1 if digit is None else digit) * below_small
            digit = None
        elif sign in _LARGE:
            if _LARGE[sign] >= below_large:
                return None
            below_large = _LARGE[sign]
            total += _section(section, digit, opens=total == 0) * below_large
            section, digit, below_small = 0, None, 10**12
        else:
            return None
    return Decimal(total + section + (digit or 0)) if text else None


def _section(section: int, digit: int | None, *, opens: bool) -> int:
    """What stands before 万 or 亿; nothing at all counts as one at the head of a numeral only."""
    return section + (digit or 0) or (1 if opens else 0)
