"""The knowledge as shipped, and offices' folders laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.marked import is_for_clerks, spots, unmarked

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.loading.trusted import read_trusted
from generator.loading.yaml import read_yaml
from generator.models.knowledge import Knowledge
from generator.resources import data_folder

Office = Callable[[dict[str, str]], Path]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Make an office's folder from relative paths and texts."""
    made = iter(range(9))

    def maker(files: dict[str, str]) -> Path:
        folder = tmp_path / f"office{next(made)}"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return maker


def _loaded(*offices: Path) -> Knowledge:
    diagnostics = Diagnostics()
    knowledge = load_knowledge(offices, diagnostics)
    assert knowledge is not None, list(diagnostics)
    return knowledge


def _shipped_files() -> list[Path]:
    return sorted([*data_folder("schemas").rglob("*.yaml"), *data_folder("templates").rglob("*.yaml")])


@pytest.mark.parametrize("path", _shipped_files(), ids=lambda path: path.name)
def test_shipped_files_read_the_same_by_both_readers(path: Path) -> None:
    """The fast reader checks nothing, so the careful one must find nothing to say about what it reads."""
    diagnostics = Diagnostics()
    source = read_yaml(path, diagnostics)
    assert source is not None
    assert list(diagnostics) == []
    assert source.data == read_trusted(path)


def test_the_shipped_knowledge_is_whole(knowledge: Knowledge) -> None:
    """Every room finds something in it."""
    assert "行政复议" in knowledge.catalogue.topics
    assert {"送审稿", "社会公开"} <= set(knowledge.deliveries)
    assert "政府" in knowledge.reporters
    assert knowledge.outline_for(2022) is knowledge.outlines["2021"]
    assert knowledge.terms
    assert knowledge.mends
    assert knowledge.checks
    assert knowledge.template_folders == (data_folder("templates"),)


def test_every_topic_belongs_to_a_task_of_some_outline(knowledge: Knowledge) -> None:
    """A topic that no outline knows could never stand in a report."""
    tasks = {task.名称 for outline in knowledge.outlines.values() for task in outline.任务}
    assert {topic.任务 for topic in knowledge.catalogue.topics.values()} <= tasks


def test_maps_merge_lists_replace_and_entries_are_removed(office: Office, knowledge: Knowledge) -> None:
    """The rules of overlays."""
    folder = office(
        {
            "schemas/indicators/本县.yaml": (
                "行政复议:\n  指标:\n    收到: {含义: 本县口径, 曾用名: [新收案件]}\n"
                "本县主题:\n  标签: 本县主题\n  任务: 纠纷化解\n"
                "  指标: {次数: {标签: 次数, 单位: 次}}\n  来源: 本县\n  强度: 惯例\n"
            ),
            "schemas/deliveries.yaml": "社会公开: {删除: true}\n送审稿: {必填: [主送], 附注: }\n",
        }
    )
    merged = _loaded(folder)
    indicator = merged.catalogue.topics["行政复议"].指标["收到"]
    assert (indicator.含义, indicator.曾用名, indicator.单位) == ("本县口径", ["新收案件"], "件")
    assert merged.catalogue.topics["本县主题"].指标["次数"].单位 == "次"
    assert "社会公开" not in merged.deliveries
    assert merged.deliveries["送审稿"].必填 == ["主送"]
    assert merged.deliveries["送审稿"].说明 == knowledge.deliveries["送审稿"].说明
    assert merged.offices == ("office0",)


def test_later_offices_lie_over_earlier_ones(office: Office) -> None:
    """And their templates come first."""
    city = office({"schemas/outlines/2021.yaml": "目标: 市目标\n来源: 市\n", "templates/report.xml.j2": ""})
    county = office({"schemas/outlines/2021.yaml": "目标: 县目标\n", "templates/report.xml.j2": ""})
    merged = _loaded(city, county)
    assert (merged.outlines["2021"].目标, merged.outlines["2021"].来源) == ("县目标", "市")
    assert merged.template_folders == (county / "templates", city / "templates", data_folder("templates"))


def test_an_office_may_add_an_outline_and_a_term(office: Office, knowledge: Knowledge) -> None:
    """An outline's name is its file's."""
    text = (data_folder("schemas") / "outlines" / "2021.yaml").read_text(encoding="utf-8")
    folder = office(
        {
            "schemas/outlines/本县.yaml": text,
            "schemas/terms.yaml": "词:\n  本县提法: {类: 固定提法, 来源: 本县, 强度: 惯例}\n",
        }
    )
    merged = _loaded(folder)
    assert merged.outlines["本县"].名称 == "本县"
    assert len(merged.terms) == len(knowledge.terms) + 1


def test_an_office_may_change_the_style(office: Office, knowledge: Knowledge) -> None:
    """The profile is overlaid like everything else; what the office leaves open stays."""
    merged = _loaded(office({"templates/styles/gbt9704.yaml": "字体:\n  仿宋: {名: 方正仿宋_GBK}\n"}))
    assert merged.style.字体.仿宋.名 == "方正仿宋_GBK"
    assert merged.style.字体.仿宋.替代 == knowledge.style.字体.仿宋.替代
    assert merged.style.版心 == knowledge.style.版心


BAD = {
    "pattern of its own": ("schemas/typography.yaml", "TEXT001:\n  式: '▲(a+)+b'\n", "LOAD087", "删除"),
    "unknown key": (
        "schemas/deliveries.yaml",
        "送审稿:\n  ▲摸板: 甲.xml.j2\n",
        "LOAD082",
        "“模板”",
    ),
    "wrong word": ("schemas/deliveries.yaml", "送审稿:\n  主送: ▲要填\n", "LOAD082", "必填"),
    "new entry that isn't whole": ("schemas/deliveries.yaml", "▲新种类:\n  说明: 甲\n", "LOAD082", "模板"),
    "text for an entry": ("schemas/reporters.yaml", "政府: ▲好\n", "LOAD082", "键: 值"),
    "syntax": ("schemas/terms.yaml", "词▲：{}\n", "LOAD021", "半角"),
    "key twice": ("schemas/checks.yaml", "DATA001: {}\n▲DATA001: {}\n", "LOAD014", "两次"),
    "topic that can't be referred to": (
        "schemas/indicators/甲.yaml",
        "▲1主题:\n  标签: 甲\n  任务: 纠纷化解\n  指标: {}\n  来源: 甲\n  强度: 惯例\n",
        "LOAD086",
        "大写字母开头",
    ),
    "removal of nothing": ("schemas/deliveries.yaml", "▲没有的: {删除: true}\n", "LOAD083", "没有"),
    "Python tag": ("schemas/deliveries.yaml", "送审稿: ▲!!python/name:os.system {}\n", "LOAD015", "标记"),
}


@pytest.mark.parametrize(("name", "marked", "code", "words"), BAD.values(), ids=BAD.keys())
def test_a_fault_in_an_overlay_is_named_and_placed(
    name: str, marked: str, code: str, words: str, office: Office
) -> None:
    """In the office's own file."""
    text, places = unmarked(marked)
    folder = office({name: text})
    diagnostics = Diagnostics()
    knowledge = load_knowledge([folder], diagnostics)
    found = [each for each in diagnostics if (each.place.line, each.place.column) in places]
    assert {each.code for each in found} == {code}
    assert {each.place.file for each in diagnostics} == {str(folder / name)}
    assert any(words in each.message + each.remedy for each in found)
    assert all(is_for_clerks(each) for each in diagnostics)
    assert (knowledge is None) is diagnostics.has_errors


def test_a_topic_twice_in_one_folder_is_refused(office: Office) -> None:
    """Which of the two would hold would depend on the names of the files."""
    folder = office(
        {"schemas/indicators/甲.yaml": "行政复议: {标签: 甲}\n", "schemas/indicators/乙.yaml": "行政复议: {标签: 乙}\n"}
    )
    diagnostics = Diagnostics()
    assert load_knowledge([folder], diagnostics) is None
    assert [found.code for found in diagnostics] == ["LOAD085"]


def test_a_file_of_unknown_name_is_said(office: Office) -> None:
    """It would otherwise be passed over in silence."""
    diagnostics = Diagnostics()
    folder = office({"schemas/delivery.yaml": "甲: {}\n", "schemas/.隐藏": "", "schemas/说明.txt": ""})
    assert load_knowledge([folder], diagnostics) is not None
    assert [(found.code, found.severity) for found in diagnostics] == [("LOAD081", Severity.WARNING)] * 2
    assert any("deliveries.yaml" in found.remedy for found in diagnostics)


def test_an_office_that_is_no_folder_is_an_error(tmp_path: Path, office: Office) -> None:
    """A slip in --office must not build a report without the overlay; a folder with nothing in it is said."""
    diagnostics = Diagnostics()
    assert load_knowledge([tmp_path / "没有"], diagnostics) is None
    assert spots(diagnostics) == [("LOAD080", None, None)]
    diagnostics = Diagnostics()
    assert load_knowledge([office({"别的/甲.txt": ""})], diagnostics) is not None
    assert [(found.code, found.severity) for found in diagnostics] == [("LOAD080", Severity.WARNING)]


@pytest.mark.parametrize("fault", ["missing file", "syntax", "invalid entry", "missing folder"])
def test_a_broken_installation_is_said_and_nothing_is_raised(fault: str, tmp_path: Path) -> None:
    """Staff can only install anew."""
    shipped = tmp_path / "shipped"
    shutil.copytree(data_folder("schemas"), shipped / "schemas")
    shutil.copytree(data_folder("templates"), shipped / "templates")
    match fault:
        case "missing file":
            (shipped / "schemas" / "reporters.yaml").unlink()
        case "syntax":
            (shipped / "schemas" / "reporters.yaml").write_text("政府: [\n", encoding="utf-8")
        case "invalid entry":
            (shipped / "schemas" / "reporters.yaml").write_text("政府: {说明: 甲}\n", encoding="utf-8")
        case _:
            shutil.rmtree(shipped / "schemas")
    diagnostics = Diagnostics()
    assert load_knowledge([], diagnostics, shipped=shipped) is None
    assert {found.code for found in diagnostics} == {"LOAD084"}
    assert all("重新安装" in found.remedy for found in diagnostics)
