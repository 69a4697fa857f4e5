"""What a report says twice in the same words: a passage pasted into two places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.finished.examination import TITLE, Examination
from generator.patterns import compile_later

_HAN = compile_later(r"[\u4e00-\u9fff]")
_EXCERPT = 12


def check_copies(examination: Examination) -> None:
    """TEXT107: so many characters (字数) in a row that stood before; titles don't count, nor do set phrases (除)."""
    length = int(examination.notes.parameter("TEXT107", "字数") or 0)
    if not length:
        return
    spared = examination.notes.words("TEXT107", "除")
    for first, start, end in _copied(examination, length):
        words = examination.text[start:end]
        if not any(each in words for each in spared):
            examination.add(
                "TEXT107", start, end, 开头=words[:_EXCERPT], 字数=len(words), 前=_section(first, examination)
            )


def _section(at: int, examination: Examination) -> str:
    """The heading under which a character stands; the opening has none."""
    heading = ""
    for passage in examination.passages:
        if passage.start > at:
            break
        if passage.line.kind == "节标题" and passage.line.heading:
            heading = passage.line.number + passage.line.heading.rstrip("，,。")
    return f"“{heading}”" if heading else "开头"


def _copied(examination: Examination, length: int) -> Iterator[tuple[int, int, int]]:
    """Where a run stood first, and where it begins and ends again. Marks between characters may differ."""
    seen: dict[str, int] = {}
    for run in _runs(examination):
        signs = "".join(examination.text[place] for place in run)
        at = 0
        while at + length <= len(signs):
            before = seen.get(signs[at : at + length])
            if before is None or before >= run[at]:
                seen[signs[at : at + length]] = run[at]
                at += 1
                continue
            stop = at + length
            while stop < len(signs) and signs[stop - length + 1 : stop + 1] in seen:
                stop += 1
            yield before, run[at], run[stop - 1] + 1
            at = stop


def _runs(examination: Examination) -> Iterator[list[int]]:
    """The places of the characters of each passage, up to a title and on from behind it."""
    for passage in examination.passages:
        if passage.line.kind not in ("段", "要点", "节标题"):
            continue
        run: list[int] = []
        for match in _HAN.finditer(passage.text):
            place = passage.start + match.start()
            if examination.inside[place] & TITLE:
                yield run
                run = []
            else:
                run.append(place)
        yield run
