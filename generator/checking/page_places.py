"""How paragraphs stand: centred titles, indents, room above and below, justified text."""

from __future__ import annotations

from dataclasses import replace

from generator.checking.page_kinds import expected
from generator.checking.page_notes import Notes
from generator.checking.page_sizes import CLOSE_CHARACTERS, advance, in_points, own_character, typed_blanks
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile
from generator.models.style_values import Characters

_SIDES = {"left": "居左", "center": "居中", "right": "居右", "both": "两端对齐", "distribute": "分散对齐"}
_SMALL = 20  # 缇: room above and below that nobody sees
_FLUSH = ("主送", "附件")
_TEXT = ("正文", "节标题")
_CENTRED = ("标题", "附件标题", "题注")


def check_places(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """Every paragraph by what it is."""
    _check_blanks(facts, notes)
    for one, role in zip(facts.settings, facts.roles, strict=True):
        sheet = facts.sheets[one.section]
        if role.kind in _CENTRED:
            _check_centred(one, role, profile, notes)
        elif role.kind in _FLUSH:
            _check_flush(one, role, profile, notes)
            if role.kind == "主送":  # what stands above it belongs to the title
                below = replace(one, spacing=replace(one.spacing, before=0, before_lines=0.0))
                _check_room(below, "主送机关", profile, notes)
        elif role.kind in ("正文", "节标题"):
            _check_text(one, role, sheet, profile, notes)


def _check_blanks(facts: Typeset, notes: Notes) -> None:
    """Empty paragraphs between two of the text."""
    pairs = list(zip(facts.settings, facts.roles, strict=True))
    for place in range(1, len(pairs) - 1):
        one, role = pairs[place]
        plain = role.kind == "空" and not (one.row or one.drawn or one.breaks_before or one.breaks_after)
        around = (pairs[place - 1][1].kind, pairs[place + 1][1].kind)
        if plain and all(kind in _TEXT for kind in around) and pairs[place + 1][0].section == one.section:
            notes.add("PAGE024", "正文", "中间有空行", "不空行", at=pairs[place + 1][0])


def _check_centred(one: Setting, role: Role, profile: StyleProfile, notes: Notes) -> None:
    kind = profile.题注 if role.kind == "题注" else profile.附件.题 if role.kind == "附件标题" else profile.标题
    code = "PAGE013" if role.kind == "题注" else "PAGE012"
    if one.alignment not in ("center", "distribute"):
        notes.add(code, role.kind, _SIDES[one.alignment], "居中", at=one, stated=kind.对齐)
    elif abs(one.indent.first_in(one.letters.size * 20)) > CLOSE_CHARACTERS:
        seen = f"居中而又首行缩进{one.indent.first_in(one.letters.size * 20):.3g}字，偏在一边"
        notes.add(code, role.kind, seen, "居中", at=one, stated=kind.对齐)


def _check_flush(one: Setting, role: Role, profile: StyleProfile, notes: Notes) -> None:
    """顶格: no indent, and no blanks typed in place of one."""
    wanted = expected(role, profile)
    if wanted is None:
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if one.alignment in ("center", "right"):
        notes.add("PAGE015", wanted.part, _SIDES[one.alignment], "顶格", at=one, stated=wanted.kind.对齐)
    elif abs(room) > CLOSE_CHARACTERS:
        notes.add("PAGE015", wanted.part, f"缩进{room:.3g}字", "顶格", at=one, stated=wanted.kind.对齐)


def _check_text(one: Setting, role: Role, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    wanted = expected(role, profile)
    if wanted is None or one.drawn:
        return
    side = wanted.kind.对齐
    if one.alignment in ("center", "right", "distribute"):
        notes.add("PAGE026", wanted.part, _SIDES[one.alignment], "两端对齐", at=one, stated=side)
    else:
        if one.alignment == "left" and side.值 == "两端" and len(one.text) > profile.版心.字数.值:
            notes.add("PAGE026", wanted.part, "居左", "两端对齐", at=one, stated=side)
        if wanted.kind.首行缩进 is not None:
            _check_indent(one, wanted.part, wanted.kind.首行缩进, sheet, profile, notes)
    _check_room(one, wanted.part, profile, notes)


def _check_indent(
    one: Setting, part: str, wanted: Characters, sheet: Sheet, profile: StyleProfile, notes: Notes
) -> None:
    """The first line, blanks typed at its beginning included; the lines below it begin at the edge."""
    characters = (advance(one, sheet) * 20, profile.advance * 20, profile.正文.字号.points * 20)
    left = one.indent.left_in(characters[0])
    firsts = [one.indent.first_in(each) + one.indent.left_in(each) + typed_blanks(one.text) for each in characters]
    hangs = one.indent.first_in(characters[0]) < 0 or left > CLOSE_CHARACTERS
    if any(abs(first - wanted.值) <= CLOSE_CHARACTERS for first in firsts) and not hangs:
        return
    seen = f"首行缩进{firsts[0] - left:.3g}字" + (f"、整段左缩进{left:.3g}字" if left > CLOSE_CHARACTERS else "")
    notes.add("PAGE022", part, seen, f"首行缩进{wanted.值:g}字", at=one, stated=wanted)


def _check_room(one: Setting, part: str, profile: StyleProfile, notes: Notes) -> None:
    """Room between paragraphs takes the lines off the grid."""
    if one.contextual:
        return
    line = profile.版心.行距.twips
    before, after = (
        lines * line or length
        for lines, length in (
            (one.spacing.before_lines, one.spacing.before),
            (one.spacing.after_lines, one.spacing.after),
        )
    )
    if before > _SMALL or after > _SMALL:
        sides = (("段前", before), ("段后", after))
        seen = "、".join(f"{name}{in_points(room)}磅" for name, room in sides if room > _SMALL)
        notes.add("PAGE024", part, seen, "段前段后都为0", at=one, stated=profile.版心.行数)
