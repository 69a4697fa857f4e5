"""Files that lie about in a clerk's folder and are given where another one is wanted: each is called what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from support.inputs import write
from support.workbooks import shipped

from generator.cli.app import app
from generator.models.collection import Collection
from generator.workflows.trace import trace
from generator.writing.xlsx.summary import summary_workbook


def _said(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(each) for each in arguments])
    assert result.exit_code == 1, result.output
    return result.output


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("表.pdf", b"%PDF-1.4\n", "这是 PDF 文件，不是填报表"),
        ("表.xlsx", b"%PDF-1.4\n", "这是 PDF 文件，不是填报表"),
        ("名单.yaml", "单位:\n  县教育局: {}\n".encode(), "这是单位名单或者报告的输入（.yaml），不是填报表"),
        ("照片.jpg", b"\xff\xd8\xff", ".jpg文件不是填报表"),
        ("表.xlsx", b"1,2", "只是起了表格文件的名字"),
    ],
)
def test_what_is_no_form(name: str, content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    said = _said("collect", tmp_path / name, "--into", tmp_path / "report.yaml")
    assert words in said
    assert said.count("只是起了") == words.count("只是起了")


@pytest.mark.parametrize("name", ["收表", "收表.docx", "没有.xlsx"])
def test_into_what_is_no_report(name: str, tmp_path: Path) -> None:
    (tmp_path / "收表").mkdir()
    said = _said("collect", tmp_path / "收表", "--into", tmp_path / name)
    assert "LOAD190" in said
    assert f"写一个 .yaml 的文件名，如 --into {Path(name).stem}.yaml" in said
    assert "convert" not in said


def test_a_workbook_that_is_a_report_can_be_converted(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "报告.xlsx")
    assert "fazhi convert 报告.xlsx -o 报告.yaml" in _said("collect", tmp_path, "--into", tmp_path / "报告.xlsx")


def test_what_collect_remembers_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "report.来源.json").write_text('{"格式": "1", "年度": 2026}', encoding="utf-8")
    said = _said("check", tmp_path / "report.来源.json")
    assert "记着报告里各个数的来源" in said
    assert "如 report.yaml" in said
    assert "\n1 个错误" in said


def test_the_summary_is_nothing_to_be_checked(tmp_path: Path) -> None:
    """By its sheets, under whatever name."""
    collection = Collection(year=2026, period="全年", receipts=(), figures=(), materials=())
    (tmp_path / "汇总.xlsx").write_bytes(summary_workbook(collection, shipped()))
    said = _said("check", tmp_path / "汇总.xlsx")
    assert "这是 fazhi collect 写出的汇总表" in said
    assert "隐藏的表号" not in said


def test_file_and_figure_may_change_places(tmp_path: Path) -> None:
    file = write(tmp_path)
    right, _ = trace("行政复议.收到", file)
    turned, found = trace(str(file), Path("行政复议.收到"))
    assert turned == right
    assert not len(found)
