"""Lists against the number that announces them."""

from __future__ import annotations

from generator.checking.finished.examination import Examination
from generator.models.numerals import read_numeral
from generator.patterns import compile_later

_LIST_HEAD = compile_later(
    r"(?P<数>[二两三四五六七八九十]|[2-9]|1[0-9])(?:个|项|大|种|条|件|方面|点)?(?P<名>事|大事|实事|阶段|工作|任务|问题|方面|环节|制度|关键环节|步骤|机制|重点|领域|举措|清单|部门|单位|平台|体系|类)"
)
_ORDINALS = compile_later(r"(?<![^。；：])[一二三四五六七八九]是")
_SENTENCE_END = compile_later(r"[。；\n]")
_BESIDE = compile_later(
    r"[，：]?(?:即|分别是|分别为|也就是)：?(?P<即>[^，。；（）等和及与\n0-9]{4,120})(?=[。；])|（(?P<括>[^（），。；等和及与\n0-9]{4,80})）"
)
_STEPS = ("阶段", "环节", "方面", "步骤", "制度", "关键环节", "机制", "领域", "清单")
_TITLES = compile_later(
    r"(?P<名>(?:《[^《》\n]+》(?:（[^（）\n]*）)?[、和及]?){2,})(?P<等>等)?(?P<数>[0-9]{1,2}|[二两三四五六七八九十])(?:个|件|部|项|份)(?P<物>[\u4e00-\u9fff]{0,6}(?:文件|制度|办法|方案|法规|法律|规定))"
    r"|(?<![0-9])(?P<数二>[0-9]{1,2})(?:件|部|份)：(?P<名二>(?:《[^《》\n]+》(?:（[^（）\n]*）)?[、和及]?){2,})(?=[。；])"
)
_LONGEST, _LONGEST_SERIES = 300, 4000


def check_lists(examination: Examination) -> None:
    """DATA531: 四个阶段 are four. Only lists right behind number and colon, and those counted 一是, 二是."""
    text = examination.text
    for match in _LIST_HEAD.finditer(text):
        said = _count(match["数"])
        end = match.end() + (text[match.end() : match.end() + 1] == "”")
        behind = text[end : end + 2]
        if said is None or text[match.start() - 1 : match.start()] in tuple("第十百千万0123456789.之几数、"):
            continue
        listed = _listed(text, end, behind) or _set_beside(text, end, match["名"])
        if listed is not None and listed[0] != said and listed[0] > 1:
            examination.add("DATA531", match.start(), listed[1], 数=match[0], 实=listed[0])
    for match in _TITLES.finditer(text):
        said, listed_titles = _count(match["数"] or match["数二"]), (match["名"] or match["名二"]).count("》")
        if said is not None and (listed_titles > said or (listed_titles < said and not match["等"])):
            number = match["数"] or match["数二"]
            examination.add(
                "DATA531", match.start(), match.end(), 数=f"{number}{match['物'] or '件'}", 实=listed_titles
            )


def _count(typed: str) -> int | None:
    if typed.isdecimal():
        return int(typed)
    worth = read_numeral("二" if typed == "两" else typed)
    return int(worth) if worth is not None else None


def _listed(text: str, at: int, behind: str) -> tuple[int, int] | None:
    """How many items a list behind `at` has, and where it ends; None where that can't be told."""
    if behind[:1] not in ("：", "。"):
        return None
    if text.startswith("一是", at + 1):
        return _counted_out(text, at + 1)
    if behind[:1] == "。":
        return None
    end = _SENTENCE_END.search(text, at + 1, at + 1 + _LONGEST)
    sentence = text[at + 1 : end.start()] if end else ""
    if any(sign in sentence for sign in "，等（和及"):
        return None
    items = sentence.split("、")
    return (len(items), at + 1 + len(sentence)) if len(items) > 1 else None


def _set_beside(text: str, at: int, name: str) -> tuple[int, int] | None:
    """How many items stand behind ，即 or in brackets; organs in brackets are other names of those counted."""
    match = _BESIDE.match(text, at)
    if match is None or (match["括"] is not None and name not in _STEPS):
        return None
    items = (match["括"] or match["即"]).split("、")
    return (len(items), match.end()) if len(items) > 1 else None


def _counted_out(text: str, at: int) -> tuple[int, int] | None:
    """How many items a list has that begins with 一是, up to the next list or the end of its line."""
    line_end = text.find("\n", at)
    if line_end - at > _LONGEST_SERIES:
        return None
    found = list(_ORDINALS.finditer(text, at, line_end))
    again = next((index for index, each in enumerate(found) if index and each[0] == "一是"), len(found))
    return again, found[again].start() if again < len(found) else line_end
