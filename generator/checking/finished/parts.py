"""Which of the mandatory items (必备事项) each line of a report belongs to, told by headings and by turns of phrase."""

from __future__ import annotations

from collections.abc import Callable

from generator.document.manuscript import Line, Manuscript
from generator.patterns import compile_later

LEAD, DONE, LACKS, HEADS, PLANS, OTHERS = "导语", "举措成效", "不足原因", "第一责任人", "下年安排", "其他"
CODE = "PART104"
"""The check whose 参数 hold the words that headings are known by."""

_LACKS_BEGIN = compile_later(
    r"(?:存在|工作中的?|还有).{0,16}(?:问题|不足|短板|差距|薄弱环节)[^。]{0,24}(?:表现|如下|以下|[：:])[^。]{0,12}[：:。]$"
    r"|^(?:但是?，?)?对[标照].{0,60}(?:还|仍|尚)?存在[^。]{0,8}(?:问题|不足|差距)"
)
_LACKS_TOLD = compile_later(
    r"^(?:总体上看|总的来看|总体来看|总的看|回顾|在(?:看到|肯定|取得)[^。；]{0,12}(?:成绩|成效)[^。；]{0,6}同时)"
    r"[^；]{0,90}(?:存在|面临|还有)[^。；]{0,40}(?:问题|不足|短板|差距|薄弱环节|困难)"
)
_PLANS_BEGIN = compile_later(
    r"(?:下一步|下步|今后一段时期|今后，|新的一年|明年|20[0-9]{2}年(?:度)?，[^。]{0,40}(?:将|要以|计划)|下?半年，[^。]{0,20}将)"
)
_IN_THE_MIDDLE = compile_later(r"。(?:下一步，|下步，|下?半年，|新的一年，)[^。]{0,20}将")


_BARE = compile_later(r"(?:20[0-9]{2}年度?)?[\u4e00-\u9fff“”《》、，]{4,36}(?<![，、])$")


def parts_of(manuscript: Manuscript, parameter: Callable[[str, str], str]) -> list[str]:
    """The item of each line. A heading of the first level decides, or else a sentence that opens a part."""
    words = {item: _words(parameter(CODE, item)) for item in (HEADS, LACKS, PLANS, OTHERS)}
    part, merged, parts = LEAD, False, []
    for line in manuscript.lines:
        if line.kind == "节标题" and line.heading:
            named = _named(line.heading, words)
            if line.level == 1:
                part, merged = (named[0] if named else DONE), len(named) > 1
            elif part == LEAD:
                part = DONE
            elif merged and named:
                part = named[0]
        elif line.kind in ("段", "要点"):
            bare = _named(line.text, words) if is_bare(line) else []
            part = bare[0] if bare else _turned(line, part)
        parts.append(part)
    return parts


def is_bare(line: Line) -> bool:
    """Whether a line looks like a heading that lost its number: short, without a mark at its end."""
    return line.kind == "段" and _BARE.match(line.text.strip()) is not None


def items_in(heading: str, parameter: Callable[[str, str], str]) -> list[str]:
    """The items that a heading names; nothing for one on what was done."""
    return _named(heading, {item: _words(parameter(CODE, item)) for item in (HEADS, LACKS, PLANS, OTHERS)})


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split("、") if word)


def _named(heading: str, words: dict[str, tuple[str, ...]]) -> list[str]:
    found = {
        item: min((heading.find(word) for word in known if word in heading), default=-1)
        for item, known in words.items()
    }
    return sorted((item for item, place in found.items() if place >= 0), key=lambda item: found[item])


def _turned(line: Line, part: str) -> str:
    """The part that a paragraph opens without a heading of its own."""
    text = line.text.replace(",", "，").strip()
    if part == DONE and _LACKS_BEGIN.search(text[-120:] if len(text) > 200 else text):  # noqa: PLR2004 - long paragraphs turn at their end
        return LACKS
    if part == DONE and line.kind == "段" and _LACKS_TOLD.match(text):
        return LACKS
    if part in (DONE, LACKS) and line.kind == "段" and _PLANS_BEGIN.match(text):
        return PLANS
    if part == LACKS and line.kind == "段" and _IN_THE_MIDDLE.search(text):
        return PLANS
    return part
