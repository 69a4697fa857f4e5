"""Which outline a report follows, and outlines that stand on others."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
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
    [(2004, "2004", False), (2014, "2004", False), (2015, "2015", False), (2026, "2026", False), (2050, "2026", True)],
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
    text = "年度: 2050\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"
    _, diagnostics = load(text)
    (found,) = diagnostics
    assert "“大纲: '2026'”" in found.remedy
    assert list(load(text + "大纲: '2026'\n")[1]) == []


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
    assert merged.outline_of(loaded.report) is own


def test_an_office_names_its_own_plan_where_the_state_has_none(tmp_path: Path, knowledge: Knowledge) -> None:
    """Goal and plan are laid over those of 2026; the tasks stay."""
    own = "规划: 《某省法治政府建设实施方案（2026—2030年）》\n目标: 本省目标\n"
    merged = load_knowledge([_office(tmp_path, {"2026.yaml": own})], Diagnostics())
    assert merged is not None
    assert (knowledge.outlines["2026"].规划, knowledge.outlines["2026"].目标) == ("", "")
    assert merged.outlines["2026"].规划 == "《某省法治政府建设实施方案（2026—2030年）》"
    assert merged.outlines["2026"].任务 == knowledge.outlines["2021"].任务


HEADINGS = {
    # rules-of-the-genre 3.1 and 3.2, in their order
    "2015": [
        "依法全面履行政府职能",
        "完善依法行政制度体系",
        "推进行政决策科学化、民主化、法治化",
        "坚持严格规范公正文明执法",
        "强化对行政权力的制约和监督",
        "依法有效化解社会矛盾纠纷",
        "全面提高政府工作人员法治思维和依法行政能力",
    ],
    "2021": [
        "深入学习贯彻习近平法治思想，努力实现法治政府建设全面突破",
        "健全政府机构职能体系，推动更好发挥政府作用",
        "健全依法行政制度体系，加快推进政府治理规范化程序化法治化",
        "健全行政决策制度体系，不断提升行政决策公信力和执行力",
        "健全行政执法工作体系，全面推进严格规范公正文明执法",
        "健全突发事件应对体系，依法预防处置重大突发事件",
        "健全社会矛盾纠纷行政预防调处化解体系，不断促进社会公平正义",
        "健全行政权力制约和监督体系，促进行政权力规范透明运行",
        "健全法治政府建设科技保障体系，全面建设数字法治政府",
        "加强党的领导，完善法治政府建设推进机制",
    ],
}
GOALS = {
    "2015": "职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信",
    "2021": "职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意",
}


@pytest.mark.parametrize("name", HEADINGS)
def test_the_tasks_are_those_of_the_plan(name: str, knowledge: Knowledge) -> None:
    """Headings in the order of the plan; its goal is a set phrase of the same wording."""
    outline = knowledge.outlines[name]
    assert [task.标题 for task in outline.任务][: len(HEADINGS[name])] == HEADINGS[name]
    assert outline.目标 == GOALS[name]
    assert GOALS[name] in {term.词 for term in knowledge.terms}


def test_every_task_says_what_stands_under_it_and_how_it_is_known(knowledge: Knowledge) -> None:
    """Sub-headings and other names, each once; what one task is known by is not another's name."""
    for outline in knowledge.outlines.values():
        names = {task.名称 for task in outline.任务}
        for task in outline.任务:
            assert len(task.子目) >= 3, (outline.名称, task.名称)
            assert len({*task.子目, *task.别名}) == len(task.子目) + len(task.别名)
            assert task.别名
            assert not names & set(task.别名)


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
