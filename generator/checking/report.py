"""Every check on one version of a report, exemptions applied."""

from __future__ import annotations

from generator.checking.deliveries import check_deliveries
from generator.checking.exemptions import apply_exemptions
from generator.checking.figures import check_figures
from generator.checking.findings import Found, Placer
from generator.checking.structure import check_structure
from generator.diagnostics import Diagnostics
from generator.document.blocks import Document
from generator.models.knowledge import Knowledge
from generator.models.report import Report


def check_report(
    report: Report,
    documents: tuple[Document, ...],
    knowledge: Knowledge,
    place: Placer,
    diagnostics: Diagnostics,
    others: tuple[Found, ...] = (),
) -> None:
    """Check the figures once and the shape of each version; `others` are findings that exemptions may also take out.

    What several versions have in common is found once, because equal findings are kept once. A kind of reporter that
    the knowledge doesn't have owes no items.
    """
    found = [*others, *check_figures(report, knowledge.catalogue, knowledge.checks, place)]
    kind = knowledge.reporters.get(report.subject.kind)
    if kind is not None:
        found += check_deliveries(report, kind, knowledge.deliveries, knowledge.checks, place)
        for document in documents:
            found += check_structure(document, report, kind, knowledge.checks, place)
    for diagnostic in apply_exemptions(report, found, knowledge.checks, place):
        diagnostics.add(diagnostic)
