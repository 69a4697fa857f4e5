"""Classified material (涉密): a file that carries a mark of secrecy is refused before anything is made of it.

There is no key for a 密级 that could be filled in and built. Words such as 保密审查, 国家秘密 or 商业秘密 are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostics, Place
from generator.loading.source import Source
from generator.models.base import Path
from generator.patterns import compile_later

_LEVEL = r"(?:[绝絕]\s*密|[机機]\s*密|秘\s*密)\s*(?:[级級]\s*)?"
_TERM = r"(?:(?:\d{1,3}|[一二三五十两]{1,3})\s*(?:年|个月)|长期)?"
_MARK = compile_later(_LEVEL + r"[★☆⭐✭✮]|密[级級][^\S\n]*(?:和保密期限)?[^\S\n]*[:：][^\S\n\w]*" + _LEVEL)
_ALONE = compile_later(rf"^[\s\W_]*{_LEVEL}[\s\W_]*{_TERM}[\s\W_]*$", re.MULTILINE)
_KEY = compile_later("密[级級]")
_NAMED = compile_later(_LEVEL)
_REMEDY = "涉密内容不得在非涉密设备处理：停止使用这个文件，不要复制、转发，报告本单位保密机构，按定密和保密的规定办理"


def is_classified(source: Source, diagnostics: Diagnostics) -> bool:
    """Whether the input carries a mark of secrecy; the first one is reported, without its text."""
    place = _in_text(source) or next(_in_values(source, source.data, ()), None)
    if place is None:
        return False
    diagnostics.error("LOAD049", place, "文件里有国家秘密的标志，本程序不处理涉密内容", _REMEDY)
    return True


def _in_text(source: Source) -> Place | None:
    """A mark anywhere in the file, comments too."""
    found = _MARK.search(source.text)
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
    elif isinstance(value, str) and (found := _ALONE.search(value) or _MARK.search(value)):
        yield source.place(path, found.start())
