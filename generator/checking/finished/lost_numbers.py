"""Headings below the first level that lost their number: the next one leaves a gap, where a line looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checking.finished.examination import Examination, Passage
from generator.document.line_shapes import LONGEST_HEADING, counted
from generator.patterns import compile_later

_CLOSED = compile_later(r"[。；！？：，、]$")
_SHORT = 28


def lost_below(headings: list[Passage], examination: Examination) -> Iterator[Passage]:
    """The lines between two numbered siblings, as many as their numbers leave out, when there are just as many."""
    for level in range(2, 5):
        siblings = [
            each for each in headings if each.line.level <= level and (each.line.number or each.line.level < level)
        ]
        for before, after in pairwise(siblings):
            if before.line.level == after.line.level == level:
                yield from _between(before, after, examination)


def _between(before: Passage, after: Passage, examination: Examination) -> Iterator[Passage]:
    first, last = counted(before.line.number), counted(after.line.number)
    if first is None or last is None or last - first < 2:  # noqa: PLR2004 - no number between them
        return
    inside = [each for each in examination.passages if before.index < each.index < after.index]
    lost = [each for each in inside if _looks_like_one(each, before.line.level)]
    if len(lost) == last - first - 1:
        yield from lost


def _looks_like_one(passage: Passage, level: int) -> bool:
    """A heading of the level without number (by its style), or a short line that no mark closes."""
    line, text = passage.line, passage.text.strip()
    if line.kind == "节标题":
        return line.level == level and not line.number.strip() and len(line.heading) <= LONGEST_HEADING
    return line.kind == "段" and not line.number and 0 < len(text) <= _SHORT and _CLOSED.search(text) is None
