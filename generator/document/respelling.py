"""Changing single characters of texts: edits by offset, over pieces that belong together, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.records import dataclass

_NEAR = 8
_CONTEXT = 6


@dataclass(frozen=True, slots=True)
class Respelling:
    """`text` for the characters `start` to `end`."""

    start: int
    end: int
    text: str


def respelled(text: str, edits: Sequence[Respelling]) -> str:
    """The text with edits made that don't overlap."""
    pieces, position = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, text[position:]])


def over_pieces(lengths: Sequence[int], edit: Respelling) -> Iterator[tuple[int, Respelling]]:
    """An edit of the joined text of several pieces as edits of these, each where its characters are.

    As many characters as there were go one by one; else the first piece receives the new ones.
    """
    one_by_one = len(edit.text) == edit.end - edit.start
    begin, given = 0, False
    for number, length in enumerate(lengths):
        start, end = max(edit.start, begin), min(edit.end, begin + length)
        if start < end:
            new = edit.text[start - edit.start : end - edit.start] if one_by_one else "" if given else edit.text
            yield number, Respelling(start - begin, end - begin, new)
            given = True
        begin += length


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of a text before and after, with a little of what stands around it; `start` is where it changes."""

    start: int
    before: str
    after: str


def differences(old: str, new: str) -> Iterator[Difference]:
    """Where two texts differ; what lies close together is one difference."""
    spans: list[list[int]] = []
    for kind, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if spans and span[0] - spans[-1][1] <= _NEAR:
            spans[-1][1], spans[-1][3] = span[1], span[3]
        else:
            spans.append(span)
    for start, end, new_start, new_end in spans:
        yield Difference(start, _around(old, start, end), _around(new, new_start, new_end))


def _around(text: str, start: int, end: int) -> str:
    words = text[max(0, start - _CONTEXT) : end + _CONTEXT].strip("\n").replace("\n", " ")
    return f"{'…' if start > _CONTEXT else ''}{words}{'…' if end + _CONTEXT < len(text) else ''}"
