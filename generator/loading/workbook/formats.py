"""What a number looks like in its cell: decimals, per cent, words behind it. Staff mean what they see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
    49: "@",
}  # fmt: skip
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_SHAPE = re.compile(r"[#0?,]*[#0?](?:\.([#0?]*))?(,*)%?")
_SIGNIFICANT = 15


@dataclass(frozen=True)
class NumberFormat:
    """How a number is shown. `places` is None when it is shown as exact as it is (常规)."""

    places: int | None = None
    optional: int = 0
    percent: bool = False
    behind: str = ""
    is_date: bool = False


GENERAL = NumberFormat()
_DATE = NumberFormat(is_date=True)


def format_of(number: int, codes: dict[int, str]) -> NumberFormat:
    """The format of a number format's id; `codes` are those that the workbook brings."""
    if number in codes:
        return read_format(codes[number])
    return _DATE if number in _DATES else read_format(_BUILT_IN.get(number, ""))


@lru_cache(maxsize=512)
def read_format(code: str) -> NumberFormat:
    """A format code. What isn't a plain decimal or percentage counts as 常规."""
    first = code.partition(";")[0]
    bare = _LITERAL.sub("", first)
    if re.search(r"[ymdhs年月日]", bare, re.IGNORECASE) and "general" not in bare.lower():
        return _DATE
    shape = _SHAPE.search(bare)
    if shape is None or "E" in bare.upper().replace("GENERAL", "") or "/" in bare or shape[2]:
        return GENERAL
    decimals = shape[1] or ""
    behind = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(first[first.rfind(shape[0][-1]) + 1 :]))
    return NumberFormat(
        places=len(decimals),
        optional=len(decimals) - len(decimals.rstrip("#?")),
        percent="%" in bare,
        behind=behind.strip() if re.search(r"[\u4e00-\u9fff]", behind) else "",
    )


def shown(value: float, form: NumberFormat) -> str:
    """The number as its cell shows it, without thousands marks."""
    exact = exactly(value)
    if form.places is None:
        return plain(exact)
    worth = exact * 100 if form.percent else exact
    text = f"{worth.quantize(Decimal(1).scaleb(-form.places), ROUND_HALF_UP):f}"
    for _ in range(form.optional):
        text = text.removesuffix("0")
    return f"{text.removesuffix('.')}{'%' if form.percent else ''}{form.behind}"


def loses(value: float, form: NumberFormat) -> bool:
    """Whether the cell holds more than it shows: 3.7 that is shown as 4."""
    if form.places is None:
        return False
    worth = exactly(value) * (100 if form.percent else 1)
    return worth != worth.quantize(Decimal(1).scaleb(-form.places), ROUND_HALF_UP)


def exactly(value: float) -> Decimal:
    """The decimal number that was typed: Excel keeps fifteen digits, and 0.1+0.2 is 0.3."""
    return Decimal(f"{value:.{_SIGNIFICANT}g}")


def plain(number: Decimal) -> str:
    """Without exponent and needless noughts."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
