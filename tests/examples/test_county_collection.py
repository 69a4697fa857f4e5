"""The example of collecting: what the forms of a fictitious county become, the faulty ones among them."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from support.county_forms import EXAMPLE, collected, script
from support.workbooks import shipped

from generator.diagnostics import Severity
from generator.models.catalogue import Catalogue
from generator.workflows.check import check
from generator.workflows.trace import trace

GOLDEN = Path(__file__).parent / "collected.yaml"
_NOT_COUNTED = ("05_县公安局_2026年度填报表.xlsx", "农业农村局填报表.xlsx")
"""Of the forms that came first: sent again by the unit later, and on last year's form."""
_IN_LIFE = (
    ("县公安局_2026年度填报表 副本(3)最终版.xlsx", "公安局补报"),
    ("石桥镇填报表 副本(2).xlsx", ""),
    ("县政府办填报表(终稿).xlsx", ""),
)

Figures = dict[tuple[str, str], Decimal]


@pytest.fixture
def folder(county_forms: Path, tmp_path: Path) -> Path:
    """A folder in which the forms have come in."""
    shutil.copytree(county_forms / "first", tmp_path / "收表")
    return tmp_path


def _corrected(county_forms: Path, folder: Path) -> None:
    """The forms that came after they were asked for again, put where the first ones are."""
    shutil.copytree(county_forms / "corrected", folder / "收表", dirs_exist_ok=True)


def test_the_report_that_collecting_begins(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """All figures of the county, a section for each task, the plans that were answered; `--update-golden` keeps it."""
    result = collected(folder)
    text = (folder / "report.yaml").read_text(encoding="utf-8")
    if update_golden:
        GOLDEN.write_text(text, encoding="utf-8")

    assert [file.name for file in result.written] == [
        "report.yaml",
        "report.来源.json",
        "report.汇总表.xlsx",
        "report.素材.docx",
    ]
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_how_it_stands_with_every_unit(folder: Path) -> None:
    """In official order: received, sent back, missing; who sent twice has sent."""
    county = collected(folder).collection
    assert county is not None
    states = {receipt.unit: receipt.state for receipt in county.receipts}

    assert len(states) == 14
    assert next(iter(states)) == "县委组织部"
    assert next(reversed(states)) == "东门街道"
    assert {unit for unit, state in states.items() if state == "未报"} == {"县教育局"}
    assert {unit for unit, state in states.items() if state == "退回"} == {
        "县农业农村局",
        "县市场监督管理局",
        "石桥镇",
    }
    police = next(receipt for receipt in county.receipts if receipt.unit == "县公安局")
    assert [Path(file).name for file in police.files] == [_IN_LIFE[0][0], _NOT_COUNTED[0]]


def test_what_is_found_in_the_forms(folder: Path) -> None:
    """Every error and warning, at its cell; a renamed sheet and a file in a folder below are none."""
    found = {
        (each.code, Path(each.place.file).name, f"{each.place.sheet}!{each.place.cell}" if each.place.cell else "")
        for each in collected(folder).diagnostics
        if each.severity is not Severity.INFO
    }

    assert found == {
        ("LOAD185", "05_县公安局_2026年度填报表.xlsx", ""),
        ("LOAD153", "农业农村局填报表.xlsx", ""),
        ("LOAD181", "report.yaml", ""),
        ("DATA512", "县法院复函附表.xlsx", "纠纷化解!E21"),
        ("DATA245", "市监局填报表.xlsx", "行政执法(改)!E21"),
        ("DATA262", "市监局填报表.xlsx", "行政执法(改)!E42"),
        ("DATA006", "市监局填报表.xlsx", "行政执法(改)!E43"),
        ("DATA511", "执法监督股.xlsx", "行政执法!E31"),
        ("DATA501", "石桥镇填报表 副本(2).xlsx", ""),
        ("LOAD156", "石桥镇填报表 副本(2).xlsx", "公共法律服务!E9"),
        ("LOAD056", "石桥镇填报表 副本(2).xlsx", "行政执法!E10"),
        ("DATA008", "石桥镇填报表 副本(2).xlsx", "行政执法!E18"),
    }


def test_a_figure_leads_to_its_cells_before_the_subject_is_filled_in(folder: Path) -> None:
    """The clerk asks about figures first, and writes later."""
    collected(folder)
    lines, diagnostics = trace("行政处罚.罚没", folder / "report.yaml")

    assert not diagnostics.has_errors
    assert any(line.endswith("  52.36  计入") for line in lines)
    assert lines[-1].startswith("用在：这份输入还有错误")


def test_a_form_that_says_which_counts(folder: Path) -> None:
    """`--use` takes the older one of the two."""
    collected(folder, use=(f"收表/{_NOT_COUNTED[0]}",))
    assert _merged(folder)["行政处罚"]["决定"] == "827"


def test_every_sum_is_the_plain_sum_of_the_cells(folder: Path) -> None:
    """Read by openpyxl alone: columns found by their heads, rows by the words in them, no key and no code of ours."""
    collected(folder)
    catalogue = shipped().catalogue
    plain: Figures = {}
    for file in sorted((folder / "收表").rglob("*.xlsx")):
        if file.name not in _NOT_COUNTED:
            for key, figure in _plain_figures(file, catalogue).items():
                plain[key] = plain.get(key, Decimal(0)) + figure
    merged = {
        (topic, name): _worth(str(value))
        for topic, values in _merged(folder).items()
        for name, value in values.items()
        if name in catalogue.topics[topic].指标 and catalogue.topics[topic].指标[name].合并 == "求和"
    }

    assert len(merged) > 40
    assert merged == {key: plain[key] for key in merged}
    missing = {key for key in plain if key not in merged and catalogue.topics[key[0]].指标[key[1]].合并 == "求和"}
    assert {topic for topic, _ in missing} == {"第一责任人_部门"}, "about each unit's own head, never added up"


def _merged(folder: Path) -> dict[str, dict[str, str]]:
    """The figures of the report, by a YAML reader that keeps what is written."""
    text = (folder / "report.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)["指标"]  # noqa: S506 - makes only text
    return read


def _plain_figures(file: Path, catalogue: Catalogue) -> Figures:
    """The figures of a form by topic and indicator."""
    topics = {topic.标签: topic for topic in catalogue.topics.values()}
    found: Figures = {}
    for sheet in load_workbook(file).worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        head = next((row for row in rows if "指标" in row and "2026年" in row), None)
        if head is None or sheet.sheet_state != "visible":
            continue
        label, figure = head.index("指标"), head.index("2026年")
        topic = None
        for row in rows[rows.index(head) + 1 :]:
            topic = topics.get(str(row[label]), topic) if row[label + 1] is None else topic
            names = [name for name, entry in topic.指标.items() if entry.标签 == row[label]] if topic else []
            worth = _worth(str(row[figure]))
            if topic is not None and names and worth is not None:
                found[topic.名称, names[0]] = worth
    return found


def _worth(typed: str) -> Decimal | None:
    """What a figure says in numbers, whatever it says of how exact it is."""
    match = re.fullmatch(r"约?([\d.]+)(万?)[余多]*", typed)
    return Decimal(match[1]) * (10000 if match[2] else 1) if match else None


def test_a_second_run_after_units_and_clerk_have_changed_figures(folder: Path, county_forms: Path) -> None:
    """The corrected figures come in, what the clerk wrote stays, and what both changed is told with both values."""
    collected(folder)
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    clerk = text.replace("  行政处罚: {", "  # 处罚决定与统计年报一致\n  行政处罚: {").replace("决定: 830", "决定: 835")
    clerk = clerk.replace("公示: 21760", "公示: 2.2万").replace("解读: 8, ", "").replace("稿件: 742", "稿件: 750")
    report.write_text(clerk, encoding="utf-8")
    _corrected(county_forms, folder)
    result = collected(folder)
    after = report.read_text(encoding="utf-8")

    assert not result.diagnostics.has_errors
    assert report.with_name("report.yaml.bak").read_text(encoding="utf-8") == clerk
    assert "  # 处罚决定与统计年报一致\n  行政处罚: {立案: 928, 决定: 835, " in after
    assert "解读" not in _merged(folder)["规范性文件"]
    assert _merged(folder)["三项制度"]["公示"] == "2.2万"
    assert _merged(folder)["行政检查"]["检查"] == "7960"
    assert _merged(folder)["校园法治"]["配备率"] == "100%"
    both = [each.message for each in result.diagnostics if each.code == "DATA516"]
    assert len(both) == 2
    assert any("835" in message and "869" in message for message in both)
    assert result.collection is not None
    assert any("行政检查.检查：约6900→7960" in change for change in result.collection.changes)


def test_collecting_once_more_changes_nothing(folder: Path) -> None:
    """The same forms, the same bytes in every file."""
    collected(folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    collected(folder)
    again = {file.name: file.read_bytes() for file in folder.iterdir() if file.name in before}

    assert again == before


def test_the_finished_report_goes_with_the_forms(folder: Path, county_forms: Path) -> None:
    """Collected again it stays as it is; nothing in it is wrong, and its figures lead to the cells."""
    _corrected(county_forms, folder)
    for name in ("report.yaml", "report.来源.json"):
        shutil.copy(EXAMPLE / name, folder)
    result = collected(folder)
    report = folder / "report.yaml"

    assert report.read_bytes() == (EXAMPLE / "report.yaml").read_bytes()
    assert result.updated is not None
    assert (result.updated.added, result.updated.replaced) == (0, 0)
    assert [d.message for d in check([report]) if d.severity is not Severity.INFO] == []
    assert "行政执法(改)!E21  306  计入" in "\n".join(trace("行政处罚.决定", report)[0])


@pytest.mark.office
def test_a_form_saved_by_libreoffice_gives_the_same_figures(folder: Path) -> None:
    """One of the units sends an .ods."""
    before = _merged_of(folder)
    (folder / "收表" / "执法监督股.xlsx").unlink()
    made = script().make_forms(folder / "收表", only="县司法局行政执法监督股")

    assert made[0].suffix == ".ods"
    assert _merged_of(folder) == before


def _merged_of(folder: Path) -> dict[str, dict[str, str]]:
    (folder / "report.yaml").unlink(missing_ok=True)
    collected(folder)
    return _merged(folder)
