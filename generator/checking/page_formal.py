"""Formal parts below the 版头: what stands between title and addressee, day, annexes, 版记, tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_head import check_head
from generator.checking.page_notes import Notes
from generator.checking.page_sizes import (
    CLOSE_CHARACTERS,
    CLOSE_LINES,
    blank_lines,
    own_character,
    size_name,
    typed_blanks,
)
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile

_NEAR_EDGE = 1.5  # 字: a day stands two or four characters from the edge, or farther under a long name


def check_formal(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """All of them, so far as the file has them."""
    pairs = list(zip(facts.settings, facts.roles, strict=True))
    check_head(pairs, facts.sheets, profile, notes)
    _check_under_title(pairs, facts.sheets, profile, notes)
    for place, (one, role) in enumerate(pairs):
        if role.kind == "成文日期":
            _check_day(one, facts.sheets[one.section], profile, notes)
        elif role.kind == "附件" and not _opens_page(pairs, place):
            notes.add("PAGE066", "附件", "没有另起一页", "另面编排", at=one, stated=profile.附件.标签.对齐)
        elif role.kind == "版记":
            _check_imprint(one, profile, notes)
        elif role.kind == "表":
            _check_cell(one, profile, notes)


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
    lines = blank_lines([one for one, _ in pairs[last : behind + 1]], sheets, profile.版心.行距.points)
    if abs(lines - wanted.值) > CLOSE_LINES:
        seen = f"空{round(lines, 1):g}行"
        notes.add("PAGE014", "标题和主送机关之间", seen, f"空{wanted.值:g}行", at=pairs[last][0], stated=wanted)


def _check_day(one: Setting, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """At the right, but not at the very edge: two characters with a plain signature, four with a seal."""
    character = own_character(one)
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


def _check_imprint(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """7.4.2, 7.4.3: one character in; cells of a table have margins of their own."""
    wanted = profile.版记.字样.左空
    if one.row or wanted is None or one.alignment in ("center", "right"):
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if abs(room - wanted.值) > CLOSE_CHARACTERS:
        notes.add("PAGE062", "版记", f"左空{room:.2g}字", f"左空{wanted.值:g}字", at=one, stated=wanted)


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
