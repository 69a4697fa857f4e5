"""Kind and level of the reporter against its name."""

from __future__ import annotations

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.findings import Finder
from generator.checking.subject import check_subject
from generator.diagnostics import Diagnostics, Place
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge
from generator.models.report import Report


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


# kind, level, names, code, what the remedy names
CASES = [
    ("党委和政府", "乡级", ["中共清河镇委员会", "清河镇人民政府"], "PART080", "：乡镇；"),
    ("政府", "县级", ["清河镇人民政府"], "PART080", "：乡镇；"),
    ("政府", "乡级", ["城关街道办事处"], "PART080", "：街道；"),
    ("政府", None, ["甲开发区管理委员会"], "PART080", "：开发区；"),
    ("政府", "县级", ["甲县水利局"], "PART080", "：部门、垂直管理；"),
    ("部门", "县级", ["甲县人民政府"], "PART080", "：政府；"),
    ("乡镇", "乡级", ["中共甲县委", "甲县人民政府"], "PART080", "：党委和政府；"),
    ("政府", "乡级", ["甲县人民政府"], "PART081", "：县级；"),
    ("政府", "县级", ["甲省人民政府"], "PART081", "：省级；"),
    ("乡镇", "县级", ["清河镇人民政府"], "PART081", "：乡级；"),
    ("党委和政府", "乡级", ["中共清河镇委", "清河镇政府"], "PART081", "市级"),
    ("乡镇", None, ["中共清河镇委员会", "清河镇人民政府"], None, ""),
    ("街道", None, ["中共城关街道工作委员会", "城关街道办事处"], None, ""),
    ("政府", "市级", ["甲市人民政府"], None, ""),
    ("政府", "县级", ["甲市人民政府"], None, ""),
    ("部门", "县级", ["甲县国有资产监督管理委员会"], None, ""),
    ("部门", "市级", ["甲市市场监督管理局"], None, ""),
    ("垂直管理", None, ["国家税务总局甲县税务局"], None, ""),
    ("部门", "县级", ["甲县公安局城区分局"], None, ""),
    ("政府", "县级", ["甲县"], None, ""),
    ("开发区", "市级", ["甲高新技术产业开发区管理委员会"], None, ""),
]


@pytest.mark.parametrize(("kind", "level", "names", "code", "remedy"), CASES)
def test_name_kind_and_level_agree(
    kind: str, level: str | None, names: list[str], code: str | None, remedy: str, knowledge: Knowledge
) -> None:
    """A contradiction is told once, with what is right."""
    subject = {"名称": names, "类别": kind, "简称": "甲", "级别": level}
    report = Report.model_validate({"年度": 2025, "主体": subject})
    finder = Finder(shipped_checks(), lambda path: Place("/".join(map(str, path))))
    check_subject(report, knowledge.reporters, finder)
    assert [each.diagnostic.code for each in finder.found] == ([code] if code else [])
    assert all(remedy in each.diagnostic.remedy for each in finder.found)
