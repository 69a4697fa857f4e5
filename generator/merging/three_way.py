"""The merged figures into a report that people have worked on: what they changed stays, the rest follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.diagnostics import Place
from generator.merging.sums import same
from generator.merging.teller import Teller
from generator.models.base import Path
from generator.models.collection import Merged
from generator.models.quantity import Quantity
from generator.models.values import IndicatorValue
from generator.records import dataclass

APART, BOTH, DELETED, GONE = "DATA515", "DATA516", "DATA517", "DATA518"
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A figure to be put into the report: `old` is what stands there, empty when nothing does.

    `base` is the 口径 of a ratio; one that isn't `usual` is put beside it.
    """

    ref: str
    path: Path
    value: str
    old: str = ""
    base: str = ""
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Ours:
    """What the report holds. `values` by reference; `unread` are figures with errors, which are left alone.

    `path` says where the figure of an indicator stands, or would stand; `place` where that is in the file.
    """

    values: Mapping[str, IndicatorValue]
    unread: frozenset[str]
    path: Callable[[str], Path]
    place: Callable[[Path], Place]


def steps(merged: Sequence[Merged], base: Mapping[str, str] | None, ours: Ours, teller: Teller) -> Iterator[Step]:
    """The figures to be written. `base` holds the values of the last collecting, None when there was none."""
    known = base or {}
    for figure in merged:
        if figure.ref in ours.unread:
            continue
        theirs = figure.quantity
        value = ours.values.get(figure.ref)
        there = value is not None and (value.given or bool(value.not_applicable))
        if theirs is None:
            _tell_gone(figure.ref, known, value, ours, teller)
        elif not there:
            yield from _absent(figure, theirs, known.get(figure.ref, ""), ours, teller)
        elif value is not None:
            yield from _present(figure, theirs, known.get(figure.ref, ""), value, ours, teller)
    merged_refs = {figure.ref for figure in merged}
    for ref in known:
        if ref not in merged_refs and ref not in ours.unread:
            _tell_gone(ref, known, ours.values.get(ref), ours, teller)


def _absent(figure: Merged, theirs: Quantity, base: str, ours: Ours, teller: Teller) -> Iterator[Step]:
    """The report hasn't the figure: either nobody gave it before, or it was deleted."""
    path = ours.path(figure.ref)
    if base:
        teller.tell(DELETED, ours.place(path), 指标=figure.ref, 汇总值=theirs.printed)
    else:
        yield Step(figure.ref, path, theirs.printed, "", figure.base, figure.usual)


def _present(
    figure: Merged, theirs: Quantity, base: str, value: IndicatorValue, ours: Ours, teller: Teller
) -> Iterator[Step]:
    path = ours.path(figure.ref)
    mine, before = value.value, _read(base)
    if mine is not None and same(mine, theirs):
        return
    said = mine.printed if mine is not None else "不适用"
    if before is not None and mine is not None and same(mine, before):
        yield Step(figure.ref, path, theirs.printed, said, figure.base, figure.usual)
    elif before is not None and same(theirs, before):
        teller.tell(APART, ours.place(path), 指标=figure.ref, 报告值=said, 汇总值=theirs.printed)
    else:
        was = f"（上次{before.printed}）" if before is not None else ""
        how = "改成了" if before is not None else "已有"
        words = {"怎样": how, "报告值": said, "汇总值": theirs.printed, "原值": was, "出处": _whence(figure)}
        teller.tell(BOTH, ours.place(path), 指标=figure.ref, **words)


def _whence(figure: Merged) -> str:
    """Where the merged figure stands."""
    places = [part.place.in_words() for part in figure.parts if part.share == "计入"]
    more = f"等{len(places)}处" if len(places) > _MOST_PLACES else ""
    return f"；汇总数来自 {'、'.join(places[:_MOST_PLACES])}{more}" if places else ""


def _tell_gone(ref: str, base: Mapping[str, str], value: IndicatorValue | None, ours: Ours, teller: Teller) -> None:
    """A figure of the last collecting that no unit gives any more is kept."""
    mine, before = value.value if value is not None else None, _read(base.get(ref, ""))
    if mine is not None and before is not None and same(mine, before):
        teller.tell(GONE, ours.place(ours.path(ref)), 指标=ref, 报告值=mine.printed)


def _read(text: str) -> Quantity | None:
    try:
        return Quantity.parse(text) if text else None
    except ValueError:
        return None
