"""The units of a county: order, packages, and whose figure is the county's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge


def _knowledge(*offices: Path) -> Knowledge:
    diagnostics = Diagnostics()
    loaded = load_knowledge(offices, diagnostics)
    assert loaded is not None, list(diagnostics)
    return loaded


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge as shipped."""
    return _knowledge()


ORDER = [
    # 党委, 人大, 政府, 政协, 监委、法院、检察院, departments, vertical organs, towns
    "县委办公室",
    "县委政法委员会",
    "县人民代表大会常务委员会办公室",
    "县人民政府办公室",
    "中国人民政治协商会议县委员会办公室",
    "县纪委监委",
    "县人民法院",
    "县人民检察院",
    "县发展和改革局",
    "县公安局",
    "县司法局秘书股",
    "县市场监督管理局",
    "县税务局",
    "乡镇",
    "街道",
    "开发区管理委员会",
]


def test_units_stand_in_official_order(knowledge: Knowledge) -> None:
    """Whatever the order of the file or of an office's additions."""
    names = list(knowledge.units.units)

    assert len(names) >= 50
    assert [name for name in names if name in ORDER] == ORDER


def test_every_topic_is_filled_by_somebody(knowledge: Knowledge) -> None:
    """A topic that no unit fills would stay blank in every county."""
    filled = {topic for name in knowledge.units.units for topic in knowledge.units.topics_of(name)}

    assert set(knowledge.catalogue.topics) - filled == set()


def test_every_topic_named_is_in_the_catalogue(knowledge: Knowledge) -> None:
    """In packages and in units."""
    units = knowledge.units
    named = {topic for package in units.packages.values() for topic in package.主题}
    named |= {topic for unit in units.units.values() for topic in (*unit.另填, *unit.单一来源, *unit.减)}

    assert named - set(knowledge.catalogue.topics) == set()


SOURCES = {
    "行政复议": "复议应诉股",
    "行政应诉": "复议应诉股",
    "执法人员": "执法监督股",
    "规范性文件": "合法性审查股",
    "普法宣传": "普法股",
    "法律援助": "公共法律服务股",
    "人民调解": "调解股",
    "学法": "政府办",
    "政府信息公开": "政府办",
    "重大行政决策": "政府办",
    "一网通办": "数据局",
}


@pytest.mark.parametrize(("topic", "short"), SOURCES.items())
def test_the_county_figure_has_one_source(topic: str, short: str, knowledge: Knowledge) -> None:
    """As domain knowledge has it; no topic has two."""
    units = knowledge.units
    source = units.source_of(topic)
    named = [name for unit in units.units.values() for name in unit.单一来源]

    assert source is not None
    assert source.简称 == short
    assert len(named) == len(set(named))


def test_who_is_asked_and_how(knowledge: Knowledge) -> None:
    """Courts get a letter, vertical organs an invitation; who is only a contact fills nothing."""
    units = knowledge.units
    for name, unit in units.units.items():
        expected = {"数据函": "数据函", "联系": "不报", "垂直": "邀请"}.get(unit.类型, "必报")
        assert unit.报送 == expected, name
        if unit.报送 == "不报":
            assert units.topics_of(name) == (), name


def test_topics_come_once_and_what_is_spared_is_left_out(knowledge: Knowledge) -> None:
    """Packages first, then what is the unit's own."""
    units = knowledge.units
    town, street = units.topics_of("乡镇"), units.topics_of("街道")

    assert len(set(town)) == len(town)
    assert [topic for topic in town if topic not in street] == ["规范性文件"]
    office = units.topics_of("县人民政府办公室")
    assert office[: len(units.packages["通用"].主题)] == tuple(units.packages["通用"].主题)
    assert "法治思想学习" in office


def test_permits_may_be_moved_to_one_counter(tmp_path: Path) -> None:
    """Then only that unit fills them; the order of an office's own units is by 序."""
    schemas = tmp_path / "schemas"
    schemas.mkdir()
    (schemas / "units.yaml").write_text(
        "审批集中: {启用: 是, 主题: [证明事项]}\n包: {通用: {主题: [学法, 证明事项]}}\n单位:\n"
        "  甲镇: {简称: 甲镇, 序: 1002, 类型: 乡镇, 包: [通用], 报送: 必报, 来源: 本县, 强度: 惯例}\n"
        "  乙镇: {简称: 乙镇, 序: 1001, 类型: 乡镇, 包: [通用], 报送: 必报, 来源: 本县, 强度: 惯例}\n"
        "  乡镇: {删除: 是}\n",
        encoding="utf-8",
    )
    units = _knowledge(tmp_path).units

    assert [name for name, unit in units.units.items() if unit.类型 == "乡镇"] == ["乙镇", "甲镇"]
    assert units.topics_of("甲镇") == ("学法",)
    assert "证明事项" in units.topics_of("县数据局")
