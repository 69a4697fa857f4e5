"""What the report calls itself and others: self-names of another level, the drafter's voice, town and 街道, persons."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from generator.checking.finished.examination import TITLE, Examination
from generator.patterns import compile_later

_LEVELS = "市县区州旗镇乡"
_OWN = compile_later(r"([市县区州盟旗镇乡]|街道)(?:人民政府|委员会|委|政府|办事处)?$")
_WHOLE = compile_later(
    rf"全([{_LEVELS}])(?=共|累计|各级|收到|办结|受理|制定|查处|审核|办理|上下|范围内|通报(?!表[扬彰])|行政(?:执法)?机关(?:共|累计)?(?:收到|办结|受理|作出|查处|办理)(?!的|窗口))"
)
_OUR = compile_later(rf"我([{_LEVELS}])(?![长委])")
_VOICE = compile_later(r"(?:我|本)(?:办|局|厅|科|股|司)(?![公理事法学])|我(?:单位|中心|委(?!员|托)|办公室|大队|支队)")
_SOFT = ("政府", "党委和政府", "乡镇", "街道", "开发区")
_TOWN = {
    "镇": compile_later(
        r"(?:我|本|全)乡(?![镇村])|(?<![各镇村])(?<!乡镇)乡(?:党委|政府)|(?<![\u4e00-\u9fff])乡长|(?:我|本|全)街道|(?:^|(?<=[，。；、]))街道(?:党工委|办事处)",
        re.MULTILINE,
    ),
    "乡": compile_later(
        r"(?:我|本|全)镇(?!村)|(?<![各乡])镇(?:党委|政府)|(?<![\u4e00-\u9fff])镇长|(?:我|本|全)街道|(?:^|(?<=[，。；、]))街道(?:党工委|办事处)",
        re.MULTILINE,
    ),
    "街道": compile_later(
        r"(?:我|本|全)[乡镇](?!街|村)|(?<![乡各])镇(?:党委|政府|人民政府|人大)|(?<![\u4e00-\u9fff])[镇乡]长"
    ),
}
_OFFICES = r"(?:书记|市长|县长|区长|镇长|乡长|局长|主任|部长|院长|检察长|主席)"
_PARTIES = "(?:村民|居民|当事人|申请人|原告|群众)"
_FEW, _MANY = 2, 5


def check_names(examination: Examination) -> None:
    """TEXT075, TEXT076, TEXT077, TEXT081, PART043."""
    own = _own_level(examination)
    _check_voice(examination)
    _check_levels(examination, own)
    town = _TOWN.get(own)
    if town is not None and examination.subject.reporter in ("乡镇", "街道"):
        for match in town.finditer(examination.text):
            if not examination.inside[match.start()] & TITLE:
                examination.add("TEXT077", match.start(), match.end(), 本=own)
    _check_persons(examination)
    _check_offices(examination)


def _own_level(examination: Examination) -> str:
    """市, 县, 镇, 街道 …: by the last sign of the organ's name; empty where nothing tells."""
    for name in reversed(examination.manuscript.organs):
        match = _OWN.search(re.sub(r"\s", "", name))
        if match is not None:
            return match[1]
    return ""


def _check_voice(examination: Examination) -> None:
    """我办, 我局: the office that drafts speaks, not the organ that reports."""
    if examination.subject.reporter in _SOFT:
        for match in _VOICE.finditer(examination.text):
            if not examination.inside[match.start()]:
                examination.add("TEXT075", match.start(), match.end(), 类别=examination.subject.reporter)


def _check_levels(examination: Examination, own: str) -> None:
    """全市 and 我市 of a county: told where the county's own word is the usual one, or where nothing else is used."""
    for pattern, word in ((_WHOLE, "全"), (_OUR, "我")):
        found = [match for match in pattern.finditer(examination.text) if not examination.inside[match.start()]]
        counted = Counter(match[1] for match in found)
        if not counted:
            continue
        usual = own if len(own) == 1 else counted.most_common(1)[0][0]
        if not own and (counted[usual] < _MANY or sum(counted.values()) - counted[usual] > _FEW):
            continue
        others = [match for match in found if match[1] != usual]
        for match in others:
            examination.add("TEXT076", match.start(), match.end(), 应为=f"{word}{usual}")


def _check_offices(examination: Examination) -> None:
    """PART043: an office that governments of this level don't have."""
    text = examination.notes.parameter("PART043", examination.level or "")
    try:
        pattern = re.compile(text) if text else None
    except re.error:
        return
    for match in pattern.finditer(examination.text) if pattern is not None else ():
        if not examination.inside[match.start()] & TITLE:
            examination.add("PART043", match.start(), match.end(), 级别=examination.level)


def _check_persons(examination: Examination) -> None:
    """TEXT081: an office and a name behind it. Names belong into the record of signing, not into the text."""
    surnames = examination.notes.parameter("TEXT081", "姓")
    if not surnames:
        return
    verbs = examination.notes.parameter("TEXT081", "后")
    pattern = re.compile(
        rf"{_OFFICES}(?P<名>[{surnames}][\u4e00-\u9fff]{{1,2}}?)(?=[，。、；：）]|{verbs.replace('、', '|')})"
    )
    parties = re.compile(
        rf"{_PARTIES}[{surnames}][\u4e00-\u9fff]{{1,2}}?(?:与|和|诉|、)(?:{_PARTIES})?[{surnames}][\u4e00-\u9fff]{{1,2}}(?=[\u4e00-\u9fff]{{0,6}}(?:纠纷|案|争议))"
    )
    for match in parties.finditer(examination.text):
        examination.add("TEXT081", match.start(), match.end())
    before = re.compile(
        rf"(?:^|(?<=[，。；、：]))(?P<名>[{surnames}][\u4e00-\u9fff]{{1,2}}?){_OFFICES}(?={verbs.replace('、', '|')})",
        re.MULTILINE,
    )
    for match in chain(pattern.finditer(examination.text), before.finditer(examination.text)):
        if match["名"].endswith(("副", "代", "委", "府", "党")) or match["名"].startswith(
            examination.notes.words("TEXT081", "不是")
        ):
            continue
        kind = examination.passage_at(match.start()).line.kind
        if kind in ("段", "要点", "节标题") and not examination.inside[match.start()] & TITLE:
            examination.add("TEXT081", match.start(), match.end())
