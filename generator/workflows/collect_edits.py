"""What else follows the units in a report: ticked statements, data of their own, what became of last year's promises.

As with figures, what people changed in the report stays, and what they deleted doesn't come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.loading.source import Source
from generator.merging.others import PROMISES, Answer
from generator.models.collection import OTHER_DATA, Collection
from generator.models.provenance import Provenance
from generator.writing.splice import Edit

_NOW = "指标"
_FIELDS = ("值", "单位", "截至", "依据", "备注")
_YES, _NO = "是", "否"


def edits_beside(
    source: Source, collection: Collection, answers: Sequence[Answer], last: Provenance | None
) -> list[Edit]:
    """The edits of everything but figures. `last` is what the last collecting gave."""
    return [
        *_ticks(source, collection, last.ticked if last is not None else {}),
        *_other_data(source, collection, last),
        *_promises(source, answers, last),
    ]


def _ticks(source: Source, collection: Collection, before: Mapping[str, Sequence[str]]) -> Iterator[Edit]:
    for topic in dict.fromkeys((*collection.ticked, *before)):
        now, was = collection.ticked.get(topic, frozenset()), set(before.get(topic, ()))
        for name in sorted(now | was):
            path = (_NOW, topic, name)
            there = source.value(path) if source.has(path) else None
            if name in now and name not in was and there in (None, ""):
                yield Edit(path, _YES)
            elif name not in now and there == _YES:
                yield Edit(path, _NO)


def _other_data(source: Source, collection: Collection, last: Provenance | None) -> Iterator[Edit]:
    known = _records(source, OTHER_DATA, "名称")
    before = {name: datum.value for name, datum in last.others.items()} if last is not None else {}
    for each in collection.materials:
        name, value = each.fields.get("名称", ""), each.fields.get("值", "")
        if each.kind != OTHER_DATA:
            continue
        if name in known:
            number, record = known[name]
            yield from _followed((OTHER_DATA, number, "值"), record.get("值"), before.get(name), value)
        elif name not in before:
            kept = {key: each.fields[key] for key in _FIELDS if key in each.fields}
            yield Edit((OTHER_DATA,), {"名称": name, **kept}, append=True)


def _promises(source: Source, answers: Sequence[Answer], last: Provenance | None) -> Iterator[Edit]:
    known = _records(source, PROMISES, "事项")
    before = last.promises if last is not None else {}
    for each in answers:
        was = before.get(each.item)
        if each.item in known:
            number, record = known[each.item]
            for key, value, old in (
                ("结果", each.result, was.result if was is not None else None),
                ("原因", each.reason, was.reason if was is not None else None),
            ):
                yield from _followed((PROMISES, number, key), record.get(key), old, value)
        elif was is None:
            said = {"事项": each.item, "结果": each.result, "原因": each.reason}
            yield Edit((PROMISES,), {key: text for key, text in said.items() if text}, append=True)


def _followed(path: tuple[str | int, ...], ours: Any, base: str | None, theirs: str) -> Iterator[Edit]:
    """A value that is still as the last collecting left it, or blank, becomes the new one."""
    there = "" if ours is None else str(ours).strip()
    if theirs and theirs != there and there == (base or ""):
        yield Edit(path, theirs)


def _records(source: Source, key: str, name: str) -> dict[str, tuple[int, Mapping[str, Any]]]:
    """The records of a list in the report, with their positions, by name."""
    there = source.data.get(key)
    listed = there if isinstance(there, list) else []
    return {str(each.get(name)): (number, each) for number, each in enumerate(listed) if isinstance(each, Mapping)}
