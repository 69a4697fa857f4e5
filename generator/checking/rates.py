"""Rates: a typed rate is compared with its counts, never trusted.

With both counts it must be their quotient, rounded or cut off at the decimals typed. With the base alone some whole
numerator must give it. Which base holds is said by the value's 口径; without one the catalogue's usual base is tried
first, and a finding is then only a warning.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.checking.findings import Finder
from generator.checking.ledger import Entry, Ledger
from generator.models.evaluation import attainable
from generator.models.quantity import Quantity
from generator.models.relation import Term

_WHOLE = Decimal(100)
_OF_A_WHOLE = ("满意率", "办结率", "合格率", "覆盖率", "成功率", "及时率", "回复率", "整改率", "化解率")


def check_base(entry: Entry, finder: Finder) -> bool:
    """Whether the figure's 口径, if it has one, is one of those that the catalogue has for it."""
    named, known = entry.value.base, entry.indicator.口径
    if not named:
        return True
    path = (*entry.at, "口径")
    if entry.indicator.性质 != "比率":
        finder.add("DATA019", path, (entry.at,), 指标=entry.label)
        return False
    if known and named not in known:
        finder.add("DATA017", path, (entry.at,), 指标=entry.label, 口径=named, 可用="、".join(known))
        return False
    return True


def check_rate(entry: Entry, ledger: Ledger, finder: Finder) -> None:
    """The findings about one rate whose base may be used; nothing for a figure that isn't one."""
    if entry.indicator.性质 != "比率":
        return
    named = entry.value.base
    if (entry.indicator.分子 or entry.label.endswith(_OF_A_WHOLE)) and entry.quantity.value > _WHOLE:
        finder.add("DATA006", entry.at, 指标=entry.label, 值=_printed(entry))
    bases = _bases(entry, ledger)
    if not entry.quantity.exact or not bases:
        return
    certain = named is not None or len(entry.indicator.口径) == 1
    if _zero_base(entry, bases, finder, certain=certain):
        return
    bases = {term: count for term, count in bases.items() if count}
    numerator = _count(Term(entry.indicator.分子, entry.topic), ledger) if entry.indicator.分子 else None
    if numerator is None:
        _check_attainable(entry, bases, ledger, finder, certain=certain)
    else:
        _check_quotient(entry, numerator, bases, ledger, finder, certain=certain)


def _printed(entry: Entry) -> str:
    """The rate with its sign: to leave that out is a fault of its own."""
    printed = entry.quantity.printed
    return printed if entry.quantity.percent else f"{printed}%"


def _bases(entry: Entry, ledger: Ledger) -> dict[Term, int]:
    """The bases that may be meant and that the report gives as exact whole numbers, the usual one first."""
    names = [entry.value.base] if entry.value.base else entry.indicator.口径
    counts = ((term, _count(term, ledger)) for term in (Term(name, entry.topic) for name in names))
    return {term: count for term, count in counts if count is not None}


def _count(term: Term, ledger: Ledger) -> int | None:
    figure = ledger.look_up(term)
    if not isinstance(figure, Quantity) or not figure.exact or figure.rounded or figure.value < 0:
        return None
    return int(figure.value)


def _zero_base(entry: Entry, bases: dict[Term, int], finder: Finder, *, certain: bool) -> bool:
    """Whether the rate has nothing to be a rate of."""
    term, count = next(iter(bases.items()))
    if count or not (certain or not any(bases.values())):
        return False
    finder.add("DATA005", entry.at, (("指标", term.topic, term.indicator),), 指标=entry.label, 口径=term.indicator)
    return True


def _check_quotient(
    entry: Entry, numerator: int, bases: dict[Term, int], ledger: Ledger, finder: Finder, *, certain: bool
) -> None:
    first = next(iter(bases))
    fitting = [term for term, count in bases.items() if numerator in attainable(entry.quantity, count)]
    if first in fitting:
        return
    numerator_term = Term(entry.indicator.分子, entry.topic)
    words: dict[str, Any] = {
        "指标": entry.label,
        "值": _printed(entry),
        "分子": ledger.label_with_figure(numerator_term),
        "口径": ledger.label_with_figure(first),
        "分母": first.indicator,
        "应为": _quotient(numerator, bases[first], entry.quantity),
    }
    also = (ledger.path(numerator_term), ledger.path(first))
    if certain:
        finder.add("DATA001", entry.at, also, **words)
    elif fitting:
        finder.add("DATA003", entry.at, also, **words, 合口径=fitting[0].indicator)
    else:
        finder.add("DATA002", entry.at, also, **words)


def _check_attainable(entry: Entry, bases: dict[Term, int], ledger: Ledger, finder: Finder, *, certain: bool) -> None:
    if any(attainable(entry.quantity, count) for count in bases.values()):
        return
    term, count = next(iter(bases.items()))
    finder.add(
        "DATA004" if certain else "DATA007",
        entry.at,
        (ledger.path(term),),
        指标=entry.label,
        值=_printed(entry),
        口径=ledger.label_with_figure(term),
        分母=term.indicator,
        相邻=_neighbours(entry.quantity, count),
    )


def _quotient(numerator: int, base: int, like: Quantity) -> str:
    """The rate with as many decimals as were typed, one at least."""
    places = Decimal(1).scaleb(-max(1, like.places))
    return f"{(Decimal(numerator) * 100 / base).quantize(places, ROUND_HALF_UP)}%"


def _neighbours(rate: Quantity, base: int) -> str:
    """The attainable rates on both sides of one that no whole number gives: 22/36为61.1%，23/36为63.9%."""
    below = int(rate.value * base / 100)
    near = [count for count in (below, below + 1) if 0 <= count <= base]
    return "，".join(f"{count}/{base}为{_quotient(count, base, rate)}" for count in near)
