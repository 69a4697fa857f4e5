"""Sheets of records (列表): a record a row, in the order of the sheet; rows that were appended have no key."""

from __future__ import annotations

from collections.abc import Callable

from generator.loading.workbook.cells import Cell
from generator.loading.workbook.layout import Layout
from generator.loading.workbook.plot import Plot
from generator.models.base import Path


def read_records(
    layout: Layout, plot: Plot, value: Callable[[str, Cell], object], is_required: Callable[[str], bool]
) -> dict[str, int]:
    """Add the records to the list that the sheet is of; the positions of records by the keys of their rows.

    Required cells that are blank are known by their place, for validation to say so.
    """
    number = 0
    positions: dict[str, int] = {}
    for row in rows_in_order(layout):
        if layout.is_blank(row):
            continue
        cells = layout.cells(row)
        given = {key: found for key, cell in cells.items() if (found := value(key, cell)) is not None}
        if not given:
            continue
        at: Path = (layout.of, number)
        for key, found in given.items():
            plot.put((*at, *key.split(".")), found, (cells[key].sheet, cells[key].at))
        for key, cell in cells.items():
            if key not in given and is_required(key):
                plot.put((*at, *key.split(".")), None, (cell.sheet, cell.at))
        positions.setdefault(layout.rows.get(row, ""), number)
        number += 1
    return positions


def rows_in_order(layout: Layout) -> list[int]:
    """Rows with a key, and those below the first of them that were inserted or appended without one."""
    return sorted([*layout.rows, *layout.loose_rows()])
