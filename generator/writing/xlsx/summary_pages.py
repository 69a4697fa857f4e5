"""What the sheets of a summary (汇总表) have in common: title, note, heads, filters, pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.collection import Collection
from generator.models.form import CELL_LIMIT
from generator.models.units import Units
from generator.writing.xlsx import styles
from generator.writing.xlsx.cells import HEAD, NOTE, TITLE, Look, printable, put, span
from generator.writing.xlsx.pages import Column

TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
A3, A4 = 8, 9
PAPER_WIDTH: Mapping[int, float] = {A3: 250.0, A4: 200.0}
"""Columns of half-width characters that can still be read on a page across, made smaller to fit."""
INTERNAL = "内部工作底稿，含内部数字，不外传、不公开"
_CUT = "……（太长，余下的见原表）"
_MOST_COMMENT = 1000

DOUBTFUL_FILL = PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE")
BLANK_FILL = PatternFill("solid", start_color="FFF2CC", end_color="FFF2CC")
RETURNED_FILL = PatternFill("solid", start_color="FFE699", end_color="FFE699")
WRAPPED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
TEXT = Look(align=WRAPPED)
CENTRED = Look(align=styles.CENTRE)
PLAIN = Look()
SMALL_TEXT = Look(font=Font(name=styles.SONG, size=9), align=WRAPPED)


def span_of(collection: Collection) -> str:
    """2026年度, 2026年上半年."""
    return f"{collection.year}年上半年" if collection.period == "上半年" else f"{collection.year}年度"


def short_name(units: Units, name: str) -> str:
    """简称 of a unit; its name when it isn't in the list."""
    unit = units.units.get(name)
    return unit.简称 if unit is not None else name


def fitted(text: str) -> str:
    """As much of a text as a cell holds; a character outside the basic plane takes two units."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= CELL_LIMIT:
        return text
    return (
        text.encode("utf-16-le", "surrogatepass")[: 2 * (CELL_LIMIT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
    )


def begin(sheet: Worksheet, title: str, note: str, columns: Sequence[Column], *, shown: int = 0) -> None:
    """Title and note over the first `shown` columns (all by default), then the heads."""
    sheet.sheet_view.showGridLines = False
    over = shown or len(columns)
    span(sheet, TITLE_ROW, 1, over, title, TITLE)
    span(sheet, NOTE_ROW, 1, over, note, NOTE)
    width = sum(column.width for column in columns[:over])
    sheet.row_dimensions[TITLE_ROW].height = 30
    sheet.row_dimensions[NOTE_ROW].height = styles.height_of((note, width), line=13)
    for number, column in enumerate(columns, start=1):
        put(sheet, HEAD_ROW, number, column.head, HEAD)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEAD_ROW].height = 26


def finish(sheet: Worksheet, collection: Collection, columns: Sequence[Column], frozen: int, paper: int = A4) -> None:
    """As `finish_pages`, with what a collecting says at the foot of its pages."""
    finish_pages(sheet, f"{span_of(collection)}　{INTERNAL}", columns, frozen, paper)


def finish_pages(sheet: Worksheet, footer: str, columns: Sequence[Column], frozen: int, paper: int = A4) -> None:
    """Frozen heads and first columns, a filter, pages across; `frozen` columns are repeated on pages side by side."""
    last_row, last = max(sheet.max_row, HEAD_ROW + 1), get_column_letter(len(columns))
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{last_row}"
    kept = sum(column.width for column in columns[:frozen])
    rest = sum(column.width for column in columns[frozen:])
    room = PAPER_WIDTH[paper] - kept
    wide = max(1, -int(-rest // room)) if kept + rest > PAPER_WIDTH[paper] else 1
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.print_area = f"A{TITLE_ROW}:{last}{last_row}"
    sheet.print_title_rows = f"{TITLE_ROW}:{HEAD_ROW}"
    if wide > 1:
        sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(footer.replace("&", "&&"), size=9),
        right=_HeaderFooterPart("第 &P 页　共 &N 页", size=9),
    )


def remark(cell: Cell, text: str) -> None:
    """A comment, as large as its text needs."""
    text = printable(text)
    cut = text if len(text) <= _MOST_COMMENT else f"{text[:_MOST_COMMENT]}……"
    cell.comment = Comment(cut, "fazhi", height=min(60 + 18 * (len(cut) // 18), 400), width=320)
