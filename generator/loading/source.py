"""An input as it was read: its data, and the place of every value and of every character in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from itertools import accumulate
from typing import Any

from generator.diagnostics import Place
from generator.loading.alignment import length_of, origins
from generator.models.base import Path
from generator.patterns import compile_later
from generator.records import dataclass

_UNION_TAGS = frozenset({"节", "段", "要点", "表", "图", "文"})
_LINE_BREAK = compile_later(r"\r\n|\r|\n")


@dataclass(slots=True)
class Mark:
    """Where a node stands in the text. `style` is empty for collections, else that of the YAML event or `p` for plain.

    `children` are the marks of a mapping's values by key or of a sequence's items by position; `keys` the indices of a
    mapping's keys.
    """

    start: int
    end: int
    style: str = ""
    children: dict[str | int, Mark] = field(default_factory=dict)
    keys: dict[str | int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A file that was read. `data` holds dicts, lists, text and None; `text` is what places count in.

    `input_hash` is the SHA-256 of the file's bytes, in hexadecimal digits. `in_cells`: it is a workbook, whose reader
    knows of cells and nothing of keys and indents.
    """

    file: str
    text: str
    data: Any
    root: Mark = field(repr=False)
    input_hash: str = ""
    in_cells: bool = False

    def place(self, path: Path, offset: int = 0) -> Place:
        """Where the value at `path` stands; with `offset`, where that character of its text stands.

        A path longer than the input opens at the nearest part that exists.
        """
        mark, value, _ = self._follow(path)
        if mark.style and isinstance(value, str):
            return self.at(self._origins(mark, value)[min(offset, len(value))])
        return self.at(mark.start)

    def key_place(self, path: Path) -> Place:
        """Where the key at the end of `path` stands; the value's place for list items and for what doesn't exist."""
        parent, _, walked = self._follow(path[:-1])
        if walked == len(path[:-1]) and path and path[-1] in parent.keys:
            return self.at(parent.keys[path[-1]])
        return self.place(path)

    def resolve(self, loc: Path) -> Path:
        """The path of an error location: what pydantic put in that isn't in the data (union tags, fields) left out."""
        mark, path = self.root, []
        for step in loc:
            child = mark.children.get(step)
            if child is not None:
                mark = child
                path.append(step)
        return tuple(path)

    def has(self, path: Path) -> bool:
        """Whether the input holds something at exactly this path."""
        mark: Mark | None = self.root
        for step in path:
            mark = mark.children.get(step) if mark is not None else None
        return mark is not None

    def value(self, path: Path) -> Any:
        """The data at `path`, or of the nearest part that exists."""
        return self._follow(path)[1]

    def span(self, path: Path, start: int, end: int) -> tuple[int, int, str] | None:
        """Where the characters `start` to `end` of the text at `path` are typed, and the style of the scalar.

        None unless they stand there one behind the other: a line break that was folded is no character.
        """
        mark, value, walked = self._follow(path)
        if walked != len(path) or not (mark.style and isinstance(value, str)) or not 0 <= start < end <= len(value):
            return None
        found = self._origins(mark, value)
        position = found[start]
        for place in range(start, end):
            length = length_of(self.text, found[place], mark.style, value[place])
            if not length or found[place] != position:
                return None
            position += length
        return found[start], position, mark.style

    def at(self, index: int) -> Place:
        """The place of a character of the text; line and column count from 1."""
        line = bisect_right(self._line_starts, index)
        return Place(self.file, line, index - self._line_starts[line - 1] + 1)

    def _follow(self, path: Path) -> tuple[Mark, Any, int]:
        """The mark and the data at a path, and how many of its steps were taken."""
        mark, value = self.root, self.data
        for number, step in enumerate(path):
            child = mark.children.get(step)
            if child is not None:
                mark, value = child, value[step]
            elif step not in _UNION_TAGS:
                return mark, value, number
        return mark, value, len(path)

    def _origins(self, mark: Mark, value: str) -> list[int]:
        key = id(mark)
        if key not in self._aligned:
            self._aligned[key] = origins(self.text, mark.start, mark.end, mark.style, value)
        return self._aligned[key]

    @cached_property
    def _aligned(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
