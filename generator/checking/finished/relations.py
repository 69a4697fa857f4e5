"""Totals and their parts in one sentence, by the relations (勾稽) of the catalogue that close a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checking.finished.amounts import goes_on_to
from generator.checking.finished.examination import Examination
from generator.models.catalogue import Catalogue
from generator.models.relation import Node, Operation, Relation, Term
from generator.patterns import compile_later
from generator.records import dataclass

_LABEL = compile_later(r"[\u4e00-\u9fff]{2,}")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Closed:
    """A total that is the sum of its parts, by the labels of the catalogue."""

    whole: str
    parts: tuple[str, ...]
    unit: str
    source: str


def check_relations(examination: Examination) -> None:
    """DATA545: the parts are told only where all of them are named in a row (普通程序874件、简易程序312件)."""
    if not examination.notes.wants("DATA545"):
        return
    for each in _closed(examination.knowledge.catalogue):
        if not all(label in examination.text for label in (each.whole, *each.parts)):
            continue
        parts = "[、，和及]".join(rf"(?:适用|按)?{part}(?:案件)?([0-9]+){each.unit}" for part in each.parts)
        pattern = re.compile(
            rf"{each.whole}[^0-9，。；\n]{{0,8}}(?P<总>[0-9]+){each.unit}(?:（[^（）\n]*）)?[^。；\n]{{0,40}}?{parts}(?![0-9余多等])"
        )
        for match in pattern.finditer(examination.text):
            _, *figures = (int(figure) for figure in match.groups())
            whole, total = int(match["总"]), sum(figures)
            if whole != total and not goes_on_to(match.string, match.end(), whole - total, each.unit):
                words: dict[str, Any] = {
                    "总": whole,
                    "和": total,
                    "分项": "＋".join(map(str, figures)),
                    "项": each.whole,
                }
                examination.add("DATA545", match.start(), match.end(), source=each.source, **words)


def _closed(catalogue: Catalogue) -> Iterator[_Closed]:
    """The relations that hold of every report: a total on one side, named parts of its topic and unit on the other."""
    for name, topic in catalogue.topics.items():
        if topic.表式 is not None:
            continue
        for text, relation in catalogue.relations(name):
            terms = _terms(relation)
            if text.条件 or text.提醒 or text.强度 != "规定" or len(terms) <= _LEAST:
                continue
            if any(term.topic != name or term.last_year or term.blank_is_zero for term in terms):
                continue
            indicators = [topic.指标[term.indicator] for term in terms if term.indicator in topic.指标]
            whole, *parts = (indicator.标签 for indicator in indicators)
            of_a_kind = len(indicators) == len(terms) and len({indicator.单位 for indicator in indicators}) == 1
            if of_a_kind and indicators[0].单位 and all(_LABEL.fullmatch(label) for label in (whole, *parts)):
                yield _Closed(whole, tuple(parts), indicators[0].单位, text.来源)


def _terms(relation: Relation) -> list[Term]:
    """The total and its parts, in order; nothing for a relation of another form."""
    parts = _added(relation.right)
    return [relation.left, *parts] if relation.comparison == "=" and isinstance(relation.left, Term) and parts else []


def _added(node: Node) -> list[Term]:
    if isinstance(node, Term):
        return [node]
    if not isinstance(node, Operation) or node.operator != "+":
        return []
    left, right = _added(node.left), _added(node.right)
    return [*left, *right] if left and right else []
