"""A report goes from YAML into a workbook and back and stays the same, whatever is done to the workbook between."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from support.books import FEW, changed, load, sheets_with_marker, shipped, workbook_of
from support.effort import tries
from support.inputs import COUNTY, DEPARTMENT, EXAMPLE, OVERLAID, SMALL, write
from support.reports import REPORTS, as_yaml

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.loading.report import Loaded
from generator.loading.yaml import parse_yaml
from generator.models.knowledge import Knowledge
from generator.workflows.chains import overlays_of
from generator.workflows.convert import convert
from generator.writing.yaml import write_yaml

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped()


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def _loaded(file: Path, knowledge: Knowledge) -> Loaded:
    loaded, found = load(file, knowledge)
    assert loaded is not None, found
    return loaded


def _valid(data: dict[str, Any], folder: Path, knowledge: Knowledge) -> Loaded:
    loaded, found = load(write(folder, as_yaml(data), "drawn.yaml"), knowledge)
    assume(loaded is not None and not any(each.severity == "error" for each in found))
    assert loaded is not None
    return loaded


@settings(max_examples=tries(60), suppress_health_check=_SLOW)
@given(REPORTS)
def test_any_report_survives_being_written_as_yaml(knowledge: Knowledge, data: dict[str, Any]) -> None:
    with TemporaryDirectory() as name:
        first = _valid(data, Path(name), knowledge)
        again = _loaded(write(Path(name), write_yaml(first.report, knowledge.catalogue)), knowledge)
    assert again.report == first.report
    assert again.body == first.body


@settings(max_examples=tries(4), suppress_health_check=_SLOW)
@given(REPORTS, st.integers())
def test_any_report_survives_yaml_to_workbook_to_yaml(knowledge: Knowledge, data: dict[str, Any], seed: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        first = _valid(data, folder, knowledge)
        book = workbook_of(folder, as_yaml(data), topics=FEW)
        mangled = changed(book, lambda each: _mangle(each, random.Random(seed)))  # noqa: S311 - nothing secret
        for file in (book, mangled):
            again = _loaded(file, knowledge)
            assert again.report == first.report
            assert again.body == first.body
            text = write_yaml(again.report, knowledge.catalogue)
            assert _loaded(write(folder, text, "back.yaml"), knowledge).report == first.report


def _mangle(book: Workbook, chance: random.Random) -> None:
    """Insert rows and columns, hide some, rename sheets, put them in another order."""
    for sheet, _, _ in sheets_with_marker(book):
        for row in sorted(chance.sample(range(1, sheet.max_row + 1), 2), reverse=True):
            sheet.insert_rows(row)
        for column in sorted(chance.sample(range(1, sheet.max_column + 1), 2), reverse=True):
            sheet.insert_cols(column)
        for row in range(1, sheet.max_row):
            sheet.row_dimensions[row].hidden = chance.random() < 0.3
    for number, sheet in enumerate(book.worksheets):
        if sheet.sheet_state == "visible":
            sheet.title = f"{number}{chance.choice('甲乙丙')}"
            book.move_sheet(sheet, chance.randint(-3, 3))


@pytest.mark.parametrize("example", [EXAMPLE, COUNTY, DEPARTMENT, OVERLAID])
def test_examples_go_both_ways(example: Path, tmp_path: Path) -> None:
    """Beside their `fazhi.yaml`, if they have one."""
    home = tmp_path / "例"
    shutil.copytree(example.parent, home)
    known = load_knowledge(overlays_of(home, (), Diagnostics()) or (), Diagnostics())
    assert known is not None
    book, back = home / "去.xlsx", home / "回.yaml"
    assert convert(example, book).written == (book,)
    assert convert(book, back).written == (back,)
    assert _loaded(back, known).report == _loaded(example, known).report
    assert "  - |-\n" in back.read_text(encoding="utf-8") or example in (DEPARTMENT, OVERLAID)


def test_blocks_for_long_text_and_one_line_for_short_things(knowledge: Knowledge, tmp_path: Path) -> None:
    text = write_yaml(_loaded(write(tmp_path, SMALL), knowledge).report, knowledge.catalogue)
    assert "  行政复议: {收到: 12, 受理: 11, 不予受理: 1, 审结: 11}\n" in text
    assert '        - "{{ 行政复议 }}"\n' in text
    assert parse_yaml(text, "x", Diagnostics()) is not None


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = write(tmp_path)
    there = tmp_path / "已有.xlsx"
    there.write_bytes(b"1")
    result = convert(file, there)
    assert [each.code for each in result.diagnostics] == ["LOAD174"]
    assert there.read_bytes() == b"1"


@pytest.mark.parametrize("name", ["报告.docx", "报告.yaml", "报告"])
def test_the_name_must_be_of_the_other_kind(tmp_path: Path, name: str) -> None:
    result = convert(write(tmp_path, name="report.yaml"), tmp_path / "out" / name)
    assert [each.code for each in result.diagnostics] == ["LOAD174"]
    assert not (tmp_path / "out").exists()


def test_an_input_with_errors_is_not_converted(tmp_path: Path) -> None:
    book = workbook_of(tmp_path, topics=FEW)

    def spoil(each: Workbook) -> None:
        each["基本信息"]["C4"].value = "9"

    back = tmp_path / "back.yaml"
    result = convert(changed(book, spoil), back)
    assert result.diagnostics.has_errors
    assert not back.exists()


def test_a_no_that_was_typed_is_kept(tmp_path: Path, knowledge: Knowledge) -> None:
    book, back = tmp_path / "报告.xlsx", tmp_path / "报告.yaml"
    convert(COUNTY, book)
    convert(book, back)
    for file in (COUNTY, book, back):
        first = _loaded(file, knowledge).report.heads[0]
        assert first.was_denied("不公开")
        assert not first.was_denied("只给")
