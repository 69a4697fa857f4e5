"""重算: a ratio of the county is worked out from the county's counts, never from the units' ratios."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from generator.diagnostics import Place
from generator.merging.case import Case, Entry
from generator.merging.sums import rate
from generator.models.quantity import Quantity
from generator.records import dataclass

_NOT_WORKED_OUT, _ABOVE_BASE = "DATA510", "DATA511"
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """The county's counts of a topic, already merged, and a cell that each rests on."""

    quantities: Mapping[str, Quantity | None]
    places: Mapping[str, Place]

    def exact(self, name: str) -> Decimal | None:
        quantity = self.quantities.get(name)
        usable = quantity is not None and quantity.exact and quantity.value >= 0
        return quantity.value if quantity is not None and usable else None


def recalculated(case: Case, counts: Counts) -> Quantity | None:
    """The ratio; where a count is missing the source's own, else none, and that is told."""
    source = case.source()
    own = case.of(source) if source is not None else _only_one(case)
    base = own.given.base if own is not None and own.given.base in case.indicator.口径 else ""
    base = case.base = base or next(iter(case.indicator.口径), "")
    numerator, whole = counts.exact(case.indicator.分子), counts.exact(base)
    if numerator is None or whole is None:
        return _own_word(case, own, base)
    case.share_all(case.givers, "参照", "由全县的分子和分母重新计算")
    if numerator > whole:
        place = counts.places.get(case.indicator.分子) or case.entries[0].given.place
        names = [case.topic.指标[name].标签 for name in (case.indicator.分子, base)]
        words = {"分子": f"{names[0]}（{numerator:f}）", "分母": f"{names[1]}（{whole:f}）"}
        case.tell(_ABOVE_BASE, place, **words)
        return None
    return rate(numerator, whole, _usual_places(case)) if whole else None


def _only_one(case: Case) -> Entry | None:
    """Of a ratio without a numerator of its own, the only unit that gave it."""
    return case.givers[0] if len(case.givers) == 1 and not case.indicator.分子 else None


def _own_word(case: Case, own: Entry | None, base: str) -> Quantity | None:
    if own is not None:
        case.share(own, "计入", "全县的分子、分母不全，用来源单位自己的数")
        case.share_all(case.givers, "参照", "")
        return own.worth
    if case.givers:
        case.share_all(case.givers, "不计", "各单位的比率不能相加")
        needed = "、".join(case.topic.指标[name].标签 for name in (case.indicator.分子, base) if name)
        case.tell(_NOT_WORKED_OUT, case.givers[0].given.place, 所需=needed or "分子和分母")
    return None


def _usual_places(case: Case) -> int:
    """The decimals that most units gave their own ratio; one at least, two at most."""
    given = Counter(e.worth.places for e in case.givers if e.worth is not None and e.worth.percent)
    usual = max(given, key=lambda places: (given[places], places), default=1)
    return min(max(usual, 1), _MOST_PLACES)
