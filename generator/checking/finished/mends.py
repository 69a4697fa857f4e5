"""The typographic table (`schemas/typography.yaml`) held against a finished text: width of marks, blanks, ranges."""

from __future__ import annotations

from dataclasses import replace

from generator.checking.finished.examination import Examination, spot
from generator.diagnostics import Diagnostic, Severity, Strength
from generator.document.manuscript import Line
from generator.document.typography import Mend, Needed, make_mend
from generator.document.typography_shields import shielded
from generator.models.typography import MendRule

_FEW = 3
"""So many places of one slip are told; who makes it throughout is told how often."""


def check_mends(examination: Examination) -> None:
    """An info for each place where the table would mend; nothing within titles, quotations, names and set phrases."""
    rules = [(rule, _mend(rule)) for rule in examination.knowledge.mends if not rule.码.startswith("TEXT028")]
    found: dict[str, list[tuple[Diagnostic, int]]] = {}
    protected = tuple(term.词 for term in examination.knowledge.terms)
    for passage in examination.passages:
        line, text = passage.line, passage.line.number + passage.line.text
        signs = frozenset(text)
        concerned = [(rule, mend) for rule, mend in rules if mend.concerns(text, signs)]
        if concerned:
            shield = shielded(text, [phrase for phrase in protected if phrase in text])
            for rule, mend in concerned:
                _hold(line, text, shield, rule, mend, found.setdefault(rule.码, []))
    for each in found.values():
        examination.notes.found += _told(each)


def _mend(rule: MendRule) -> Mend:
    needed = Needed.of(rule.须有字, rule.须有词)
    return make_mend(rule.码, rule.式, rule.换, rule.换法, rule.成对, noted_only=rule.只提示, needed=needed)


def _hold(
    line: Line, text: str, shield: bytearray, rule: MendRule, mend: Mend, found: list[tuple[Diagnostic, int]]
) -> None:
    if mend.paired and text.count(mend.paired) % 2:
        return
    for match in mend.pattern.finditer(text):
        edits = (mend.advice(match),) if mend.noted_only else mend.edits(match)
        for edit in edits:
            if edit.start == edit.end or (not mend.noted_only and any(shield[edit.start : edit.end])):
                continue
            if not mend.noted_only:
                shield[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
            before, after = text[edit.start : edit.end], edit.text
            message = f"{rule.名称}：“{before}”宜作“{after}”" if after else f"{rule.名称}：“{_seen(before)}”宜删去"
            place = spot(line.place, edit.start, text[max(0, edit.start - 4) : edit.end + 4])
            remedy = f"{rule.说明}，请照此改正" if not mend.noted_only else f"{rule.说明}，请自行斟酌"
            found.append(
                (Diagnostic(rule.码, Severity.INFO, place, message, remedy, rule.来源, Strength(rule.强度)), 1)
            )


def _seen(text: str) -> str:
    return text if text.strip() and text.isprintable() else "空格" if not text.strip() else "看不见的字符"


def _told(found: list[tuple[Diagnostic, int]]) -> list[Diagnostic]:
    """The first few; the last of these says how many more there are."""
    told = [diagnostic for diagnostic, _ in found[:_FEW]]
    more = len(found) - len(told)
    if more > 0:
        told[-1] = replace(told[-1], message=f"{told[-1].message}；全文还有{more}处")
    return told
