"""The report that is collected into: what stands in it, and the merged figures put in at their marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
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
from generator.merging.three_way import Ours, steps
from generator.models.base import Path as InputPath
from generator.models.catalogue import Catalogue
from generator.models.collection import Collection
from generator.models.delivery import Period
from generator.models.knowledge import Knowledge
from generator.models.provenance import Provenance
from generator.workflows.collect_edits import edits_beside
from generator.workflows.collect_topics import placed, tasks_of, tell_unsaid
from generator.writing.splice import Edit, same_encoding, spliced

_NOW = "指标"
_PERIODS: tuple[Period, ...] = ("全年", "上半年")
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
    if not (year.isascii() and year.isdigit()):
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
    unread = {f"{path[1]}.{'_'.join(map(str, path[2:]))}" for path in problems.broken if path[0] == _NOW and path[2:]}

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


@dataclass(frozen=True)
class Updated:
    """The report's new bytes, and what was put in: how many figures, and which of them replaced another."""

    content: bytes
    added: int
    replaced: int


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
    base = last.base if last is not None else None
    made = list(steps(collection.figures, base, existing.ours, teller))
    said = {step.path: step for step in made}
    tasks = tasks_of(knowledge, existing.year)
    edits = placed([Edit(step.path, step.value) for step in made], existing.source, tasks)
    edits += edits_beside(existing.source, collection, answers, last)
    result = spliced(existing.source.text, existing.source.root, edits)
    for edit, reason in result.refused:
        step = said.get(edit.path)
        what = step.ref if step is not None else ".".join(str(each) for each in edit.path if each != _NOW)
        value = step.value if step is not None else _in_words(edit.value)
        teller.tell(_NOT_WRITTEN, existing.source.place(edit.path), 指标=what, 汇总值=value, 缘由=reason)
    refused = {id(edit) for edit, _ in result.refused}
    kept = [edit for edit in edits if id(edit) not in refused]
    if not _reads_back(result.text, existing.source, kept):
        message = "把数写进报告以后读不回原样，没有写"
        diagnostics.error(
            "LOAD196", Place(existing.source.file), message, "检查报告的缩进和引号；先用 fazhi check 查一遍再汇总"
        )
        return None
    there = existing.source.data.get(_NOW) or {}
    new = [step.ref.partition(".")[0] for step in made if step.path[1] not in there]
    tell_unsaid(new, existing.source, tasks, {head.主题 for head in knowledge.heads.values()}, teller)
    taken = [said[edit.path] for edit in kept if edit.path in said]
    replaced = sum(bool(step.old) for step in taken)
    return Updated(same_encoding(existing.raw, result.text), len(taken) - replaced, replaced)


def _in_words(value: Any) -> str:
    return (
        value
        if isinstance(value, str)
        else "、".join(map(str, value.values() if isinstance(value, Mapping) else value))
    )


def _reads_back(text: str, source: Source, edits: Iterable[Edit]) -> bool:
    """Whether the new text says what the old one did, and what was put in."""
    found = Diagnostics()
    new = parse_yaml(text, source.file, found)
    if new is None or found.has_errors:
        return False
    wanted = deepcopy(source.data)
    for edit in edits:
        _put(wanted, edit)
    return bool(new.data == wanted)


def _put(data: Any, edit: Edit) -> None:
    *inner, last = edit.path
    for step in inner:
        if isinstance(data, list):
            data = data[int(step)]
            continue
        if data.get(step) is None:
            data[step] = {}
        data = data[step]
    if edit.append:
        data[last] = [*(data.get(last) or []), edit.value]
    else:
        data[last] = edit.value
