"""The dated words of the versions: how far the knowledge reaches, and what the opening paragraph (导语) is made of."""

from __future__ import annotations

from datetime import date

from generator.checking.days import in_words
from generator.checking.findings import Finder
from generator.models.body import Block, ParagraphBlock
from generator.models.delivery import Delivery
from generator.models.knowledge import Knowledge
from generator.models.lead import chain_at
from generator.models.report import Report, lead_of

_LEAD = ("导语",)


def check_leads(report: Report, body: tuple[Block, ...], knowledge: Knowledge, finder: Finder) -> None:
    """Findings on dates beyond the table of phrases, and on every 导语 that the program makes."""
    led = [each for each in report.versions if lead_of(report, each) is not None]
    _check_reach(report, led, knowledge, finder)
    if not led:
        return
    undated = [each.name for each in led if each.dated is None]
    if undated:
        finder.add("TERM002", _LEAD, 各版="、".join(undated), 日期=in_words(report.last_day))
    _check_plan(report, led, knowledge, finder)
    _check_sources(report, led, knowledge, finder)
    _check_second(body, finder)


def _check_reach(report: Report, led: list[Delivery], knowledge: Knowledge, finder: Finder) -> None:
    """Versions dated after the last day that the table of phrases knows; one finding for all."""
    until = knowledge.terms_until
    if until is None:
        return
    late = [(each, *each.dated) for each in report.versions if each.dated is not None and each.dated[1] > until]
    if late:
        version, key, day = late[0]
        names = "、".join(each.name for each, *_ in late)
        finder.add("TERM001", (*version.at, key), 各版=names, 日期=in_words(day), 截至=in_words(until))
    elif report.last_day > until and any(each.dated is None for each in led):
        names = "、".join(each.name for each in led if each.dated is None)
        finder.add("TERM001", _LEAD, 各版=names, 日期=in_words(report.last_day), 截至=in_words(until))


def _check_plan(report: Report, led: list[Delivery], knowledge: Knowledge, finder: Finder) -> None:
    """A 导语 that can cite no plan at all, neither the state's nor one of this office's."""
    bare = [
        each for each in led if not knowledge.plan_of(report, _day(report, each)) and not _carried_out(report, each)
    ]
    if bare:
        finder.add("TERM003", _LEAD, 各版="、".join(each.name for each in bare), 年度=report.year)


def _check_sources(report: Report, led: list[Delivery], knowledge: Knowledge, finder: Finder) -> None:
    """Clauses whose words were written down from memory: what was usual long ago should be looked up."""
    rule = finder.checks.get("TERM004")
    if rule is None:
        return
    mark = rule.参数.get("字", "待核")
    used = [link for each in led for link in chain_at(knowledge.links, _day(report, each)) if mark in link.来源]
    for said in dict.fromkeys(link.文 for link in used):
        finder.add("TERM004", _LEAD, 文=said)


def _carried_out(report: Report, delivery: Delivery) -> list[str]:
    lead = lead_of(report, delivery)
    return lead.carried_out if lead is not None else []


def _day(report: Report, delivery: Delivery) -> date:
    return delivery.dated[1] if delivery.dated is not None else report.last_day


def _check_second(body: tuple[Block, ...], finder: Finder) -> None:
    """A 导语 typed at the head of the text beside the one that is made."""
    first = body[0] if body else None
    pattern = finder.pattern("PART090", "式")
    if not isinstance(first, ParagraphBlock) or pattern is None:
        return
    text = "".join(part for part in first.parts if isinstance(part, str))
    if pattern.search(text):
        finder.add("PART090", first.at)
