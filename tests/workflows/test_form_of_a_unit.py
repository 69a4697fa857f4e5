"""What a unit's form asks for beside figures, and which figures of last year it carries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from support.books import cell_at, changed, home, read
from support.inputs import COUNTY, write
from support.workbooks import keyed, marked_sheets, shipped

from generator.diagnostics import Diagnostics, Severity
from generator.loading.submission import load_submission
from generator.models.submission import WorkDone
from generator.workflows.form import FormOrder, form

POLICE, SECTION = "县公安局", "县司法局行政复议与应诉股"


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _form(tmp_path_factory.mktemp("form"), FormOrder(Path(), year=2026, unit=POLICE, topics=("行政处罚",)))


def _form(folder: Path, order: FormOrder) -> Path:
    file = folder / "表.xlsx"
    made = form(FormOrder(**{**vars(order), "out": file}))
    assert made.written == (file,), list(made.diagnostics)
    return file


def _told(book: Workbook) -> None:
    cell_at(book, "1", "任务", "列表:工作情况").value = "行政执法"
    cell_at(book, "1", "标题", "列表:工作情况").value = "规范处罚"
    cell_at(book, "1", "文", "列表:工作情况").value = "统一文书样式。\n全年评查案卷120卷。"
    cell_at(book, "1", "佐证", "列表:工作情况").value = "评查通报"
    cell_at(book, "2", "文", "列表:工作情况").value = "=接入平台"
    cell_at(book, "2", "文", "列表:工作情况").data_type = "s"


def test_what_the_unit_did_is_read_back(blank: Path) -> None:
    knowledge, found = shipped(), Diagnostics()
    filled = read(changed(blank, _told), knowledge).filled
    assert filled is not None
    submitted = load_submission(filled, knowledge, found)
    assert submitted is not None
    assert submitted.submission.work == [
        WorkDone(task="行政执法", heading="规范处罚", text="统一文书样式。\n全年评查案卷120卷。", evidence="评查通报"),
        WorkDone(text="=接入平台"),
    ]
    assert [each.message for each in found if each.severity is Severity.ERROR] == []


def test_heads_are_words_that_a_clerk_knows(blank: Path) -> None:
    book = load_workbook(blank)
    heads = {
        str(cell.value) for sheet in marked_sheets(book).values() for row in sheet.iter_rows(max_row=4) for cell in row
    }
    assert {"工作情况", "依据的文件"} <= heads
    head = home(cell_at(book, "1", "文", "列表:工作情况")).cell(
        4, cell_at(book, "1", "文", "列表:工作情况").column or 0
    )
    assert head.value == "工作情况"


def test_who_leads_is_asked_beside_the_figure(tmp_path: Path) -> None:
    """Until the cell under 是否牵头 says something; the words of a relation that fails come first, without its code."""
    book = load_workbook(_form(tmp_path, FormOrder(Path(), year=2026, unit=POLICE, topics=("普法宣传",))))
    sheet = home(cell_at(book, "普法宣传.活动", "牵头"))
    cell = cell_at(book, "普法宣传.活动", "牵头")
    check = next(each.column for each in sheet[3] if each.value == "勾稽核对")
    formula = str(sheet.cell(cell.row, check).value)
    assert f"${cell.column_letter}${cell.row}" in formula
    assert "是否牵头" in formula


def test_tasks_are_chosen_from_those_of_the_year(blank: Path) -> None:
    book = load_workbook(blank)
    sheet = book["工作情况"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    cell = cell_at(book, "1", "任务", "列表:工作情况").coordinate
    (rule,) = (each for each in rules if cell in each.sqref)
    listed = [each[0].value for each in book["_选项"][rule.formula1.partition("!")[2].replace("$", "")]]
    outline = shipped().outline_for(2026)
    assert outline is not None
    assert listed == [task.名称 for task in outline.任务]


def _remembered(folder: Path, **changes: object) -> Path:
    """Last year's report, and what it was collected from."""
    report = write(folder, COUNTY.read_text(encoding="utf-8"))
    parts = [
        {"单位": POLICE, "文件": "a.xlsx", "值": "800", "份额": "计入"},
        {"单位": SECTION, "文件": "b.xlsx", "值": "7", "份额": "参照"},
    ]
    data = {
        "格式": "1",
        "年度": 2025,
        "期间": "全年",
        "指标": {
            "行政处罚.决定": {"值": "1186", "规则": "求和", "来源": parts},
            "行政处罚.听证": {"值": "6", "规则": "求和", "来源": [{**parts[0], "值": ""}]},
            "行政处罚.罚没": {"值": "6", "规则": "求和", "来源": [{**parts[0], "值": "=1+1"}]},
            "行政复议.收到": {"值": "86", "规则": "单一来源", "来源": [{**parts[1], "值": "80"}]},
        },
        **changes,
    }
    (folder / "report.来源.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return report


def _last_year(file: Path) -> dict[str, object]:
    cells = {key: value for sheet in marked_sheets(load_workbook(file)).values() for key, value in keyed(sheet).items()}
    return {row: value for (row, column), value in cells.items() if column == "上年" and value is not None}


def test_a_unit_gets_its_own_figures_of_last_year(tmp_path: Path) -> None:
    """Its part of a sum; nothing of what it didn't give, or of what is no figure."""
    order = FormOrder(Path(), year=2026, unit=POLICE, topics=("行政处罚",), source=_remembered(tmp_path))
    assert _last_year(_form(tmp_path, order)) == {"行政处罚.决定": 800}


def test_where_it_is_the_source_the_report_has_the_last_word(tmp_path: Path) -> None:
    order = FormOrder(Path(), year=2026, unit=SECTION, topics=("行政复议",), source=_remembered(tmp_path))
    assert _last_year(_form(tmp_path, order))["行政复议.收到"] == 86


@pytest.mark.parametrize("changes", [{"年度": 2024}, {"期间": "上半年"}, {"指标": 7}])
def test_what_cannot_be_used_is_told_and_the_form_made(changes: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    source = _remembered(tmp_path, **changes)
    made = form(FormOrder(file, year=2026, unit=POLICE, topics=("行政处罚",), source=source))
    assert [(each.code, each.severity) for each in made.diagnostics] == [("LOAD198", Severity.WARNING)]
    assert _last_year(file) == {}
