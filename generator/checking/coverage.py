"""The items that a report must cover, held against what each version shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.speaking import says_something
from generator.checking.versions import Remark
from generator.checking.written import Written
from generator.document.blocks import Document, Section, walk
from generator.models.report import Report
from generator.models.reporter import ReporterKind

_MISSING = {"硬": "PART001", "应": "PART013", "软": "PART002"}
_LEFT_OUT = {"硬": "PART040", "应": "PART040", "软": "PART041"}


def check_coverage(document: Document, report: Report, kind: ReporterKind, written: Written) -> Iterator[Remark]:
    """Remarks on items that one version lacks. An item counts when a section that carries it says something.

    Written but not shown in this version is not the same as not written; a heading that is shown without its text is
    told where sections are looked at.
    """
    sections = [block for block in walk(document.blocks) if isinstance(block, Section)]
    shown = {item for section in sections for item in section.items}
    covered = {item for section in sections if says_something(section) for item in section.items}
    for name, item in kind.事项.items():
        owed = item.owed(report.period, report.year)
        if owed == "无" or name in covered:
            continue
        words = {"事项": name, "期间": report.period}
        if name in written.items:
            if name not in shown:
                yield Remark(_LEFT_OUT[owed], written.items[name], words)
        else:
            yield Remark(_MISSING[owed], (), words)
