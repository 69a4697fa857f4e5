"""`fazhi check --annotate`: the findings stand in the cells of a copy, and the original stays as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from support.books import FEW, cell_at, changed, home, workbook_of
from support.inputs import write

from generator.cli.app import app
from generator.workflows.check import check_and_annotate


def _spoiled(folder: Path) -> Path:
    def spoil(book: Workbook) -> None:
        cell_at(book, "行政复议.收到", "值").value = 20
        cell = cell_at(book, "行政复议.审结", "值")
        cell.value, cell.comment = "见附件", Comment("请李四核对", "张三")

    return changed(workbook_of(folder, topics=FEW), spoil, "县 报告(3).xlsx")


def test_the_copy_has_colours_comments_and_a_list(tmp_path: Path) -> None:
    file = _spoiled(tmp_path)
    before = file.read_bytes()
    result = check_and_annotate([file])
    assert result.written == (tmp_path / "县 报告(3)_疑点.xlsx",)
    assert file.read_bytes() == before
    book = load_workbook(result.written[0])
    wrong = cell_at(book, "行政复议.审结", "值")
    assert wrong.comment is not None
    assert "LOAD056" in wrong.comment.text
    assert "办法：" in wrong.comment.text
    assert wrong.fill.fgColor.rgb == "00F4B6B6"
    listed = [[cell.value for cell in row] for row in book["疑点"].iter_rows(min_row=3)]
    assert [row[2] for row in listed] == [each.code for each in result.diagnostics]
    assert f"{home(wrong).title}!{wrong.coordinate}" in [row[0] for row in listed]


def test_a_comment_of_staff_is_kept(tmp_path: Path) -> None:
    copy = check_and_annotate([_spoiled(tmp_path)]).written[0]
    comment = cell_at(load_workbook(copy), "行政复议.审结", "值").comment
    assert comment is not None
    assert comment.text.startswith("请李四核对\n----\n【")
    assert comment.author == "张三"


def test_the_copy_can_be_corrected_and_checked_again(tmp_path: Path) -> None:
    copy = check_and_annotate([_spoiled(tmp_path)]).written[0]

    def correct(book: Workbook) -> None:
        cell_at(book, "行政复议.收到", "值").value = 12
        cell_at(book, "行政复议.审结", "值").value = 11

    again = check_and_annotate([changed(copy, correct, "改好.xlsx")])
    assert not again.diagnostics.has_errors
    assert [each.code for each in again.diagnostics if each.code.startswith("LOAD")] == []


def test_what_the_copy_loses_is_said(tmp_path: Path) -> None:
    file = _spoiled(tmp_path)
    target = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/charts/chart1.xml", b"<c/>")
        archive.writestr("xl/media/image1.png", b"1")
    file.write_bytes(target.getvalue())
    result = CliRunner().invoke(app, ["check", str(file), "--annotate"])
    assert result.exit_code == 1
    assert "县 报告(3)_疑点.xlsx 里没有原件的图表、图片；原件没有改动" in result.output
    assert f"疑点已标在：{tmp_path / '县 报告(3)_疑点.xlsx'}" in result.output


def test_without_the_option_nothing_is_written(tmp_path: Path) -> None:
    file = _spoiled(tmp_path)
    CliRunner().invoke(app, ["check", str(file)])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report.xlsx", "source.yaml", "县 报告(3).xlsx"]


def test_yaml_has_no_cells(tmp_path: Path) -> None:
    result = check_and_annotate([write(tmp_path)])
    assert "LOAD175" in [each.code for each in result.diagnostics]
    assert result.written == ()


def test_a_file_that_cannot_be_opened_is_not_copied(tmp_path: Path) -> None:
    file = tmp_path / "坏.xlsx"
    file.write_bytes(b"PK\x03\x04")
    result = check_and_annotate([file])
    assert [each.code for each in result.diagnostics] == ["LOAD142"]
    assert result.written == ()


def test_a_copy_that_was_corrected_is_never_overwritten(tmp_path: Path) -> None:
    """One that nobody touched stays the only one; beside one that was changed a new one is written, and it is said."""
    file = _spoiled(tmp_path)
    (first,) = check_and_annotate([file]).written
    assert check_and_annotate([file]).written == (first,)
    assert check_and_annotate([file]).notes == ()

    def correct(book: Workbook) -> None:
        cell_at(book, "行政复议.审结", "值").value = 11

    changed(first, correct, first.name)
    corrected = first.read_bytes()
    again = CliRunner().invoke(app, ["check", str(file), "--annotate"])
    second = tmp_path / "县 报告(3)_疑点2.xlsx"
    assert first.read_bytes() == corrected
    assert f"疑点已标在：{second}" in again.output
    assert f"已有的 {first.name} 可能改过，没有覆盖，这次写成 {second.name}" in again.output
    (third,) = check_and_annotate([first]).written
    assert third.name == "县 报告(3)_疑点3.xlsx"
    assert first.read_bytes() == corrected


def test_classified_material_is_not_copied(tmp_path: Path) -> None:
    def mark(book: Workbook) -> None:
        cell_at(book, "行政复议.审结", "值").value = "机密★10年"

    file = changed(workbook_of(tmp_path, topics=FEW), mark, "县.xlsx")
    result = check_and_annotate([file])
    assert "LOAD049" in {each.code for each in result.diagnostics}
    assert result.written == ()
    assert not list(tmp_path.glob("*_疑点*"))
