"""发文机关标志: how it looks, how far down it stands (GB/T 9704—2012, 7.2.4)."""

from __future__ import annotations

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import own_character, pitch, room_after, room_before, width
from generator.document.typeset import Setting, Typeset
from generator.document.typeset_drawn import Drawing
from generator.models.style import StyleProfile

_RED_FROM, _RED_BELOW = 0xC0, 0x50
_LETTER = 0.9  # of its size: how high the letters of a mark are at least
_TALLEST = 1.5  # of its size: how high a line may be that its font decides


def check_mark(one: Setting, profile: StyleProfile, notes: Notes, *, placed: bool) -> None:
    """Red, 小标宋, in the middle; `placed` is one whose place a table or text box decides."""
    kind = profile.版头.标志.字样
    if kind.颜色 is not None and not _red(one.letters.colour):
        notes.add("PAGE050", "发文机关标志", "不是红色", "红色", at=one, stated=kind.颜色)
    if one.letters.chinese.name and profile.字体.class_of(one.letters.chinese.name) != kind.字体.值:
        notes.add("PAGE050", "发文机关标志", one.letters.chinese.name, kind.字体.值, at=one, stated=kind.字体)
    if not placed and one.alignment not in ("center", "distribute"):
        notes.add("PAGE050", "发文机关标志", "没有居中", "居中", at=one, stated=kind.对齐)


def check_height(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """The first mark. Told only when every way of reckoning puts it too high or too low."""
    found = _Heights(facts, profile.版心.行距.points).first_mark()
    if found is None or not notes.wants("PAGE067"):
        return
    one, top, deepest = found
    wanted = profile.版头.标志.上距版心
    spare = notes.number("PAGE067", "允差") * 1440 / 25.4
    shift = facts.sheets[0].top - profile.版心.天头.twips
    if all(low - spare > wanted.twips or high + spare < wanted.twips
           for low, high in ((top, deepest), (top + shift, deepest + shift))):  # fmt: skip
        seen, right = f"约{(top + deepest) / 2 / 1440 * 25.4:.0f}毫米", f"{wanted.millimetres:g}毫米"
        notes.add("PAGE067", "发文机关标志", seen, right, at=one, stated=wanted)


class _Heights:
    """How far below the upper edge of the type area things stand, in twips; `usual` is the line of the profile."""

    def __init__(self, facts: Typeset, usual: float) -> None:
        self._facts, self._usual, self._sheet = facts, usual, facts.sheets[0]

    def first_mark(self) -> tuple[Setting, float, float] | None:
        """The mark, and between which heights its letters begin; None where that can't be told."""
        boxed = next((box for box in self._facts.boxed if box.role.kind == "标志"), None)
        if boxed is not None:
            return self._in(boxed.setting, boxed.drawing, boxed.host)
        place = next((place for place, role in enumerate(self._facts.roles) if role.kind == "标志"), None)
        if place is None:
            return None
        one = self._facts.settings[place]
        if one.frame is not None:
            return self._in(one, one.frame, place)
        above = self._depth(place)
        if above is None or one.celled:
            return None
        top = above + room_before(one, self._usual) * 20
        line = pitch(one, self._sheet) or one.letters.size * _TALLEST
        return one, top, top + max(line - one.letters.size * _LETTER, 0) * 20

    def _in(self, one: Setting, box: Drawing, host: int) -> tuple[Setting, float, float] | None:
        """In a text box or frame."""
        top = self._level(box, host)
        if top is None or host < 0 or not box.high:
            return None
        letters = one.letters.size * 20
        return one, top, top + max(box.high - letters * _LETTER, letters / 2)

    def _level(self, box: Drawing, host: int) -> float | None:
        if box.level is None or not box.base:
            return None
        if box.base == "纸":
            return float(box.level - self._sheet.top)
        above = self._depth(host) if box.base == "段" else 0.0
        return above + box.level if above is not None else None

    def _depth(self, place: int) -> float | None:
        """How high all is that stands in the lines before this place."""
        total = 0.0
        for one in self._facts.settings[:place]:
            if one.framed:
                continue
            line = pitch(one, self._sheet)
            inline = any(not each.floating for each in one.drawings)
            if line is None or one.celled or inline or one.breaks_before or one.breaks_after or one.section:
                return None
            if width(one)[1] > self._sheet.room - own_character(one):
                return None
            total += (room_before(one, self._usual) + line + room_after(one, self._usual)) * 20
        return total


def _red(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= _RED_FROM and max(green, blue) < _RED_BELOW
