"""The causes of problems: one problem without its cause where the others have theirs."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.checking.finished.examination import Examination
from generator.checking.finished.parts import LACKS
from generator.patterns import compile_later
from generator.records import dataclass

CAUSE = compile_later(
    r"原因|由于|究其|根源|源于|归因|主要是因|因为|系因|(?<=[，。；])因(?!此|而)|缘于|所致|导致|受.{1,10}(?:影响|制约|限制)"
)
_NAMED = "原因"
_FEWEST = 3
_ORDINAL = compile_later(r"(?:^|(?<=[。；：]))[一二三四五六七八九十]是")


@dataclass(frozen=True, slots=True)
class _Problem:
    """One problem: what it is called, all that is said of it, where it begins."""

    title: str
    text: str
    start: int


def check_each_cause(examination: Examination) -> None:
    """PART116: most problems have their cause, this one has none. Problems are headings below that of 不足, or 一是.

    Where one text tells of all causes nothing is told.
    """
    problems = _problems(examination) or _counted_out(examination)
    lacking = [each for each in problems if not CAUSE.search(each.text)]
    named = sum(_NAMED in each.text for each in problems)
    if len(problems) < _FEWEST or named * 2 <= len(problems):
        return
    for each in lacking:
        examination.add("PART116", each.start, each.start + len(each.title), 标题=each.title)


def _counted_out(examination: Examination) -> list[_Problem]:
    """The problems counted 一是, 二是, each up to the next one or the end of its line."""
    problems: list[_Problem] = []
    for passage in examination.passages:
        if passage.part != LACKS:
            continue
        found = list(_ORDINAL.finditer(passage.text))
        if not found and problems and passage.line.kind == "段" and CAUSE.search(passage.text):
            return []
        ends = [*(each.start() for each in found[1:]), len(passage.text)]
        for match, end in zip(found, ends, strict=False):
            text = passage.text[match.end() : end]
            title = re.split("[，。；：]", text)[0]
            problems.append(_Problem(title, text, passage.start + match.end()))
    return problems


def _problems(examination: Examination) -> list[_Problem]:
    """The problems by their headings, each with all of its text; nothing where one text tells of all causes."""
    passages = [passage for passage in examination.passages if passage.part == LACKS]
    levels = {passage.line.level for passage in passages if passage.line.kind == "节标题" and passage.line.level > 1}
    problems: list[_Problem] = []
    for passage in passages:
        line = passage.line
        if line.kind == "节标题" and levels and line.level == min(levels) and line.heading:
            if _NAMED in line.heading:
                return []
            problems.append(_Problem(line.heading, passage.text, passage.start + len(line.number)))
        elif problems and (line.kind != "节标题" or line.level > min(levels)):
            problems[-1] = replace(problems[-1], text=problems[-1].text + passage.text)
        elif line.kind != "节标题" and CAUSE.search(passage.text):
            return []
    return problems
