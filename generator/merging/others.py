"""What units hand in beside the catalogue's figures: data of their own, and what became of last year's promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.merging.sent import Sent
from generator.merging.teller import Teller
from generator.models.collection import OTHER_DATA, Material
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


def materials(sent: Iterable[Sent], units: Units, teller: Teller) -> tuple[Material, ...]:
    """All materials, by unit in the order given; names of other data made unique. Unanswered promises are told."""
    found = [each for one in sent for each in one.materials]
    for each in found:
        if each.unanswered:
            teller.tell(_UNANSWERED, each.place, 事项=each.fields.get("事项", ""))
    same_name: dict[str, list[Material]] = defaultdict(list)
    for each in found:
        if each.kind == OTHER_DATA:
            same_name[each.fields.get("名称", "")].append(each)
    renamed: dict[int, Material] = {}
    for name, several in same_name.items():
        if len(several) > 1:
            _rename(name, several, units, teller, renamed)
    return tuple(renamed.get(id(each), each) for each in found)


def _rename(name: str, several: Sequence[Material], units: Units, teller: Teller, renamed: dict[int, Material]) -> None:
    taken: set[str] = set()
    for each in several:
        base = f"{short_name(units, each.unit)}{name}"
        own = next(n for n in (base, *(f"{base}{number}" for number in range(2, len(several) + 2))) if n not in taken)
        taken.add(own)
        renamed[id(each)] = replace(each, fields={**each.fields, "名称": own})
    names = "、".join(renamed[id(each)].fields["名称"] for each in several)
    teller.tell(_SAME_NAME, several[0].place, 名称=name, 各名=names)


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
