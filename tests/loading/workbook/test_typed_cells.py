"""What people type into cells: the value that is read, or the finding that is given.

All cases stand in one workbook, each in the cell of a figure of its own, and are read in one run.
"""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from support.books import Read, cell_at, changed, read, workbook_of
from support.inputs import SMALL

from generator.models.knowledge import Knowledge

# typed, number format, read as (None: nothing), code of the finding ("" for none)
FIGURES: list[tuple[Any, str, Any, str]] = [
    (12, "General", "12", ""),
    (0, "General", "0", ""),
    (12.0, "0", "12", ""),
    (12.5, "General", "12.5", ""),
    (12.5, "0.00", "12.50", ""),
    (0.1 + 0.2, "General", "0.3", ""),
    (1234567, "#,##0", "1234567", ""),
    (1234.5, "#,##0.0_ ", "1234.5", ""),
    (1753.79, '#,##0.00"万元"', "1753.79万元", ""),
    (3.7, "0", "4", "LOAD164"),
    (1200, '0"件"', "1200件", ""),
    (5, "0.##", "5", ""),
    (-3, "General", "-3", ""),
    (1e15, "General", "1000000000000000", ""),
    (7, "@", "7", ""),
    (8, "0.00E+00", "8", ""),
    (9, "0_);(0)", "9", ""),
    (10, "[Red]0;[Blue]-0", "10", ""),
    ("１２", "General", "１２", ""),
    ("1,234", "General", "1,234", ""),
    ("1，234", "General", "1，234", ""),
    ("1 234", "General", "1234", ""),
    ("12 345 678", "General", "12345678", ""),
    ("200余", "General", "200余", ""),
    ("２００余", "General", "２００余", ""),
    ("约200多", "General", "约200多", ""),
    ("近500", "General", "近500", ""),
    ("2万余", "General", "2万余", ""),
    ("1.2亿", "General", "1.2亿", ""),
    ("二十余", "General", "二十余", ""),
    ("200件", "General", "200件", ""),
    ("200 件", "General", "200 件", ""),
    ("200（件）", "General", "200件", ""),
    ("200(件)", "General", "200件", ""),
    ("12件。", "General", "12件", ""),
    ("共12件", "General", "12件", ""),
    ("合计 12", "General", "12", ""),
    ("'12", "General", "12", ""),
    ("  12  ", "General", "12", ""),
    ("≥200", "General", "200以上", ""),
    ("≤200", "General", "200以下", ""),
    ("￥1200", "General", "1200元", ""),
    ("12（含乡镇3件）", "General", "12", "LOAD169"),
    ("/", "General", None, "LOAD166"),
    ("／", "General", None, "LOAD166"),
    ("—", "General", None, "LOAD166"),
    ("——", "General", None, "LOAD166"),
    ("-", "General", None, "LOAD166"),
    ("无", "General", None, "LOAD166"),
    ("没有", "General", None, "LOAD166"),
    ("暂无", "General", None, "LOAD166"),
    ("未统计", "General", None, "LOAD166"),
    ("？", "General", None, "LOAD166"),
    ("N/A", "General", None, "LOAD166"),
    ("零", "General", "零", ""),
    ("   ", "General", None, ""),
    ("预计200", "General", "约200", "LOAD167"),
    ("200（预计）", "General", "约200", "LOAD167"),
    ("预计200余", "General", "200余", "LOAD167"),
    ("数十件", "General", "数十件", ""),
    ("200+", "General", "200+", ""),
    ("100-200", "General", "100-200", ""),
    ("见附件", "General", "见附件", ""),
    ("=同上", "General", "=同上", ""),
    ("O", "General", "O", ""),
    ("7.8.9", "General", "7.8.9", ""),
    (date(2025, 5, 3), "yyyy-mm-dd", None, "LOAD165"),
    (datetime(2025, 5, 3, 8, 0), "m月d日", None, "LOAD165"),  # noqa: DTZ001 - cells know no zones
    (time(8, 30), "h:mm", None, "LOAD165"),
    (True, "General", "True", ""),
    ("=1+2", "formula", None, "LOAD160"),
    ("#DIV/0!", "error", None, "LOAD161"),
    (None, "comment", None, "LOAD163"),
]

RATES: list[tuple[Any, str, Any, str]] = [
    (0.62, "0%", "62%", ""),
    (0.625, "0.0%", "62.5%", ""),
    (0.95, "0.00%", "95.00%", ""),
    (1, "0%", "100%", ""),
    (0.62, "General", "0.62", "LOAD168"),
    (62, "General", "62", ""),
    ("62%", "General", "62%", ""),
    ("95.5％", "@", "95.5％", ""),
    ("≥98%", "General", "98%以上", ""),
]


def _places(knowledge: Knowledge, *, rates: bool) -> list[tuple[str, str]]:
    """Indicators that stand on a sheet of figures."""
    return [
        (topic.名称, name)
        for topic in knowledge.catalogue.topics.values()
        if topic.表式 is None
        for name, entry in topic.指标.items()
        if (entry.性质 == "比率") == rates
    ]


def _type(book: Workbook, place: tuple[str, str], value: Any, form: str) -> tuple[str, str]:
    cell = cell_at(book, ".".join(place), "值", "指标")
    if form == "comment":
        cell.comment = Comment("大约十来件", "张三")
    elif form == "error":
        cell.value, cell.data_type = value, "e"
    else:
        cell.value = value
        if isinstance(value, str) and form != "formula":
            cell.data_type = "s"
        if form != "formula":
            cell.number_format = form
    return cell.parent.title, cell.coordinate


@pytest.fixture(scope="module")
def read_cases(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> tuple[Read, list[Any]]:
    """The workbook with every case typed in; and place, sheet and cell of each."""
    bare = workbook_of(tmp_path_factory.mktemp("typed"), SMALL.replace("指标:", "上年:"))
    where: list[Any] = []

    def fill(book: Workbook) -> None:
        for cases, rates in ((FIGURES, False), (RATES, True)):
            for (value, form, *_), place in zip(cases, _places(knowledge, rates=rates), strict=False):
                where.append((place, *_type(book, place, value, form)))

    file = changed(bare, fill)
    return read(file, knowledge), where


@pytest.mark.parametrize("number", range(len(FIGURES) + len(RATES)))
def test_what_is_typed_is_read_or_found(number: int, read_cases: tuple[Read, list[Any]]) -> None:
    result, where = read_cases
    typed, _, expected, code = [*FIGURES, *RATES][number]
    (topic, name), sheet, cell = where[number]
    value = result.data["指标"].get(topic, {}).get(name)
    given = value.get("值") if isinstance(value, dict) else value
    assert given == expected, typed
    assert [each.code for each in result.at(sheet, cell)] == ([code] if code else []), typed


def test_every_finding_says_file_sheet_and_cell_and_what_to_do(read_cases: tuple[Read, list[Any]]) -> None:
    result, _ = read_cases
    for each in result.found:
        assert each.remedy
        assert each.place.in_words() == f"{each.place.file} > {each.place.sheet}!{each.place.cell}"


def test_a_note_in_parentheses_becomes_the_remark(read_cases: tuple[Read, list[Any]]) -> None:
    result, where = read_cases
    number = next(n for n, case in enumerate(FIGURES) if case[3] == "LOAD169")
    topic, name = where[number][0]
    assert result.data["指标"][topic][name] == {"值": "12", "备注": "含乡镇3件"}


def _not_this_duty(book: Workbook) -> None:
    cell_at(book, "行政复议.收到", "值").value = "不适用"
    cell_at(book, "行政复议.收到", "备注").value = "复议职责在县政府"
    cell_at(book, "行政复议.受理", "值").value = "不涉及（复议职责已划转）"


def test_a_duty_that_a_unit_has_not(small: Path, knowledge: Knowledge) -> None:
    result = read(changed(small, _not_this_duty), knowledge)
    topic = result.data["指标"]["行政复议"]
    assert topic["收到"] == {"不适用": "复议职责在县政府", "备注": "复议职责在县政府"}
    assert topic["受理"] == {"不适用": "复议职责已划转"}
    assert topic["审结"] == "11"


DAYS: list[tuple[Any, str, str | None]] = [
    (date(2025, 12, 31), "yyyy-mm-dd", "2025-12-31"),
    (datetime(2025, 12, 31, 0, 0), "yyyy年m月d日", "2025-12-31"),  # noqa: DTZ001 - as above
    (46022, "General", "2025-12-31"),
    (20251231, "General", "2025-12-31"),
    ("2025-12-31", "@", "2025-12-31"),
    ("2025年12月31日", "@", "2025年12月31日"),
    ("２０２５年12月31日", "@", "2025年12月31日"),
    ("2025.12.31", "@", "2025.12.31"),
    ("20251231", "@", "2025-12-31"),
    ("2025/12/31 00:00:00", "@", "2025/12/31"),
    ("2025-12-31（周三）", "@", "2025-12-31"),
    ("12月31日", "@", "12月31日"),
    ("", "@", None),
]


def test_days(small: Path, knowledge: Knowledge) -> None:
    def fill(book: Workbook) -> None:
        for number, (typed, form, _) in enumerate(DAYS, start=1):
            cell_at(book, str(number), "名称", "列表:其他数据").value = f"数据{number}"
            cell = cell_at(book, str(number), "截至", "列表:其他数据")
            cell.value, cell.number_format = typed, form

    rows = read(changed(small, fill), knowledge).data["其他数据"]
    assert [row.get("截至") for row in rows] == [expected for *_, expected in DAYS]


TEXTS: list[tuple[Any, str, str]] = [
    (2025, "General", "2025"),
    (12.5, "0.00", "12.50"),
    (date(2026, 6, 30), "yyyy-mm-dd", "2026年6月30日"),
    ("=SUM(A1)", "@", "=SUM(A1)"),
    ("@甲", "@", "@甲"),
    ("-1", "@", "-1"),
    ("甲\r\n乙", "@", "甲\n乙"),
    ("  缩进  ", "@", "  缩进  "),
]


def test_text(small: Path, knowledge: Knowledge) -> None:
    def fill(book: Workbook) -> None:
        for number, (typed, form, _) in enumerate(TEXTS, start=1):
            cell = cell_at(book, str(number), "时限", "列表:安排")
            cell.value, cell.number_format = typed, form
            if isinstance(typed, str):
                cell.data_type = "s"

    rows = read(changed(small, fill), knowledge).data["安排"]
    assert [row["时限"] for row in rows] == [expected for *_, expected in TEXTS]


TICKS: list[tuple[Any, str]] = [("√", "√"), ("✓", "是"), (True, "是"), (False, "否"), (1, "是"), (" 否 ", "否")]


def test_yes_and_no(small: Path, knowledge: Knowledge) -> None:
    def fill(book: Workbook) -> None:
        for number, (typed, _) in enumerate(TICKS, start=1):
            cell_at(book, str(number), "用印", "列表:报送").value = typed

    rows = read(changed(small, fill), knowledge).data["报送"]
    assert [row["用印"] for row in rows] == [expected for _, expected in TICKS]
