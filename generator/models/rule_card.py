"""A rule as people look it up: what it is called and weighs, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.knowledge import Knowledge
from generator.records import dataclass

_ARROW = " → "


@dataclass(frozen=True, slots=True)
class RuleCard:
    """`topic` says what the rule is about; `bad` and `good` are pieces with and without the fault."""

    code: str
    name: str
    severity: str
    strength: str
    topic: str
    what: str
    remedy: str
    source: str
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


def cards(knowledge: Knowledge, *, relations: bool = True) -> Iterator[RuleCard]:
    """Every rule: the checks, the typographic table, and the relations of the catalogue."""
    yield from _checks(knowledge)
    yield from _mends(knowledge)
    if relations:
        yield from _relations(knowledge)


def card_of(code: str, knowledge: Knowledge) -> RuleCard | None:
    """The rule of a code; None when there is none."""
    return next((card for card in cards(knowledge) if card.code == code), None)


def _checks(knowledge: Knowledge) -> Iterator[RuleCard]:
    topics = {"DATA": "数字", "PART": "结构和要素", "TEXT": "文字", "TERM": "提法", "PAGE": "版面"}
    for code, rule in knowledge.checks.items():
        topic = topics.get(code[:4], "其他")
        words = (rule.名称, rule.严重, rule.强度, topic, rule.说明, rule.办法, rule.来源)
        yield RuleCard(code, *words, tuple(rule.误), tuple(rule.正))


def _mends(knowledge: Knowledge) -> Iterator[RuleCard]:
    for rule in knowledge.mends:
        pairs = [example.partition(_ARROW)[::2] for example in rule.例]
        bad = tuple(_seen(before) for before, after in pairs if before != after)
        good = tuple(_seen(after) for before, after in pairs if before != after)
        kept = tuple(_seen(before) for before, after in pairs if before == after)
        remedy = "请自行斟酌" if rule.只提示 else "输入的文字由程序照此排印；成稿请照此改正"
        only = rule.只提示 and not bad
        yield RuleCard(
            rule.码,
            rule.名称,
            "info",
            rule.强度,
            "排版校正",
            rule.说明,
            remedy,
            rule.来源,
            kept if only else bad,
            good if not only else (),
        )


def _seen(text: str) -> str:
    """The text with marks that can't be seen written out."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def _relations(knowledge: Knowledge) -> Iterator[RuleCard]:
    for topic in knowledge.catalogue.topics.values():
        for relation in topic.勾稽:
            severity = "info" if relation.提醒 else "error" if relation.强度 == "规定" else "warning"
            remedy = "核对这几个数；确有原因的，写进“豁免”并说明理由"
            words = (
                f"{topic.标签}：{relation.式}",
                severity,
                relation.强度,
                "勾稽关系",
                relation.说明,
                remedy,
                relation.来源,
            )
            yield RuleCard(relation.码, *words)
