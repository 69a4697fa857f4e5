"""What figures in sentences share: how a number with its unit is written, and whether a rate comes of two."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
UNIT = (
    r"(?:人次|件次|户次|场次|班次|万元|亿元|公里|工作日|件|项|个|人|名|份|条|家|户|次|场|期|起|部|处|所|支|卷|批|册|台|辆|宗|天|块|本|张|幅|副|"
    r"%)"
)
_REST = 80
_EXACT = Context(prec=100)
"""Figures that are nonsense are reckoned with too."""


def counted(name: str) -> str:
    """A number with its unit, as groups."""
    return rf"(?P<{name}>{NUMBER})(?P<{name}万>万)?(?P<{name}位>{UNIT})"


def worth(match: re.Match[str], name: str) -> Decimal:
    return Decimal(match[name].replace(",", "")) * (10000 if match[f"{name}万"] else 1)


def as_printed(number: Decimal) -> str:
    return f"{number.normalize():f}"


def gives(part: Decimal, whole: Decimal, printed: str) -> bool:
    """Whether a rate as printed is part by whole, rounded or cut off."""
    places = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    exact = part * 100 / whole
    return Decimal(printed.replace(",", "")) in (
        exact.quantize(places, ROUND_HALF_UP, _EXACT),
        exact.quantize(places, ROUND_DOWN, _EXACT),
    )


def percent(part: Decimal, whole: Decimal, printed: str) -> str:
    places = Decimal(1).scaleb(-max(1, len(printed.partition(".")[2])))
    return f"{(part * 100 / whole).quantize(places, ROUND_HALF_UP, _EXACT)}%"


def goes_on_to(text: str, at: int, missing: int, unit: str) -> bool:
    """Whether the figures of a unit that follow in the same sentence, one after another, come to what is missing."""
    rest = re.split("[。；\n]", text[at : at + _REST])[0]
    total = 0
    for figure in re.findall(rf"(?<![0-9.])([0-9]{{1,9}}){unit}", rest):
        total += int(figure)
        if total == missing:
            return True
    return False
