"""What is left of a faulty report without its faults, so that the rest of it can be looked at in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from generator.loading.locations import Location, locate
from generator.models.base import Path
from generator.models.report import Report

_ROUNDS = 6
_STAND_IN = "未填"
_STAND_INS: Mapping[str, Any] = {
    "年度": "2025",
    "主体": {"名称": _STAND_IN, "简称": _STAND_IN},
    "值": "0",
    "规则": "NONE000",
    "表": {"列": [_STAND_IN], "行": []},
    "图": {"文件": _STAND_IN},
    "节": {"标题": _STAND_IN, "内容": [_STAND_IN]},
}
"""What stands in for a missing value that can't be any text. None of it is ever printed: errors stop a build."""


class Mending:
    """The data of a report, and what had to be taken out of them or put into them to make one.

    Items of lists are never taken out, so that the others keep their paths: a text stands in for a faulty item, and
    for a missing name. `lost` holds the paths of lists that had to be given up whole.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._put_in = 0
        self.lost: set[Path] = set()

    def without(self, error: ValidationError) -> Report | None:
        """A report without what `error` says is wrong; None when too little is left."""
        for _ in range(_ROUNDS):
            for detail in error.errors(include_url=False):
                location = locate(Report, self._kept, detail["loc"])
                if detail["type"] == "missing":
                    self._put(location)
                else:
                    self._drop(location.path)
            try:
                return Report.model_validate(self._kept, by_alias=True, by_name=False)
            except ValidationError as remaining:
                error = remaining
        return None

    def renamed(self, names: Mapping[Path, str | None]) -> Report:
        """The report with names that the knowledge has for names that it hasn't; where there is none, without them.

        The data made a report before, and still do.
        """
        for path, name in names.items():
            in_list = isinstance(path[-1], int)
            key = path[:-1] if in_list else path
            holder = _at(self._kept, key[:-1])
            if not isinstance(holder, dict):
                continue
            if name is None:
                holder.pop(key[-1], None)
            elif in_list and isinstance(held := holder.get(str(key[-1])), list):
                held[int(path[-1])] = name
            else:
                holder[key[-1]] = name
        return Report.model_validate(self._kept, by_alias=True, by_name=False)

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {key: deepcopy(value) if isinstance(value, dict | list) else value for key, value in self._data.items()}

    def _put(self, location: Location) -> None:
        holder = _at(self._kept, location.path)
        if isinstance(holder, dict):
            self._put_in += 1
            holder[location.name] = deepcopy(_STAND_INS.get(location.name, f"{_STAND_IN}{self._put_in}"))

    def _drop(self, path: Path) -> None:
        """Take a value out of its mapping; put text in its place in a list, or give the list up when it is text."""
        if not path:
            return
        holder = _at(self._kept, path[:-1])
        last = path[-1]
        if isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
            if isinstance(holder[last], str):
                self._give_up(path[:-1])
            else:
                holder[last] = _STAND_IN

    def _give_up(self, path: Path) -> None:
        """Leave out the nearest mapping's value that holds the list at `path`."""
        while path and isinstance(path[-1], int):
            path = path[:-1]
        holder = _at(self._kept, path[:-1])
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
            self.lost.add(path)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
