"""National tables as sheets of a form: keys by row and column, what the form lacks, last year, notes on cells."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet
from support.workbooks import keyed, marked_sheets, opened, shipped, small_form

from generator.models.form_plan import Form
from generator.models.quantity import Quantity
from generator.models.values import Figures, IndicatorValue, TopicFigures
from generator.writing.xlsx import write_form

KNOWLEDGE = shipped()
APPLIED, PENALTIES, PUBLISHED, OTHERS, REVIEWS = (
    KNOWLEDGE.catalogue.topics[name]
    for name in ("信息公开申请表", "行政处罚统计表", "信息公开主动公开表", "其他执法行为统计表", "行政复议统计表")
)
GIVEN = {
    APPLIED.名称: {"新收_自然人": "12", "新收_总计": "12"},
    PENALTIES.名称: {"罚款": "94929", "罚没金额": "1753.79"},
    PUBLISHED.名称: {"规章_制发": "0", "行政许可_处理决定": "26569"},
    OTHERS.名称: {"征收次数": "2000余"},
}
LAST = {PUBLISHED.名称: {"行政规范性文件_现行有效": "31"}}


def _sheets(form: Form) -> dict[str, Worksheet]:
    return marked_sheets(opened(write_form(form)))


def _tables() -> dict[str, dict[tuple[str, str], object]]:
    form = small_form([APPLIED, PENALTIES, PUBLISHED, OTHERS], GIVEN, LAST)
    sheets = _sheets(form).values()
    return {str(sheet["B2"].value): keyed(sheet) for sheet in sheets if str(sheet["A1"].value).startswith("fazhi:表")}


def test_rows_and_columns_have_their_keys() -> None:
    tables = _tables()

    assert tables["2026年度收到和处理政府信息公开申请情况"]["信息公开申请表.新收", "自然人"] == 12
    assert tables["2026年度行政处罚实施情况统计表"]["行政处罚统计表.值", "罚款"] == 94929
    assert tables["2026年度行政处罚实施情况统计表"]["行政处罚统计表.值", "罚没金额"] == 1753.79
    assert tables["2026年度其他行政执法行为统计表"]["其他执法行为统计表.征收次数", "值"] == "2000余"


def test_every_indicator_of_a_table_has_one_cell() -> None:
    """And what the form doesn't have is locked."""
    form = small_form([PUBLISHED], GIVEN, {})
    sheet = next(sheet for sheet in _sheets(form).values() if sheet["A1"].value == "fazhi:表")
    columns = {cell.column: str(cell.value) for cell in sheet[1][1:] if cell.value}
    rows = {cell.row: str(cell.value) for cell in sheet["A"][1:] if cell.value}
    opened_cells = {
        f"{row_key.partition('.')[2]}_{column_key}"
        for row, row_key in rows.items()
        for column, column_key in columns.items()
        if not sheet.cell(row, column).protection.locked
    }

    assert opened_cells == set(PUBLISHED.指标)


def test_decimals_keep_their_number() -> None:
    sheets = _sheets(small_form([PENALTIES], {PENALTIES.名称: {"罚没金额": "1753.70"}}, {}))
    sheet = next(sheet for sheet in sheets.values() if sheet["A1"].value == "fazhi:表")
    column = next(cell.column for cell in sheet[1] if cell.value == "罚没金额")
    cell = next(sheet.cell(row.row, column) for row in sheet["A"][1:] if row.value)

    assert (cell.value, cell.number_format) == (1753.7, "0.00")


def test_last_years_table_stands_on_its_own_sheet_and_enters_the_checks() -> None:
    form = small_form([PUBLISHED], GIVEN, LAST)
    sheets = _sheets(form)
    last = next(sheet for sheet in sheets.values() if sheet["A1"].value == "fazhi:表:上年")
    relations = [str(row[7]) for row in sheets["勾稽核对"].iter_rows(min_row=4, values_only=True)]

    assert keyed(last)["信息公开主动公开表.行政规范性文件", "现行有效"] == 31
    assert [words for words in relations if "DATA480" in words]
    assert not [
        words
        for sheet in _sheets(small_form([PUBLISHED], GIVEN, {})).values()
        if sheet.title == "勾稽核对"
        for row in sheet.iter_rows(min_row=4, values_only=True)
        if "DATA480" in (words := str(row[7]))
    ]


def test_notes_on_cells_and_statements_stand_on_a_sheet_of_figures() -> None:
    value = IndicatorValue(value=Quantity.parse("3"), remark="含结转")
    figures = Figures(
        {APPLIED.名称: TopicFigures({"新收_自然人": value}), REVIEWS.名称: TopicFigures({}, frozenset(REVIEWS.声明))}
    )
    form = replace(small_form([APPLIED, REVIEWS], {}, {}), figures=figures)
    notes = keyed(_sheets(form)["统计表附注"])

    assert notes["信息公开申请表.新收_自然人", "备注"] == "含结转"
    assert notes["信息公开申请表.新收_自然人", "值"] is None
    assert REVIEWS.声明
    assert all(notes[f"声明:行政复议统计表.{name}", "值"] == "是" for name in REVIEWS.声明)


def test_labels_of_the_form_are_printed_with_their_groups() -> None:
    sheets = _sheets(small_form([PENALTIES], {}, {}))
    sheet = next(sheet for sheet in sheets.values() if sheet["A1"].value == "fazhi:表")
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}

    assert {"行政处罚实施数量（宗）", "没收违法所得、没收非法财物", "罚没金额（万元）", "单位：宗"} <= words
