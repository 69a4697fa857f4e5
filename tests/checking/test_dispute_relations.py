"""The relations of disputes, public legal services and emergencies: figures that keep each, figures that break it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

import pytest
from support.knowledge_files import shipped_checks
from support.phrases import catalogue

from generator.checking.figures import check_figures
from generator.diagnostics import Place
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue, TopicFigures

Given = dict[str, dict[str, Any]]
_OURS = re.compile(r"DATA(?:3[6-9]|4[012])\d")

BAD: dict[str, tuple[Given, Given]] = {
    "DATA360": ({"行政复议": {"驳回": 9, "驳回申请": 3, "驳回请求": 5}}, {}),
    "DATA361": ({"行政复议": {"收到": 20, "受理": 17, "不予受理": 2, "收案列全": True}}, {}),
    "DATA362": ({"行政复议": {"终止": 4, "和解": 5}}, {}),
    "DATA363": ({"行政复议": {"调解": 4, "和解": 5, "调解和解": 10}}, {}),
    "DATA364": ({"行政复议": {"审结": 9, "调解和解": 10}}, {}),
    "DATA365": ({"行政复议": {"直接纠错": 5, "综合纠错": 4}}, {}),
    "DATA366": ({"行政复议": {"审结": 9, "综合纠错": 10}}, {}),
    "DATA370": ({"行政应诉": {"应诉": 64, "新收": 50, "上年结转": 12}}, {}),
    "DATA371": ({"行政应诉": {"审结": 30, "胜诉": 27, "败诉": 4}}, {}),
    "DATA372": ({"行政应诉": {"审结": 30, "败诉": 3, "撤诉": 20, "结果列全": True}}, {}),
    "DATA373": ({"行政应诉": {"二审": 2, "二审维持": 3}}, {}),
    "DATA374": ({"行政应诉": {"一审": 45, "审结": 42, "未审结": 2}}, {}),
    "DATA375": ({"行政应诉": {"应出庭": 40, "出庭": 41}}, {}),
    "DATA376": ({"行政应诉": {"应出庭": 40, "开庭": 39}}, {}),
    "DATA377": ({"行政应诉": {"审结": 30, "判决": 31}}, {}),
    "DATA378": ({"行政应诉": {"判决": 3, "败诉": 4}}, {}),
    "DATA379": ({"行政应诉": {"一审": 3, "共同被告": 4}}, {}),
    "DATA380": ({"人民调解": {"调解员": 3, "专职调解员": 4}}, {}),
    "DATA381": ({"人民调解": {"组织": 3, "行业组织": 4}}, {}),
    "DATA382": ({"人民调解": {"成功": 30, "书面协议": 20, "口头协议": 11}}, {}),
    "DATA383": ({"人民调解": {"成功": 30, "司法确认": 31}}, {}),
    "DATA385": ({"应急": {"预案": 20, "总体预案": 1, "专项预案": 20}}, {}),
    "DATA386": ({"应急": {"预案": 28, "总体预案": 1, "专项预案": 19, "分项完整": True}}, {}),
    "DATA387": ({"应急": {"隐患": 20, "整改": 21}}, {}),
    "DATA390": ({"行政复议工作": {"制发": 7, "意见书": 5, "建议书": 1}}, {}),
    "DATA391": ({"行政复议工作": {"制发": 7, "应反馈": 8}}, {}),
    "DATA392": ({"行政复议工作": {"应反馈": 7, "反馈": 8}}, {}),
    "DATA393": ({"行政复议工作": {"应公开": 7, "公开": 8}}, {}),
    "DATA394": ({"复议被申请人": {"审结": 7, "维持": 7, "撤销": 1}}, {}),
    "DATA395": ({"复议被申请人": {"审结": 7, "维持": 5, "撤销": 1, "分项完整": True}}, {}),
    "DATA396": ({"复议被申请人": {"被申请": 7, "审结": 8}}, {}),
    "DATA397": ({"复议被申请人": {"应履行": 7, "按期履行": 8}}, {}),
    "DATA398": ({"行政争议化解": {"受理": 7, "化解": 8}}, {}),
    "DATA400": ({"行政调解": {"调解": 7, "成功": 8}}, {}),
    "DATA401": ({"行政裁决": {"办结": 7, "裁决": 5, "调解": 3}}, {}),
    "DATA402": ({"行政裁决": {"受理": 7, "办结": 8}}, {}),
    "DATA403": ({"综治中心": {"受理": 7, "化解": 8}}, {}),
    "DATA404": ({"劳动争议仲裁": {"审结": 7, "调解": 8}}, {}),
    "DATA405": ({"信访": {"登记": 7, "受理": 8}}, {}),
    "DATA406": ({"信访": {"登记": 7, "及时受理": 8}}, {}),
    "DATA407": ({"信访": {"到期": 7, "按期办结": 8}}, {}),
    "DATA408": ({"公共法律服务": {"顾问村": 313}, "村级法治": {"村社区": 312}}, {}),
    "DATA409": ({"公共法律服务": {"顾问村": 311, "顾问全覆盖": True}, "村级法治": {"村社区": 312}}, {}),
    "DATA410": ({"公共法律服务": {"顾问村": 300, "顾问覆盖率": "97%"}, "村级法治": {"村社区": 312}}, {}),
    "DATA411": ({"公共法律服务": {"工作室": 313}, "村级法治": {"村社区": 312}}, {}),
    "DATA412": ({"法律援助": {"受理": 7, "农民工": 8}}, {}),
    "DATA413": ({"民主法治示范村": {"合计": 313}, "村级法治": {"村社区": 312}}, {}),
    "DATA414": ({"民主法治示范村": {"合计": 7, "新创建": 8}}, {}),
    "DATA415": ({"校园法治": {"学校": 7, "配备学校": 8}}, {}),
    "DATA416": ({"法治文化": {"阵地": 7, "公园": 3, "广场": 5}}, {}),
    "DATA417": ({"社区矫正": {"在册": 320, "接收": 150, "解除": 142}}, {"社区矫正": {"在册": 310}}),
    "DATA418": ({"行政裁决": {"裁决": 12}, "其他执法行为": {"裁决": 11}}, {}),
}
"""For each code figures of this year and of last year that break this relation and no other."""

GOOD: dict[str, tuple[Given, Given]] = {
    "received is more than the parts": ({"行政复议": {"收到": 20, "受理": 17, "不予受理": 2}}, {}),
    "every way out is told": (
        {"行政复议": {"收到": 20, "受理": 17, "不予受理": 2, "审查中": 1, "收案列全": True}},
        {},
    ),
    "settled inside terminated": ({"行政复议": {"审结": 20, "终止": 8, "和解": 8, "维持": 12, "分项完整": True}}, {}),
    "both kinds of dismissal": (
        {"行政复议": {"审结": 9, "驳回": 9, "驳回申请": 4, "驳回请求": 5, "分项完整": True}},
        {},
    ),
    "agreement results": ({"行政复议": {"审结": 9, "维持": 7, "协议责任": 2, "分项完整": True}}, {}),
    "withdrawn is neither won nor lost": (
        {"行政应诉": {"审结": 30, "胜诉": 20, "败诉": 3, "撤诉": 5, "调解": 2, "结果列全": True}},
        {},
    ),
    "fewer found than taken on": ({"人民调解": {"排查": 500, "受理": 800, "调解": 790, "成功": 780}}, {}),
    "the rate is cut off": ({"公共法律服务": {"顾问村": 300, "顾问覆盖率": "96.1%"}, "村级法治": {"村社区": 312}}, {}),
    "everywhere": (
        {"公共法律服务": {"顾问村": 312, "顾问覆盖率": "100%", "顾问全覆盖": True}, "村级法治": {"村社区": 312}},
        {},
    ),
    "people in and out": ({"社区矫正": {"在册": 320, "接收": 150, "解除": 142}}, {"社区矫正": {"在册": 312}}),
}


def _figures(given: Given) -> Figures:
    topics: dict[str, TopicFigures] = {}
    for topic, values in given.items():
        entry = catalogue().topics[topic]
        assert values.keys() <= entry.指标.keys() | entry.声明.keys()
        models = {name: IndicatorValue.model_validate(each) for name, each in values.items() if name in entry.指标}
        topics[topic] = TopicFigures(MappingProxyType(models), frozenset(values.keys() & entry.声明.keys()))
    return Figures(MappingProxyType(topics))


def _codes(given: Given, last_year: Given) -> list[str]:
    subject = {"名称": "甲县人民政府", "简称": "甲县"}
    report = Report.model_validate(
        {"年度": 2025, "主体": subject, "指标": _figures(given), "上年": _figures(last_year)}
    )
    found = check_figures(report, catalogue(), shipped_checks(), lambda path: Place("/".join(map(str, path))))
    return [each.diagnostic.code for each in found]


@pytest.mark.parametrize("code", sorted(BAD))
def test_a_broken_relation_is_found(code: str) -> None:
    """One finding for one fact."""
    assert _codes(*BAD[code]) == [code]


@pytest.mark.parametrize("case", sorted(GOOD))
def test_sound_figures_are_left_alone(case: str) -> None:
    assert _codes(*GOOD[case]) == []


def test_no_relation_is_without_a_case() -> None:
    """A relation that is added to these topics needs figures that break it."""
    codes = {entry.码 for topic in catalogue().topics.values() for entry in topic.勾稽}
    assert {code for code in codes if _OURS.fullmatch(code)} == BAD.keys()
