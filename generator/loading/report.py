"""Loading a report: a file in, a validated report with its body laid out, and all findings of the run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.loading.problems import Problems
from generator.loading.secrecy import is_classified
from generator.loading.shorthand import expand
from generator.loading.source import Source
from generator.loading.validate import validate
from generator.loading.yaml import read_yaml
from generator.models.body import Block
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline
from generator.models.report import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report as loaded. `body` is 正文 with the shorthand laid out behind it; every part of both knows its place."""

    report: Report
    body: tuple[Block, ...]
    source: Source


def load_report(path: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Loaded | None:
    """Read, validate and lay out an input; None when no report could be made of it.

    A report may come back although errors were found: they are in `diagnostics`, which then stop a build.
    """
    source = read_yaml(path, diagnostics)
    return None if source is None else load_source(source, knowledge, diagnostics)


def load_source(source: Source, knowledge: Knowledge, diagnostics: Diagnostics) -> Loaded | None:
    """Like `load_report`, of an input that has been read already."""
    if is_classified(source, diagnostics):
        return None
    report = validate(source, knowledge, diagnostics)
    if report is None:
        return None
    kind = knowledge.reporters.get(report.subject.kind)
    headings = kind.事项标题 if kind is not None else {}
    body = expand(report, outline_of(report, knowledge), Problems(source, diagnostics), headings)
    return Loaded(report, body, source)


def outline_of(report: Report, knowledge: Knowledge) -> Outline | None:
    """The outline a report names, else the one for its year."""
    if report.outline is not None:
        return knowledge.outlines.get(report.outline)
    return knowledge.outline_for(report.year)
