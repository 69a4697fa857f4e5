"""The table of a folder of reports as a workbook."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from unicodedata import east_asian_width

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.survey import Survey, SurveyRow
from generator.presenting.survey import as_table
from generator.writing.xlsx.survey import survey_workbook

ITEMS = ("举措成效", "不足原因", "其他")
GOOD = SurveyRow(
    "甲.docx", "青禾县甲局", "县甲局", "部门", "县级", 2025, "全年", "关于2025年度", date(2026, 3, 2), 2,
    {"举措成效": "有", "不足原因": "缺", "其他": "—"}, 1, 2, 3, ("错误：甲", "警告（第2段）：乙"),
)  # fmt: skip
BAD = SurveyRow("=cmd|' /c calc'!A0.docx", errors=1, unread="+打不开\x01")
SURVEY = Survey((GOOD, BAD), ITEMS, 3, ("@乙局",), ("-丙.wps",))


def _sheet(survey: Survey) -> Worksheet:
    sheet = load_workbook(BytesIO(survey_workbook(survey))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_what_stands_in_the_cells() -> None:
    rows = [[cell.value for cell in row] for row in _sheet(SURVEY).iter_rows(min_row=4)]
    assert rows[0][:7] == [1, "青禾县甲局", "部门\n县级", "2025", "关于2025年度", rows[0][5], "迟2天"]
    assert str(rows[0][5]).startswith("2026-03-02")
    assert rows[0][7:] == ["有", "缺", "—", 1, 2, 3, "错误：甲\n警告（第2段）：乙", "甲.docx"]
    assert rows[1][13:] == ["+打不开", "=cmd|' /c calc'!A0.docx"]
    assert rows[2][1:3] == ["@乙局", "未报"]
    assert (rows[3][1], rows[3][13]) == ("没有读的其他文件", "-丙.wps")
    assert rows[4][1:] == ["合计2份", "未报1", None, None, None, "逾期1", 1, 0, 0, 2, 2, 3, None, None]


def test_nothing_is_a_formula() -> None:
    cells = [cell for row in _sheet(SURVEY).iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "@")))


def test_the_page_and_the_bytes() -> None:
    """A4 across, one page wide, the heads repeated; the same survey, the same bytes."""
    sheet = _sheet(SURVEY)
    setup = sheet.page_setup
    assert (int(setup.paperSize or 0), setup.orientation, setup.fitToWidth) == (9, "landscape", 1)
    assert sheet.print_title_rows == "$1:$3"
    assert survey_workbook(SURVEY) == survey_workbook(SURVEY)


def test_nothing_came() -> None:
    assert _sheet(Survey((), ITEMS, 1, ("甲",))).cell(5, 2).value == "合计0份"


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def test_the_console_has_even_columns() -> None:
    long = SurveyRow(f"{'很长的文件夹/' * 5}甲.docx", "很长的机关名称" * 4, year=2025)
    lines = as_table(Survey((GOOD, long), ITEMS)).splitlines()
    starts = {_wide(line[: line.index(word)]) for line, word in zip(lines[:3], ("年度", "2025", "2025"), strict=True)}
    assert len(starts) == 1
    assert "…" in lines[2]
    assert lines[2].startswith("…")
    assert "/甲.docx" in lines[2]
    assert max(map(_wide, lines)) <= 130


def test_the_console_tells_the_rest() -> None:
    text = as_table(SURVEY)
    assert "未报：@乙局" in text
    assert "没有读的其他文件：-丙.wps" in text
    assert "读不了：=cmd|' /c calc'!A0.docx（+打不开" in text
    assert "写到的事项：举措成效1份。" in text
