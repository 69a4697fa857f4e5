"""Down to the cell: which unit gave a collected figure, in which file, and what counted of what the units gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.loading.provenance import load_provenance
from generator.merging.sums import same
from generator.models.collection import OTHER_DATA
from generator.models.knowledge import Knowledge
from generator.models.provenance import Provenance, SourcedFigure, SourcePart
from generator.models.quantity import Quantity

_HOW = {
    "求和": "各单位相加",
    "牵头单位": "牵头单位的数相加",
    "单一来源": "以一个单位的数为准",
    "最新": "取最新的数",
    "核对": "以来源单位的数为准，与别的单位核对",
    "只有一家": "单位名单里没有写以谁为准，用填了的单位的数",
    "未定": "单位名单里没有写以谁为准，各单位填的没有合成全县数",
    "不汇总": "各单位自己的情况，不相加",
    "重算": "由全县的分子和分母算出",
}


def collected_lines(
    reference: str, shown: Quantity | None, report: Path, knowledge: Knowledge, diagnostics: Diagnostics
) -> list[str]:
    """Lines for a figure that was collected; none for any other, or where nothing is remembered of the report."""
    provenance = load_provenance(report, diagnostics)
    if provenance is None:
        return []
    topic, _, name = reference.partition(".")
    if topic == OTHER_DATA:
        datum = provenance.others.get(name)
        return [f"汇总：{datum.value}", *_parts(datum.parts)] if datum is not None else []
    figure = provenance.figures.get(reference)
    if figure is None:
        return []
    return [*_head(reference, figure, shown, provenance, knowledge), *_parts(figure.parts), *_silent(figure.silent)]


def _head(
    reference: str, figure: SourcedFigure, shown: Quantity | None, provenance: Provenance, knowledge: Knowledge
) -> Iterator[str]:
    topic, _, name = reference.partition(".")
    indicator = knowledge.catalogue.indicator(topic, name)
    how = _HOW.get(figure.rule, figure.rule)
    if figure.rule == "求和" and indicator is not None and indicator.合并 != "求和":
        how = "单位名单里没有写以谁为准，由乡镇、街道的数相加"
    if figure.rule == "重算" and indicator is not None and indicator.分子:
        how = f"{how}（{indicator.分子}÷{'或'.join(indicator.口径)}）"
    before = f"；上次汇总是{was}" if (was := provenance.before.get(reference)) else ""
    yield f"汇总：{figure.value or '（空）'}，{how}{before}"
    if not _agree(figure.value, shown):
        yield f"  报告里现在是{shown.printed if shown is not None else '（空）'}，与汇总不同，是汇总以后在报告里改的"


def _agree(value: str, shown: Quantity | None) -> bool:
    if not value or shown is None:
        return not value and shown is None
    try:
        return same(Quantity.parse(value), shown)
    except ValueError:
        return False


def _parts(parts: Sequence[SourcePart]) -> Iterator[str]:
    """Those that count first."""
    for part in sorted(parts, key=lambda each: each.share != "计入"):
        why = f"（{part.why}）" if part.why else ""
        yield f"  {part.unit}  {part.where}  {part.value or '没有数'}  {part.share}{why}"


def _silent(units: Sequence[str]) -> Iterator[str]:
    if units:
        yield f"  表里没有填的单位：{'、'.join(units)}"
