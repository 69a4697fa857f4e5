"""Rules that inputs have too, held against a finished text: blanks, copies, tasks, the other organ's head."""

from __future__ import annotations

import re
from typing import Any

from generator.checking.days import in_words
from generator.checking.finished.examination import Examination
from generator.checking.finished.parts import HEADS, LACKS, PLANS
from generator.patterns import compile_later

_COPIES = compile_later(r"抄送[：:]\s*(?P<名>.+)")
_BETWEEN = compile_later(r"[，,、；。\s]+")
_BLANK = "占位"
_TELLING = 4


def check_others(examination: Examination) -> None:
    """TEXT050, PART026, PART032, PART070, PART091, TERM001."""
    _check_blanks(examination)
    _check_copies(examination)
    _check_stranger(examination)
    _check_tasks(examination)
    until, dated = examination.knowledge.terms_until, examination.manuscript.dated
    if until is not None and dated is not None and dated > until:
        place = next((line.place for line in examination.manuscript.of("成文日期")), examination.passages[0].line.place)
        examination.notes.add("TERM001", place, 各版="报告", 日期=in_words(dated), 截至=in_words(until))


def _check_blanks(examination: Examination) -> None:
    pattern = _expression(examination, "TEXT050", "式")
    for match in pattern.finditer(examination.text) if pattern is not None else ():
        if match[_BLANK] and not _is_undated(match[_BLANK], match.start(), examination):
            examination.add("TEXT050", match.start(), match.end())


def _is_undated(blank: str, at: int, examination: Examination) -> bool:
    """Whether it is the day in the head of a draft, which is left blank until it is known."""
    return blank.strip() == "月" and examination.passage_at(at).line.kind not in ("段", "要点", "节标题")


def _expression(examination: Examination, code: str, name: str, **words: str) -> re.Pattern[str] | None:
    text = examination.notes.parameter(code, name)
    for slot, word in words.items():
        text = text.replace(f"{{{slot}}}", word)
    try:
        return re.compile(text) if text else None
    except re.error:
        return None


def _check_copies(examination: Examination) -> None:
    """Who gets a copy, told by the imprint: nobody below, and the office that supervises."""
    kind = examination.knowledge.deliveries.get(examination.subject.delivery or "")
    found = [(line, match) for line in examination.manuscript.of("版记") if (match := _COPIES.search(line.text))]
    if kind is None or not kind.上行 or not found:
        return
    line, match = found[0]
    names = [name for name in _BETWEEN.split(match["名"]) if name]
    below = _expression(examination, "PART026", examination.level or "", 简称="$")
    for name in names:
        if below is not None and below.search(name):
            examination.notes.add("PART026", line.place, 版本="报告", 机关=name)
    word = examination.notes.parameter("PART032", "字")
    if examination.subject.delivery in examination.notes.words("PART032", "对象") and word not in match["名"]:
        examination.notes.add("PART032", line.place, 版本="报告")


def _check_stranger(examination: Examination) -> None:
    """A report of one organ speaks of its own head only."""
    kind, subject = examination.knowledge.deliveries.get(examination.subject.delivery or ""), examination.subject
    if kind is None or kind.机关 != "单独" or subject.reporter not in ("政府", "党委和政府") or examination.half:
        return
    passages = [passage for passage in examination.passages if passage.part == HEADS and passage.line.kind != "节标题"]
    text = "".join(passage.text for passage in passages)
    for name, head in examination.knowledge.heads.items():
        if name.startswith("党委") and head.named_in(text):
            examination.notes.add("PART070", passages[0].line.place, 各版="报告", 谁=name)


def _check_tasks(examination: Examination) -> None:
    """Tasks of the outline that no heading belongs to and no word speaks of, in a report that follows the outline."""
    year, rule = examination.subject.year, examination.notes.checks.get("PART091")
    outline = examination.knowledge.outline_for(year) if year is not None else None
    if rule is None or outline is None or examination.half or not _concerned(examination):
        return
    headings = [each.line for each in examination.passages if each.line.heading and each.part not in (LACKS, PLANS)]
    covered = {task.名称 for line in headings if (task := outline.task_of(line.heading)) is not None}
    owed = [task.名称 for task in outline.任务 if task.必写]
    done = "".join(passage.text for passage in examination.passages if passage.part not in (LACKS, PLANS))
    spoken_of = {
        task.名称 for task in outline.任务 if any(len(word) >= _TELLING and word in done for word in task.words())
    }
    missing = [name for name in owed if name not in covered | spoken_of]
    if missing and (len(owed) - len(missing)) * 100 > len(owed) * rule.number("百分之"):
        words: dict[str, Any] = {"大纲": outline.名称, "任务": "、".join(missing)}
        examination.notes.add("PART091", headings[0].place, **words)


def _concerned(examination: Examination) -> bool:
    notes = examination.notes
    of_kind = examination.subject.reporter in notes.words("PART091", "类别")
    return of_kind and examination.level in notes.words("PART091", "级别")
