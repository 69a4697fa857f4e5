"""Which versions of a report speak of which head."""

from __future__ import annotations

from generator.models.delivery import Delivery
from generator.models.knowledge import Knowledge
from generator.models.report import Report, organs_of


def carriers(report: Report, knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Head -> the names of the versions that speak of it, by the organs in whose name they report."""
    there = [delivery for delivery in report.versions if delivery.kind in knowledge.deliveries]
    return {
        name: frozenset(each.name for each in there if _carries(report, each, name, knowledge))
        for name in knowledge.heads
    }


def _carries(report: Report, delivery: Delivery, head: str, knowledge: Knowledge) -> bool:
    organs = organs_of(report, delivery, knowledge.deliveries[delivery.kind])
    return knowledge.heads[head].speaks_for(report.subject.kind, organs)
