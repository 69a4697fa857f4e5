"""Placeholders that nobody filled in, told where they were typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.knowledge_files import shipped_checks

from generator.checking.placeholders import _HINT
from generator.diagnostics import Diagnostic, Diagnostics
from generator.workflows.chain import Chain

_HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"


@pytest.fixture(scope="module")
def chain() -> Chain:
    """Loading, composing and checking with the shipped knowledge."""
    return Chain([], Diagnostics())


def found(text: str, chain: Chain, folder: Path, head: str = _HEAD) -> list[Diagnostic]:
    """The placeholders that one run finds."""
    file = folder / "report.yaml"
    file.write_text(head + text, encoding="utf-8")
    diagnostics = Diagnostics()
    chain.examine(file, diagnostics)
    return [each for each in diagnostics if each.code == "TEXT050"]


BAD = {
    "受理申请XX件。": "XX",
    "受理申请××件。": "××",
    "受理申请____件。": "____",
    "受理申请＿＿件。": "＿＿",
    "受理申请○○件。": "○○",
    "受理申请**件。": "**",
    "（此处待补充）": "（此处待补充）",
    "时间（待定）。": "（待定）",
    "成效【数据待核实】。": "【数据待核实】",
    "2026年X月底前完成。": "X",
    "202X年，推进工作。": "202X",
    "由某某某负责。": "某某某",
    "某某县推进工作。": "某某",
    "县长____同志讲课。": "____",
    "第×届会议。": "第×",
    "依照《条例》受理ＸＸ件。": "ＸＸ",
    "受理申请（  ）件。": "（  ）",
    "受理申请？件。": "？",
    "受理申请【】件。": "【】",
    "受理申请[数字]件。": "[数字]",
    "受理申请<件数>件。": "<件数>",
    "受理申请……件。": "……",
    "受理申请N件。": "N",
    "完成情况（请法制股补充）。": "（请法制股补充）",
    "2026年  月底前完成。": "  月",
    "由某某局牵头。": "某某",
}


@pytest.mark.parametrize(("text", "placeholder"), BAD.items())
def test_a_placeholder_is_told_at_its_character(text: str, placeholder: str, chain: Chain, tmp_path: Path) -> None:
    """One finding for each, in a draft a warning."""
    (each,) = found(f"正文: ['{text}']\n", chain, tmp_path)
    assert (each.severity.value, each.place.line) == ("warning", 4)
    assert each.place.column == len("正文: ['") + text.index(placeholder) + 1
    assert f"“{placeholder}”" in each.message


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=tries(80))
@given(st.from_regex(shipped_checks()["TEXT050"].参数["式"]))
def test_the_hint_lets_pass_what_the_expression_knows(drawn: str) -> None:
    """Drawn from the expression itself: who adds to it in the data finds here that the hint must follow."""
    for match in re.finditer(shipped_checks()["TEXT050"].参数["式"], drawn):
        assert match["占位"] is None or _HINT.search(drawn)


@pytest.mark.parametrize("text", BAD)
def test_the_hint_lets_pass_the_examples(text: str) -> None:
    """Each kind of placeholder at least once."""
    assert _HINT.search(text)


GOOD = [
    "印发《关于××的通知》。",
    "发布《某某县办法》。",
    "采购XXL号服装。",
    "贯彻党的二十大精神。",
    "二〇〇四年、二○○五年的工作。",
    "实行7×24小时服务，面积5×3米。",
    "某县的做法，张某某诉某局一案。",
    "拍摄X光片，第X光室。",
    "办理甲府〔2026〕5号文件。",
    "待遇问题（待岗人员除外），（其中3件仍在审理）。",
    "访问http://www.a.gov.cn/a__b。",
]


@pytest.mark.parametrize("text", GOOD)
def test_other_text_is_no_placeholder(text: str, chain: Chain, tmp_path: Path) -> None:
    """Titles quote as they will, and names and signs stand for themselves."""
    assert found(f"正文: ['{text}']\n", chain, tmp_path) == []


FIELDS = [
    "报送: [{名称: 甲, 对象: 同级党委, 文号: ×委〔2026〕5号}]\n",
    "报送: [{名称: 甲, 对象: 同级党委, 签发人: [某某某]}]\n",
    "报送: [{名称: 甲, 对象: 同级党委, 主送: 中共××县委}]\n",
    "报送: [{名称: 甲, 对象: 人大常委会口头, 报告人: {职务: 甲县县长, 姓名: ×××}}]\n",
    "报送: [{名称: 甲, 对象: 人大常委会口头, 会议: {名称: 甲县人大常委会第××次会议}}]\n",
    "安排: [{标题: 甲, 措施: 文, 时限: 2026年X月底前}]\n",
    "不足: [{标题: 甲, 表现: 共XX件}]\n",
    "附件: [{题: 清单, 内容: [共XX件]}]\n",
]


@pytest.mark.parametrize("text", FIELDS)
def test_formal_fields_and_parts_are_looked_at_too(text: str, chain: Chain, tmp_path: Path) -> None:
    """Once, however many versions print it."""
    assert len(found(text, chain, tmp_path)) == 1


def test_several_versions_tell_it_once(chain: Chain, tmp_path: Path) -> None:
    """What all print was typed once."""
    text = "报送: [{名称: 甲}, {名称: 乙, 对象: 社会公开}]\n正文: [共XX件]\n"
    assert len(found(text, chain, tmp_path)) == 1


@pytest.mark.parametrize("state", ["印发稿", "公开稿"])
def test_it_is_an_error_once_the_report_is_final(state: str, chain: Chain, tmp_path: Path) -> None:
    """Nothing may be left open then."""
    (each,) = found(f"状态: {state}\n正文: [共XX件]\n", chain, tmp_path)
    assert each.severity.value == "error"
