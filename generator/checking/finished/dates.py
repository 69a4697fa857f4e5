"""Days and years in the text against the report's own."""

from __future__ import annotations

import calendar
import re
from datetime import date

from generator.checking.days import in_words
from generator.checking.finished.examination import Examination
from generator.checking.finished.parts import DONE, LACKS, LEAD, OTHERS, PLANS
from generator.patterns import compile_later

_UNTIL = compile_later(
    r"(?:截[至止](?:到|至)?|到)(?:(?P<年>20[0-9]{2})年)?(?P<月>1[0-2]|[1-9])月(?:(?P<日>[1-3]?[0-9])日|底|末)?|截[至止](?:到)?(?:(?P<年二>20[0-9]{2})年|年)(?P<底>底|末)"
)
_YEAR = compile_later(r"(?<![0-9（—-])(?P<年>20[0-9]{2})年(?P<后>度)?(?![0-9]*月|至|以来|起|前|—)")
_YEAR_END = compile_later(r"(?:(?<=[。；\n])|^)截[至止](?:到)?(?P<年>20[0-9]{2})年(?:年?[底末]|12月(?:31日|底|末)?)，")
_HEAD_YEAR = compile_later(r"(?<![0-9—-])(20[0-9]{2})年")
_MONTHS = compile_later(
    r"(?<![0-9])(?:(?P<年>20[0-9]{2})年)?1月?[—－~～至-](?P<月>[0-9]{1,2})月(?:份)?，?(?=[^。；\n]{0,30}[0-9]+(?:件|人|次|项|个|份|场|期|户|条|卷))"
)
_LAST_YEAR = compile_later(
    r"(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]+是|[0-9]{1,2}[.．])?(?P<年>20[0-9]{2})年(?:度)?(?:，|全[市县区州旗镇乡]|共|累计)"
)
_COUNTING = compile_later(r"[0-9]+(?:余|多)?(?:件|人|次|项|个|份|场|期|户|条|卷)")
_COMPARED = compile_later(r"以来|同期|上年|[比较][^，。]{0,6}年|试点|至今|截至|连续|以前|起[，至]")
_LIMIT = compile_later(r"(?:时限：?)(?P<年>20[0-9]{2})年(?:1[0-2]月|[1-9]月)?[底末]?(?:以)?前(?=[）。，；])")
_FEW = 3
_FORMS = (
    compile_later(r"(?<![0-9])20[0-9]{2}年[01]?[0-9]月[0-3]?[0-9]日"),
    compile_later(r"(?<![0-9.〔/-])20[0-9]{2}(?P<分>[-/.])[01]?[0-9](?P=分)[0-3]?[0-9](?![0-9.])"),
    compile_later(r"二[〇○零][一二三][〇○零一二三四五六七八九]年[一二三四五六七八九十]{1,3}月"),
)
_THOUSANDS = compile_later(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_PLAIN = compile_later(r"(?<![0-9,.A-Za-z-])[1-9][0-9]{4,7}(?![0-9,.A-Za-z-]|热线)")


def check_cutoffs(examination: Examination) -> None:
    """DATA536: figures that are counted to a day after the report's own; DATA546: after the time reported on."""
    dated, last, year = examination.manuscript.dated, examination.last_day, examination.subject.year
    if year is None and dated is not None:
        year = dated.year
    annexed = next((each.start for each in examination.passages if each.line.kind == "附件"), len(examination.text))
    late: dict[tuple[str, date], list[re.Match[str]]] = {}
    for match in _MONTHS.finditer(examination.text) if year is not None and dated is not None else ():
        day = _of_months(match, year or 0)
        if examination.passage_at(match.start()).part in (LEAD, DONE) and day is not None and dated and day > dated:
            late.setdefault(("DATA536", day), []).append(match)
    for match in _UNTIL.finditer(examination.text) if year is not None else ():
        if match[0].startswith("到") and not match["年"]:
            continue
        passage = examination.passage_at(match.start())
        part = OTHERS if passage.start > annexed else passage.part
        day = _last(match, year or 0)
        if part == PLANS or day is None:
            continue
        if dated is not None and day > dated:
            late.setdefault(("DATA536", day), []).append(match)
        elif last is not None and day > last and part in (LEAD, DONE, LACKS, OTHERS) and match[0].startswith("截"):
            late.setdefault(("DATA546", day), []).append(match)
    for (code, day), found in late.items():
        _tell_late(code, day, found, examination)


def _tell_late(code: str, day: date, found: list[re.Match[str]], examination: Examination) -> None:
    """Every place, or the first alone where there are so many that the other date must be the wrong one."""
    dated, last = examination.manuscript.dated, examination.last_day
    many = len(found) > _FEW
    words = {
        "截至": in_words(day),
        "成文日期": in_words(dated) if dated is not None else "",
        "期末": in_words(last) if last is not None else "",
        "另": f"（全文共{len(found)}处）" if many else "",
    }
    for match in found[:1] if many else found:
        examination.add(code, match.start(), match.end(), **words)


def _of_months(match: re.Match[str], year: int) -> date | None:
    """The last day of 1—12月."""
    month = int(match["月"])
    return date(int(match["年"] or year), month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None  # noqa: PLR2004 - of a year


def _last(match: re.Match[str], year: int) -> date | None:
    """The day that 截至… means; the last of a month that is named alone or by its end."""
    if match["底"]:
        return date(int(match["年二"] or year), 12, 31)
    at, month = int(match["年"] or year), int(match["月"])
    last = calendar.monthrange(at, month)[1]
    day = int(match["日"]) if match["日"] else last
    ends = match["日"] is not None or match[0].endswith(("底", "末"))
    return date(at, month, day) if 1 <= day <= last and ends else None


def check_limits(examination: Examination) -> None:
    """PART016 for plans that are to be done by a day of the report's own year, or before it."""
    year = examination.subject.year
    for match in _LIMIT.finditer(examination.text) if year is not None and not examination.half else ():
        if int(match["年"]) <= (year or 0) and examination.passage_at(match.start()).part == PLANS:
            words = {"标题": match[0], "年份": f"{match['年']}年", "版本": ""}
            examination.add("PART016", match.start(), match.end(), "warning", 年度=year, 下年=(year or 0) + 1, **words)


def check_years(examination: Examination) -> None:
    """DATA537: the year before left in a heading or in an opening sentence, where the report's own is meant."""
    year = examination.subject.year
    if year is None:
        return
    _check_year_ends(examination, year)
    _check_title_year(examination, year)
    _check_sentences(examination, year)
    for passage in examination.passages:
        if passage.line.kind in ("标题", "节标题", "图题"):
            heading = passage.line.heading or passage.line.text
            years = {int(found) for found in _HEAD_YEAR.findall(heading)}
            stale = years and not years & {year, year + 1}
            if stale and passage.part != PLANS:
                end = passage.start + len(passage.line.number) + len(heading)
                examination.add("DATA537", passage.start, end, 年=max(years), 年度=year)
        elif passage.line.kind == "段" and passage.part in (LEAD, DONE):
            first = _YEAR.match(passage.text.lstrip("\u3000 "))
            if (
                first is not None
                and int(first["年"]) == year - 1
                and f"{year}年" not in passage.text
                and passage.text[first.end() : first.end() + 1] == "，"
            ):
                examination.add("DATA537", passage.start, passage.start + first.end(), 年=first["年"], 年度=year)


def _check_title_year(examination: Examination, year: int) -> None:
    """DATA554: the headings of the parts name a later year, and none of them that of the title."""
    title = next((each for each in examination.passages if each.line.kind == "标题"), None)
    if title is None or str(year) not in title.text:
        return
    named = [
        int(found)
        for passage in examination.passages
        if passage.line.kind == "节标题" and passage.line.level == 1 and passage.part != PLANS
        for found in _HEAD_YEAR.findall(passage.line.heading)
    ]
    if len(named) > 1 and set(named) == {year + 1}:
        examination.add("DATA554", title.start, title.start + len(title.text), 年=year + 1, 年度=year)


def _check_sentences(examination: Examination, year: int) -> None:
    """DATA537 as an info: a sentence within a paragraph counts what was done in the year before, and no other year."""
    for start, end in examination.sentences():
        match = _LAST_YEAR.match(examination.text, start, end)
        if match is None or int(match["年"]) != year - 1 or not _COUNTING.search(examination.text, match.end(), end):
            continue
        passage = examination.passage_at(start)
        behind = examination.text[match.end() : end]
        of_report = str(year) in passage.text or _COMPARED.search(behind) is not None
        opens = passage.line.kind == "段" and start == passage.start and match[0].endswith("，")
        if passage.part in (LEAD, DONE) and not of_report and not opens:
            examination.add("DATA537", start, match.end(), "info", 年=match["年"], 年度=year)


def _check_year_ends(examination: Examination, year: int) -> None:
    """DATA537 for 截至 the end of the year before; not where the report's own is set beside it."""
    for match in _YEAR_END.finditer(examination.text):
        passage = examination.passage_at(match.start())
        stale = int(match["年"]) == year - 1 and passage.part in (LEAD, DONE)
        if stale and f"截至{year}年" not in passage.text:
            examination.add("DATA537", match.start(), match.end() - 1, 年=match["年"], 年度=year)


def check_forms(examination: Examination) -> None:
    """TEXT085: one form of dates; TEXT090: one form of long numbers."""
    usual, *others = _FORMS
    if usual.search(examination.text):
        for form in others:
            for match in form.finditer(examination.text):
                examination.add("TEXT085", match.start(), match.end())
    divided = list(_THOUSANDS.finditer(examination.text))
    plain = list(_PLAIN.finditer(examination.text))
    if divided and plain:
        few = min(divided, plain, key=len)
        examination.add("TEXT090", few[0].start(), few[0].end(), 甲=divided[0][0], 乙=plain[0][0])
