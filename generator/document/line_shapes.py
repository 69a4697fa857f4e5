"""What a line of text says of itself by how it begins: a heading by its number, a point of a series, or plain text.

The numbers are those of GB/T 9704—2012, 7.3.3 (一、 （一） 1. （1）, below them ①), in the spellings that offices and
web pages leave of them: half-width brackets, a bracket lost, 、 for the point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from generator.document.manuscript import Line
from generator.document.numbering import chinese
from generator.patterns import compile_later
from generator.records import dataclass

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_NUMBER = compile_later(
    rf"\s*(?:(?P<l1>{_HAN}\s*、)"
    rf"|(?P<l2>[（(]\s*{_HAN}\s*[）)]\s*、?|{_HAN}\s*[）)])"
    r"|(?P<l3>[0-9０-９]{1,2}\s*(?:[.．](?![0-9０-９])|、))"
    r"|(?P<l4>[（(]\s*[0-9０-９]{1,2}\s*[）)]|[0-9]{1,2}[）)])"
    r"|(?P<l5>[①-⑳]))\s*"
)
_THIRD = compile_later(r"\s*(?P<l3>[0-9０-９]{1,2}\s*[.．、])\s*")
"""As in `_NUMBER`, where it is known to be the number of a heading: 1.5G is then 1. and 5G."""
_POINT = compile_later(rf"\s*(?P<han>{_HAN})是")
_CLOSING = "。．！？!?；;…，,：:"
_SENTENCE = compile_later(r"[。！？!?]|(?<=[\u4e00-\u9fff”）》])[.．](?=[\u4e00-\u9fff])")
_CLAUSE = compile_later(r"[。！？；：，,;:]")
_INNER = compile_later(r"[。！？；：;:]")
LONGEST_HEADING = 60
_LONGEST_SENTENCE_AS_HEADING = 40
_OWED = 2
"""Down to this level a number makes a heading whatever follows it; below it lists are numbered as well."""

_DIGITS = {word: number for number in range(1, 100) for word in (chinese(number),)}
_CIRCLED_ONE = 0x2460


@dataclass(frozen=True, slots=True)
class Shape:
    """A line without its number; see `Line` for the fields."""

    kind: Literal["节标题", "段", "要点"]
    text: str
    number: str = ""
    level: int = 0
    run_in: int = 0


def shape(text: str, *, known_level: int = 0, run_in: int = 0, number: str = "") -> Shape:
    """The shape of a line. `known_level` is the level that a style gives it; `run_in` the length, its number included,
    of a beginning that is set apart (bold, another typeface); `number` is what a list of Word made."""
    text = text.strip()
    found = _NUMBER.match(number + text) or (_THIRD.match(number + text) if known_level else None)
    level = _level(found) if found else 0
    typed = "" if found is None else found[0].strip()
    rest = text if found is None else (number + text)[found.end() :]
    if known_level:
        # The deepest style stands for all levels below it too.
        level = level if level > known_level >= _DEEPEST_STYLE else known_level
        apart = _inside(run_in - (len(text) - len(rest)), rest)
        return Shape("节标题", rest, typed or number, level, apart or running_on(rest))
    if level:
        return _numbered(rest, typed, level, run_in - (len(text) - len(rest)))
    if number:
        return Shape("段", text, number)
    return _point(text)


_DEEPEST_STYLE = 4


def _level(found: object) -> int:
    group = getattr(found, "lastgroup", None)
    return int(group[1:]) if group else 0


def running_on(text: str) -> int:
    """The length of the heading that a paragraph begins with where its text goes on long behind a full stop.

    Whatever its style and typeface say, nobody sets so much in a heading: somebody gave the look to all of it.
    """
    sentence = _SENTENCE.search(text)
    if sentence is None or sentence.end() > LONGEST_HEADING:
        return 0
    return sentence.end() if len(text) - sentence.end() > _LONGEST_SENTENCE_AS_HEADING else 0


def _inside(length: int, text: str) -> int:
    return length if 0 < length < len(text) else 0


def _numbered(rest: str, number: str, level: int, run_in: int) -> Shape:
    """A heading on its own line, one that runs in, or a numbered paragraph without any."""
    if not rest:
        return Shape("节标题", rest, number, level)
    own_line = len(rest) <= LONGEST_HEADING and not _SENTENCE.search(rest) and rest[-1] not in _CLOSING
    one_sentence = is_one_sentence(rest)
    if own_line or (one_sentence and (level <= _OWED or rest[-1] in "：:")):
        return Shape("节标题", rest, number, level)
    if _inside(run_in, rest) and run_in <= LONGEST_HEADING:
        return Shape("节标题", rest, number, level, run_in)
    sentence = _SENTENCE.search(rest)
    if sentence is not None and sentence.end() < len(rest) and sentence.end() <= LONGEST_HEADING:
        return Shape("节标题", rest, number, level, sentence.end())
    if level > _OWED:
        return Shape("段", rest, number)
    clause = _CLAUSE.search(rest)
    end = clause.end() if clause is not None else 0
    return Shape("节标题", rest, number, level, end if end < len(rest) else 0)


def is_one_sentence(text: str) -> bool:
    """Whether a line is short enough for a heading that somebody closed like a sentence."""
    short = 0 < len(text) <= _LONGEST_SENTENCE_AS_HEADING
    return short and not _INNER.search(text[:-1]) and not _SENTENCE.search(text[:-1])


def _point(text: str) -> Shape:
    """一是 begins a point, unless the same paragraph goes on with 二是."""
    found = _POINT.match(text)
    value = _DIGITS.get(found["han"]) if found else None
    if found is None or value is None or f"{chinese(value + 1)}是" in text:
        return Shape("段", text)
    return Shape("要点", text[found.end() :], found[0].strip())


def counted(number: str) -> int | None:
    """The value of a number as it stands: 3 for 三、 （三） 3. （3） ③ 三是; None when it is none."""
    plain = number.strip().strip("、.．（）()是 ")
    if plain in _DIGITS:
        return _DIGITS[plain]
    if plain.isdecimal():
        return int(plain)
    return ord(plain) - _CIRCLED_ONE + 1 if len(plain) == 1 and "①" <= plain <= "⑳" else None


def sectioned(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, each with the index of the heading it stands under. Annexes begin anew, and what follows the text
    (signature, 附注, 版记) stands under none.

    A numbered sentence is taken for a heading where text without a number follows it.
    """
    stack: list[tuple[int, int]] = []
    result = []
    for index, line in enumerate(_promoted(list(lines))):
        if line.kind in _OUTSIDE:
            stack = [] if line.kind in _ENDING else stack
            result.append(replace(line, section=-1))
            continue
        if line.kind == "节标题":
            while stack and stack[-1][0] >= line.level:
                stack.pop()
        result.append(replace(line, section=stack[-1][1] if stack else -1))
        if line.kind == "节标题":
            stack.append((line.level, index))
    return tuple(result)


def _promoted(lines: list[Line]) -> Iterator[Line]:
    for line, following in zip_longest(lines, lines[1:]):
        level = _level(_NUMBER.match(line.number)) if line.kind == "段" else 0
        heads = following is not None and (
            following.kind == "要点" or (following.kind == "段" and not following.number)
        )
        if level and heads and is_one_sentence(line.text):
            yield replace(line, kind="节标题", level=level)
        else:
            yield line


_OUTSIDE = ("版头", "标题", "题注", "主送", "附件说明", "署名", "成文日期", "附注", "版记", "附件", "杂项")
_ENDING = ("署名", "成文日期", "附件", "版记")
