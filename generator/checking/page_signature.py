"""署名 and 成文日期: with a seal and without (GB/T 9704—2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import own_character, set_off, text_width
from generator.document.typeset import Role, Setting, Sheet
from generator.document.typeset_drawn import Drawing
from generator.models.style import StyleProfile
from generator.patterns import compile_later
from generator.records import dataclass

_NEAR_EDGE = 1.5  # 字: a day stands two or four characters from the edge, or farther under a long name
_OFF = 0.8  # 字: so far off is seen
_OFF_CENTRE = 1.2
_SMALLEST_SEAL, _LARGEST_SEAL = 1400, 3700  # 缇: 25 and 65 mm
_ROUND = 1.4  # how many times as wide as high a seal is at most
_NEAR = 4  # paragraphs round the day in which a seal is anchored
_SEVERAL = compile_later(r"[\u3000 ]{2}")  # organs side by side
_DATED = compile_later(r"\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年")
Pairs = Sequence[tuple[Setting, Role]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a line of text begins and ends, in characters from the left of the type area: at least and at most."""

    begin: tuple[float, float]
    end: tuple[float, float]

    def middle(self) -> tuple[float, float]:
        return (self.begin[0] + self.end[0]) / 2, (self.begin[1] + self.end[1]) / 2


def check_signature(pairs: Pairs, place: int, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """The day, and the organ above it where it is one alone."""
    day = pairs[place][0]
    both, room = _both(pairs, place, sheet), sheet.room / own_character(day)
    fits_plain = both is not None and _fits_plain(*both, room, profile)
    if not fits_plain and (seen := _far_off(day, sheet)):
        sign = profile.署名
        right = f"用印的右空{sign.用印.日期右空.值:g}字，不用印的比署名首字错后{sign.不用印.日期错后.值:g}字"
        notes.add("PAGE061", "成文日期", seen, right, at=day, stated=sign.字样.对齐)
        return
    if both is None:
        return
    above, below = both
    fits_sealed = _fits_sealed(above, below, room, profile)
    if any(map(_is_seal, (each for one, _ in pairs[max(place - _NEAR, 0) : place + _NEAR] for each in one.drawings))):
        if not fits_sealed:
            wanted = profile.署名.用印.日期右空
            right = f"日期右空{wanted.值:g}字，署名以日期为准居中"
            notes.add("PAGE073", "署名和成文日期", _seen(above, below, room), right, at=day, stated=wanted)
    elif not fits_sealed and not fits_plain:
        plain = profile.署名.不用印
        right = (
            f"不用印的署名右空{plain.署名右空.值:g}字、日期首字比署名首字右移{plain.日期错后.值:g}字，"
            f"用印的日期右空{profile.署名.用印.日期右空.值:g}字、署名在它上面居中"
        )
        notes.add("PAGE074", "署名和成文日期", _seen(above, below, room), right, at=day, stated=plain.日期错后)


def _both(pairs: Pairs, place: int, sheet: Sheet) -> tuple[_Stretch, _Stretch] | None:
    """Organ and day, where there is one organ and both can be compared."""
    day = pairs[place][0]
    organs = [one for one, role in pairs[max(place - _NEAR, 0) : place] if role.kind == "署名"]
    if len(organs) != 1 or not _DATED.match(day.text) or not _alike(day, organs[0]):
        return None
    above, below = _stretch(organs[0], sheet), _stretch(day, sheet)
    return (above, below) if above is not None and below is not None else None


def _alike(day: Setting, organ: Setting) -> bool:
    """Both in the lines of the text, and in letters of one size: only then can their places be compared."""
    placed = (one.celled or one.framed for one in (day, organ))
    return not any(placed) and day.letters.size == organ.letters.size


def _seen(above: _Stretch, below: _Stretch, room: float) -> str:
    behind = round(below.begin[0] - above.begin[0], 1)
    moved = f"首字比署名首字{'右' if behind > 0 else '左'}移{abs(behind):g}字" if behind else "首字和署名首字对齐"
    gaps = [f"{max(round(room - one.end[1], 1), 0):g}字" for one in (above, below)]
    return f"署名右空{gaps[0]}，日期右空{gaps[1]}、{moved}"


def _fits_sealed(above: _Stretch, below: _Stretch, room: float, profile: StyleProfile) -> bool:
    """The day in its place and the organ over its middle; one that is too long for that pushes both to the left."""
    wanted = profile.署名.用印.日期右空.值
    if not _near(_apart(above.middle(), below.middle()), 0.0, _OFF_CENTRE):
        return False
    gap = (room - below.end[1], room - below.end[0])
    too_long = (above.end[0] - above.begin[1]) - (below.end[0] - below.begin[1]) > 2 * (wanted - _OFF)
    return _near(gap, wanted, _OFF) or (too_long and gap[1] > wanted)


def _fits_plain(above: _Stretch, below: _Stretch, room: float, profile: StyleProfile) -> bool:
    plain = profile.署名.不用印
    gaps = [(room - one.end[1], room - one.end[0]) for one in (above, below)]
    behind = (below.begin[0] - above.begin[1], below.begin[1] - above.begin[0])
    return _near(behind, plain.日期错后.值, _OFF) and any(_near(gap, plain.署名右空.值, _OFF) for gap in gaps)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] - other[1], one[1] - other[0]


def _near(found: tuple[float, float], wanted: float, spare: float) -> bool:
    """Whether what is found, which lies between two numbers, may be what is wanted."""
    return found[0] - spare <= wanted <= found[1] + spare


def _is_seal(drawing: Drawing) -> bool:
    """Floating, as large as a seal and about as wide as high."""
    if drawing.kind == "线" or not drawing.floating:
        return False
    sizes = sorted((drawing.wide, drawing.high))
    return sizes[0] >= _SMALLEST_SEAL and sizes[1] <= min(_LARGEST_SEAL, sizes[0] * _ROUND)


def _stretch(one: Setting, sheet: Sheet) -> _Stretch | None:
    """None where tabs decide, or where there are several lines or organs."""
    character = own_character(one)
    text = one.text.strip(" \u3000\xa0")
    if "\t" in one.text or "\n" in one.text or one.alignment == "distribute" or _SEVERAL.search(text):
        return None
    before, behind = one.text.partition(text)[::2] if text else ("", "")
    wide = text_width(text, one.letters) / character
    widest = wide + (set_off(text) if one.sets_figures_off else 0.0)
    room, left, right = sheet.room / character, one.indent.left_in(character), one.indent.right_in(character)
    left += one.indent.first_in(character)
    (least_before, most_before), (_, most_behind) = _blanks(before), _blanks(behind)
    if wide > room - left:
        return None
    if one.alignment == "right":  # blanks at the end of a line may be taken to count or not
        return _Stretch(
            (room - right - most_behind - widest, room - right - wide), (room - right - most_behind, room - right)
        )
    if one.alignment == "center":
        middle = (room + left - right) / 2
        low, high = middle + least_before / 2 - most_behind / 2, middle + most_before / 2
        return _Stretch((low - widest / 2, high - wide / 2), (low + wide / 2, high + widest / 2))
    begin = left + least_before, left + most_before
    return _Stretch(begin, (begin[0] + wide, begin[1] + widest))


def _blanks(text: str) -> tuple[float, float]:
    """How wide blanks are: a small one is a quarter or a half of a character, by its font."""
    wide = sum(1.0 for sign in text if sign == "\u3000")
    small = len(text) - wide
    return wide + small / 4, wide + small / 2


def _far_off(one: Setting, sheet: Sheet) -> str:
    """At the very edge, or on the left half of the page; empty for a day that stands at the right."""
    character = own_character(one)
    text = one.text
    ending = text[len(text.rstrip(" \u3000")) :]
    typed = sum(1.0 if sign == "\u3000" else 0.5 for sign in ending)
    begin = text[: len(text) - len(text.lstrip(" \u3000\t"))]
    room = sheet.room / character
    if one.alignment == "right":
        gap = one.indent.right_in(character) + typed
        return f"右空{gap:.2g}字" if gap < _NEAR_EDGE else ""
    start = one.indent.left_in(character) + max(one.indent.first_in(character), 0)
    start += sum({"\u3000": 1.0, "\t": room}.get(sign, 0.5) for sign in begin)
    wide = _plain_width(text.strip())
    if one.alignment == "center":
        start = (room + start - one.indent.right_in(character)) / 2 - wide / 2
    return "偏在左边" if start + wide / 2 < room / 2 else ""


def _plain_width(text: str) -> float:
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)
