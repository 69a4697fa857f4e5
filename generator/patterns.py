"""Regular expressions that are compiled when they are first used: a run uses a third of those that the program has."""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; what it is asked for comes from that one and is kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value


def compile_later(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is put off. For modules' constants that not every run needs."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
