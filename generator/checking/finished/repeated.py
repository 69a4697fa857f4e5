"""One thing counted in two places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from generator.checking.finished.amounts import UNIT
from generator.checking.finished.examination import Examination
from generator.checking.finished.parts import PLANS
from generator.patterns import compile_later
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class _Said:
    """A count as it stands in the text."""

    value: int
    unit: str
    start: int
    end: int


_STATED = compile_later(
    r"(?P<名>收到行政复议申请|受理行政复议(?:申请|案件)|办结行政复议案件|审结行政复议案件|(?:发生|办理)?行政(?:应诉|诉讼)案件|(?:行政)?应诉案件"
    r"|(?:行政)?规范性文件|受理(?:各类)?法律援助案件|收到政府信息公开申请|行政执法人员|调解(?:各类)?矛盾纠纷|法律明白人”?"
    r"|(?<=全[市县区州旗])(?=[0-9]{1,6}个(?:乡镇|镇|村|街道))|(?<![0-9])(?=[0-9]{1,6}个(?:村（社区）|乡镇（街道）)(?:全覆盖|全部)))(?:共|共计|合计)?(?P<数>[0-9]+)(?P<位>件|份|名|人|个)(?P<尾>乡镇(?:（街道）)?|镇(?!街)|村(?:（社区）)?|街道)?"
)
_SCOPES = compile_later(
    r"(?:全[市县区州旗镇乡]|[市县区]政府|本级|部门|上半年|下半年|去年|上年|同期|20[0-9]{2}年|近[三五]年|累计|其中|今年|截至|制定|审核|审查|备案|清理|修改|修订|废止|失效|继续有效|撤销|纠正|起草|出台|印发|发布|公布|登记|评估|新增|报送|接收|我[市县区])"
)


_CLAUSE = compile_later(
    rf"(?:^|(?<=[，。；：、）]))(?P<话>[\u4e00-\u9fff“”]{{4,30}}?)(?P<数>[0-9]+)(?P<位>{UNIT})(?![余多以左])"
)


def check_repeated(examination: Examination) -> None:
    """DATA532: what a report counts twice is the same number; only where phrase, unit and scope are the same."""
    told = {each.end for each in _known(examination)}
    for here, before in _same_words(examination):
        if here.end not in told:
            examination.add("DATA552", here.start, here.end, 前=examination.text[before.start : before.end])
            told.add(here.end)
    _check_long_names(examination, told)
    _check_wholes(examination)


def _scopes(pattern: re.Pattern[str], sentence: str) -> Callable[[int], frozenset[str]]:
    """The words of scope that stand before a place in the sentence, found once for all places."""
    ends, sets = [0], [frozenset[str]()]
    for match in pattern.finditer(sentence):
        if match[0] not in sets[-1]:
            ends.append(match.end())
            sets.append(sets[-1] | {match[0]})
    return lambda at: sets[bisect_right(ends, at) - 1]


def _known(examination: Examination) -> Iterator[_Said]:
    seen: dict[tuple[str, ...], _Said] = {}
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        scopes = _scopes(_SCOPES, sentence)
        for match in _STATED.finditer(sentence):
            scope = tuple(sorted(each for each in scopes(match.start()) if not (match["尾"] and each.startswith("全"))))
            approximate = sentence[match.end() : match.end() + 1] in ("余", "多")
            key = (match["名"] or match["尾"] or "", match["位"], match["尾"] or "", *scope)
            here = _Said(int(match["数"]), match["位"], start + match.start(), start + match.end())
            before = seen.setdefault(key, here)
            if before.value != here.value and not approximate:
                examination.add("DATA532", here.start, here.end, 前=examination.text[before.start : before.end])
                yield here


def _same_words(examination: Examination) -> Iterator[tuple[_Said, _Said]]:
    """Two clauses that say the same of the whole county and differ in their number. Other subjects are other things."""
    length = int(examination.notes.parameter("DATA552", "字数") or 0)
    before_it = examination.notes.words("DATA552", "前")
    if not length:
        return
    seen: dict[tuple[str, ...], _Said] = {}
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        scopes = _scopes(_SCOPES, sentence)
        for match in _CLAUSE.finditer(sentence) if any(sign.isdecimal() for sign in sentence) else ():
            if examination.passage_at(start).part == PLANS:
                continue
            words = _stripped(match["话"], before_it)
            if len(words) < length:
                continue
            key = (words, match["位"], *sorted(scopes(match.start("数")) - set(before_it)))
            here = _Said(int(match["数"]), match["位"], start + match.start("话"), start + match.end("位"))
            first = seen.setdefault(key, here)
            if first.value != here.value:
                yield here, first


def _stripped(words: str, before: tuple[str, ...]) -> str:
    """A clause without what only says that it is of the whole county and year."""
    while True:
        shorter = next((words[len(each) :] for each in before if words.startswith(each)), words)
        if shorter == words:
            return words
        words = shorter


_OTHER_SCOPES = compile_later(r"上半年|下半年|去年|上年|同期|20[0-9]{2}年|近[三五]年|累计|其中|[市县区镇乡](?:本级|属)")
_LONG_NAME = compile_later(
    r"(?P<名>[\u4e00-\u9fff]{12,40})(?P<数>[0-9]+)(?P<位>件次|件|项|个|次|名|份|条|家|卷)(?![余多])"
)
_OF_ALL = compile_later(
    r"(?P<动>[\u4e00-\u9fff]{2})的(?P<数>[0-9]+)(?P<位>件|卷|项|个|份|名)(?P<名>[\u4e00-\u9fff]{2,6}?)中"
)
_ALL_OF_THEM = compile_later(r"(?:^|[，。；：])(?P<数>[0-9]+)个(?P<名>[\u4e00-\u9fff（）]{6,16})(?=中|均|都|全部)")
_ENOUGH = 12


def _check_long_names(examination: Examination, told: set[int]) -> None:
    """DATA532 for what is named once more by a long name (研究法治政府建设议题18个), unless it was told already."""
    seen: dict[tuple[str, ...], _Said] = {}
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        scopes = _scopes(_OTHER_SCOPES, sentence)
        for match in _LONG_NAME.finditer(sentence):
            key = (match["名"][-_ENOUGH:], match["位"], *sorted(scopes(match.start("数"))))
            here = _Said(int(match["数"]), match["位"], start + match.start(), start + match.end())
            before = seen.setdefault(key, here)
            earlier = examination.text[before.start : before.end]
            names = sorted((match["名"], re.split("[0-9]", earlier)[0]), key=len)
            if before.value != here.value and names[1].endswith(names[0]) and here.end not in told:
                examination.add("DATA532", here.start, here.end, "info", 前=earlier)


def _check_wholes(examination: Examination) -> None:
    """DATA532 for a whole that is named once more (220卷案卷中)."""
    known: dict[str, list[re.Match[str]]] = {}
    for match in _OF_ALL.finditer(examination.text):
        pattern = rf"{match['动']}[^，。；、0-9\n]{{0,6}}{match['名']}(?:共|共计)?([0-9]+){match['位']}"
        _compare(match, pattern, examination, known)
    for match in _ALL_OF_THEM.finditer(examination.text):
        name = re.escape(match["名"].strip("的"))
        _compare(match, rf"{name}(?:共|共计)?([0-9]+)个", examination, known)


def _compare(
    match: re.Match[str], pattern: str, examination: Examination, known: dict[str, list[re.Match[str]]]
) -> None:
    """Tell a number of the whole that isn't that of the only place where it was counted."""
    if pattern not in known:
        known[pattern] = list(islice(re.finditer(pattern, examination.text), 2))
    counted = known[pattern]
    if len(counted) == 1 and counted[0][1] != match["数"]:
        examination.add("DATA532", match.start("数"), match.end(), "info", 前=counted[0][0])
