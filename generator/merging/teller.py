"""Findings about figures of several units, in the words of `schemas/checks.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.diagnostics import Diagnostic, Place, Severity, Strength
from generator.models.check import CheckRule
from generator.records import dataclass


@dataclass(slots=True)
class Teller:
    """Collects findings. A code without an entry in `checks` is one that the office doesn't want."""

    checks: Mapping[str, CheckRule]
    found: list[Diagnostic] = field(default_factory=list)

    def tell(self, code: str, place: Place, **words: object) -> bool:
        """Add a finding; whether the office wants it. `words` fill the slots of its entry."""
        rule = self.checks.get(code)
        if rule is None:
            return False
        said = {name: str(word) for name, word in words.items()}
        self.found.append(
            Diagnostic(
                code,
                Severity(rule.严重),
                place,
                rule.message(said),
                rule.remedy(said),
                rule.来源,
                Strength(rule.强度),
                rule.to_unit(said),
            )
        )
        return True
