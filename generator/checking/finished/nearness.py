"""Near misses of set phrases: how far a stretch of text is from one, without looking at every stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from generator.records import dataclass

_MARKS = "“”‘’《》〈〉（）()，、,—－～~–- \t\u3000"
_GONE = dict.fromkeys(map(ord, _MARKS))
_SHORT, _MIDDLE, _LONG = 7, 12, 20


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without marks and blanks; `places` are the positions that its characters had."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Bare:
        return cls(bare(text), tuple([place for place, sign in enumerate(text) if sign not in _MARKS]))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stands in the text with its marks."""
        return self.places[start], self.places[end - 1] + 1


def bare(text: str) -> str:
    """The text without marks and blanks."""
    return text.translate(_GONE)


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of bare text, and the phrase that was meant."""

    start: int
    end: int
    phrase: str


class Phrases:
    """Finds stretches that differ from a phrase in a few characters, its first and its last one apart.

    A stretch with at most n slips holds one of n + 1 pieces of the phrase unharmed, so that only stretches round such
    pieces are compared: the cost grows with the text and not with the number of phrases.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [phrase for phrase in dict.fromkeys(phrases) if len(phrase) >= _SHORT]

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[str, int]]]:
        pieces: dict[str, list[tuple[str, int]]] = {}
        for phrase in self._phrases:
            count = _slips(phrase) + 1
            edges = [len(phrase) * index // count for index in range(count + 1)]
            for start, end in pairwise(edges):
                pieces.setdefault(phrase[start:end], []).append((phrase, start))
        return pieces

    def near(self, text: str) -> Iterator[Near]:
        """The near misses in a bare text from which the phrases themselves have been blanked out."""
        if not self._pieces:
            return
        seen: set[tuple[str, int]] = set()
        pattern = re.compile(f"(?=({'|'.join(map(re.escape, sorted(self._pieces, key=len, reverse=True)))}))")
        for match in pattern.finditer(text):
            for phrase, offset in self._pieces[match[1]]:
                begin = max(0, match.start() - offset - _slips(phrase))
                found = _aligned(phrase, text[begin : match.start() - offset + len(phrase) + _slips(phrase)])
                if found is not None and (phrase, begin + found[0]) not in seen:
                    seen.add((phrase, begin + found[0]))
                    yield Near(begin + found[0], begin + found[1], phrase)


def _slips(phrase: str) -> int:
    return 1 if len(phrase) < _MIDDLE else 2 if len(phrase) < _LONG else 3


def _aligned(phrase: str, window: str) -> tuple[int, int] | None:
    """Where the phrase stands in the window with one slip or a few; None with none or too many, or at its ends."""
    best: tuple[int, int, int] | None = None
    for start in range(min(2 * _slips(phrase) + 1, len(window))):
        if window[start] != phrase[0]:
            continue
        row = distances(phrase, window[start:])
        for length in range(len(phrase) - _slips(phrase), len(phrase) + _slips(phrase) + 1):
            if start + length > len(window) or length < 1 or window[start + length - 1] != phrase[-1]:
                continue
            if best is None or row[length] < best[0]:
                best = (row[length], start, start + length)
    return (best[1], best[2]) if best is not None and 0 < best[0] <= _slips(phrase) else None


def distances(phrase: str, text: str) -> list[int]:
    """The edit distances between the phrase and every beginning of the text."""
    row = list(range(len(text) + 1))
    for place, sign in enumerate(phrase, start=1):
        before, row[0] = row[0], place
        for index, other in enumerate(text, start=1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (sign != other))
    return row
