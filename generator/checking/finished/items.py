"""The mandatory items (必备事项) of a finished report: there, with causes, under their headings, for the right year."""

from __future__ import annotations

import re
from typing import Any

from generator.checking.finished.causes import CAUSE
from generator.checking.finished.examination import Examination, Notes, Passage
from generator.checking.finished.parts import CODE, DONE, HEADS, LACKS, PLANS, is_bare, items_in
from generator.checking.finished.subject import ReportSubject
from generator.diagnostics import Place
from generator.document.manuscript import Line, Manuscript
from generator.models.knowledge import Knowledge
from generator.patterns import compile_later

_MISSING = {"硬": "PART001", "应": "PART013", "软": "PART002"}
_OF_HEADS = compile_later(r"第一责任人(?:的)?(?:职责|责任|制|要求)?")
_YEAR = compile_later(r"(20[0-9]{2})年")
_LAST_YEAR = compile_later(r"^上(?:一)?年度?(?:推进|法治|工作|主要|的)")
_SHORT = 120


def check_items(examination: Examination) -> None:
    """PART001, PART002, PART013 for items that aren't there; then what those that are say."""
    held = _held(examination)
    kind, year = examination.kind, examination.subject.year
    if kind is not None and year is not None:
        period = "上半年" if examination.half else "全年"
        for name, item in kind.事项.items():
            owed = item.owed(period, year)
            if owed != "无" and name not in held:
                # an oral report is a 专项工作报告; the items bind the annual report, which it doesn't replace
                weight = "warning" if owed == "硬" and _is_oral(examination) else ""
                examination.notes.add(_MISSING[owed], _whole(examination), weight, 事项=name, 期间=period, 版本="")
    _check_causes(examination, held)
    _check_homes(examination, held)
    _check_left_over(examination)
    if not examination.half:
        _check_plan_year(examination)
        _check_both_heads(examination)


def items_said(manuscript: Manuscript, knowledge: Knowledge, subject: ReportSubject) -> set[str]:
    """The mandatory items that a finished report says something of."""
    return set(_held(Examination(manuscript, knowledge, subject, Notes(knowledge.checks))))


def _whole(examination: Examination) -> Place:
    return examination.passages[0].line.place


def _is_oral(examination: Examination) -> bool:
    kind = examination.knowledge.deliveries.get(examination.subject.delivery or "")
    return kind is not None and kind.oral


def _held(examination: Examination) -> dict[str, list[Passage]]:
    """The passages that say something of each item. To name the 第一责任人 among the problems is no report on it."""
    held: dict[str, list[Passage]] = {}
    below = 0
    for passage in examination.passages:
        if passage.line.kind not in ("段", "要点", "节标题", "表格"):
            continue
        below = _below_heads(passage.line, below)
        told = passage.line.kind != "节标题" and not is_bare(passage.line)
        says = told or len(passage.line.text) > passage.line.run_in > 0
        if says:
            held.setdefault(passage.part, []).append(passage)
        if (
            passage.part in (DONE, "导语", "其他")
            and says
            and (below or (_OF_HEADS.search(passage.line.text) and not _is_a_title(passage)))
        ):
            held.setdefault(HEADS, []).append(passage)
    return held


def _below_heads(line: Line, level: int) -> int:
    """The level of the heading on the 第一责任人 that the line stands below; 0 where there is none."""
    if line.kind != "节标题" or (level and line.level > level):
        return level
    return line.level if _OF_HEADS.search(line.heading) else 0


def _is_a_title(passage: Passage) -> bool:
    """Whether the words only stand in the title of a document."""
    return _OF_HEADS.search(re.sub(r"《[^》]*》", "", passage.line.text)) is None


def _check_causes(examination: Examination, held: dict[str, list[Passage]]) -> None:
    """PART100: problems without a cause."""
    lacks = held.get(LACKS, [])
    text = "".join(passage.text for passage in lacks)
    if lacks and len(text) > _SHORT and not CAUSE.search(text):
        examination.notes.add("PART100", lacks[0].line.place)


def _check_homes(examination: Examination, held: dict[str, list[Passage]]) -> None:
    """PART104 for an item without a heading of its own, PART117 for a 第一责任人 in a sentence or two."""
    named = {
        item
        for line in examination.manuscript.of("节标题", "段")
        if line.kind == "节标题" or is_bare(line)
        for item in items_in(line.heading or line.text, examination.notes.parameter)
    }
    for item in (LACKS, PLANS):
        if held.get(item) and item not in named:
            examination.notes.add(CODE, held[item][0].line.place, 事项=item)
    heads = held.get(HEADS, [])
    if heads and HEADS not in named and examination.kind is not None and not examination.half:
        examination.notes.add("PART117", heads[0].line.place)


def _check_left_over(examination: Examination) -> None:
    """PART140: 上一年度, as guidelines say it, in a heading of the report on that very year."""
    for line in examination.manuscript.of("节标题"):
        if _LAST_YEAR.search(re.sub(r"《[^》]*》", "", line.heading)):
            examination.notes.add("PART140", line.place, 标题=line.heading, 年度=examination.subject.year or "某")


def _check_plan_year(examination: Examination) -> None:
    """PART016 for plans of another year, PART015 where the year isn't named."""
    year = examination.subject.year
    headings = [
        line
        for line in examination.manuscript.of("节标题")
        if PLANS in items_in(line.heading, examination.notes.parameter)
    ]
    if year is None or not headings:
        return
    line = headings[0]
    years = set(_YEAR.findall(line.heading))
    words: dict[str, Any] = {"标题": line.heading, "年度": year, "下年": year + 1, "版本": ""}
    if years and str(year + 1) not in years and not _is_merged(line, examination):
        examination.notes.add("PART016", line.place, 年份="、".join(f"{each}年" for each in sorted(years)), **words)
    elif not years:
        text = "".join(passage.text for passage in examination.passages if passage.part == PLANS)
        if str(year + 1) not in text:
            examination.notes.add("PART015", line.place, **words)


def _is_merged(line: Line, examination: Examination) -> bool:
    """Whether a heading holds problems too, whose year is the report's own."""
    return len(items_in(line.heading, examination.notes.parameter)) > 1


def _check_both_heads(examination: Examination) -> None:
    """PART014: the joint report of Party committee and government speaks of both heads."""
    if examination.subject.delivery != "上级党委和政府":
        return
    passages = [passage for passage in examination.passages if passage.part == HEADS]
    text = "".join(_below_heading(passage.line) for passage in passages)
    patterns = [(examination.notes.parameter("PART014", key), organ) for key, organ in (("党", "党委"), ("政", "政府"))]
    missing = [organ for pattern, organ in patterns if pattern and text and not re.search(pattern, text)]
    if missing:
        told = [_below_heading(passage.line) for passage in passages if _below_heading(passage.line)]
        silent = len(told) > 1 and not all(any(re.search(each, line) for each, _ in patterns if each) for line in told)
        unnamed = "，有的段落没有点明是谁" if silent else ""
        examination.notes.add("PART014", passages[0].line.place, 缺="、".join(missing), 另=unnamed, 各版="报告")


def _below_heading(line: Line) -> str:
    """The text of a line without the heading that it is or begins with."""
    return "" if line.kind == "节标题" and not line.run_in else line.text[line.run_in :]
