"""From a source to a validated report: the data against the models, then the report against the knowledge."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.loading.crosschecks import check_report
from generator.loading.figures import read_figures
from generator.loading.mending import Mending
from generator.loading.parts import locate_parts
from generator.loading.problems import Problems, without_blanks
from generator.models.catalogue import Catalogue
from generator.models.knowledge import Knowledge
from generator.models.report import Report

_FIGURES = ("指标", "上年")


def validate(knowledge: Knowledge, problems: Problems) -> Report | None:
    """The report of a source, every part of it located; None when there are too many faults, or too little else.

    Findings in the figures, in the rest of the data and in what they say of each other are collected in one run. What
    can't be used is left out of the report or stood in for; `problems.broken` says where.
    """
    data = with_figures(problems.source.data, knowledge.catalogue, problems)
    mending = Mending(data)
    report = _read(data, mending, problems)
    if report is None:
        return None
    problems.broken |= mending.lost
    problems.settle()
    locate_parts(report)
    unknown = check_report(report, knowledge, problems)
    if unknown:
        report = mending.renamed(unknown)
        locate_parts(report)
    return report


def _read(data: dict[str, Any], mending: Mending, problems: Problems) -> Report | None:
    try:
        return Report.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        problems.invalid(error, Report, data)
        return None if problems.full else mending.without(error)


def with_figures(data: dict[str, Any], catalogue: Catalogue, problems: Problems) -> dict[str, Any]:
    """The data as the report's model takes them: figures read, keys without a value left out."""
    rest: dict[str, Any] = without_blanks({key: value for key, value in data.items() if key not in _FIGURES})
    return rest | {root: read_figures(data.get(root), root, catalogue, problems) for root in _FIGURES}
