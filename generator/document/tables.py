"""Where the cells of a table stand, those that reach over several columns or rows included."""

from __future__ import annotations

from collections.abc import Iterable

from generator.document.blocks import Cell
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in one row, from `column` on; `first` in the row where it begins, not in those it reaches down into."""

    cell: Cell
    column: int
    first: bool


class UnevenTableError(ValueError):
    """The rows don't fill the same columns."""


def laid_out(rows: Iterable[Iterable[Cell]]) -> tuple[tuple[Slot, ...], ...]:
    """The slots of every row from the left. Raises `UnevenTableError`."""
    hanging: dict[int, tuple[Cell, int]] = {}
    table = []
    for row in rows:
        slots = _row(list(row), hanging)
        table.append(slots)
        rests = {slot.column: slot.cell.down if slot.first else hanging[slot.column][1] for slot in slots}
        hanging = {slot.column: (slot.cell, rests[slot.column] - 1) for slot in slots if rests[slot.column] > 1}
    if hanging or len({wide(slots) for slots in table}) > 1:
        raise UnevenTableError
    return tuple(table)


def _row(cells: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> tuple[Slot, ...]:
    """One row, with the cells that hang down into it by the column where they stand."""
    slots: list[Slot] = []
    column = 0
    for cell in [*cells, None]:
        while column in hanging:
            slots.append(Slot(hanging[column][0], column, first=False))
            column += slots[-1].cell.across
        if cell is not None:
            slots.append(Slot(cell, column, first=True))
            column += cell.across
    if sum(not slot.first for slot in slots) != len(hanging):
        raise UnevenTableError
    return tuple(slots)


def wide(slots: tuple[Slot, ...]) -> int:
    """How many columns a row fills."""
    return sum(slot.cell.across for slot in slots)
