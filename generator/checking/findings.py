"""A finding with its path, and the hand that writes one from the entry in `schemas/checks.yaml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from generator.diagnostics import Diagnostic, Place, Severity, Strength
from generator.models.base import Path
from generator.models.check import CheckRule
from generator.records import dataclass

Placer = Callable[[Path], Place]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding about `path`. `also` are further paths that an exemption may name instead."""

    path: Path
    diagnostic: Diagnostic
    also: tuple[Path, ...] = ()


@dataclass(slots=True)
class Finder:
    """Collects findings. A code without an entry in `checks` is a check that the office doesn't want."""

    checks: Mapping[str, CheckRule]
    place: Placer
    found: list[Found] = field(default_factory=list)

    def wants(self, code: str) -> bool:
        return code in self.checks

    def pattern(self, code: str, name: str, **words: str) -> re.Pattern[str] | None:
        """The expression that a check keeps in its 参数, `words` put in; None where the office has taken it out.

        One that can't be read matches nothing, so that a slip in an office's file doesn't end the run.
        """
        rule = self.checks.get(code)
        if rule is None or not rule.参数.get(name):
            return None
        text = rule.参数[name]
        for slot, word in words.items():
            text = text.replace(f"{{{slot}}}", word)
        try:
            return re.compile(text)
        except re.error:
            return None

    def add(self, code: str, path: Path, also: tuple[Path, ...] = (), **words: object) -> None:
        """A finding in the words of its entry; `words` fill the slots."""
        rule = self.checks.get(code)
        if rule is None:
            return
        said = {name: str(word) for name, word in words.items()}
        place = self.place(path)
        diagnostic = Diagnostic(
            code=code,
            severity=Severity(rule.严重),
            place=place,
            message=rule.message(said),
            remedy=rule.remedy(said, in_cells=place.sheet is not None),
            source=rule.来源,
            strength=Strength(rule.强度),
        )
        self.found.append(Found(path, diagnostic, also))


def path_of(joined: str) -> Path:
    """The path that a document's origin holds joined by `/`."""
    return tuple(int(part) if part.isdecimal() else part for part in joined.split("/")) if joined else ()
