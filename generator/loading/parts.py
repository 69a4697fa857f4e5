"""Walking over the parts of a validated report, each with its path in the input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.models.base import Input, Path
from generator.models.body import Restricted, Visible
from generator.models.report import Report


def parts(part: Input, at: Path = ()) -> Iterator[tuple[Path, Input]]:
    """A part and all parts within it, outermost first, with their paths."""
    yield at, part
    for name, info in type(part).model_fields.items():
        yield from _within(getattr(part, name), (*at, info.alias or name))


def _within(value: Any, at: Path) -> Iterator[tuple[Path, Input]]:
    if isinstance(value, Input):
        yield from parts(value, at)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _within(item, (*at, position))


def locate_parts(report: Report) -> None:
    """Tell every part of a report where it stands."""
    for at, part in parts(report):
        part.located(at)


def visibles(report: Report) -> Iterator[Visible]:
    """Everything in a report that Word may know by a name."""
    return (part for _, part in parts(report) if isinstance(part, Visible))


def restricteds(report: Report) -> Iterator[Restricted]:
    """Everything in a report that may be meant for some readers only."""
    return (part for _, part in parts(report) if isinstance(part, Restricted))
