"""Totals and their parts in a sentence, words of approximation, decimals."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from generator.checking.finished.amounts import NUMBER, UNIT
from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_SUM = compile_later(
    rf"(?<![0-9.])(?P<总>[0-9]+)(?P<位>{UNIT})(?:[，（](?:同比|比上年|较上年)[^，。；（）\n]{{0,12}}）?)?(?:[，（：；]其中[，：]?|（|：)"
    rf"(?P<部>(?:[^，、；。：（）\n0-9]{{1,14}}[0-9]+(?P=位)[、和及]?){{2,12}})"
)
_PART = compile_later(r"(?P<名>[^，、；。：（）\n0-9]{1,14})(?P<数>[0-9]+)")
_NO_PART = compile_later(r"其中|累计|共|年|第|新增|上年|平均|等$|以上|超过?$|约$|近$|^有|其余|还有|另有|直接")
_DOUBLED = compile_later(
    rf"(?P<前>近|约|大约|将近|接近|超过?|逾|不足|不少于|至少)(?P<数>{NUMBER}|[一二三四五六七八九十百千]*)(?P<量>[万亿]?)"
    rf"(?P<后>余|多(?![年方家])|左右|上下|以上|以下|以内|有余)(?=[\u4e00-\u9fff，。；）])|(?<![0-9.,])(?P<数二>{NUMBER})[万亿]?余(?:{UNIT})?(?:左右|以上)"
    rf"|(?:近|约|超过?)(?:{NUMBER})[万亿]?(?:{UNIT})(?:左右|以上|以下|有余)"
    rf"|(?<![\u4e00-\u9fff])[上数几][十百千万]+余(?={UNIT})|(?<=[询放众与待训教育及约达接加动])[上数几][十百千万]+余(?={UNIT})"
)
_EXACT = compile_later(
    rf"(?<![0-9.,])(?P<数>[0-9]{{2,}}[1-9])(?:余|多)(?={UNIT})|(?:近|约|大约)[0-9]{{2,}}[1-46-9](?={UNIT})"
)
_OF_ONE_NOUN = compile_later(
    r"(?<![0-9.])(?P<总>[0-9]+)(?P<位>件|人|个|起|项|份)[，：；]其中[，：]?(?P<部>[^，、；。：（）\n0-9]{1,8}?(?P<类>[\u4e00-\u9fff]{2})[0-9]+(?P=位)(?:，[^，、；。：（）\n0-9]{1,8}?(?P=类)[0-9]+(?P=位))+)"
)
_DECIMALS = compile_later(r"(?<![0-9.])[0-9]+(?:\.(?P<小>[0-9]+))?%")


def check_sums(examination: Examination) -> None:
    """DATA538: a closed list of parts comes to its total; DATA544: no list comes to more than it."""
    for match in chain(_SUM.finditer(examination.text), _OF_ONE_NOUN.finditer(examination.text)):
        parts = [(part["名"], int(part["数"])) for part in _PART.finditer(match["部"])]
        total, whole = sum(number for _, number in parts), int(match["总"])
        if any(_NO_PART.search(name) for name, _ in parts) or total in _totals(match):
            continue
        words: dict[str, Any] = {"总": whole, "和": total, "分项": "＋".join(str(number) for _, number in parts)}
        if total > max(_totals(match)):
            said = f"分项{words['分项']}＝{words['和']}"
            examination.add("DATA544", match.start(), match.end(), 列出=said, **words)
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
