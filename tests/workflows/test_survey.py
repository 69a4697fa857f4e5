"""`fazhi check 文件夹`: every report a row, who sent none, and nothing stopped by a bad file."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Self

import click
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from support.inputs import ROOT
from support.sent_reports import folder_of, report

from generator.cli.app import app
from generator.cli.chinese import explain
from generator.models.survey import Survey, SurveyRow
from generator.models.units import Unit, Units
from generator.workflows.survey import SurveyOrder, survey
from generator.workflows.survey_units import sender


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def made(folder: Path) -> Survey:
    found = survey(SurveyOrder([folder], folder / "units.yaml")).survey
    assert found is not None
    return found


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


def test_a_row_for_each_report_in_official_order(made: Survey) -> None:
    """Locks, copies with findings, settings and the list itself are no reports."""
    assert [(row.unit, row.file) for row in made.rows] == [
        ("县教育局", "01 教育局.docx"),
        ("县公安局", "公安局.docx"),
        ("石桥镇", "乡镇/石桥镇.docx"),
        ("", "坏.docx"),
    ]
    assert made.others == ("街道.wps",)


def test_who_owes_a_report_and_sent_none(made: Survey) -> None:
    """Departments, towns and subdistricts; offices of the Party only fill forms."""
    assert (made.owing, made.missing) == (4, ("东门街道",))
    assert made.in_words() == "共4份；应报4个单位，已报3，未报1；逾期1份；读不了1份"


def test_what_a_row_says(made: Survey) -> None:
    school, police, town, bad = made.rows
    assert (school.organ, school.kind, school.level, school.year) == ("栖云县教育局", "部门", "县级", 2026)
    assert school.title == "栖云县教育局关于2026年度法治政府建设情况的报告"
    assert (school.dated, school.in_time) == (date(2027, 2, 9), "按期")
    assert school.items == {"举措成效": "有", "不足原因": "有", "第一责任人": "有", "下年安排": "有", "其他": "—"}
    assert (police.in_time, police.items["不足原因"]) == ("迟3天", "缺")
    assert police.worst[0].endswith("缺少必备事项“不足原因”")
    assert len(police.worst) == 3
    assert police.errors == school.errors + 1
    assert (town.kind, town.level, town.in_time) == ("乡镇", "乡级", "按期")
    assert bad.unread == "这个文件其实是文本，只是起了 Word 文档的名字"
    assert (bad.errors, dict(bad.items)) == (1, {})


def test_without_a_list_by_file_name(folder: Path) -> None:
    found = survey(SurveyOrder([folder / "公安局.docx", folder / "01 教育局.docx", folder / "公安局.docx"])).survey
    assert found is not None
    assert [row.file for row in found.rows] == ["01 教育局.docx", "公安局.docx"]
    assert (found.owing, found.missing) == (None, ())


def test_inputs_are_rows_too(tmp_path: Path) -> None:
    """Items by the report's sections, days by its versions; the latest counts."""
    found = survey(SurveyOrder([ROOT / "examples" / "jianchuan-2020"])).survey
    assert found is not None
    (row,) = found.rows
    assert (row.file, row.organ, row.year) == ("report.yaml", "剑川县人民政府", 2020)
    assert row.items["下年安排"] == "有"
    assert row.in_time == "迟7天"
    assert row.dated is not None


def test_the_kind_is_known_by_the_list_where_the_name_does_not_tell(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(report("栖云县人民政府办公室", "2027年3月1日"))
    units = tmp_path / "units.yaml"
    units.write_text("单位:\n  县人民政府办公室: {包: [通用]}\n", encoding="utf-8")
    alone = survey(SurveyOrder([tmp_path])).survey
    listed = survey(SurveyOrder([tmp_path], units)).survey
    assert alone is not None
    assert listed is not None
    assert [(row.kind, row.in_time) for row in alone.rows if row.file == "a.docx"] == [("", "")]
    assert [(row.kind, row.in_time, row.items["其他"]) for row in listed.rows] == [("部门", "迟1天", "—")]


PUBLIC = """\
格式: 1
年度: 2025
主体: {名称: [青禾县人民政府], 类别: 政府, 级别: 县级, 简称: 青禾县}
报送: [{名称: 公开版, 对象: 社会公开, 成文日期: 2026-03-20DAY}]
正文: [{段: 全县依法行政。}]
"""


@pytest.mark.parametrize(
    ("day", "in_time"), [("", ""), (", 发布日期: 2026-03-31", "按期"), (", 发布日期: 2026-04-02", "迟2天")]
)
def test_what_is_for_the_public_is_in_time_by_its_publication(day: str, in_time: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PUBLIC.replace("DAY", day), encoding="utf-8")
    found = survey(SurveyOrder([tmp_path])).survey
    assert found is not None
    assert [row.in_time for row in found.rows] == [in_time]


def _unit(name: str, short: str) -> Unit:
    return Unit.model_validate(
        {"名称": name, "简称": short, "序": "1", "类型": "部门", "报送": "必报", "来源": "示例", "强度": "惯例"}
    )


UNITS = Units(
    {name: _unit(name, short) for name, short in (("县交通运输局", "交通局"), ("县局", "县局"), ("甲镇", "甲镇"))}
)
SENDERS = {
    "its name": (SurveyRow("x.docx", "栖云县交通运输局"), "县交通运输局"),
    "one of two": (SurveyRow("x.docx", "中共甲镇委员会 甲镇人民政府"), "甲镇"),
    "by the file": (SurveyRow("03交通局.docx"), "县交通运输局"),
    "the organ before the file": (SurveyRow("交通局转甲镇.docx", "栖云县甲镇人民政府"), "甲镇"),
    "two fit as well": (SurveyRow("x.docx", "县局 甲镇"), ""),
    "nobody": (SurveyRow("x.docx", "栖云县水利局"), ""),
}


@pytest.mark.parametrize(("row", "unit"), SENDERS.values(), ids=SENDERS)
def test_whose_a_report_is(row: SurveyRow, unit: str) -> None:
    assert sender(row, UNITS) == unit


def test_the_console_and_the_workbook(folder: Path, tmp_path: Path) -> None:
    """Findings are counted, not listed; the exit code is that of all of them."""
    units = str(folder / "units.yaml")
    table = tmp_path / "一览表.xlsx"
    shown = _run(str(folder), "--units", units)
    assert "未报：东门街道" in shown.output
    assert "没有读的其他文件：街道.wps" in shown.output
    assert "读不了：坏.docx" in shown.output
    assert "PAGE" not in shown.output
    assert shown.exit_code == 1
    written = _run(str(folder), "--units", units, "--table", str(table))
    assert f"已生成：{table}" in written.output
    assert "共4份；应报4个单位" in written.output
    sheet = load_workbook(BytesIO(table.read_bytes())).active
    assert sheet is not None
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == [
        "栖云县教育局", "栖云县公安局", "栖云县石桥镇人民政府", None, "东门街道", "没有读的其他文件", "合计4份",
    ]  # fmt: skip


def test_what_somebody_sent_is_never_passed_over(folder: Path, tmp_path: Path) -> None:
    """Two versions of a report, a copy of it, archives, scans, workbooks, names without an end."""
    sent = tmp_path / "收"
    shutil.copytree(folder, sent)
    for name in ("石桥镇 - 副本.docx", "石桥镇（改）.docx"):
        shutil.copy(sent / "乡镇/石桥镇.docx", sent / name)
    (sent / "石桥镇（改）.docx").write_bytes((sent / "公安局.docx").read_bytes())
    for name in ("街道.zip", "街道.jpg", "街道.xlsx", "街道", "街道_疑点.xlsx"):
        (sent / name).write_bytes(b"")
    told = _run(str(sent), "--units", str(sent / "units.yaml"), "--table", str(sent / "一览表.xlsx"))
    assert told.exit_code == 1
    found = survey(SurveyOrder([sent], sent / "units.yaml", sent / "一览表.xlsx")).survey
    assert found is not None
    assert sorted(found.others) == ["街道", "街道.jpg", "街道.wps", "街道.xlsx", "街道.zip"]
    assert dict(found.beside())["石桥镇交了2份"] == "乡镇/石桥镇.docx、石桥镇 - 副本.docx（内容一样）"
    assert dict(found.beside())["县公安局交了2份"] == "公安局.docx、石桥镇（改）.docx（内容一样）"


def test_a_text_file_has_the_table_and_every_finding(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果.txt"
    _run(str(folder), "-o", str(out))
    text = out.read_text(encoding="utf-8")
    assert text.startswith("文件 ")
    assert text.index("读不了：坏.docx") < text.index("LOAD201") < text.index("个错误，")


def test_files_for_programs_hold_every_finding(folder: Path) -> None:
    told = json.loads(_run(str(folder), "--format", "json").stdout_bytes)["diagnostics"]
    assert {"LOAD201", "PART001"} <= {each["code"] for each in told}
    assert {Path(each["place"]["file"]).name for each in told} == {
        "01 教育局.docx", "公安局.docx", "石桥镇.docx", "坏.docx",
    }  # fmt: skip


def test_a_bar_goes_through_all(folder: Path) -> None:
    seen: list[tuple[int, str]] = []

    class _Bar:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

        def update(self, n_steps: int) -> None:
            seen.append((n_steps, ""))

    def progress(count: int, label: str) -> _Bar:
        seen.append((count, label))
        return _Bar()

    survey(SurveyOrder([folder], folder / "units.yaml"), progress)
    assert seen == [(4, "检查"), *[(1, "")] * 4]


def test_nothing_to_survey_and_a_bad_list(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert "LOAD234" in _run(str(tmp_path / "leer")).output
    beside = _run(str(tmp_path / "leer"), str(folder / "公安局.docx"))
    assert "LOAD234" in beside.output
    assert "共1份" in beside.output
    bad = tmp_path / "bad.yaml"
    bad.write_text("单位: 没有\n", encoding="utf-8")
    result = _run(str(folder), "--units", str(bad))
    assert "LOAD125" in result.output
    assert result.exit_code == 1


def test_a_table_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").mkdir()
    result = _run(str(folder), "--table", str(tmp_path / "t.xlsx"))
    assert "LOAD235" in result.output
    assert "公安局.docx" in result.output


@pytest.mark.parametrize(("table", "said"), [("一览表.docx", "应以 .xlsx 结尾"), ("a.xlsx", "不能写到被检查的文件")])
def test_wrong_usage(table: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["check", "a.xlsx", "--table", table], standalone_mode=False)
    assert isinstance(result.exception, click.UsageError)
    assert said in explain(result.exception)


def test_a_table_that_somebody_made_or_changed_stays(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "一览表.xlsx"
    arguments = (str(folder / "公安局.docx"), "--table", str(table))
    assert _run(*arguments).exit_code == _run(*arguments).exit_code == 1
    book = load_workbook(table)
    book.save(table)
    changed = table.read_bytes()
    refused = CliRunner().invoke(app, ["check", *arguments], standalone_mode=False)
    assert isinstance(refused.exception, click.UsageError)
    assert "没有覆盖" in explain(refused.exception)
    assert table.read_bytes() == changed


def test_rows_of_several_surveys_are_alike(made: Survey, folder: Path) -> None:
    """The same folder, the same survey."""
    again = survey(SurveyOrder([folder], folder / "units.yaml")).survey
    assert again == replace(made)
