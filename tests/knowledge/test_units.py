"""The units of a county: order, packages, and whose figure is the county's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.catalogue import Topic
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
    named |= {topic for unit in units.units.values() for topic in (*unit.另填, *unit.减)}
    alone = {entry for unit in units.units.values() for entry in unit.单一来源}
    topics = knowledge.catalogue.topics
    figures = {f"{name}.{figure}" for name, topic in topics.items() for figure in topic.指标}

    assert named - set(topics) == set()
    assert alone - set(topics) - figures == set()


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


def _every_figure(knowledge: Knowledge) -> list[tuple[Topic, str, str]]:
    """Topic, figure and 合并."""
    topics = knowledge.catalogue.topics.values()
    return [(topic, figure, entry.合并) for topic in topics for figure, entry in topic.指标.items()]


def test_every_figure_of_one_source_has_exactly_one(knowledge: Knowledge) -> None:
    """Named itself, or by its topic; never by two units."""
    units = knowledge.units.units.values()
    for topic, figure, merged in _every_figure(knowledge):
        if merged == "单一来源":
            itself = [unit.名称 for unit in units if f"{topic.名称}.{figure}" in unit.单一来源]
            whole = [unit.名称 for unit in units if topic.名称 in unit.单一来源]
            assert len(itself or whole) == 1, f"{topic.名称}.{figure}"
            found = knowledge.units.county_source_of(topic, figure)
            assert found is not None
            assert [found.名称] == (itself or whole)


def test_sums_have_no_single_source(knowledge: Knowledge) -> None:
    """Neither named itself, nor by a topic that is nothing but sums."""
    alone = {entry for unit in knowledge.units.units.values() for entry in unit.单一来源}
    for topic, figure, merged in _every_figure(knowledge):
        if merged in ("求和", "牵头单位"):
            assert f"{topic.名称}.{figure}" not in alone
            assert knowledge.units.county_source_of(topic, figure) is None
    for name in alone & set(knowledge.catalogue.topics):
        kinds = {entry.合并 for entry in knowledge.catalogue.topics[name].指标.values()}
        assert kinds - {"求和", "牵头单位", "重算"}, name


FIGURE_SOURCES = {
    "村级法治.村社区": "民政局",
    "村级法治.明白人": "普法股",
    "村级法治.顾问律师": "公共法律服务股",
    "组织领导.常委会议题": "县委办",
    "组织领导.常务会次数": "政府办",
    "组织领导.委员会会议": "秘书股",
    "学法.会前学法": "政府办",
    "学法.中心组学法": "县委办",
    "法治思想学习.中心组": "县委办",
    "法治思想学习.常务会议": "政府办",
    "法治培训.任前考法": "组织部",
    "法治培训.学法考试": "普法股",
    "法治考核.考核权重": "组织部",
    "规范性文件.政府文件": "政府办",
    "规范性文件.审核": "合法性审查股",
    "规范性文件.报备率": "合法性审查股",
    "重大行政决策.目录": "政府办",
    "重大行政决策.审查": "合法性审查股",
    "行政处罚.交管简易": "公安局",
    "行政处罚.决定": None,
    "乡镇执法.赋权": "编办",
    "三项制度.执法人员": "执法监督股",
    "三项制度.审核人员占比": None,
    "政府信息公开.申请": "政府办",
    "应急.隐患": "应急局",
    "公共法律服务.咨询": "公共法律服务股",
    "复议被申请人.被申请": None,
    "第一责任人_部门.法治课": None,
}


@pytest.mark.parametrize(("key", "short"), FIGURE_SOURCES.items())
def test_the_county_figure_comes_from_the_unit_that_has_it(key: str, short: str | None, knowledge: Knowledge) -> None:
    """A topic's figures may lie with several units; a sum lies with none, nor does a ratio made of one."""
    name, figure = key.split(".")
    source = knowledge.units.county_source_of(knowledge.catalogue.topics[name], figure)

    assert (source.简称 if source is not None else None) == short


def test_who_has_a_figure_fills_its_topic(knowledge: Knowledge) -> None:
    assert "村级法治" in knowledge.units.topics_of("县民政局")
    assert "行政处罚" in knowledge.units.topics_of("县公安局")


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
