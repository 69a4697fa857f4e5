"""Which findings are shown: by codes or their beginnings (TEXT, PAGE01, DATA003)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.diagnostics import Diagnostic, Diagnostics
from generator.patterns import compile_later

_CODE = compile_later(r"[A-Z]{1,4}|[A-Z]{4}[0-9]{1,3}")
_SEPARATORS = compile_later(r"[,，、;；\s]+")
_ALWAYS = ("LOAD", "TMPL")
"""That a file couldn't be read is always shown."""


def codes_of(typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes that were typed, and what isn't one."""
    pieces = [piece.upper() for each in typed for piece in _SEPARATORS.split(each) if piece]
    bad = [piece for piece in pieces if not _CODE.fullmatch(piece)]
    return tuple(dict.fromkeys(piece for piece in pieces if piece not in bad)), tuple(bad)


def selected(diagnostics: Diagnostics, select: Sequence[str], ignore: Sequence[str]) -> Diagnostics:
    """The findings that are asked for (all without `select`) and not unwanted."""
    kept = Diagnostics(overlays=dict(diagnostics.overlays))
    for each in diagnostics:
        if _is_wanted(each, tuple(select), tuple(ignore)):
            kept.add(each)
    return kept


def _is_wanted(each: Diagnostic, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    if each.code.startswith(_ALWAYS):
        return True
    return (not select or each.code.startswith(select)) and not (ignore and each.code.startswith(ignore))
