"""Sheets of text (正文): a block a row, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.loading.workbook import typed as read
from generator.loading.workbook.findings import Findings
from generator.loading.workbook.layout import Layout
from generator.loading.workbook.plot import Plot
from generator.loading.workbook.records import rows_in_order
from generator.models.base import Path
from generator.models.body_rows import KIND, LEVEL, PARAGRAPH, Built, Row, RowError, data_of

_TEXT = "文"
_MOST_FAULTS = 50


def read_body(layout: Layout, base: Path, plot: Plot, findings: Findings) -> None:
    """Put the blocks under `base`. Rows that fit nowhere are told and left out."""
    numbered = _rows(layout, findings)
    built = Built()
    for _ in range(_MOST_FAULTS):
        try:
            built = data_of([row for _, row in numbered])
            break
        except RowError as error:
            _tell(error, numbered.pop(error.row), layout, findings)
    if not built.blocks:
        return
    first = numbered[0][0]
    plot.put(base, built.blocks, _spot(layout, first, _TEXT))
    for path, (number, key) in sorted(built.places.items(), key=lambda each: len(each[0])):
        plot.place((*base, *path), _spot(layout, numbered[number][0], key))


def filled_rows(layout: Layout) -> Iterator[int]:
    """The rows in which somebody wrote something."""
    for number in rows_in_order(layout):
        keys = {key for key, cell in layout.cells(number).items() if not cell.empty}
        if keys - {LEVEL}:
            yield number


def _rows(layout: Layout, findings: Findings) -> list[tuple[int, Row]]:
    """The rows that hold something, with their numbers on the sheet."""
    found: list[tuple[int, Row]] = []
    level = 1
    for number in rows_in_order(layout):
        cells: dict[str, str] = {}
        for key, cell in layout.cells(number).items():
            typed = read.words(cell)
            findings.remarks(cell, typed)
            if typed.text is not None:
                cells[key] = typed.text
        if set(cells) <= {LEVEL}:
            continue
        kind = cells.pop(KIND, PARAGRAPH).strip()
        typed_level = cells.pop(LEVEL, str(level)).strip()
        level = int(typed_level) if typed_level.isascii() and typed_level.isdigit() and len(typed_level) < 4 else 0  # noqa: PLR2004 - deeper than any report
        found.append((number, Row(level, kind, cells)))
        level = max(level, 1)
    return found


def _tell(error: RowError, at: tuple[int, Row], layout: Layout, findings: Findings) -> None:
    _, (row, column) = _spot(layout, at[0], error.key)
    cell = layout.sheet.cell(row, column)
    findings.of_cell(Severity.ERROR, "LOAD171", cell, f"{error}，这一行没有读", error.remedy)


def _spot(layout: Layout, row: int, key: str) -> tuple[str, tuple[int, int]]:
    column = next((column for column, name in layout.columns.items() if name == key), min(layout.columns, default=0))
    return layout.sheet.name, (row, column)
