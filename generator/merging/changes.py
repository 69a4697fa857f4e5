"""What is new since the last collecting, one sentence for each figure, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.merging.others import short_name
from generator.merging.sent import Sent
from generator.models.collection import Merged, Part, Receipt
from generator.models.provenance import Provenance, SourcedFigure, SourcePart
from generator.models.units import Units
from generator.records import dataclass

_NONE = "没有"
_MOST_UNITS = 5
_RECALCULATED = "重算"
_ABSENT = {"未报": "的表这次没有收到", "退回": "的表退回，没有计入", "重复": "的几份表没有定用哪一份"}


@dataclass(frozen=True, slots=True)
class Now:
    """This collecting: the forms that count, how it stands with every unit, the files that --use names."""

    units: Units
    counting: Mapping[str, Sent]
    receipts: Sequence[Receipt]
    preferred: frozenset[str] = frozenset()

    def why_absent(self, unit: str) -> str:
        """Why a unit gives nothing for a figure that it gave before."""
        if unit in self.counting:
            return "的表里没有填了"
        if unit not in self.units.units:
            return "不在名单里了"
        state = next((each.state for each in self.receipts if each.unit == unit), "未报")
        return _ABSENT.get(state, "的表这次没有收到")


def changes(merged: Iterable[Merged], last: Provenance, now: Now) -> Iterator[str]:
    """`行政复议.收到：7→9（复议应诉股改报）`. The figures are the merged ones: the report's own may stay as it is."""
    by_ref = {figure.ref: figure for figure in merged}
    for ref in dict.fromkeys((*by_ref, *last.figures)):
        figure, before = by_ref.get(ref), last.figures.get(ref)
        was = before.value if before is not None else ""
        value = figure.quantity.printed if figure is not None and figure.quantity is not None else ""
        if was != value:
            whose = "、".join(_causes(figure, before, last, now))
            kept = "；报告里的没有删" if not value else ""
            reason = f"（{whose}{kept}）" if whose or kept else ""
            yield f"{ref}：{was or _NONE}→{value or '汇总没有数'}{reason}"


def before(merged: Iterable[Merged], last: Provenance | None) -> Mapping[str, str]:
    """上次: the values that this collecting changes, as they were; those of the last change while nothing does."""
    if last is None:
        return {}
    now = {figure.ref: figure.quantity.printed if figure.quantity is not None else "" for figure in merged}
    was = {ref: figure.value for ref, figure in last.figures.items()}
    changed = {ref: was.get(ref, "") for ref in (*now, *was) if now.get(ref, "") != was.get(ref, "")}
    return changed or last.before


def _causes(figure: Merged | None, before: SourcedFigure | None, last: Provenance, now: Now) -> Iterator[str]:
    """The units whose part, or whose share, is another than it was; else what else has changed."""
    was = {part.unit: part for part in before.parts} if before is not None else {}
    parts = {part.unit: part for part in figure.parts} if figure is not None else {}
    words = [
        f"{short_name(now.units, unit)}{cause}"
        for unit in dict.fromkeys((*parts, *was))
        if (cause := _cause(unit, was.get(unit), parts.get(unit), last, now))
    ]
    yield from words[:_MOST_UNITS]
    if len(words) > _MOST_UNITS:
        yield f"等{len(words)}个单位"
    if not words and figure is not None and before is not None:
        yield "分子、分母有变化" if figure.rule == _RECALCULATED else "算法或者单位名单有变化"


def _cause(unit: str, was: SourcePart | None, part: Part | None, last: Provenance, now: Now) -> str:
    """What has become of one unit's part; empty when nothing has."""
    value = part.quantity.printed if part is not None and part.quantity is not None else ""
    old = was.value if was is not None else ""
    if part is not None and was is not None and value == old:
        return "" if part.share == was.share else f"的数由“{was.share}”变成“{part.share}”"
    if was is not None and part is None:
        return now.why_absent(unit)
    if was is not None and part is not None and not value:
        return "改填“不适用”" if old else ""
    earlier = next((form for form in last.forms if form.unit == unit), None)
    form = now.counting.get(unit)
    if earlier is None or form is None or was is None:
        return "新报" if earlier is None else "新填"
    said = form.file in now.preferred or unit in last.chosen or form.modified < earlier.modified
    return f"改用“{form.file}”" if said and earlier.file != form.file else "改报"
