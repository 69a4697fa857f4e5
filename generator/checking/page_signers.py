"""发文字号 and 签发人 of a report to the level above (GB/T 9704—2012, 7.2.5, 7.2.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import CLOSE_CHARACTERS, gap_at_right, own_character, typed_blanks
from generator.document.typeset import Role, Run, Setting, Sheet
from generator.models.style import StyleProfile
from generator.patterns import compile_later

_NUMBERED = compile_later(r"[〔\[［（(]\s*20\d\d\s*[〕\]］）)]\s*\d+\s*号")
_LABEL = compile_later(r"签\s*发\s*人\s*[：:]")
_NAME = compile_later("[\u3400-\u9fff]")
_SPARE = 1.5  # 字: so far off the right edge nobody could have meant it


def check_number(
    pairs: Sequence[tuple[Setting, Role]], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes
) -> None:
    """The number one character from the left, the names in 楷体 and one character from the right."""
    signed = False
    for one, role in pairs:
        if role.kind != "发文字号":
            continue
        _check_number(one, profile, notes)
        label = _LABEL.search(one.text)
        signed = signed or label is not None
        number = _NUMBERED.search(one.text)
        begin = label.end() if label else number.end() if number else 0
        if signed:
            _check_names(one, begin, profile, notes)
            _check_right(one, sheets[one.section], profile, notes)


def _check_number(one: Setting, profile: StyleProfile, notes: Notes) -> None:
    """7.2.5: beside the 签发人 it stands one character in. A number that is still to be filled in says nothing."""
    wanted = profile.版头.发文字号.左空
    if wanted is None or one.celled or not _LABEL.search(one.text) or not _NUMBERED.search(one.text):
        return
    character = own_character(one)
    room = one.indent.left_in(character) + one.indent.first_in(character) + typed_blanks(one.text)
    if one.alignment in ("center", "right") or abs(room - wanted.值) > CLOSE_CHARACTERS:
        seen = "没有居左" if one.alignment in ("center", "right") else f"左空{room:.2g}字"
        notes.add("PAGE057", "发文字号", seen, f"居左空{wanted.值:g}字", at=one, stated=wanted)


def _check_names(one: Setting, begin: int, profile: StyleProfile, notes: Notes) -> None:
    """Names in the font of text; other fonts are told as those of any text."""
    wanted = profile.版头.签发人.姓名.字体
    for run in _behind(one, begin):
        found = profile.字体.class_of(run.letters.chinese.name)
        if _NAME.search(run.text) and found == profile.版头.发文字号.字体.值 != wanted.值:
            notes.add("PAGE070", "签发人姓名", run.letters.chinese.name, wanted.值, at=one, stated=wanted)
            return


def _behind(one: Setting, begin: int) -> Iterator[Run]:
    end = 0
    for run in one.runs:
        end += len(run.text)
        if end > begin:
            yield Run(run.text[-(end - begin) :], run.letters, run.hinted) if end - begin < len(run.text) else run


def _check_right(one: Setting, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """Only where blanks alone bring the names to the right: where tabs do can't be told."""
    wanted = profile.版头.签发人.右空
    if (
        one.celled
        or "\t" in one.text
        or one.alignment in ("center", "right", "distribute")
        or not _NUMBERED.search(one.text)
    ):
        return
    least, most = gap_at_right(one, sheet.room)
    if least - wanted.值 > _SPARE or most < -_SPARE:
        seen = f"右空{least:.2g}字" if least > 0 else "排不下，转到了下一行"
        notes.add("PAGE071", "签发人", seen, f"右空{wanted.值:g}字", at=one, stated=wanted)
