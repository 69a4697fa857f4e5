"""What is planned for next year: some figure or day to be held to, and nothing said twice."""

from __future__ import annotations

from itertools import combinations, pairwise

from generator.checking.finished.examination import QUOTE, TITLE, Examination
from generator.checking.finished.parts import PLANS
from generator.patterns import compile_later

_YEARS = compile_later(r"20[0-9]{2}年度?|《[^《》]*》|“[^“”]*”|^[（0-9一二三四五六七八九十]+[）、.．]")
_TELLS = compile_later(
    r"[0-9]|[一二三四五六七八九十两]+(?:次|个|项|期|场|件|批|轮|名|家|篇|遍)|[一二三四]季度|[上下]半年|年[底内末]|月[底末]前?|每[月季年周]|全覆盖|逐[月季]"
)
_HAN = compile_later(r"[^\u4e00-\u9fff]")
_SENTENCE = compile_later(r"[^。；\n]+")
_LEAST, _MOST, _SHORT = 150, 120, 14


def check_plans(examination: Examination) -> None:
    """PART130 for plans without any figure or day, PART131 for two sentences that plan the same."""
    passages = [each for each in examination.passages if each.part == PLANS and each.line.kind in _KINDS]
    text = "".join(each.text for each in passages)
    if len(text) > _LEAST and not _TELLS.search("".join(_YEARS.sub("", each.text) for each in passages)):
        examination.notes.add("PART130", passages[0].line.place)
    _check_twice(examination)


_KINDS = ("段", "要点", "节标题", "表格")


def _check_twice(examination: Examination) -> None:
    """Sentences that share most of their pairs of characters; those that are the same word for word are TEXT107's."""
    share, same = (int(examination.notes.parameter("PART131", name) or 0) for name in ("百分之", "相同字数"))
    if not share:
        return
    sentences: list[tuple[int, int, str, frozenset[str]]] = []
    for passage in examination.passages:
        if passage.part == PLANS and passage.line.kind in _KINDS:
            for match in _SENTENCE.finditer(passage.text):
                start, end = passage.start + match.start(), passage.start + match.end()
                words = _HAN.sub("", match[0])
                if len(words) >= _SHORT and not examination.inside[start] & (TITLE | QUOTE):
                    sentences.append((start, end, words, frozenset(map("".join, pairwise(words)))))
    told: set[int] = set()
    for first, second in combinations(sentences[:_MOST], 2):
        alike = len(first[3] & second[3]) * 100 >= share * max(len(first[3]), len(second[3]))
        if alike and second[0] not in told and not _is_a_copy(first[2], second[2], same):
            told.add(second[0])
            examination.add("PART131", second[0], second[1], 前=examination.text[first[0] : first[1]].strip()[:24])


def _is_a_copy(first: str, second: str, length: int) -> bool:
    """Whether a run of so many characters stands in both."""
    return any(second[at : at + length] in first for at in range(max(0, len(second) - length + 1))) if length else False
