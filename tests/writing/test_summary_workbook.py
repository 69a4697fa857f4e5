"""The summary of a collecting: who sent what, every figure with its parts, what to tell whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from support import office
from support.books import shipped
from support.collected import (
    ABOUT_TOPIC,
    BUREAU,
    FIGURES,
    HEALTH,
    MATERIALS,
    POLICE,
    RECEIPTS,
    TAX,
    TOWN,
    WARNING,
    county,
    finding,
    merged,
)
from support.workbooks import converted

from generator.diagnostics import Diagnostic, Place, Severity
from generator.models.collection import Collection, Merged, Part, Receipt
from generator.models.knowledge import Knowledge
from generator.models.units import Units
from generator.writing.xlsx.summary import summary_workbook
from generator.writing.xlsx.summary_figures import _formula, _Plan
from generator.writing.xlsx.summary_receipts import message_to

RED = "00FFC7CE"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped()


@pytest.fixture(scope="module")
def book(knowledge: Knowledge) -> Workbook:
    return load_workbook(BytesIO(summary_workbook(county(), knowledge)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows below the heads, by head."""
    heads = [cell.value for cell in sheet[3]]
    return [dict(zip(map(str, heads), (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=4)]


def figure(book: Workbook, label: str) -> dict[str, object]:
    return next(row for row in rows(book["汇总表"]) if row["指标"] == label)


def test_the_sheets_and_how_they_print(book: Workbook) -> None:
    assert book.sheetnames == [
        "收表情况", "汇总表", "疑点", "变化",
        "工作情况", "亮点做法", "制度文件", "第一责任人", "不足", "安排", "上年承诺",
    ]  # fmt: skip
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$3"
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("4")
        assert sheet.auto_filter.ref is not None
        assert "内部工作底稿" in str(sheet["A2"].value)


def test_one_row_for_each_unit_with_what_to_tell_it(book: Workbook) -> None:
    found = {row["单位"]: row for row in rows(book["收表情况"])}
    assert list(found) == [BUREAU, POLICE, HEALTH, TOWN, TAX]
    assert [found[unit]["状态"] for unit in found] == ["已收", "退回", "重复", "未报", "未报（自愿）"]
    assert found[POLICE]["错误"] == found[POLICE]["警告"] == 1
    assert found[TOWN]["可直接发给单位的话"] == (
        "乡镇：2025年度法治政府建设情况填报表还没有收到，请于2026年1月10日前报送。联系：县司法局秘书股 0000-0000000。"
    )
    told = str(found[POLICE]["可直接发给单位的话"]).split("\n")
    assert told[0].startswith(
        "县公安局：报来的2025年度法治政府建设情况填报表有下列问题，请改好后于2026年1月10日前重新报送。"
    )
    assert told[1:] == [
        "1. 行政执法!D7：受理不等于各项之和。办法：核对台账后重填。", "2. 行政执法!D7：单位写错。办法：核对台账后重填。"
    ]  # fmt: skip
    assert "03_县卫生健康局.xlsx、卫健局改.xlsx" in str(found[HEALTH]["可直接发给单位的话"])
    assert found[BUREAU]["可直接发给单位的话"] is found[TAX]["可直接发给单位的话"] is None


def test_without_a_day_or_a_contact_none_is_made_up() -> None:
    bare = county(due=None, contact="")
    assert message_to(RECEIPTS[3], bare, Units()) == "乡镇：2025年度法治政府建设情况填报表还没有收到，请尽快报送。"
    half = county(due=date(2025, 7, 5), period="上半年", contact="")
    assert "2025年上半年法治政府建设情况填报表还没有收到，请于2025年7月5日前报送" in message_to(
        RECEIPTS[3], half, Units()
    )


def test_courts_are_asked_by_letter_and_not_pressed(knowledge: Knowledge) -> None:
    court = Receipt("县人民法院", "未报")
    assert "不发催报" in message_to(court, county(), knowledge.units)
    sent = replace(court, state="退回", findings=(WARNING,))
    assert message_to(sent, county(), knowledge.units).startswith("县人民法院：提供的数据已收到，商请核对下列各处。")


def test_many_findings_are_cut_short(knowledge: Knowledge) -> None:
    many = Receipt(
        POLICE,
        "退回",
        ("甲.xlsx",),
        None,
        tuple(finding(POLICE, f"第{number}处" + "长" * 2000) for number in range(45)),
    )
    assert "另有15处" in message_to(many, county(), Units())
    made = load_workbook(BytesIO(summary_workbook(county(receipts=(many,)), knowledge)))
    assert "余下的见原表" in str(made["收表情况"]["I4"].value)


def test_a_sum_is_a_formula_and_anything_else_is_not(book: Workbook) -> None:
    assert figure(book, "行政处罚决定")["全县"] == "=SUM(H4:K4)"
    assert figure(book, "听证")["全县"] == "6余"
    assert figure(book, "收到申请")["全县"] == 86
    assert figure(book, "受理")["全县"] is None
    assert figure(book, "行政处罚决定")["公安局"] == 800
    assert figure(book, "听证")["公安局"] == "近5"
    assert figure(book, "罚没金额")["规则"] == "求和"


def test_totals_can_be_read_without_calculating(knowledge: Knowledge) -> None:
    made = load_workbook(BytesIO(summary_workbook(county(), knowledge)), data_only=True)
    assert [figure(made, label)["全县"] for label in ("行政处罚决定", "罚没金额", "听证")] == [1186, 428.6, "6余"]


def test_cells_that_do_not_count_are_no_part_of_the_sum(knowledge: Knowledge) -> None:
    one = merged("行政处罚.决定", "13", {POLICE: "8", HEALTH: "380", TOWN: "5"})
    parts = tuple(replace(part, share="不计", why="单位写错") if part.unit == HEALTH else part for part in one.parts)
    made = load_workbook(BytesIO(summary_workbook(county(figures=(replace(one, parts=parts),)), knowledge)))
    sheet = made["汇总表"]
    assert sheet["F4"].value == "=SUM(H4:I4,K4:K4)"
    assert sheet["J4"].font.strike
    assert "单位写错" in sheet["J4"].comment.text


def test_what_is_doubtful_is_red_and_says_why(book: Workbook) -> None:
    sheet = book["汇总表"]
    total = sheet["F5"]
    assert (total.fill.start_color.rgb, sheet["F4"].fill.start_color.rgb == RED) == (RED, False)
    assert total.comment.text == "DATA503"
    assert sheet["I4"].comment.text == "受理不等于各项之和\n单位写错\n这份表要退回改好，数先计入了"
    assert sheet["K5"].fill.start_color.rgb == "00FFF2CC"


def test_what_was_found_about_a_topic_is_said_of_its_figures(knowledge: Knowledge) -> None:
    told = Receipt(POLICE, "退回", (), None, (ABOUT_TOPIC,))
    made = load_workbook(BytesIO(summary_workbook(county(receipts=(told,)), knowledge)))
    assert made["汇总表"]["F8"].comment.text == "DATA505 “行政复议”的受理应由复议应诉股填"
    assert message_to(told, county(), Units()).endswith(
        "1. “行政复议”的受理应由复议应诉股填。办法：请核对；确有原因的，在备注里写明。"
    )


def test_findings_stand_unit_after_unit_and_strays_last(book: Workbook) -> None:
    found = rows(book["疑点"])
    assert [(row["级别"], row["单位"], row["文件"], row["格"]) for row in found] == [
        ("错误", "公安局", "02_县公安局.xlsx", "D7"), ("警告", "公安局", "02_县公安局.xlsx", "D7"),
        ("错误", "卫健局", "03_县卫生健康局.xlsx", "D7"), ("错误", None, "来历不明.xlsx", None),
    ]  # fmt: skip


def test_texts_stand_by_task_and_are_never_formulas(book: Workbook) -> None:
    found = rows(book["工作情况"])
    assert [(row["任务"], row["单位"], row["文"]) for row in found] == [
        ("行政执法", "公安局", "=1+1 统一文书样式。"), ("行政执法", "卫健局", "开展医疗卫生监督。\n第二段。"),
        ("数字法治", "卫健局", "接入平台。"),
    ]  # fmt: skip
    assert book["工作情况"]["E4"].data_type == "s"
    assert found[0]["出处"] == "02_县公安局.xlsx > 工作情况!C5"
    assert rows(book["上年承诺"]) == [
        {"序": 1, "单位": "乡镇", "事项": "修订办法", "结果": "已完成", "出处": "04_乡镇.xlsx > 上年安排!C5"}
    ]


def test_the_same_collecting_gives_the_same_bytes(knowledge: Knowledge) -> None:
    assert summary_workbook(county(), knowledge) == summary_workbook(county(), knowledge)


def test_an_empty_collecting_is_a_summary_too(knowledge: Knowledge) -> None:
    empty = Collection(2025, "全年", (), (), ())
    made = load_workbook(BytesIO(summary_workbook(empty, knowledge)))
    assert made.sheetnames == ["收表情况", "汇总表", "疑点"]


HOSTILE = st.text(min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=15, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_stay_words(unit: str, text: str, label: str) -> None:
    receipt = Receipt(unit, "退回", (text,), None, (replace(finding(POLICE), message=text, remedy=text),))
    texts = (replace(MATERIALS[0], unit=unit, task=text, fields={label: text}),)
    figures = (
        replace(FIGURES[0], topic=text, indicator=label, parts=(replace(FIGURES[0].parts[0], unit=unit, why=text),)),
    )
    made = summary_workbook(county(receipts=(receipt,), materials=texts, figures=figures), shipped_once())
    sheets = load_workbook(BytesIO(made)).worksheets
    formulas = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert all(str(each).startswith("=SUM(") for each in formulas)


_ONCE: list[Knowledge] = []


def shipped_once() -> Knowledge:
    """For drawn cases, which can't use fixtures of a module."""
    if not _ONCE:
        _ONCE.append(shipped())
    return _ONCE[0]


@pytest.mark.office
@pytest.mark.skipif(bool(office.missing()), reason=office.missing())
def test_the_formulas_give_the_sums(knowledge: Knowledge, tmp_path: Path) -> None:
    """Calculated by LibreOffice, every figure is the one that was merged."""
    exact = (
        *FIGURES,
        merged("行政处罚.罚没", "1753.79", {POLICE: "1753", HEALTH: "0.7", TOWN: "0.09"}),
        merged("行政检查.户次", "0", {POLICE: "0"}),
    )
    bare = BytesIO()
    load_workbook(BytesIO(summary_workbook(county(figures=exact), knowledge))).save(bare)  # the results are not kept
    file = converted(bare.getvalue(), tmp_path, "xlsx")
    shown = [row[5] for row in load_workbook(file, data_only=True)["汇总表"].iter_rows(min_row=4, values_only=True)]
    wanted = {str(each.quantity.value) for each in exact if each.quantity is not None and each.quantity.exact}
    assert {str(each) for each in shown if isinstance(each, int | float)} == wanted


def test_a_unit_is_told_only_of_what_it_can_mend(knowledge: Knowledge) -> None:
    """Not the clerk's commands, nor what another unit gave."""
    place = Place("甲.xlsx", sheet="表", cell="E9")
    own = Diagnostic(
        "DATA505", Severity.WARNING, place, "甲填12，多于全县的10（主）", "核对", for_unit="填的12偏多，请核对"
    )
    clerks = Diagnostic("DATA508", Severity.WARNING, place, "甲4、乙5；全县数空着", "写上“单一来源”", for_unit="")
    typed = Diagnostic("LOAD150", Severity.ERROR, place, "读不出来", "另存为 .xlsx，再交给程序；用 fazhi form 重新制表")
    command = Diagnostic("LOAD182", Severity.ERROR, place, "不是填报表", "加上 --use 甲.xlsx")
    said = message_to(Receipt("甲", "退回", ("甲.xlsx",), findings=(own, clerks, typed, command)), county(), Units())
    assert said.split("\n")[1:] == [
        "1. 表!E9：填的12偏多，请核对。",
        "2. 表!E9：读不出来。办法：另存为 .xlsx，再报送。",
        "3. 表!E9：不是填报表。",
    ]


def test_a_sum_of_more_ranges_than_excel_takes_is_split() -> None:
    parts = tuple(Part(f"镇{n}", None, Place("a"), "不计" if n % 2 else "计入") for n in range(600))
    plan = _Plan(None, None, {part.unit: n + 8 for n, part in enumerate(parts)}, {}, {})  # type: ignore[arg-type]  # not asked for
    formula = _formula(5, plan, Merged("测", "和", "求和", None, parts))
    assert [each.count(":") for each in formula.split("+")] == [255, 45]
