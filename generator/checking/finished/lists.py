"""Lists against the number that announces them, and one thing counted twice."""

from __future__ import annotations

from generator.checking.finished.examination import Examination
from generator.models.numerals import read_numeral
from generator.patterns import compile_later
from generator.records import dataclass

_LIST_HEAD = compile_later(
    r"(?P<数>[二两三四五六七八九十]|[2-9]|1[0-9])(?:个|项|大|种|条|件|方面|点)?(?P<名>事|大事|实事|阶段|工作|任务|问题|方面|环节|制度|关键环节|步骤|机制|重点|领域|举措|清单|部门|单位|平台|体系|类)"
)
_ORDINALS = compile_later(r"(?<![^。；：])[一二三四五六七八九]是")
_SENTENCE_END = compile_later(r"[。；\n]")
_LONGEST, _LONGEST_SERIES = 300, 4000


def check_lists(examination: Examination) -> None:
    """DATA531: 四个阶段 are four. Only lists right behind number and colon, and those counted 一是, 二是."""
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


def _counted_out(text: str, at: int) -> tuple[int, int] | None:
    """How many items a list has that begins with 一是, up to the next list or the end of its line."""
    line_end = text.find("\n", at)
    if line_end - at > _LONGEST_SERIES:
        return None
    found = list(_ORDINALS.finditer(text, at, line_end))
    again = next((index for index, each in enumerate(found) if index and each[0] == "一是"), len(found))
    return again, found[again].start() if again < len(found) else line_end


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
_SCOPES = compile_later(
    r"(?:全[市县区州旗镇乡]|[市县区]政府|本级|部门|上半年|下半年|去年|上年|同期|20[0-9]{2}年|近[三五]年|累计|其中|今年|截至|制定|审核|审查|备案|清理|修改|修订|废止|失效|继续有效|撤销|纠正|起草|出台|印发|发布|公布|登记|评估|新增|报送|接收|我[市县区])"
)


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
