"""Guiding thoughts of earlier days: alone they are out of date, in the full chain the newest follows them."""

from __future__ import annotations

import re
from datetime import date

from generator.checking.days import in_words
from generator.checking.finished.examination import TITLE, Examination
from generator.patterns import compile_later

_CODE = "TERM011"
_ISO = compile_later(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STOPS = compile_later(r"[。；\n]|\Z")


def check_superseded(examination: Examination) -> None:
    """TERM011, once in a sentence. Phrases of the table are told by `check_phrases`."""
    notes = examination.notes
    old, newest = notes.words(_CODE, "旧"), notes.parameter(_CODE, "新")
    until = notes.parameter(_CODE, "旧止")
    if not (old and newest and _ISO.fullmatch(until)):
        return
    day = date.fromisoformat(until)
    if examination.earliest is None or examination.earliest <= day:
        return
    told = -1
    for match in re.finditer("|".join(map(re.escape, old)), examination.text):
        stop = _STOPS.search(examination.text, match.end())
        end = stop.start() if stop else len(examination.text)
        follows = newest in examination.text[match.end() : end]
        if end == told or follows or examination.inside[match.start()] & TITLE or _is_of_a_phrase(match, examination):
            continue
        told = end
        words = {"提法": match[0], "止": in_words(day), "办": f"，可用“{newest}”"}
        examination.add(_CODE, match.start(), match.end(), **words)


def _is_of_a_phrase(match: re.Match[str], examination: Examination) -> bool:
    """Whether it is only a piece of a phrase that the table has."""
    for term in examination.knowledge.terms:
        inner = term.词.find(match[0])
        if inner >= 0 and examination.text.startswith(term.词, max(0, match.start() - inner)):
            return True
    return False
