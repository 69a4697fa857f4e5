"""The findings of one text file, told by index: places are worked out here, and each spot is reported once."""

from __future__ import annotations

from dataclasses import field

from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.loading.source import Source
from generator.records import dataclass

_MOST = 100


@dataclass(slots=True)
class Findings:
    """Hands findings on to `diagnostics`; no more than one of a code on a line, and no more than 100 of a file."""

    source: Source
    diagnostics: Diagnostics
    _spots: dict[tuple[str, int], Severity] = field(default_factory=dict)
    _cut: set[Severity] = field(default_factory=set)

    def error(self, code: str, index: int, message: str, remedy: str) -> None:
        self._add(Severity.ERROR, code, index, message, remedy)

    def warning(self, code: str, index: int, message: str, remedy: str) -> None:
        self._add(Severity.WARNING, code, index, message, remedy)

    def line_of(self, index: int) -> int:
        return self.source.at(index).line or 1

    def has(self, code: str) -> bool:
        return any(code == known for known, _ in self._spots)

    def on_lines(self, lines: set[int]) -> bool:
        """Whether an error is already reported on one of these lines."""
        errors = (line for (_, line), severity in self._spots.items() if severity is Severity.ERROR)
        return any(line in lines for line in errors)

    def _add(self, severity: Severity, code: str, index: int, message: str, remedy: str) -> None:
        place = self.source.at(index)
        spot = (code, place.line or 1)
        if spot in self._spots:
            return
        if len(self._spots) >= _MOST:
            code, message, remedy = (
                "LOAD033",
                f"问题太多，从这里起不再列出（已列{_MOST}处）",
                "先改好已列出的，再检查一次",
            )
            if severity in self._cut:
                return
            self._cut.add(severity)
        else:
            self._spots[spot] = severity
        self.diagnostics.add(Diagnostic(code, severity, place, message, remedy))
