"""One run tells everything: what has errors is left out, the rest is composed and checked, nothing is told twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.marked import is_for_clerks

from generator.diagnostics import Diagnostics, Severity
from generator.models.knowledge import Knowledge
from generator.workflows.chain import Chain

from .conftest import Load

HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"
FIVE = (
    "举措: [文]\n不足: [{标题: 甲, 表现: 文}, {标题: 乙, 表现: 文}]\n履职: [文]\n"
    "安排: [{标题: 丙, 措施: 文}, {标题: 丁, 措施: 文}]\n"
)


@pytest.fixture(scope="session")
def chain() -> Chain:
    """Loading, composing and checking with the shipped knowledge."""
    return Chain([], Diagnostics())


def codes(text: str, chain: Chain, folder: Path) -> list[str]:
    """The codes of everything that one run finds."""
    file = folder / "report.yaml"
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    chain.examine(file, diagnostics)
    assert all(is_for_clerks(found) for found in diagnostics)
    return sorted(found.code for found in diagnostics)


ONCE = {
    # case: the input behind HEAD and FIVE, and everything that is found
    "another unit": ("指标: {行政复议: {收到: 7人}}\n", ["DATA012"]),
    "rate without percent": ("指标: {行政应诉: {出庭率: 90}}\n", ["DATA013"]),
    "count in per cent": ("指标: {行政复议: {受理: 50%}}\n", ["DATA014"]),
    "unknown base": ("指标: {行政复议: {纠错率: {值: 33.3%, 口径: 受里}}}\n", ["DATA017"]),
    "base of a count": ("指标: {行政复议: {收到: {值: 7, 口径: 受理}}}\n", ["DATA019"]),
    "cut-off long after the year": ("数据截至: 2027-06-30\n", ["DATA021"]),
    "figures under another key": (
        "数据: {行政复议: {收到: 7}}\n正文: [{节: {标题: 题, 内容: ['{{ 行政复议 }}']}}]\n",
        ["LOAD051"],
    ),
    "figure that can't be read": (
        "指标: {行政复议: {收到: 若干, 受理: 6}}\n",
        ["LOAD056"],
    ),
    "indicator mistyped": ("指标: {行政复议: {受里: 6}}\n", ["LOAD061"]),
    "topic mistyped": ("指标: {行政夏议: {受理: 6}}\n", ["LOAD060"]),
    "shorthand of another shape": ("其他: 没有\n", ["LOAD052"]),
    "kind of delivery": ("报送: [{名称: 甲, 对象: 社会公幵}]\n", ["LOAD067"]),
    "version mistyped": ("报送: [{名称: 公开版}]\n正文: [{段: 文, 只给: 公幵版}]\n", ["LOAD072"]),
    "version of a delivery without a name": ("报送: [{对象: 送审稿}]\n正文: [{段: 文, 只给: 公开版}]\n", ["LOAD050"]),
    "table of an unknown topic": ("正文: [{节: {标题: 题, 内容: [{表: {主题: 行政夏议}}]}}]\n", ["LOAD075"]),
    "unknown outline": ("大纲: '2033'\n", ["LOAD069"]),
    "picture that isn't there": ("正文: [{图: {文件: 没有.png}}]\n", ["LOAD076"]),
    "picture without its file": ("正文: [{图: {题: 题}}]\n", ["LOAD050"]),
    "datum without a figure": (
        "其他数据: [{名称: 圈, 值: 若干, 单位: 个}]\n",
        ["LOAD056"],
    ),
    "datum whose name is mistyped as a key": (
        "其他数据: [{名稱: 圈, 值: 1}]\n",
        ["LOAD051"],
    ),
    "block of no kind in a section": ("正文: [{节: {标题: 题, 内容: [{文字: 好}]}}]\n", ["LOAD055"]),
    "content of another shape": ("正文: [{节: {标题: 题, 内容: {文字: 好}}}]\n", ["LOAD052"]),
    "content of another shape, no heading": (
        "正文: [{节: {标题式: 接排, 内容: {文字: 好}}}]\n",
        ["LOAD052", "PART005"],
    ),
    "exemption without a rule": ("豁免: [{理由: 好}]\n", ["LOAD050"]),
    "exemption beside an error": ("豁免: [{规则: DATA012, 理由: 好}]\n指标: {行政复议: {收到: 若干}}\n", ["LOAD056"]),
}


@pytest.mark.parametrize(("text", "expected"), ONCE.values(), ids=ONCE.keys())
def test_one_fact_is_one_finding(text: str, expected: list[str], chain: Chain, tmp_path: Path) -> None:
    """Through loading, composing and checking: told where it is, and nowhere else."""
    assert codes(HEAD + FIVE + text, chain, tmp_path) == expected


FAULTS = {
    "unknown key": ("错键: 1\n", "LOAD051"),
    "state": ("状态: 草稿件\n", "LOAD053"),
    "delivery as text": ("报送: [文字]\n", "LOAD052"),
    "year": ("年度: 今年\n", "LOAD052"),
    "no reporter": ("主体:\n", "LOAD057"),
    "kind of reporter": ("主体: {名称: 甲, 简称: 乙, 类别: 正府}\n", "LOAD068"),
    "reporter as text": ("主体: 甲县\n", "LOAD052"),
    "table without anything": ("其他: [{表: {题: 题}}]\n", "LOAD056"),
}


@pytest.mark.parametrize(("fault", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_an_error_hides_no_other_finding(fault: str, code: str, chain: Chain, tmp_path: Path) -> None:
    """References and sums are looked at in the same run."""
    key = fault.partition(":")[0]
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    rest = "指标: {行政复议: {收到: 7, 受理: 6, 不予受理: 3}}\n正文: ['{{ 其他数据.没有 }}']\n"
    assert codes(head + FIVE + rest + fault, chain, tmp_path) == ["DATA101", code, "TMPL021"]


def test_what_is_broken_is_known_by_its_path(load: Load) -> None:
    """So that composing says nothing about a figure that could not be read."""
    loaded, _ = load(HEAD + "指标: {行政复议: {收到: 若干, 受理: 6, 不予受里: 1}}\n报送: [{名称: 甲, 用印: 好}]\n")
    assert loaded is not None
    broken = [("指标", "行政复议", "收到"), ("指标", "行政复议", "不予受理"), ("指标", "行政复议"), ("报送", 0, "用印")]
    sound = [("指标", "行政复议", "受理"), ("指标", "行政应诉"), ("报送", 0, "名称"), ("正文",)]
    assert [loaded.is_broken(path) for path in (*broken, *sound)] == [True] * len(broken) + [False] * len(sound)


def test_a_sound_report_has_nothing_broken(load: Load) -> None:
    """Warnings break nothing."""
    loaded, diagnostics = load(HEAD.replace("2025", "2090") + FIVE)
    assert loaded is not None
    assert [found.severity for found in diagnostics] == [Severity.WARNING]
    assert loaded.broken == frozenset()


def test_a_unit_that_is_the_catalogues_own_is_dropped(load: Load, knowledge: Knowledge) -> None:
    """7件 is 7, whatever 万 stands before a unit that has it too; another unit stays for the checks to see."""
    loaded, _ = load(HEAD + "指标: {行政复议: {收到: 7件, 受理: 7人}}\n")
    assert loaded is not None
    values = loaded.report.indicators.topic("行政复议").values
    quantities = [value.value for value in values.values()]
    assert [quantity.unit for quantity in quantities if quantity is not None] == ["", "人"]
    assert values["收到"].at == ("指标", "行政复议", "收到")


_WORDS = """年度 主体 名称 简称 类别 报送 对象 只给 正文 节 段 要点 表 图 题 文 列 行 标题 内容 事项 任务 指标 上年
行政复议 收到 值 单位 不足 安排 举措 其他数据 文件 主题 豁免 规则 大纲 xyz"""
_KEYS = st.sampled_from(_WORDS.split())
_VALUES = st.recursive(
    st.none() | st.sampled_from(["", "2022", "文字", "是", "7人", "收到：7", "甲/乙", "{{ 行政复议.收到 }}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=25,
)


@settings(max_examples=tries(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=8))
def test_random_data_pass_through_every_stage(chain: Chain, tmp_path: Path, data: dict[str, object]) -> None:
    """What stands in for faulty parts can be composed and checked: nothing raises."""
    sound = {"年度": "2025", "主体": {"名称": "甲县人民政府", "简称": "甲县"}}
    codes(json.dumps(sound | data, ensure_ascii=False), chain, tmp_path)
