"""Topics whose figures were filled in and that no version prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checking.findings import Finder
from generator.document.blocks import Document, Figure, runs, walk
from generator.models.catalogue import Catalogue
from generator.models.report import Report

_CODE = "DATA520"
_FIGURES = "指标"
_MOST = 12


def check_unused(report: Report, documents: Iterable[Document], catalogue: Catalogue, finder: Finder) -> None:
    """One finding for a report. A text that refers to no figure at all is written by hand and says what it says."""
    printed = {ref.partition(".")[0] for document in documents for ref in _refs(document)}
    given = [
        name
        for name, topic in report.indicators.topics.items()
        if any(value.given and not value.not_applicable for value in topic.values.values())
    ]
    unused = [name for name in given if name not in printed and name in catalogue.topics]
    if unused and printed & set(given):
        more = f"等{len(unused)}个" if len(unused) > _MOST else ""
        finder.add(_CODE, (_FIGURES, unused[0]), 主题="、".join(unused[:_MOST]) + more, 例=unused[0])


def _refs(document: Document) -> Iterator[str]:
    for block in walk(document.blocks):
        for inlines in runs(block):
            for part in inlines:
                if isinstance(part, Figure) and part.ref:
                    yield part.ref
