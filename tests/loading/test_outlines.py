"""Which outline a report follows, and outlines that stand on others."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.loading.report import outline_of
from generator.models.knowledge import Knowledge

from .conftest import Load

OWN = "年度起: 2031\n来源: 本省\n强度: 惯例\n"


def _office(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "schemas" / "outlines" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_after_the_last_outline_its_tasks_go_on(knowledge: Knowledge) -> None:
    """Tasks and items are those of 2021; the goal formula is not, and the source says why."""
    now, before = knowledge.outlines["2026"], knowledge.outlines["2021"]
    assert (now.任务, now.事项) == (before.任务, before.事项)
    assert (now.年度起, now.年度止, now.目标) == (2026, 2030, "")
    assert "没有查到新的纲要" in now.来源


@pytest.mark.parametrize(
    ("year", "name", "warned"),
    [(2010, "2015", True), (2015, "2015", False), (2026, "2026", False), (2050, "2026", True)],
)
def test_a_year_without_an_outline_gets_the_nearest(*, year: int, name: str, warned: bool, load: Load) -> None:
    """With a warning, which stops no build."""
    loaded, diagnostics = load(f"年度: {year}\n主体: {{名称: 甲县人民政府, 简称: 甲县}}\n举措: [文]\n")
    assert loaded is not None
    assert [(found.code, found.severity) for found in diagnostics] == [("LOAD069", Severity.WARNING)] * warned
    assert [block.section.items for block in loaded.body if hasattr(block, "section")] == [["举措成效"]]
    assert all(f"“{name}”" in found.message for found in diagnostics)


def test_the_remedy_for_a_year_without_an_outline_can_be_typed(load: Load) -> None:
    """It silences the warning."""
    text = "年度: 2010\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"
    _, diagnostics = load(text)
    (found,) = diagnostics
    assert "“大纲: '2015'”" in found.remedy
    assert list(load(text + "大纲: '2015'\n")[1]) == []


def test_an_office_may_base_an_outline_on_another(tmp_path: Path, load: Load) -> None:
    """Over two steps; what it says itself stays its own."""
    office = _office(tmp_path, {"本省.yaml": "基于: 2026\n目标: 本省目标\n" + OWN})
    merged = load_knowledge([office], Diagnostics())
    assert merged is not None
    own = merged.outlines["本省"]
    assert own.任务 == merged.outlines["2021"].任务
    assert (own.目标, own.来源) == ("本省目标", "本省")
    loaded, _ = load("年度: 2035\n主体: {名称: 甲县人民政府, 简称: 甲县}\n")
    assert loaded is not None
    assert outline_of(loaded.report, merged) is own


BAD = {
    "unknown": ({"本省.yaml": "基于: ▲2020\n" + OWN}, "本省.yaml", "可以写"),
    "itself": ({"本省.yaml": "基于: ▲本省\n" + OWN}, "本省.yaml", "不能基于"),
    "each other": ({"甲.yaml": "基于: 乙\n" + OWN, "乙.yaml": "基于: ▲甲\n" + OWN}, "乙.yaml", "不能基于"),
}


@pytest.mark.parametrize(("files", "name", "words"), BAD.values(), ids=BAD.keys())
def test_a_base_that_isnt_there_is_named(files: dict[str, str], name: str, words: str, tmp_path: Path) -> None:
    """At the line of the office's file."""
    text, (place,) = unmarked(files[name])
    office = _office(tmp_path, {**files, name: text})
    diagnostics = Diagnostics()
    assert load_knowledge([office], diagnostics) is None
    found = [each for each in diagnostics if (each.place.line, each.place.column) == place]
    assert [each.code for each in found] == ["LOAD088"]
    assert words in found[0].message + found[0].remedy
    assert all(is_for_clerks(each) for each in diagnostics)
