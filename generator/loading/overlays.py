"""Layers of knowledge: the shipped folder below, the offices' folders over it.

Maps merge key by key, lists and texts replace, `删除: true` removes an entry, a key left blank changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from generator.diagnostics import Place
from generator.loading.source import Source
from generator.models.base import Path
from generator.records import dataclass

_REMOVE = "删除"
_YES = ("true", "True", "是", "yes")


@dataclass(frozen=True, slots=True)
class Said:
    """What an office's file says of a path: its key or its value (`place`), and how much of the path it holds.

    `removed`: it takes that away.
    """

    depth: int
    place: Place
    removed: bool = False


@dataclass(slots=True)
class Layered:
    """Entries merged from several files, and which offices' files they came from.

    `sources` holds, for every office's file, the path in the layer at which the whole file stands; `bases` which entry
    stands on which (基于).
    """

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    sources: list[tuple[Source, Path]] = field(default_factory=list)
    bases: dict[str, str] = field(default_factory=dict)

    def lay(self, data: Mapping[str, Any], source: Source | None = None, base: Path = ()) -> list[Path]:
        """Lay entries over what is there; the paths of removals that found nothing to remove."""
        vain: list[Path] = []
        _merge(self.data, data, (), vain)
        if source is not None:
            self.sources.append((source, base))
        return vain

    def named(self) -> Iterator[str]:
        """The entries that the offices' files speak of, also those they take away."""
        for source, base in self.sources:
            yield from (str(base[0]),) if base else source.data

    def said(self, path: Path, *, at_key: bool = False) -> Said | None:
        """What the offices' files say of the value at `path`: the one that says most, of several the topmost.

        A removal is said of a path, or of one that leads to it, like a value. None when no file touches the entry.
        What an entry takes over from another one (基于) may have been said of that.
        """
        paths = [path, *((base, *path[1:]) for base in self._bases_of(path[0] if len(path) > 1 else None))]
        told = [said for each in paths if (said := self._said(each, at_key=at_key)) is not None]
        return max(told, key=lambda said: said.depth, default=None)

    def _bases_of(self, name: object) -> Iterator[str]:
        """The entry that an entry stands on, the one under that, and so on."""
        seen = {name}
        while (base := self.bases.get(str(name))) is not None and base not in seen:
            yield base
            name = base
            seen.add(base)

    def _said(self, path: Path, *, at_key: bool) -> Said | None:
        best: Said | None = None
        for source, base in reversed(self.sources):
            if path[: len(base)] != base[: len(path)]:
                continue
            inner = _held(source, path[len(base) :])
            depth = len(base) + len(inner)
            if depth > (best.depth if best else 0):
                whole = depth == len(path) and not at_key
                place = source.place(inner) if whole else source.key_place(inner)
                best = Said(depth, place, is_removal(source.value(inner)))
            if _covers(source, inner):
                break
        return best


def _held(source: Source, path: Path) -> Path:
    """The longest beginning of a path that the source holds with a value; blank keys say nothing."""
    for length in range(len(path), 0, -1):
        if source.has(path[:length]) and source.value(path[:length]) is not None:
            return path[:length]
    return ()


def _covers(source: Source, path: Path) -> bool:
    """Whether nothing that lower files say of the path can be seen: a list, a text or a removal stands over it."""
    values = (source.value(path[:length]) for length in range(1, len(path) + 1))
    return any(not isinstance(value, dict) or is_removal(value) for value in values)


def is_removal(value: object) -> bool:
    """Whether a value takes away what stands under its key."""
    return isinstance(value, dict) and value.get(_REMOVE) in _YES


def merge(below: dict[str, Any], above: Mapping[str, Any]) -> None:
    """Lay one entry over another."""
    _merge(below, above, (), [])


def _merge(below: dict[str, Any], above: Mapping[str, Any], path: Path, vain: list[Path]) -> None:
    for key, value in above.items():
        here = below.get(key)
        if is_removal(value):
            if below.pop(key, None) is None:
                vain.append((*path, key))
        elif isinstance(value, dict):
            inner = here if isinstance(here, dict) else {}
            below[key] = inner
            _merge(inner, value, (*path, key), vain)
        elif value is not None:
            below[key] = value
