"""`fazhi collect`: a report is begun; what stops it; what only a workbook can show."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from support.books import cell_at, sheet_of
from support.collecting import (
    APPEALS,
    EDUCATION,
    FIGURES,
    POLICE,
    TAXES,
    blank_forms,
    codes,
    collected,
    files_in,
    filled,
    text_of,
    value_of,
)
from support.workbooks import keyed

from generator.cli.app import app
from generator.workflows.build import Order, build
from generator.workflows.collect import CollectOrder, collect

# --- a report is begun ----


def test_all_files_are_written(county: Path) -> None:
    result = collected(county)
    assert [each.name for each in result.written] == ["report.yaml", "report.来源.json", "report.汇总表.xlsx"]
    assert (value_of(result, "行政强制.措施"), value_of(result, "行政应诉.应诉")) == ("7", "12")
    assert codes(result) == []
    assert "措施: 7" in text_of(county)
    assert result.collection is not None
    assert {each.unit: each.state for each in result.collection.receipts} == {
        EDUCATION: "已收", APPEALS: "已收", POLICE: "已收", TAXES: "未报",
    }  # fmt: skip


def test_it_builds_once_the_subject_is_filled_in(county: Path) -> None:
    collected(county)
    for key, value in (("名称", "甲县人民政府"), ("类别", "政府"), ("级别", "县级"), ("简称", "甲县")):
        lines = [f"  {key}: {value}" if line.startswith(f"  {key}:") else line for line in text_of(county).split("\n")]
        (county / "report.yaml").write_text("\n".join(lines), encoding="utf-8")
    made = build(Order([county / "report.yaml"], county / "out"))
    assert made.written, list(made.diagnostics)


def test_again_changes_nothing(county: Path) -> None:
    collected(county)
    before = files_in(county)
    result = collected(county)
    assert files_in(county) == before
    assert result.collection is not None
    assert result.collection.changes == ()


def test_the_order_of_inputs_never_matters(county: Path, tmp_path: Path) -> None:
    files = sorted((county / "报送").iterdir())
    collected(county)
    first = files_in(county)
    other = Path(shutil.copytree(county, tmp_path / "又"))
    for name in ("report.yaml", "report.来源.json", "report.汇总表.xlsx"):
        (other / name).unlink()
    collected(other, inputs=[other / "报送" / each.name for each in reversed(files)])
    assert files_in(other) == first


def test_nothing_of_this_computer_is_remembered(county: Path, tmp_path: Path) -> None:
    """Files in the report's folder are called from there, others by their bare names."""
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    shutil.move(county / "报送" / f"{POLICE}.xlsx", elsewhere / f"{POLICE}.xlsx")
    collected(county, inputs=[county / "报送", elsewhere])
    remembered = json.loads((county / "report.来源.json").read_text(encoding="utf-8"))
    names = {each["文件"] for each in remembered["收表"]}
    assert names == {f"报送/{EDUCATION}.xlsx", f"报送/{APPEALS}.xlsx", f"{POLICE}.xlsx"}
    assert str(tmp_path) not in json.dumps(remembered, ensure_ascii=False)


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
    before = files_in(county)
    result = collected(county, into=county / name)
    assert result.written == ()
    assert any(each.startswith(code) for each in codes(result)), codes(result)
    assert files_in(county) == before


def test_a_damaged_memory_stops_it(county: Path) -> None:
    collected(county)
    (county / "report.来源.json").write_text("{", encoding="utf-8")
    before = files_in(county)
    result = collected(county)
    assert (codes(result), result.written) == (["LOAD192"], ())
    assert files_in(county) == before


def test_another_years_memory_is_not_used(county: Path) -> None:
    collected(county)
    (county / "report.来源.json").write_text('{"格式": "1", "年度": 2025}', encoding="utf-8")
    assert "LOAD193" in codes(collected(county))


def test_the_year_must_be_the_reports(county: Path) -> None:
    collected(county)
    assert codes(collected(county, year=2025)) == ["LOAD191"]


def test_no_forms_at_all(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    result = collect(CollectOrder([tmp_path / "空"], tmp_path / "report.yaml"))
    assert ([each.code for each in result.diagnostics], result.written) == (["LOAD180"], ())


def test_an_open_file_keeps_everything_as_it_was(county: Path) -> None:
    collected(county)
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    (county / "report.汇总表.xlsx").unlink()
    (county / "report.汇总表.xlsx").mkdir()
    before = files_in(county)
    result = collected(county)
    assert ("LOAD045" in codes(result), result.written) == (True, ())
    assert files_in(county) == before


# --- what only a workbook can show ----


def test_who_leads_is_read_from_the_form(county: Path, blanks: dict[str, Path]) -> None:
    """The police led two courses, education took part in one of them; who left the tick blank isn't counted."""
    led = {**FIGURES[POLICE], "法治培训.期数": 2, "法治培训.期数@牵头": "是", "法治培训.讲座": 3}
    joined = {**FIGURES[EDUCATION], "法治培训.期数": 1, "法治培训.期数@牵头": "否", "法治培训.讲座": 1}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", led)
    filled(blanks[EDUCATION], county / "报送" / f"{EDUCATION}.xlsx", joined)
    result = collected(county)
    assert (value_of(result, "法治培训.期数"), value_of(result, "法治培训.讲座")) == ("2", "")
    assert codes(result) == ["DATA503", "DATA503"]


def test_what_does_not_apply_is_no_zero(county: Path, blanks: dict[str, Path]) -> None:
    figures = {"行政强制.措施": "不适用", "行政强制.措施@备注": "没有强制权"}
    filled(blanks[EDUCATION], county / "报送" / f"{EDUCATION}.xlsx", figures)
    result = collected(county)
    assert value_of(result, "行政强制.措施") == "4"
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
    assert value_of(collected(county), f"行政应诉统计表.{line}_{column}") == "7"
    assert f"  行政应诉统计表:\n    {line}: {{{column}: 7}}\n" in text_of(county)
    _put(target, target, (row, column), 8)
    _put(target, target, (row, other), 2)
    assert codes(collected(county)) == ["LOAD181"]
    assert f"    {line}: {{{column}: 8, {other}: 2}}\n" in text_of(county)


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
