"""Walking over the parts of a validated report, each with its path in the input."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.models.base import Input, Path
from generator.models.report import Report


def parts(part: Input, at: Path = ()) -> list[tuple[Path, Input]]:
    """A part and all parts within it, outermost first, with their paths."""
    found: list[tuple[Path, Input]] = []
    _gather(part, at, found)
    return found


def _gather(part: Input, at: Path, found: list[tuple[Path, Input]]) -> None:
    found.append((at, part))
    for name, key in _fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, Input):
            _gather(value, (*at, key), found)
        elif value and isinstance(value, list):
            _gather_items(value, (*at, key), found)


def _gather_items(items: list[Any], at: Path, found: list[tuple[Path, Input]]) -> None:
    for position, item in enumerate(items):
        if isinstance(item, Input):
            _gather(item, (*at, position), found)
        elif isinstance(item, list):
            _gather_items(item, (*at, position), found)


@cache
def _fields(model: type[Input]) -> tuple[tuple[str, str], ...]:
    """The fields of a model with their keys in the input."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())


def locate_parts(report: Report) -> None:
    """Tell every part of a report where it stands."""
    for at, part in parts(report):
        part.located(at)
