"""What is found wrong, where, and what to do about it: the one currency every stage pays in.

A finding is never raised; it is added to a `Diagnostics` that the stage was handed, so that one run shows all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from generator.records import dataclass


class Severity(StrEnum):
    """How much a finding weighs. Only `ERROR` makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "警告", "info": "提示"}[self.value]


class Strength(StrEnum):
    """How binding the rule behind a finding is (GB/T 9704 speaks of 规定 and 一般; 惯例 is neither)."""

    RULE = "规定"
    GENERAL = "一般"
    CUSTOM = "惯例"


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: a position in a text file, a cell, or a paragraph. Lines and columns count from 1."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    paragraph: int | None = None
    text: str | None = None

    def in_words(self) -> str:
        """`file:line:column`, `文件 > 表!格` or `文件 > 第n段`."""
        if self.sheet is not None:
            return f"{self.file} > {self.sheet}!{self.cell}" if self.cell else f"{self.file} > {self.sheet}"
        if self.paragraph is not None:
            return f"{self.file} > 第{self.paragraph}段"
        if self.line is None:
            return self.file
        return f"{self.file}:{self.line}" if self.column is None else f"{self.file}:{self.line}:{self.column}"

    @property
    def spot(self) -> str:
        """Where in its file, for a message about something else in the same file: `第3行` or `表!格`."""
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"第{self.line}行"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, int]:
        return (
            self.file,
            self.line or 0,
            self.column or 0,
            self.sheet or "",
            self.cell or "",
            self.paragraph or 0,
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong (`message`), what to do (`remedy`), on whose authority (`source`, `strength`).

    `code` is a topic of four letters and a number that is never reused: LOAD input, TMPL templates, DATA figures,
    PART structure, TEXT wording, TERM dated phrases, PAGE typesetting.

    `for_unit` is what a unit that sent in a form is told of it: None the same, empty nothing, because it is not the
    unit's to mend.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str = ""
    source: str = ""
    strength: Strength = Strength.RULE
    for_unit: str | None = None


@dataclass(slots=True)
class Diagnostics:
    """The findings of one run. Equal findings are kept once; iteration is by place, then weight.

    `overlays` says which folders were laid over the shipped knowledge that each input was held against (叠加).
    """

    _found: dict[Diagnostic, None] = field(default_factory=dict)
    overlays: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, diagnostic: Diagnostic) -> None:
        self._found.setdefault(diagnostic)

    def extend(self, others: Diagnostics) -> None:
        for diagnostic in others:
            self.add(diagnostic)
        self.overlays |= others.overlays

    def error(
        self,
        code: str,
        place: Place,
        message: str,
        remedy: str = "",
        *,
        source: str = "",
        strength: Strength = Strength.RULE,
    ) -> None:
        self.add(Diagnostic(code, Severity.ERROR, place, message, remedy, source, strength))

    def warning(
        self,
        code: str,
        place: Place,
        message: str,
        remedy: str = "",
        *,
        source: str = "",
        strength: Strength = Strength.GENERAL,
    ) -> None:
        self.add(Diagnostic(code, Severity.WARNING, place, message, remedy, source, strength))

    def info(
        self,
        code: str,
        place: Place,
        message: str,
        remedy: str = "",
        *,
        source: str = "",
        strength: Strength = Strength.CUSTOM,
    ) -> None:
        self.add(Diagnostic(code, Severity.INFO, place, message, remedy, source, strength))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found, key=lambda d: (*d.place.sort_key, _ORDER[d.severity], d.code, d.message)))

    def __len__(self) -> int:
        return len(self._found)

    def count(self, severity: Severity) -> int:
        return sum(d.severity is severity for d in self._found)

    @property
    def has_errors(self) -> bool:
        return self.count(Severity.ERROR) > 0

    def blocks_building(self) -> bool:
        """Whether a report must not be written: only input (LOAD) and template (TMPL) errors stop a build."""
        return any(d.severity is Severity.ERROR and d.code[:4] in ("LOAD", "TMPL") for d in self._found)
