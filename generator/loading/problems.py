"""Findings of validation: an input's path becomes a place, a pydantic error a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.keys import keys_of, meant
from generator.loading.locations import Location, locate
from generator.loading.messages import Explained, colons_in, explain
from generator.loading.mistakes import colon_message
from generator.loading.source import Source
from generator.models.base import Path
from generator.models.broken import inside, touches
from generator.records import dataclass

_MOST = 200
_EMPTY_MEANS_SOMETHING = frozenset({"节", "段", "要点", "表", "图"})
_AS_TYPED: Mapping[str, Path] = MappingProxyType({})
_SHAPE_ERRORS = frozenset({"model_type", "model_attributes_type", "dict_type"})


@dataclass(slots=True)
class Problems:
    """Where validation puts what it finds in one input: no more than 200 errors, then it is `full`.

    `broken` holds the paths of what can't be used (`models.broken`). Once they are `settled`, nothing more is said of
    what stands in for them.
    """

    source: Source
    diagnostics: Diagnostics
    broken: set[Path] = field(default_factory=set)
    _settled: frozenset[Path] = frozenset()
    _count: int = 0

    @property
    def full(self) -> bool:
        return self._count >= _MOST

    def error(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._tell(Severity.ERROR, code, path, message, remedy, at_key=at_key)

    def warning(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._tell(Severity.WARNING, code, path, message, remedy, at_key=at_key)

    def info(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._tell(Severity.INFO, code, path, message, remedy, at_key=at_key)

    def touched(self, path: Path) -> bool:
        """Whether what stands at `path`, or something in it, is broken."""
        return touches(self.broken, path)

    def settle(self) -> None:
        """From here on something stands in for what is broken so far."""
        self._settled = frozenset(self.broken)

    def _tell(self, severity: Severity, code: str, path: Path, message: str, remedy: str, *, at_key: bool) -> None:
        if inside(self._settled, path):
            return
        if severity is Severity.ERROR and path:
            self.broken.add(path)
        self._add(severity, code, self.place(path, at_key=at_key), message, remedy)

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        return self.source.key_place(path) if at_key else self.source.place(path)

    def invalid(
        self,
        error: ValidationError,
        model: type[BaseModel],
        data: Any,
        base: Path = (),
        typed: Mapping[str, Path] = _AS_TYPED,
    ) -> None:
        """Report every error of a validation of `data`, which stands at `base` in the input.

        `typed` says under which keys a name of `data` stands in the input, where they differ.
        """
        details = error.errors(include_url=False)[: 2 * _MOST]
        located = [(detail, locate(model, data, detail["loc"])) for detail in details]
        guessed = {key for detail, location in located for key in _meant(detail["type"], location)}
        self.broken |= {(*base, *key) for key in guessed}
        for detail, location in located:
            if self.full:
                break
            missing = detail["type"] == "missing"
            where = (*location.path, location.name) if missing else location.path
            if not (missing and where in guessed):
                self.broken.update({(*base, *where)} - {()})
                self._explained(detail, location, base, typed)

    def _explained(self, detail: ErrorDetails, location: Location, base: Path, typed: Mapping[str, Path]) -> None:
        if detail["type"] == "missing" and self.source.has((*base, *location.path, location.name)):
            detail["input"] = None
        explained = explain(detail, location)
        path = self._opened(location, explained)
        path = (*base, *(typed.get(str(path[0]), path[:1]) if path else ()), *path[1:])
        if detail["type"] not in _SHAPE_ERRORS or not self.colons(path, detail["input"]):
            place = self.place(path, at_key=explained.at_key)
            remedy = (self.source.in_cells and explained.in_cells) or explained.remedy
            self._add(Severity.ERROR, explained.code, place, explained.message, remedy)

    def colons(self, path: Path, value: object) -> bool:
        """Report text that should have been `键: 值` but for its colons; whether there were any."""
        found = colons_in(value)
        if found:
            self.broken.add(path)
        for key, mark, offset in found:
            code, message, remedy = colon_message(key, mark)
            self._add(Severity.ERROR, code, self.source.place(path, offset), message, remedy)
        return bool(found)

    @staticmethod
    def _opened(location: Location, explained: Explained) -> Path:
        """A key without a value was left out of the data that was validated, but it is there to open at."""
        blank = explained.code == "LOAD057" and not location.exists
        return (*location.path, location.name) if blank else location.path

    def _add(self, severity: Severity, code: str, place: Place, message: str, remedy: str) -> None:
        if self.full:
            return
        self._count += severity is Severity.ERROR
        if self.full:
            code = "LOAD033"
            message, remedy = f"问题太多，从这里起不再列出（已列{_MOST - 1}处）", "先改好已列出的，再检查一次"
        self.diagnostics.add(Diagnostic(code, severity, place, message, remedy))


def _meant(kind: str, location: Location) -> list[Path]:
    """The paths of the keys that an unknown one may have been meant to be."""
    if kind != "extra_forbidden" or location.owner is None:
        return []
    return [(*location.path[:-1], key) for key in meant(location.name, keys_of(location.owner))]


def without_blanks(data: Any) -> Any:
    """The data without keys that have no value: a key left blank counts as not given.

    The kinds of blocks keep theirs, because `段:` with nothing behind it is a mistake.
    """
    if isinstance(data, dict):
        return {
            key: without_blanks(value)
            for key, value in data.items()
            if value is not None or key in _EMPTY_MEANS_SOMETHING
        }
    return [without_blanks(item) for item in data] if isinstance(data, list) else data
