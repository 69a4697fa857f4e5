"""A unit's form can be checked by itself, and isn't taken for a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from support.books import cell_at, changed

from generator.workflows.build import Order, build
from generator.workflows.check import check, check_and_annotate
from generator.workflows.form import FormOrder, form


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("form") / "复议应诉股.xlsx"
    made = form(FormOrder(file, year=2026, unit="复议应诉股", topics=("行政复议",)))
    assert made.written == (file,), list(made.diagnostics)
    return file


def _filled(book: Workbook) -> None:
    cell_at(book, "行政复议.收到", "值").value = 12
    cell_at(book, "行政复议.受理", "值").value = 11
    cell_at(book, "行政复议.不予受理", "值").value = 1
    cell_at(book, "1", "标题", "列表:不足").value = "力量不足"


def _contrary(book: Workbook) -> None:
    _filled(book)
    cell_at(book, "行政复议.受理", "值").value = 20


def _untitled(book: Workbook) -> None:
    _contrary(book)
    cell_at(book, "1", "标题", "列表:不足").value = None
    cell_at(book, "1", "表现", "列表:不足").value = "人手少"


def test_a_sound_form(blank: Path) -> None:
    assert [each.code for each in check([changed(blank, _filled, "好.xlsx")])] == []


def test_figures_that_contradict_each_other_are_found_in_their_cells(blank: Path) -> None:
    result = check_and_annotate([changed(blank, _contrary, "矛盾.xlsx")])
    assert {each.place.sheet for each in result.diagnostics} == {"纠纷化解"}
    assert [each.code for each in result.diagnostics] == ["DATA101"]
    assert [each.name for each in result.written] == ["矛盾_疑点.xlsx"]


def test_figures_are_checked_although_something_else_is_wrong(blank: Path) -> None:
    found = check([changed(blank, _untitled, "缺题.xlsx")])
    assert {"LOAD057"} < {each.code for each in found}
    assert any(each.code.startswith("DATA") for each in found)


def test_a_form_is_no_report(blank: Path, tmp_path: Path) -> None:
    result = build(Order([blank], tmp_path / "out"))
    assert [each.code for each in result.diagnostics] == ["LOAD154"]
    assert result.written == ()
