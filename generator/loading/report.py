"""Loading a report: a file in, a validated report with its body laid out, and all findings of the run."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.heads import head_parts
from generator.loading.problems import Problems
from generator.loading.secrecy import is_classified
from generator.loading.shorthand import expand
from generator.loading.source import Source
from generator.loading.validate import validate
from generator.loading.workbook.kinds import is_workbook
from generator.loading.yaml import read_yaml
from generator.models.base import Path as InputPath
from generator.models.body import Block
from generator.models.broken import touches
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report as loaded. `body` is 正文 with the shorthand laid out behind it; every part of both knows its place.

    `broken` holds the paths of what was left out or stood in for, because it had errors; they have been reported.
    """

    report: Report
    body: tuple[Block, ...]
    source: Source
    broken: frozenset[InputPath] = field(default=frozenset())

    def is_broken(self, path: InputPath) -> bool:
        """Whether what stands at `path`, or anything in it, could not be used: a finding about it follows from that."""
        return touches(self.broken, path)


def load_report(path: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Loaded | None:
    """Read, validate and lay out an input; None when no report could be made of it.

    A report comes back although errors were found, so that the rest of it can be composed and checked in the same
    run: the errors are in `diagnostics`, and stop a build.
    """
    source = _read(path, knowledge, diagnostics)
    return None if source is None else load_source(source, knowledge, diagnostics)


def _read(path: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Source | None:
    """The input in a YAML file, or in the workbook of a report."""
    if not is_workbook(path):
        return read_yaml(path, diagnostics)
    from generator.loading.workbook.workbook import UNIT_FORM, read_workbook  # noqa: PLC0415 - most inputs are YAML

    filled = read_workbook(path, knowledge.catalogue, diagnostics)
    if filled is None:
        return None
    if filled.purpose == UNIT_FORM:
        message = f"这是{filled.unit}的填报表，不是整份报告的工作簿"
        diagnostics.error("LOAD154", Place(str(path)), message, "各单位的填报表用 fazhi collect 汇总成报告，再生成")
        return None
    return filled.source


def load_source(source: Source, knowledge: Knowledge, diagnostics: Diagnostics) -> Loaded | None:
    """Like `load_report`, of an input that has been read already."""
    problems = Problems(source, diagnostics)
    if is_classified(source, diagnostics):
        return None
    report = validate(knowledge, problems)
    if report is None:
        return None
    kind = knowledge.reporters.get(report.subject.kind)
    headings = kind.事项标题 if kind is not None else {}
    body = expand(report, knowledge.outline_of(report), problems, headings, head_parts(report, knowledge))
    return Loaded(report, body, source, frozenset(problems.broken))
