"""The causes of problems: one problem without its cause where the others have theirs."""

from __future__ import annotations

from generator.checking.finished.examination import Examination, Passage
from generator.checking.finished.parts import LACKS
from generator.patterns import compile_later

CAUSE = compile_later(
    r"原因|由于|究其|根源|源于|归因|主要是因|因为|系因|(?<=[，。；])因(?!此|而)|缘于|所致|导致|受.{1,10}(?:影响|制约|限制)"
)
_NAMED = "原因"
_FEWEST = 3


def check_each_cause(examination: Examination) -> None:
    """PART116: most problems have their cause, this one has none. Problems are the headings below that of 不足."""
    problems = _problems(examination)
    lacking = [heading for heading, text in problems if not CAUSE.search(text)]
    named = sum(_NAMED in text for _, text in problems)
    if len(problems) < _FEWEST or named * 2 <= len(problems):
        return
    for passage in lacking:
        start = passage.start + len(passage.line.number)
        examination.add("PART116", start, start + len(passage.line.heading), 标题=passage.line.heading)


def _problems(examination: Examination) -> list[tuple[Passage, str]]:
    """The problems by their headings, each with all of its text; nothing where one text tells of all causes."""
    passages = [passage for passage in examination.passages if passage.part == LACKS]
    levels = {passage.line.level for passage in passages if passage.line.kind == "节标题" and passage.line.level > 1}
    problems: list[tuple[Passage, str]] = []
    for passage in passages:
        line = passage.line
        if line.kind == "节标题" and levels and line.level == min(levels) and line.heading:
            if _NAMED in line.heading:
                return []
            problems.append((passage, passage.text))
        elif problems and (line.kind != "节标题" or line.level > min(levels)):
            problems[-1] = (problems[-1][0], problems[-1][1] + passage.text)
        elif line.kind != "节标题" and CAUSE.search(passage.text):
            return []
    return problems
