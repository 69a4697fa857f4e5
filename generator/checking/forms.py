"""The figures of one unit's form against each other, as those of a report."""

from __future__ import annotations

from dataclasses import replace

from generator.checking.figures import check_figures
from generator.checking.findings import Placer
from generator.checking.following import without_following
from generator.checking.limits import limited
from generator.diagnostics import Diagnostics
from generator.models.base import Path
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.models.reporter import Subject
from generator.models.submission import Submission

_EXEMPT, _NOTED = "写进“豁免”并说明理由", "在备注一栏写明原因"
"""A report lets a finding stand under 豁免, which a unit's form doesn't have."""


def check_form(
    submission: Submission, knowledge: Knowledge, place: Placer, broken: frozenset[Path], diagnostics: Diagnostics
) -> None:
    """Relations, rates, approximations, units and dates of the figures that the unit gave."""
    report = Report(
        year=submission.year,
        period=submission.period,
        subject=Subject(names=[submission.unit], short_name=submission.unit),
        indicators=submission.indicators,
        last_year=submission.last_year,
        other_data=submission.other_data,
    )
    found = check_figures(report, knowledge.catalogue, knowledge.checks, place)
    sound = (each.diagnostic for each in without_following(found, broken))
    for diagnostic in limited(sound, knowledge.checks):
        diagnostics.add(replace(diagnostic, remedy=diagnostic.remedy.replace(_EXEMPT, _NOTED)))
