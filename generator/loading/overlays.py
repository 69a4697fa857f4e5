"""Layers of knowledge: the shipped folder below, the offices' folders over it.

Maps merge key by key, lists and texts replace, `删除: true` removes an entry, a key left blank changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Place
from generator.loading.source import Source
from generator.models.base import Path

_REMOVE = "删除"
_YES = ("true", "True", "是", "yes")


@dataclass(slots=True)
class Layered:
    """Entries merged from several files, and which offices' files they came from.

    `sources` holds, for every office's file, the path at which it is laid: that of an entry when the whole file is one.
    """

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    sources: list[tuple[Source, Path]] = field(default_factory=list)

    def lay(self, data: Mapping[str, Any], source: Source | None = None, base: Path = ()) -> list[Path]:
        """Lay entries over what is there; the paths of removals that found nothing to remove."""
        vain: list[Path] = []
        _merge(self.data, data, (), vain)
        if source is not None:
            self.sources.append((source, base))
        return vain

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where the value at `path` comes from: the topmost office's file that says something about it."""
        best, depth = Place(self.file), 0
        for source, base in reversed(self.sources):
            if path[: len(base)] != base:
                continue
            found = source.resolve(path[len(base) :])
            if len(base) + len(found) > depth:
                best = source.key_place(found) if at_key else source.place(found)
                depth = len(base) + len(found)
        return best

    def inherit(self, name: str, lineage: Sequence[str]) -> None:
        """What offices say about the entries that `name` builds on, they say about it too."""
        for other in reversed([one for one in lineage if one != name]):
            self.sources[:0] = [(source, (name,)) for source, base in self.sources if base == (other,)]

    def from_office(self, path: Path) -> bool:
        """Whether an office's file touches the entry that `path` leads into."""
        return any(path[: len(base)] == base if base else source.has(path[:1]) for source, base in self.sources)


def lineage(name: str, entries: Mapping[str, Any], key: str) -> tuple[list[str], str | None]:
    """An entry and those it builds on by `key`, the lowest first; and the name of one that is missing or met twice."""
    met: list[str] = []
    while isinstance(entry := entries.get(name), Mapping) and name not in met:
        met.append(name)
        if not entry.get(key):
            return met[::-1], None
        name = str(entry[key])
    return [], name


def merged(layers: Sequence[Mapping[str, Any]], key: str) -> dict[str, Any]:
    """Entries laid over each other, without the key that says what they build on."""
    data: dict[str, Any] = {}
    for layer in layers:
        _merge(data, deepcopy(dict(layer)), (), [])
    data.pop(key, None)
    return data


def _merge(below: dict[str, Any], above: Mapping[str, Any], path: Path, vain: list[Path]) -> None:
    for key, value in above.items():
        here = below.get(key)
        if isinstance(value, dict) and value.get(_REMOVE) in _YES:
            if below.pop(key, None) is None:
                vain.append((*path, key))
        elif isinstance(value, dict):
            inner = here if isinstance(here, dict) else {}
            below[key] = inner
            _merge(inner, value, (*path, key), vain)
        elif value is not None:
            below[key] = value
