"""Tables of a Word file: cells with their spans, and tables that only arrange what is no table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.manuscript import Cell
from generator.packages import Node
from generator.reading.pieces import Reader, paragraphs_within
from generator.reading.word_styles import Styles

_MARK_STYLE = "公文发文机关标志"
_MUCH = 10
_MOST_SPAN = 63
"""Word has no more columns."""


def rows_within(table: Node) -> Iterator[Node]:
    """The rows of a table that no revision took out."""
    return (row for row in _named(table, "tr") if row.first("trPr", "del") is None)


def cells_within(row: Node) -> Iterator[Node]:
    return _named(row, "tc")


def typed_within(table: Node) -> Iterator[Node]:
    """The paragraphs in the cells of a table, in order; those of tables within its cells as well."""
    for cell in (each for row in rows_within(table) for each in cells_within(row)):
        for node in paragraphs_within(cell):
            if node.name == "p":
                yield node
            else:
                yield from typed_within(node)


def _named(node: Node, name: str) -> Iterator[Node]:
    """Rows or cells, also those within content controls; those of tables within cells are not among them."""
    for each in node:
        if each.name == name:
            yield each
        elif each.name in ("sdt", "sdtContent", "customXml"):
            yield from _named(each, name)


def is_frame(table: Node, styles: Styles) -> bool:
    """Whether a table is one only to place what it holds: a single cell, one column of much text, or the marks of
    organs side by side."""
    cells = [cell for row in rows_within(table) for cell in cells_within(row)]
    if len(cells) == 1 or is_column(table):
        return True
    marks = (styles.of_paragraph(node).name for cell in cells for node in paragraphs_within(cell) if node.name == "p")
    return all(name.startswith(_MARK_STYLE) for name in marks)


def is_column(table: Node) -> bool:
    """Whether a table is one column of so many paragraphs that it is no table, as where a web page was pasted."""
    rows = [list(cells_within(row)) for row in rows_within(table)]
    return all(len(cells) == 1 for cells in rows) and len(list(typed_within(table))) >= _MUCH


def rows_of(table: Node, reader: Reader) -> tuple[tuple[Cell, ...], ...]:
    """The rows, each with the cells that begin in it."""
    grid = [list(_slots(row, reader)) for row in rows_within(table)]
    rows = []
    for number, slots in enumerate(grid):
        cells = [Cell(text, _down(grid[number + 1 :], column), across) for column, across, text, on in slots if not on]
        rows.append(tuple(cells))
    return tuple(row for row in rows if row)


def _slots(row: Node, reader: Reader) -> Iterator[tuple[int, int, str, bool]]:
    """Column, width, text of every cell, and whether it goes on with the one above it."""
    column = _span(row.value("trPr", "gridBefore"), 0)
    for cell in cells_within(row):
        across = _span(cell.value("tcPr", "gridSpan"), 1)
        merged = cell.first("tcPr", "vMerge")
        goes_on = merged is not None and merged.attributes.get("val") != "restart"
        yield column, across, _text(cell, reader), goes_on
        column += across


def _down(below: list[list[tuple[int, int, str, bool]]], column: int) -> int:
    reach = 1
    for slots in below:
        if not any(goes_on and at == column for at, _, _, goes_on in slots):
            break
        reach += 1
    return reach


def _span(text: str | None, otherwise: int) -> int:
    value = int(text) if text is not None and text.isdecimal() and len(text) < 4 else otherwise  # noqa: PLR2004 - absurd
    return min(value, _MOST_SPAN)


def _text(container: Node, reader: Reader) -> str:
    """The text of a cell, tables and boxes within it included."""
    lines = []
    for node in paragraphs_within(container):
        if node.name == "p":
            found = reader.paragraph(node)
            lines += [found.text.strip(), *(_text(box, reader) for box in found.boxes)]
        else:
            lines += [inner.text for row in rows_of(node, reader) for inner in row]
    return "\n".join(line for line in lines if line)
