"""A text file (.txt), often copied from a web page: one paragraph a line."""

from __future__ import annotations

import codecs

from generator.diagnostics import Diagnostics, Place
from generator.document.flattening import excerpt
from generator.patterns import compile_later
from generator.reading.columns import with_tables
from generator.reading.raw import Raw, RawReport
from generator.reading.refusals import RefusedError, too_large
from generator.reading.word import MOST_TEXT

_AS_UTF8 = "用记事本打开，另存为 .txt，编码选 UTF-8，再试"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENDS = compile_later(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE = compile_later("[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff\u00ad]")
_MOST_BROKEN = 0.02
_CHINESE = 0.85
_SAMPLE = 20_000


def read_text(raw: bytes, file: str, diagnostics: Diagnostics) -> RawReport:
    """The lines of a text file, without blank ones. Raises `RefusedError`."""
    text = decoded(raw, file, diagnostics)
    if len(text) > MOST_TEXT:
        raise too_large(f"文字超过 {MOST_TEXT // 10_000} 万字")
    lines: list[Raw] = []
    blank = False
    for number, line in enumerate(_ENDS.split(text), start=1):
        plain = _INVISIBLE.sub("", line)
        if plain.strip():
            column = len(line) - len(line.lstrip()) + 1
            place = Place(file, line=number, column=column, text=excerpt(plain.strip()))
            lines.append(Raw(plain, place, after_blank=blank))
        blank = not plain.strip()
    return RawReport(tuple(with_tables(lines)))


def decoded(raw: bytes, file: str, diagnostics: Diagnostics) -> str:
    """The text, without its byte order mark; a few broken characters are told and shown as U+FFFD.

    Raises `RefusedError` for what isn't text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _tolerant(raw[len(mark) :], encoding, file, diagnostics)
    even = raw[1:_SAMPLE:2].count(0), raw[0:_SAMPLE:2].count(0)
    if b"\0" in raw:
        if max(even) == 0 or len(raw) % 2:
            raise _no_text()
        return _tolerant(raw, "utf-16-le" if even[0] > even[1] else "utf-16-be", file, diagnostics)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = raw.decode("gb18030", "replace")
    utf8 = raw.decode("utf-8", "replace")
    if _share(utf8) > _share(text):
        return _tolerant(raw, "utf-8", file, diagnostics)
    if _share(text) < _CHINESE:
        raise _no_text()
    return _tolerant(raw, "gb18030", file, diagnostics)


def _tolerant(raw: bytes, encoding: str, file: str, diagnostics: Diagnostics) -> str:
    text = raw.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken > _MOST_BROKEN * len(text) or _share(text) < _CHINESE:
        raise _no_text()
    if broken:
        line = text[: text.index("\ufffd")].count("\n") + 1
        message = f"从这一行起，文件里有 {broken} 处文字损坏，读不出是什么字"
        diagnostics.warning("LOAD207", Place(file, line=line), message, "对照原文改好，另存为 UTF-8")
    return text


def _share(text: str) -> float:
    """The share of usual Chinese characters among those that are not ASCII."""
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(_usual(character) for character in foreign) / len(foreign) if foreign else 1.0


def _usual(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return character in "—…·\u00a0\u2022"


def _no_text() -> RefusedError:
    return RefusedError("LOAD206", "认不出这个文件的编码，或者它不是文字", _AS_UTF8)
