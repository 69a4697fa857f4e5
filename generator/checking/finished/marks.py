"""Marks that come in pairs, series of 一是 二是, and paragraphs that end without a mark."""

from __future__ import annotations

import re

from generator.checking.finished.examination import Examination, Passage
from generator.models.numerals import read_numeral
from generator.patterns import compile_later

_PAIRS = {"（": "）", "《": "》", "“": "”", "〈": "〉", "〔": "〕", "【": "】", "‘": "’"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_SIGNS = compile_later(r"[（）《》“”〈〉〔〕【】‘]|(?<![A-Za-z])’|’(?![A-Za-z])")
_ITEM_NUMBER = compile_later(r"(?:(?<=[，。；：、\s])|^)(?:[0-9]{1,2}|[一二三四五六七八九十])$")
_ORDINAL = compile_later(
    r"(?:^|(?<=[。；：，、\n\s]))(?P<数>[一二三四五六七八九]|十[一二三四五]?)(?P<字>是|要)(?![一二三四五六七八九十])"
)
_LAST = ("最后",)
_ORDERS: tuple[tuple[re.Pattern[str], tuple[tuple[str, ...], ...]], ...] = (
    (
        compile_later(r"(?:^|(?<=[。；：]))(第[一二三四五六七八九])，"),
        tuple((f"第{numeral}",) for numeral in "一二三四五六七八九"),
    ),
    (compile_later(r"(?:^|(?<=[。；：]))(首先|其次|再次|最后)，"), (("首先",), ("其次",), ("再次",), _LAST)),
)
_ENDS = compile_later(r"[。！？；：…”）》」』\].!?;:)]$")
_LONG = 40
HALF_NUMBER = compile_later(
    r"\s*(?:[一二三四五六七八九十0-9]{0,3}）|（[一二三四五六七八九十0-9]{1,3}(?![）一二三四五六七八九十0-9]))(?=[\s一-龥])"
)
"""The number of a heading with half of its brackets (PART122)."""


def check_pairs(examination: Examination) -> None:
    """TEXT064: every mark that opens is closed in its paragraph, and the other way round."""
    if not examination.notes.wants("TEXT064"):
        return
    for passage in examination.passages:
        half = HALF_NUMBER.match(passage.text)
        for sign, place in _unpaired(passage.text):
            if half is not None and place < half.end():
                continue
            start = max(0, place - 6)
            excerpt = passage.text[start : place + 7]
            offset = passage.start + place
            lost = _PAIRS.get(sign) or _CLOSING[sign]
            examination.add("TEXT064", offset, offset + 1, 符号=sign, 缺=lost, 前后=excerpt.strip())


def _unpaired(text: str) -> list[tuple[str, int]]:
    """The marks without their other half. Each kind is counted by itself, so that one slip isn't told twice."""
    waiting: dict[str, list[int]] = {opening: [] for opening in _PAIRS}
    alone: list[tuple[str, int]] = []
    for match in _SIGNS.finditer(text):
        sign = match[0]
        if sign in _PAIRS:
            waiting[sign].append(match.start())
        elif waiting[_CLOSING[sign]]:
            waiting[_CLOSING[sign]].pop()
        elif not (sign == "）" and _ITEM_NUMBER.search(text[max(0, match.start() - 3) : match.start()])):
            alone.append((sign, match.start()))
    alone += [(opening, place) for opening, places in waiting.items() for place in places]
    return sorted(alone, key=lambda each: each[1])


def check_series(examination: Examination) -> None:
    """TEXT063: 一是 is followed by 二是 and no number is missing, in a paragraph or over several."""
    if not examination.notes.wants("TEXT063"):
        return
    last: dict[str, tuple[int, int]] = {}
    section: tuple[str, int] | None = None
    for passage in examination.passages:
        here = (passage.part, passage.line.section)
        if here != section or passage.line.kind == "节标题":
            _tell_lonely(examination, last)
            last, section = {}, here
        for match in _ORDINAL.finditer(passage.text):
            _follow(examination, passage, last, match["字"], match["数"], match.start())
        _check_ordered(passage, examination)
    _tell_lonely(examination, last)


def _check_ordered(passage: Passage, examination: Examination) -> None:
    """TEXT063 for 第一，第三， and 首先，再次， within a paragraph."""
    for pattern, order in _ORDERS:
        before = -1
        for match in pattern.finditer(passage.text):
            here = next(place for place, words in enumerate(order) if match[1] in words)
            if before >= 0 and here > before + 1 and not (here == len(order) - 1 and order[here] == _LAST):
                start = passage.start + match.start(1)
                question = f"“{match[1]}”前面缺“{order[before + 1][0]}”"
                examination.add("TEXT063", start, start + len(match[1]), 问题=question)
            before = here


def _follow(
    examination: Examination, passage: Passage, last: dict[str, tuple[int, int]], word: str, numeral: str, at: int
) -> None:
    number, start = int(read_numeral(numeral) or 0), passage.start + at
    before = last.get(word)
    if number == 1 and before is not None:
        _tell_lonely(examination, {word: before})
    told = before[0] if before is not None else 0
    if number > told + 1 and (before is not None or _begins(passage, at)):
        wanted = _said(told + 1, word)
        examination.add("TEXT063", start, start + len(numeral) + 1, 问题=f"“{numeral}{word}”前面缺“{wanted}”")
    last[word] = (number, start)


def _begins(passage: Passage, at: int) -> bool:
    """Whether an ordinal can only be one: it opens its line or a sentence."""
    return at == 0 or passage.text[at - 1] in "。；："


def _tell_lonely(examination: Examination, last: dict[str, tuple[int, int]]) -> None:
    for word, (number, start) in last.items():
        if number == 1 and examination.text[start : start + 2] == f"一{word}":
            examination.add("TEXT063", start, start + 2, 问题=f"只有“一{word}”，没有“二{word}”")


def _said(number: int, word: str) -> str:
    numerals = "零一二三四五六七八九"
    return (numerals[number] if number < len(numerals) else f"十{numerals[number - 10] if number > 10 else ''}") + word  # noqa: PLR2004 - 十


def check_ends(examination: Examination) -> None:
    """TEXT106: a paragraph ends with a mark."""
    for passage in examination.passages:
        text = passage.text.rstrip()
        runs_on = passage.line.kind == "节标题" and 0 < passage.line.run_in < len(passage.line.text.rstrip())
        if (runs_on or passage.line.kind in ("段", "要点")) and len(text) > _LONG and not _ENDS.search(text):
            end = passage.start + len(text)
            examination.add("TEXT106", max(passage.start, end - 6), end)
