"""Formal parts: mark and red rule, what stands between title and addressee, day, annexes, tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import advance, pitch, size_name
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile

_HALF = 0.5
_NEAR_EDGE = 1.5  # 字: a day stands two or four characters from the edge, or farther under a long name
_RED_FROM, _RED_BELOW = 0xC0, 0x50


def check_formal(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """All of them, so far as the file has them."""
    pairs = list(zip(facts.settings, facts.roles, strict=True))
    _check_mark(pairs, profile, notes)
    _check_under_title(pairs, facts.sheets, profile, notes)
    for place, (one, role) in enumerate(pairs):
        if role.kind == "成文日期":
            _check_day(one, facts.sheets[one.section], profile, notes)
        elif role.kind == "附件" and not _opens_page(pairs, place):
            notes.add("PAGE066", "附件", "没有另起一页", "另面编排", at=one, stated=profile.附件.标签.对齐)
        elif role.kind == "表":
            _check_cell(one, profile, notes)


def _check_mark(pairs: Sequence[tuple[Setting, Role]], profile: StyleProfile, notes: Notes) -> None:
    marks = [one for one, role in pairs if role.kind == "标志"]
    if not marks:
        return
    kind = profile.版头.标志.字样
    for one in marks:
        if kind.颜色 is not None and not _red(one.letters.colour):
            notes.add("PAGE050", "发文机关标志", "不是红色", "红色", at=one, stated=kind.颜色)
        if one.letters.chinese.name and profile.字体.class_of(one.letters.chinese.name) != kind.字体.值:
            notes.add("PAGE050", "发文机关标志", one.letters.chinese.name, kind.字体.值, at=one, stated=kind.字体)
        if not one.row and one.alignment not in ("center", "distribute"):
            notes.add("PAGE050", "发文机关标志", "没有居中", "居中", at=one, stated=kind.对齐)
    title = next((place for place, (_, role) in enumerate(pairs) if role.kind == "标题"), len(pairs))
    head = pairs[:title]
    if not any(role.kind == "红线" or one.red or one.drawn for one, role in head):
        rule = profile.版头.分隔线.颜色
        notes.add("PAGE055", "版头", "没有红色分隔线", "红色分隔线", at=marks[-1], stated=rule)


def _red(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= _RED_FROM and max(green, blue) < _RED_BELOW


def _check_under_title(
    pairs: Sequence[tuple[Setting, Role]], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes
) -> None:
    """Between the title and the addressee, in lines; only where nothing but blanks stands between them."""
    last = max((place for place, (_, role) in enumerate(pairs) if role.kind == "标题"), default=None)
    wanted = profile.标题.段后
    if last is None or wanted is None:
        return
    behind = last + 1
    while behind < len(pairs) and pairs[behind][1].kind == "空":
        behind += 1
    if behind >= len(pairs) or pairs[behind][1].kind != "主送":
        return
    line = profile.版心.行距.points
    rooms = _after(pairs[last][0], line) + _before(pairs[behind][0], line)
    for one, _ in pairs[last + 1 : behind]:
        rooms += _before(one, line) + _after(one, line) + (pitch(one, sheets[one.section]) or line)
    lines = rooms / line
    if abs(lines - wanted.值) > _HALF - 0.1:
        seen = f"空{round(lines, 1):g}行"
        notes.add("PAGE014", "标题和主送机关之间", seen, f"空{wanted.值:g}行", at=pairs[last][0], stated=wanted)


def _before(one: Setting, line: float) -> float:
    return one.spacing.before_lines * line or one.spacing.before / 20


def _after(one: Setting, line: float) -> float:
    return one.spacing.after_lines * line or one.spacing.after / 20


def _check_day(one: Setting, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """At the right, but not at the very edge: two characters with a plain signature, four with a seal."""
    character = advance(one, sheet) * 20
    text = one.text
    ending = text[len(text.rstrip(" \u3000")) :]
    typed = sum(1.0 if sign == "\u3000" else 0.5 for sign in ending)
    begin = text[: len(text) - len(text.lstrip(" \u3000\t"))]
    room = sheet.room / character
    if one.alignment == "right":
        gap = one.indent.right_in(character) + typed
        if gap < _NEAR_EDGE:
            _say_day(one, f"右空{gap:.2g}字", profile, notes)
        return
    start = one.indent.left_in(character) + max(one.indent.first_in(character), 0)
    start += sum({"\u3000": 1.0, "\t": room}.get(sign, 0.5) for sign in begin)
    if one.alignment == "center":
        start = (room + start - one.indent.right_in(character)) / 2 - _width(text.strip()) / 2
    if start + _width(text.strip()) / 2 < room / 2:
        _say_day(one, "偏在左边", profile, notes)


def _say_day(one: Setting, seen: str, profile: StyleProfile, notes: Notes) -> None:
    sign = profile.署名
    right = f"用印的右空{sign.用印.日期右空.值:g}字，不用印的比署名首字错后{sign.不用印.日期错后.值:g}字"
    notes.add("PAGE061", "成文日期", seen, right, at=one, stated=sign.字样.对齐)


def _width(text: str) -> float:
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def _opens_page(pairs: Sequence[tuple[Setting, Role]], place: int) -> bool:
    """Whether a page begins with this paragraph or with the blanks before it."""
    one = pairs[place][0]
    while True:
        if one.breaks_before or place == 0:
            return True
        before, role = pairs[place - 1]
        if before.breaks_after or before.section != one.section:
            return True
        if role.kind != "空":
            return False
        one, place = before, place - 1


def _check_cell(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """Tables are open in the standard: only what hardly anyone does is told."""
    largest, smallest = profile.正文.字号, profile.表.密.文.字号
    if not smallest.points <= one.letters.size <= largest.points:
        right = f"{size_name(smallest.points)}到{size_name(largest.points)}"
        notes.add("PAGE065", "表格", size_name(one.letters.size), right, at=one, stated=profile.表.文.字号)
    name = one.letters.chinese.name
    if name and not name.isascii() and profile.字体.class_of(name) is None:
        notes.add("PAGE065", "表格", name, profile.表.文.字体.值, at=one, stated=profile.表.文.字体)
