"""What a survey says of one report: who, what, when, which items, and the heaviest of what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.checking.finished.items import items_said
from generator.checking.manuscript import ReportSubject
from generator.checking.written import Written
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.document.manuscript import Manuscript
from generator.models.knowledge import Knowledge
from generator.models.survey import Has, SurveyRow
from generator.reading.guessing import guessed
from generator.workflows.chain import Examined
from generator.workflows.check import Asked, Seen

_FEW = 3
_OWN = ("LOAD210", "LOAD211")
"""What the program says of its own guesses."""
_PUBLIC = "社会公开"
_TOPICS = "LOAD TMPL PART DATA TERM TEXT PAGE"
_LAYOUT = "PAGE"
_LONGEST = 70
_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def item_names(knowledge: Knowledge) -> tuple[str, ...]:
    """The mandatory items in their order, as the kinds of reporters name them."""
    return tuple(dict.fromkeys(name for kind in knowledge.reporters.values() for name in kind.事项))


def row_of(called: str, file: str, knowledge: Knowledge, found: Diagnostics, seen: Seen, asked: Asked) -> SurveyRow:
    """The row of a file. `seen` is what was read of it, None when it couldn't be."""
    about = [each for each in found if each.code not in _OWN]
    counts = [sum(each.severity is severity for each in about) for severity in Severity]
    row = SurveyRow(called, errors=counts[0], warnings=counts[1], infos=counts[2], worst=tuple(_worst(about, file)))
    if isinstance(seen, Manuscript):
        return _of_finished(row, seen, knowledge, asked)
    if isinstance(seen, Examined):
        return _of_input(row, seen, knowledge)
    reason = next((each.message for each in about if each.severity is Severity.ERROR), "这个文件不是报告")
    return replace(row, unread=reason)


def _worst(found: Iterable[Diagnostic], file: str) -> list[str]:
    """The heaviest findings, each of another kind: what a report says weighs more than how it is set.

    How it is set, which is much the same in all reports, takes one place unless there is nothing else.
    """
    kinds: dict[str, Diagnostic] = {}
    for each in sorted(found, key=lambda each: (_WEIGHTS[each.severity], _TOPICS.find(each.code[:4]))):
        kinds.setdefault(each.code, each)
    layout = [code for code in kinds if code.startswith(_LAYOUT)]
    others = len(kinds) - len(layout)
    for code in layout[max(1, _FEW - others) :]:
        del kinds[code]
    return [_words(each, file) for each in list(kinds.values())[:_FEW]]


def _words(finding: Diagnostic, file: str) -> str:
    place = finding.place
    where = ""
    if place.file == file and place.paragraph is not None:
        where = f"第{place.paragraph}段"
    elif place.file == file and (place.line is not None or place.sheet is not None):
        where = place.spot
    message = finding.message if len(finding.message) <= _LONGEST else f"{finding.message[:_LONGEST]}…"
    return f"{finding.severity.label}{f'（{where}）' if where else ''}：{message}"


def _of_finished(row: SurveyRow, manuscript: Manuscript, knowledge: Knowledge, asked: Asked) -> SurveyRow:
    guess = guessed(manuscript, knowledge, asked.year, asked.reporter)
    kind, year = asked.reporter or guess.reporter, asked.year or guess.year
    delivery = asked.delivery or guess.delivery
    subject = ReportSubject(year, kind, guess.level, delivery, guess.period, guess.published)
    told = replace(
        row,
        organ=" ".join(manuscript.organs),
        kind=kind or "",
        level=guess.level or _usual_level(kind, knowledge),
        year=year,
        period=guess.period or "",
        title=manuscript.title,
        dated=manuscript.dated,
    )
    told = replace(told, days_late=_days_late(told, knowledge, [(delivery, manuscript.dated, guess.published)]))
    return _with_items(told, items_said(manuscript, knowledge, subject), knowledge)


def _of_input(row: SurveyRow, examined: Examined, knowledge: Knowledge) -> SurveyRow:
    report = examined.report
    versions = report.versions
    known = [day for each in versions for day in (each.signed_on, each.sent_on, each.published_on) if day is not None]
    told = replace(
        row,
        organ=" ".join(report.subject.names),
        kind=report.subject.kind,
        level=report.subject.level or _usual_level(report.subject.kind, knowledge),
        year=report.year,
        period=report.period,
        title=next((document.meta.title for document in examined.documents), ""),
        dated=next(iter(known), None),
    )
    days = [(each.kind, each.sent_on or each.signed_on, each.published_on) for each in versions]
    told = replace(told, days_late=_days_late(told, knowledge, days))
    return _with_items(told, set(Written.of(examined.loaded.body).items), knowledge)


def _usual_level(kind: str | None, knowledge: Knowledge) -> str:
    known = knowledge.reporters.get(kind or "")
    return known.默认级别 if known is not None else ""


def _days_late(
    row: SurveyRow, knowledge: Knowledge, versions: Iterable[tuple[str | None, date | None, date | None]]
) -> int | None:
    """How late the latest version is; None where no day or no limit is known.

    Versions are given by to whom (None: nobody knows), when signed and when published. What isn't known to be
    for the public is held against the first day by which anything is to be sent.
    """
    kind = knowledge.reporters.get(row.kind)
    if kind is None or row.year is None:
        return None
    late: list[int] = []
    for delivery, signed, published in versions:
        day = published if delivery == _PUBLIC else signed
        duties = kind.duties(row.year, row.period or "全年")
        fitting = [each for each in duties if each.对象 == delivery] if delivery else duties
        limits = [limit for each in fitting if (limit := each.limit(row.year)) is not None]
        if day is not None and limits:
            late.append(max(0, (day - min(limits)).days + 1))
    return max(late, default=None)


def _with_items(row: SurveyRow, said: set[str], knowledge: Knowledge) -> SurveyRow:
    kind = knowledge.reporters.get(row.kind)
    items: dict[str, Has] = {}
    for name in item_names(knowledge):
        item = kind.事项.get(name) if kind is not None else None
        if name in said:
            items[name] = "有"
        elif item is not None and row.year is not None:
            items[name] = "—" if item.owed(row.period or "全年", row.year) == "无" else "缺"
    return replace(row, items=items)
