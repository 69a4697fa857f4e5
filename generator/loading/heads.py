"""第一责任人: what offices supply of each head, laid out for the versions that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.models.base import Path
from generator.models.body import Block, ParagraphBlock
from generator.models.carrying import carriers
from generator.models.delivery import Delivery
from generator.models.heads import HeadAccount, HeadKind
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.records import dataclass

_USED = r"\{{\{{\s*{}\s*[(}}]"
"""The sentence of a topic, used in a text."""


@dataclass(frozen=True, slots=True)
class HeadPart:
    """The part on the heads as some versions have it; `heading` is empty where the usual one holds."""

    blocks: tuple[Block, ...]
    heading: str
    not_for: tuple[str, ...]


def head_parts(report: Report, knowledge: Knowledge) -> tuple[HeadPart, ...]:
    """One part for each heading that versions need; none when 第一责任人 says nothing."""
    if not report.heads:
        return ()
    carried = carriers(report, knowledge)
    blocks = tuple(_blocks(report, knowledge, carried))
    if not blocks:
        return ()
    needed: dict[str, list[str]] = {}
    for delivery in report.versions:
        needed.setdefault(_heading(delivery, report, knowledge, carried), []).append(delivery.name)
    names = [delivery.name for delivery in report.versions]
    return tuple(
        HeadPart(blocks, heading, tuple(name for name in names if name not in within))
        for heading, within in needed.items()
    )


def _heading(version: Delivery, report: Report, knowledge: Knowledge, carried: Mapping[str, frozenset[str]]) -> str:
    """The heading of a version that speaks of one head alone; a head that should be there and isn't yet counts."""
    kind = knowledge.deliveries.get(version.kind)
    public = kind is not None and kind.略去不公开
    spoken = []
    for name in knowledge.heads:
        accounts = [account for account in report.heads if account.who == name]
        named = any(version.name in account.only_for for account in accounts)
        withheld = accounts and not any(_shows(account, version.name, public=public) for account in accounts)
        if (named or version.name in carried[name]) and not withheld:
            spoken.append(name)
    return knowledge.heads[spoken[0]].标题 if len(spoken) == 1 else ""


def _shows(account: HeadAccount, version: str, *, public: bool) -> bool:
    wanted = not account.only_for or version in account.only_for
    return wanted and version not in account.not_for and not (account.internal and public)


def _blocks(report: Report, knowledge: Knowledge, carried: Mapping[str, frozenset[str]]) -> Iterator[Block]:
    told: set[str] = set()
    opened = ""
    for account in report.heads:
        kind = knowledge.heads.get(account.who)
        if kind is None:
            continue
        left_out = _left_out(report, account, carried)
        if account.who not in told and _needs_sentence(kind, report, knowledge):
            yield _paragraph([f"{{{{ {kind.主题} }}}}"], account, left_out, account.at)
            opened = account.who
        elif opened != account.who:
            opened = ""
        told.add(account.who)
        for place, text in enumerate(account.texts):
            parts = _opening(account, kind, knowledge, opened=bool(opened)) if place == 0 else []
            yield _paragraph([*parts, text.text.strip()], account, left_out, (*text.at, "文"))


def _opening(account: HeadAccount, kind: HeadKind, knowledge: Knowledge, *, opened: bool) -> list[str]:
    """What stands before an entry's first text: its months, and who is spoken of where no sentence has said so."""
    text = account.texts[0].text.strip()
    sentence = re.compile(_USED.format(re.escape(kind.主题)))
    named = opened or (kind.主题 in knowledge.catalogue.topics and sentence.search(text) is not None)
    who = "" if named else kind.introduction(account.who, text)
    return [part for part in (f"{account.span.strip()}，" if account.span else "", who) if part]


def _left_out(report: Report, account: HeadAccount, carried: Mapping[str, frozenset[str]]) -> list[str]:
    """The versions that don't speak of the head, unless staff name them."""
    names = [delivery.name for delivery in report.versions]
    others = [name for name in names if name not in carried[account.who] and name not in account.only_for]
    return [*others, *(name for name in account.not_for if name not in others)]


def _needs_sentence(kind: HeadKind, report: Report, knowledge: Knowledge) -> bool:
    """Whether there are figures to make the conventional sentence of, and no text of the head uses it already."""
    topic = knowledge.catalogue.topics.get(kind.主题)
    if topic is None:
        return False
    quantities = {name: report.indicators.quantity(kind.主题, name) for name in topic.指标}
    public = [name for name, entry in topic.指标.items() if entry.公开属性 == "公开"]
    given = any((quantity := quantities[name]) is not None and quantity.value != 0 for name in public)
    used = re.compile(_USED.format(re.escape(kind.主题)))
    texts = (text.text for account in report.heads for text in account.texts)
    return given and not any(used.search(text) for text in texts)


def _paragraph(words: list[str], account: HeadAccount, left_out: list[str], at: Path) -> ParagraphBlock:
    readers = {"只给": account.only_for, "不给": left_out, "不公开": account.internal}
    block = ParagraphBlock.model_validate({"段": words, **readers})
    block.located(at)
    return block
