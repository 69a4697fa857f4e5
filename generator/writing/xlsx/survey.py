"""The table of a folder of reports (一览表) as the bytes of an .xlsx file: the same survey, the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.survey import Survey, SurveyRow
from generator.writing.xlsx import styles
from generator.writing.xlsx.book import saved
from generator.writing.xlsx.cells import BAND, Look, at, dress, put
from generator.writing.xlsx.pages import Column, new_sheet
from generator.writing.xlsx.summary_pages import CENTRED, HEAD_ROW, PLAIN, SMALL_TEXT, TEXT, begin, finish_pages, fitted

TITLE = "法治政府建设年度报告一览表"
"""Also in the properties of the file, by which it is known again."""
_FOOTER = "内部工作底稿，不外传、不公开"
_BEFORE = (
    Column("序", 5), Column("报告主体", 20), Column("类别", 8), Column("年度", 7), Column("题目", 22),
    Column("日期", 11), Column("期限", 8),
)  # fmt: skip
_BEHIND = (
    Column("错误", 5.5),
    Column("警告", 5.5),
    Column("提示", 5.5),
    Column("最要紧的问题", 47),
    Column("文件", 19),
)
_ITEM_WIDTH = 6.5
_RED, _YELLOW = (PatternFill("solid", start_color=colour, end_color=colour) for colour in ("F8CBAD", "FFE699"))
_LACKING = Look(fill=_RED, align=styles.CENTRE)
_LATE = Look(fill=_YELLOW, align=styles.CENTRE)
_UNREAD = Look(fill=_RED, align=TEXT.align)
_TOTAL = Look(styles.HEAD, styles.BAND_FILL, styles.CENTRE)


def survey_workbook(survey: Survey) -> bytes:
    """One row for each report, then who sent none, then the totals."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = new_sheet(book, "一览表")
    columns = (*_BEFORE, *(Column(name, _ITEM_WIDTH) for name in survey.items), *_BEHIND)
    begin(sheet, TITLE, _note(survey), columns)
    sheet.row_dimensions[HEAD_ROW].height = 34
    row = HEAD_ROW + 1
    for number, each in enumerate(survey.rows, start=1):
        _put(sheet, row, _cells(number, each, survey))
        worst, rest = "\n".join(each.worst) or each.unread, ((each.title, 22), (_who(each), 20), (each.file, 22))
        sheet.row_dimensions[row].height = styles.height_of((fitted(worst), 56), *rest, least=24, line=13)
        row += 1
    for name in survey.missing:
        _put(sheet, row, _missing(name, len(columns)))
        row += 1
    for label, words in survey.beside():
        if label != "未报":
            _put(sheet, row, _told(label, words, len(columns)))
            sheet.row_dimensions[row].height = styles.height_of((fitted(words), 56), (label, 20), least=24, line=13)
            row += 1
    _put(sheet, row, _totals(survey))
    finish_pages(sheet, _FOOTER, columns, 2)
    return saved(book, TITLE)


def _note(survey: Survey) -> str:
    return f"{survey.in_words()}。日期是成文日期；期限按日期看，没有日期的空着。"


def _put(sheet: Worksheet, row: int, cells: Sequence[tuple[object, Look]]) -> None:
    for column, (value, look) in enumerate(cells, start=1):
        put(sheet, row, column, fitted(value) if isinstance(value, str) else value, look)
        if value in (None, ""):
            dress(at(sheet, row, column), look)


def _who(row: SurveyRow) -> str:
    return row.organ or row.unit


def _cells(number: int, row: SurveyRow, survey: Survey) -> list[tuple[object, Look]]:
    span = f"{row.year}{'上半年' if row.period == '上半年' else ''}" if row.year is not None else ""
    late = _LATE if row.days_late else CENTRED
    found = [(count or None, CENTRED) for count in (row.errors, row.warnings, row.infos)]
    told: tuple[object, Look] = (row.unread, _UNREAD) if row.unread else ("\n".join(row.worst), SMALL_TEXT)
    return [
        (number, CENTRED),
        (_who(row), PLAIN),
        ("\n".join(filter(None, (row.kind, row.level))), CENTRED),
        (span, CENTRED),
        (row.title, TEXT),
        (row.dated, CENTRED),
        (row.in_time, late),
        *_items(row, survey),
        *found,
        told,
        (row.file, SMALL_TEXT),
    ]


def _items(row: SurveyRow, survey: Survey) -> Iterator[tuple[object, Look]]:
    for name in survey.items:
        has = row.items.get(name, "")
        yield has, _LACKING if has == "缺" else CENTRED


def _missing(name: str, columns: int) -> list[tuple[object, Look]]:
    return [("", CENTRED), (name, PLAIN), ("未报", _LACKING), *((("", CENTRED),) * (columns - 3))]


def _told(label: str, words: str, columns: int) -> list[tuple[object, Look]]:
    blank = [("", CENTRED)]
    return [*blank, (label, PLAIN), *(blank * (columns - 4)), (words, SMALL_TEXT), *blank]


def _totals(survey: Survey) -> list[tuple[object, Look]]:
    rows = survey.rows
    late = f"逾期{survey.late}" if survey.late else ""
    return [
        ("", _TOTAL),
        (f"合计{len(rows)}份", BAND),
        (f"未报{len(survey.missing)}" if survey.missing else "", _TOTAL),
        *((("", _TOTAL),) * 3),
        (late, _TOTAL),
        *((survey.having(name), _TOTAL) for name in survey.items),
        *((sum(counts), _TOTAL) for counts in zip(*((r.errors, r.warnings, r.infos) for r in rows), strict=True)),
        *((("", _TOTAL),) * (2 if rows else 5)),
    ]
