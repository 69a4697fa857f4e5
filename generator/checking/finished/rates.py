"""Rates and shares against the counts of their sentence, and by themselves."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from generator.checking.finished.amounts import UNIT, gives, percent
from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_RATE = compile_later(
    r"(?P<率>[\u4e00-\u9fff]{1,8}率)(?:分别|均|都)?(?:达到?|为|是)?(?:了)?(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_COUNTED = compile_later(
    r"(?<![0-9.第])(?P<数>[0-9]+)(?P<余>余|多)?(?P<位>件次|件|项|人次|名|人|个|家|份|户次|户|条|卷|起|处|篇)(?P<后>以上|左右|上下)?"
)
_SHARE = compile_later(
    rf"(?<![0-9.第])(?P<数>[0-9]+)(?P<位>{UNIT})[，、（]?(?:占比?|占比为)(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_OF_CHANGE = compile_later(r"(?:缩减|压减|压缩|减少|下降|降低|增长|提升|提高|[增降涨减]幅)(?:率|比例|幅度)?$")
"""Of a change, 37% is much."""
_CHANGE_LENGTH = 6
_NEAR_BY, _BACK, _WITHIN = 24, 160, 300
_PERSONS = ("人", "名", "人次", "份", "户", "家")
"""Of whom so many per cent may be content; 126件 can't."""
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
_SYNONYMS = {
    "合格": ("及格", "通过"),
    "及格": ("合格", "通过"),
    "通过": ("合格", "及格"),
    "应诉": ("出庭",),
    "出庭": ("应诉",),
}
_OF_THEIR_PART = ("整改率", "化解率", "满意率", "办复率", "回复率", "采纳率", "整改完成率")
"""Rates that only the count of their own name is a part of: 整改61个，整改率95.3%."""
_APPROXIMATE = compile_later(r"(?:近|约|大约|将近|接近|超过?|逾|上|达到?|不少于)$")
_NOT_ALL = compile_later(r"到期|已到|应(?!诉)|需|拟")
_NAMED_SHARE = compile_later(
    rf"(?<![0-9.第])(?P<数>[0-9]+)(?P<位>{UNIT})[，（](?:约)?占(?:全部|全年|全县|全区|全市|总)?(?P<基>[\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]{{0,8}}的(?P<值>[0-9]+(?:\.[0-9]+)?)%"
)
_NOTHING = compile_later(
    r"(?:(?:未|没有)(?:发生|受理|办理)|没有|无)(?:一起|一件)?(?:以[^，。；\n]{1,12}为被告的|新收)?(?:一审)?行政(?:应诉|诉讼|复议)(?:应诉)?(?:案件|申请)?"
    r"[，、；][^。；，\n0-9]{0,14}率[^。；，\n0-9]{0,4}[0-9.]+%"
    r"|(?:应诉|受理|收到|办理|开庭|出庭|新收|审结|申请|评查|参加)(?:[^，。；、\n0-9未不无败]{0,8})(?<![0-9.])0(?:件|人|项|卷|名|份)"
    r"[，、][^。；，\n0-9]{0,14}率[^。；，\n0-9]{0,4}[0-9.]+%"
)
_OVER = compile_later(
    r"(?P<名>[\u4e00-\u9fff]{1,8}(?:率|覆盖面|占比|的比例|的比重)|占(?:全部|总)[\u4e00-\u9fff]{0,8}的?)[均都]?(?:(?:提高|提升|上升|增加)?[达到]+|为|是|超过?)?(?P<值>1[0-9]{2}(?:\.[0-9]+)?|[2-9][0-9]{2,}(?:\.[0-9]+)?)%"
)
_AT_LEAST_ALL = compile_later(
    r"(?P<名>[\u4e00-\u9fff]{0,7}(?:率|覆盖面|满意度))(?:[均都已]|达到?了?|为|在|保持在){0,3}(?P<值>100%以上|超过?100%)"
)
_GROWING = ("增长率", "增率", "增幅", "完成率", "执行率", "完成的比例", "同比")
_LOW = compile_later(r"(?:达到?|高达)(?P<值>[0-4]?[0-9](?:\.[0-9]+)?)%(?!以)")


def check_rates(examination: Examination) -> None:
    """DATA534, DATA535, DATA553: a rate against the counts of its sentence; then rates by themselves."""
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        if "%" not in sentence:
            continue
        for match in _RATE.finditer(sentence) if "率" in sentence else ():
            if match["率"].endswith((*_OF_THESE, *_OF_THEIR_PART)):
                _check_rate(match, start, examination)
        if "占" in sentence:
            for match in _SHARE.finditer(sentence):
                _check_share(match, start, examination)
            for match in _NAMED_SHARE.finditer(sentence):
                _check_named_share(match, start, examination)
    _check_alone(examination)


def _check_alone(examination: Examination) -> None:
    """DATA005 for rates of what never happened, DATA006 for those over a hundred, DATA540 for low ones praised."""
    for match in _NOTHING.finditer(examination.text):
        examination.add("DATA005", match.start(), match.end(), "warning")
    for match in _OVER.finditer(examination.text):
        if not match["名"].endswith(_GROWING) and Decimal(match["值"]) > 100:  # noqa: PLR2004 - per cent
            examination.add("DATA006", match.start(), match.end(), 指标=match["名"], 值=f"{match['值']}%")
    for match in _AT_LEAST_ALL.finditer(examination.text):
        if not match["名"].endswith(_GROWING):
            examination.add("DATA006", match.start(), match.end(), 指标=match["名"], 值=match["值"])
    for match in _LOW.finditer(examination.text):
        if not _OF_CHANGE.search(examination.text, max(match.start() - _CHANGE_LENGTH, 0), match.start()):
            examination.add("DATA540", match.start(), match.end(), 值=f"{match['值']}%")


def _check_rate(match: re.Match[str], offset: int, examination: Examination) -> None:
    """The rate must come of two of the counts before it, or of one alone. More counts may be those of others."""
    counts = list(_COUNTED.finditer(match.string[: match.start()], max(0, match.start() - _WITHIN)))
    of_a_kind = [each for each in counts if counts and each["位"] == counts[-1]["位"]]
    if not of_a_kind or len(counts) > len(of_a_kind) + 1:
        return
    if any(_is_approximate(each) for each in of_a_kind):
        _check_precision(match, of_a_kind, offset, examination)
        return
    numbers = [int(each["数"]) for each in of_a_kind]
    words: dict[str, Any] = {"率": match["率"], "值": f"{match['值']}%"}
    span = (offset + of_a_kind[0].start(), offset + match.end())
    if any(
        gives(Decimal(part), Decimal(whole), match["值"]) for part in numbers for whole in numbers if 0 < whole >= part
    ):
        return
    if len(numbers) == 1:
        if (
            _follows(of_a_kind[0], match)
            and numbers[0] > 0
            and (of_a_kind[0]["位"] in _PERSONS or not match["率"].endswith("满意率"))
            and not _is_its_part(of_a_kind[0], match)
            and not _attainable(match["值"], numbers[0])
        ):
            examination.add("DATA535", *span, **words, 数=numbers[0], 相邻=_near(match["值"], numbers[0]))
        return
    whole, part = numbers[-2:]
    sure = len(numbers) == 2 or (_is_its_part(of_a_kind[-1], match) and _follows(of_a_kind[-1], match))  # noqa: PLR2004
    if sure and whole >= part > 0 and _is_the_part(of_a_kind[-1], match):
        should = percent(Decimal(part), Decimal(whole), match["值"])
        examination.add("DATA534", *span, **words, 算式=f"{part}÷{whole}", 应为=should)


def _before(match: re.Match[str]) -> str:
    """What stands before a match in its sentence, as far back as a figure may belong to it."""
    return match.string[max(0, match.start() - _WITHIN) : match.start()]


def _is_approximate(count: re.Match[str]) -> bool:
    return bool(count["余"] or count["后"]) or _APPROXIMATE.search(count.string[: count.start()]) is not None


def _check_precision(match: re.Match[str], counts: list[re.Match[str]], offset: int, examination: Examination) -> None:
    """DATA553: a rate with decimals right behind a count that is only approximate (约300件，办结率96.7%)."""
    last = counts[-1]
    if "." in match["值"] and _is_approximate(last) and _follows(last, match):
        approximate = _APPROXIMATE.search(match.string[: last.start()])
        begin = approximate.start() if approximate else last.start()
        words = {"数": match.string[begin : last.end()], "率": match["率"], "值": f"{match['值']}%"}
        examination.add("DATA553", offset + begin, offset + match.end(), **words)


def _is_the_part(count: re.Match[str], rate: re.Match[str]) -> bool:
    """Whether the second count is what the rate tells of, and not another base (已到期1240件，按期办结率)."""
    clause = re.split("[，、；]", count.string[: count.start()])[-1]
    own = rate["率"].removesuffix("率")[-2:]
    if _NOT_ALL.search(clause) is not None or f"不{own}" in clause:
        return False
    of_another = any(name[:2] in clause for name in _OF_THESE if name[:2] not in (own, *_SYNONYMS.get(own, ())))
    return own in clause or (rate["率"].endswith(_OF_THESE) and not of_another)


def _check_share(match: re.Match[str], offset: int, examination: Examination) -> None:
    """A share of the total of its sentence: 1368户次，其中检查1240户次，占90.6%. Any number may be that."""
    part = Decimal(match["数"])
    numbers = [Decimal(each) for each in re.findall(r"(?<![0-9.])[0-9]+(?![0-9.%年月日])", _before(match))]
    if any(gives(part, whole, match["值"]) for whole in numbers if whole):
        return
    wholes = re.findall(rf"(?<![0-9.])([0-9]+){match['位']}", _before(match))
    whole = max((Decimal(each) for each in wholes), default=Decimal(0))
    if whole >= part > 0 and "其中" in match.string[: match.start()]:
        words: dict[str, Any] = {"率": "占比", "值": f"{match['值']}%", "算式": f"{part}÷{whole}"}
        should = percent(part, whole, match["值"])
        examination.add("DATA534", offset + match.start(), offset + match.end(), **words, 应为=should)


def _check_named_share(match: re.Match[str], offset: int, examination: Examination) -> None:
    """DATA534 for a share whose base is named (占审结案件的9.4%) and was counted not far before."""
    part, before = (
        Decimal(match["数"]),
        examination.text[max(0, offset - _BACK) : offset] + match.string[: match.start()],
    )
    before = before[before.rfind("\n") + 1 :]
    bases = re.findall(rf"{match['基']}[^，。；、\n0-9]{{0,8}}(?<![0-9.])([0-9]+){match['位']}", before)
    if len(bases) != 1 or int(bases[0]) < part or gives(part, Decimal(bases[0]), match["值"]):
        return
    words: dict[str, Any] = {"率": "占比", "值": f"{match['值']}%", "算式": f"{part}÷{bases[0]}"}
    should = percent(part, Decimal(bases[0]), match["值"])
    examination.add("DATA534", offset + match.start(), offset + match.end(), **words, 应为=should)


def _follows(count: re.Match[str], rate: re.Match[str]) -> bool:
    """Whether the rate comes so soon behind the count that it must be of it."""
    between = rate.string[count.end() : rate.start()]
    return len(between) <= _NEAR_BY and between.count("，") == 1


def _is_its_part(count: re.Match[str], rate: re.Match[str]) -> bool:
    """Whether the count is named as the rate is: of 败诉3件，败诉率为10%, the whole is elsewhere. 应出庭 is it."""
    name = next(each for each in (*_OF_THESE, *_OF_THEIR_PART) if rate["率"].endswith(each))
    return re.search(f"(?<!应){name[:2]}", re.split("[，、；]", count.string[: count.start()])[-1]) is not None


def _attainable(printed: str, whole: int) -> bool:
    """Whether some whole number of `whole` gives the rate as printed."""
    near = int(Decimal(printed) * whole / 100)
    return whole > 0 and any(
        gives(Decimal(part), Decimal(whole), printed) for part in (near - 1, near, near + 1) if 0 <= part <= whole
    )


def _near(printed: str, whole: int) -> str:
    below = int(Decimal(printed) * whole / 100)
    return "，".join(
        f"{part}/{whole}为{percent(Decimal(part), Decimal(whole), printed)}"
        for part in (below, below + 1)
        if 0 <= part <= whole
    )
