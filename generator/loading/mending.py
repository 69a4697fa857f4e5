"""What is left of a faulty report without its faults, so that the rest of it can be checked in the same run."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from generator.loading.locations import Location, locate
from generator.models.base import Path
from generator.models.report import Report

_ROUNDS = 5
_STAND_IN = "缺"


def mended(data: dict[str, Any], error: ValidationError) -> Report | None:
    """A report of `data` without what is wrong in it; None when too little is left.

    Items of lists are never taken out, so that the others keep their paths: a text stands in for a faulty item, and
    for a missing name.
    """
    kept = {key: deepcopy(value) if isinstance(value, dict | list) else value for key, value in data.items()}
    for _ in range(_ROUNDS):
        for number, detail in enumerate(error.errors(include_url=False)):
            location = locate(Report, kept, detail["loc"])
            if detail["type"] == "missing":
                _put(kept, location, f"{_STAND_IN}{number}")
            else:
                _drop(kept, location.path)
        try:
            return Report.model_validate(kept, by_alias=True, by_name=False)
        except ValidationError as remaining:
            error = remaining
    return None


def _put(data: dict[str, Any], location: Location, stand_in: str) -> None:
    holder = _at(data, location.path)
    if isinstance(holder, dict):
        holder[location.name] = stand_in


def _drop(data: dict[str, Any], path: Path) -> None:
    """Take a value out of its mapping; put text in its place in a list, or give up the list when it is text already."""
    if not path:
        return
    holder = _at(data, path[:-1])
    last = path[-1]
    if isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        if isinstance(holder[last], str):
            data.pop(str(path[0]), None)
        else:
            holder[last] = _STAND_IN


def _at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
