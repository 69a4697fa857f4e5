"""The report that is collected into: what stands in it, and the merged figures put in at their marks."""

from __future__ import annotations

from collections.abc import Collection as AnyOf
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics, Place
from generator.loading.figures import read_figures
from generator.loading.files import read_bytes
from generator.loading.problems import Problems
from generator.loading.secrecy import is_classified
from generator.loading.source import Source
from generator.loading.yaml import parse_yaml, read_yaml
from generator.merging.others import Answer
from generator.merging.teller import Teller
from generator.merging.three_way import Ours, Step, steps
from generator.models.base import Path as InputPath
from generator.models.catalogue import Catalogue
from generator.models.collection import Collection
from generator.models.delivery import Period
from generator.models.knowledge import Knowledge
from generator.models.provenance import Bases, Provenance
from generator.workflows.collect_edits import bases_beside, edits_beside
from generator.workflows.collect_splice import put_into
from generator.workflows.collect_topics import placed, tasks_of, tell_unsaid
from generator.writing.splice import Edit, same_encoding

_NOW, _BASE = "指标", "口径"
_PERIODS: tuple[Period, ...] = ("全年", "上半年")
_YEAR_DIGITS = 4
_NOT_WRITTEN = "DATA519"


@dataclass(frozen=True)
class Existing:
    """A report as it stands. Only its figures are validated: the rest is the clerk's work in progress."""

    source: Source
    raw: bytes
    year: int
    period: Period
    ours: Ours


def read_existing(file: Path, catalogue: Catalogue, diagnostics: Diagnostics) -> Existing | None:
    """The report; None, and a finding, when nothing can be put into it."""
    source = read_yaml(file, diagnostics)
    raw = read_bytes(file, Diagnostics())
    if source is None or raw is None or diagnostics.has_errors or is_classified(source, diagnostics):
        return None
    year, period = str(source.data.get("年度") or "").strip(), source.data.get("期间") or "全年"
    if not (year.isascii() and year.isdigit() and len(year) <= _YEAR_DIGITS):
        diagnostics.error(
            "LOAD191", source.place(("年度",)), "报告里没有写清“年度”，不知道汇总哪一年的表", "写成“年度: 2026”"
        )
        return None
    if period not in _PERIODS:
        diagnostics.error(
            "LOAD191", source.place(("期间",)), "“期间”只能是 全年 或者 上半年", "改成其中一个，或者删去这一行"
        )
        return None
    return Existing(source, raw, int(year), period, ours_of(source, catalogue, diagnostics))


def began(collection: Collection, knowledge: Knowledge, file: Path, diagnostics: Diagnostics) -> Existing | None:
    """A report that is only begun: its text as if it had stood there."""
    from generator.writing.skeleton import new_report

    outline = knowledge.outline_for(collection.year) or knowledge.outline_near(collection.year)
    text = new_report(collection, knowledge, outline)
    source = parse_yaml(text, str(file), diagnostics)
    if source is None:
        return None
    period: Period = "上半年" if collection.period == "上半年" else "全年"
    raw = text.encode()
    return Existing(source, raw, collection.year, period, ours_of(source, knowledge.catalogue, diagnostics))


def ours_of(source: Source, catalogue: Catalogue, diagnostics: Diagnostics) -> Ours:
    """The figures of a report by reference, and where each stands or would stand."""
    problems = Problems(source, diagnostics)
    figures = read_figures(source.data.get(_NOW), _NOW, catalogue, problems)
    values = {f"{topic}.{name}": value for topic, each in figures.topics.items() for name, value in each.values.items()}
    broken = [each for each in problems.broken if each[0] == _NOW and each[2:]]
    unread = {ref for each in broken for ref in _figures_at(each, catalogue)}

    def path(ref: str) -> InputPath:
        topic, _, name = ref.partition(".")
        value = values.get(ref)
        if value is not None and value.at:
            whole = source.value(value.at)
            return (*value.at, "值") if isinstance(whole, Mapping) else value.at
        form = catalogue.topics[topic].表式 if topic in catalogue.topics else None
        if form is not None and form.two_dimensional and name in form.cells:
            return (_NOW, topic, *form.cells[name])
        return (_NOW, topic, name)

    return Ours(values, frozenset(unread - set(values)), path, source.place)


def _figures_at(path: InputPath, catalogue: Catalogue) -> Iterator[str]:
    """The figures of whose place something is broken: one, or all cells of a row."""
    name = str(path[1])
    topic = catalogue.topics.get(name)
    form = topic.表式 if topic is not None else None
    if form is None or not form.two_dimensional:
        yield f"{name}.{path[2]}"
        return
    for cell, at in form.cells.items():
        if path[2 : 2 + len(at)] == at[: len(path) - 2]:
            yield f"{name}.{cell}"


@dataclass(frozen=True)
class Updated:
    """The report's new bytes, and what was put in: how many figures, and how many of them replaced another.

    `bases` are what the report was last given, as far as that isn't what this collecting came to.
    """

    content: bytes
    added: int
    replaced: int
    bases: Bases


def update(
    existing: Existing,
    collection: Collection,
    answers: Sequence[Answer],
    last: Provenance | None,
    teller: Teller,
    knowledge: Knowledge,
    diagnostics: Diagnostics,
) -> Updated | None:
    """The merged figures in the report, every other character kept; None when the result can't be trusted."""
    put_in = last.put_in if last is not None else None
    made = list(steps(collection.figures, put_in.figures if put_in is not None else None, existing.ours, teller))
    tasks = tasks_of(knowledge, existing.year)
    of_figures = {}
    for step in made:
        for edit in placed(_edits_of(step, existing.source), existing.source, tasks):
            of_figures[id(edit)] = (step, edit)
    beside = edits_beside(existing.source, collection, answers, put_in, teller)
    result = put_into(existing.source, [*(edit for _, edit in of_figures.values()), *(each.edit for each in beside)])
    if result is None:
        message = "把数写进报告以后读不回原样，没有写"
        diagnostics.error(
            "LOAD196", Place(existing.source.file), message, "检查报告的缩进和引号；先用 fazhi check 查一遍再汇总"
        )
        return None
    for edit, reason in result.refused:
        of = of_figures[id(edit)][0] if id(edit) in of_figures else None
        what = of.ref if of is not None else ".".join(str(each) for each in edit.path if each != _NOW)
        value = of.value if of is not None else _in_words(edit.value)
        teller.tell(_NOT_WRITTEN, existing.source.place(edit.path), 指标=what, 汇总值=value, 缘由=reason)
    refused = {id(edit) for edit, _ in result.refused}
    left = {step.ref for number, (step, _) in of_figures.items() if number in refused}
    bases = bases_beside(collection, answers, put_in, [each for each in beside if id(each.edit) in refused])
    bases = bases.model_copy(update={"figures": _base_figures(collection, put_in, left | existing.ours.unread)})
    there = existing.source.data.get(_NOW) or {}
    new = [step.ref.partition(".")[0] for step in made if step.path[1] not in there]
    tell_unsaid(new, existing.source, tasks, {head.主题 for head in knowledge.heads.values()}, teller)
    taken = [step for step in made if step.ref not in left]
    replaced = sum(bool(step.old) for step in taken)
    return Updated(same_encoding(existing.raw, result.text), len(taken) - replaced, replaced, bases)


def _edits_of(step: Step, source: Source) -> Iterator[Edit]:
    """A figure, and beside it what it is a ratio of, where that isn't the usual base or where a base is written."""
    if step.path[-1] == "值":
        beside = (*step.path[:-1], _BASE)
        yield Edit(step.path, step.value)
        if step.base and (source.value(beside) != step.base if source.has(beside) else not step.usual):
            yield Edit(beside, step.base)
    elif step.usual:
        yield Edit(step.path, step.value)
    else:
        yield Edit(step.path, {"值": step.value, _BASE: step.base})


def _base_figures(collection: Collection, put_in: Bases | None, left: AnyOf[str]) -> dict[str, str]:
    """What the report was last given, where that isn't what this collecting came to."""
    known = put_in.figures if put_in is not None else {}
    now = {each.ref: each.quantity.printed for each in collection.figures if each.quantity is not None}
    stale = [ref for ref in dict.fromkeys((*now, *known)) if ref in left or ref not in now]
    return {ref: known.get(ref, "") for ref in stale if known.get(ref, "") != now.get(ref, "")}


def _in_words(value: Any) -> str:
    return (
        value
        if isinstance(value, str)
        else "、".join(map(str, value.values() if isinstance(value, Mapping) else value))
    )
