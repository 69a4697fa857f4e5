"""Small manuscripts for tests, split from text by the shape of its lines."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import cast

from generator.checking.manuscript import ReportSubject, check_manuscript
from generator.diagnostics import Diagnostic, Diagnostics, Place
from generator.document.manuscript import Line, LineKind, Manuscript
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge

_LEVELS = (
    (1, r"[一二三四五六七八九十]{1,3}、"),
    (2, r"（[一二三四五六七八九十]{1,3}）"),
    (3, r"[0-9]{1,2}[.．]"),
    (4, r"（[0-9]{1,2}）"),
)
_POINT = re.compile(r"[一二三四五六七八九]是(?=.)")
_KINDS = ("标题", "题注", "主送", "称谓", "署名", "成文日期", "附件说明", "附件", "版记", "杂项", "段")
COUNTY = ReportSubject(2025, "政府", "县级", None, "全年")


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def split(text: str, dated: date | None = None, organs: tuple[str, ...] = ()) -> Manuscript:
    """A line for each line of `text`; `标题|…` names the kind, 一、 and the like make headings."""
    lines: list[Line] = []
    section = -1
    for number, typed in enumerate(text.split("\n"), start=1):
        line = _line(typed, Place("甲.txt", line=number, column=1), section)
        if line.kind == "节标题":
            section = len(lines)
        lines.append(line)
    return Manuscript("甲.txt", tuple(lines), organs, dated)


def _line(typed: str, place: Place, section: int) -> Line:
    kind, bar, rest = typed.partition("|")
    if bar and kind in _KINDS:
        return Line(cast("LineKind", kind), rest, place, section=section)
    for level, pattern in _LEVELS:
        match = re.match(pattern, typed)
        if match is not None:
            body = typed[match.end() :]
            stop = body.find("。") + 1
            run_in = stop if 0 < stop < len(body) else 0
            return Line("节标题", body, place, match[0], level, run_in, section)
    point = _POINT.match(typed)
    if point is not None:
        return Line("要点", typed[point.end() :], place, point[0], section=section)
    return Line("段", typed, place, section=section)


def found(
    text: str | Manuscript, subject: ReportSubject = COUNTY, dated: date | None = None, organs: tuple[str, ...] = ()
) -> list[Diagnostic]:
    """Everything that is found in a text."""
    diagnostics = Diagnostics()
    manuscript = split(text, dated, organs) if isinstance(text, str) else text
    check_manuscript(manuscript, knowledge(), subject, diagnostics)
    return list(diagnostics)


def codes(
    text: str | Manuscript, subject: ReportSubject = COUNTY, dated: date | None = None, organs: tuple[str, ...] = ()
) -> set[str]:
    """The codes of what is found."""
    return {each.code for each in found(text, subject, dated, organs)}
