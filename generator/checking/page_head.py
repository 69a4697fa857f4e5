"""版头: the mark of the organ, the 发文字号 of a report to the level above, the red rule (GB/T 9704—2012, 7.2)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import CLOSE_CHARACTERS, CLOSE_LINES, blank_lines, own_character, typed_blanks
from generator.document.typeset import Role, Setting, Sheet
from generator.models.style import StyleProfile
from generator.patterns import compile_later

_NUMBERED = compile_later(r"[〔\[［（(]\s*20\d\d\s*[〕\]］）)]\s*\d+\s*号")
_SIGNED = "签发人"
_RED_FROM, _RED_BELOW = 0xC0, 0x50


def check_head(
    pairs: Sequence[tuple[Setting, Role]], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes
) -> None:
    """All that stands before the title, where there is a mark."""
    if not any(role.kind == "标志" for _, role in pairs):
        return
    _check_mark(pairs, profile, notes)
    for one, role in pairs:
        if role.kind == "发文字号":
            _check_number(one, profile, notes)
    _check_under_rule(pairs, sheets, profile, notes)


def _check_number(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """7.2.5: beside the 签发人 it stands one character in. A number that is still to be filled in says nothing."""
    wanted = profile.版头.发文字号.左空
    if wanted is None or _SIGNED not in one.text or not _NUMBERED.search(one.text):
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if one.alignment in ("center", "right") or abs(room - wanted.值) > CLOSE_CHARACTERS:
        seen = "没有居左" if one.alignment in ("center", "right") else f"左空{room:.2g}字"
        notes.add("PAGE057", "发文字号", seen, f"居左空{wanted.值:g}字", at=one, stated=wanted)


def _check_under_rule(
    pairs: Sequence[tuple[Setting, Role]], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes
) -> None:
    """7.3.1: two blank lines between the rule and the title, where nothing else stands between them."""
    title = next((place for place, (_, role) in enumerate(pairs) if role.kind == "标题"), None)
    if title is None:
        return
    rule = title - 1
    while rule >= 0 and pairs[rule][1].kind == "空":
        rule -= 1
    if rule < 0 or not pairs[rule][0].red:
        return
    wanted = profile.版头.线下空
    lines = blank_lines([one for one, _ in pairs[rule : title + 1]], sheets, profile.版心.行距.points)
    if abs(lines - wanted.值) > CLOSE_LINES:
        seen, right = f"空{round(lines, 1):g}行", f"空{wanted.值:g}行"
        notes.add("PAGE056", "红色分隔线和标题之间", seen, right, at=pairs[title][0], stated=wanted)


def _check_mark(pairs: Sequence[tuple[Setting, Role]], profile: StyleProfile, notes: Notes) -> None:
    marks = [one for one, role in pairs if role.kind == "标志"]
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
