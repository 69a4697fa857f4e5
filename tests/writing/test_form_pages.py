"""The forms in LibreOffice: printed on A4, nothing cut to ###, no formula in error."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from support import office
from support.inputs import COUNTY
from support.workbooks import converted, keyed, marked_sheets, opened, shipped

from generator.diagnostics import Diagnostics
from generator.loading.report import load_report
from generator.workflows.form_plans import Basis, report_form, unit_form
from generator.writing.xlsx import write_form

MISSING = office.missing()
pytestmark = [pytest.mark.office, pytest.mark.skipif(bool(MISSING), reason=MISSING)]

_A4 = {(210, 297), (297, 210)}


@pytest.fixture(scope="module")
def forms() -> dict[str, bytes]:
    knowledge = shipped()
    loaded = load_report(COUNTY, knowledge, Diagnostics())
    assert loaded is not None
    report = loaded.report
    filled = Basis(knowledge, report.year, "全年", report, filled=True)
    blank = Basis(knowledge, report.year + 1, "全年", report)
    name = "县司法局行政复议与应诉股"
    return {
        "报告": write_form(report_form(filled, list(knowledge.catalogue.topics))),
        "表单": write_form(unit_form(blank, name, knowledge.units.topics_of(name), knowledge.units)),
    }


@pytest.fixture(scope="module")
def printed(forms: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[office.Page]]:
    files = office.to_pdf(forms, tmp_path_factory.mktemp("pages"), "xlsx")
    return {name: office.pages(file) for name, file in files.items()}


@pytest.fixture(scope="module")
def saved(forms: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path: Path = converted(forms["报告"], tmp_path_factory.mktemp("saved"), "xlsx")
    return opened(path.read_bytes(), values=True)


def test_every_page_is_a4(printed: dict[str, list[office.Page]]) -> None:
    for pages in printed.values():
        assert {(round(page.wide), round(page.high)) for page in pages} <= _A4


def test_nothing_is_cut_off(printed: dict[str, list[office.Page]]) -> None:
    """No ### for a number too wide, and no line beyond the edge."""
    for pages in printed.values():
        for page in pages:
            assert not [line.text for line in page.lines if "###" in line.text or "Err:" in line.text]
            assert all(line.right < page.wide and line.bottom < page.high for line in page.lines)


def test_a_sheet_of_figures_is_one_page_wide_with_its_head_on_every_page(
    printed: dict[str, list[office.Page]],
) -> None:
    with_figures = [page for page in printed["表单"] if any("纠纷化解" in line.text for line in page.lines)]

    assert len(with_figures) > 1
    for page in with_figures:
        words = {line.text for line in page.lines}
        assert {"指标", "单位", "2025年", "2026年", "备注"} <= words


def test_no_formula_is_in_error_and_a_sound_report_is_not_red(saved: Workbook) -> None:
    for sheet in saved.worksheets:
        for row in sheet.iter_rows(values_only=True):
            assert not [value for value in row if isinstance(value, str) and value.startswith(("#", "Err:"))]
    results = [row[6] for row in saved["勾稽核对"].iter_rows(min_row=4, values_only=True)]
    assert {"相符", "未核"} <= set(results) <= {"相符", "未核", "留意"}


def test_saved_by_libreoffice_the_keys_and_values_are_the_same(saved: Workbook, forms: dict[str, bytes]) -> None:
    before = {title: keyed(sheet) for title, sheet in marked_sheets(opened(forms["报告"])).items()}
    after = {title: keyed(sheet) for title, sheet in marked_sheets(saved).items()}

    assert after == before
