"""Workbooks for tests: written by the program, changed as people change them, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostic, Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.loading.report import Loaded, load_report
from generator.loading.workbook.workbook import Filled, read_workbook
from generator.models.form import MARK, MARK_REACH
from generator.models.knowledge import Knowledge
from generator.workflows.form import FormOrder, form
from support.inputs import SMALL, write

Change = Callable[[Workbook], object]


def shipped() -> Knowledge:
    """The knowledge as shipped."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


FEW = ("行政复议", "规范性文件")
"""Topics for small workbooks, which are quickly changed."""


def workbook_of(folder: Path, text: str = SMALL, name: str = "report.xlsx", topics: Sequence[str] = ()) -> Path:
    """The workbook of a report, written beside its YAML; with all topics of the outline when none are named."""
    source = write(folder, text, "source.yaml")
    target = folder / name
    made = form(FormOrder(target, source=source, topics=topics))
    assert made.written == (target,), list(made.diagnostics)
    return target


def changed(file: Path, change: Change, name: str = "changed.xlsx") -> Path:
    """A copy of a workbook after a change."""
    book = load_workbook(file)
    change(book)
    target = file.with_name(name)
    book.save(target)
    return target


@dataclass(frozen=True)
class Read:
    """A workbook as it was read, with what was found."""

    filled: Filled | None
    found: list[Diagnostic]

    @property
    def data(self) -> dict[str, Any]:
        assert self.filled is not None, self.found
        data: dict[str, Any] = self.filled.source.data
        return data

    def codes(self) -> list[str]:
        return [each.code for each in self.found]

    def at(self, sheet: str, cell: str) -> list[Diagnostic]:
        return [each for each in self.found if (each.place.sheet, each.place.cell) == (sheet, cell)]


def read(file: Path, knowledge: Knowledge) -> Read:
    diagnostics = Diagnostics()
    return Read(read_workbook(file, knowledge.catalogue, diagnostics), list(diagnostics))


def load(file: Path, knowledge: Knowledge) -> tuple[Loaded | None, list[Diagnostic]]:
    diagnostics = Diagnostics()
    return load_report(file, knowledge, diagnostics), list(diagnostics)


def sheet_of(book: Workbook, mark: str) -> Worksheet:
    """The first sheet whose marker begins so: `列表:不足`."""
    return next(sheet for sheet in book.worksheets if (found := marker(sheet)) and found[2].startswith(f"{MARK}{mark}"))


def marker(sheet: Worksheet) -> tuple[int, int, str] | None:
    """Row, column and text of the marker."""
    for row in sheet.iter_rows(max_row=MARK_REACH, max_col=MARK_REACH):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith(MARK):
                return cell.row or 0, cell.column or 0, cell.value
    return None


def cell_at(book: Workbook, row_key: str, column_key: str, mark: str = "") -> Cell:
    """The cell where two keys cross."""
    for sheet in book.worksheets:
        found = marker(sheet)
        if found is None or not found[2].startswith(f"{MARK}{mark}"):
            continue
        top, left, _ = found
        rows = [row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, left).value) == row_key]
        columns = [at for at in range(1, sheet.max_column + 1) if sheet.cell(top, at).value == column_key]
        if rows and columns:
            cell = sheet.cell(rows[0], columns[0])
            assert isinstance(cell, Cell)
            return cell
    raise LookupError((row_key, column_key))


def home(cell: Cell) -> Worksheet:
    """The sheet of a cell."""
    assert isinstance(cell.parent, Worksheet)
    return cell.parent


def sheets_with_marker(book: Workbook) -> Iterator[tuple[Worksheet, int, int]]:
    for sheet in book.worksheets:
        found = marker(sheet)
        if found is not None:
            yield sheet, found[0], found[1]


def as_bytes(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()
