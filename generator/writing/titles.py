"""Where a title's lines end (GB/T 9704—2012 7.3.1): words stay whole, the lines form a trapezoid or a diamond."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise

from generator.document.blocks import Inlines, WordBreak
from generator.models.style import TitleBreaks
from generator.patterns import compile_later
from generator.writing.measure import width

_FLAT = 1.0  # 字: lines that differ by no more look equally long
_MOST_CUTS = 4  # five lines are more than any title has
_MOST_PLACES = 14  # places that are tried in all combinations
_HOURGLASS, _RECTANGLE, _MORE_LINES, _STUB, _UNLIKELY = 1000.0, 200.0, 150.0, 60.0, 25.0
_AUTO_SPACE = 0.25  # 字: what Word and LibreOffice put between Chinese and digits
_DIGITS_BESIDE_WORDS = compile_later(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")
_CLOSING = "，。、；：？！）》〉」』〕】”’"

Cuts = dict[int, float]
"""Offsets at which a title may be broken, each with what breaking there costs."""


def title_lines(inlines: Inlines, breaks: TitleBreaks, room: float) -> list[str]:
    """The title in lines of at most `room` 字, broken at its marks, else at the profile's words, else anywhere."""
    text, marked = _unmarked(inlines)
    room -= _AUTO_SPACE * len(_DIGITS_BESIDE_WORDS.findall(text))
    if width(text) <= room:
        return [text]
    likely = _cuts_by_words(text, breaks)
    for cuts in (marked, likely | marked, _cuts_anywhere(text) | likely | marked):
        candidates = [(_cost(lines, cost), lines) for lines, cost in _divisions(text, _cheapest(cuts), room)]
        if candidates:
            return min(candidates)[1]
    return _filled(text, room)


def _unmarked(inlines: Inlines) -> tuple[str, Cuts]:
    text, marked = "", Cuts()
    for part in inlines:
        if isinstance(part, WordBreak):
            marked[len(text)] = 0.0
        else:
            text += part.text
    return text, {offset: cost for offset, cost in marked.items() if 0 < offset < len(text)}


def _cuts_by_words(text: str, breaks: TitleBreaks) -> Cuts:
    before = ((found.start(), rank) for found, rank in _occurrences(text, breaks.之前))
    after = ((found.end(), rank) for found, rank in _occurrences(text, breaks.之后))
    cuts = Cuts()
    for offset, rank in (*before, *after):
        if 0 < offset < len(text) and text[offset] not in _CLOSING:
            cuts[offset] = min(cuts.get(offset, rank), rank)
    return cuts


def _occurrences(text: str, words: tuple[str, ...]) -> Iterator[tuple[re.Match[str], float]]:
    if words:
        longest_first = sorted(words, key=len, reverse=True)
        for found in re.finditer("|".join(map(re.escape, longest_first)), text):
            yield found, words.index(found.group()) * _UNLIKELY


def _cuts_anywhere(text: str) -> Cuts:
    """Between any two Chinese characters, as a last resort: the longest titles have few places and long names."""
    dear = 20 * _UNLIKELY
    step = max(1, len(text) // _MOST_PLACES + 1)
    return {
        offset: dear
        for offset in range(step, len(text), step)
        if text[offset] not in _CLOSING and not (text[offset - 1].isascii() and text[offset].isascii())
    }


def _cheapest(cuts: Cuts) -> Cuts:
    return dict(sorted(cuts.items(), key=lambda cut: (cut[1], cut[0]))[:_MOST_PLACES])


def _divisions(text: str, cuts: Cuts, room: float) -> Iterator[tuple[list[str], float]]:
    """Every way to divide the text into as few lines as possible or one more, and what its cuts cost."""
    reached = list(accumulate(map(width, text), initial=0.0))
    shortest: int | None = None
    for count in range(1, min(len(cuts), _MOST_CUTS) + 1):
        for chosen in combinations(sorted(cuts), count):
            edges = list(pairwise((0, *chosen, len(text))))
            if all(reached[end] - reached[start] <= room for start, end in edges):
                shortest = shortest or count
                lines = [text[start:end] for start, end in edges]
                yield lines, sum(cuts[offset] for offset in chosen) + (count - shortest) * _MORE_LINES
        if shortest is not None and count > shortest:
            return


def _cost(lines: list[str], cost: float) -> float:
    widths = [width(line) for line in lines]
    longest, least = max(widths), min(widths)
    if _is_hourglass(widths):
        cost += _HOURGLASS
    if longest - least < _FLAT:
        cost += _RECTANGLE
    if widths[-1] < longest / 3:
        cost += _STUB
    return cost + (longest - least) ** 2 / 4


def _is_hourglass(widths: list[float]) -> bool:
    return any(
        widths[place] < max(widths[:place]) - _FLAT and widths[place] < max(widths[place + 1 :]) - _FLAT
        for place in range(1, len(widths) - 1)
    )


def _filled(text: str, room: float) -> list[str]:
    """Lines filled to the brim: for what no division fits, such as a very long foreign word."""
    lines = [""]
    for character in text:
        if width(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return lines
