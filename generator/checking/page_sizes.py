"""Names of sizes (三号) and lengths as a finding says them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.typeset import Letters, Setting, Sheet
from generator.patterns import compile_later

_NAMED = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三", 14: "四号",
    12: "小四", 10.5: "五号", 9: "小五", 7.5: "六号", 6.5: "小六",
}  # fmt: skip
CLOSE_CHARACTERS = 0.3
"""So far in characters nobody sees that something stands elsewhere."""
CLOSE_LINES = 0.4
_NATURAL = 1.3  # how high a line is that nothing fixes, for one of its letters; it depends on the font


def size_name(points: float) -> str:
    """三号（16磅）, or the points alone for a size without a name."""
    name = _NAMED.get(points)
    return f"{name}（{points:g}磅）" if name else f"{points:g}磅"


def millimetres(twips: float) -> str:
    """A length in millimetres, with one decimal where there is one."""
    return f"{round(twips / 1440 * 25.4, 1):g}"


def in_points(twips: float) -> str:
    return f"{round(twips / 20, 2):g}"


def pitch(one: Setting, sheet: Sheet) -> float | None:
    """From line to line in points; None when the font decides."""
    spacing, natural = one.spacing, one.letters.size * _NATURAL
    if spacing.rule == "exact":
        return spacing.line / 20
    gridded = sheet.pitch / 20 if sheet.grid and one.on_grid else 0.0
    if spacing.rule == "atLeast":
        least = max(spacing.line / 20, gridded)
        return least if least >= natural else None
    if not gridded:
        return None
    rows = -(-natural // gridded)  # letters that a line of the grid can't hold take two
    return gridded * rows * spacing.line / 240


def advance(one: Setting, sheet: Sheet) -> float:
    """From one Chinese character to the next, in points."""
    letters = one.letters
    stretched = sheet.char_space / 20 if sheet.grid == "linesAndChars" and one.on_grid else 0.0
    return max(letters.size + letters.spacing / 20 + stretched, 1.0)


def colour_name(digits: str) -> str:
    """What a colour of six hexadecimal digits looks like, with the digits."""
    try:
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return digits
    spread, lightest = max(red, green, blue) - min(red, green, blue), max(red, green, blue)
    if spread < _GREY:
        name = "灰色" if lightest > _DARK else "近于黑的灰色" if lightest else "黑色"
    else:
        name = {red: "红色", green: "绿色", blue: "蓝色"}[lightest]
    return f"{name}（{digits}）"


_GREY, _DARK = 0x18, 0x60


def own_character(one: Setting) -> float:
    """The width of one of its characters in twips, a grid aside: by it indents are meant."""
    return max(one.letters.size * 20 + one.letters.spacing, 20.0)


def typed_blanks(text: str) -> float:
    """Blanks at the beginning, in characters."""
    return sum(1.0 if sign == "\u3000" else 0.5 for sign in text[: len(text) - len(text.lstrip(" \u3000\xa0"))])


def blank_lines(settings: Sequence[Setting], sheets: Sequence[Sheet], line: float) -> float:
    """What is left blank between the first and the last of these paragraphs, the others being empty, in lines of so
    many points."""
    first, *between, last = settings
    room = room_after(first, line) + room_before(last, line)
    for one in between:
        room += room_before(one, line) + room_after(one, line) + (pitch(one, sheets[one.section]) or line)
    return room / line


def room_before(one: Setting, line: float) -> float:
    """In points, where a line has so many."""
    return one.spacing.before_lines * line or one.spacing.before / 20


def room_after(one: Setting, line: float) -> float:
    return one.spacing.after_lines * line or one.spacing.after / 20


def text_width(text: str, letters: Letters) -> float:
    """How wide a text is in twips, without what Word puts between figures and Chinese."""
    plain = sum(_HALF if sign.isascii() else 1.0 for sign in text) * letters.size * 20
    return plain + len(text) * letters.spacing


def width(one: Setting) -> tuple[float, float]:
    """All of a paragraph's text on one line, in twips: at least and at most, because a blank is as wide as its font
    has it."""
    most = sum(text_width(run.text, run.letters) for run in one.runs)
    blanks = sum(run.text.count(" ") * run.letters.size for run in one.runs)
    return most - blanks * 20 * _HALF / 2, most


_HALF = 0.5  # 字: a figure or Western letter


def gap_at_right(one: Setting, room: float) -> tuple[float, float]:
    """What a line leaves blank at the right of so many twips, in characters, at least and at most."""
    character = own_character(one)
    left = one.indent.left_in(character) + one.indent.first_in(character)
    least, most = width(one)
    between = set_off(one.text) if one.sets_figures_off else 0.0
    return room / character - left - most / character - between, room / character - left - least / character


def set_off(text: str) -> float:
    """What Word may leave between the figures and the Chinese characters of a text, in characters."""
    return _BETWEEN * len(_FIGURES.findall(text))


_FIGURES = compile_later(r"(?<=\d)[\u4e00-\u9fff]|(?<=[\u4e00-\u9fff])\d")
_BETWEEN = 0.25
