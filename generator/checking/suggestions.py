"""Which prompts the figures of a report suggest."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.ledger import Ledger
from generator.models.catalogue import Catalogue
from generator.models.evaluation import Fails, evaluate
from generator.models.knowledge import Knowledge
from generator.models.prompts import Prompt, Suggestion, Trigger, Why
from generator.models.quantity import Quantity
from generator.models.relation import Relation
from generator.models.report import Report


def suggestions(report: Report, knowledge: Knowledge) -> tuple[Suggestion, ...]:
    """All themes, those that the figures suggest first, else in the order of the file."""
    ledger = Ledger(report, knowledge.catalogue)
    found = [Suggestion(prompt, tuple(_reasons(prompt, ledger))) for prompt in knowledge.prompts]
    return tuple(sorted(found, key=lambda each: not each.why))


def _reasons(prompt: Prompt, ledger: Ledger) -> Iterator[Why]:
    for trigger in prompt.触发:
        if _set_off(trigger, ledger):
            yield Why(trigger.说, tuple(dict.fromkeys(_figures(trigger, ledger))))


def _set_off(trigger: Trigger, ledger: Ledger) -> bool:
    """Whether the figures contradict every relation: what is blank, approximate or unknown contradicts nothing."""
    if any(isinstance(ledger.look_up(term), Quantity) for term in trigger.blanks):
        return False
    known = (relation if _is_known(relation, ledger.catalogue) else None for relation in trigger.relations)
    return all(each is not None and _fails(each, ledger) for each in known)


def _is_known(relation: Relation, catalogue: Catalogue) -> bool:
    """An office may have taken a topic away that a prompt still names."""
    indicators = all(catalogue.indicator(term.topic, term.indicator) is not None for term in relation.terms())
    return indicators and all(catalogue.has_dimension(total.dimension) for total in relation.totals())


def _fails(relation: Relation, ledger: Ledger) -> bool:
    return isinstance(evaluate(ledger.catalogue.resolved(relation), ledger.look_up), Fails)


def _figures(trigger: Trigger, ledger: Ledger) -> Iterator[str]:
    """败诉 3件, with its topic: each given figure once."""
    for relation in trigger.relations:
        for term in ledger.catalogue.resolved(relation).terms():
            figure = ledger.look_up(term)
            indicator = ledger.catalogue.indicator(term.topic, term.indicator)
            if isinstance(figure, Quantity) and indicator is not None:
                unit = "" if figure.percent or indicator.单位 == "%" else indicator.单位
                yield f"{term.topic}·{ledger.label(term)}{figure.printed}{unit}"
