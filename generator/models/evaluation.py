"""Holding a relation against figures.

A figure typed with decimals, in 万 or in per cent stands for every number that rounds *or is cut off* to it (real
reports do both), so a side of a relation is a range, and a relation fails only when no number in the ranges satisfies
it. Approximate figures (近, 余, 以上 …) never enter: the relation is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from generator.models.quantity import Quantity
from generator.models.relation import Node, Number, Operation, Relation, Term, Total, terms_of
from generator.records import dataclass


class Missing(StrEnum):
    """Why a figure isn't there."""

    BLANK = "没有填"
    NOT_APPLICABLE = "不适用"


class Reason(StrEnum):
    """Why a relation could not be held against the figures."""

    BLANK = "没有填"
    NOT_APPLICABLE = "不适用"
    APPROXIMATE = "是约数"
    ZERO_DIVISOR = "除数为零"


Lookup = Callable[[Term], Quantity | Missing]


@dataclass(frozen=True, slots=True)
class Holds:
    """The figures satisfy the relation."""


@dataclass(frozen=True, slots=True)
class Fails:
    """The figures contradict the relation; what its sides come to, taken as typed."""

    left: Decimal
    right: Decimal


@dataclass(frozen=True, slots=True)
class Skipped:
    """The relation says nothing about these figures; `term` is the figure that stood in the way, if one did."""

    reason: Reason
    term: Term | None = None


Outcome = Holds | Fails | Skipped


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure may stand for, around what it says. An open end is not itself in the range."""

    said: Fraction
    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: Fraction) -> Range:
        return cls(value, value, value)


class _SkipError(Exception):
    def __init__(self, skipped: Skipped) -> None:
        super().__init__(skipped.reason)
        self.skipped = skipped


def evaluate(relation: Relation, lookup: Lookup) -> Outcome:
    """Hold a resolved relation against the figures that `lookup` gives."""
    try:
        left, right = _side(relation.left, lookup), _side(relation.right, lookup)
    except _SkipError as skip:
        return skip.skipped
    below, above = _may_be_below(left, right), _may_be_below(right, left)
    holds = {"=": below and above, "<=": below, ">=": above}[relation.comparison]
    return Holds() if holds else Fails(_decimal(left.said), _decimal(right.said))


def standing_for(quantity: Quantity) -> Range:
    """The numbers an exact figure may stand for: half a step below it up to, but without, a whole step above.

    Rounding reaches half a step to both sides and cutting off a whole step away from zero; an integer is itself.
    """
    said = Fraction(quantity.value)
    if not quantity.rounded:
        return Range.exactly(said)
    step = Fraction(quantity.step)
    near, far = said - step / 2, said + step
    if said < 0:
        return Range(said, said - step, said + step / 2, low_open=True)
    if said == 0:
        return Range(said, -step, step, low_open=True, high_open=True)
    return Range(said, near, far, high_open=True)


def attainable(rate: Quantity, denominator: int) -> range:
    """The whole numerators whose rate (numerator ÷ denominator × 100) rounds or is cut off to `rate`; maybe none.

    100% and 0% are taken at their word, since a report that says “全部” must mean it. A rate up to 100 takes no
    numerator above the denominator. Raises `ValueError` for an approximate rate or a denominator below 1.
    """
    if not rate.exact or denominator < 1:
        raise ValueError("约数和不是正数的分母不能倒推分子")
    if rate.value in (0, 100):
        whole = denominator if rate.value else 0
        return range(whole, whole + 1)
    around = standing_for(rate) if rate.places or rate.percent else _as_percentage(rate)
    low, high = (edge * denominator / 100 for edge in (around.low, around.high))
    first = floor(low) + 1 if around.low_open else ceil(low)
    last = ceil(high) - 1 if around.high_open else floor(high)
    if rate.value < 100:  # noqa: PLR2004 - a hundred per cent
        last = min(last, denominator)
    return range(max(first, 0), max(last, -1) + 1)


def _as_percentage(rate: Quantity) -> Range:
    """A rate typed without its % is as rounded as one with it."""
    said, step = Fraction(rate.value), Fraction(rate.step)
    return Range(said, said - step / 2, said + step, high_open=True)


def _may_be_below(one: Range, other: Range) -> bool:
    """Whether a number of `one` may be at most a number of `other`."""
    if one.low == other.high:
        return not (one.low_open or other.high_open)
    return one.low < other.high


def _decimal(value: Fraction) -> Decimal:
    """A side as a decimal with at most two places, for messages."""
    return Decimal(round(value * 100)) / 100


def _side(node: Node, lookup: Lookup) -> Range:
    """A whole side. One of whose terms none is given says nothing, however many `?` it has."""
    terms = tuple(terms_of(node))
    found = [lookup(term) for term in terms]
    if terms and not any(isinstance(figure, Quantity) for figure in found):
        missing = next(figure for figure in found if isinstance(figure, Missing))
        raise _SkipError(Skipped(Reason(missing.value), terms[0]))
    return _worth(node, lookup)


def _worth(node: Node, lookup: Lookup) -> Range:
    match node:
        case Number(value=value):
            return Range.exactly(Fraction(value))
        case Term():
            return _term(node, lookup)
        case Total(parts=parts):
            return _total(parts, lookup)
        case Operation(left=left, operator=operator, right=right):
            return _WORKINGS[operator](_worth(left, lookup), _worth(right, lookup))


def _term(term: Term, lookup: Lookup) -> Range:
    figure = lookup(term)
    if isinstance(figure, Missing):
        if term.blank_is_zero:
            return Range.exactly(Fraction(0))
        raise _SkipError(Skipped(Reason(figure.value), term))
    if not figure.exact:
        raise _SkipError(Skipped(Reason.APPROXIMATE, term))
    return standing_for(figure)


def _total(parts: tuple[Term, ...], lookup: Lookup) -> Range:
    """A Σ leaves out the parts that are 不适用, unless that leaves nothing."""
    kept = [part for part in parts if lookup(part) is not Missing.NOT_APPLICABLE]
    if not kept:
        raise _SkipError(Skipped(Reason.NOT_APPLICABLE, parts[0]))
    total = Range.exactly(Fraction(0))
    for part in kept:
        total = _plus(total, _term(part, lookup))
    return total


def _plus(one: Range, other: Range) -> Range:
    return Range(
        one.said + other.said,
        one.low + other.low,
        one.high + other.high,
        one.low_open or other.low_open,
        one.high_open or other.high_open,
    )


def _minus(one: Range, other: Range) -> Range:
    flipped = Range(-other.said, -other.high, -other.low, other.high_open, other.low_open)
    return _plus(one, flipped)


def _times(one: Range, other: Range) -> Range:
    corners = [
        (a * b, a_open or b_open)
        for a, a_open in ((one.low, one.low_open), (one.high, one.high_open))
        for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
    ]
    low, high = min(corners), max(corners, key=lambda corner: (corner[0], not corner[1]))
    return Range(one.said * other.said, low[0], high[0], low[1], high[1])


def _over(one: Range, other: Range) -> Range:
    if other.low <= 0 <= other.high:
        raise _SkipError(Skipped(Reason.ZERO_DIVISOR))
    turned = Range(1 / other.said, 1 / other.high, 1 / other.low, other.high_open, other.low_open)
    return _times(one, turned)


_WORKINGS: Mapping[str, Callable[[Range, Range], Range]] = {"+": _plus, "-": _minus, "×": _times, "÷": _over}
