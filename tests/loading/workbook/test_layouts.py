"""Sheets are known by their keys: what people do to a workbook does no harm, or is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from support.books import cell_at, changed, home, load, read, sheet_of, sheets_with_marker
from support.inputs import write

from generator.models.knowledge import Knowledge


def _nothing(book: Workbook) -> None:
    """The workbook is only saved again."""


def _renamed(book: Workbook) -> None:
    for number, sheet in enumerate(book.worksheets):
        if sheet.title != "_fazhi":
            sheet.title = f"改名{number}(改)"


def _turned_round(book: Workbook) -> None:
    for sheet in list(book.worksheets):
        book.move_sheet(sheet, -len(book.worksheets))


def _shown(book: Workbook) -> None:
    for sheet, top, left in sheets_with_marker(book):
        sheet.row_dimensions[top].hidden = False
        sheet.column_dimensions[get_column_letter(left)].hidden = False


def _hidden(book: Workbook) -> None:
    for sheet, top, _ in sheets_with_marker(book):
        for row in range(top + 1, sheet.max_row + 1, 2):
            sheet.row_dimensions[row].hidden = True


def _rows_on_top(book: Workbook) -> None:
    for sheet, _, _ in sheets_with_marker(book):
        sheet.insert_rows(1, 3)
        sheet["B1"] = "青川县司法局收"


def _columns_in_front(book: Workbook) -> None:
    for sheet, _, _ in sheets_with_marker(book):
        sheet.insert_cols(1, 2)


def _rows_between(book: Workbook) -> None:
    for sheet, top, _ in sheets_with_marker(book):
        for row in range(sheet.max_row, top + 5, -4):
            sheet.insert_rows(row)


def _columns_between(book: Workbook) -> None:
    for sheet, _, left in sheets_with_marker(book):
        sheet.insert_cols(left + 2)


def _figures_resorted(book: Workbook) -> None:
    sheet = sheet_of(book, "指标")
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(area.coord)
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for row, line in enumerate(reversed(lines), start=4):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = value


def _annotated_before(book: Workbook) -> None:
    book.create_sheet("疑点", 0)["A1"] = "fazhi:疑点"
    cell_at(book, "行政复议.收到", "值").comment = Comment("【提示】", "fazhi")


def _named(book: Workbook) -> None:
    book.defined_names["数"] = DefinedName("数", attr_text="'封面'!$A$1")


HARMLESS = [
    _nothing, _renamed, _turned_round, _shown, _hidden, _rows_on_top, _columns_in_front, _rows_between,
    _columns_between, _figures_resorted, _annotated_before, _named,
]  # fmt: skip


@pytest.mark.parametrize("change", HARMLESS)
def test_the_same_report_comes_out(
    small: Path, knowledge: Knowledge, tmp_path: Path, change: Callable[[Workbook], None]
) -> None:
    expected, _ = load(write(tmp_path), knowledge)
    loaded, found = load(changed(small, change), knowledge)
    assert [each.code for each in found] == []
    assert expected is not None
    assert loaded is not None
    assert loaded.report == expected.report


def _row_without_key(book: Workbook) -> None:
    cell = cell_at(book, "行政复议.受理", "值")
    sheet, row = home(cell), (cell.row or 0) + 1
    sheet.insert_rows(row)
    sheet.cell(row, 2).value, sheet.cell(row, cell.column).value = "其中网上", 3


def _row_copied(book: Workbook) -> None:
    first = cell_at(book, "行政复议.收到", "值")
    last = home(first).max_row + 1
    for column in range(1, home(first).max_column + 1):
        home(first).cell(last, column).value = home(first).cell(first.row, column).value
    home(first).cell(last, first.column).value = 99


def _column_copied(book: Workbook) -> None:
    cell = cell_at(book, "行政复议.收到", "值")
    home(cell).cell(1, home(cell).max_column + 1).value = "值"


def _sheet_copied(book: Workbook) -> None:
    book.copy_worksheet(sheet_of(book, "列表:不足"))


def _written_beside(book: Workbook) -> None:
    cell = cell_at(book, "行政复议.收到", "值")
    home(cell).cell(cell.row, home(cell).max_column + 2).value = "含街道"


def _merged(book: Workbook) -> None:
    cell = cell_at(book, "行政复议.收到", "值")
    home(cell).merge_cells(
        start_row=cell.row, end_row=(cell.row or 0) + 1, start_column=cell.column, end_column=cell.column
    )


def _sheet_added(book: Workbook) -> None:
    book.create_sheet("补充情况")["A1"] = "另有三件"


def _keys_deleted(book: Workbook) -> None:
    sheet_of(book, "列表:不足").delete_rows(1)


def _block_out_of_place(book: Workbook) -> None:
    cell_at(book, "1", "级", "正文:举措").value = 5


def _annex_without_title(book: Workbook) -> None:
    sheet_of(book, "正文:其他")["A1"] = "fazhi:正文:附件.1.内容"
    cell_at(book, "1", "文", "正文:附件.1").value = "附件的内容"


def _linked(book: Workbook) -> None:
    cell_at(book, "行政复议.收到", "值").value = "=1+2"


FOUND = [
    (_row_without_key, "LOAD156", "纠纷化解"),
    (_row_copied, "LOAD157", "纠纷化解"),
    (_column_copied, "LOAD157", "纠纷化解"),
    (_sheet_copied, "LOAD158", "存在不足 Copy"),
    (_written_beside, "LOAD159", "纠纷化解"),
    (_merged, "LOAD162", "纠纷化解"),
    (_sheet_added, "LOAD155", "补充情况"),
    (_keys_deleted, "LOAD155", "存在不足"),
    (_block_out_of_place, "LOAD171", "举措成效"),
    (_annex_without_title, "LOAD173", "其他情况"),
    (_linked, "LOAD160", "纠纷化解"),
]


@pytest.mark.parametrize(("change", "code", "sheet"), FOUND)
def test_what_would_be_lost_is_found(
    small: Path, knowledge: Knowledge, change: Callable[[Workbook], None], code: str, sheet: str
) -> None:
    result = read(changed(small, change), knowledge)
    assert set(result.codes()) == {code}
    assert {each.place.sheet for each in result.found} == {sheet}
    assert all(each.message and each.remedy for each in result.found)


def test_an_appended_row_is_a_record(small: Path, knowledge: Knowledge) -> None:
    def append(book: Workbook) -> None:
        sheet = sheet_of(book, "列表:不足")
        heading = cell_at(book, "1", "标题", "列表:不足")
        sheet.cell(sheet.max_row + 1, heading.column).value = "制度不全"

    headings = [each["标题"] for each in read(changed(small, append), knowledge).data["不足"]]
    assert headings == ["执法力量不足", "制度不全"]


def test_a_row_inserted_into_the_text_stands_where_it_was_inserted(small: Path, knowledge: Knowledge) -> None:
    def insert(book: Workbook) -> None:
        sheet = sheet_of(book, "正文:举措")
        row, column = cell_at(book, "3", "文", "正文:举措").row or 0, cell_at(book, "3", "文", "正文:举措").column
        kind, level = (cell_at(book, "3", key, "正文:举措").column for key in ("类型", "级"))
        sheet.insert_rows(row)
        sheet.cell(row, kind).value, sheet.cell(row, level).value, sheet.cell(row, column).value = (
            "段",
            2,
            "插入的一段。",
        )

    content = read(changed(small, insert), knowledge).data["举措"][0]["节"]["内容"]
    assert [each["段"] for each in content][:2] == [["{{ 行政复议 }}"], ["插入的一段。"]]


def test_an_older_edition_is_read_with_a_warning(small: Path, knowledge: Knowledge) -> None:
    def age(book: Workbook) -> None:
        sheet = book["_fazhi"]
        row = next(cell.row for cell in sheet["A"] if cell.value == "目录版本")
        sheet.cell(row, 2).value = "0123456789ab"

    result = read(changed(small, age), knowledge)
    assert result.codes() == ["LOAD152"]
    assert result.data["指标"]["行政复议"]["收到"] == "12"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [("格式", "2", "LOAD151"), ("年度", "2024", "LOAD153"), ("种类", "其他", "LOAD150"), ("表号", None, None)],
)
def test_other_versions_and_years_are_refused(
    small: Path, knowledge: Knowledge, key: str, value: str | None, code: str | None
) -> None:
    def change(book: Workbook) -> None:
        sheet = book["_fazhi"]
        row = next(cell.row for cell in sheet["A"] if cell.value == key)
        sheet.cell(row, 2).value = value

    result = read(changed(small, change), knowledge)
    assert result.codes() == ([code] if code else [])
    assert (result.filled is None) == (code is not None)


def test_findings_of_validation_open_at_the_cell(small: Path, knowledge: Knowledge) -> None:
    def spoil(book: Workbook) -> None:
        cell_at(book, "行政复议.收到", "值").value = "见附件"
        cell_at(book, "主体.简称", "值").value = None
        cell_at(book, "1", "对象", "列表:报送").value = "市政府"
        cell_at(book, "3", "文", "正文:举措").value = "建成{{ 其他数据.没有 }}处。"

    file = changed(small, spoil)
    _, found = load(file, knowledge)
    places = {each.code: each.place.in_words().removeprefix(f"{file} > ") for each in found}
    assert places["LOAD056"].startswith("纠纷化解!E")
    assert places["LOAD057"].startswith("基本信息!C")
    assert any(place.startswith("报送版本!") for place in places.values())
    blank = next(each for each in found if each.code == "LOAD057")
    assert blank.remedy.startswith("填上内容（")
    assert "删去" not in blank.remedy


def test_names_twice_are_told_by_cell(tmp_path: Path, small: Path, knowledge: Knowledge) -> None:
    def twice(book: Workbook) -> None:
        cell_at(book, "2", "名称", "列表:报送").value = "送审稿"

    _, found = load(changed(small, twice), knowledge)
    assert [each.message for each in found] == ["报送名称“送审稿”重复（前一个在报送版本!C5）"]
