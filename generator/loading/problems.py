"""Findings of validation: an input's path becomes a place, a pydantic error a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.locations import Location, locate
from generator.loading.messages import Explained, colons_in, explain
from generator.loading.mistakes import colon_message
from generator.loading.source import Source
from generator.models.base import Path

_MOST = 200
_EMPTY_MEANS_SOMETHING = frozenset({"节", "段", "要点", "表", "图"})
_AS_TYPED: Mapping[str, str] = MappingProxyType({})
_SHAPE_ERRORS = frozenset({"model_type", "model_attributes_type", "dict_type"})


@dataclass(slots=True)
class Problems:
    """Where validation puts what it finds in one input: no more than 200 errors, then it is `full`."""

    source: Source
    diagnostics: Diagnostics
    _count: int = 0

    @property
    def full(self) -> bool:
        return self._count >= _MOST

    def error(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._add(Severity.ERROR, code, self.place(path, at_key=at_key), message, remedy)

    def warning(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._add(Severity.WARNING, code, self.place(path, at_key=at_key), message, remedy)

    def info(self, code: str, path: Path, message: str, remedy: str, *, at_key: bool = False) -> None:
        self._add(Severity.INFO, code, self.place(path, at_key=at_key), message, remedy)

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        return self.source.key_place(path) if at_key else self.source.place(path)

    def invalid(
        self,
        error: ValidationError,
        model: type[BaseModel],
        data: Any,
        base: Path = (),
        typed: Mapping[str, str] = _AS_TYPED,
    ) -> None:
        """Report every error of a validation of `data`, which stands at `base` in the input.

        `typed` says under which key a name of `data` stands in the input, where they differ.
        """
        for detail in error.errors(include_url=False):
            if self.full:
                break
            location = locate(model, data, detail["loc"])
            if detail["type"] == "missing" and self.source.has((*base, *location.path, location.name)):
                detail["input"] = None
            explained = explain(detail, location)
            path = self._opened(location, explained)
            path = (*base, *(typed.get(str(step), step) for step in path[:1]), *path[1:])
            if detail["type"] not in _SHAPE_ERRORS or not self.colons(path, detail["input"]):
                self.error(explained.code, path, explained.message, explained.remedy, at_key=explained.at_key)

    def colons(self, path: Path, value: object) -> bool:
        """Report text that should have been `键: 值` but for its colons; whether there were any."""
        found = colons_in(value)
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
