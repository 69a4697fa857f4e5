"""Paper, margins, lines a page and characters a line (GB/T 9704—2012, 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import advance, in_points, millimetres, pitch
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile
from generator.models.style_values import Adjustment

_CLOSE = 0.02  # of a line or character: what rounding takes away
_SAME_PITCH = 0.26  # 磅
_NOT_FIXED = "行距没有固定，随字体变化"


def check_sheets(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """Every section by itself; the grid by most of the text."""
    used = {one.section for one in facts.settings}
    for number, sheet in enumerate(facts.sheets):
        if number in used:
            _check_paper(sheet, profile, notes)
            _check_margins(sheet, profile, notes)
    texts = [one for one, role in zip(facts.settings, facts.roles, strict=True) if _is_text(one, role)]
    if texts:
        _check_lines(texts, facts.sheets, profile, notes)
        _check_characters(texts, facts.sheets, profile, notes)


def _is_text(one: Setting, role: Role) -> bool:
    return role.kind == "正文" and not one.drawn


def _check_paper(sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    if not notes.wants("PAGE001"):
        return
    spare = notes.number("PAGE001", "允差")
    wanted = (profile.纸张.宽, profile.纸张.高)
    found = sorted((sheet.width, sheet.height))
    if any(_apart(one, each) > spare for one, each in zip(found, wanted, strict=True)):
        seen = f"{millimetres(found[0])}×{millimetres(found[1])}毫米"
        right = "×".join(f"{each.millimetres:g}" for each in wanted)
        notes.add("PAGE001", "纸张", seen, f"{right}毫米", stated=profile.纸张.宽)


def _check_margins(sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """Upright pages only: a wide table may turn the page (clause 8)."""
    if sheet.landscape or not notes.wants("PAGE002"):
        return
    area, spare = profile.版心, notes.number("PAGE002", "允差")
    sides = (("上", sheet.top, area.天头), ("下", sheet.bottom, area.下边), ("左", sheet.left, area.订口),
             ("右", sheet.right, area.右边))  # fmt: skip
    wrong = [(name, found, right) for name, found, right in sides if _apart(found, right) > spare]
    if wrong:
        seen = "、".join(f"{name}{millimetres(found)}毫米" for name, found, _ in wrong)
        right = "、".join(f"{name}{right.millimetres:g}毫米" for name, _, right in wrong)
        notes.add("PAGE002", "页边距", seen, right, stated=wrong[0][2])


def _check_lines(texts: Sequence[Setting], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """How many lines the type area of the profile holds at the pitch that most of the text has."""
    pitches = [pitch(one, sheets[one.section]) for one in texts]
    usual = Counter(pitches).most_common(1)[0][0]
    lines = profile.版心.行数
    right = f"{lines.值:g}行"
    if usual is None or usual <= 0:
        notes.add("PAGE003", "正文", _NOT_FIXED, right, at=texts[0], stated=lines)
        return
    fit = int(profile.版心.高.points / usual + _CLOSE)
    if fit != lines.值:
        seen = f"行距{in_points(usual * 20)}磅，每面约{fit}行"
        notes.add("PAGE003", "正文", seen, right, at=texts[pitches.index(usual)], stated=lines)
    for one, own in zip(texts, pitches, strict=True):
        if own is None or abs(own - usual) > _SAME_PITCH:
            seen = "没有固定行距" if own is None else f"行距{in_points(own * 20)}磅"
            notes.add("PAGE023", "正文", seen, f"{in_points(usual * 20)}磅", at=one, stated=profile.版心.行距)


def _check_characters(texts: Sequence[Setting], sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """Only letters of the right size: of others the size is told."""
    sized = [one for one in texts if one.letters.size == profile.正文.字号.points]
    fits = Counter((_fit(one, sheets[one.section], profile), sheets[one.section].columns) for one in sized)
    if not fits:
        return
    (fit, columns), _ = fits.most_common(1)[0]
    wanted = profile.版心.字数
    if fit != wanted.值:
        seen = f"每行约{fit}字" + (f"（分{columns}栏）" if columns > 1 else "")
        notes.add("PAGE004", "正文", seen, f"{wanted.值:g}字", at=sized[0], stated=wanted)


def _fit(one: Setting, sheet: Sheet, profile: StyleProfile) -> int:
    """Characters on a line as wide as the profile's; the margins are a matter of their own."""
    own = advance(one, sheet)
    return int(profile.版心.宽.points / sheet.columns / own + _CLOSE) if own > 0 else 0


def _apart(twips: int, right: Adjustment) -> float:
    """How far apart in millimetres, less what rounding to twips may leave."""
    return abs(twips - right.twips) / 1440 * 25.4 - _CLOSE
