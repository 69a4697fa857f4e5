"""Tables: as wide as the type area, the head repeated on every page, no row broken over two."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.document.blocks import Cell, Table, plain
from generator.models.style import StyleProfile
from generator.writing.docx.letters import takes_bold
from generator.writing.docx.names import TABLE, TABLE_CELL, TABLE_HEAD, TABLE_SIDE_HEAD
from generator.writing.docx.runs import text_runs
from generator.writing.docx.xml import element
from generator.writing.measure import width

_NARROWEST, _WIDEST = 3.0, 18.0  # 字: what a column's text counts for when the width is shared out

Rows = tuple[tuple[Cell, ...], ...]


def table_grid(table: Table, profile: StyleProfile) -> str:
    """The table itself, without its title; nothing for a table that has no rows."""
    rows = (*table.head, *table.rows)
    if not rows or not rows[0]:
        return ""
    columns = column_widths(rows, profile.版心.宽.twips)
    bold = takes_bold(profile.表.头), takes_bold(profile.表.文)
    head = "".join(_row(row, columns, bold, head=True) for row in table.head)
    body = "".join(_row(row, columns, bold, head=False) for row in table.rows)
    grid = "".join(element("gridCol", w=wide) for wide in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/>{element("tblW", w=sum(columns), type="dxa")}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{body}</w:tbl>"
    )


def column_widths(rows: Rows, room: int) -> tuple[int, ...]:
    """The room shared out in whole twips by the longest text of every column."""
    longest = [max(width(plain(cell.inlines)) for cell in column) for column in zip(*rows, strict=True)]
    shares = [min(max(share, _NARROWEST), _WIDEST) + 1 for share in longest]
    edges = [round(room * sum(shares[:place]) / sum(shares)) for place in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _row(row: Iterable[Cell], columns: tuple[int, ...], bold: tuple[bool, bool], *, head: bool) -> str:
    cells = "".join(_cell(cell, wide, bold, head=head) for cell, wide in zip(row, columns, strict=True))
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, wide: int, bold: tuple[bool, bool], *, head: bool) -> str:
    is_head = head or cell.head
    style = TABLE_HEAD if head else TABLE_SIDE_HEAD if cell.head else TABLE_CELL[cell.align]
    return (
        f'<w:tc><w:tcPr>{element("tcW", w=wide, type="dxa")}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{text_runs(cell.inlines, bold=bold[0] if is_head else bold[1])}</w:p></w:tc>"
    )
