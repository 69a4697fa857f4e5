"""Where the keys of a sheet are: the marker is looked for, and rows and columns are known by their keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.loading.workbook.cells import Book, Cell, Sheet
from generator.models.form import MARK_REACH, META_SHEET, marked

_META_KEYS = ("格式", "种类", "表号")


@dataclass(frozen=True)
class Layout:
    """A sheet of ours. `columns` and `rows` are the keys by position; `twice` are the positions of keys met before."""

    sheet: Sheet
    kind: str
    of: str
    marker: tuple[int, int]
    columns: dict[int, str]
    rows: dict[int, str]
    twice: list[tuple[int, int]] = field(default_factory=list)

    def cells(self, row: int) -> dict[str, Cell]:
        """The cells of a row by column key."""
        return {key: self.sheet.cell(row, column) for column, key in self.columns.items()}

    def is_blank(self, row: int) -> bool:
        """Whether nothing at all stands under the keys of a row: most rows of a form are such, and are quickly told."""
        sheet = self.sheet
        line = sheet.values[row] if row < len(sheet.values) else ()
        for column in self.columns:
            if column < len(line) and line[column] != "":
                return False
        noted = [notes for notes in (sheet.comments, sheet.formulas, sheet.uncomputed, sheet.errors) if notes]
        return not any((row, column) in notes for notes in noted for column in self.columns)

    @property
    def last_row(self) -> int:
        return len(self.sheet.values) - 1

    def loose_rows(self) -> Iterator[int]:
        """Rows without a key that are filled in under a key, below the first row that has one."""
        first = min(self.rows, default=self.last_row)
        for row in range(first + 1, self.last_row + 1):
            if row not in self.rows and row != self.marker[0] and self._filled(row):
                yield row

    def _filled(self, row: int) -> bool:
        return any(self.sheet.text(row, column) for column in self.columns)

    def stray_cells(self) -> Iterator[Cell]:
        """What somebody wrote beside the table: cells of our rows in columns that have neither key nor head."""
        first = min(self.rows, default=0)
        for column in range(min(self.columns, default=0), self.sheet.width):
            if column == self.marker[1] or column in self.columns:
                continue
            if not any(self.sheet.text(row, column) for row in range(first)) and not self._headed(column, first):
                for row in self.rows:
                    if self.sheet.text(row, column):
                        yield self.sheet.cell(row, column)

    def _headed(self, column: int, first: int) -> bool:
        """Whether a head that spans several columns, but not the whole table, reaches over this one."""
        heads = (spot for spot in self.sheet.merged if spot[1][0] < first)
        return any(left <= column <= right and right - left < len(self.columns) for (_, left), (_, right) in heads)


def layouts(book: Book) -> Iterator[Layout]:
    for sheet in book.sheets:
        found = _marker(sheet)
        if found is not None:
            row, column, kind, of = found
            yield _layout(sheet, kind, of, (row, column))


def _marker(sheet: Sheet) -> tuple[int, int, str, str] | None:
    for row, column, text in sheet.within(MARK_REACH, MARK_REACH):
        mark = marked(text)
        if mark is not None:
            return row, column, *mark
    return None


def _layout(sheet: Sheet, kind: str, of: str, marker: tuple[int, int]) -> Layout:
    columns: dict[int, str] = {}
    rows: dict[int, str] = {}
    layout = Layout(sheet, kind, of, marker, columns, rows)
    for column in range(sheet.width):
        key = sheet.text(marker[0], column)
        if key and column != marker[1]:
            if key in columns.values():
                layout.twice.append((marker[0], column))
            else:
                columns[column] = key
    for row in range(len(sheet.values)):
        key = sheet.text(row, marker[1])
        if key and row != marker[0]:
            rows[row] = key
    return layout


@dataclass(frozen=True)
class Meta:
    """What the hidden sheet `_fazhi` says of the workbook."""

    facts: dict[str, str]

    def get(self, key: str) -> str:
        return self.facts.get(key, "")


def meta_of(book: Book) -> Meta | None:
    """The facts, from the sheet of that name or any that holds them."""
    for sheet in sorted(book.sheets, key=lambda each: each.name != META_SHEET):
        for column in range(min(sheet.width, MARK_REACH)):
            facts = {
                sheet.text(row, column): sheet.text(row, column + 1)
                for row in range(min(len(sheet.values), MARK_REACH))
            }
            if all(key in facts for key in _META_KEYS):
                return Meta(facts)
    return None
