"""Every rule on a report as lines of text, whoever made it."""

from __future__ import annotations

from collections.abc import Callable

from generator.checking.finished.causes import check_each_cause
from generator.checking.finished.claims import check_claims, check_opinions
from generator.checking.finished.dates import check_cutoffs, check_forms, check_limits, check_years
from generator.checking.finished.examination import Examination, Notes
from generator.checking.finished.figures import check_approximations, check_decimals, check_sums
from generator.checking.finished.fragments import check_fragments
from generator.checking.finished.growth import check_growth
from generator.checking.finished.instruments import check_instruments
from generator.checking.finished.lists import check_lists
from generator.checking.finished.marks import check_ends, check_pairs, check_series
from generator.checking.finished.meetings import check_meetings
from generator.checking.finished.names import check_names
from generator.checking.finished.patterns import check_patterns
from generator.checking.finished.phrases import check_expected, check_phrases
from generator.checking.finished.plans import check_plans
from generator.checking.finished.points import check_points
from generator.checking.finished.rates import check_rates
from generator.checking.finished.remainders import check_remainders
from generator.checking.finished.repeated import check_repeated
from generator.checking.finished.slips import check_slips
from generator.checking.finished.subject import ReportSubject
from generator.checking.finished.superseded import check_superseded
from generator.checking.finished.tables import check_tables
from generator.checking.finished.words import check_words
from generator.checking.limits import limited
from generator.checking.standing import Standing
from generator.diagnostics import Diagnostic, Diagnostics
from generator.document.manuscript import Manuscript
from generator.models.knowledge import Knowledge

__all__ = ["ReportSubject", "check_manuscript", "wording_of"]

Rule = Callable[[Examination], None]

WORDING: tuple[Rule, ...] = (
    check_growth, check_sums, check_rates,
    check_approximations, check_lists, check_repeated, check_decimals,
    check_points, check_cutoffs, check_years, check_limits, check_forms,
    check_patterns, check_pairs, check_series, check_words, check_names,
    check_phrases, check_superseded, check_meetings, check_instruments, check_each_cause,
    check_claims, check_plans, check_fragments,
    check_slips, check_tables, check_remainders,
)  # fmt: skip
"""The rules on what is said: they hold for what was composed here as for what others wrote."""


def _on_shape() -> tuple[Rule, ...]:
    """The rules on shape, typography and relations: inputs are held against them before anything is composed."""
    from generator.checking.finished.copies import check_copies  # noqa: PLC0415 - only finished reports need them
    from generator.checking.finished.elements import check_elements  # noqa: PLC0415 - as above
    from generator.checking.finished.headings import check_headings  # noqa: PLC0415 - as above
    from generator.checking.finished.items import check_items  # noqa: PLC0415 - as above
    from generator.checking.finished.mends import check_mends  # noqa: PLC0415 - as above
    from generator.checking.finished.others import check_others  # noqa: PLC0415 - as above
    from generator.checking.finished.parties import check_parties  # noqa: PLC0415 - as above
    from generator.checking.finished.relations import check_relations  # noqa: PLC0415 - as above
    from generator.checking.finished.wholes import check_wholes  # noqa: PLC0415 - as above

    return (
        check_relations, check_wholes, check_mends, check_ends, check_copies, check_headings, check_elements,
        check_items, check_expected, check_others, check_opinions, check_parties,
    )  # fmt: skip


def wording_of(manuscript: Manuscript, knowledge: Knowledge, subject: ReportSubject) -> list[Diagnostic]:
    """What the rules on wording find, for a text that was composed here."""
    notes = Notes(knowledge.checks)
    examination = Examination(manuscript, knowledge, subject, notes)
    for rule in WORDING:
        rule(examination)
    return notes.found


def check_manuscript(
    manuscript: Manuscript,
    knowledge: Knowledge,
    subject: ReportSubject,
    diagnostics: Diagnostics,
    standing: Standing | None = None,
) -> None:
    """Everything found in a finished report but what is let stand; what isn't known of it (`subject`) isn't guessed."""
    notes = Notes(knowledge.checks)
    examination = Examination(manuscript, knowledge, subject, notes)
    if not examination.passages:
        return
    for rule in (*WORDING, *_on_shape()):
        rule(examination)
    left = standing.left(notes.found) if standing is not None else notes.found
    for diagnostic in limited(left, knowledge.checks):
        diagnostics.add(diagnostic)
