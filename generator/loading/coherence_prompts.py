"""Prompts held against the catalogue: what sets one off must be figures that can be given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.faults import Fault, Spot
from generator.loading.keys import guess
from generator.models.knowledge import Knowledge
from generator.models.prompts import Prompt, Trigger
from generator.models.relation import Term


def prompt_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Triggers that name a topic, an indicator or a dimension that isn't there."""
    for prompt in knowledge.prompts:
        for number, trigger in enumerate(prompt.触发):
            yield from _trigger_faults(prompt, number, trigger, knowledge)


def _trigger_faults(prompt: Prompt, number: int, trigger: Trigger, knowledge: Knowledge) -> Iterator[Fault]:
    path = ("主题", prompt.名称, "触发")
    for place, relation in enumerate(trigger.relations):
        spot = Spot("prompts.yaml", (*path, number, "不符", place))
        terms = [(term, False) for term in relation.terms()] + [(each.dimension, True) for each in relation.totals()]
        for term, dimension in terms:
            if (wrong := _wrong(term, knowledge, dimension=dimension)) is not None:
                yield Fault((spot,), *wrong, own=True)
    for place, term in enumerate(trigger.blanks):
        if (wrong := _wrong(term, knowledge, dimension=False)) is not None:
            yield Fault((Spot("prompts.yaml", (*path, number, "未填", place)),), *wrong, own=True)


def _wrong(term: Term, knowledge: Knowledge, *, dimension: bool) -> tuple[str, str] | None:
    """Message and remedy for a term that cannot be looked up."""
    topics = knowledge.catalogue.topics
    if not term.topic:
        return f"“{term.indicator}”前面没有写主题", "写成 主题.指标，如 行政应诉.败诉"
    if term.topic not in topics:
        return f"没有主题“{term.topic}”", guess(term.topic, topics)
    names = topics[term.topic].维度 if dimension else topics[term.topic].指标
    if term.indicator not in names:
        what = "维度" if dimension else "指标"
        return f"主题“{term.topic}”没有{what}“{term.indicator}”", guess(term.indicator, names)
    return None
