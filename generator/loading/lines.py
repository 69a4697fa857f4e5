"""Slips in the bare lines of a file that the parser couldn't read to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.loading import mistakes
from generator.loading.findings import Findings
from generator.loading.keys import known_keys
from generator.patterns import compile_later
from generator.records import dataclass

_LINE = compile_later(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LEADING = compile_later(r"[ \t\u3000\xa0\u2002\u2003\u2007\u202f]*")
_ITEMS = compile_later(r"(?:-[ \t]+)*")
_KEY = compile_later(r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}\[\]#&*!|>%@`][^:#\"']{0,40}?)[ \t]*:(?:[ \t]+|$)")
_BLOCK_TEXT = compile_later(r"[|>][+\-\d]{0,2}[ \t]*(?:#.*)?$")
_CUT = compile_later(r"[ \t]#(?=[^\s#!])")
_AFTER_QUOTE = compile_later(r"[ \t]*(?:$|[,\]}:]|[ \t]#)")
_SHORT_VALUE = compile_later(r"[^，。；]{1,12}$")
_RESERVED = "@`%"


@dataclass(frozen=True, slots=True)
class _Line:
    """`body` is the value behind list marks and key, `column` that of the key or the innermost list mark."""

    start: int
    leading: str
    rest: str
    body: str
    body_start: int
    column: int


def in_lines(text: str, findings: Findings) -> None:
    """Report what looks wrong, line by line, outside comments, block texts and quotations over several lines."""
    scan = _Scan(text, findings)
    for start, raw in _raw_lines(text):
        scan.take(_read(start, raw))


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    for match in islice(_LINE.finditer(text), mistakes.MOST_LINES):
        yield match.start(), match[0].rstrip("\r\n")


def _read(start: int, raw: str) -> _Line:
    leading = _LEADING.match(raw)
    indent = leading.end() if leading else 0
    items = _ITEMS.match(raw, indent)
    column = items.end() if items else indent
    key = _KEY.match(raw, column)
    body = key.end() if key else column
    if key is None and column > indent:
        column = raw.rfind("-", 0, column)
    return _Line(start, raw[:indent], raw[indent:].rstrip(), raw[body:].rstrip(), start + body, column)


@dataclass(slots=True)
class _Scan:
    """What the lines before say of the next: it may belong to a quotation or to a block text.

    `taken` is the index of a quotation mark that closes an earlier quotation by mistake: it opens none.
    """

    text: str
    findings: Findings
    hidden_until: int = 0
    block_column: int = -1
    taken: int = -1

    def take(self, line: _Line) -> None:
        if not line.rest or line.start < self.hidden_until:
            return
        if self.block_column >= 0 and len(line.leading) > self.block_column:
            return
        self.block_column = -1
        if line.rest.startswith("#"):
            return
        self._indentation(line)
        first = line.start + len(line.leading)
        if not mistakes.item_mark(line.rest, first, self.findings):
            self._value(line)
        if _BLOCK_TEXT.match(line.body):
            self.block_column = line.column

    def _indentation(self, line: _Line) -> None:
        if "\t" in line.leading:
            index = line.start + line.leading.index("\t")
            self.findings.error("LOAD028", index, "缩进里有制表符（Tab）", "缩进只用半角空格，每层两个")
        elif wide := line.leading.lstrip(" "):
            mistakes.wide_indent(line.start + len(line.leading) - len(wide), self.findings)

    def _value(self, line: _Line) -> None:
        body, index = line.body, line.body_start
        if mistakes.colon(body, index, self.findings, _keys_for(body)):
            return
        if body.startswith("{{"):
            self.findings.error("LOAD023", index, "以“{{”开头的文字没有加引号", mistakes.QUOTE_TEXT)
        elif body[:1] in ("'", '"') and index != self.taken:
            self._quotation(line)
        elif body[:1] and body[0] in _RESERVED:
            self.findings.error("LOAD034", index, f"文字不能以“{body[0]}”开头", "整段文字用单引号括起来")
        elif cut := _CUT.search(body):
            mistakes.cut_off(index + cut.end() - 1, self.findings)

    def _quotation(self, line: _Line) -> None:
        quote, index = line.body[0], line.body_start
        end = _closing(self.text, index)
        in_line = end is not None and end <= index + len(line.body)
        closed = end is not None and _AFTER_QUOTE.match(_line_from(self.text, end)) is not None
        if end is not None and closed:
            self.hidden_until = end
        elif end is not None and in_line:
            remedy = "把整段文字括进一对单引号，里面的引号用中文引号“”"
            self.findings.error("LOAD026", end, "引号结束后还有文字", remedy)
        else:
            self.taken = end - 1 if end is not None else -1
            self.findings.error("LOAD025", index, f"引号（{quote}）没有成对", f"在文字末尾补上 {quote}")


def _keys_for(line: str) -> frozenset[str]:
    """The words that are keys on a line: those of the format, and any word before a short value such as a figure."""
    word, _, value = line.replace("：", ":").partition(":")
    if value.strip() and word.isidentifier() and _SHORT_VALUE.match(value.strip()):
        return known_keys() | {word}
    return known_keys()


def _closing(text: str, index: int) -> int | None:
    """The index behind the quotation that opens at `index`."""
    quote = text[index]
    pattern = r"(?:[^'])*(?:''[^']*)*'" if quote == "'" else r'(?:[^"\\]|\\.)*"'
    match = re.compile(pattern, re.DOTALL).match(text, index + 1)
    return match.end() if match else None


def _line_from(text: str, index: int) -> str:
    match = _LINE.match(text, index)
    return match[0].rstrip("\r\n") if match else ""
