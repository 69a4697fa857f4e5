"""Figures in the text against each other: growth and its words, rates and counts, sums, lists, one thing twice."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import chain
from typing import Any

from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_UNIT = (
    r"(?:人次|件次|户次|场次|班次|万元|亿元|公里|工作日|件|项|个|人|名|份|条|家|户|次|场|期|起|部|处|所|支|卷|批|册|台|辆|宗|天|块|本|张|幅|副|"
    r"%)"
)


def _counted(name: str) -> str:
    """A number with its unit, as groups."""
    return rf"(?P<{name}>{_NUMBER})(?P<{name}万>万)?(?P<{name}位>{_UNIT})"


_UP, _DOWN = "增长|上升|提高|提升|增加|增至|上涨|增幅", "下降|减少|降低|下滑|回落|压减|减至|降幅|缩短"
_FROM_TO = compile_later(
    rf"(?:(?P<先>{_UP}|{_DOWN})[，：]?)?由(?:上年|去年|同期|上年同期|20[0-9]{{2}}年)?的?{_counted('甲')}"
    rf"[^。；，\n]{{0,6}}?(?P<后>{_UP}|{_DOWN}|[升增降减](?=[到至为]))?(?:到|至|为)+{_counted('乙')}"
    rf"(?:[，（](?:同比)?(?P<尾>{_UP}|{_DOWN}))?"
)
_YEAR_ON_YEAR = compile_later(
    rf"(?<![0-9.]){_counted('甲')}[，（]?[^。；，\n0-9]{{0,12}}?(?:上年|去年|同期)(?:同期)?(?:为|是|的)?{_counted('乙')}[^。；\n0-9]{{0,8}}?"
    rf"(?P<词>{_UP}|{_DOWN})(?:了|约|近)*(?P<幅>{_NUMBER})(?P<幅位>%|{_UNIT})?"
)
_NOW_FROM = compile_later(
    rf"(?<![0-9.]){_counted('甲')}(?:（[^（）]*）)?[，（]由(?:上年|去年|同期|上年同期|20[0-9]{{2}}年)?的?{_counted('乙')}(?:同比)?"
    rf"(?P<词>{_UP}|{_DOWN})(?:了|约|近)*(?P<幅>{_NUMBER})(?P<幅位>%|{_UNIT})?"
)
_GROWTH = compile_later(rf"(?:{_UP})(?:了|约|近|超过)*(?P<幅>{_NUMBER})%")
_SUM = compile_later(
    rf"(?<![0-9.])(?P<总>[0-9]+)(?P<位>{_UNIT})(?:[，（](?:同比|比上年|较上年)[^，。；（）\n]{{0,12}}）?)?(?:[，（：；]其中[，：]?|（|：)"
    rf"(?P<部>(?:[^，、；。：（）\n0-9]{{1,14}}[0-9]+(?P=位)[、和及]?){{2,12}})"
)
_PART = compile_later(r"(?P<名>[^，、；。：（）\n0-9]{1,14})(?P<数>[0-9]+)")
_NO_PART = compile_later(r"其中|累计|共|年|第|新增|上年|平均|等$|以上|超过?$|约$|近$|^有|其余|还有|另有|直接")
_RATE = compile_later(
    r"(?P<率>[\u4e00-\u9fff]{1,8}率)(?:分别|均|都)?(?:达到?|为|是)?(?:了)?(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_COUNTED = compile_later(
    r"(?<![0-9.第])(?P<数>[0-9]+)(?P<余>余|多)?(?P<位>件次|件|项|人次|名|人|个|家|份|户|条)(?!以上|左右)"
)
_SHARE = compile_later(
    rf"(?<![0-9.第])(?P<数>[0-9]+)(?P<位>{_UNIT})[，、（]?(?:占比?|占比为)(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_NEAR_BY = 24
_OF_THESE = (
    "合格率",
    "及格率",
    "通过率",
    "成功率",
    "办结率",
    "纠错率",
    "败诉率",
    "出庭率",
    "出庭应诉率",
    "优秀率",
    "持证率",
    "履行率",
)
_OVER = compile_later(
    r"(?P<名>[\u4e00-\u9fff]{1,8}(?:率|覆盖面|占比))(?:达到?|为|是|超过?)?(?P<值>1[0-9]{2}(?:\.[0-9]+)?|[2-9][0-9]{2,}(?:\.[0-9]+)?)%"
)
_GROWING = ("增长率", "增率", "增幅", "完成率", "执行率", "同比")
_LOW = compile_later(r"(?:达到?|高达)(?P<值>[0-4]?[0-9](?:\.[0-9]+)?)%(?!以)")
_OF_CHANGE = compile_later(r"(?:缩减|压减|压缩|减少|下降|降低|增长|提升|提高|[增降涨减]幅)(?:率|比例|幅度)?$")
"""Of a change, 37% is much."""
_CHANGE_LENGTH = 6
_DOUBLED = compile_later(
    rf"(?P<前>近|约|大约|将近|接近|超过?|逾|不足|不少于|至少)(?P<数>{_NUMBER}|[一二三四五六七八九十百千]*)(?P<量>[万亿]?)"
    rf"(?P<后>余|多(?![年方家])|左右|上下|以上|以下|以内|有余)(?=[\u4e00-\u9fff，。；）])|(?<![0-9.,])(?P<数二>{_NUMBER})[万亿]?余(?:{_UNIT})?(?:左右|以上)"
    rf"|(?:近|约|超过?)(?:{_NUMBER})[万亿]?(?:{_UNIT})(?:左右|以上|以下|有余)"
)
_EXACT = compile_later(rf"(?<![0-9.,])(?P<数>[0-9]{{2,}}[1-9])(?:余|多)(?={_UNIT})")
_DECIMALS = compile_later(r"(?<![0-9.])[0-9]+(?:\.(?P<小>[0-9]+))?%")


def check_growth(examination: Examination) -> None:
    """DATA530: words of growth and the figures beside them; DATA541 for growth that figures make look strange."""
    for match in _FROM_TO.finditer(examination.text):
        before, after = _worth(match, "甲"), _worth(match, "乙")
        if match["甲位"] != match["乙位"] or before == after:
            continue
        said = [match[name] for name in ("先", "后", "尾") if match[name]]
        wrong = next((word for word in said if _direction(word) != (1 if after > before else -1)), None)
        if wrong is not None:
            words: dict[str, Any] = {"词": wrong, "前": _printed(before), "后": _printed(after)}
            examination.add("DATA530", match.start(), match.end(), **words)
    for match in chain(_YEAR_ON_YEAR.finditer(examination.text), _NOW_FROM.finditer(examination.text)):
        now, before = _worth(match, "甲"), _worth(match, "乙")
        if match["甲位"] != match["乙位"] or now == before:
            continue
        if _direction(match["词"]) != (1 if now > before else -1):
            examination.add(
                "DATA530", match.start(), match.end(), 词=match["词"], 前=_printed(before), 后=_printed(now)
            )
        elif match["幅位"] == "%" and before and not _gives(abs(now - before), before, match["幅"]):
            should = _percent(abs(now - before), before, match["幅"])
            examination.add(
                "DATA534",
                match.start(),
                match.end(),
                率="增减幅度",
                值=f"{match['幅']}%",
                算式=f"{_printed(before)}到{_printed(now)}",
                应为=should,
            )
    for match in _GROWTH.finditer(examination.text):
        if Decimal(match["幅"].replace(",", "")) > 500:  # noqa: PLR2004 - domain: ask for both figures
            examination.add("DATA541", match.start(), match.end())


def _direction(said: str) -> int:
    """1 for a word of growth, -1 for one of decline."""
    return 1 if said in ("升", "增") or re.fullmatch(_UP, said) else -1


def _worth(match: re.Match[str], name: str) -> Decimal:
    return Decimal(match[name].replace(",", "")) * (10000 if match[f"{name}万"] else 1)


def _printed(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _gives(part: Decimal, whole: Decimal, printed: str) -> bool:
    """Whether a rate as printed is part by whole, rounded or cut off."""
    places = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    exact = part * 100 / whole
    return Decimal(printed.replace(",", "")) in (
        exact.quantize(places, ROUND_HALF_UP),
        exact.quantize(places, ROUND_DOWN),
    )


def _percent(part: Decimal, whole: Decimal, printed: str) -> str:
    places = Decimal(1).scaleb(-max(1, len(printed.partition(".")[2])))
    return f"{(part * 100 / whole).quantize(places, ROUND_HALF_UP)}%"


def check_sums(examination: Examination) -> None:
    """DATA538: a closed list of parts comes to its total; DATA544: no list comes to more than it."""
    for match in _SUM.finditer(examination.text):
        parts = [(part["名"], int(part["数"])) for part in _PART.finditer(match["部"])]
        total, whole = sum(number for _, number in parts), int(match["总"])
        if any(_NO_PART.search(name) for name, _ in parts) or total in _totals(match):
            continue
        words: dict[str, Any] = {"总": whole, "和": total, "分项": "＋".join(str(number) for _, number in parts)}
        if total > max(_totals(match)):
            examination.add("DATA544", match.start(), match.end(), **words)
        elif total < whole and _closed(match, examination.text, parts):
            examination.add("DATA538", match.start(), match.end(), **words)


def _totals(match: re.Match[str]) -> set[int]:
    """What the parts may be of: every number of their unit in the sentence so far."""
    text = match.string
    begin = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    return {int(number) for number in re.findall(rf"(?<![0-9.])([0-9]+){match['位']}", text[begin : match.start("部")])}


def _closed(match: re.Match[str], text: str, parts: list[tuple[str, int]]) -> bool:
    """Whether nothing more can belong to the list: it ends with its sentence and leaves the rest to nobody."""
    behind = text[match.end() : match.end() + 12]
    joined = match["部"][-1] in "，、和及"
    whole = "其中" in match[0] and len(parts) > 2  # noqa: PLR2004 - two parts are examples
    return whole and not joined and behind[:1] in "。；）" and "等" not in behind


def check_rates(examination: Examination) -> None:
    """DATA534, DATA535: a rate against the counts of its sentence; DATA006 and DATA540 for rates by themselves."""
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        if "率" in sentence and "%" in sentence:
            for match in _RATE.finditer(sentence):
                if match["率"].endswith(_OF_THESE):
                    _check_rate(match, start, examination)
        if "%" in sentence and "占" in sentence:
            for match in _SHARE.finditer(sentence):
                _check_share(match, start, examination)
    for match in _OVER.finditer(examination.text):
        if not match["名"].endswith(_GROWING) and Decimal(match["值"]) > 100:  # noqa: PLR2004 - per cent
            examination.add("DATA006", match.start(), match.end(), 指标=match["名"], 值=f"{match['值']}%")
    _check_low(examination)


def _check_low(examination: Examination) -> None:
    for match in _LOW.finditer(examination.text):
        if not _OF_CHANGE.search(examination.text, max(match.start() - _CHANGE_LENGTH, 0), match.start()):
            examination.add("DATA540", match.start(), match.end(), 值=f"{match['值']}%")


def _check_rate(match: re.Match[str], offset: int, examination: Examination) -> None:
    """The rate must come of two of the counts before it, or of one alone. More counts may be those of others."""
    counts = list(_COUNTED.finditer(match.string[: match.start()]))
    of_a_kind = [each for each in counts if counts and each["位"] == counts[-1]["位"]]
    if not of_a_kind or any(each["余"] for each in of_a_kind) or len(counts) > len(of_a_kind) + 1:
        return
    numbers = [int(each["数"]) for each in of_a_kind]
    words: dict[str, Any] = {"率": match["率"], "值": f"{match['值']}%"}
    span = (offset + of_a_kind[0].start(), offset + match.end())
    if any(
        _gives(Decimal(part), Decimal(whole), match["值"]) for part in numbers for whole in numbers if 0 < whole >= part
    ):
        return
    if len(numbers) == 1:
        if (
            _follows(of_a_kind[0], match)
            and not _is_its_part(of_a_kind[0], match)
            and not _attainable(match["值"], numbers[0])
        ):
            examination.add("DATA535", *span, **words, 数=numbers[0], 相邻=_near(match["值"], numbers[0]))
    elif len(numbers) == 2 and numbers[0] >= numbers[1] > 0:  # noqa: PLR2004 - the whole and its part
        should = _percent(Decimal(numbers[1]), Decimal(numbers[0]), match["值"])
        examination.add("DATA534", *span, **words, 算式=f"{numbers[1]}÷{numbers[0]}", 应为=should)


def _check_share(match: re.Match[str], offset: int, examination: Examination) -> None:
    """A share of the total of its sentence: 1368户次，其中检查1240户次，占90.6%. Any number may be that."""
    part = Decimal(match["数"])
    numbers = [
        Decimal(each) for each in re.findall(r"(?<![0-9.])[0-9]+(?![0-9.%年月日])", match.string[: match.start()])
    ]
    if any(_gives(part, whole, match["值"]) for whole in numbers if whole):
        return
    wholes = re.findall(rf"(?<![0-9.])([0-9]+){match['位']}", match.string[: match.start()])
    whole = max((Decimal(each) for each in wholes), default=Decimal(0))
    if whole >= part > 0 and "其中" in match.string[: match.start()]:
        words: dict[str, Any] = {"率": "占比", "值": f"{match['值']}%", "算式": f"{part}÷{whole}"}
        should = _percent(part, whole, match["值"])
        examination.add("DATA534", offset + match.start(), offset + match.end(), **words, 应为=should)


def _follows(count: re.Match[str], rate: re.Match[str]) -> bool:
    """Whether the rate comes so soon behind the count that it must be of it."""
    between = rate.string[count.end() : rate.start()]
    return len(between) <= _NEAR_BY and between.count("，") == 1


def _is_its_part(count: re.Match[str], rate: re.Match[str]) -> bool:
    """Whether the count is named as the rate is: of 败诉3件，败诉率为10%, the whole is elsewhere. 应出庭 is it."""
    name = next(each for each in _OF_THESE if rate["率"].endswith(each))
    return re.search(f"(?<!应){name[:2]}", re.split("[，、；]", count.string[: count.start()])[-1]) is not None


def _attainable(printed: str, whole: int) -> bool:
    """Whether some whole number of `whole` gives the rate as printed."""
    near = int(Decimal(printed) * whole / 100)
    return whole > 0 and any(
        _gives(Decimal(part), Decimal(whole), printed) for part in (near - 1, near, near + 1) if 0 <= part <= whole
    )


def _near(printed: str, whole: int) -> str:
    below = int(Decimal(printed) * whole / 100)
    return "，".join(
        f"{part}/{whole}为{_percent(Decimal(part), Decimal(whole), printed)}"
        for part in (below, below + 1)
        if 0 <= part <= whole
    )


def check_approximations(examination: Examination) -> None:
    """DATA008: one word of approximation for a number; DATA009: none behind an exact one."""
    for match in _DOUBLED.finditer(examination.text):
        if match["数"] or match["量"] or not match["前"]:
            examination.add("DATA008", match.start(), match.end(), 指标="正文", 值=match[0])
    for match in _EXACT.finditer(examination.text):
        examination.add("DATA009", match.start(), match.end(), 指标="正文", 值=match[0])


def check_decimals(examination: Examination) -> None:
    """TEXT088: rates that one sentence compares have equally many decimals."""
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        if sentence.count("%") < 2 or "." not in sentence:  # noqa: PLR2004 - two to compare
            continue
        rates = [match for match in _DECIMALS.finditer(sentence) if match[0] != "100%"]
        if len({len(match["小"] or "") for match in rates}) > 1:
            examination.add(
                "TEXT088", start + rates[0].start(), start + rates[-1].end(), 各="、".join(match[0] for match in rates)
            )
