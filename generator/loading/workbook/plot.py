"""Building an input's data cell by cell, and a `Source` whose places are cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.diagnostics import Place
from generator.loading.source import Mark, Source
from generator.loading.workbook.cells import Book
from generator.loading.workbook.scan import Position, address
from generator.models.base import Path

Spot = tuple[str, Position]
"""A sheet's name and a position on it."""


class SheetSource(Source):
    """A workbook as an input. Its text is that of all cells one after another, so that an index stands for a cell.

    `starts` are the indices at which the `spots` begin; the first spot is the file as a whole.
    """

    starts: Sequence[int] = (0,)
    spots: Sequence[Spot | None] = (None,)

    def at(self, index: int) -> Place:
        spot = self.spots[max(bisect_right(self.starts, index) - 1, 0)]
        if spot is None:
            return Place(self.file)
        return Place(self.file, sheet=spot[0], cell=address(spot[1]))


class Plot:
    """Takes values with their cells, in any order of mappings but lists item by item."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self._root = Mark(0, 0)
        self._texts: list[str] = [""]
        self._starts: list[int] = [0]
        self._spots: list[Spot | None] = [None]
        self._known: dict[Spot, int] = {}
        self._end = 1

    def note_all(self, book: Book) -> None:
        """Take in the text of every cell and comment, so that it can be searched."""
        for sheet in book.sheets:
            for row, line in enumerate(sheet.values):
                for column, value in enumerate(line):
                    if isinstance(value, str) and value:
                        self._index((sheet.name, (row, column)), value)
            for at, comment in sheet.comments.items():
                self._add((sheet.name, at), comment.text)

    def put(self, path: Path, value: Any, spot: Spot) -> None:
        """Set the value at a path whose lists are filled in order; what stood there before is replaced."""
        index = self._index(spot)
        data, mark = self._open(path, index)
        step = path[-1]
        if isinstance(data, list):
            data.append(value)
        else:
            data[step] = value
        mark.children[step] = self._marked(value, index)
        mark.keys[step] = index

    def place(self, path: Path, spot: Spot) -> None:
        """Say from which cell what is at `path` came."""
        mark = self._root
        for step in path:
            child = mark.children.get(step)
            if child is None:
                return
            mark = child
        mark.start = self._index(spot)

    def value(self, path: Path) -> Any:
        """What was put at a path."""
        data: Any = self.data
        for step in path:
            data = data[step]
        return data

    def has(self, path: Path) -> bool:
        mark: Mark | None = self._root
        for step in path:
            mark = mark.children.get(step) if mark is not None else None
        return mark is not None

    def source(self, file: str, digest: str) -> SheetSource:
        made = SheetSource(file, "\n".join(self._texts), self.data, self._root, digest)
        vars(made).update(starts=self._starts, spots=self._spots, in_cells=True)
        return made

    def _open(self, path: Path, index: int) -> tuple[Any, Mark]:
        """The container at the end of a path, made as needed."""
        data: Any = self.data
        mark = self._root
        for step, following in pairwise(path):
            child = mark.children.get(step)
            if child is None or not isinstance(data[step], dict | list):
                made: Any = [] if isinstance(following, int) else {}
                if isinstance(data, list):
                    data.append(made)
                else:
                    data[step] = made
                child = mark.children[step] = Mark(index, index)
                mark.keys[step] = index
            data, mark = data[step], child
        return data, mark

    def _marked(self, value: Any, index: int) -> Mark:
        mark = Mark(index, index)
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in items:
            mark.children[step] = self._marked(inner, index)
            mark.keys[step] = index
        return mark

    def _index(self, spot: Spot, text: str = "") -> int:
        if spot not in self._known:
            self._known[spot] = self._add(spot, text)
        return self._known[spot]

    def _add(self, spot: Spot, text: str) -> int:
        start = self._end
        self._texts.append(text)
        self._starts.append(start)
        self._spots.append(spot)
        self._end += len(text) + 1
        return start
