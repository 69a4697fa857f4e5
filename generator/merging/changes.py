"""What is new since the last collecting, one sentence for each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.merging.others import short_name
from generator.models.collection import Merged
from generator.models.provenance import Provenance, SourcedFigure
from generator.models.units import Units

_NONE = "没有"
_MOST_UNITS = 5


def changes(merged: Iterable[Merged], last: Provenance, units: Units) -> Iterator[str]:
    """`行政复议.收到：7→9（复议应诉股改报）`."""
    seen = set()
    for figure in merged:
        seen.add(figure.ref)
        before = last.figures.get(figure.ref)
        was = before.value if before is not None else ""
        now = figure.quantity.printed if figure.quantity is not None else ""
        if was != now:
            whose = "、".join(_who(figure, before, units))
            yield f"{figure.ref}：{was or _NONE}→{now or _NONE}{f'（{whose}）' if whose else ''}"
    for ref, before in last.figures.items():
        if ref not in seen and before.value:
            yield f"{ref}：{before.value}→{_NONE}"


def before(merged: Iterable[Merged], last: Provenance | None) -> Mapping[str, str]:
    """上次: the values that this collecting changes, as they were; those of the last change while nothing does."""
    if last is None:
        return {}
    now = {figure.ref: figure.quantity.printed if figure.quantity is not None else "" for figure in merged}
    was = {ref: figure.value for ref, figure in last.figures.items()}
    changed = {ref: was.get(ref, "") for ref in (*now, *was) if now.get(ref, "") != was.get(ref, "")}
    return changed or last.before


def _who(figure: Merged, before: SourcedFigure | None, units: Units) -> Iterator[str]:
    """The units whose part is another than it was."""
    was = {part.unit: part.value for part in before.parts} if before is not None else {}
    now = {part.unit: part.quantity.printed if part.quantity is not None else "" for part in figure.parts}
    words = [
        f"{short_name(units, unit)}{'改报' if unit in was and unit in now else '新报' if unit in now else '不再报'}"
        for unit in dict.fromkeys((*now, *was))
        if now.get(unit) != was.get(unit)
    ]
    yield from words[:_MOST_UNITS]
    if len(words) > _MOST_UNITS:
        yield f"等{len(words)}个单位"
