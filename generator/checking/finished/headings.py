"""Headings: numbers without gaps, levels in order, none empty, repeated, alone, or without its number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generator.checking.finished.examination import Examination, Passage
from generator.checking.finished.lost_numbers import lost_below
from generator.checking.finished.marks import HALF_NUMBER
from generator.document.manuscript import Line
from generator.models.numerals import read_numeral
from generator.patterns import compile_later
from generator.records import dataclass

_NUMBER = compile_later(r"(?P<左>[（(])?(?P<数>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?P<右>[）)])?[、.．]?$")
_MAYBE = compile_later(r"^(?:20[0-9]{2}年度?)?[\u4e00-\u9fff“”《》、，]{4,30}$")
_NOT_A_HEADING = compile_later(r"[。；：！？]$|(?:如下|表现)$|^(?:附件|特此|责任编辑|来源|相关|扫一扫|上一篇|下一篇)")


_STYLES = ("一", "（一）", "1", "（1）")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A heading with its number: which of the four styles it is of, and how much; what it should be, when told."""

    passage: Passage
    style: str
    number: int
    meant: int = 0


def check_headings(examination: Examination) -> None:
    """Every finding about headings."""
    headings = [passage for passage in examination.passages if passage.line.kind == "节标题"]
    bare = list(_unnumbered(headings, examination))
    bare += [each for each in lost_below(headings, examination) if each not in bare]
    _check_numbers(headings, [*bare, *filter(_is_half, examination.passages)], examination)
    _check_shape(headings, examination)
    _check_siblings(headings, examination)
    for passage in examination.passages:
        _check_number_mark(passage, examination)
    for passage in bare:
        title = passage.line.heading or passage.text.strip()
        examination.add("PART121", passage.start, passage.start + len(passage.text), 标题=title)


def _numbered(passage: Passage) -> _Numbered | None:
    match = _NUMBER.match(passage.line.number.strip())
    worth = read_numeral(match["数"]) if match and not match["数"].isdecimal() else None
    if match is None:
        return None
    chinese = not match["数"].isdecimal()
    style = ("（一）" if match["右"] else "一") if chinese else ("（1）" if match["右"] else "1")
    return _Numbered(passage, style, int(match["数"] if not chinese else worth or 0))


def _check_numbers(headings: list[Passage], lost: list[Passage], examination: Examination) -> None:
    """PART120 for a number that doesn't follow the one before it at its level; PART124 for one of another style.

    Lines that lost their number (`lost`) are told of themselves, and count.
    """
    running: dict[int, _Numbered | None] = {}
    going_on = _going_on(headings)
    last: dict[int, int] = {}
    places = sorted(each.index for each in lost)
    for passage in headings:
        level = passage.line.level
        since = max((index for at, index in last.items() if at <= level), default=-1)
        gone = bisect_left(places, passage.index) - bisect_right(places, since)
        last[level] = passage.index
        for deeper in [each for each in running if each > level]:
            del running[deeper]
        here = _numbered(passage)
        before = running.get(level)
        if here is None:
            running[level] = None if level not in running else before
            continue
        if level in running and before is not None and here.style != before.style:
            odd, usual = (before, here) if _is_odd(before, here) else (here, before)
            _tell(examination, "PART124", odd.passage, 前=usual.passage.line.number, 序号=odd.passage.line.number)
        else:
            wanted = before.number + 1 if before is not None else 1
            follows = wanted <= here.number <= wanted + gone or (before is None and passage.index in going_on)
            as_meant = before is not None and 0 < before.meant == here.number - 1
            if not follows and not as_meant and not _restarts(here, before):
                here = replace(here, meant=wanted)
                _tell(
                    examination,
                    "PART120",
                    passage,
                    序号=passage.line.number,
                    前=before.passage.line.number if before else "",
                    应为=_like(wanted, here.style),
                )
        running[level] = here


def _is_odd(before: _Numbered, here: _Numbered) -> bool:
    """Whether of two styles the first is the wrong one: the other is usual at this level, and goes on from it."""
    usual = _STYLES[min(here.passage.line.level, len(_STYLES)) - 1]
    return before.style != usual == here.style and before.number == 1 and here.number == before.number + 1


def _going_on(headings: list[Passage]) -> set[int]:
    """The first headings of their groups where numbers go on from group to group: 1, 2 below （一）, 3 below （二）.

    Only where every group of the level does so, up to the next heading two levels above.
    """
    found: set[int] = set()
    for level in sorted({passage.line.level for passage in headings} - {1}):
        groups: list[list[_Numbered]] = [[]]
        for passage in [*headings, None]:
            if passage is None or passage.line.level < level - 1:
                pairs = list(pairwise(group for group in groups if group))
                if all(_goes_on(before[-1], after[0]) for before, after in pairs):
                    found.update(after[0].passage.index for _, after in pairs)
                groups = [[]]
            elif passage.line.level == level - 1 and groups[-1]:
                groups.append([])
            elif passage.line.level == level and (here := _numbered(passage)) is not None:
                groups[-1].append(here)
    return found


def _goes_on(before: _Numbered, after: _Numbered) -> bool:
    return after.number == before.number + 1 and after.style == before.style


def _restarts(here: _Numbered, before: _Numbered | None) -> bool:
    """Whether numbers begin anew after a part that has no heading of its own."""
    return here.number == 1 and before is not None and here.passage.part != before.passage.part


def _like(number: int, style: str) -> str:
    numerals = "零一二三四五六七八九十"
    tens, ones = divmod(number, 10)
    chinese = f"{numerals[tens] if tens > 1 else ''}{'十' if tens else ''}{numerals[ones] if ones else ''}"
    return {"一": f"{chinese}、", "（一）": f"（{chinese}）", "1": f"{number}.", "（1）": f"（{number}）"}[style]


def _tell(examination: Examination, code: str, passage: Passage, *, severity: str = "", **words: Any) -> None:
    title = passage.line.heading
    end = passage.start + len(passage.line.number) + len(title)
    examination.add(
        code,
        passage.start,
        max(end, passage.start + 1),
        severity,
        **{"标题": title, "版本": "", "序号": passage.line.number, **words},
    )


def _check_shape(headings: list[Passage], examination: Examination) -> None:
    """PART003, PART007, PART008, PART009, PART010, PART123."""
    notes, lines = examination.notes, examination.manuscript.lines
    marks = tuple(notes.parameter("PART008", "标点")) or ("。",)
    deepest = int(notes.parameter("PART010", "层数") or 4)
    before = 0
    for passage in headings:
        line = passage.line
        if not line.heading:
            _tell(examination, "PART003", passage)
            continue
        text = line.text[: line.run_in].strip() if line.run_in else line.text.strip()
        is_empty = _is_empty(passage.index, lines)
        is_sentence = is_empty and text.endswith("。") and "，" in text  # an item of one sentence is no heading
        if not line.run_in and text.endswith(marks) and not is_sentence:
            _tell(examination, "PART008", passage, 标点=text[-1])
        if line.level > deepest:
            _tell(examination, "PART010", passage, 层次=line.level)
        if before and line.level > before + 1:
            has_two_levels = before == 1 and _number_style(passage) == "1" and not _has_level(2, passage, headings)
            _tell(examination, "PART123", passage, severity="info" if has_two_levels else "")
        before = line.level
        if not (line.run_in and line.text[line.run_in :].strip()) and is_empty and not is_sentence:
            _tell(examination, "PART007", passage)


def _number_style(passage: Passage) -> str:
    numbered = _numbered(passage)
    return numbered.style if numbered is not None else ""


def _has_level(level: int, passage: Passage, headings: list[Passage]) -> bool:
    """Whether the section of the first level that a heading stands in has headings of a level."""
    firsts = [each.index for each in headings if each.line.level == 1]
    begin = max((index for index in firsts if index < passage.index), default=0)
    end = min((index for index in firsts if index > passage.index), default=headings[-1].index + 1)
    return any(each.line.level == level for each in headings if begin < each.index < end)


def _is_empty(index: int, lines: tuple[Line, ...]) -> bool:
    """Whether nothing to read stands below a heading, headings of lower levels apart that are told themselves."""
    level = lines[index].level
    for line in lines[index + 1 :]:
        if line.kind == "节标题":
            return line.level <= level
        if line.kind in ("署名", "成文日期", "版记", "附件", "附件说明"):
            return True
        if line.kind != "杂项" and (line.text.strip() or line.rows):
            return False
    return True


def _check_siblings(headings: list[Passage], examination: Examination) -> None:
    """PART006 for one heading alone below another, PART011 for one that repeats a sibling."""
    groups: dict[int, list[Passage]] = {}
    parents: dict[int, Passage] = {}
    for passage in [*headings, None]:
        level = passage.line.level if passage is not None else 0
        for deeper in sorted((each for each in groups if each > level), reverse=True):
            group = groups.pop(deeper)
            if len(group) == 1 and parents.get(deeper - 1) is not None:
                _tell(examination, "PART006", group[0])
        if passage is None:
            return
        title = passage.line.heading
        if title and any(other.line.heading == title for other in groups.get(level, [])):
            _tell(examination, "PART011", passage)
        groups.setdefault(level, []).append(passage)
        parents[level] = passage


def _is_half(passage: Passage) -> bool:
    return HALF_NUMBER.match(passage.text) is not None and passage.text.count("（") != passage.text.count("）")


def _check_number_mark(passage: Passage, examination: Examination) -> None:
    """PART122: a number with half of its brackets."""
    if passage.line.kind not in ("节标题", "段", "要点"):
        return
    if _is_half(passage) and (match := HALF_NUMBER.match(passage.text)) is not None:
        examination.add("PART122", passage.start, passage.start + match.end(), 开头=passage.text[:10].strip())


def _unnumbered(headings: list[Passage], examination: Examination) -> Iterator[Passage]:
    """Headings without their number among numbered ones, and short lines that only look like headings."""
    firsts = [passage for passage in headings if passage.line.level == 1]
    numbered = [passage for passage in firsts if passage.line.number.strip()]
    if len(numbered) < 2:  # noqa: PLR2004 - one number is no series
        return
    for passage in examination.passages:
        line, text = passage.line, passage.text.strip()
        if passage.start < numbered[0].start:
            continue
        if line.kind == "节标题":
            if line.level == 1 and not line.number.strip() and line.heading:
                yield passage
        elif line.kind == "段" and _MAYBE.match(text) and not _NOT_A_HEADING.search(text):
            yield passage
