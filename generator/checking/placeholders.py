"""Placeholders (占位符) that nobody filled in: XX件, ____, （待定）, in what staff typed and a version prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.checking.findings import Finder, Found, path_of
from generator.diagnostics import Place, Severity
from generator.document.blocks import Document, Text, runs, walk
from generator.models.base import Path
from generator.models.check import CheckRule
from generator.models.report import FINAL_STATES, Report
from generator.patterns import compile_later
from generator.records import dataclass

_CODE, _GROUP = "TEXT050", "占位"
_HINT = compile_later(
    r"[XxＸｘ×✕_＿○〇◯●□*某TNn?？…]|此处|[（(【\[].{0,14}[待请缺空由]"
    r"|[（(【\[][ \u3000数内时日人件名文姓金填具此）】\]]"
    r"|[{<＜][数内时日人件名文姓金填具此]|[ \u3000]{2}|年[ \u3000]"
)
"""What every text with a placeholder has; the expression that knows them is long, and is compiled when it is needed.

A test draws placeholders from that expression and holds them against this.
"""

_NAMED = ("机关", "自称", "主送", "标题", "文号", "签发人", "标志", "抄送", "印发机关", "称谓")
_INNER = (("会议", "名称"), ("报告人", "职务"), ("报告人", "姓名"))
_SUBJECT = ("名称", "简称", "自称", "上级")


@dataclass(frozen=True, slots=True)
class Typescript:
    """The input as typed: what stands at a path, and the place of a character of it."""

    value: Callable[[Path], Any]
    has: Callable[[Path], bool]
    place: Callable[[Path, int], Place]


def placeholders_found(
    report: Report, documents: Iterable[Document], checks: Mapping[str, CheckRule], typed: Typescript
) -> tuple[Found, ...]:
    """A finding for each placeholder in what the versions print; an error once the report is in its final state.

    The expression matches what may hold one innocently (titles, references) too, and names what is one by its group.
    """
    finder = Finder(checks, lambda path: typed.place(path, 0))
    if _CODE not in checks:
        return ()
    pattern = None
    for path in dict.fromkeys(_paths(report, tuple(documents), typed)):
        text = typed.value(path)
        if not isinstance(text, str) or not _HINT.search(text):
            continue
        pattern = pattern or finder.pattern(_CODE, "式")
        for match in pattern.finditer(text) if pattern is not None else ():
            if match[_GROUP]:
                finder.add(_CODE, path, 文=match[0])
                finder.found[-1] = _weighed(finder.found[-1], typed.place(path, match.start()), report)
    return tuple(finder.found)


def _weighed(found: Found, place: Place, report: Report) -> Found:
    final = report.state in FINAL_STATES
    severity = Severity.ERROR if final else found.diagnostic.severity
    return replace(found, diagnostic=replace(found.diagnostic, place=place, severity=severity))


def _paths(report: Report, documents: tuple[Document, ...], typed: Typescript) -> Iterator[Path]:
    """Where what the versions print was typed: the formal fields, then the text."""
    yield from _entries(report.subject.at, ((key,) for key in _SUBJECT), typed)
    printed = {document.meta.delivery for document in documents}
    for delivery in report.deliveries:
        if delivery.name in printed:
            yield from _entries(delivery.at, (*((key,) for key in _NAMED), *_INNER), typed)
    for document in documents:
        for block in walk(document.blocks):
            for inlines in runs(block):
                for part in inlines:
                    if isinstance(part, Text) and part.typed is not None:
                        yield path_of(part.typed.path)


def _entries(at: Path, keys: Iterable[Path], typed: Typescript) -> Iterator[Path]:
    """The fields that are given, lists item by item."""
    for key in keys:
        path = (*at, *key)
        if typed.has(path):
            value = typed.value(path)
            yield from ((*path, place) for place in range(len(value))) if isinstance(value, list) else (path,)
