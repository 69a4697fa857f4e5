"""Which findings are shown: by codes or their beginnings (TEXT, PAGE01, DATA003), by weight (错误, 警告, 提示)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.patterns import compile_later

_CODE = compile_later(r"[A-Z]{1,4}|[A-Z]{4}[0-9]{1,3}")
_SEPARATORS = compile_later(r"[,，、;；\s]+")
_READING = ("LOAD", "TMPL")
"""That a file couldn't be read is always shown."""
_WEIGHTS = tuple(severity.label for severity in Severity)


def pieces_of(typed: Iterable[str]) -> list[str]:
    """What was typed between commas and blanks, in capitals, in whatever width."""
    return [piece for each in typed for piece in _SEPARATORS.split(normalize("NFKC", each).upper()) if piece]


def codes_of(typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes and weights that were typed, and what is neither."""
    pieces = pieces_of(typed)
    bad = [piece for piece in pieces if not _CODE.fullmatch(piece) and piece not in _WEIGHTS]
    return tuple(dict.fromkeys(piece for piece in pieces if piece not in bad)), tuple(bad)


def unknown_codes(chosen: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """What was chosen and no rule begins with."""
    there = tuple(known)
    chosen = (each for each in chosen if each not in _WEIGHTS and not each.startswith(_READING))
    return tuple(each for each in chosen if not any(code.startswith(each) for code in (*there, *_READING)))


def selected(diagnostics: Diagnostics, select: Sequence[str], ignore: Sequence[str]) -> Diagnostics:
    """The findings that are asked for (all without `select`) and not unwanted."""
    kept = Diagnostics(overlays=dict(diagnostics.overlays))
    for each in diagnostics:
        if _is_wanted(each, select, ignore):
            kept.add(each)
    return kept


def _is_wanted(each: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Weights that were chosen narrow down the codes that were chosen."""
    is_of_reading = each.code.startswith(_READING)
    if is_of_reading and each.severity is not Severity.INFO:
        return True
    weights = [piece for piece in select if piece in _WEIGHTS]
    codes = tuple(piece for piece in select if piece not in _WEIGHTS)
    if each.severity.label in ignore or each.code.startswith(tuple(ignore)):
        return False
    if weights and each.severity.label not in weights:
        return False
    return is_of_reading or not codes or each.code.startswith(codes)
