"""Loading a unit's form (填报表): what the workbook holds, validated as far as it can be."""

from __future__ import annotations

from pydantic import ValidationError

from generator.diagnostics import Diagnostics
from generator.loading.problems import Problems
from generator.loading.secrecy import is_classified
from generator.loading.validate import with_figures
from generator.loading.workbook.workbook import Filled
from generator.models.base import Path
from generator.models.knowledge import Knowledge
from generator.models.submission import Submission
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form as loaded. `broken` holds the paths of what had errors, which have been reported."""

    submission: Submission
    filled: Filled
    broken: frozenset[Path]


def load_submission(filled: Filled, knowledge: Knowledge, diagnostics: Diagnostics) -> Submitted | None:
    """Validate a form that was read. With errors outside its figures, the figures alone come back."""
    problems = Problems(filled.source, diagnostics)
    if is_classified(filled.source, diagnostics):
        return None
    data = with_figures(filled.source.data, knowledge.catalogue, problems)
    try:
        submission = Submission.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        problems.invalid(error, Submission, data)
        bare = {key: data[key] for key in ("年度", "期间", "单位", "指标", "上年") if key in data}
        try:
            submission = Submission.model_validate(bare, by_alias=True, by_name=False)
        except ValidationError:
            return None
    return Submitted(submission, filled, frozenset(problems.broken))
