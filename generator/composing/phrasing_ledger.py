"""Whether a sentence accounts for its figures: each given one printed, implied or left out, and only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser


class _Declared(HTMLParser):
    """Collects the refs of the figures in a piece of markup; those that were worked out aren't given figures."""

    def __init__(self) -> None:
        super().__init__()
        self.refs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "v" and not given.get("by"):
            self.refs.append(given.get("ref") or "")


def declared(sentence: str) -> list[str]:
    """The refs of the given figures that a sentence accounts for, in order."""
    reader = _Declared()
    reader.feed(sentence)
    reader.close()
    return reader.refs


def unaccounted(sentence: str, given: Iterable[str]) -> list[str]:
    """Those given figures that the sentence neither prints nor implies nor declares as left out."""
    known = set(declared(sentence))
    return [ref for ref in given if ref not in known]


def repeated(sentence: str) -> list[str]:
    """The figures that the sentence accounts for more than once."""
    return [ref for ref, times in Counter(declared(sentence)).items() if times > 1]
