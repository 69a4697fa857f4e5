"""The forms of a collecting: found in folders, read one at a time, and either ready to be merged or told of."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection as AnyOf
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checking.forms import check_form
from generator.diagnostics import Diagnostic, Diagnostics, Place
from generator.loading.keys import nearest
from generator.loading.submission import load_submission
from generator.loading.workbook.kinds import is_workbook
from generator.loading.workbook.workbook import UNIT_FORM, Filled, read_workbook, refuse_other_year
from generator.merging.sent import Origin, Sent, sent_from
from generator.models.base import Path as InputPath
from generator.models.collection import OTHER_DATA, TEXTS
from generator.models.delivery import Period
from generator.models.knowledge import Knowledge
from generator.models.units import Units
from generator.workflows.build import MANY, Progress, no_bar

_JUNK = ("thumbs.db", "desktop.ini")
_OURS = (".yaml", ".yml", ".json")
_SHORTEST = 2


@dataclass(frozen=True)
class Found:
    """A file that may be a form. `called` is its name in everything that is written: never a path of this computer."""

    file: Path
    called: str


@dataclass
class Forms:
    """What was read. `refused` holds the files of units whose form can't be taken, `stray` findings of no unit's file.

    `about` are the findings by the file's name in what is written; `files` the paths as they were given, by name.
    """

    sent: list[Sent] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)
    stray: list[Diagnostic] = field(default_factory=list)
    about: dict[str, list[Diagnostic]] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)

    def refuse(self, unit: str, called: str, found: Iterable[Diagnostic]) -> None:
        """Note a form that can't be taken; without a unit it is stray."""
        self.about.setdefault(called, []).extend(found)
        if unit:
            self.refused.setdefault(unit, []).append(called)
        else:
            self.stray.extend(self.about[called])


def find_forms(
    inputs: Sequence[Path], home: Path, own: AnyOf[Path], diagnostics: Diagnostics
) -> tuple[list[Found], list[Diagnostic]]:
    """The files to be read, each once, and findings about other files in the folders. `own` are never inputs."""
    files: dict[Path, Path] = {}
    others: list[Path] = []
    skipped = {Path(os.path.realpath(each)) for each in own}
    for given in inputs:
        if os.path.isdir(given):  # noqa: PTH112 - never raises, however long the name
            within = list(_within(given))
            forms = [each for each in within if is_workbook(each)]
            others += [each for each in within if each not in forms]
            if not forms:
                remedy = "给出放着填报表（.xlsx、.xls、.ods）的文件夹，或者逐个给出文件"
                diagnostics.error("LOAD180", Place(str(given)), "这个文件夹里没有填报表", remedy)
        else:
            forms = [given]
        for each in forms:
            files.setdefault(Path(os.path.realpath(each)), each)
    found = _called({real: path for real, path in files.items() if real not in skipped}, home)
    strange = [each for each in others if Path(os.path.realpath(each)) not in skipped]
    return found, [_stray(each) for each in strange if each.suffix.lower() not in _OURS]


def _within(folder: Path) -> Iterator[Path]:
    """The files in a folder and below; not those of Office's locks, hidden ones, or those that systems put there."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _JUNK:
                yield Path(where) / name


def _stray(file: Path) -> Diagnostic:
    found = Diagnostics()
    remedy = "有要报的数字，请填报单位填进程序发下的表；只是附件的，不用理会"
    found.info("LOAD188", Place(str(file)), f"{file.suffix or '这种'}文件不是填报表，没有读", remedy)
    return next(iter(found))


def _called(files: Mapping[Path, Path], home: Path) -> list[Found]:
    """Files by name: the path from the report's folder, of a file elsewhere the name alone."""
    base = Path(os.path.realpath(home))
    names = {real: _name(real, base) for real in files}
    often = Counter(names.values())
    taken: set[str] = set()
    found = []
    for real in sorted(files):
        name = names[real] if often[names[real]] == 1 else f"{real.parent.name}/{real.name}"
        plain, number = name, 2
        while name in taken:
            name, number = f"{plain}（{number}）", number + 1
        taken.add(name)
        found.append(Found(files[real], name))
    return found


def _name(file: Path, base: Path) -> str:
    return file.relative_to(base).as_posix() if file.is_relative_to(base) else file.name


def read_forms(found: Sequence[Found], knowledge: Knowledge, units: Units, progress: Progress | None) -> Forms:
    """Read the forms one after another; a bad one never stops the rest."""
    forms = Forms()
    shown = progress(len(found), "读填报表") if progress is not None and len(found) >= MANY else no_bar()
    with shown as bar:
        for each in found:
            forms.files[each.called] = each.file
            _take(each, forms, knowledge, units)
            bar.update(1)
    return forms


def _take(each: Found, forms: Forms, knowledge: Knowledge, units: Units) -> None:
    diagnostics = Diagnostics()
    filled = read_workbook(each.file, knowledge.catalogue, diagnostics)
    unit = _unit(filled, each, units, diagnostics)
    if filled is None or not unit:
        forms.refuse(unit, each.called, _renamed(diagnostics, each.called))
        return
    submitted = load_submission(filled, knowledge, diagnostics)
    if submitted is None:
        forms.refuse(unit, each.called, _renamed(diagnostics, each.called))
        return
    submission = submitted.submission
    check_form(submission, knowledge, filled.source.place, submitted.broken, diagnostics)
    source = filled.source

    def place(path: InputPath) -> Place:
        return replace(source.place(path), file=each.called)

    origin = Origin(each.called, filled.number, filled.modified, source.input_hash, filled.topics, filled.leads)
    named = submission.model_copy(update={"unit": unit})
    if not submission.indicators.topics and not any(submission.by_key(key) for key in (*TEXTS, OTHER_DATA)):
        message = "表里一项也没有填"
        diagnostics.error(
            "LOAD194", Place(str(each.file)), message, "请填报单位填好再报：为零填 0，没有这项职责填“不适用”"
        )
    made = sent_from(named, origin, place, _renamed(diagnostics, each.called))
    forms.sent.append(made)
    forms.about[each.called] = list(made.findings)


def _renamed(found: Iterable[Diagnostic], called: str) -> list[Diagnostic]:
    return [replace(each, place=replace(each.place, file=called)) for each in found]


def _unit(filled: Filled | None, each: Found, units: Units, diagnostics: Diagnostics) -> str:
    """Whose form it is; empty, and a finding, when nobody's. Of one that can't be read the file's name may tell."""
    if filled is None:
        return _unit_in_name(each.file.stem, units)
    place = Place(str(each.file))
    if filled.purpose != UNIT_FORM:
        message = "这是整份报告的工作簿，不是单位的填报表，没有汇总"
        diagnostics.error("LOAD182", place, message, "请填报单位填程序给它制的表（fazhi form --unit 单位）")
        return _unit_in_name(each.file.stem, units)
    short = {unit.简称: name for name, unit in units.units.items()}
    unit = filled.unit if filled.unit in units.units else short.get(filled.unit, "")
    if not unit:
        near = nearest(filled.unit, units.units)
        remedy = f"是不是“{near}”？" if near else ""
        remedy += "把它写进单位名单（--units），或者用名单里的名称重新制表"
        message = f"单位名单里没有“{filled.unit[:30]}”，它的表没有汇总"
        diagnostics.error("LOAD184", place, message, remedy)
    return unit


def _unit_in_name(stem: str, units: Units) -> str:
    """The unit that a file's name names: by the longest name, when no other one fits as well."""
    named = [(len(word), name) for name, unit in units.units.items() for word in (name, unit.简称) if word in stem]
    longest = max((length for length, _ in named), default=0)
    best = {name for length, name in named if length == longest}
    return best.pop() if len(best) == 1 and longest >= _SHORTEST else ""


def of_the_year(forms: Forms, year: int, period: Period) -> list[Sent]:
    """The forms of this year and period; all others are refused."""
    kept = []
    for each in forms.sent:
        found = Diagnostics()
        if not refuse_other_year(each.file, each.year, year, found) and each.period != period:
            message = f"这是{each.period}的表，要的是{period}的"
            found.error("LOAD183", Place(each.file), message, f"请填报单位用{period}的表重新填报")
        if found.has_errors:
            forms.about[each.file] = list(found)
            forms.refused.setdefault(each.unit, []).append(each.file)
        else:
            kept.append(each)
    return kept


def usual_span(sent: Iterable[Sent]) -> tuple[int, str] | None:
    """The year and period that most forms are of, of several the latest; None without forms."""
    counted = Counter((each.year, each.period) for each in sent)
    return max(counted, key=lambda span: (counted[span], span), default=None)
