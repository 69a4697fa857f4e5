"""Set phrases (`schemas/terms.yaml`) in a text: not before their day, not when superseded, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.checking.days import in_words
from generator.checking.finished.examination import TITLE, Examination
from generator.checking.finished.nearness import Bare, Phrases, bare
from generator.checking.finished.parts import DONE, LEAD, PLANS
from generator.models.terms import Term
from generator.patterns import compile_later

_FIXED, _PLAN, _MEETING = "固定提法", "规划", "会议"
_NAMED = "领导人"
"""Words of this class are told by themselves (TERM042)."""
_BLANK = "\x00"
_LOOKING_BACK = compile_later(r"总结|收官|验收|期满|到期|评估|圆满|完成|巩固|成效|以来|终期|期间|编制|谋划|征求|衔接")
_DECLARED = {
    "两个确立": ("领悟", "拥护", "捍卫", "认同"),
    "四个意识": ("增强", "树牢", "树立", "强化", "提高"),
    "四个自信": ("坚定",),
    "两个维护": ("做到", "践行"),
}
"""In the order in which they stand, with the verbs that they go with."""
_LENGTH = 4
_LOOKING_FORWARD = compile_later(r"谋划|筹划|筹备|起草|编制|调研|研究|预热|衔接|准备")
_CLOSE = 6
_GOAL_LENGTH = 12
_EXPECTED, _SINCE = "习近平法治思想", 2021
_THOUGHT, _THOUGHT_SINCE, _OPENING = "习近平新时代中国特色社会主义思想", 2018, 60
_LED = compile_later(
    r"(?:[省市州盟县区旗镇乡]|党|工)委[^。\n]{0,20}领导|党的?(?:全面|集中统一)?领导|党中央[^。\n]{0,16}领导"
)
_NEAR_ENOUGH = 40
_WHOLE_REPORT = 1000


def check_phrases(examination: Examination) -> None:
    """TERM010, TERM011, TERM012 for phrases out of their time; TERM020, TERM021 for such as aren't word for word."""
    text = Bare.of(examination.text)
    terms = {bare(term.词): term for term in examination.knowledge.terms}
    blanked = _check_dates(text, terms, examination)
    told = _check_near(text, blanked, terms, examination)
    _check_mixed(text, blanked, told, examination)


def check_expected(examination: Examination) -> None:
    """TERM024, TERM047: what nearly every report of these years has; of a whole report only."""
    year, text = examination.subject.year, examination.text
    if year is not None and year >= _SINCE and len(text) > _WHOLE_REPORT and _EXPECTED not in text:
        examination.notes.add("TERM024", examination.passages[0].line.place, 提法=_EXPECTED)
    if year is not None and year >= _THOUGHT_SINCE and len(text) > _WHOLE_REPORT and not examination.half:
        _check_opening(examination)


def _check_opening(examination: Examination) -> None:
    """TERM047: the opening names the guiding thought and under whose leadership the work was done."""
    if examination.subject.reporter not in examination.notes.words("TERM047", "类别"):
        return
    opening = [each for each in examination.passages if each.part == LEAD and each.line.kind == "段"]
    text = "".join(each.text for each in opening)
    if len(text) < _OPENING:
        return
    lacks = [] if _THOUGHT in text else [_THOUGHT]
    if not _LED.search(text):
        lacks.append("党的领导（在……坚强领导下）")
    if lacks:
        examination.notes.add("TERM047", opening[0].line.place, 缺="和".join(lacks))


def _check_dates(text: Bare, terms: Mapping[str, Term], examination: Examination) -> str:
    """The text with all phrases blanked out. Longer phrases hide the shorter ones that they hold."""
    every = sorted((name for name in terms if name), key=len, reverse=True)
    blanked: list[str] = []
    end = 0
    for match in re.finditer("|".join(map(re.escape, every)), text.text):
        blanked.append(text.text[end : match.start()] + _BLANK * len(match[0]))
        end = match.end()
        term = terms[match[0]]
        start, stop = text.span(match.start(), match.end())
        _check_time(term, start, stop, examination)
    return "".join(blanked) + text.text[end:]


def _check_time(term: Term, start: int, end: int, examination: Examination) -> None:
    part = examination.passage_at(start).part
    title = bool(examination.inside[start] & TITLE)
    words = {"提法": term.词, "办": f"，可用“{term.替代}”" if term.替代 else ""}
    latest, earliest, year = examination.latest, examination.earliest, examination.subject.year
    early = term.起 is not None and latest is not None and latest < term.起
    if term.起 is not None and early and not _is_awaited(term, part, (start, end), examination):
        code = "TERM014" if term.类 == _MEETING else "TERM010"
        examination.add(code, start, end, source=term.来源, 起=in_words(term.起), **words)
    elif term.类 == _FIXED and term.止 is not None and earliest is not None and earliest > term.止 and not title:
        examination.add("TERM011", start, end, source=term.来源, 止=in_words(term.止), **words)
    elif term.类 == _PLAN and year is not None and part in (LEAD, DONE, PLANS):
        at = year + 1 if part == PLANS else year
        before = examination.text[max(0, start - _NEAR_ENOUGH) : start].rpartition("\n")[2]
        around = before + examination.text[start : end + _NEAR_ENOUGH // 2].partition("\n")[0]
        ended = term.年度止 is not None and year > term.年度止 and not _LOOKING_BACK.search(around)
        of_one_year = term.年度起 is not None and term.年度起 == term.年度止
        if ended or (of_one_year and term.年度起 not in (at, year)):
            examination.add("TERM012", start, end, source=term.来源, 年度=year, 止=term.年度止, **words)


def _is_awaited(term: Term, part: str, span: tuple[int, int], examination: Examination) -> bool:
    return _is_planned(term, part, examination) or _is_prepared(term, *span, examination.text)


def _is_planned(term: Term, part: str, examination: Examination) -> bool:
    """Whether a plan that comes next year is only spoken of as next year's."""
    year = examination.subject.year
    return part == PLANS and term.类 == _PLAN and year is not None and (term.年度起 or 0) <= year + 1


def _is_prepared(term: Term, start: int, end: int, text: str) -> bool:
    """Whether a plan is only spoken of as one in the making: 谋划“九五”普法."""
    around = re.split("[，。；\n]", text[max(0, start - _NEAR_ENOUGH) : start])[-1] + text[end : end + _CLOSE]
    return term.类 == _PLAN and _LOOKING_FORWARD.search(around) is not None


def _check_near(text: Bare, blanked: str, terms: Mapping[str, Term], examination: Examination) -> list[tuple[int, int]]:
    """TERM020; where they were told."""
    wanted = [
        name for name, term in terms.items() if _is_word_for_word(name, term) and _is_of_the_time(term, examination)
    ]
    misnamed = [word.词 for word in examination.knowledge.words.values() if word.类 == _NAMED and word.改作]
    told: list[tuple[int, int]] = []
    if not examination.notes.wants("TERM020"):
        return told
    for near in sorted(Phrases(wanted).near(blanked), key=lambda each: (-len(each.phrase), each.start)):
        if any(start < near.end and near.start < end for start, end in told):
            continue
        told.append((near.start, near.end))
        start, end = text.span(near.start, near.end)
        wrong = any(each in examination.text[start:end] and each not in near.phrase for each in misnamed)
        if not wrong and not examination.inside[start] & TITLE:
            examination.add("TERM020", start, end, 提法=terms[near.phrase].词)
    return told


def _is_word_for_word(name: str, term: Term) -> bool:
    return term.类 == _FIXED or (term.类 == _PLAN and "《" not in term.词 and len(name) >= _GOAL_LENGTH)


def _is_of_the_time(term: Term, examination: Examination) -> bool:
    latest, earliest = examination.latest, examination.earliest
    begun = latest is None or term.起 is None or term.起 <= latest
    return begun and (earliest is None or term.止 is None or earliest <= term.止)


def _check_mixed(text: Bare, blanked: str, told: Iterable[tuple[int, int]], examination: Examination) -> None:
    """TERM021: two or more of the four in one sentence, in none of the fixed forms."""
    places = [(match.start(), match[0]) for match in re.finditer("|".join(_DECLARED), text.text)]
    index = 0
    while index < len(places):
        group = [places[index]]
        while index + 1 < len(places) and places[index + 1][0] - places[index][0] < _NEAR_ENOUGH // 2:
            index += 1
            group.append(places[index])
        index += 1
        start, end = group[0][0], group[-1][0] + _LENGTH
        within = text.text[start:end]
        alone = all(_is_single(blanked, place) for place, _ in group)
        if len({word for _, word in group}) < 2 or not alone or re.search("[。；\n]", within):  # noqa: PLR2004 - a pair
            continue
        if _is_well_put(text.text, group):
            continue
        place, stop = text.span(start, end)
        if not any(first < end and start < last for first, last in told) and not examination.inside[place] & TITLE:
            examination.add("TERM021", place, stop)


def _is_well_put(text: str, group: list[tuple[int, str]]) -> bool:
    """Whether each has one of its verbs, and all stand in their order, if in other words than the fixed ones."""
    order = [list(_DECLARED).index(word) for _, word in group]
    return order == sorted(order) and all(text[:place].endswith(_DECLARED[word]) for place, word in group)


def _is_single(blanked: str, place: int) -> bool:
    """Whether one of the four was found by itself and not as a piece of a fixed form."""
    around = blanked[max(0, place - 1) : place] + blanked[place + _LENGTH : place + _LENGTH + 1]
    return _BLANK not in around
