"""From a source to a validated report: the data against the models, then the report against the knowledge."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostics
from generator.loading.crosschecks import check_report
from generator.loading.figures import read_figures
from generator.loading.mending import mended
from generator.loading.parts import locate_parts
from generator.loading.problems import Problems, without_blanks
from generator.loading.source import Source
from generator.models.catalogue import Catalogue
from generator.models.knowledge import Knowledge
from generator.models.report import Report

_FIGURES = ("指标", "上年")


def validate(source: Source, knowledge: Knowledge, diagnostics: Diagnostics) -> Report | None:
    """The report of a source, every part of it located; None when the data don't make one.

    Findings in the figures, in the rest of the data and in what they say of each other are collected in one run: where
    the data don't make a report, what remains without the faulty parts is checked all the same.
    """
    problems = Problems(source, diagnostics)
    data = _with_figures(source.data, knowledge.catalogue, problems)
    try:
        report, whole = Report.model_validate(data, by_alias=True, by_name=False), True
    except ValidationError as error:
        problems.invalid(error, Report, data)
        remains, whole = None if problems.full else mended(data, error), False
        if remains is None:
            return None
        report = remains
    locate_parts(report)
    check_report(report, knowledge, problems)
    return report if whole else None


def _with_figures(data: dict[str, Any], catalogue: Catalogue, problems: Problems) -> dict[str, Any]:
    """The data as the report's model takes them: figures read, keys without a value left out."""
    rest: dict[str, Any] = without_blanks({key: value for key, value in data.items() if key not in _FIGURES})
    return rest | {root: read_figures(data.get(root), root, catalogue, problems) for root in _FIGURES}
