"""Rules as a clerk reads them on a console, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.diagnostics import Severity, shown_source
from generator.models.rule_card import RuleCard
from generator.presenting.text import printable


def as_list(cards: Sequence[RuleCard]) -> str:
    """A line for each rule: code, weight, strength, name."""
    lines = [f"{card.code}  {Severity(card.severity).label}  {card.strength}  {card.name}" for card in cards]
    return printable("\n".join([*lines, "", f"共 {len(cards)} 条；fazhi explain 码，看一条的说明、来源、办法和例子"]))


def as_json(cards: Sequence[RuleCard]) -> str:
    """`{"rules": [{code, name, severity, strength, topic, what, remedy, source, bad, good}]}`."""
    return json.dumps({"rules": [_plain(card) for card in cards]}, ensure_ascii=False, indent=2)


def _plain(card: RuleCard) -> dict[str, object]:
    return {
        "code": card.code,
        "name": card.name,
        "severity": card.severity,
        "strength": card.strength,
        "topic": card.topic,
        "what": card.what,
        "remedy": card.remedy,
        "source": card.source,
        "bad": list(card.bad),
        "good": list(card.good),
    }


def _with_doubt(source: str) -> str:
    shown = shown_source(source)
    return source if shown == source else f"{shown}（出处待核）"


def explained(card: RuleCard) -> str:
    """Everything about one rule."""
    lines = [
        f"{card.code}  {card.name}",
        f"    {Severity(card.severity).label}，强度：{card.strength}（{card.topic}）",
        f"    查什么：{card.what}",
        f"    依据：{_with_doubt(card.source)}",
        f"    怎么办：{card.remedy}",
    ]
    for label, pieces in (("误", card.bad), ("正", card.good)):
        for piece in pieces:
            first, *others = piece.split("\n")
            lines += [f"    {label}：{first}", *(f"        {line}" for line in others)]
    return printable("\n".join(lines))
