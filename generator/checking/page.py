"""The layout of a finished Word file against a style profile (PAGE): what GB/T 9704—2012 says of paper, letters, places
and page numbers. Rules are `schemas/checks.yaml`, measures and fonts `templates/styles/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.checking.page_folios import check_folios
from generator.checking.page_formal import check_formal
from generator.checking.page_letters import LetterCheck
from generator.checking.page_notes import Notes
from generator.checking.page_places import check_places
from generator.checking.page_sheets import check_sheets
from generator.diagnostics import Diagnostics
from generator.document.typeset import Sheet, Typeset
from generator.models.check import CheckRule
from generator.models.style import StyleProfile


def check_page(
    facts: Typeset,
    profile: StyleProfile,
    checks: Mapping[str, CheckRule],
    diagnostics: Diagnostics,
    *,
    converted: bool = False,
) -> None:
    """Every deviation from the profile, one finding for each kind of it. A code that `checks` lacks isn't checked.

    `converted`: the facts are those of what LibreOffice made of an old Word file; what it doesn't keep isn't checked.
    """
    lost = _lost(facts) if converted else ()
    notes = Notes(facts.file, {code: rule for code, rule in checks.items() if code not in lost}, converted=converted)
    check_sheets(facts, profile, notes)
    LetterCheck(profile, notes).check(facts)
    check_places(facts, profile, notes)
    check_folios(facts, profile, notes)
    check_formal(facts, profile, notes)
    notes.tell(diagnostics)


def fitting(facts: Typeset, profiles: Iterable[StyleProfile], usual: StyleProfile) -> StyleProfile:
    """The profile whose margins the file has; the usual one when it has those of none."""
    upright = [sheet for sheet in facts.sheets if not sheet.landscape]
    for profile in (usual, *profiles):
        area = profile.版心
        sides = (area.天头, area.下边, area.订口, area.右边)
        if any(
            all(abs(found - side.twips) <= _CLOSE for found, side in zip(_margins(sheet), sides, strict=True))
            for sheet in upright
        ):
            return profile
    return usual


def _lost(facts: Typeset) -> tuple[str, ...]:
    """LibreOffice writes what a grid of characters adds as another number, and drops that quotes are Chinese."""
    gridded = any(sheet.grid == "linesAndChars" for sheet in facts.sheets)
    return ("PAGE004", "PAGE035") if gridded else ("PAGE035",)


_CLOSE = 29  # 缇: half a millimetre


def _margins(sheet: Sheet) -> tuple[int, int, int, int]:
    return sheet.top, sheet.bottom, sheet.left, sheet.right
