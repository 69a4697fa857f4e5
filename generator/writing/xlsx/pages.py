"""What every sheet of a form has: hidden keys, protection without password, frozen heads, A4 pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.form import marker
from generator.models.form_plan import Form
from generator.writing.xlsx.cells import KEY, OPEN_KEY, TITLE, put, span

KEY_ROW, KEY_COLUMN = 1, 1
TITLE_ROW = 2
PAGE_WIDTH = 160
"""Columns of half-width characters that can still be read on a page across."""
_A4 = 9
_NAME_LIMIT = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


@dataclass(frozen=True)
class Column:
    """A column: its head, its width, its key (none for decoration), a hint."""

    head: str
    width: float
    key: str = ""
    hint: str = ""


def new_sheet(book: Workbook, title: str) -> Worksheet:
    """A sheet under a name that Excel takes and that no other has."""
    wanted = title.translate(_FORBIDDEN).strip()[:_NAME_LIMIT] or "表"
    taken = {name.casefold() for name in book.sheetnames}
    name, number = wanted, 2
    while name.casefold() in taken:
        tail = f"({number})"
        name, number = wanted[: _NAME_LIMIT - len(tail)] + tail, number + 1
    sheet: Worksheet = book.create_sheet(name)
    sheet.sheet_view.showGridLines = False
    return sheet


def set_keys(sheet: Worksheet, kind: str, of: str, columns: Sequence[Column]) -> None:
    """The marker, the hidden row of column keys and the hidden column; widths of the others."""
    put(sheet, KEY_ROW, KEY_COLUMN, marker(kind, of), KEY)
    for number, column in enumerate(columns, start=KEY_COLUMN + 1):
        if column.key:
            put(sheet, KEY_ROW, number, column.key, KEY)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.column_dimensions[get_column_letter(KEY_COLUMN)].hidden = True


def key_row(sheet: Worksheet, row: int, key: object, *, is_open: bool = False) -> None:
    """The key of a row; `is_open` where staff may delete and insert rows."""
    put(sheet, row, KEY_COLUMN, key, OPEN_KEY if is_open else KEY)


def headline(sheet: Worksheet, title: str, columns: int) -> None:
    """The title over all columns."""
    span(sheet, TITLE_ROW, KEY_COLUMN + 1, KEY_COLUMN + columns, title, TITLE)
    sheet.row_dimensions[TITLE_ROW].height = 32


def first_page(columns: Sequence[Column]) -> int:
    """How many columns go on the first of the pages side by side; the title stands over these."""
    width, number = 0.0, 0
    for number, column in enumerate(columns, start=1):
        width += column.width
        if width > PAGE_WIDTH:
            return number - 1
    return number


def freeze(sheet: Worksheet, row: int, column: int) -> None:
    """Keep what is above and to the left of a cell in view."""
    sheet.freeze_panes = f"{get_column_letter(column)}{row}"


def protect(sheet: Worksheet, *, rows: bool = False) -> None:
    """Locked but for the input cells; widths, heights and, with `rows`, rows may be changed. No password."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.sort = not rows


def set_pages(
    sheet: Worksheet, form: Form, area: tuple[int, int], *, landscape: bool, head: int = 0, wide: int = 1
) -> None:
    """A4, the sheet as wide as `wide` pages; the title to the row `head` repeats. `area` is the last row and column."""
    last_row, last_column = area
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7, header=0.3, footer=0.35)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = f"{get_column_letter(KEY_COLUMN + 1)}{TITLE_ROW}:{get_column_letter(last_column)}{last_row}"
    if head:
        sheet.print_title_rows = f"{TITLE_ROW}:{head}"
    whose = f"{form.unit} {form.span}　{form.number}".replace("&", "&&")
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(whose, size=9), right=_HeaderFooterPart("第 &P 页　共 &N 页", size=9)
    )
