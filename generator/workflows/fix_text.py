"""Mending a finished report that is a text file (.txt): its lines, its line ends, its encoding."""

from __future__ import annotations

import re
from functools import partial

from generator.diagnostics import Diagnostics, Place
from generator.document.respelling import differences, respelled
from generator.document.typography_plain import Piece, mends_of
from generator.reading.text import decoded
from generator.workflows.fix_finished import Mending
from generator.workflows.fix_plan import Noted, Shown, UnsoundError, noted_of
from generator.writing.splice import same_encoding

_LINE = re.compile(r"([^\r\n\v\f\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")


def mended_text(raw: bytes, mending: Mending) -> tuple[bytes, list[Noted]]:
    """The text mended once."""
    text = decoded(raw, mending.file, Diagnostics())
    if same_encoding(raw, text) != raw:
        raise UnsoundError("这个文本的编码不能原样写回，程序不去改它", "用记事本另存为 UTF-8，再试")
    pieces: list[str] = []
    noted: list[Noted] = []
    for number, match in enumerate(_LINE.finditer(text), start=1):
        let_stand = mending.standing.codes_at(number)
        changes, only_noted = mends_of(
            [Piece(match[1])], mending.rules_at(number, match[1]), mending.protected, let_stand
        )
        pieces += [respelled(match[1], changes), match[2]]
        at = partial(Place, mending.file, number)
        noted += [noted_of(each, at(each.offset + 1), mending.knowledge.mends) for each in only_noted]
    return same_encoding(raw, "".join(pieces)), noted


def shown_in_text(old: bytes, new: bytes, file: str) -> tuple[Shown, ...]:
    """Where two texts of as many lines differ."""
    lines = zip(*(_LINE.finditer(decoded(raw, file, Diagnostics())) for raw in (old, new)), strict=True)
    return tuple(
        Shown(Place(file, number, each.start + 1), each.before, each.after)
        for number, (before, after) in enumerate(lines, start=1)
        for each in differences(before[1], after[1])
    )
