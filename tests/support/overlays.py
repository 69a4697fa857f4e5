"""Random changes of shipped knowledge files, written as an office would write them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.loading.trusted import read_trusted
from generator.resources import data_folder

Step = str | int
_REMOVED = {"删除": "是"}
_VALUES: tuple[Any, ...] = (
    "",
    "好",
    "二十八",
    "-1",
    "0",
    "3.5",
    "99999999999999999999",
    "1e999",
    "nan",
    "是",
    "{年}{岁}{",
    "(",
    "\\1\\2\\3",
    "甲|乙",
    "../甲.j2",
    "<p>&甲",
    "甲 乙\n丙",
    "长" * 300,
    "上年",
    "Σ 甲 = 乙",
    "2020-02-30",
    None,
    [],
    ["好"],
    [["好"]],
    [{}],
    [None],
    {},
    {"好": "好"},
    {"好": {"好": ["好"]}},
    _REMOVED,
)
_KEYS = ("好", "名称", "删除", "1", "上年", "_甲", "model_甲", "json", "甲 乙", "强度", "")


def shipped_files() -> list[str]:
    """The relative paths of all shipped knowledge files that an office can lay its own over."""
    root = data_folder("schemas").parent
    files = [*data_folder("schemas").rglob("*.yaml"), *data_folder("templates").rglob("*.yaml")]
    return sorted(file.relative_to(root).as_posix() for file in files)


def random_change(name: str, random: Random) -> dict[str, Any]:
    """One change somewhere in a shipped file, as the mapping that an office's file of that name holds."""
    data = read_trusted(data_folder("schemas").parent / name)
    path = random.choice(list(_paths(data)))
    change: dict[str, Any] = _change(data, path, random)
    return change


def _change(data: Any, path: tuple[Step, ...], random: Random) -> Any:
    above = _at(data, path[:-1])
    match random.choice(("value", "value", "remove", "add", "rename", "swap")):
        case "value":
            return _overlay(data, path, deepcopy(random.choice(_VALUES)))
        case "add" if isinstance(above, dict):
            return _overlay(data, (*path[:-1], random.choice(_KEYS)), deepcopy(random.choice(_VALUES)))
        case "rename" if isinstance(above, dict):
            renamed = {path[-1]: _REMOVED, random.choice(_KEYS): deepcopy(above[path[-1]])}
            return _overlay(data, path[:-1], renamed) if len(path) > 1 else renamed
        case "swap":
            return _overlay(data, path, deepcopy(_at(data, random.choice(list(_paths(data))))))
        case _:
            return _overlay(data, path, _REMOVED)


def write_overlay(folder: Path, name: str, change: dict[str, Any]) -> Path:
    """The office's folder, with that one file in it."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(change, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def _paths(data: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*path, step)
        yield from _paths(value, (*path, step))


def _at(data: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def _overlay(data: Any, path: tuple[Step, ...], value: Any) -> Any:
    """Maps hold what is changed alone; a list is written out whole with the change in it."""
    if not path:
        return value
    if isinstance(data, list):
        changed = deepcopy(data)
        position = int(path[0])
        changed[position] = _whole(data[position], path[1:], value)
        return changed
    return {path[0]: _overlay(data.get(path[0]), path[1:], value)}


def _whole(data: Any, path: tuple[Step, ...], value: Any) -> Any:
    """Inside a list nothing is merged: a removed key is left out, everything else written."""
    if not path:
        return value
    changed = deepcopy(data)
    if len(path) == 1 and isinstance(changed, dict) and value is _REMOVED:
        del changed[path[0]]
    elif isinstance(changed, dict):
        changed[path[0]] = _whole(changed.get(path[0]), path[1:], value)
    else:
        changed[int(path[0])] = _whole(changed[int(path[0])], path[1:], value)
    return changed
