"""The figures of a report against each other and against the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.checking.findings import Finder, Found, Placer
from generator.checking.ledger import Ledger
from generator.checking.quantities import check_dates, check_datum, check_quantity
from generator.checking.rates import check_base, check_rate
from generator.diagnostics import Severity, Strength
from generator.models.catalogue import Catalogue, RelationText
from generator.models.check import CheckRule
from generator.models.evaluation import Fails, evaluate
from generator.models.relation import Node, Operation, Relation, Term, Total, in_words, terms_of
from generator.models.report import Report

_RELATION, _REMINDER = "DATA020", "DATA029"


def check_figures(report: Report, catalogue: Catalogue, checks: Mapping[str, CheckRule], place: Placer) -> list[Found]:
    """Every finding about the report's figures: relations, rates, approximations, units and dates."""
    ledger = Ledger(report, catalogue)
    finder = Finder(checks, place)
    _check_relations(ledger, finder)
    for entry in (*ledger.entries(), *ledger.entries_of_last_year()):
        check_quantity(entry, finder)
        if check_base(entry, finder) and not entry.last_year:
            check_rate(entry, ledger, finder)
    for datum in report.other_data:
        check_datum(datum, finder)
    check_dates(report, ledger, finder)
    return finder.found


def _check_relations(ledger: Ledger, finder: Finder) -> None:
    for topic, figures in ledger.report.indicators.topics.items():
        if topic not in ledger.catalogue.topics:
            continue
        told: set[frozenset[Term]] = set()
        for entry, relation in ledger.catalogue.relations(topic):
            if entry.条件 and entry.条件 not in figures.ticked:
                continue
            # A total that isn't the sum of its parts may also be less than their sum: that is one fault, told once.
            if not (told and _about(relation) in told) and _check_relation(entry, relation, ledger, finder):
                told.add(_about(relation))


def _about(relation: Relation) -> frozenset[Term]:
    return frozenset(replace(term, blank_is_zero=False) for term in relation.terms())


def _check_relation(entry: RelationText, relation: Relation, ledger: Ledger, finder: Finder) -> bool:
    """Whether the relation fails.

    It reports under its own code, strength and source; the words are those of the general entry.
    """
    outcome = evaluate(relation, ledger.look_up)
    if not isinstance(outcome, Fails):
        return False
    paths = tuple(ledger.path(term) for term in relation.terms())
    home = next(relation.terms()).topic
    before = len(finder.found)
    finder.add(
        _REMINDER if entry.提醒 else _RELATION,
        paths[0],
        paths[1:],
        说明=entry.说明,
        左=_side(relation.left, f"{outcome.left:f}", ledger, home),
        右=_side(relation.right, f"{outcome.right:f}", ledger, home),
    )
    for index in range(before, len(finder.found)):
        finder.found[index] = _under_its_own_code(finder.found[index], entry)
    return True


def _under_its_own_code(found: Found, entry: RelationText) -> Found:
    strength = Strength(entry.强度)
    severity = Severity.ERROR if strength is Strength.RULE else Severity.WARNING
    if entry.提醒:
        severity = found.diagnostic.severity
    return replace(
        found,
        diagnostic=replace(found.diagnostic, code=entry.码, severity=severity, strength=strength, source=entry.来源),
    )


def _side(node: Node, worth: str, ledger: Ledger, home: str) -> str:
    """A side in words with its figures; a side of several also says what it comes to."""
    words = _spelled(node, ledger, home)
    return f"{words}＝{worth}" if isinstance(node, Operation | Total) else words


def _spelled(node: Node, ledger: Ledger, home: str) -> str:
    """The side with every figure; of a Σ only the parts that are given are named."""

    def label(term: Term) -> str:
        parts = totals.get(term)
        return ledger.label_with_figure(term, home) if parts is None else f"{term.indicator}（{'、'.join(parts)}）"

    totals = {
        total.dimension: [
            f"{ledger.label(part)}{figure}"
            for part in total.parts
            if (figure := getattr(ledger.look_up(part), "printed", ""))
        ]
        for total in Relation(node, "=", node).totals()
    }
    return in_words(node, label) if tuple(terms_of(node)) else str(node)
