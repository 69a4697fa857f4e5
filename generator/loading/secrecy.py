"""Classified material (涉密): a file that carries a mark of secrecy is refused before anything is made of it.

There is no key for a 密级 that could be filled in and built. Words such as 保密审查, 国家秘密 or 商业秘密 are no marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostics, Place
from generator.document.secrecy_marks import ALONE, LEVEL, MARK, tell_classified
from generator.loading.source import Source
from generator.models.base import Path
from generator.patterns import compile_later

_KEY = compile_later("密[级級]")
_NAMED = compile_later(LEVEL)


def is_classified(source: Source, diagnostics: Diagnostics) -> bool:
    """Whether the input carries a mark of secrecy; the first one is reported, without its text."""
    place = _in_text(source) or next(_in_values(source, source.data, ()), None)
    if place is None:
        return False
    tell_classified(place, diagnostics)
    return True


def _in_text(source: Source) -> Place | None:
    """A mark anywhere in the file, comments too."""
    found = MARK.search(source.text)
    return source.at(found.start()) if found else None


def _in_values(source: Source, value: Any, path: Path) -> Iterator[Place]:
    """Values that are a mark and nothing else, marks that were written with escapes, and what 密级 is set to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if _KEY.search(key) and isinstance(inner, str) and _NAMED.match(inner.strip()):
                yield source.key_place((*path, key))
            yield from _in_values(source, inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _in_values(source, inner, (*path, position))
    elif isinstance(value, str) and (found := ALONE.search(value) or MARK.search(value)):
        yield source.place(path, found.start())
