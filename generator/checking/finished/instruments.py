"""Titles in 《》: laws and documents by their right names, in force on the report's day, each under one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.checking.days import in_words
from generator.checking.finished.examination import Examination
from generator.checking.finished.misnamed import check_name
from generator.checking.finished.nearness import bare, distances
from generator.checking.finished.parts import DONE, LEAD, PLANS
from generator.models.instrument import Instrument
from generator.patterns import compile_later
from generator.records import dataclass

_TITLE = compile_later(r"(?P<新>新(?:修订|修正|修改)(?:实施|施行)?(?:后)?的?)?《(?P<名>[^《》\n]{2,80})》")
_YEARS = compile_later(r"（(?P<起>20[0-9]{2})\s*[—–－~～-]?\s*(?P<止>20[0-9]{2})年?）")
_RANGE = compile_later(r"(?<![0-9])20[0-9]{2}年?(?:[-－–~～]|--)20[0-9]{2}年")
_CARRYING_OUT = compile_later(r"(?:落实|贯彻|按照|根据|依据|围绕|实施|对照)[^，。；\n]{0,24}$")
_LONG_ENOUGH, _PAIR, _NEW = 7, 8, timedelta(days=548)

_RESTS_ON = ("依照", "依据", "根据", "按照")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A title where it stands; `fresh` is 新修订的 before it."""

    name: str
    start: int
    end: int
    fresh: str


def check_instruments(examination: Examination) -> None:
    """TERM013, TERM030 to TERM035, and TEXT108 for years in a title without a dash between them."""
    known = {bare(each.名称): each for each in examination.knowledge.instruments.values()}
    short = {bare(name): each for each in known.values() for name in each.简称}
    plans = {bare(term.词): term.词.strip("《》") for term in examination.knowledge.terms if term.词.startswith("《")}
    right = {**{name: each.名称 for name, each in known.items()}, **{name: name for name in short}, **plans}
    full: set[str] = set()
    declared: set[str] = set()
    cited = [
        _Cited(match["名"], match.start(), match.end(), match["新"] or "")
        for match in _TITLE.finditer(examination.text)
    ]
    for each in cited:
        name = bare(each.name)
        instrument = known.get(name) or short.get(name)
        if instrument is not None:
            _check_time(instrument, each, examination)
            if name in known:
                full.add(instrument.名称)
            elif (
                instrument.名称 not in full | declared
                and examination.text.find("以下简称", max(0, each.start - 6), each.start) < 0
            ):
                declared.add(instrument.名称)
                examination.add("TERM035", each.start, each.end, 简称=each.name, 全称=instrument.名称)
        elif name not in plans:
            _check_near(each, name, right, examination) or check_name(name, each.start, each.end, right, examination)
        _check_years(each, examination)
        if (span := _RANGE.search(each.name)) is not None:
            examination.add("TEXT108", each.start, each.end, 年份=span[0])
    _check_twice(cited, right, examination)


def _check_time(instrument: Instrument, cited: _Cited, examination: Examination) -> None:
    latest, earliest, year = examination.latest, examination.earliest, examination.subject.year
    known_from = instrument.公布 or instrument.起
    if known_from is not None and latest is not None and latest < known_from:
        planned = examination.passage_at(cited.start).part == PLANS and year is not None and known_from.year <= year + 1
        if not planned:
            severity = "info" if instrument.把握 == "待核" else ""
            examination.add(
                "TERM031",
                cited.start,
                cited.end,
                severity,
                instrument.来源,
                名=instrument.名称,
                起=in_words(known_from),
            )
    elif _is_ahead(instrument, cited, examination):
        start = in_words(instrument.起) if instrument.起 is not None else ""
        examination.add("TERM031", cited.start, cited.end, "info", instrument.来源, 名=instrument.名称, 起=start)
    elif instrument.止 is not None and earliest is not None and earliest > instrument.止:
        severity = "" if instrument.把握 == "已核" else "info"
        instead = f"，现为《{instrument.取代为}》" if instrument.取代为 else ""
        examination.add(
            "TERM032",
            cited.start,
            cited.end,
            severity,
            instrument.来源,
            名=instrument.名称,
            止=in_words(instrument.止),
            现=instead,
        )
    if cited.fresh and earliest is not None:
        _check_fresh(instrument, cited, earliest, examination)


def _is_ahead(instrument: Instrument, cited: _Cited, examination: Examination) -> bool:
    """Whether what was done is said to rest on something that came into force only after the time reported on."""
    before = examination.text[max(0, cited.start - 6) : cited.start]
    done = examination.passage_at(cited.start).part == DONE and before.endswith(_RESTS_ON)
    last = examination.last_day
    return done and instrument.起 is not None and last is not None and last < instrument.起 and not instrument.版本


def _check_fresh(instrument: Instrument, cited: _Cited, day: date, examination: Examination) -> None:
    """TERM034: 新修订的 for a year and a half."""
    edition = instrument.edition(day)
    if edition is not None and day - edition.起 > _NEW:
        examination.add("TERM034", cited.start, cited.end, 名=instrument.名称, 起=in_words(edition.起))


def _check_near(cited: _Cited, name: str, right: Mapping[str, str], examination: Examination) -> bool:
    """TERM030: a title that differs from a known one by a character, or leaves out or adds a word of two."""
    for wanted, title in right.items():
        if len(wanted) < _LONG_ENOUGH or abs(len(wanted) - len(name)) > 2 or wanted[:2] != name[:2]:  # noqa: PLR2004 - a word
            continue
        distance = distances(wanted, name)[-1]
        if distance == 1 or (distance == 2 == abs(len(wanted) - len(name))):  # noqa: PLR2004 - a word of two characters
            examination.add("TERM030", cited.start, cited.end, 全称=title)
            return True
    return False


def _check_years(cited: _Cited, examination: Examination) -> None:
    """TERM013: a plan for other years is cited as being carried out."""
    year, years = examination.subject.year, _YEARS.search(cited.name)
    if year is None or years is None or int(years["止"]) >= year:
        return
    before = examination.text[max(0, cited.start - 30) : cited.start]
    if examination.passage_at(cited.start).part in (LEAD, DONE) and _CARRYING_OUT.search(before):
        examination.add("TERM013", cited.start, cited.end, 年度=year, 止=years["止"])


def _check_twice(cited: list[_Cited], right: Mapping[str, str], examination: Examination) -> None:
    """TERM033: two titles that differ by one character left out, neither of them known."""
    first: dict[str, _Cited] = {}
    told: set[str] = set()
    names = {bare(each.name): each for each in reversed(cited)}
    unknown = {name: each for name, each in names.items() if len(name) >= _PAIR and name not in right}
    for name, each in unknown.items():
        first.setdefault(name, each)
    for name, each in unknown.items():
        for shorter in _shortened(name):
            other = first.get(shorter)
            if other is not None and shorter not in told and not _is_numbered(name, shorter):
                told.add(shorter)
                examination.add("TERM033", other.start, other.end, 另=each.name)


def _shortened(name: str) -> Iterator[str]:
    return (name[:place] + name[place + 1 :] for place in range(len(name)))


def _is_numbered(longer: str, shorter: str) -> bool:
    """Whether the titles differ in a figure: those of two years or two batches are two documents."""
    place = next((index for index, sign in enumerate(shorter) if longer[index] != sign), len(shorter))
    return longer[place] in "0123456789一二三四五六七八九十"
