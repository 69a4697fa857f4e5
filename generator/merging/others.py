"""What units hand in beside the catalogue's figures: data of their own, and what became of last year's promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.merging.sent import Sent
from generator.merging.teller import Teller
from generator.models.collection import OTHER_DATA, Material
from generator.models.provenance import Provenance
from generator.models.units import Units
from generator.records import dataclass

_UNANSWERED = "DATA524"
_SAME_NAME = "DATA513"
PROMISES = "上年安排"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a promise: one unit's words, or several units' joined by their short names."""

    item: str
    result: str
    reason: str
    materials: tuple[Material, ...]


def materials(
    sent: Iterable[Sent], units: Units, teller: Teller, last: Provenance | None = None
) -> tuple[Material, ...]:
    """All materials, by unit in the order given; names of other data made unique, and kept as they were (`last`).

    Unanswered promises are told.
    """
    found = [each for one in sent for each in one.materials]
    for each in found:
        if each.unanswered:
            teller.tell(_UNANSWERED, each.place, 事项=each.fields.get("事项", ""))
    data = [each for each in found if each.kind == OTHER_DATA]
    names = _unique(data, units, _owners(last))
    by_name: dict[str, list[Material]] = defaultdict(list)
    for each in data:
        by_name[_called(each)].append(each)
    for name, several in by_name.items():
        if any(names[id(each)] != name for each in several):
            called = "、".join(names[id(each)] for each in several)
            teller.tell(_SAME_NAME, several[0].place, 名称=name, 各名=called)
    return tuple(
        replace(each, fields={**each.fields, "名称": names[id(each)]}) if id(each) in names else each for each in found
    )


def _called(datum: Material) -> str:
    return datum.fields.get("名称", "")


def _owners(last: Provenance | None) -> dict[str, str]:
    """Whose datum a name was at the last collecting."""
    known = last.put_in.others if last is not None else {}
    return {name: datum.parts[0].unit for name, datum in known.items() if datum.parts}


def _unique(data: Sequence[Material], units: Units, owners: Mapping[str, str]) -> dict[int, str]:
    """A name for each: the one it had, else its own where nobody else has that, else with the unit in front."""
    often = Counter(map(_called, data))
    names: dict[int, str] = {}
    taken: set[str] = set()

    def give(each: Material, name: str) -> None:
        names[id(each)] = name
        taken.add(name)

    for each in data:
        had = (
            name for name in _possible(each, units, len(data)) if owners.get(name) == each.unit and name not in taken
        )
        if name := next(had, ""):
            give(each, name)
    for each in data:
        name = _called(each)
        if (
            id(each) not in names
            and often[name] == 1
            and owners.get(name, each.unit) == each.unit
            and name not in taken
        ):
            give(each, name)
    for each in data:
        if id(each) not in names:
            others = _possible(each, units, len(data))[1:]
            give(each, next(name for name in others if name not in taken and owners.get(name, each.unit) == each.unit))
    return names


def _possible(datum: Material, units: Units, count: int) -> list[str]:
    name = _called(datum)
    base = f"{short_name(units, datum.unit)}{name}"
    return [name, base, *(f"{base}{number}" for number in range(2, 2 * count + 3))]


def answers(found: Iterable[Material], units: Units) -> tuple[Answer, ...]:
    """The promises in the order in which units, in official order, answered them."""
    by_item: dict[str, list[Material]] = defaultdict(list)
    for each in found:
        item = each.fields.get("事项", "").strip()
        if each.kind == PROMISES and item and (each.fields.get("结果") or each.fields.get("原因")):
            by_item[item].append(each)
    return tuple(
        Answer(item, _joined(several, "结果", units), _joined(several, "原因", units), tuple(several))
        for item, several in by_item.items()
    )


def _joined(several: Sequence[Material], key: str, units: Units) -> str:
    said = [(each, text) for each in several if (text := each.fields.get(key, "").strip())]
    if len(said) == 1 and len(several) == 1:
        return said[0][1]
    return "；".join(f"{short_name(units, each.unit)}：{text.rstrip('。；')}" for each, text in said)


def short_name(units: Units, name: str) -> str:
    unit = units.units.get(name)
    return unit.简称 if unit is not None else name
