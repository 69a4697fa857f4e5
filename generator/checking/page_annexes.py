"""附件说明, 附注 and 附件 (GB/T 9704—2012, 7.3.4, 7.3.6, 7.3.7)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import CLOSE_CHARACTERS, CLOSE_LINES, blank_lines, own_character, typed_blanks
from generator.document.typeset import Role, Setting, Sheet
from generator.models.style import StyleProfile
from generator.models.style_values import Characters, Lines
from generator.patterns import compile_later

_LABEL = compile_later(r"\s*附件[：:]")
Pairs = Sequence[tuple[Setting, Role]]


def check_annex_note(pairs: Pairs, place: int, sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """Its first line: two characters in, one blank line below the text."""
    one, kind = pairs[place][0], profile.附件说明.字样
    if not _LABEL.match(one.text):
        return
    if kind.左空 is not None:
        _check_left(one, "附件说明", "PAGE072", kind.左空, notes)
    above = place - 1
    while above >= 0 and pairs[above][1].kind == "空":
        above -= 1
    if kind.段前 is not None and above >= 0 and pairs[above][1].kind in ("正文", "节标题"):
        _check_above(pairs, (above, place), sheets, ("附件说明", "PAGE076", kind.段前), profile, notes)


def check_note(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """附注: two characters in."""
    wanted = profile.附注.首行缩进
    if wanted is not None:
        _check_left(one, "附注", "PAGE075", wanted, notes)


def check_annex(pairs: Pairs, place: int, sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """On a page of its own, its title on the third line."""
    one = pairs[place][0]
    if not _opens_page(pairs, place):
        notes.add("PAGE066", "附件", "没有另起一页", "另面编排", at=one, stated=profile.附件.标签.对齐)
    below = place + 1
    while below < len(pairs) and pairs[below][1].kind == "空":
        below += 1
    wanted = profile.附件.题.段前
    if wanted is not None and below < len(pairs) and pairs[below][1].kind == "附件标题":
        _check_above(pairs, (place, below), sheets, ("附件标题", "PAGE077", wanted), profile, notes)


def _check_left(one: Setting, part: str, code: str, wanted: Characters, notes: Notes) -> None:
    if one.celled:
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if one.alignment in ("center", "right"):
        seen = "居中" if one.alignment == "center" else "居右"
    elif abs(room - wanted.值) > CLOSE_CHARACTERS:
        seen = f"左空{room:.2g}字"
    else:
        return
    notes.add(code, part, seen, f"左空{wanted.值:g}字", at=one, stated=wanted)


def _check_above(
    pairs: Pairs,
    between: tuple[int, int],
    sheets: Sequence[Sheet],
    rule: tuple[str, str, Lines],
    profile: StyleProfile,
    notes: Notes,
) -> None:
    """Blank lines above a part, where nothing but blanks stands between it and what is before it."""
    first, last = between
    part, code, wanted = rule
    settings = [one for one, _ in pairs[first : last + 1]]
    if any(one.celled or one.framed for one in settings) or any(one.breaks_before for one in settings[1:]):
        return
    lines = blank_lines(settings, sheets, profile.版心.行距.points)
    if abs(lines - wanted.值) > CLOSE_LINES:
        seen, right = f"上面空{round(lines, 1):g}行", f"空{wanted.值:g}行"
        notes.add(code, part, seen, right, at=settings[-1], stated=wanted)


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
