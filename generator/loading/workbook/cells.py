"""Cells and sheets as they were read, whatever kind of file they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.loading.workbook.formats import GENERAL, NumberFormat
from generator.loading.workbook.package import Comment
from generator.loading.workbook.scan import Position, address

OWN_AUTHOR = "fazhi"
"""The author of the comments that the program writes itself."""


class Cell(NamedTuple):
    """What stands in a cell. `value` is text, number, truth, day or time; empty text for nothing.

    `format` is None where the kind of file doesn't tell it.
    """

    sheet: str
    at: Position
    value: Any = ""
    format: NumberFormat | None = GENERAL
    uncomputed: bool = False
    is_error: bool = False
    comment: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing can be seen in it."""
        bare = not self.value.strip() if isinstance(self.value, str) else self.value is None
        return bare and not self.uncomputed and not self.is_error

    @property
    def address(self) -> str:
        return address(self.at)


@dataclass(frozen=True)
class Sheet:
    """A sheet's values by row and column from its upper left corner, and what else is known of its cells."""

    name: str
    values: Sequence[Sequence[Any]]
    formats: Mapping[Position, NumberFormat] = field(default_factory=dict)
    formulas: frozenset[Position] = frozenset()
    uncomputed: frozenset[Position] = frozenset()
    errors: frozenset[Position] = frozenset()
    merged: Sequence[tuple[Position, Position]] = ()
    comments: Mapping[Position, Comment] = field(default_factory=dict)
    knows_formats: bool = True
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        at = (row, column)
        line = self.values[row] if row < len(self.values) else ()
        comment = self.comments.get(at)
        return Cell(
            self.name,
            at,
            line[column] if column < len(line) else "",
            self.formats.get(at, GENERAL if self.knows_formats else None),
            at in self.uncomputed,
            at in self.errors,
            comment.text.strip() if comment is not None and comment.author != OWN_AUTHOR else "",
        )

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as a key or a head: plain text without blanks around it."""
        line = self.values[row] if row < len(self.values) else ()
        value = line[column] if column < len(line) else ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value).strip()

    def within(self, rows: int, columns: int) -> Iterator[tuple[int, int, str]]:
        """The filled cells in the upper left corner."""
        for row, line in enumerate(self.values[:rows]):
            for column, value in enumerate(line[:columns]):
                if value != "":
                    yield row, column, self.text(row, column)

    @property
    def width(self) -> int:
        return max((len(line) for line in self.values), default=0)


@dataclass(frozen=True)
class Book:
    """A workbook as it was read. `modified` is when it says that it was last saved, empty when it doesn't say."""

    file: str
    sheets: tuple[Sheet, ...]
    input_hash: str
    date1904: bool = False
    modified: str = ""
