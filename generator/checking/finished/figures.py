"""Figures in the text against each other: growth and its words, rates and counts, sums, lists, one thing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.checking.finished.examination import Examination
from generator.models.numerals import read_numeral
from generator.patterns import compile_later
from generator.records import dataclass

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_UNIT = r"(?:人次|件次|户次|场次|班次|万元|亿元|公里|工作日|件|项|个|人|名|份|条|家|户|次|场|期|起|部|处|所|支|卷|批|册|台|辆|宗|天|%)"
_COUNT = rf"(?P<{{0}}>{_NUMBER})(?P<{{0}}万>万)?(?P<{{0}}位>{_UNIT})"
_UP, _DOWN = "增长|上升|提高|提升|增加|增至|上涨|增幅", "下降|减少|降低|下滑|回落|压减|减至|降幅|缩短"
_FROM_TO = compile_later(
    rf"(?P<先>{_UP}|{_DOWN})?(?P<间>[^。；\n]{{0,16}}?)由(?:上年|去年|同期|上年同期|20[0-9]{{2}}年)?的?{_COUNT.format('甲')}"
    rf"[^。；，\n]{{0,6}}(?P<后>{_UP}|{_DOWN}|变为|变成|调整)?(?:到|至|为)?{_COUNT.format('乙')}(?P<尾>[，（][^。；\n]{{0,12}}?(?:{_UP}|{_DOWN}))?"
)
_YEAR_ON_YEAR = compile_later(
    rf"(?<![0-9.]){_COUNT.format('甲')}[，（]?[^。；，\n0-9]{{0,12}}?(?:上年|去年|同期)(?:同期)?(?:为|是|的)?{_COUNT.format('乙')}[^。；\n0-9]{{0,8}}?"
    rf"(?P<词>{_UP}|{_DOWN})(?:了|约|近)*(?P<幅>{_NUMBER})(?P<幅位>%|{_UNIT})?"
)
_GROWTH = compile_later(rf"(?:{_UP})(?:了|约|近|超过)*(?P<幅>{_NUMBER})%")
_SUM = compile_later(
    rf"(?<![0-9.])(?P<总>[0-9]+)(?P<位>{_UNIT})[（，：](?:其中[，：]?)?(?P<部>(?:[^，、；。：（）\n0-9]{{1,14}}[0-9]+(?P=位)[，、；和及]?){{2,12}})"
)
_PART = compile_later(r"(?P<名>[^，、；。：（）\n0-9]{1,14})(?P<数>[0-9]+)")
_RATE = compile_later(
    rf"(?<![0-9.])(?P<大>[0-9]+)(?P<位>件|项|人|名|个|家|份|户|条|次)[^。；\n%0-9]{{0,24}}?(?<![0-9.])(?P<小>[0-9]+)(?P=位)?"
    rf"[^。；\n%0-9]{{0,10}}?(?P<率>[\u4e00-\u9fff]{{1,8}}率)(?:分别|均|都)?(?:达到?|为|是)?(?:了)?(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_RATE_ALONE = compile_later(
    r"(?<![0-9.])(?P<大>[0-9]+)(?P<位>名|人|件)(?P<间>[^。；\n%0-9]{0,24}?)，(?P<率>[\u4e00-\u9fff]{1,8}率)(?:达到?|为|是)?(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_OF_THESE = ("合格率", "及格率", "通过率", "成功率", "办结率", "纠错率", "败诉率", "出庭率", "出庭应诉率", "优秀率", "持证率", "履行率")
_OVER = compile_later(r"(?P<名>[\u4e00-\u9fff]{1,8}(?:率|覆盖面|占比))(?:达到?|为|是|超过?)?(?P<值>1[0-9]{2}(?:\.[0-9]+)?|[2-9][0-9]{2,}(?:\.[0-9]+)?)%")
_GROWING = ("增长率", "增率", "增幅", "完成率", "执行率", "同比")
_LOW = compile_later(r"(?:达到?|高达)(?P<值>[0-4]?[0-9](?:\.[0-9]+)?)%(?!以)")
_DOUBLED = compile_later(
    rf"(?P<前>近|约|大约|将近|接近|超过?|逾|不足|不少于|至少)(?P<数>{_NUMBER}|[一二三四五六七八九十百千]*)(?P<量>[万亿]?)"
    rf"(?P<后>余|多(?![年方家])|左右|上下|以上|以下|以内|有余)(?=[\u4e00-\u9fff，。；）])|(?P<数二>{_NUMBER})[万亿]?余(?:{_UNIT})?(?:左右|以上)"
    rf"|(?:近|约|超过?)(?:{_NUMBER})[万亿]?(?:{_UNIT})(?:左右|以上|以下|有余)"
)
_EXACT = compile_later(rf"(?<![0-9.,])(?P<数>[0-9]{{2,}}[1-9])(?:余|多)(?={_UNIT})")
_DECIMALS = compile_later(r"(?<![0-9.])[0-9]+(?:\.(?P<小>[0-9]+))?%")


def check_growth(examination: Examination) -> None:
    """DATA530: words of growth and the figures beside them; DATA541 for growth that figures make look strange."""
    for match in _FROM_TO.finditer(examination.text):
        before, after = _worth(match, "甲"), _worth(match, "乙")
        said = next((match[name] for name in ("后", "先", "尾") if match[name]), "")
        word = _direction(said)
        if word and match["甲位"] == match["乙位"] and before != after and word != (1 if after > before else -1):
            examination.add("DATA530", match.start(), match.end(), 词=_word(said), 前=_printed(before), 后=_printed(after))
    for match in _YEAR_ON_YEAR.finditer(examination.text):
        now, before = _worth(match, "甲"), _worth(match, "乙")
        if match["甲位"] != match["乙位"] or now == before:
            continue
        if _direction(match["词"]) != (1 if now > before else -1):
            examination.add("DATA530", match.start(), match.end(), 词=match["词"], 前=_printed(before), 后=_printed(now))
        elif match["幅位"] == "%" and before and not _gives(abs(now - before), before, match["幅"]):
            should = _percent(abs(now - before), before, match["幅"])
            examination.add("DATA534", match.start(), match.end(), 率="增减幅度", 值=f"{match['幅']}%", 算式=f"{_printed(before)}到{_printed(now)}", 应为=should)
    for match in _GROWTH.finditer(examination.text):
        if Decimal(match["幅"].replace(",", "")) > 500:  # noqa: PLR2004 - domain: ask for both figures
            examination.add("DATA541", match.start(), match.end())


def _direction(said: str) -> int:
    """1 for a word of growth, -1 for one of decline, 0 for neither."""
    return 1 if re.search(_UP, said) else -1 if re.search(_DOWN, said) else 0


def _word(said: str) -> str:
    found = re.search(f"{_UP}|{_DOWN}", said)
    return found[0] if found else said


def _worth(match: re.Match[str], name: str) -> Decimal:
    return Decimal(match[name].replace(",", "")) * (10000 if match[f"{name}万"] else 1)


def _printed(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _gives(part: Decimal, whole: Decimal, printed: str) -> bool:
    """Whether a rate as printed is part by whole, rounded or cut off."""
    places = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    exact = part * 100 / whole
    return Decimal(printed.replace(",", "")) in (exact.quantize(places, ROUND_HALF_UP), exact.quantize(places, ROUND_DOWN))


def _percent(part: Decimal, whole: Decimal, printed: str) -> str:
    places = Decimal(1).scaleb(-max(1, len(printed.partition(".")[2])))
    return f"{(part * 100 / whole).quantize(places, ROUND_HALF_UP)}%"


def check_sums(examination: Examination) -> None:
    """DATA538: a closed list of parts comes to its total; DATA544: no list comes to more than it."""
    for match in _SUM.finditer(examination.text):
        parts = [(part["名"], int(part["数"])) for part in _PART.finditer(match["部"])]
        total, whole = sum(number for _, number in parts), int(match["总"])
        if any(re.search("其中|累计|共|年|第|新增|上年|平均|等$|以上|超过?$|约$|近$", name) for name, _ in parts[1:]):
            continue
        words = {"总": whole, "和": total, "分项": "＋".join(str(number) for _, number in parts)}
        if total > whole and len(parts) > 1 and _same_kind(match, examination.text):
            examination.add("DATA544", match.start(), match.end(), **words)
        elif total < whole and "其中" in match[0] and _closed(match, examination.text, parts):
            examination.add("DATA538", match.start(), match.end(), **words)


def _same_kind(match: re.Match[str], text: str) -> bool:
    """Whether the list is said to be of the total: 其中, or brackets round it."""
    return "其中" in match[0][: match[0].index(match["部"]) + 2] or match[0][len(match["总"] + match["位"])] in "（："


def _closed(match: re.Match[str], text: str, parts: list[tuple[str, int]]) -> bool:
    """Whether nothing more can belong to the list: it ends with its sentence and leaves the rest to nobody."""
    behind = text[match.end() : match.end() + 12]
    joined = match["部"][-1] in "，、；和及"
    return len(parts) > 2 and not joined and behind[:1] in "。；）" and "等" not in behind and "其余" not in match[0]  # noqa: PLR2004 - two parts are examples


def check_rates(examination: Examination) -> None:
    """DATA534, DATA535: a rate against the counts of its sentence; DATA006 and DATA540 for rates by themselves."""
    told: list[tuple[int, int]] = []
    for match in _RATE.finditer(examination.text):
        part, whole = Decimal(match["小"]), Decimal(match["大"])
        if part > whole or not whole or not match["率"].endswith(_OF_THESE):
            continue
        told.append(match.span())
        if not _gives(part, whole, match["值"]):
            should = _percent(part, whole, match["值"])
            words = {"率": match["率"], "值": f"{match['值']}%", "算式": f"{part}÷{whole}", "应为": should}
            examination.add("DATA534", match.start(), match.end(), **words)
    for match in _RATE_ALONE.finditer(examination.text):
        if any(start <= match.start("值") < end for start, end in told) or not match["率"].endswith(_OF_THESE):
            continue
        if not _attainable(match["值"], int(match["大"])):
            examination.add("DATA535", match.start(), match.end(), 率=match["率"], 值=f"{match['值']}%", 数=match["大"], 相邻=_near(match["值"], int(match["大"])))
    for match in _OVER.finditer(examination.text):
        if not match["名"].endswith(_GROWING) and Decimal(match["值"]) > 100:  # noqa: PLR2004 - per cent
            examination.add("DATA006", match.start(), match.end(), 指标=match["名"], 值=f"{match['值']}%")
    for match in _LOW.finditer(examination.text):
        examination.add("DATA540", match.start(), match.end(), 值=f"{match['值']}%")


def _attainable(printed: str, whole: int) -> bool:
    """Whether some whole number of `whole` gives the rate as printed."""
    near = int(Decimal(printed) * whole / 100)
    return whole > 0 and any(_gives(Decimal(part), Decimal(whole), printed) for part in (near - 1, near, near + 1) if 0 <= part <= whole)


def _near(printed: str, whole: int) -> str:
    below = int(Decimal(printed) * whole / 100)
    return "，".join(f"{part}/{whole}为{_percent(Decimal(part), Decimal(whole), printed)}" for part in (below, below + 1) if 0 <= part <= whole)


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
            examination.add("TEXT088", start + rates[0].start(), start + rates[-1].end(), 各="、".join(match[0] for match in rates))


_LIST_HEAD = compile_later(
    r"(?P<数>[二两三四五六七八九十]|[2-9]|1[0-9])(?:个|项|大|种|条|方面|点)?(?P<名>阶段|方面|环节|制度|关键环节|步骤|机制|重点|领域|举措|清单|部门|单位|平台|体系|类)"
)
_ENUMERATION = compile_later(r"(?P<项>[^，。；：、（）\n]{1,24}(?:、[^，。；：、（）\n]{1,24}){1,14})$")
_BEFORE_LIST = compile_later(r"(?P<项>[^，。；：（）\n]{1,24}?(?:、[^，。；：、（）\n]{1,24}){2,14})$")


def check_lists(examination: Examination) -> None:
    """DATA531: 四个阶段 are four. Only lists that stand right behind the number and a colon, or are counted 一是 to the end."""
    text = examination.text
    for match in _LIST_HEAD.finditer(text):
        said = _count(match["数"])
        behind = text[match.end() : match.end() + 2]
        if said is None or text[match.start() - 1 : match.start()] in tuple("第十百千万0123456789.之几数、"):
            continue
        listed = _listed(text, match.end(), behind)
        if listed is not None and listed[0] != said and listed[0] > 1:
            examination.add("DATA531", match.start(), listed[1], 数=match[0], 实=listed[0])


def _count(typed: str) -> int | None:
    if typed.isdecimal():
        return int(typed)
    worth = read_numeral("二" if typed == "两" else typed)
    return int(worth) if worth is not None else None


def _listed(text: str, at: int, behind: str) -> tuple[int, int] | None:
    """How many items a list behind `at` has, and where it ends; None where that can't be told."""
    if behind[:1] not in ("：", "。"):
        return None
    line_end = text.find("\n", at)
    rest = text[at + 1 : line_end]
    ordinals = re.findall(r"(?:^|(?<=[。；]))([一二三四五六七八九])是", rest)
    if ordinals and rest.startswith("一是"):
        return len(ordinals), line_end
    if behind[:1] == "。":
        return None
    end = re.search(r"[。；\n]", rest)
    sentence = rest[: end.start()] if end else rest
    if "，" in sentence or "等" in sentence or "（" in sentence or "和" in sentence or "及" in sentence:
        return None
    items = sentence.split("、")
    return (len(items), at + 1 + len(sentence)) if len(items) > 1 else None


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
    r"|(?<=全[市县区州旗])(?=[0-9]+个(?:乡镇|镇|村|街道)))(?:共|共计|合计)?(?P<数>[0-9]+)(?P<位>件|份|名|人|个)(?P<尾>乡镇|镇(?!街)|村|街道)?"
)
_SCOPES = compile_later(r"(?:全[市县区州旗镇乡]|[市县区]政府|本级|部门|上半年|下半年|去年|上年|同期|20[0-9]{2}年|近[三五]年|累计|其中|今年|截至|制定|审核|审查|备案|清理|修改|废止|报送|接收|我[市县区])")


def check_repeated(examination: Examination) -> None:
    """DATA532: what a report counts twice is the same number; only where phrase, unit and scope are the same."""
    seen: dict[tuple[str, ...], _Said] = {}
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        for match in _STATED.finditer(sentence):
            scope = tuple(sorted(set(_SCOPES.findall(sentence[: match.start()]))))
            approximate = sentence[match.end() : match.end() + 1] in ("余", "多")
            key = (match["名"] or match["尾"] or "", match["位"], match["尾"] or "", *scope)
            here = _Said(int(match["数"]), match["位"], start + match.start(), start + match.end())
            before = seen.setdefault(key, here)
            if before.value != here.value and not approximate:
                examination.add("DATA532", here.start, here.end, 前=examination.text[before.start : before.end])


