"""Every check on the versions of a report, exemptions applied."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checking.deliveries import check_deliveries
from generator.checking.exemptions import apply_exemptions
from generator.checking.figures import check_figures
from generator.checking.findings import Finder, Found, Placer
from generator.checking.following import without_following
from generator.checking.heads import check_heads
from generator.checking.leads import check_leads
from generator.checking.limits import limited
from generator.checking.promises import check_promises
from generator.checking.structure import check_structure
from generator.checking.subject import check_subject
from generator.checking.tasks import check_tasks
from generator.checking.unused import check_unused
from generator.diagnostics import Diagnostics
from generator.document.blocks import Document
from generator.models.base import Path
from generator.models.body import Block
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.records import dataclass

LeftOut = tuple[str, Path, str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is checked: a report, its body with the shorthand laid out, and the versions that were composed.

    `others` are findings made elsewhere, `omitted` what versions left out because it isn't for the public (code,
    path, version, name of the part or figure): exemptions hold for them too. `broken` are the paths of the input that
    could not be used; nothing is said of what follows from them. Without `all_versions` the report has versions that
    `documents` lacks, without `all_rules` the rules on wording have not been asked.
    """

    report: Report
    body: tuple[Block, ...]
    documents: tuple[Document, ...]
    place: Placer
    others: tuple[Found, ...] = ()
    omitted: tuple[LeftOut, ...] = ()
    broken: frozenset[Path] = frozenset()
    all_versions: bool = True
    all_rules: bool = True


def check_report(checked: Checked, knowledge: Knowledge, diagnostics: Diagnostics) -> None:
    """Check the figures once and the shape of every version.

    A kind of reporter that the knowledge doesn't have owes no items.
    """
    report, checks = checked.report, knowledge.checks
    found = [*checked.others, *check_figures(report, knowledge.catalogue, checks, checked.place)]
    kind = knowledge.reporters.get(report.subject.kind)
    if kind is not None:
        found += check_deliveries(report, kind, knowledge.deliveries, checks, checked.place, checked.broken)
    finder = Finder(checks, checked.place)
    check_subject(report, knowledge.reporters, finder)
    check_heads(report, knowledge, finder)
    check_structure(checked.documents, report, checked.body, knowledge, finder, all_versions=checked.all_versions)
    check_tasks(report, checked.body, knowledge, finder)
    check_leads(report, checked.body, knowledge, finder)
    check_promises(report, checked.body, finder)
    if checked.all_versions and not checked.broken:
        check_unused(report, checked.documents, knowledge.catalogue, finder)
    for (code, path, name), versions in _by_part(checked.omitted).items():
        finder.add(code, path, 版本="”、“".join(versions), 指标=name, 部分=name)
    found += finder.found
    sound = without_following(found, checked.broken)
    whole = checked.all_versions and checked.all_rules and not checked.broken
    left = apply_exemptions(report, sound, checks, checked.place, all_found=whole)
    for diagnostic in limited(left, checks):
        diagnostics.add(diagnostic)


def _by_part(omitted: Iterable[LeftOut]) -> dict[tuple[str, Path, str], list[str]]:
    """What was left out, each with the versions that lack it: one finding for a part, however many versions."""
    parts: dict[tuple[str, Path, str], list[str]] = {}
    for code, path, version, name in omitted:
        versions = parts.setdefault((code, path, name), [])
        if version not in versions:
            versions.append(version)
    return parts
