"""The sheets of a workbook made into the data of an input, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Severity
from generator.loading.workbook import typed as read
from generator.loading.workbook.body import filled_rows, read_body
from generator.loading.workbook.cells import Cell
from generator.loading.workbook.findings import Findings
from generator.loading.workbook.layout import Layout
from generator.loading.workbook.plot import Plot
from generator.loading.workbook.records import read_records
from generator.loading.workbook.shapes import Shapes
from generator.models.base import Path
from generator.models.catalogue import Catalogue, Indicator
from generator.models.form import (
    BODY,
    FIGURES,
    GRID,
    LAST_YEAR,
    NOT_APPLICABLE,
    RECORDS,
    TICK,
    VALUE,
    VALUES,
)
from generator.models.grid import cell_name

NOW, BEFORE = "指标", "上年"
LEADS = "牵头"
REMARK = "备注"
_DAYS = ("截至",)


@dataclass
class Reading:
    """One workbook being read. `leads` are the figures that the unit says it leads, by path."""

    plot: Plot
    findings: Findings
    catalogue: Catalogue
    shapes: Shapes
    from_1904: bool = False
    leads: dict[Path, bool] = field(default_factory=dict)
    _filled: dict[Path, Cell] = field(default_factory=dict)
    _positions: dict[str, dict[str, int]] = field(default_factory=dict)

    def take(self, layouts: list[Layout]) -> None:
        """Every sheet, in the workbook's order; sheets of blocks last, since annexes are counted by their records."""
        readers: dict[str, Callable[[Layout], None]] = {
            FIGURES: self._figures,
            GRID: self._grid,
            VALUES: self._values,
            RECORDS: self._records,
            BODY: self._body,
        }
        seen: dict[tuple[str, str], str] = {}
        for layout in sorted(layouts, key=lambda each: each.kind == BODY):
            single = layout.kind in (RECORDS, BODY)
            if single and (layout.kind, layout.of) in seen:
                self._sheet_twice(layout, seen[layout.kind, layout.of])
                continue
            seen[layout.kind, layout.of] = layout.sheet.name
            reader = readers.get(layout.kind)
            if reader is not None:
                self._common(layout)
                reader(layout)

    def _sheet_twice(self, layout: Layout, first: str) -> None:
        message = f"这张表和“{first}”是同一张表的两份，只读了“{first}”"
        remedy = "把内容并到一张表里，删去另一张"
        self.findings.of_sheet(Severity.ERROR, "LOAD158", layout.sheet, message, remedy)

    # --- what holds of every sheet -----------------------------------------------------------------------------------

    def _common(self, layout: Layout) -> None:
        for row, column in layout.twice:
            message = f"列键“{layout.sheet.text(row, column)}”有两列，只读了前一列"
            self.findings.of_spot(Severity.ERROR, "LOAD157", (layout.sheet, row, column), message, "删去多出的一列")
        for cell in layout.stray_cells() if layout.kind != VALUES else ():
            shown = str(cell.value)[:20]
            message = f"“{shown}”写在表的格子以外，没有读"
            self.findings.of_cell(Severity.WARNING, "LOAD159", cell, message, "要说明的写在“备注”一栏，其余删去")
        self._merged(layout)
        if layout.kind in (FIGURES, GRID, VALUES):
            self._loose(layout)

    def _merged(self, layout: Layout) -> None:
        for (top, left), (bottom, right) in layout.sheet.merged:
            rows = [row for row in layout.rows if top <= row <= bottom]
            columns = [column for column in layout.columns if left <= column <= right]
            if len(rows) * len(columns) > 1:
                cell = layout.sheet.cell(top, left)
                message = "几个填写的格子合并成了一格，只有左上一格读得到"
                self.findings.of_cell(Severity.ERROR, "LOAD162", cell, message, "取消合并，每格各填各的数")

    def _loose(self, layout: Layout) -> None:
        for row in layout.loose_rows():
            cell = next(each for each in layout.cells(row).values() if not each.empty)
            message = "这一行是插进来的，不知道是哪一项，没有读"
            remedy = "表里没有的数字写在“其他数据”表，要说明的写在“备注”一栏"
            self.findings.of_cell(Severity.ERROR, "LOAD156", cell, message, remedy)

    def _keep(self, path: Path, value: object, cell: Cell) -> None:
        """Set a value once; a second cell for it is a finding, an error where the two differ."""
        first = self._filled.get(path)
        if first is not None:
            differs = str(first.value) != str(cell.value)
            where = first.address if first.sheet == cell.sheet else f"{first.sheet}!{first.address}"
            message = f"这一格和 {where} 是同一项，填了两次{'，数也不一样' if differs else ''}，按前一处读"
            severity = Severity.ERROR if differs else Severity.WARNING
            self.findings.of_cell(severity, "LOAD157", cell, message, "留一处，删去另一处（多半是复制了整行）")
            return
        self._filled[path] = cell
        self.plot.put(path, value, (cell.sheet, cell.at))

    # --- figures -----------------------------------------------------------------------------------------------------

    def _figures(self, layout: Layout) -> None:
        for row, key in layout.rows.items():
            cells = layout.cells(row)
            if key.startswith(TICK):
                self._tick(key.removeprefix(TICK), cells.get(VALUE))
                continue
            topic, _, name = key.partition(".")
            entry = self.catalogue.indicator(topic, name)
            if LAST_YEAR in cells:
                self._figure((BEFORE, topic, name), cells[LAST_YEAR], entry, None)
            self._row(topic, name, cells, entry)

    def _tick(self, key: str, cell: Cell | None) -> None:
        if cell is None:
            return
        given = read.yes_no(cell)
        self.findings.remarks(cell, given)
        if given.text:
            topic, _, name = key.partition(".")
            self._keep((NOW, topic, name), given.text, cell)

    def _row(self, topic: str, name: str, cells: dict[str, Cell], entry: Indicator | None) -> None:
        """One figure and what is known of it; a bare figure stands alone in the input."""
        path: Path = (NOW, topic, name)
        if VALUE in cells:
            self._figure(path, cells[VALUE], entry, cells.get(REMARK))
        for key, cell in cells.items():
            if key in (LAST_YEAR, VALUE) or cell.empty:
                continue
            given = read.day(cell, from_1904=self.from_1904) if key in _DAYS else read.words(cell)
            self.findings.remarks(cell, given)
            if given.text and key == LEADS:
                self.leads[path] = read.yes_no(cell).text == "是"
            elif given.text:
                self._detail(path, key, given.text, cell)

    def _detail(self, path: Path, key: str, text: str, cell: Cell) -> None:
        """A field of a figure. A bare figure becomes the field 值 of a mapping."""
        if (*path, VALUE) not in self._filled and path in self._filled:
            first = self._filled.pop(path)
            value = self.plot.value(path)
            self.plot.put(path, {}, (first.sheet, first.at))
            self._keep((*path, VALUE), value, first)
        self._keep((*path, key), text, cell)

    def _figure(self, path: Path, cell: Cell, entry: Indicator | None, remark: Cell | None) -> None:
        given = read.figure(cell, rate=entry is not None and entry.性质 == "比率")
        self.findings.remarks(cell, given)
        if cell.comment and given.text is None and given.excused is None:
            message = f"这一格没有数字，只有批注：“{cell.comment[:30]}”；批注不读"
            self.findings.of_cell(Severity.WARNING, "LOAD163", cell, message, "数字填进格子里，说明写在“备注”一栏")
        if given.excused is not None:
            reason = remark.value.strip() if remark is not None and isinstance(remark.value, str) else ""
            reason = reason if given.excused == NOT_APPLICABLE and reason else given.excused
            self._detail(path, NOT_APPLICABLE, reason, cell)
        elif given.text is not None and self._has_details(path):
            self._keep((*path, VALUE), given.text, cell)
        elif given.text is not None:
            self._keep(path, given.text, cell)
        if given.note and (remark is None or remark.empty):
            self._detail(path, REMARK, given.note, cell)

    def _has_details(self, path: Path) -> bool:
        return self.plot.has(path) and path not in self._filled

    def _grid(self, layout: Layout) -> None:
        root = BEFORE if layout.of == LAST_YEAR else NOW
        for row, key in layout.rows.items():
            topic, _, line = key.partition(".")
            for column, cell in layout.cells(row).items():
                name = cell_name("" if line == VALUE else line, "" if column == VALUE else column)
                self._figure((root, topic, name), cell, self.catalogue.indicator(topic, name), None)

    # --- everything else ---------------------------------------------------------------------------------------------

    def _values(self, layout: Layout) -> None:
        for row, key in layout.rows.items():
            cell = layout.cells(row).get(VALUE)
            if cell is None:
                continue
            path: Path = tuple(key.split("."))
            value = self._value(self.shapes.of_value(key), cell)
            if value is not None:
                self._keep(path, value, cell)
            elif self.shapes.is_required(key) and not self.plot.has(path):
                self.plot.put(path, None, (cell.sheet, cell.at))

    def _value(self, shape: str, cell: Cell) -> object:
        return self.shapes.read(shape, cell, self.findings, from_1904=self.from_1904)

    def _records(self, layout: Layout) -> None:
        of, shapes = layout.of, self.shapes

        def value(key: str, cell: Cell) -> object:
            return self._value(shapes.of_record(of, key), cell)

        self._positions[of] = read_records(layout, self.plot, value, lambda key: shapes.is_required(key, of))

    def _body(self, layout: Layout) -> None:
        """Blocks of the report, or of a record that is known by its row's key (附件.1.内容)."""
        of, number, key = (*layout.of.split("."), "", "")[:3]
        if not number:
            read_body(layout, (of,), self.plot, self.findings)
            return
        position = self._positions.get(of, {}).get(number)
        if position is not None:
            read_body(layout, (of, position, key), self.plot, self.findings)
        elif any(True for _ in filled_rows(layout)):
            message = f"“{of}”表里没有第 {number} 项，这张表没有读"
            remedy = f"在“{of}”表的第 {number} 行写上题目，或者删去这张表的内容"
            self.findings.of_sheet(Severity.ERROR, "LOAD173", layout.sheet, message, remedy)


def topics_of(layouts: list[Layout]) -> Iterator[str]:
    """The topics that have rows in the workbook."""
    for layout in layouts:
        if layout.kind in (FIGURES, GRID):
            for key in layout.rows.values():
                yield key.removeprefix(TICK).partition(".")[0]
