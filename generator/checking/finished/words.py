"""The list of words (`schemas/wording.yaml`): what they should be, when, and where they may stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from generator.checking.finished.examination import QUOTE, TITLE, Examination, spot
from generator.models.wording import Word

CODES: Mapping[str, str] = {
    "旧称": "TERM040",
    "法律用语": "TERM041",
    "领导人": "TERM042",
    "机关关系": "TERM043",
    "会议名称": "TERM044",
    "数字定词": "TEXT082",
    "时间不明": "TEXT095",
    "法制法治": "TEXT096",
    "易错": "TEXT123",
    "难以核实": "TEXT098",
    "公开慎用": "TEXT102",
    "不宜": "TERM046",
    "请示": "PART111",
    "请求": "PART112",
    "审议": "PART113",
    "文种": "PART115",
    "口语": "TEXT111",
    "网页残留": "TEXT114",
}
"""The check that tells of each class (类)."""

_ANYWHERE = ("法律用语", "法制法治", "易错")
_ENDS = ("。", "；", "\n")
_BUTTONS = "网页残留"
_AT_EDGES = "\n\t 　【】[]|｜>＞"
"""What stands round a button that was copied from a page."""
_PUBLIC = "社会公开"
_NPC = ("人大常委会书面", "人大常委会口头")


def check_words(examination: Examination) -> None:
    """A finding for every word that is out of place. A longer word of 除 that holds it is right."""
    words = {name: word for name, word in examination.knowledge.words.items() if _concerns(word, examination)}
    if not words:
        return
    spared = {each for word in words.values() for each in word.除}
    every = sorted({*words, *spared}, key=len, reverse=True)
    expression = "|".join(map(re.escape, every))
    _check_cells(expression, words, spared, examination)
    for match in re.finditer(expression, examination.text):
        word = words.get(match[0])
        if word is None or _is_spared(word, match, examination.text):
            continue
        state = examination.inside[match.start()]
        if (state & TITLE) or (state & QUOTE and not word.引号内):
            continue
        if word.部分 and examination.passage_at(match.start()).part not in word.部分:
            continue
        if _is_right_here(word, match.start(), examination) or not _is_apart(word, match):
            continue
        code, instead = CODES[word.类], f"改作“{word.改作}”" if word.改作 else word.说明 or "核对后改写"
        examination.add(code, match.start(), match.end(), word.严重, word.来源, 改=instead)


def _check_cells(expression: str, words: Mapping[str, Word], spared: set[str], examination: Examination) -> None:
    """Words that are wrong wherever they stand, in tables."""
    for line in examination.manuscript.of("表格"):
        for text in dict.fromkeys(cell.text for row in line.rows for cell in row):
            for match in re.finditer(expression, text):
                word = words.get(match[0])
                if word is None or word.类 not in _ANYWHERE or match[0] in spared or _is_spared(word, match, text):
                    continue
                instead = f"改作“{word.改作}”" if word.改作 else word.说明 or "核对后改写"
                place = spot(line.place, 0, text)
                examination.notes.add(CODES[word.类], place, word.严重, word.来源, 文=match[0], 改=instead)


def _is_spared(word: Word, match: re.Match[str], text: str) -> bool:
    """Whether the word is only a piece of one of its 除; those that begin with it were matched as a whole."""
    for longer in word.除:
        inner = longer.find(word.词)
        while inner >= 0:
            start = match.start() - inner
            if start >= 0 and text.startswith(longer, start):
                return True
            inner = longer.find(word.词, inner + 1)
    return False


def _is_apart(word: Word, match: re.Match[str]) -> bool:
    """Whether a button or label of a page stands by itself, and isn't spoken of in a sentence (“我要纠错”栏目)."""
    if word.类 != _BUTTONS:
        return True
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    return before in _AT_EDGES and (after in f"{_AT_EDGES}：:" or word.词.endswith("："))


def _is_right_here(word: Word, at: int, examination: Examination) -> bool:
    """Whether its sentence holds a word (同句除) beside which it was still right when the report was made."""
    day = examination.earliest
    if not word.同句除 or (word.同句除止 is not None and (day is None or day > word.同句除止)):
        return False
    start = max(examination.text.rfind(end, 0, at) for end in _ENDS) + 1
    close = min((place for end in _ENDS if (place := examination.text.find(end, at)) >= 0), default=None)
    return any(each in examination.text[start:close] for each in word.同句除)


def _concerns(word: Word, examination: Examination) -> bool:
    """Whether a word is wrong for this report: by its day, its year and its reader."""
    code = CODES.get(word.类)
    if code is None or not examination.notes.wants(code):
        return False
    subject = examination.subject
    if word.类 == "公开慎用" and not examination.public:
        return False
    if word.类 == "审议" and (subject.delivery is None or subject.delivery in _NPC):
        return False
    if word.年度起 is not None and (subject.year is None or subject.year < word.年度起):
        return False
    if word.期间 and (word.期间 == "上半年") != examination.half:
        return False
    day = examination.earliest
    return word.起 is None or (day is not None and _begun(word.起, day))


def _begun(start: date, day: date) -> bool:
    return start <= day
