"""What comes out of loading: parts that know their places, and a body laid out from the shorthand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.loading.parts import parts
from generator.models.base import Input
from generator.models.body import Block, ParagraphBlock, RunInPoints, SectionBlock, SectionData

from .conftest import Load

HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"
FIVE = (
    HEAD + "正文: [导语]\n"
    "举措:\n  - 节: {标题: 举措一, 内容: [文]}\n"
    "不足: [{标题: 问题一, 表现: 表现一, 原因: 原因一}, {标题: 问题二}]\n"
    "履职: [履职情况]\n"
    "安排: [{标题: 任务一, 措施: 措施一, 责任单位: 县司法局, 时限: 2026年6月}]\n"
    "其他: [没有]\n"
)


def _sections(blocks: Sequence[Block]) -> list[SectionData]:
    return [block.section for block in blocks if isinstance(block, SectionBlock)]


def test_the_shorthand_becomes_five_sections_behind_the_body(load: Load) -> None:
    """In the outline's order, under the outline's headings, each saying which item it is."""
    loaded, diagnostics = load(FIVE)
    assert loaded is not None
    assert list(diagnostics) == []
    assert isinstance(loaded.body[0], ParagraphBlock)
    sections = _sections(loaded.body)
    assert [section.items for section in sections] == [
        ["举措成效"],
        ["不足原因"],
        ["第一责任人"],
        ["下年安排"],
        ["其他"],
    ]
    assert sections[0].heading == "2025年推进法治政府建设的主要举措和成效"
    assert "2026年" in (sections[3].heading or "")
    assert [section.at for section in sections] == [("举措",), ("不足",), ("履职",), ("安排",), ("其他",)]


def test_a_half_year_report_has_half_year_headings(load: Load) -> None:
    """The plans of a half-year report are for the same year."""
    loaded, _ = load(FIVE.replace("年度: 2025", "年度: 2025\n期间: 上半年"))
    assert loaded is not None
    assert [section.heading for section in _sections(loaded.body)][::3] == [
        "2025年上半年推进法治政府建设的主要举措和成效",
        "2025年下半年推进法治政府建设的主要安排",
    ]


def test_problems_and_plans_become_run_in_sections_that_know_their_places(load: Load) -> None:
    """A finding in a made paragraph opens at the text that staff typed."""
    loaded, _ = load(FIVE)
    assert loaded is not None
    problems, plans = (_sections(_sections(loaded.body)[i].content) for i in (1, 3))
    assert [(each.heading, each.heading_form, each.cause, each.at) for each in problems] == [
        ("问题一", "接排", "原因一", ("不足", 0)),
        ("问题二", "接排", None, ("不足", 1)),
    ]
    evidence = problems[0].content[0]
    assert isinstance(evidence, ParagraphBlock)
    assert evidence.parts == ["表现一"]
    place = loaded.source.place((*evidence.at, "段", 0), 2)
    assert place.line == 7
    assert loaded.source.text.split("\n")[6][(place.column or 0) - 1] == "一"
    assert (plans[0].responsible, plans[0].deadline, plans[0].at) == (["县司法局"], "2026年6月", ("安排", 0))


def test_in_the_layout_by_topics_the_measures_stand_at_level_one(load: Load) -> None:
    """专题 has no section around the measures."""
    loaded, _ = load(FIVE.replace("年度: 2025", "年度: 2025\n体例: 专题"))
    assert loaded is not None
    assert _sections(loaded.body)[0].heading == "举措一"
    assert [section.items for section in _sections(loaded.body)[1:]] == [
        ["不足原因"],
        ["第一责任人"],
        ["下年安排"],
        ["其他"],
    ]


def test_the_body_alone_stays_as_it_is(load: Load) -> None:
    """No shorthand, no sections."""
    loaded, _ = load(HEAD + "正文: [一, 二]\n")
    assert loaded is not None
    assert loaded.body == tuple(loaded.report.body)


def test_every_part_knows_where_it_stands(load: Load) -> None:
    """And what stands there in the file is what the part was made of."""
    loaded, _ = load(
        HEAD + "报送: [{名称: 一, 对象: 送审稿}]\n指标: {行政复议: {收到: 7, 新收: 8}}\n"
        "正文:\n  - 导语\n  - 节: {标题: 题, 内容: [文, {段: [首, {要点: [一, {文: 二}]}]}, {表: {主题: 行政复议}}]}\n"
        "其他数据: [{名称: 圈, 值: 15}]\n豁免: [{规则: DATA001, 理由: 好}]\n"
    )
    assert loaded is not None
    found = {part.at: part for _, part in parts(loaded.report)}
    expected = {
        ("主体",),
        ("报送", 0),
        ("正文", 0),
        ("正文", 1, "节", "内容", 1, "段", 1),
        ("正文", 1, "节", "内容", 1, "段", 1, "要点", 1),
        ("正文", 1, "节", "内容", 2, "表"),
        ("其他数据", 0),
        ("豁免", 0),
    }
    assert expected <= set(found)
    assert all(loaded.source.has(path) for path in found)
    assert isinstance(found["正文", 1, "节", "内容", 1, "段", 1], RunInPoints)
    assert loaded.report.indicators.topic("行政复议").values["收到"].at == ("指标", "行政复议", "收到")


def test_a_figure_under_a_former_name_keeps_the_place_where_it_was_typed(load: Load) -> None:
    """Its findings must open in the file as it is."""
    loaded, _ = load(HEAD + "指标: {行政复议: {新收: 7}}\n上年: {行政复议: {收到: 5}}\n")
    assert loaded is not None
    assert loaded.report.indicators.topic("行政复议").values["收到"].at == ("指标", "行政复议", "新收")
    assert loaded.report.last_year.topic("行政复议").values["收到"].at == ("上年", "行政复议", "收到")


def test_statements_that_are_ticked_are_kept(load: Load) -> None:
    """They decide what a sentence may claim."""
    loaded, _ = load(HEAD + "指标: {行政复议: {收到: 7, 分项完整: 是}}\n")
    assert loaded is not None
    assert loaded.report.indicators.topic("行政复议").ticked == {"分项完整"}


def test_being_located_does_not_change_a_part(load: Load) -> None:
    """Places are no data: they are neither compared nor written."""
    loaded, _ = load(HEAD + "正文: [一, 一]\n")
    assert loaded is not None
    first, second = loaded.report.body
    assert isinstance(first, Input)
    assert first.at != second.at
    assert first == second
    assert first.model_dump(by_alias=True)["段"] == ["一"]


@pytest.mark.parametrize("key", ["举措", "不足", "履职", "安排", "其他"])
def test_an_empty_shorthand_makes_no_section(key: str, load: Load) -> None:
    """A key with nothing behind it is a key not given."""
    loaded, diagnostics = load(f"{HEAD}正文: [一]\n{key}: []\n")
    assert loaded is not None
    assert list(diagnostics) == []
    assert len(loaded.body) == 1
