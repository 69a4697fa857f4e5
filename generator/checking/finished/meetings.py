"""Congresses and plenums: none that hadn't been held, the chain complete by the report's day, and in its form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checking.days import in_words
from generator.checking.finished.examination import TITLE, Examination
from generator.checking.finished.parts import LEAD, PLANS
from generator.models.numerals import read_numeral
from generator.patterns import compile_later
from generator.records import dataclass

_CONGRESS = r"十[五六七八九]|二十一?"
_PLENUMS = compile_later(
    rf"(?P<链>(?:党的)?(?P<大>{_CONGRESS})大(?P<连>以来|和|、|及|以及|，)?(?:党的)?)?(?P<届>{_CONGRESS})届(?P<次>历次|[一二三四五六七八中、和及]{{1,24}}?中)全会"
)
_ALONE = compile_later(
    rf"(?<!党的)(?<![迎接届一二三四五六七八九十])(?P<大>{_CONGRESS})大(?=精神|报告|以来|部署|和(?:{_CONGRESS})届)"
)
_HELD = compile_later(rf"(?<![迎接向])党的(?P<大>{_CONGRESS})大(?!代表)")
_NUMBERS = "一二三四五六七八"


@dataclass(frozen=True, slots=True)
class _Held:
    """A congress by its number, with the days on which its plenums ended."""

    number: int
    congress: date | None
    plenums: dict[int, date]


def check_meetings(examination: Examination) -> None:
    """TERM014 to TERM019, TERM023."""
    held = _held(examination)
    current = _current(held, examination.earliest)
    named: set[int] = set()
    for match in _HELD.finditer(examination.text):
        named.add(_number(match["大"]))
        _check_congress(match["大"], match.start(), match.end(), held, examination)
    chains = []
    for match in _PLENUMS.finditer(examination.text):
        number = _number(match["届"])
        named.add(number)
        told = [_NUMBERS.index(sign) + 1 for sign in match["次"] if sign in _NUMBERS]
        start, end = match.span()
        _check_each(number, told, start, end, held, examination)
        if match["链"] and match["次"] != "历次":
            chains.append((number, told, start, end))
            _check_chain(number, told, (start, end), match["次"], examination)
        elif match["次"] != "历次" and len(told) > 1 and not match["链"]:
            _check_list(number, told, (start, end), match["次"], examination)
        elif match["链"]:
            chains.append((number, [9], start, end))
    _check_latest(chains, named, current, examination)
    for match in _ALONE.finditer(examination.text):
        if not examination.inside[match.start()] & TITLE:
            examination.add("TERM018", match.start(), match.end(), 大=match["大"])
    _check_order(examination)


def _number(numeral: str) -> int:
    return int(read_numeral(numeral) or 0)


def _held(examination: Examination) -> dict[int, _Held]:
    """What the table of phrases knows of them."""
    days = {term.词: term.起 for term in examination.knowledge.terms if term.类 == "会议" and term.起 is not None}
    held = {}
    for number, numeral in (
        (15, "十五"),
        (16, "十六"),
        (17, "十七"),
        (18, "十八"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
    ):
        plenums = {
            place: days[name]
            for place, sign in enumerate(_NUMBERS, 1)
            if (name := f"党的{numeral}届{sign}中全会") in days
        }
        held[number] = _Held(number, days.get(f"党的{numeral}大"), plenums)
    return held


def _current(held: dict[int, _Held], day: date | None) -> _Held | None:
    """The congress whose plenums a report of this day speaks of."""
    begun = [each for each in held.values() if day is not None and each.congress is not None and each.congress <= day]
    return max(begun, key=lambda each: each.number, default=None)


def _check_congress(numeral: str, start: int, end: int, held: dict[int, _Held], examination: Examination) -> None:
    known, latest = held.get(_number(numeral)), examination.latest
    if latest is None or examination.passage_at(start).part == PLANS:
        return
    if known is not None and known.congress is None and _number(numeral) > _newest(held):
        _check_unknown(f"党的{numeral}大", start, end, examination)
    elif known is not None and known.congress is not None and known.congress > latest:
        examination.add("TERM014", start, end, 提法=f"党的{numeral}大", 起=in_words(known.congress), 办="")


def _newest(held: dict[int, _Held]) -> int:
    return max((each.number for each in held.values() if each.congress is not None), default=0)


def _check_unknown(name: str, start: int, end: int, examination: Examination) -> None:
    """TERM016: newer than any meeting of the table, in a report that the table reaches."""
    until, latest = examination.knowledge.terms_until, examination.latest
    if until is not None and latest is not None and latest <= until:
        examination.add("TERM016", start, end, 提法=name, 截至=in_words(until))


def _check_each(
    number: int, told: list[int], start: int, end: int, held: dict[int, _Held], examination: Examination
) -> None:
    """No plenum that hadn't been held on the latest day that the report can be of."""
    known, latest = held.get(number), examination.latest
    for place in told:
        day = known.plenums.get(place) if known is not None else None
        newer = known is not None and number >= _newest(held) and place > max(known.plenums, default=1)
        if newer and examination.passage_at(start).part != PLANS:
            _check_unknown(f"{number_words(number)}届{_NUMBERS[place - 1]}中全会", start, end, examination)
        if day is not None and latest is not None and latest < day and examination.passage_at(start).part != PLANS:
            name = f"{number_words(number)}届{_NUMBERS[place - 1]}中全会"
            examination.add("TERM014", start, end, 提法=name, 起=in_words(day), 办="")


def number_words(number: int) -> str:
    """二十 for 20, 十九 for 19."""
    tens, ones = divmod(number, 10)
    return f"{'' if tens == 1 else _NUMBERS[tens - 1]}十{'' if not ones else '一二三四五六七八九'[ones - 1]}"


_FIRST_NAMED = {18: 3}
"""Chains begin with the second plenum; that of the 18th, with the third."""


def _check_chain(number: int, told: list[int], span: tuple[int, int], said: str, examination: Examination) -> None:
    """The form of a chain: no first plenum, none left out in the middle, 中 behind each number."""
    if 1 in told:
        examination.add("TERM019", *span)
        return
    first = _FIRST_NAMED.get(number, 2)
    if said.count("中") < len(told) or told != list(range(told[0], told[0] + len(told))) or told[0] > first:
        usual = "、".join(f"{_NUMBERS[place - 1]}中" for place in range(min(first, told[0]), max(told) + 1))
        examination.add("TERM017", *span, 通常=f"{number_words(number)}届{usual}全会")


def _check_list(number: int, told: list[int], span: tuple[int, int], said: str, examination: Examination) -> None:
    """The same of plenums without their congress, which may begin with any."""
    if 1 in told:
        examination.add("TERM019", *span)
    elif said.count("中") < len(told):
        usual = "、".join(f"{_NUMBERS[place - 1]}中" for place in told)
        examination.add("TERM017", *span, 通常=f"{number_words(number)}届{usual}全会")


def _check_latest(
    chains: list[tuple[int, list[int], int, int]], named: set[int], current: _Held | None, examination: Examination
) -> None:
    """TERM015: the latest plenum that had been held on the report's first possible day is there."""
    day = examination.earliest
    if current is None or day is None or not chains:
        return
    if current.number not in named:
        _, _, start, end = chains[0]
        examination.add("TERM015", start, end, 缺=f"党的{number_words(current.number)}大", 日期=in_words(day))
        return
    held = [place for place, at in current.plenums.items() if at <= day]
    newest = max(held, default=0)
    for number, told, start, end in chains:
        if number == current.number and newest > 1 and max(told) < newest:
            name = f"{number_words(number)}届{_NUMBERS[newest - 1]}中全会"
            examination.add("TERM015", start, end, 缺=name, 日期=in_words(day))


def _check_order(examination: Examination) -> None:
    """TERM023: in the opening paragraph thought, then congress and plenums, then thought on the rule of law."""
    for passage in examination.passages:
        if passage.part != LEAD or passage.line.kind != "段":
            continue
        places = list(_places(passage.text))
        if len(places) > 2:  # noqa: PLR2004 - all three
            if places != sorted(places):
                examination.add("TERM023", passage.start + min(places), passage.start + min(places) + 12)
            return


def _places(text: str) -> Iterator[int]:
    """Where the members of the chain stand, in the order in which they should."""
    congress = _HELD.search(text)
    for place in (
        text.find("习近平新时代中国特色社会主义思想"),
        congress.start() if congress else -1,
        text.find("习近平法治思想"),
    ):
        if place >= 0:
            yield place
