"""`fazhi collect`: forms as they come back, into a report that is begun or worked on."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from support.books import cell_at, sheet_of
from support.collecting import APPEALS, EDUCATION, FIGURES, POLICE, TAXES, blank_forms, filled, sent_back
from support.workbooks import keyed

from generator.cli.app import app
from generator.diagnostics import Diagnostics
from generator.models.collection import Receipt
from generator.workflows.build import Order, build
from generator.workflows.collect import Collected, CollectOrder, collect
from generator.workflows.form import FormOrder, form
from generator.workflows.trace import trace

_LATER = datetime(2027, 1, 9)  # noqa: DTZ001 - the format's times have no zone


@pytest.fixture(scope="module")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return blank_forms(tmp_path_factory.mktemp("blank"))


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory, blanks: dict[str, Path]) -> Path:
    return sent_back(blanks, tmp_path_factory.mktemp("sent"))


@pytest.fixture
def county(tmp_path: Path, returned: Path) -> Path:
    """A folder of its own: the list of units, and the forms in 报送."""
    return Path(shutil.copytree(returned, tmp_path / "县"))


def _collect(county: Path, **more: Any) -> Collected:
    order: dict[str, Any] = {
        "inputs": [county / "报送"],
        "into": county / "report.yaml",
        "units": county / "units.yaml",
    }
    return collect(CollectOrder(**{**order, **more}))


def _codes(result: Collected) -> list[str]:
    """What was found, but for figures left blank and the excess of parts over the whole."""
    return [each.code for each in result.diagnostics if each.code not in ("DATA501", "DATA505")]


def _receipt(result: Collected, unit: str) -> Receipt:
    assert result.collection is not None
    return next(each for each in result.collection.receipts if each.unit == unit)


def _value(result: Collected, ref: str) -> str:
    assert result.collection is not None, list(result.diagnostics)
    found = next(each for each in result.collection.figures if each.ref == ref)
    return found.quantity.printed if found.quantity is not None else ""


def _text(county: Path) -> str:
    return (county / "report.yaml").read_text(encoding="utf-8")


def _change(county: Path, old: str, new: str) -> None:
    text = _text(county)
    assert old in text, text
    (county / "report.yaml").write_text(text.replace(old, new), encoding="utf-8")


def _files(county: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in county.iterdir() if each.is_file()}


# --- a report is begun ----


def test_all_files_are_written(county: Path) -> None:
    result = _collect(county)
    assert [each.name for each in result.written] == ["report.yaml", "report.来源.json", "report.汇总表.xlsx"]
    assert (_value(result, "行政强制.措施"), _value(result, "行政应诉.应诉")) == ("7", "12")
    assert _codes(result) == []
    assert "措施: 7" in _text(county)
    assert result.collection is not None
    assert {each.unit: each.state for each in result.collection.receipts} == {
        EDUCATION: "已收", APPEALS: "已收", POLICE: "已收", TAXES: "未报",
    }  # fmt: skip


def test_it_builds_once_the_subject_is_filled_in(county: Path) -> None:
    _collect(county)
    for key, value in (("名称", "甲县人民政府"), ("类别", "政府"), ("级别", "县级"), ("简称", "甲县")):
        lines = [f"  {key}: {value}" if line.startswith(f"  {key}:") else line for line in _text(county).split("\n")]
        (county / "report.yaml").write_text("\n".join(lines), encoding="utf-8")
    made = build(Order([county / "report.yaml"], county / "out"))
    assert made.written, list(made.diagnostics)


def test_again_changes_nothing(county: Path) -> None:
    _collect(county)
    before = _files(county)
    result = _collect(county)
    assert _files(county) == before
    assert result.collection is not None
    assert result.collection.changes == ()


def test_the_order_of_inputs_never_matters(county: Path, tmp_path: Path) -> None:
    files = sorted((county / "报送").iterdir())
    _collect(county)
    first = _files(county)
    other = Path(shutil.copytree(county, tmp_path / "又"))
    for name in ("report.yaml", "report.来源.json", "report.汇总表.xlsx"):
        (other / name).unlink()
    _collect(other, inputs=[other / "报送" / each.name for each in reversed(files)])
    assert _files(other) == first


def test_nothing_of_this_computer_is_remembered(county: Path, tmp_path: Path) -> None:
    """Files in the report's folder are called from there, others by their bare names."""
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    shutil.move(county / "报送" / f"{POLICE}.xlsx", elsewhere / f"{POLICE}.xlsx")
    _collect(county, inputs=[county / "报送", elsewhere])
    remembered = json.loads((county / "report.来源.json").read_text(encoding="utf-8"))
    names = {each["文件"] for each in remembered["收表"]}
    assert names == {f"报送/{EDUCATION}.xlsx", f"报送/{APPEALS}.xlsx", f"{POLICE}.xlsx"}
    assert str(tmp_path) not in json.dumps(remembered, ensure_ascii=False)


# --- forms as they come back ----


def test_last_years_form_is_refused(county: Path, tmp_path: Path) -> None:
    old = blank_forms(tmp_path / "去年", year=2025, topics=("行政强制",))
    filled(old[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 9})
    result = _collect(county)
    assert "LOAD153" in _codes(result)
    assert _receipt(result, POLICE).state == "退回"
    assert _value(result, "行政强制.措施") == "3"


def test_a_form_of_another_period_is_refused(county: Path) -> None:
    file = county / "报送" / f"{TAXES}.xlsx"
    made = form(
        FormOrder(file, year=2026, period="上半年", units=county / "units.yaml", unit=TAXES, topics=("行政强制",))
    )
    assert made.written
    result = _collect(county)
    assert "LOAD183" in _codes(result)
    assert _receipt(result, TAXES).state == "退回"


def test_a_whole_reports_workbook_is_refused(county: Path) -> None:
    assert form(FormOrder(county / "报送" / "报告.xlsx", year=2026, topics=("行政强制",))).written
    result = _collect(county)
    assert result.collection is not None
    assert [each.code for each in result.collection.stray] == ["LOAD182"]


def test_foreign_files_never_stop_the_rest(county: Path) -> None:
    folder = county / "报送"
    Workbook().save(folder / f"{TAXES}（盖章）.xlsx")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04nothing")
    (folder / "县公安局.et").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "说明.docx").write_bytes(b"PK\x03\x04")
    (folder / "~$县公安局.xlsx").write_bytes(b"lock")
    (folder / ".隐藏.xlsx").write_bytes(b"")
    result = _collect(county)
    assert sorted(_codes(result)) == ["LOAD140", "LOAD142", "LOAD150", "LOAD188"]
    assert _value(result, "行政强制.措施") == "7"
    assert _receipt(result, TAXES).state == "退回"
    assert _receipt(result, POLICE).state == "已收"
    assert _receipt(result, POLICE).files == (f"报送/{POLICE}.xlsx", "报送/县公安局.et")


def test_a_unit_that_is_not_listed(county: Path) -> None:
    text = (county / "units.yaml").read_text(encoding="utf-8").replace("县公安局", "县公安分局")
    (county / "units.yaml").write_text(text, encoding="utf-8")
    result = _collect(county)
    found = next(each for each in result.diagnostics if each.code == "LOAD184")
    assert found.place.file == str(county / "报送" / f"{POLICE}.xlsx")
    assert "是不是“县公安分局”" in found.remedy
    assert "还有1个单位没有报：县公安分局" in {each.message for each in result.diagnostics}


def test_a_blank_form_goes_back(county: Path, blanks: dict[str, Path]) -> None:
    shutil.copy(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx")
    result = _collect(county)
    assert "LOAD194" in _codes(result)
    assert _receipt(result, POLICE).state == "退回"


def test_a_cell_with_an_error_is_left_out(county: Path, blanks: dict[str, Path]) -> None:
    """约200多 can be read and is approximate, 二百左右吧 can't."""
    filled(
        blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": "二百左右吧", "行政强制.扣押": "约200多"}
    )
    result = _collect(county)
    assert _value(result, "行政强制.措施") == "3"
    assert _receipt(result, POLICE).state == "退回"


def test_a_classified_form_is_refused_whole(county: Path, blanks: dict[str, Path]) -> None:
    records = {("不足", "1", "标题"): "机密★"}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", FIGURES[POLICE], records)
    result = _collect(county)
    assert "LOAD049" in _codes(result)
    assert _receipt(result, POLICE).state == "退回"
    assert _value(result, "行政强制.措施") == "3"


def test_a_forecast_is_told(county: Path, blanks: dict[str, Path]) -> None:
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": "预计4"})
    result = _collect(county)
    assert _value(result, "行政强制.措施") == "约7"
    assert {"DATA500", "LOAD167"} <= set(_codes(result))


# --- more than one form of a unit ----


def test_the_form_saved_last_counts(county: Path, blanks: dict[str, Path]) -> None:
    filled(blanks[POLICE], county / "报送" / "公安局改.xlsx", {"行政强制.措施": 9}, saved=_LATER)
    result = _collect(county)
    assert _value(result, "行政强制.措施") == "12"
    told = next(each for each in result.diagnostics if each.code == "LOAD185")
    assert told.place.file.endswith(f"{POLICE}.xlsx")
    assert _receipt(result, POLICE).files == ("报送/公安局改.xlsx", f"报送/{POLICE}.xlsx")


def test_nobody_knows_which_form_counts_until_the_clerk_says(county: Path, blanks: dict[str, Path]) -> None:
    other = filled(blanks[POLICE], county / "报送" / "公安局改.xlsx", {"行政强制.措施": 9})
    result = _collect(county)
    assert "LOAD186" in _codes(result)
    assert _receipt(result, POLICE).state == "重复"
    assert _value(result, "行政强制.措施") == "3"
    decided = _collect(county, use=[other])
    assert _receipt(decided, POLICE).state == "已收"
    assert _value(decided, "行政强制.措施") == "12"
    assert _value(_collect(county, use=[Path("公安局改.xlsx")]), "行政强制.措施") == "12"


def test_what_use_said_holds_until_another_form_comes(county: Path, blanks: dict[str, Path]) -> None:
    other = filled(blanks[POLICE], county / "报送" / "公安局 改.xlsx", {"行政强制.措施": 9}, saved=_LATER)
    first = county / "报送" / f"{POLICE}.xlsx"
    told = next(each for each in _collect(county).diagnostics if each.code == "LOAD185")
    assert told.remedy.endswith(f"--use 报送/{POLICE}.xlsx")
    changed = _collect(county, use=[first])
    assert changed.collection is not None
    assert changed.collection.changes == (f"行政强制.措施：12→7（公安局改用“报送/{POLICE}.xlsx”）",)
    again = _collect(county)
    assert (_value(again, "行政强制.措施"), _codes(again)) == ("7", ["LOAD197"])
    filled(other, other, {"行政强制.措施": 8}, saved=_LATER)
    after = _collect(county)
    assert (_value(after, "行政强制.措施"), "LOAD185" in _codes(after)) == ("11", True)
    said = next(each for each in after.diagnostics if each.code == "LOAD197")
    assert "又来了“报送/公安局 改.xlsx”，没有沿用" in said.message


def test_another_list_of_units_stops_it(county: Path) -> None:
    _collect(county)
    before = _files(county)
    result = _collect(county, units=None)
    assert ([each.code for each in result.diagnostics], result.written) == (["LOAD195"], ())
    told = next(iter(result.diagnostics))
    assert "上次用的名单是“units.yaml”，这次是“schemas/units.yaml”" in told.message
    assert "加上 --units units.yaml" in told.remedy
    assert _files(county) == before


def test_a_list_that_was_changed_is_told(county: Path) -> None:
    _collect(county)
    text = (county / "units.yaml").read_text(encoding="utf-8")
    (county / "units.yaml").write_text(
        text.replace("  县税务局", "  县水利局: {包: [执法]}\n  县税务局"), encoding="utf-8"
    )
    result = _collect(county)
    told = next(each for each in result.diagnostics if each.code == "LOAD195")
    assert "“units.yaml”和上次汇总时不同：多了县水利局" in told.message
    assert result.written


def test_a_figure_nobody_touched_follows_after_a_gap(county: Path) -> None:
    """Its unit was missing once, and the report kept what it had said."""
    _collect(county)
    form_file = county / "报送" / f"{APPEALS}.xlsx"
    away = Path(shutil.move(form_file, county / "放着.xlsx"))
    _collect(county)
    filled(away, form_file, {"行政复议.收到": 8, "行政复议.受理": 7})
    result = _collect(county)
    assert "DATA516" not in _codes(result)
    assert "收到: 8" in _text(county)


def test_returned_forms_that_count_are_told(county: Path, blanks: dict[str, Path]) -> None:
    wrong = {"行政强制.措施": "二百左右吧", "行政强制.扣押": 2}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", wrong)
    result = _collect(county)
    assert result.collection is not None
    assert result.collection.returned == (POLICE,)
    said = load_workbook(county / "report.汇总表.xlsx")["收表情况"]["A2"].value
    assert "要退回的表，没有错的数先计入了全县：公安局；" in str(said)


def test_the_same_form_twice(county: Path) -> None:
    shutil.copy(county / "报送" / f"{POLICE}.xlsx", county / "报送" / "副本(3)最终版.xlsx")
    result = _collect(county)
    assert _codes(result) == ["LOAD187"]
    assert _value(result, "行政强制.措施") == "7"


def test_use_must_name_a_form(county: Path) -> None:
    before = _files(county)
    result = _collect(county, use=[county / "没有.xlsx"])
    assert (_codes(result), result.written) == (["LOAD189"], ())
    assert _files(county) == before


# --- into a report that people work on ----


def test_what_people_wrote_stays_byte_for_byte(county: Path) -> None:
    _collect(county)
    _change(county, "指标:", "# 起草人的话\n指标:   # 不要动")
    _change(county, "措施: 7", "措施: 7")
    before = _text(county)
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    result = _collect(county)
    assert _text(county) == before.replace("措施: 7", "措施: 9")
    assert (county / "report.yaml.bak").read_text(encoding="utf-8") == before
    assert result.collection is not None
    assert result.collection.changes == ("行政强制.措施：7→9（公安局改报）",)
    assert result.updated is not None
    assert (result.updated.added, result.updated.replaced) == (0, 1)
    remembered = json.loads((county / "report.来源.json").read_text(encoding="utf-8"))
    assert remembered["上次"] == {"行政强制.措施": "7"}


def test_a_figure_that_was_changed_by_hand_stays(county: Path) -> None:
    _collect(county)
    _change(county, "措施: 7", "措施: {值: 8, 口径: 报告里的}")
    assert "DATA515" in _codes(_collect(county))
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    result = _collect(county)
    told = next(each for each in result.diagnostics if each.code == "DATA516")
    assert "报告里改成了8，各单位汇总现在是9（上次7）" in told.message
    assert (told.place.file, told.place.line is None) == (str(county / "report.yaml"), False)
    assert "措施: {值: 8, 口径: 报告里的}" in _text(county)


def test_of_an_extended_value_only_the_figure_is_replaced(county: Path) -> None:
    _collect(county)
    _change(county, "措施: 7", "措施: {值: 7, 备注: 已与公安局核对}")
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    _collect(county)
    assert "措施: {值: 9, 备注: 已与公安局核对}" in _text(county)


def test_a_figure_that_was_deleted_stays_deleted(county: Path) -> None:
    _collect(county)
    _change(county, ", 不予受理: 1", "")
    result = _collect(county)
    assert "DATA517" in _codes(result)
    assert "不予受理" not in _text(county)


def test_a_figure_that_no_unit_gives_any_more_is_kept(county: Path) -> None:
    _collect(county)
    (county / "报送" / f"{APPEALS}.xlsx").unlink()
    result = _collect(county)
    assert _codes(result).count("DATA518") == 4
    assert "收到: 7" in _text(county)


def test_a_report_from_before_keeps_its_figures(county: Path) -> None:
    """Without anything remembered, what stands there counts as the clerk's."""
    (county / "report.yaml").write_text("年度: 2026\n指标:\n  行政强制: {措施: 5}\n", encoding="utf-8")
    result = _collect(county)
    told = next(each for each in result.diagnostics if each.code == "DATA516")
    assert "报告里已有5" in told.message
    assert "行政强制: {措施: 5}" in _text(county)
    assert "收到: 7" in _text(county)


def test_statements_follow_as_long_as_nobody_changed_them(county: Path, blanks: dict[str, Path]) -> None:
    ticked = {**FIGURES[APPEALS], "声明:行政复议.分项完整": "是"}
    filled(blanks[APPEALS], county / "报送" / f"{APPEALS}.xlsx", ticked)
    _collect(county)
    assert "分项完整: 是" in _text(county)
    filled(blanks[APPEALS], county / "报送" / f"{APPEALS}.xlsx", FIGURES[APPEALS])
    _collect(county)
    assert "分项完整: 否" in _text(county)


def test_data_of_their_own_and_promises_come_into_the_report(county: Path, blanks: dict[str, Path]) -> None:
    records = {
        ("其他数据", "1", "名称"): "警务室", ("其他数据", "1", "值"): 12, ("其他数据", "1", "单位"): "个",
        ("上年安排", "1", "事项"): "建设执法办案中心", ("上年安排", "1", "结果"): "已完成",
    }  # fmt: skip
    target = county / "报送" / f"{POLICE}.xlsx"
    filled(blanks[POLICE], target, FIGURES[POLICE], records)
    _collect(county)
    assert "{名称: 警务室, 值: 12, 单位: 个}" in _text(county)
    assert "{事项: 建设执法办案中心, 结果: 已完成}" in _text(county)
    filled(target, target, {}, {("其他数据", "1", "值"): 13, ("上年安排", "1", "结果"): "已完成并启用"})
    _collect(county)
    assert "{名称: 警务室, 值: 13, 单位: 个}" in _text(county)
    assert "{事项: 建设执法办案中心, 结果: 已完成并启用}" in _text(county)
    _change(county, "  - {名称: 警务室, 值: 13, 单位: 个}", "  - {名称: 自己的, 值: 1}")
    _collect(county)
    assert "警务室" not in _text(county)


def test_texts_make_a_word_file(county: Path, blanks: dict[str, Path]) -> None:
    records = {("不足", "1", "标题"): "执法力量不足"}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", FIGURES[POLICE], records)
    result = _collect(county)
    assert result.written[-1].name == "report.素材.docx"


# --- what stops it ----


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("report.xlsx", None, "LOAD190"),
        ("report.yaml", "年度: [2026\n", "LOAD"),
        ("report.yaml", "主体: {}\n", "LOAD191"),
        ("report.yaml", "年度: 2026\n期间: 下半年\n", "LOAD191"),
        ("report.yaml", "年度: 2025\n", "LOAD180"),
        ("report.yaml", "年度: 2026\n# 机密★10年\n", "LOAD049"),
    ],
)
def test_nothing_is_written(county: Path, name: str, content: str | None, code: str) -> None:
    if content is not None:
        (county / name).write_text(content, encoding="utf-8")
    before = _files(county)
    result = _collect(county, into=county / name)
    assert result.written == ()
    assert any(each.startswith(code) for each in _codes(result)), _codes(result)
    assert _files(county) == before


def test_a_damaged_memory_stops_it(county: Path) -> None:
    _collect(county)
    (county / "report.来源.json").write_text("{", encoding="utf-8")
    before = _files(county)
    result = _collect(county)
    assert (_codes(result), result.written) == (["LOAD192"], ())
    assert _files(county) == before


def test_another_years_memory_is_not_used(county: Path) -> None:
    _collect(county)
    (county / "report.来源.json").write_text('{"格式": "1", "年度": 2025}', encoding="utf-8")
    assert "LOAD193" in _codes(_collect(county))


def test_the_year_must_be_the_reports(county: Path) -> None:
    _collect(county)
    assert _codes(_collect(county, year=2025)) == ["LOAD191"]


def test_no_forms_at_all(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    result = collect(CollectOrder([tmp_path / "空"], tmp_path / "report.yaml"))
    assert ([each.code for each in result.diagnostics], result.written) == (["LOAD180"], ())


def test_an_open_file_keeps_everything_as_it_was(county: Path) -> None:
    _collect(county)
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    (county / "report.汇总表.xlsx").unlink()
    (county / "report.汇总表.xlsx").mkdir()
    before = _files(county)
    result = _collect(county)
    assert ("LOAD045" in _codes(result), result.written) == (True, ())
    assert _files(county) == before


# --- down to the cell ----


def test_a_figure_is_traced_to_its_cell(county: Path) -> None:
    _collect(county)
    lines, _ = _traced(county, "行政应诉.应诉")
    assert lines[2] == "汇总：12，以一个单位的数为准"
    assert lines[3].startswith(f"  {APPEALS}  报送/{APPEALS}.xlsx > ")
    assert lines[3].endswith("  12  计入")
    assert lines[4].endswith("2  参照（以复议股的数为准）")
    _change(county, "应诉: 12", "应诉: 11")
    assert "报告里现在是11，与汇总不同" in _traced(county, "行政应诉.应诉")[0][3]


def _traced(county: Path, reference: str) -> tuple[list[str], Diagnostics]:
    """Traced in a report whose subject has been filled in."""
    text = _text(county)
    if "简称: 甲县" not in text:
        head = text[text.index("主体:") : text.index("指标:")]
        subject = "主体: {名称: [甲县人民政府], 类别: 政府, 级别: 县级, 简称: 甲县}\n"
        (county / "report.yaml").write_text(text.replace(head, subject), encoding="utf-8")
    return trace(reference, county / "report.yaml")


def test_a_trace_says_that_the_memory_is_damaged(county: Path) -> None:
    _collect(county)
    (county / "report.来源.json").write_text("{", encoding="utf-8")
    lines, diagnostics = _traced(county, "行政强制.措施")
    assert lines[0].startswith("行政强制.措施")
    assert [each.code for each in diagnostics] == ["LOAD192"]


# --- topics that come later ----


def test_a_later_topic_stands_under_its_task_and_is_told(county: Path) -> None:
    """Behind the topics of its task, not behind the last one; the line to add is in the finding."""
    form_file = county / "报送" / f"{APPEALS}.xlsx"
    away = Path(shutil.move(form_file, county / "放着.xlsx"))
    (county / "report.yaml").write_text(
        "年度: 2026\n指标:\n  # 行政执法\n  行政强制:\n    措施: 7\n  # 纠纷化解\n  行政调解: {受理: 3}\n"
        "  # 公共法律服务\n  普法宣传: {活动: 1}\n举措:\n"
        "  - 节: {标题: 化解纠纷, 任务: [纠纷化解], 内容: ['{{ 行政调解 }}']}\n",
        encoding="utf-8",
    )
    _collect(county)
    shutil.move(away, form_file)
    result = _collect(county)
    lines = _text(county).splitlines()
    keys = [line.split(":")[0].strip() for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert keys[keys.index("行政调解") :][:4] == ["行政调解", "行政复议", "行政应诉", "# 公共法律服务"]
    told = next(each for each in result.diagnostics if each.code == "DATA523")
    assert '行政复议，在“化解纠纷”下添 - "{{ 行政复议 }}"' in told.message
    _change(county, "'{{ 行政调解 }}'", "'{{ 行政复议.收到 }}', '{{ 行政应诉 }}'")
    assert "DATA523" not in _codes(_collect(county))


# --- counts of towns, with nobody to say the county's ----

_TOWNS = """\
包:
  乡镇: {说明: 镇和街道, 主题: [人民调解], 来源: 测试, 强度: 惯例}
单位:
  白沙镇: {简称: 白沙镇, 类型: 乡镇, 包: [乡镇], 报送: 必报, 来源: 测试, 强度: 惯例}
  东门街道: {简称: 东门, 类型: 街道, 包: [乡镇], 报送: 必报, 来源: 测试, 强度: 惯例}
"""


def test_a_towns_count_does_not_pass_for_the_countys(tmp_path: Path) -> None:
    """One town is told of, two are added up, and the memory says so."""
    (tmp_path / "units.yaml").write_text(_TOWNS, encoding="utf-8")
    made = form(FormOrder(tmp_path / "空表", year=2026, units=tmp_path / "units.yaml", all_units=True))
    told = next(each for each in made.diagnostics if each.code == "LOAD199")
    assert "这1个主题的全县数以谁为准：人民调解" in told.message
    blank = {file.name.split("_")[1]: file for file in made.written}
    filled(blank["白沙镇"], tmp_path / "报送" / "白沙镇.xlsx", {"人民调解.调解": 321})
    first = _collect(tmp_path)
    assert (_value(first, "人民调解.调解"), "DATA521" in _codes(first)) == ("321", True)
    lines, _ = _traced(tmp_path, "人民调解.调解")
    assert lines[2] == "汇总：321，单位名单里没有写以谁为准，用填了的单位的数"
    filled(blank["东门街道"], tmp_path / "报送" / "东门.xlsx", {"人民调解.调解": 150})
    second = _collect(tmp_path)
    assert (_value(second, "人民调解.调解"), "DATA522" in _codes(second)) == ("471", True)
    assert "471" in _text(tmp_path)
    lines, _ = _traced(tmp_path, "人民调解.调解")
    assert lines[2].startswith("汇总：471，单位名单里没有写以谁为准，由乡镇、街道的数相加")


# --- what only a workbook can show ----


def test_who_leads_is_read_from_the_form(county: Path, blanks: dict[str, Path]) -> None:
    """The police led two courses, education took part in one of them; who left the tick blank isn't counted."""
    led = {**FIGURES[POLICE], "法治培训.期数": 2, "法治培训.期数@牵头": "是", "法治培训.讲座": 3}
    joined = {**FIGURES[EDUCATION], "法治培训.期数": 1, "法治培训.期数@牵头": "否", "法治培训.讲座": 1}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", led)
    filled(blanks[EDUCATION], county / "报送" / f"{EDUCATION}.xlsx", joined)
    result = _collect(county)
    assert (_value(result, "法治培训.期数"), _value(result, "法治培训.讲座")) == ("2", "")
    assert _codes(result) == ["DATA503", "DATA503"]


def test_what_does_not_apply_is_no_zero(county: Path, blanks: dict[str, Path]) -> None:
    figures = {"行政强制.措施": "不适用", "行政强制.措施@备注": "没有强制权"}
    filled(blanks[EDUCATION], county / "报送" / f"{EDUCATION}.xlsx", figures)
    result = _collect(county)
    assert _value(result, "行政强制.措施") == "4"
    assert result.collection is not None
    figure = next(each for each in result.collection.figures if each.ref == "行政强制.措施")
    assert [(part.share, part.why) for part in figure.parts] == [("不计", "不适用：没有强制权"), ("计入", "")]


def test_cells_of_a_national_table(tmp_path: Path) -> None:
    """Each cell is a figure of its own; in the report they stand row by row."""
    blanks = blank_forms(tmp_path / "空表", topics=("行政应诉统计表",))
    county = tmp_path / "县"
    (row, column), (_, other), *_ = _cells(blanks[APPEALS])
    line = row.partition(".")[2]
    target = county / "报送" / f"{APPEALS}.xlsx"
    _put(blanks[APPEALS], target, (row, column), 7)
    shutil.copy(blanks[APPEALS].with_name("units.yaml"), county / "units.yaml")
    (county / "report.yaml").write_text("年度: 2026\n指标:\n", encoding="utf-8")
    assert _value(_collect(county), f"行政应诉统计表.{line}_{column}") == "7"
    assert f"  行政应诉统计表:\n    {line}: {{{column}: 7}}\n" in _text(county)
    _put(target, target, (row, column), 8)
    _put(target, target, (row, other), 2)
    assert _codes(_collect(county)) == ["LOAD181"]
    assert f"    {line}: {{{column}: 8, {other}: 2}}\n" in _text(county)


def _cells(form_file: Path) -> list[tuple[str, str]]:
    """The keys of the cells of a form's first table."""
    sheet = sheet_of(load_workbook(form_file), "表")
    return [key for key in keyed(sheet) if "." in key[0]]


def _put(blank: Path, target: Path, key: tuple[str, str], value: int) -> None:
    book = load_workbook(blank)
    cell_at(book, *key, "表").value = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def test_the_command_says_what_came_and_what_was_written(county: Path) -> None:
    run = CliRunner()
    arguments = [
        "collect",
        str(county / "报送"),
        "--units",
        str(county / "units.yaml"),
        "--into",
        str(county / "report.yaml"),
    ]
    first = run.invoke(app, arguments)
    assert first.exit_code == 0, first.output
    assert "应报3、已收3、退回0、重复0、未报0" in first.output
    assert f"已生成：{county / 'report.yaml'}" in first.output
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    (county / "报送" / f"{APPEALS}.xlsx").unlink()
    second = run.invoke(app, [*arguments, "--due", "2027-01-10", "--contact", "张某 8200000"])
    assert "  行政强制.措施：7→9（公安局改报）" in second.output
    assert f"未报1（{APPEALS}）" in second.output
    assert run.invoke(app, [*arguments, "--year", "1999"]).exit_code == 2
    (county / "报送" / "坏.xlsx").write_bytes(b"")
    assert run.invoke(app, arguments).exit_code == 1
