"""Pieces that lost something: a paragraph without its first characters, a name with a blank in it."""

from __future__ import annotations

from generator.checking.finished.examination import Examination
from generator.checking.finished.marks import HALF_NUMBER
from generator.patterns import compile_later

_BEHEADED = compile_later(
    r"[，。、；：）》”](?=[\u4e00-\u9fff])|是(?=[\u4e00-\u9fff]{2})(?!否|以|故|日|年|时)|[的了](?=[\u4e00-\u9fff]{2})(?!确|解|如|断|结|士|哥)"
)
_HALF_YEAR = compile_later(r"(?:^|(?<=[。；\n]))半年(?=，)")
_SPLIT = compile_later(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")


def check_fragments(examination: Examination) -> None:
    """TEXT125, TEXT127."""
    for passage in examination.passages:
        if passage.line.kind not in ("段", "要点") or passage.line.number.strip():
            continue
        begin = len(passage.text) - len(passage.text.lstrip("\u3000 \t"))
        match = _BEHEADED.match(passage.text, begin)
        if match is not None and HALF_NUMBER.match(passage.text) is None:
            start = passage.start + begin
            examination.add("TEXT125", start, min(start + 8, passage.start + len(passage.text)))
    for match in _HALF_YEAR.finditer(examination.text):
        examination.add("TEXT125", match.start(), match.end())
    for match in _SPLIT.finditer(examination.text):
        kind = examination.passage_at(match.start()).line.kind
        if kind in ("段", "要点", "节标题") and examination.inside[match.start()]:
            examination.add("TEXT127", max(0, match.start() - 4), match.end() + 4)
