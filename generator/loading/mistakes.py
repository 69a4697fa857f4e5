"""What clerks get wrong in YAML that the parser takes for something else, or can only call a syntax error.

`in_scalars` looks at the scalars that were parsed: it knows what is plain text, so it never cries over quoted text,
block text or comments. `in_lines` looks at the bare lines of a file that couldn't be parsed to its end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice

from generator.loading.findings import Findings
from generator.loading.keys import known_keys
from generator.loading.tree import CUT_KEY, Scalar
from generator.patterns import compile_later

_WIDE = "\u3000\xa0\u2002\u2003\u2007\u202f"
_BLOCK_KINDS = frozenset({"节", "段", "要点", "表", "图"})
_CUT = compile_later(r"[ \t]+#(?=[^\s#!])")
_NO_BLANK = compile_later(
    rf"[ \t{_WIDE}]*([^\s：:，。；、“”\"'{{}}\[\]#&*|>]{{1,20}})[{_WIDE} ]*([：:])(?=\S|[{_WIDE}])"
)
_ITEM = compile_later(rf"(?:－|–|•|●|—(?!—)|-(?=[{_WIDE}]))[ \t{_WIDE}]*(?=\S)")
_DASH = compile_later(r"-(?=[^\s\d.\-－—])")
_KEY_IN_QUOTES = compile_later(r"\n[ \t]*(?:- +)*([^\s：:\"']{1,20}): ")
_ONLY_BLANKS = compile_later(r"^[ \t]+(?=\r?$)", re.MULTILINE)
_ONLY_MARKS = compile_later(r"[ \t]*(?:- +)*$")

MOST_LINES = 20_000
QUOTE_TEXT = "整段文字用单引号括起来，如 '{{ 行政复议 }}'"


_CUT_NUMBER = compile_later(r"\d,\d{3}")


def in_scalars(scalars: Iterable[Scalar], text: str, findings: Findings) -> None:
    """Report what looks wrong in and behind the scalars of a file."""
    lines = 0
    for scalar in scalars:
        lines += text.count("\n", scalar.start, scalar.end)
        if lines > MOST_LINES:
            return
        if _stray(scalar, text, findings):
            continue
        if scalar.style == "p":
            _in_plain(scalar, text, findings)
        elif scalar.style in "'\"" and "\n" in text[scalar.start : scalar.end]:
            _swallowed(scalar, text, findings)


def _stray(scalar: Scalar, text: str, findings: Findings) -> bool:
    """A half-width comma inside `{ }` or `[ ]` ends the value: what stands behind it would be lost without a word."""
    if scalar.start > 1 and _CUT_NUMBER.fullmatch(text[scalar.start - 2 : scalar.start + 3]):
        tell = findings.error if scalar.is_key else findings.warning
        tell("LOAD035", scalar.start, "逗号把一个数字分成了两项", "数字里不写千位逗号；列表里逗号后面空一格")
        return True
    if scalar.is_key and _ends_without_colon(scalar, text):
        message = f"花括号里多出“{scalar.value[:20]}”，后面没有冒号"
        remedy = "几个名称写成 [甲, 乙]；文字里有半角逗号的，整段加引号，或者改用全角逗号"
        findings.error("LOAD036", scalar.start, message, remedy)
        return True
    return False


def _ends_without_colon(scalar: Scalar, text: str) -> bool:
    """Not for keys with another colon in them, nor inside braces of a template: those have messages of their own."""
    line = text[text.rfind("\n", 0, scalar.start) + 1 : scalar.start]
    if "{{" in line or "{%" in line or re.search("[:：]", scalar.value):
        return False
    behind = text[scalar.end : scalar.end + 200].lstrip(" \t\r\n")
    return behind[:1] in (",", "}")


def _in_plain(scalar: Scalar, text: str, findings: Findings) -> None:
    if scalar.is_key:
        _in_key(scalar, findings)
        return
    if scalar.value.startswith("{{"):
        findings.error("LOAD023", scalar.start, "以“{{”开头的文字没有加引号", QUOTE_TEXT)
    if cut := _CUT.match(text, scalar.end):
        cut_off(cut.end() - 1, findings)
    if not scalar.value:
        return
    for number, (start, line) in enumerate(_lines(text, scalar.start, scalar.end)):
        keys = known_keys() if number else (_BLOCK_KINDS if scalar.in_list else frozenset[str]())
        colon(line, start, findings, keys)
        if number or _ONLY_MARKS.match(text[text.rfind("\n", 0, start) + 1 : start]):
            item_mark(line, start, findings)


def _in_key(scalar: Scalar, findings: Findings) -> None:
    if scalar.value[:1] in _WIDE:
        wide_indent(scalar.start, findings)
    blanks = len(scalar.value) - len(scalar.value.lstrip(_WIDE))
    if match := CUT_KEY.match(scalar.value, blanks):
        _tell_colon(match, findings, scalar.start)


def colon(line: str, start: int, findings: Findings, keys: Collection[str]) -> bool:
    """A key of `keys` whose colon is full-width, or has no blank (or a wide one) behind it."""
    match = _NO_BLANK.match(line) if keys else None
    if match is None or match[1] not in keys:
        return False
    _tell_colon(match, findings, start)
    return True


def item_mark(line: str, start: int, findings: Findings) -> bool:
    """A list item whose mark isn't `- `."""
    if match := _ITEM.match(line):
        shown = line[: match.end()].strip() or line[:1]
        findings.error(
            "LOAD029", start, f"列表项要以半角“- ”开头，这里是“{shown[:2]}”", "改成半角减号，后面空一格，如“- 文字”"
        )
    elif _DASH.match(line):
        findings.error("LOAD030", start, "减号后面没有空格，不成列表项", "减号后面空一格，如“- 文字”")
    else:
        return False
    return True


def cut_off(index: int, findings: Findings) -> None:
    findings.warning(
        "LOAD024",
        index,
        "空格加 # 表示注释，从这里到行末的字都不会写进报告",
        "是正文就把整段文字用引号括起来；是注释就在 # 后面空一格",
    )


def wide_indent(index: int, findings: Findings) -> None:
    findings.error("LOAD027", index, "缩进里有全角空格或不间断空格", "缩进只用半角空格，每层两个")


def tabs(text: str, index: int, findings: Findings) -> None:
    """The tab at `index`, where the parser stopped, and every other line that holds nothing but tabs and blanks."""
    spots = [m.start() + m[0].index("\t") for m in _ONLY_BLANKS.finditer(text) if "\t" in m[0]]
    for spot in islice(spots, MOST_LINES):
        findings.error("LOAD028", spot, "这一行只有制表符（Tab）", "删去它，空行里什么都不写")
    if index not in spots:
        findings.error("LOAD028", index, "这里有制表符（Tab）", "删去它；缩进只用半角空格，每层两个")


def _tell_colon(match: re.Match[str], findings: Findings, start: int = 0) -> None:
    code, message, remedy = colon_message(match[1], match[2])
    findings.error(code, start + match.start(2), message, remedy)


def colon_message(key: str, mark: str) -> tuple[str, str, str]:
    """Code, message and remedy for a key whose colon (`mark`) isn't a half-width one with a blank behind it."""
    if mark == "：":
        return "LOAD021", f"“{key}”后面的冒号是全角", f"改成半角冒号，后面空一格，如“{key}: ……”"
    return "LOAD022", f"“{key}”的冒号后面没有半角空格", f"冒号后面加一个半角空格，如“{key}: ……”"


def _swallowed(scalar: Scalar, text: str, findings: Findings) -> None:
    """A quotation that runs over lines that look like keys of their own."""
    for match in _KEY_IN_QUOTES.finditer(text, scalar.start, scalar.end):
        if match[1] in known_keys():
            line = findings.line_of(match.start(1))
            findings.error(
                "LOAD025",
                scalar.start,
                f"引号没有成对，第{line}行的“{match[1]}”也被当作引号里的文字",
                "在文字末尾补上引号",
            )


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, str]]:
    """The lines of a scalar without their indentation, each with its index."""
    for line in text[start:end].splitlines(keepends=True):
        blanks = len(line) - len(line.lstrip(" \t"))
        yield start + blanks, line.strip(" \t\r\n")
        start += len(line)
