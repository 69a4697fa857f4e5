"""Page numbers (GB/T 9704—2012, 7.5): there, outside, — 1 —, 四号宋体, 7 毫米 below the type area."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import millimetres, size_name
from generator.document.typeset import Folio, Foot, Sheet, Typeset
from generator.models.style import StyleProfile
from generator.patterns import compile_later

_FORM = compile_later(r"[—―─－]\s?#\s?[—―─－]")
_PLACES = {"left": "居左", "center": "居中", "right": "居右", "inside": "在内侧", "outside": "在外侧"}
_UNCOUNTED = {"版记", "空", "红线"}
_CLOSE = 0.5  # 字
_SMALL = 0.1  # 磅


def check_folios(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """Every section; one that holds nothing but the 版记 goes without (7.5)."""
    kinds: dict[int, set[str]] = {}
    for one, role in zip(facts.settings, facts.roles, strict=True):
        kinds.setdefault(one.section, set()).add(role.kind)
    _check_count(facts, kinds, notes)
    first = True
    for number, sheet in enumerate(facts.sheets):
        if kinds.get(number, set()) - _UNCOUNTED:
            _check_sheet(sheet, profile, notes, opening=first)
            first = False


def _check_count(facts: Typeset, kinds: Mapping[int, set[str]], notes: Notes) -> None:
    """Annexes go on with the numbers of the text; what stands before the text (a cover, a table of contents) has its
    own."""
    begun = False
    for number, sheet in enumerate(facts.sheets):
        here = kinds.get(number, set())
        if begun and sheet.restarts and sheet.odd.folio is not None and here - _UNCOUNTED:
            at = next(one for one in facts.settings if one.section == number and one.text.strip())
            notes.add("PAGE085", "页码", "重新从1编起", "连续编排", at=at)
        begun = begun or bool(here & {"正文", "节标题"})


def _check_sheet(sheet: Sheet, profile: StyleProfile, notes: Notes, *, opening: bool) -> None:
    if sheet.odd.folio is None and (sheet.even is None or sheet.even.folio is None):
        notes.add("PAGE040", "各页", "没有页码", "编页码")
        return
    lacking = [("单页", sheet.odd), ("双页", sheet.even)] + ([("首页", sheet.first)] if opening else [])
    for name, foot in lacking:
        if foot is not None and foot.folio is None:
            notes.add("PAGE040", name, "没有页码", "编页码")
    _check_sides(sheet, profile, notes)
    for foot in filter(None, (sheet.odd, sheet.even, sheet.first)):
        if foot.folio is not None:
            _check_look(foot.folio, sheet, profile, notes)


def _check_sides(sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    """Odd pages right, even pages left, each one character in."""
    side = profile.页码.字样.对齐
    odd = sheet.odd.folio
    if sheet.even is None:
        if odd is not None and odd.place not in ("outside", ""):
            seen = f"单双页都{_PLACES[odd.place]}"
            notes.add("PAGE041", "页码", seen, "单页居右、双页居左", stated=side)
        return
    for name, foot, right in (("单页", sheet.odd, "right"), ("双页", sheet.even, "left")):
        _check_side(name, foot, right, profile, notes)


def _check_side(name: str, foot: Foot, right: str, profile: StyleProfile, notes: Notes) -> None:
    folio = foot.folio
    if folio is None or folio.place in ("outside", ""):
        return
    blank = profile.页码.左右空
    if folio.place != right:
        seen = f"{name}{_PLACES[folio.place]}"
        notes.add("PAGE041", "页码", seen, f"{name}{_PLACES[right]}", stated=profile.页码.字样.对齐)
    elif not folio.boxed and abs(folio.indent / (folio.letters.size * 20) - blank.值) > _CLOSE:
        seen = f"{name}{_PLACES[right]}空{folio.indent / (folio.letters.size * 20):.3g}字"
        notes.add("PAGE041", "页码", seen, f"{_PLACES[right]}空{blank.值:g}字", stated=blank)


def _check_look(folio: Folio, sheet: Sheet, profile: StyleProfile, notes: Notes) -> None:
    number = profile.页码
    kind = number.字样
    if not _FORM.fullmatch(folio.text):
        seen = folio.text.replace("#", "1")
        notes.add("PAGE042", "页码", f"“{seen}”", "“— 1 —”")
    face = folio.letters.western if folio.letters.western.name else folio.letters.chinese
    if profile.字体.class_of(face.name) != kind.字体.值:
        notes.add("PAGE043", "页码", face.name or "没有写明字体", kind.字体.值, stated=kind.字体)
    if abs(folio.letters.size - kind.字号.points) > _SMALL:
        seen, right = size_name(folio.letters.size), size_name(kind.字号.points)
        notes.add("PAGE043", "页码", seen, right, stated=kind.字号)
    if folio.line and not folio.boxed and notes.wants("PAGE044"):
        below = sheet.bottom - sheet.footer - folio.line / 2
        apart = abs(below - number.距版心.twips) / 1440 * 25.4
        if apart > notes.number("PAGE044", "允差"):
            right = f"{number.距版心.millimetres:g}毫米"
            seen = f"在版心下边缘之下约{millimetres(below)}毫米" if below > 0 else "压到了版心里"
            notes.add("PAGE044", "页码", seen, right, stated=number.距版心)
