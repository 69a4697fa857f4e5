"""Sheets of tables (表): a topic that is a form of rows and columns, as the national form prints it.

A row's key is `主题.行`, a column's its name; the side that a form lacks has the key 值. Cells that a form doesn't have
are grey. Last year's figures, when they are known, stand on a sheet of their own, and so do notes on single cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.catalogue import Topic
from generator.models.form import GRID, LAST_YEAR, VALUE, figure_key
from generator.models.form_plan import Chapter, Form
from generator.models.grid import Grid, Line, Lines, cell_name, depth, leaves
from generator.models.values import Figures
from generator.writing.xlsx import cells, styles
from generator.writing.xlsx.cells import at, dress, merge, put, reference
from generator.writing.xlsx.choices import apply, number_rule
from generator.writing.xlsx.pages import (
    TITLE_ROW,
    Column,
    freeze,
    headline,
    key_row,
    new_sheet,
    protect,
    set_keys,
    set_pages,
)
from generator.writing.xlsx.workings import Location, Workings

_UNIT_ROW, _FIRST_ROW = 3, 4
_SIDE_WIDTH, _GROUP_WIDTH, _NARROW, _WIDE, _PAGE = 34, 16, 10, 22, 100


@dataclass(frozen=True)
class _Table:
    """Where the parts of a table stand on its sheet: columns of labels, the head, and the rows below it."""

    sheet: Worksheet
    form: Grid
    columns: Lines
    deep: int
    head: int

    @property
    def first_column(self) -> int:
        return 2 + self.deep

    @property
    def first_row(self) -> int:
        return _FIRST_ROW + self.head


def add_grids(book: Workbook, form: Form, chapter: Chapter, workings: Workings) -> None:
    """A sheet for each topic that is a table, and another for last year's figures where there are any."""
    for topic in chapter.topics:
        if topic.表式 is None:
            continue
        places = _add(book, form, topic, workings, form.figures)
        last: Mapping[str, str] = {}
        if form.last_year.topic(topic.名称).values:
            last = _add(book, form, topic, workings, form.last_year, is_last=True)
        for name, place in places.items():
            workings.locate(topic.名称, name, Location(place, last.get(name, "")))


def _add(
    book: Workbook, form: Form, topic: Topic, workings: Workings, figures: Figures, *, is_last: bool = False
) -> dict[str, str]:
    """One table; the cells of its figures by indicator."""
    assert topic.表式 is not None  # noqa: S101 - for the type checker
    grid = topic.表式
    columns: Lines = grid.列 or {VALUE: Line(标签=grid.数)}
    sheet = new_sheet(book, f"{topic.标签[:26]}（上年）" if is_last else topic.标签)
    table = _Table(sheet, grid, columns, depth(grid.行) if grid.行 else 1, depth(columns))
    widths = list(_widths(table))
    set_keys(sheet, GRID, LAST_YEAR if is_last else "", widths)
    year = f"{form.year - 1}年" if is_last else form.span
    headline(sheet, f"{year}{topic.标签}", len(widths))
    put(sheet, _UNIT_ROW, len(widths) + 1, f"单位：{grid.单位 or '件'}", cells.Look(align=styles.RIGHT, border=None))
    _heads(table, columns, _FIRST_ROW, table.first_column)
    _corner(table)
    texts = [(line.标签 + _unit(line), widths[-1].width) for _, line in leaves(columns)]
    for row in range(_FIRST_ROW, table.first_row):
        high = styles.height_of(*texts) if row == table.first_row - 1 else 0
        sheet.row_dimensions[row].height = max(high, 24)
    places = dict(_rows(table, topic, figures, is_last=is_last))
    last_row = table.first_row + max(len(grid.rows), 1) - 1
    if not is_last:
        _rules(table, last_row, len(widths) + 1)
        workings.sum_up(sheet, last_row + 1, 2, topic.名称)
        workings.redden(sheet, {figure_key(topic.名称, name): place for name, place in places.items()})
    freeze(sheet, table.first_row, table.first_column)
    protect(sheet)
    wide = sum(column.width for column in widths) > _PAGE
    set_pages(sheet, form, (last_row + 1, len(widths) + 1), landscape=wide, head=table.first_row - 1)
    return places


def _widths(table: _Table) -> Iterator[Column]:
    """The columns of labels, and those of figures with their keys."""
    for level in range(table.deep):
        yield Column("", _SIDE_WIDTH if level == table.deep - 1 else _GROUP_WIDTH)
    names = [name for name, _ in leaves(table.columns)]
    width = _WIDE if len(names) == 1 else max(_NARROW, min(16, 110 // len(names)))
    for name in names:
        yield Column("", width, name)


def _heads(table: _Table, lines: Lines, row: int, column: int) -> None:
    """The heads of columns, groups above their own."""
    last = _FIRST_ROW + table.head - 1
    for line in lines.values():
        wide = len(list(leaves(line.项))) if line.项 else 1
        _label(table.sheet, (row, row if line.项 else last), (column, column + wide - 1), line, cells.HEAD)
        if line.项:
            _heads(table, line.项, row + 1, column)
        column += wide


def _corner(table: _Table) -> None:
    text = table.form.角 if table.form.行 else "年度"
    last = _FIRST_ROW + table.head - 1
    _label(table.sheet, (_FIRST_ROW, last), (2, table.first_column - 1), Line(标签=text), cells.HEAD)


def _rows(table: _Table, topic: Topic, figures: Figures, *, is_last: bool) -> Iterator[tuple[str, str]]:
    """Labels and figures; the indicators' cells as formulas call them."""
    if table.form.行:
        _sides(table, table.form.行, table.first_row, 2)
    else:
        put(table.sheet, table.first_row, 2, "上年" if is_last else "本年", cells.UNIT)
        table.sheet.row_dimensions[table.first_row].height = 30
    look = cells.LAST_YEAR if is_last else cells.NUMBER
    columns = [name for name, _ in leaves(table.columns)]
    for row, line in enumerate(table.form.rows or ("",), start=table.first_row):
        key_row(table.sheet, row, figure_key(topic.名称, line or VALUE))
        for column, name in enumerate(columns, start=table.first_column):
            indicator = cell_name(line, name if table.form.列 else "")
            if indicator not in table.form.cells:
                put(table.sheet, row, column, None, cells.BLANK)
                continue
            put(table.sheet, row, column, figures.quantity(topic.名称, indicator), look)
            yield indicator, reference(table.sheet, row, column)


def _sides(table: _Table, lines: Lines, row: int, column: int) -> None:
    """The labels of rows, groups to the left of their own."""
    for line in lines.values():
        high = len(list(leaves(line.项))) if line.项 else 1
        last = column if line.项 else table.first_column - 1
        _label(table.sheet, (row, row + high - 1), (column, last), line, cells.LABEL)
        if line.项:
            _sides(table, line.项, row, column + 1)
        else:
            width = _SIDE_WIDTH + _GROUP_WIDTH * (last - column)
            table.sheet.row_dimensions[row].height = styles.height_of((line.标签 + _unit(line), width), least=21)
        row += high


def _label(sheet: Worksheet, rows: tuple[int, int], columns: tuple[int, int], line: Line, look: cells.Look) -> None:
    """A label over some rows and columns, with its meaning as a comment."""
    first = put(sheet, rows[0], columns[0], line.标签 + _unit(line), look)
    if line.含义:
        first.comment = Comment(line.含义, "fazhi", height=24 + 18 * styles.lines_in(line.含义, 34), width=260)
    for row in range(rows[0], rows[1] + 1):
        for column in range(columns[0], columns[1] + 1):
            dress(at(sheet, row, column), look)
    merge(sheet, rows, columns)


def _unit(line: Line) -> str:
    return f"（{line.单位}）" if line.单位 else ""


def _rules(table: _Table, last_row: int, last_column: int) -> None:
    first = f"{at(table.sheet, table.first_row, table.first_column).coordinate}"
    apply(table.sheet, number_rule(), f"{first}:{at(table.sheet, last_row, last_column).coordinate}")
    table.sheet.row_dimensions[TITLE_ROW].height = 34
