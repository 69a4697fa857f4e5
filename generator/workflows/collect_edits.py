"""What else follows the units in a report: ticked statements, data of their own, what became of last year's promises.

As with figures, what people changed in the report stays, and what they deleted doesn't come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.loading.source import Source
from generator.merging.others import PROMISES, Answer
from generator.merging.sums import same
from generator.merging.teller import Teller
from generator.merging.three_way import APART, BOTH, DELETED, GONE
from generator.models.base import Path
from generator.models.collection import OTHER_DATA, Collection, Material
from generator.models.provenance import Bases, SourcedDatum, SourcedPromise
from generator.models.quantity import Quantity
from generator.writing.splice import Edit

_NOW = "指标"
_FIELDS = ("值", "单位", "截至", "依据", "备注")
_YES, _NO = "是", "否"
_SHOWN = 40


@dataclass(frozen=True)
class Beside:
    """An edit, and what it is of: a list of the report (or 声明 with its topic) and the name in it."""

    edit: Edit
    kind: str
    name: str


def edits_beside(
    source: Source, collection: Collection, answers: Sequence[Answer], put_in: Bases | None, teller: Teller
) -> list[Beside]:
    """The edits of everything but figures. `put_in` is what the report was last given."""
    base = put_in or Bases()
    follower = _Follower(source, teller)
    return [
        *_ticks(source, collection, base.ticked),
        *_other_data(follower, collection, base.others),
        *_promises(follower, answers, base.promises),
    ]


def bases_beside(
    collection: Collection, answers: Sequence[Answer], put_in: Bases | None, refused: Sequence[Beside]
) -> Bases:
    """What the report was last given, where that isn't what this collecting came to."""
    base = put_in or Bases()
    left = {(each.kind, each.name) for each in refused}
    data = {name for _, name in _data(collection)}
    promised = {each.item for each in answers}
    others = [name for name in dict.fromkeys((*data, *base.others)) if _stale(OTHER_DATA, name, data, left)]
    promises = [item for item in dict.fromkeys((*promised, *base.promises)) if _stale(PROMISES, item, promised, left)]
    return Bases(
        ticked=_base_ticks(collection, base.ticked, left),
        others={name: base.others.get(name) or SourcedDatum(value="") for name in sorted(others)},
        promises={item: base.promises.get(item) or SourcedPromise() for item in sorted(promises)},
    )


def _stale(kind: str, name: str, now: set[str], left: set[tuple[str, str]]) -> bool:
    return name not in now or (kind, name) in left


def _base_ticks(
    collection: Collection, before: Mapping[str, Sequence[str]], left: set[tuple[str, str]]
) -> dict[str, list[str]]:
    made = {}
    for topic in dict.fromkeys((*collection.ticked, *before)):
        was = set(before.get(topic, ()))
        now = set(collection.ticked.get(topic, was))
        not_put = {name for name in now | was if (topic, name) in left}
        put = (now - not_put) | (was & not_put)
        if put != set(collection.ticked.get(topic, ())):
            made[topic] = sorted(put)
    return made


def _ticks(source: Source, collection: Collection, before: Mapping[str, Sequence[str]]) -> Iterator[Beside]:
    """Of a topic that nobody spoke of this time nothing is changed."""
    for topic, now in collection.ticked.items():
        was = set(before.get(topic, ()))
        for name in sorted(now | was):
            path = (_NOW, topic, name)
            there = source.value(path) if source.has(path) else None
            if name in now and name not in was and there in (None, ""):
                yield Beside(Edit(path, _YES), topic, name)
            elif name not in now and there == _YES:
                yield Beside(Edit(path, _NO), topic, name)


def _data(collection: Collection) -> Iterator[tuple[Material, str]]:
    for each in collection.materials:
        if each.kind == OTHER_DATA:
            yield each, each.fields.get("名称", "")


def _other_data(follower: _Follower, collection: Collection, base: Mapping[str, SourcedDatum]) -> Iterator[Beside]:
    known = _records(follower.source, OTHER_DATA, "名称")
    for each, name in _data(collection):
        value, ref = each.fields.get("值", ""), f"{OTHER_DATA}.{name}"
        was = base[name].value if name in base else ""
        if name in known:
            number, record = known[name]
            edits = follower.followed((OTHER_DATA, number, "值"), ref, (record.get("值"), was, value), each)
            yield from (Beside(edit, OTHER_DATA, name) for edit in edits)
        elif was:
            follower.tell(DELETED, (OTHER_DATA,), ref, 汇总值=value)
        else:
            kept = {key: each.fields[key] for key in _FIELDS if key in each.fields}
            yield Beside(Edit((OTHER_DATA,), {"名称": name, **kept}, append=True), OTHER_DATA, name)
    given = {name for _, name in _data(collection)}
    for name, datum in base.items():
        if name not in given and name in known:
            number, record = known[name]
            follower.tell_gone((OTHER_DATA, number, "值"), f"{OTHER_DATA}.{name}", record.get("值"), datum.value)


def _promises(follower: _Follower, answers: Sequence[Answer], base: Mapping[str, SourcedPromise]) -> Iterator[Beside]:
    known = _records(follower.source, PROMISES, "事项")
    for each in answers:
        was = base.get(each.item) or SourcedPromise()
        if each.item in known:
            number, record = known[each.item]
            for key, value, old in (("结果", each.result, was.result), ("原因", each.reason, was.reason)):
                ref = f"{PROMISES}.{each.item[:_SHOWN]}.{key}"
                edits = follower.followed(
                    (PROMISES, number, key), ref, (record.get(key), old, value), each.materials[0]
                )
                yield from (Beside(edit, PROMISES, each.item) for edit in edits)
        elif each.item in base:
            follower.tell(DELETED, (PROMISES,), f"{PROMISES}.{each.item[:_SHOWN]}", 汇总值=each.result)
        else:
            said = {"事项": each.item, "结果": each.result, "原因": each.reason}
            record = {key: text for key, text in said.items() if text}
            yield Beside(Edit((PROMISES,), record, append=True), PROMISES, each.item)
    answered = {each.item for each in answers}
    for item, promise in base.items():
        if item not in answered and item in known:
            number, record = known[item]
            ref = f"{PROMISES}.{item[:_SHOWN]}"
            follower.tell_gone((PROMISES, number, "结果"), ref, record.get("结果"), promise.result)


@dataclass(frozen=True)
class _Follower:
    """Holds single values of the report against the units' as the figures are held, and tells of them alike."""

    source: Source
    teller: Teller

    def tell(self, code: str, path: Path, ref: str, **words: str) -> None:
        said = {key: f"{text[:_SHOWN]}……" if len(text) > _SHOWN else text for key, text in words.items()}
        self.teller.tell(code, self.source.place(path), 指标=ref, **said)

    def followed(self, path: Path, ref: str, three: tuple[Any, str, str], given: Material) -> Iterator[Edit]:
        """A value that is still as the last collecting left it, or blank, becomes the new one."""
        ours, base, theirs = three
        there = "" if ours is None else str(ours).strip()
        if not theirs or _alike(there, theirs):
            return
        if _alike(there, base):
            yield Edit(path, theirs)
        elif not there:
            self.tell(DELETED, path, ref, 汇总值=theirs)
        elif _alike(base, theirs):
            self.tell(APART, path, ref, 报告值=there, 汇总值=theirs)
        else:
            was = f"（上次{base[:_SHOWN]}）" if base else ""
            where = f"；汇总数来自 {given.place.in_words()}"
            self.tell(BOTH, path, ref, 报告值=there, 汇总值=theirs, 原值=was, 出处=where)

    def tell_gone(self, path: Path, ref: str, ours: Any, base: str) -> None:
        there = "" if ours is None else str(ours).strip()
        if there and _alike(there, base):
            self.tell(GONE, path, ref, 报告值=there)


def _alike(one: str, other: str) -> bool:
    """Whether two texts say the same, as figures if they are such: 1.2万 and 12000."""
    if one == other:
        return True
    try:
        return same(Quantity.parse(one), Quantity.parse(other))
    except ValueError:
        return False


def _records(source: Source, key: str, name: str) -> dict[str, tuple[int, Mapping[str, Any]]]:
    """The records of a list in the report, with their positions, by name."""
    there = source.data.get(key)
    listed = there if isinstance(there, list) else []
    return {str(each.get(name)): (number, each) for number, each in enumerate(listed) if isinstance(each, Mapping)}
