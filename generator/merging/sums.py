"""Adding figures as staff typed them: exact in decimals, and no more certain than their parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

from generator.models.quantity import Quantity

_ABOVE = frozenset(("余", "多", "几", "有余", "以上", "逾", "超", "超过", "至少", "不少于", "不低于"))
"""Words that say: this much and something more."""
_MAGNITUDE_PLACES = {"": 0, "万": 4, "亿": 8}
_PRECISION = 60
_WHOLE = Decimal(100)


def total(quantities: Sequence[Quantity]) -> Quantity:
    """The sum, with as many decimals as the part that has most; 万 and 亿 are multiplied out.

    Approximate parts make it approximate: 余 when all of them say “and more”, else 约. A single part stays as typed.
    """
    if len(quantities) == 1:
        return quantities[0]
    places = max((_places(each) for each in quantities), default=0)
    with localcontext() as context:
        context.prec = _PRECISION
        worth = sum((each.value for each in quantities), Decimal(0)).quantize(Decimal(1).scaleb(-places))
    percent = bool(quantities) and all(each.percent for each in quantities)
    guessed = [each for each in quantities if not each.exact]
    above = bool(guessed) and all(_words(each) <= _ABOVE for each in guessed)
    before, inner = ("", "余") if above else ("约" if guessed else "", "")
    typed = f"{before}{worth:f}{inner}{'%' if percent else ''}"
    return Quantity(typed, worth, percent=percent, places=places, before=before, inner=inner)


def _places(quantity: Quantity) -> int:
    """The decimals that a figure has once 万 is multiplied out."""
    return max(0, quantity.places - _MAGNITUDE_PLACES[quantity.magnitude])


def _words(quantity: Quantity) -> set[str]:
    return {quantity.before, quantity.inner, quantity.after} - {""}


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same, however they are typed: 1.2万 and 12000, 95% and 95.0%."""
    return one.value == other.value and one.percent == other.percent and _words(one) == _words(other)


def rate(numerator: Decimal, base: Decimal, places: int) -> Quantity:
    """Numerator ÷ base in per cent, rounded half up. 100% and 0% are said only of what is exactly that."""
    if numerator in (0, base):
        return Quantity.parse("100%" if numerator else "0%")
    with localcontext() as context:
        context.prec = _PRECISION
        step = Decimal(1).scaleb(-places)
        worth = (numerator * 100 / base).quantize(step, ROUND_HALF_UP)
        if worth == _WHOLE:
            worth -= step
        elif worth == 0:
            worth += step
    return Quantity.parse(f"{worth:f}%")
