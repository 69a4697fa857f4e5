"""The parts round the text, as they are written: organs, addressee, day, number, annexes."""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest

from generator.checking.finished.examination import TITLE, Examination, normal
from generator.document.manuscript import Line
from generator.patterns import compile_later

_BLANKS = compile_later(r"[\s\u3000|]")
_ORGAN = compile_later(r"^(?:中共)?(?P<地>[\u4e00-\u9fff]{2,}?[省市县区州旗镇乡])(?:人民政府|委员会|委|街道.*)?$")
_PADDED = compile_later(r"年0[0-9]月|月0[0-9]日")
_DAY = compile_later(r"^(?P<年>[0-9]{4})年(?P<月>[0-9]{1,2})月(?P<日>[0-9]{1,2})日")
_NUMERALS = compile_later(r"^[二〇○零一三四五六七八九十]{4}年.{1,3}月.{1,3}日")
_NUMBER = compile_later(r"[\u4e00-\u9fff]{1,12}(?:〔|\[|【|（)20[0-9]{2}(?:〕|\]|】|）)第?[0-9]+号")
_SEEN = compile_later(r"(?:见|附)附件(?P<数>[0-9]{1,2})")
_LABEL = compile_later(r"附件\s*(?P<数>[0-9]{1,2})")
_MARKS = "。；，、"
_SUBJECT = "坚持|认真|始终|深入|全面|持续|按照|大力|紧紧|高度|严格|扎实"
_LEAST = 3


def check_parties(examination: Examination) -> None:
    """PART030, PART125 to PART127, PART129, and TEXT061 for the day."""
    _check_organs(examination)
    _check_place_name(examination)
    _check_day(examination)
    _check_head(examination)
    _check_annexes(examination)


def _check_organs(examination: Examination) -> None:
    """PART125: who signs is who stands in the title, of a joint report both."""
    manuscript = examination.manuscript
    signed = "".join(_BLANKS.sub("", line.text) for line in manuscript.of("署名"))
    title = _BLANKS.sub("", manuscript.title)
    if not signed or not title.startswith("中共") or "人民政府" not in title.split("关于")[0]:
        return
    place = next(manuscript.of("署名")).place
    missing = [name for name, sign in (("党委", "委"), ("政府", "政府")) if sign not in signed]
    if missing:
        examination.notes.add("PART125", place, 问题=f"标题里是党委和政府联合报告，署名里没有{'、'.join(missing)}")


def _check_place_name(examination: Examination) -> None:
    """PART125: the place's own name one character off, where it is the subject of a sentence."""
    names = {match["地"] for name in examination.manuscript.organs if (match := _ORGAN.match(_BLANKS.sub("", name)))}
    others = {*names, *examination.notes.words("PART125", "不是")}
    for name in sorted(names):
        if len(name) < _LEAST:
            continue
        ends = "|".join(f"{name[:at]}(?!{name[at]})[\u4e00-\u9fff]{name[at + 1 :]}" for at in range(len(name) - 1))
        for match in re.finditer(rf"(?<![\u4e00-\u9fff])(?:{ends})(?={_SUBJECT})", examination.text):
            if match[0] not in others and not examination.inside[match.start()] & TITLE:
                said = f"“{match[0]}”与本地名称“{name}”差一个字"
                examination.notes.add("PART125", examination.place(match.start(), match.end()), 问题=said)


def _check_day(examination: Examination) -> None:
    """PART126: the day in Arabic figures, without zeros before them; TEXT061 for a day that no month has."""
    for line in examination.manuscript.of("成文日期"):
        text = _BLANKS.sub("", normal(line.text))
        if _PADDED.search(text):
            examination.notes.add("PART126", line.place, 日期=text, 问题="月、日编了虚位")
        elif _NUMERALS.match(text):
            examination.notes.add("PART126", line.place, 日期=text, 问题="用了汉字数字")
        elif (match := _DAY.match(text)) is not None and not _is_a_day(*map(int, match.groups())):
            examination.notes.add("TEXT061", line.place, 文=match[0])


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_head(examination: Examination) -> None:
    """PART127: a colon behind the addressee, and who signs in a 版头 of a report upwards; PART030 for the number."""
    for line in examination.manuscript.of("主送"):
        if not line.text.rstrip().endswith(("：", ":")):
            told = f"主送机关“{line.text.strip().rstrip('。，；')}”后面没有冒号"
            examination.notes.add("PART127", line.place, 问题=told, 改="在主送机关后面加全角冒号")
    heads = list(examination.manuscript.of("版头"))
    kind = examination.knowledge.deliveries.get(examination.subject.delivery or "")
    numbers = [line for line in heads if "号" in line.text and re.search(r"[〔\[【（]", line.text)]
    if kind is not None and kind.上行 and numbers and not any("签发" in line.text for line in heads):
        instead = "在发文字号同一行的右边写“签发人：”；还没有定的，后面空着"
        examination.notes.add("PART127", numbers[0].place, 问题="上行文的版头没有签发人", 改=instead)
    form = examination.notes.parameter("PART030", "式")
    for line in numbers:
        match = _NUMBER.search(_BLANKS.sub("", line.text))
        if match is not None and form and not re.fullmatch(form, match[0]):
            examination.notes.add("PART030", line.place, 版本="报告", 文号=match[0])


def _check_annexes(examination: Examination) -> None:
    """PART129: annexes that are spoken of are there; their names are those of the note, and no mark ends them."""
    notes, annexes = list(examination.manuscript.of("附件说明")), list(examination.manuscript.of("附件"))
    numbers = {int(match["数"]) for line in annexes if (match := _LABEL.match(line.number))}
    for match in _SEEN.finditer(examination.text) if annexes else ():
        if numbers and int(match["数"]) not in numbers:
            examination.add("PART129", match.start(), match.end(), 问题=f"没有附件{match['数']}")
    named = [line for line in notes if _name(line)]
    for line in named:
        if line.text.rstrip().endswith(tuple(_MARKS)):
            told = f"附件名称“{_name(line)}”后面有标点"
            examination.notes.add("PART129", line.place, 问题=told)
    titled = [line for line in annexes if _name(line)]
    if len(named) == len(titled) == max(len(annexes), 1):
        for note, annex in zip_longest(named, titled):
            if _name(note) != _name(annex):
                told = f"附件说明里是“{_name(note)}”，附件的标题是“{_name(annex)}”"
                examination.notes.add("PART129", annex.place, 问题=told)


def _name(line: Line) -> str:
    return re.sub(r"^附件[：:]?", "", _BLANKS.sub("", line.text)).lstrip("0123456789.．、").rstrip(_MARKS)
