"""Words of growth and decline against the figures beside them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain
from typing import Any

from generator.checking.finished.amounts import NUMBER, UNIT, as_printed, counted, gives, percent, worth
from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_UP, _DOWN = "增长|上升|提高|提升|增加|增至|上涨|增幅", "下降|减少|降低|下滑|回落|压减|减至|降幅|缩短"
_FROM_TO = compile_later(
    rf"(?:(?P<先>{_UP}|{_DOWN})[，：]?)?由(?:上年|去年|同期|上年同期|20[0-9]{{2}}年)?的?{counted('甲')}"
    rf"[^。；，\n]{{0,6}}?(?P<后>{_UP}|{_DOWN}|[升增降减](?=[到至为]))?(?:到|至|为)+{counted('乙')}"
    rf"(?:[，（](?:同比)?(?P<尾>{_UP}|{_DOWN}))?"
)
_YEAR_ON_YEAR = compile_later(
    rf"(?<![0-9.]){counted('甲')}[，（]?(?:[^。；，\n0-9]{{0,12}}?(?:上年|去年|同期)|[^。；，\n0-9]{{0,6}}?[比较]20[0-9]{{2}}年|(?<=（)20[0-9]{{2}}年)"
    rf"(?:同期)?(?:为|是|的)?{counted('乙')}[^。；\n0-9]{{0,8}}?"
    rf"(?P<词>{_UP}|{_DOWN})(?:了|约|近)*(?P<幅>{NUMBER})(?P<幅位>%|{UNIT})?"
)
_NOW_FROM = compile_later(
    rf"(?<![0-9.]){counted('甲')}(?:（[^（）]*）)?[，（]由(?:上年|去年|同期|上年同期|20[0-9]{{2}}年)?的?{counted('乙')}(?:同比)?"
    rf"(?P<词>{_UP}|{_DOWN})(?:了|约|近)*(?P<幅>{NUMBER})(?P<幅位>%|{UNIT})?"
)
_DECLINE = compile_later(r"(?:同比|较上年|比上年)(?:下降|减少|降低)(?:了|约|近|超过)*(?:8[0-9]|9[0-9])(?:\.[0-9]+)?%")
_BELOW_ZERO = compile_later(rf"(?:{_UP}|{_DOWN})(?:了|约|近)*[-－—](?P<幅>{NUMBER})(?:%|个百分点|{UNIT})")
_GROWTH = compile_later(rf"(?:{_UP})(?:了|约|近|超过)*(?P<幅>{NUMBER})%")
_TINY = 5
"""With fewer cases than this in the year before, per cent say nothing."""


def check_growth(examination: Examination) -> None:
    """DATA530, DATA534, DATA551: words of growth and the figures beside them; DATA541, DATA550 for growth by itself."""
    for match in _FROM_TO.finditer(examination.text):
        before, after = worth(match, "甲"), worth(match, "乙")
        if match["甲位"] != match["乙位"] or before == after:
            continue
        said = [match[name] for name in ("先", "后", "尾") if match[name]]
        wrong = next((word for word in said if direction(word) != (1 if after > before else -1)), None)
        if wrong is not None:
            words: dict[str, Any] = {"词": wrong, "前": as_printed(before), "后": as_printed(after)}
            examination.add("DATA530", match.start(), match.end(), **words)
    for match in chain(_YEAR_ON_YEAR.finditer(examination.text), _NOW_FROM.finditer(examination.text)):
        _check_two_years(match, examination)
    for match in _BELOW_ZERO.finditer(examination.text):
        examination.add("DATA550", match.start(), match.end(), 幅=match["幅"])
    for match in _DECLINE.finditer(examination.text):
        examination.add("DATA541", match.start(), match.end())
    for match in _GROWTH.finditer(examination.text):
        if Decimal(match["幅"].replace(",", "")) > 500:  # noqa: PLR2004 - domain: ask for both figures
            examination.add("DATA541", match.start(), match.end())


def _check_two_years(match: re.Match[str], examination: Examination) -> None:
    """DATA530 for the sign, DATA534 for the per cent, DATA551 for the difference, DATA541 for a base that is tiny."""
    now, before = worth(match, "甲"), worth(match, "乙")
    if match["甲位"] != match["乙位"] or now == before:
        return
    span, change = (match.start(), match.end()), abs(now - before)
    if direction(match["词"]) != (1 if now > before else -1):
        examination.add("DATA530", *span, 词=match["词"], 前=as_printed(before), 后=as_printed(now))
    elif match["幅位"] == "%" and before and not gives(change, before, match["幅"]):
        words: dict[str, Any] = {"率": "增减幅度", "值": f"{match['幅']}%"}
        should = percent(change, before, match["幅"])
        examination.add("DATA534", *span, **words, 算式=f"{as_printed(before)}到{as_printed(now)}", 应为=should)
    elif match["幅位"] == "%" and match["甲位"] != "%" and 0 < before < _TINY:
        examination.add("DATA541", *span)
    elif match["幅位"] == match["甲位"] != "%" and not match["甲万"] and not match["乙万"]:
        said = Decimal(match["幅"].replace(",", ""))
        if said != change:
            examination.add("DATA551", *span, 词=match["词"], 写=as_printed(said), 差=as_printed(change))


def direction(said: str) -> int:
    """1 for a word of growth, -1 for one of decline."""
    return 1 if said in ("升", "增") or re.fullmatch(_UP, said) else -1
