"""The first responsible persons: who supplied what, which of the six duties are left unsaid, who stands where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.checking.findings import Finder, path_of
from generator.checking.versions import Remark
from generator.document.blocks import Document, Section, plain, runs, walk
from generator.models.base import Path
from generator.models.body import ParagraphBlock
from generator.models.carrying import carriers
from generator.models.heads import HeadAccount, HeadKind
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.patterns import compile_later

_ITEM = "第一责任人"
_MONTHS = compile_later(r"(\d{1,2})月(?:\d{1,2}日)?至(?:\d{4}年)?(\d{1,2})月(?:\d{1,2}日)?")


def check_strangers(document: Document, report: Report, knowledge: Knowledge) -> Iterator[Remark]:
    """A version in the name of one organ doesn't speak of the other's head: that belongs to the joint version."""
    form = knowledge.deliveries.get(document.meta.kind)
    if form is None or form.机关 != "单独" or report.period != "全年":
        return
    carried = carriers(report, knowledge)
    sections = [each for each in walk(document.blocks) if isinstance(each, Section) and _ITEM in each.items]
    text = "".join(plain(run) for section in sections for block in walk(section.blocks) for run in runs(block))
    for name, head in knowledge.heads.items():
        stranger = report.subject.kind in head.类别 and document.meta.delivery not in carried[name]
        if stranger and head.named_in(text):
            yield Remark("PART070", path_of(sections[0].origin.path), {"标题": name, "谁": name})


def check_heads(report: Report, knowledge: Knowledge, finder: Finder) -> None:
    """Every finding about the entries of 第一责任人, taken by themselves."""
    carried = carriers(report, knowledge)
    for name, head in knowledge.heads.items():
        accounts = [account for account in report.heads if account.who == name]
        if not accounts:
            continue
        shown = carried[name].union(*(account.only_for for account in accounts))
        if not shown:
            finder.add("PART077", _who(accounts[0]), 谁=name, 类别=report.subject.kind)
        for account in accounts:
            _check_supplier(account, head, finder)
        if report.period == "全年":
            _check_duties(accounts, head, report, finder)
            _check_spans(accounts, finder)
        if head.公开须定:
            _check_public(accounts, shown, report, knowledge, finder)


def _who(account: HeadAccount) -> Path:
    """Where an entry says of whom it speaks; nothing is said of an entry that doesn't say so."""
    return (*account.at, "谁")


def _check_supplier(account: HeadAccount, head: HeadKind, finder: Finder) -> None:
    if not head.提供:
        return
    supplier = (account.supplier or "").strip()
    if not supplier:
        finder.add("PART072", _who(account), 谁=account.who)
    elif not any(word in supplier for word in head.提供):
        finder.add("PART073", (*account.at, "提供单位"), 谁=account.who, 单位=supplier)


def _check_duties(accounts: list[HeadAccount], head: HeadKind, report: Report, finder: Finder) -> None:
    """Each duty counts as spoken of when it is named, when a word of it stands in a text, or with a figure of it."""
    named = {duty for account in accounts for text in account.texts for duty in text.duties}
    text = "".join(_said(accounts, head, report))
    figures = {name for name, value in report.indicators.topic(head.主题).values.items() if _counts(value.value)}
    missing = [
        name
        for name, duty in head.职责.items()
        if name not in named and not figures & set(duty.指标) and not any(word in text for word in duty.认)
    ]
    if missing:
        count, names = len(head.职责), "、".join(missing)
        finder.add("PART071", _who(accounts[0]), 谁=accounts[0].who, 数=count, 缺=names)


def _counts(quantity: object) -> bool:
    return quantity is not None and getattr(quantity, "value", 0) != 0


def _said(accounts: list[HeadAccount], head: HeadKind, report: Report) -> Iterator[str]:
    """What is written of the head: its own entries, and the paragraphs of 履职 that speak of it."""
    yield from (text.text for account in accounts for text in account.texts)
    for block in report.duties:
        if isinstance(block, ParagraphBlock):
            text = "".join(part for part in block.parts if isinstance(part, str))
            if head.named_in(text):
                yield text


def _check_spans(accounts: list[HeadAccount], finder: Finder) -> None:
    """Two persons in one year: each entry says for which months, and together they make the year."""
    spans = list(dict.fromkeys(account.span for account in accounts if account.span))
    if not spans:
        return
    for account in accounts:
        if not account.span:
            finder.add("PART075", _who(account), 谁=account.who)
    months = [(int(found[1]), int(found[2])) for span in spans if (found := _MONTHS.fullmatch(_monthly(span)))]
    if len(months) == len(spans) and not _make_a_year(sorted(months)):
        said = "、".join(spans)
        finder.add("PART076", (*accounts[0].at, "期间"), 谁=accounts[0].who, 期间=said)


def _monthly(span: str) -> str:
    return re.sub(r"^\d{4}年", "", span.strip())


def _make_a_year(months: list[tuple[int, int]]) -> bool:
    """Whether spans follow one another without a month between or two in common; the month of change is in both."""
    if months[0][0] != 1 or months[-1][1] != 12:  # noqa: PLR2004 - December
        return False
    return all(second[0] in (first[1], first[1] + 1) for first, second in pairwise(months))


def _check_public(
    accounts: list[HeadAccount], shown: frozenset[str], report: Report, knowledge: Knowledge, finder: Finder
) -> None:
    """Whether the public reads of this head is for the office that supplied it to decide; silence is no decision."""
    forms: Mapping[str, bool] = {name: kind.略去不公开 for name, kind in knowledge.deliveries.items()}
    for account in accounts:
        if "internal" in account.model_fields_set or account.only_for:
            continue
        for delivery in report.versions:
            if forms.get(delivery.kind) and delivery.name in shown and delivery.name not in account.not_for:
                finder.add("PART074", _who(account), 谁=account.who, 版本=delivery.name)
