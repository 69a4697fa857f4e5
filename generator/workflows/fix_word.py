"""Mending a Word file (.docx): characters of its text where they stand, in whatever runs they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Place
from generator.document.respelling import Respelling, differences, over_pieces, respelled
from generator.document.spots import Spot, Spots
from generator.document.typography import Mend
from generator.document.typography_plain import Piece, finished_rules, mends_of
from generator.packages import PackageError, open_package
from generator.reading.word import spots_of
from generator.workflows.fix_finished import Mending
from generator.workflows.fix_plan import Noted, Shown, UnsoundError, noted_of
from generator.writing.word_text import characters_at, is_signed, is_utf8, with_characters, with_part

_Edited = list[tuple[Spot, list[Respelling]]]


def mended_word(raw: bytes, mending: Mending) -> tuple[bytes, list[Noted]]:
    """The file mended once, and read again. Raises also what reading raises."""
    package, spots = open_package(raw), spots_of(raw)
    part = package.part(spots.part)
    if not is_utf8(part):
        raise PackageError("坏")
    edits: _Edited = []
    noted: list[Noted] = []
    for number, line, rules in _lines(spots, mending):
        edits += _edits(part, line, rules, mending, (number, noted))
    if not edits:
        return raw, noted
    if is_signed(package):
        raise UnsoundError("这个文档有电子签名，改一个字签名就失效，没有改", "在签名以前的那一份上改")
    new = with_part(package, spots.part, with_characters(part, edits))
    if _texts(spots_of(new)) != _texts(_expected(spots, edits)):
        raise UnsoundError("改好的文档读回来和要改成的不一样，没有改", "照 fazhi check 列出的位置手工改")
    return new, noted


def shown_in_word(old: bytes, new: bytes, file: str) -> tuple[Shown, ...]:
    """Where two files of the same paragraphs differ."""
    pairs = zip(_texts(spots_of(old)), _texts(spots_of(new)), strict=True)
    return tuple(
        Shown(Place(file, paragraph=number), each.before, each.after)
        for (number, before), (_, after) in pairs
        for each in differences(before, after)
    )


def _lines(spots: Spots, mending: Mending) -> Iterator[tuple[int, tuple[Spot, ...], tuple[Mend, ...]]]:
    """Every paragraph that may be mended, in order: its number, its spots, the rules for it."""
    in_tables = finished_rules(mending.rules, ("表格",))
    for number in sorted(spots.of):
        if number in spots.cells:
            yield from ((number, cell, in_tables) for cell in spots.cells[number])
        elif rules := mending.rules_at(number, "".join(spot.text for spot in spots.of[number])):
            yield number, spots.of[number], rules


def _edits(
    part: bytes, line: Sequence[Spot], rules: Sequence[Mend], mending: Mending, told: tuple[int, list[Noted]]
) -> _Edited:
    """The edits of one paragraph; what is only to be pointed out is added to those noted."""
    text = "".join(spot.text for spot in line)
    signs = frozenset(text)
    if not any(rule.concerns(text, signs) for rule in rules):
        return []
    pieces = [Piece(spot.text, characters_at(part, spot) is not None) for spot in line]
    changes, only_noted = mends_of(pieces, rules, mending.protected, mending.standing.codes_at(told[0]))
    place = Place(mending.file, paragraph=told[0])
    told[1].extend(noted_of(each, place, mending.knowledge.mends) for each in only_noted)
    if not respelled(text, changes).strip():
        return []
    by_spot: dict[int, list[Respelling]] = defaultdict(list)
    for change in changes:
        for piece, edit in over_pieces([len(spot.text) for spot in line], change):
            by_spot[piece].append(edit)
    return [(line[piece], edits) for piece, edits in by_spot.items()]


def _expected(spots: Spots, edits: _Edited) -> Spots:
    """The spots as they are to be read of the mended file."""
    changed = {spot.start: respelled(spot.text, each) for spot, each in edits}

    def new(line: tuple[Spot, ...]) -> tuple[Spot, ...]:
        return tuple(replace(spot, text=changed.get(spot.start, spot.text)) for spot in line)

    of = {number: new(line) for number, line in spots.of.items()}
    return Spots(spots.part, of, {number: tuple(map(new, lines)) for number, lines in spots.cells.items()})


def _texts(spots: Spots) -> list[tuple[int, str]]:
    """What a reader sees of the spots: the paragraphs, those of cells one by one, each with its number."""
    return [
        (number, "".join(spot.text for spot in line))
        for number in sorted(spots.of)
        for line in spots.cells.get(number, (spots.of[number],))
    ]
