"""Formal parts below the 版头: what stands between title and addressee, day, annexes, 版记, tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_annexes import check_annex, check_annex_note, check_note
from generator.checking.page_head import check_head
from generator.checking.page_notes import Notes
from generator.checking.page_rules import check_imprint_rules
from generator.checking.page_signature import check_signature
from generator.checking.page_sizes import (
    CLOSE_CHARACTERS,
    CLOSE_LINES,
    blank_lines,
    gap_at_right,
    own_character,
    size_name,
    typed_blanks,
)
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile
from generator.patterns import compile_later


def check_formal(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """All of them, so far as the file has them."""
    pairs = list(zip(facts.settings, facts.roles, strict=True))
    check_head(facts, profile, notes)
    check_imprint_rules(facts, profile, notes)
    _check_under_title(pairs, facts.sheets, profile, notes)
    for place, (one, role) in enumerate(pairs):
        if _EMPTY_PAGE.fullmatch(one.text):
            notes.add("PAGE082", "署名页", "此页无正文", at=one)
        if role.kind == "成文日期":
            check_signature(pairs, place, facts.sheets[one.section], profile, notes)
        elif role.kind == "附件":
            check_annex(pairs, place, facts.sheets, profile, notes)
        elif role.kind == "附件说明":
            check_annex_note(pairs, place, facts.sheets, profile, notes)
        elif role.kind == "附注":
            check_note(one, profile, notes)
        elif role.kind == "版记":
            _check_imprint(one, facts.sheets[one.section], profile, notes)
            _check_copies(pairs, place, profile, notes)
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


def _check_imprint(one: Setting, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """7.4.2, 7.4.3: one character in; cells of a table have margins of their own."""
    _check_issue(one, sheet, profile, notes)
    wanted = profile.版记.字样.左空
    if one.celled or wanted is None or one.alignment in ("center", "right"):
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if abs(room - wanted.值) > CLOSE_CHARACTERS:
        notes.add("PAGE062", "版记", f"左空{room:.2g}字", f"左空{wanted.值:g}字", at=one, stated=wanted)


def _check_copies(pairs: Sequence[tuple[Setting, Role]], place: int, profile: StyleProfile, notes: Notes) -> None:
    """7.4.2: a full stop behind the last one. What goes on in another paragraph isn't looked at."""
    one, end = pairs[place][0], profile.版记.结尾
    behind = next((each.text for each, _ in pairs[place + 1 :] if each.text.strip()), "")
    if (
        _COPIES.match(one.text)
        and (not behind or _ISSUED_LINE.search(behind))
        and not one.text.rstrip().endswith(end.文字)
    ):
        notes.add("PAGE084", "抄送机关", f"没有{end.文字}", end.文字, at=one, stated=end)


def _check_issue(one: Setting, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """7.4.3: the day of issue one character from the right; only where blanks alone bring it there."""
    wanted = profile.版记.字样.右空
    if wanted is None or one.celled or sheet.landscape or "\t" in one.text or one.alignment in _MOVED:
        return
    if not _ISSUED.search(one.text):
        return
    room = (one.frame.wide if one.frame is not None else 0) or sheet.room
    least, most = gap_at_right(one, room)
    if least - wanted.值 > _SPARE or most < -_SPARE:
        seen = f"印发日期右空{least:.2g}字" if least > 0 else "印发日期排不下，转到了下一行"
        notes.add("PAGE078", "版记", seen, f"右空{wanted.值:g}字", at=one, stated=wanted)


_EMPTY_PAGE = compile_later(r"\s*[（(]?\s*(?:此|本)页无正文\s*[）)]?\s*")
_ISSUED_LINE = compile_later(r"印\s*发\s*$")
_ISSUED = compile_later(r"\S\s+\S*日\s*印发$")
_COPIES = compile_later(r"\s*抄\s*送\s*[：:]\s*\S")
_MOVED = ("center", "right", "distribute")
_SPARE = 1.5  # 字: so far off the right edge nobody could have meant it


def _check_cell(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """Tables are open in the standard: only what hardly anyone does is told."""
    largest, smallest = profile.正文.字号, profile.表.密.文.字号
    if not smallest.points <= one.letters.size <= largest.points:
        right = f"{size_name(smallest.points)}到{size_name(largest.points)}"
        notes.add("PAGE065", "表格", size_name(one.letters.size), right, at=one, stated=profile.表.文.字号)
    name = one.letters.chinese.name
    if name and not name.isascii() and profile.字体.class_of(name) is None:
        notes.add("PAGE065", "表格", name, profile.表.文.字体.值, at=one, stated=profile.表.文.字体)
