"""What was promised last year (上年安排): whether it says what became of it, and isn't promised anew word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checking.findings import Finder
from generator.checking.written import texts_of
from generator.models.body import Block, SectionBlock
from generator.models.report import Report
from generator.patterns import compile_later

_PLANS = "下年安排"
_NOT_HAN = compile_later(r"[^\u4e00-\u9fff]")
_LEAST = 10
"""A promise of fewer characters may well be made every year."""


def check_promises(report: Report, body: tuple[Block, ...], finder: Finder) -> None:
    """PART132 for a promise without its outcome, PART133 for one that stands among this year's plans again."""
    plans = _NOT_HAN.sub("", "".join(_planned(body, inside=False)))
    for place, promise in enumerate(report.promises):
        path = ("上年安排", place)
        if not promise.result.strip():
            finder.add("PART132", path, 事项=promise.item)
        words = _NOT_HAN.sub("", promise.item)
        if len(words) >= _LEAST and words in plans:
            finder.add("PART133", path, 事项=promise.item)


def _planned(blocks: Iterable[Block], *, inside: bool) -> Iterator[str]:
    """Everything typed under the plans for next year."""
    for block in blocks:
        if isinstance(block, SectionBlock):
            section = block.section
            within = inside or _PLANS in section.items
            if within:
                yield section.heading or ""
            yield from _planned(section.content, inside=within)
        elif inside:
            yield from texts_of(block)
