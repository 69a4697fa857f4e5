"""Findings in the cells of a workbook: a copy with colours and comments, and a sheet that lists them all."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostic, Severity
from generator.models.form import FINDINGS_SHEET, MARK

AUTHOR = "fazhi"
_FILLS = {Severity.ERROR: "F4B6B6", Severity.WARNING: "FCE2A9", Severity.INFO: "CFE3F5"}
_HEADS = (("位置", 26), ("级别", 8), ("编号", 10), ("问题", 56), ("办法", 50), ("依据", 30))
_LOST = (
    ("xl/charts/", "图表"),
    ("xl/media/", "图片"),
    ("xl/drawings/drawing", "图形、文本框"),
    ("xl/ctrlprops/", "按钮、选项框等控件"),
    ("xl/activex/", "控件"),
    ("xl/slicers/", "切片器"),
    ("xl/threadedcomments/", "带回复的批注（只留文字）"),
    ("xl/embeddings/", "嵌入的文件"),
    ("xl/diagrams/", "智能图形"),
)
_MOST_COMMENT = 3000
_A4 = 9
_LINE, _HIGHEST, _WIDE = 15.0, 409.0, 0x2000


def lost_in_copy(raw: bytes) -> list[str]:
    """What the copy of a workbook won't have, in words."""
    with ZipFile(BytesIO(raw)) as archive:
        names = [name.lower() for name in archive.namelist()]
    return list(dict.fromkeys(words for start, words in _LOST if any(name.startswith(start) for name in names)))


def annotated(raw: bytes, diagnostics: Iterable[Diagnostic], *, macros: bool = False) -> bytes:
    """A copy of a workbook (.xlsx, .xlsm) with these findings about it."""
    book: Workbook = load_workbook(BytesIO(raw), rich_text=True, keep_vba=macros)
    found = list(diagnostics)
    by_cell: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in found:
        if each.place.sheet in book.sheetnames and each.place.cell:
            by_cell.setdefault((each.place.sheet or "", each.place.cell), []).append(each)
    for (sheet, cell), about in by_cell.items():
        _mark(book[sheet], cell, about)
    _list(book, found)
    book.calculation.fullCalcOnLoad = True
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _mark(sheet: Worksheet, address: str, about: list[Diagnostic]) -> None:
    """Colour a cell by its gravest finding, and say all of them in its comment."""
    cell = _first_of_merged(sheet, address)
    if cell is None:
        return
    gravest = min((each.severity for each in about), key=list(Severity).index)
    cell.fill = PatternFill("solid", fgColor=_FILLS[gravest])
    text = "\n".join(_words(each) for each in about)[:_MOST_COMMENT]
    before = cell.comment
    if before is not None and before.author != AUTHOR:
        text = f"{before.text}\n----\n{text}"
    author = AUTHOR if before is None or before.author == AUTHOR else before.author
    cell.comment = Comment(text, author, height=40 + 20 * (1 + len(text) // 18), width=320)


def _first_of_merged(sheet: Worksheet, address: str) -> Cell | None:
    for area in sheet.merged_cells.ranges:
        if address in area:
            found = sheet.cell(area.min_row, area.min_col)
            return found if isinstance(found, Cell) else None
    found = sheet[address]
    return found if isinstance(found, Cell) else None


def _words(each: Diagnostic) -> str:
    remedy = f"\n办法：{each.remedy}" if each.remedy else ""
    return f"【{each.severity.label} {each.code}】{each.message}{remedy}"


def _height(texts: Iterable[str]) -> float:
    """Points of a row that shows all of these texts, a Chinese character being two columns wide."""
    lines = [
        -(-sum(1 if ord(each) < _WIDE else 2 for each in text) // (wide - 2))
        for text, (_, wide) in zip(texts, _HEADS, strict=True)
    ]
    return min(_LINE * max(1, *lines) + 3, _HIGHEST)


def _list(book: Workbook, found: list[Diagnostic]) -> None:
    """All findings on a sheet of their own, in front; each leads to its cell."""
    if FINDINGS_SHEET in book.sheetnames:
        del book[FINDINGS_SHEET]
    sheet: Worksheet = book.create_sheet(FINDINGS_SHEET, 0)
    sheet.append([f"{MARK}{FINDINGS_SHEET}"])
    sheet.row_dimensions[1].hidden = True
    sheet.append([head for head, _ in _HEADS])
    for number, (_, wide) in enumerate(_HEADS):
        sheet.column_dimensions["ABCDEF"[number]].width = wide
    for each in found:
        place = each.place
        where = place.spot if place.sheet is not None else "整个文件"
        source = each.authority
        for column, text in enumerate(
            (where, each.severity.label, each.code, each.message, each.remedy, source), start=1
        ):
            cell = sheet.cell(sheet.max_row + 1 if column == 1 else sheet.max_row, column)
            cell.value, cell.data_type = text, "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[sheet.max_row].height = _height((where, "", "", each.message, each.remedy, source))
        if place.sheet in book.sheetnames and place.cell:
            name = (place.sheet or "").replace("'", "''")
            sheet.cell(sheet.max_row, 1).hyperlink = f"#'{name}'!{place.cell}"
            sheet.cell(sheet.max_row, 1).font = Font(color="0563C1", underline="single")
        sheet.cell(sheet.max_row, 2).fill = PatternFill("solid", fgColor=_FILLS[each.severity])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"
    book.active = 0
    for each_sheet in book.worksheets:
        each_sheet.sheet_view.tabSelected = each_sheet is sheet
