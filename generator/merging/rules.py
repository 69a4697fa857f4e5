"""How the county's figure comes about from the units' (合并), one function for each kind but 重算.

Each gives every entry its share and returns the figure; None when nothing can be said without a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from generator.merging.case import Case, Entry
from generator.merging.sums import same, total
from generator.models.quantity import Quantity
from generator.models.units import Unit

_FORECAST, _LEADER, _LEADERS, _ONE_ABOVE, _SUM_ABOVE = "DATA500", "DATA503", "DATA504", "DATA505", "DATA506"
_NO_SOURCE, _SAME_DAY, _DIFFERS = "DATA508", "DATA509", "DATA512"
_ALONE, _ADDED, _UNDECIDED = "只有一家", "求和", "未定"
_COUNTED = "以{}的数为准"


def summed(case: Case) -> Quantity | None:
    """求和: all that may count. A court's letter speaks of the whole county, and is no part beside others'."""
    givers = case.givers
    own = [entry for entry in givers if not case.by_letter(entry.unit)]
    if own:
        case.share_all([e for e in givers if case.by_letter(e.unit)], "参照", "来函的数是全县的，不与各单位的相加")
    return _total(case, own or givers)


def led(case: Case) -> Quantity | None:
    """牵头单位: what several did together is counted by who led it. A blank tick counts only of the one who gave it."""
    leaders = [entry for entry in case.givers if entry.given.leads or _is_nothing(entry)]
    for entry in case.givers:
        if entry.given.leads is False and not _is_nothing(entry):
            case.share(entry, "不计", "不是牵头单位")
    unsaid = [entry for entry in case.givers if entry.given.leads is None and not _is_nothing(entry)]
    something = [entry for entry in case.givers if not _is_nothing(entry)]
    if len(unsaid) == 1 and len(something) == 1:
        return _total(case, unsaid)
    for entry in unsaid:
        case.share(entry, "不计", "没有写明是否牵头")
        case.tell(_LEADER, entry.given.place, 单位=case.short(entry.unit), 值=_printed(entry))
    several = [entry for entry in leaders if not _is_nothing(entry)]
    if len(several) > 1:
        names = "、".join(case.short(entry.unit) for entry in several)
        case.tell(_LEADERS, several[1].given.place, 单位=names)
    if unsaid and not several:
        case.share_all(leaders, "参照", "还有单位没有写明是否牵头")
        return None
    return _total(case, leaders)


def single(case: Case) -> Quantity | None:
    """单一来源: the source's word; all others are held against it."""
    source = case.source()
    if source is None:
        return _only(case)
    own = _answer(case, source)
    if own is not None:
        _hold_against(case, own)
    return own.worth if own is not None else None


def compared(case: Case) -> Quantity | None:
    """核对: the source's word; who else speaks for the whole county is told of where the two differ.

    A unit that fills the topic by its package speaks for itself alone: its figure is a part of the county's.
    """
    source = case.source()
    if source is None:
        return _only(case)
    own = _answer(case, source)
    if own is None or own.worth is None:
        return None
    peers = [e for e in case.givers if e is not own and case.speaks_for_the_county(e.unit)]
    for entry in peers:
        if entry.worth is not None and not same(entry.worth, own.worth):
            case.tell(
                _DIFFERS,
                entry.given.place,
                单位=case.short(entry.unit),
                值=_printed(entry),
                来源=case.short(own.unit),
                来源值=_printed(own),
                处=own.given.place.in_words(),
            )
    _hold_against(case, own, leaving=peers)
    return own.worth


def newest(case: Case) -> Quantity | None:
    """最新: as of the latest day (截至, else the form's 数据截止日)."""
    if not case.givers:
        return None
    last = max(_day(entry) for entry in case.givers)
    latest = [entry for entry in case.givers if _day(entry) == last]
    source = case.source()
    chosen = next((e for e in latest if source is not None and e.unit == source.名称), None)
    differing = _differing(latest)
    if differing is not None:
        words = "、".join(f"{case.short(e.unit)}{_printed(e)}" for e in latest)
        case.tell(_SAME_DAY, differing.given.place, 各数=words)
    elif chosen is None:
        chosen = latest[0]
    if chosen is None:
        return None
    case.share(chosen, "计入")
    case.share_all(case.givers, "参照", "不是最新的")
    return chosen.worth


RULES: Mapping[str, Callable[[Case], Quantity | None]] = {
    "求和": summed,
    "牵头单位": led,
    "单一来源": single,
    "核对": compared,
    "最新": newest,
}


def tell_forecasts(case: Case) -> None:
    """A figure that holds a forecast must not pass for one that is final."""
    parts = [e for e in case.givers if e.given.forecast and case.is_counted(e)]
    if parts:
        names = "、".join(f"{case.short(entry.unit)}{_printed(entry)}" for entry in parts)
        case.tell(_FORECAST, parts[0].given.place, 各数=names)


def _total(case: Case, entries: list[Entry]) -> Quantity | None:
    for entry in entries:
        case.share(entry, "计入")
    found = [entry.worth for entry in entries if entry.worth is not None]
    return total(found) if found else None


def _answer(case: Case, source: Unit) -> Entry | None:
    """What the source said. When it said nothing though others did, that is noted, to be told once for a topic."""
    own = case.of(source)
    if own is None:
        if case.givers:
            case.unanswered = source
        case.share_all(case.givers, "参照", f"应由{source.简称}填")
        return None
    case.share(own, "计入")
    case.share_all(case.givers, "参照", _COUNTED.format(case.short(own.unit)))
    return own


def _only(case: Case) -> Quantity | None:
    """No source is named: a unit's own count isn't the county's without a word, nor is it when several agree."""
    if not case.givers:
        return None
    own = case.counted and not all(case.speaks_for_the_county(e.unit) or _is_nothing(e) for e in case.givers)
    if len(case.givers) == 1:
        return _alone(case, case.givers[0]) if own else _agreed(case)
    if own:
        case.unsourced = True
    if own and all(case.speaks_for_a_territory(entry.unit) for entry in case.givers):
        case.rule = _ADDED
        return _total(case, case.givers)
    differing = _differing(case.givers)
    if differing is None and not own:
        return _agreed(case)
    case.rule = _UNDECIDED
    words = "、".join(f"{case.short(e.unit)}{_printed(e)}" for e in case.givers)
    parts = [e.worth for e in case.givers if e.worth is not None and not case.speaks_for_the_county(e.unit)]
    together = f"（加起来是{total(parts).printed}）" if own and len(parts) == len(case.givers) else ""
    case.share_all(case.givers, "不计", "单位名单里没有写以谁为准")
    case.tell(_NO_SOURCE, (differing or case.givers[0]).given.place, 各数=f"{words}{together}")
    return None


def _alone(case: Case, entry: Entry) -> Quantity | None:
    """The only unit that gave a count; a town's may be the town's own."""
    case.rule, case.unsourced = _ALONE, True
    case.share(entry, "计入", "只有它填，单位名单里没有写以谁为准")
    return entry.worth


def _agreed(case: Case) -> Quantity | None:
    case.rule = _ALONE
    case.share(case.givers[0], "计入", "单位名单里没有写以谁为准，填的都相同" if len(case.givers) > 1 else "只有它填")
    case.share_all(case.givers, "参照", "与计入的数相同")
    return case.givers[0].worth


def _hold_against(case: Case, own: Entry, leaving: list[Entry] | None = None) -> None:
    """No part of the county is more than the county, nor are all its parts together."""
    if not case.counted or own.worth is None or not own.worth.exact:
        return
    others = [e for e in case.givers if e is not own and e not in (leaving or ()) and e.worth is not None]
    exact = [entry for entry in others if entry.worth is not None and entry.worth.exact]
    words = {"来源": case.short(own.unit), "来源值": _printed(own), "处": own.given.place.in_words()}
    above = [entry for entry in exact if _value(entry) > own.worth.value]
    for entry in above:
        case.tell(_ONE_ABOVE, entry.given.place, 单位=case.short(entry.unit), 值=_printed(entry), **words)
    parts = [entry for entry in exact if not case.speaks_for_the_county(entry.unit)]
    together = sum((_value(entry) for entry in parts), Decimal(0))
    if not above and len(parts) > 1 and together > own.worth.value:
        case.tell(_SUM_ABOVE, own.given.place, 和=f"{together:f}", 数=len(parts), **words)


def _differing(entries: list[Entry]) -> Entry | None:
    """The first that says something else than the first of all."""
    first = entries[0].worth
    return next((e for e in entries if first is not None and e.worth is not None and not same(e.worth, first)), None)


def _is_nothing(entry: Entry) -> bool:
    """An exact zero, which is the same whoever counts it."""
    return entry.worth is not None and entry.worth.exact and entry.worth.value == 0


def _value(entry: Entry) -> Decimal:
    return entry.worth.value if entry.worth is not None else Decimal(0)


def _day(entry: Entry) -> date:
    return entry.given.as_of or entry.sent.cutoff or date.min


def _printed(entry: Entry) -> str:
    return entry.worth.printed if entry.worth is not None else ""
