"""The relations of the topics on functions, rules, decisions, supervision and digital government, each by a case."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest
from support.knowledge_files import shipped_checks
from support.phrases import catalogue

from generator.checking.figures import check_figures
from generator.diagnostics import Place
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue, TopicFigures

_TICK = "√"

BAD: dict[str, tuple[str, dict[str, Any]]] = {
    "DATA300": ("权责清单", {"事项": 10, "许可": 6, "处罚": 5}),
    "DATA301": ("权责清单", {"事项": 10, "许可": 6, "处罚": 3, "分项完整": _TICK}),
    "DATA302": ("政务服务事项", {"事项": 515, "许可": 219, "公共服务": 297}),
    "DATA303": ("政务服务事项", {"事项": 515, "许可": 217, "公共服务": 297, "分项完整": _TICK}),
    "DATA304": ("政务服务事项", {"事项": 515, "进厅": 516}),
    "DATA305": ("政务服务办件", {"办件": 100, "平台办件": 101}),
    "DATA306": ("政务服务办件", {"办件": 100, "按时办结": 101}),
    "DATA307": ("相对集中权", {"事项": 100, "处罚": 101}),
    "DATA308": ("相对集中权", {"事项": 1525, "许可": 203, "处罚": 1321}),
    "DATA309": ("证明事项", {"清理": 10, "取消": 6, "保留": 5}),
    "DATA310": ("开办企业", {"新主体": 10, "新企业": 11}),
    "DATA311": ("开办企业", {"新企业": 10, "电子化": 11}),
    "DATA312": ("开办企业", {"新主体": 10, "主体": 9}),
    "DATA313": ("清欠", {"应清": 100, "已清": 101}),
    "DATA314": ("营商环境", {"问题": 10, "解决": 11}),
    "DATA315": ("营商环境", {"投诉": 10, "办结": 11}),
    "DATA316": ("公平竞争审查", {"审查": 10, "会同审查": 11}),
    "DATA317": ("公平竞争审查", {"审查": 10, "修改": 6, "未出台": 5}),
    "DATA318": ("公平竞争审查", {"存量": 10, "继续有效": 11}),
    "DATA319": ("公平竞争审查", {"存量": 212, "继续有效": 199, "存量修改": 4, "废止": 8, "分项完整": _TICK}),
    "DATA320": ("规范性文件", {"应备案": 5, "报送备案": 6}),
    "DATA321": ("规范性文件", {"报送备案": 5, "按期报备": 6}),
    "DATA322": ("规范性文件", {"接收备案": 5, "备案纠正": 6}),
    "DATA323": ("规范性文件", {"制定": 5, "解读": 6}),
    "DATA324": ("立法协助", {"建议": 5, "采纳": 6}),
    "DATA330": ("重大行政决策", {"出台": 5, "公众参与": 6}),
    "DATA331": ("重大行政决策", {"出台": 5, "集体讨论": 4}),
    "DATA332": ("法律顾问", {"顾问单位": 5, "外聘单位": 6}),
    "DATA333": ("法律顾问", {"公职律师": 5, "公职律师单位": 6}),
    "DATA334": ("合法性审查", {"应审查": 5, "审查": 6}),
    "DATA335": ("合法性审查", {"审查": 10, "议题": 6, "乡镇": 5}),
    "DATA340": ("政府信息公开", {"复议": 3, "诉讼": 1, "纠正": 5}),
    "DATA341": ("建议提案", {"建议": 5, "建议办结": 6}),
    "DATA342": ("建议提案", {"提案": 5, "提案办结": 6}),
    "DATA343": ("建议提案", {"建议办结": 5, "建议满意": 6}),
    "DATA344": ("建议提案", {"提案办结": 5, "提案满意": 6}),
    "DATA345": ("审计监督", {"问题": 5, "整改": 6}),
    "DATA346": ("司法检察建议", {"司法建议": 3, "检察建议": 12, "到期": 16}),
    "DATA347": ("司法检察建议", {"到期": 12, "按期回复": 13}),
    "DATA350": ("数字政府", {"事项": 10, "可办": 11}),
}

GOOD: dict[str, dict[str, Any]] = {
    "权责清单": {"事项": 10, "许可": 6, "处罚": 4, "分项完整": _TICK},
    "政务服务事项": {"事项": 515, "许可": 218, "公共服务": 297, "进厅": 515, "分项完整": _TICK},
    "政务服务办件": {"办件": 1200, "平台办件": 1161, "按时办结": 1200, "按时办结率": "100%"},
    "相对集中权": {"事项": 1525, "许可": 203, "处罚": 1322},
    "证明事项": {"清理": 120, "取消": 86, "保留": 30},
    "开办企业": {"新主体": 5600, "新企业": 1996, "电子化": 1956, "电子化率": "98%", "主体": 32000},
    "清欠": {"应清": 3200, "已清": 3100, "清偿率": "96.9%"},
    "营商环境": {"问题": 156, "解决": 148, "投诉": 23, "办结": 23},
    "公平竞争审查": {
        "审查": 64,
        "会同审查": 11,
        "修改": 5,
        "未出台": 1,
        "存量": 212,
        "继续有效": 199,
        "存量修改": 4,
        "废止": 9,
        "分项完整": _TICK,
    },
    "规范性文件": {
        "制定": 6,
        "政府文件": 4,
        "部门文件": 2,
        "审核": 8,
        "应备案": 6,
        "报送备案": 6,
        "按期报备": 6,
        "报备率": "100%",
        "及时率": "100%",
        "接收备案": 31,
        "备案纠正": 2,
        "解读": 5,
    },
    "规范性文件清理": {
        "清理": 120,
        "保留": 90,
        "修改": 8,
        "废止": 10,
        "失效": 6,
        "拟修改": 4,
        "拟废止": 2,
        "分项完整": _TICK,
    },
    "立法协助": {"建议": 156, "采纳": 12},
    "重大行政决策": {"目录": 6, "出台": 5, "转下年": 1, "公众参与": 5, "听证": 2, "集体讨论": 5},
    "法律顾问": {
        "顾问": 15,
        "律师": 10,
        "专家学者": 5,
        "顾问单位": 29,
        "外聘单位": 18,
        "公职律师": 15,
        "公职律师单位": 6,
        "分项完整": _TICK,
    },
    "合法性审查": {"应审查": 320, "审查": 304, "议题": 89, "乡镇": 40, "审查率": "95%"},
    "政府信息公开": {"申请": 36, "上年结转": 2, "办结": 37, "转下年": 1, "复议": 3, "诉讼": 1, "纠正": 1},
    "建议提案": {"建议": 56, "提案": 73, "建议办结": 56, "提案办结": 70, "建议满意": 55, "提案满意": 70},
    "审计监督": {"问题": 131, "整改": 125, "整改率": "95.4%"},
    "司法检察建议": {"司法建议": 3, "检察建议": 12, "到期": 13, "按期回复": 13, "回复率": "100%"},
    "数字政府": {"事项": 1842, "可办": 1799, "可办率": "97.7%"},
}


def _value(value: object) -> IndicatorValue:
    return IndicatorValue.model_validate(value)


def codes(topics: dict[str, dict[str, Any]]) -> list[str]:
    """The codes of what is found about the figures of some topics of the shipped catalogue."""
    figures = {
        name: TopicFigures(
            MappingProxyType({key: _value(value) for key, value in values.items() if value != _TICK}),
            frozenset(key for key, value in values.items() if value == _TICK),
        )
        for name, values in topics.items()
    }
    report = Report.model_validate(
        {
            "年度": 2025,
            "主体": {"名称": "甲县人民政府", "简称": "甲县"},
            "指标": Figures(MappingProxyType(figures)),
            "上年": Figures(MappingProxyType({})),
        }
    )
    found = check_figures(report, catalogue(), shipped_checks(), lambda path: Place("/".join(map(str, path))))
    return [one.diagnostic.code for one in found]


@pytest.mark.parametrize("code", BAD)
def test_figures_that_cannot_be_are_found(code: str) -> None:
    """Each relation by figures that break it."""
    topic, values = BAD[code]
    assert code in codes({topic: values})


def test_the_same_number_of_service_items_stands_in_both_topics() -> None:
    """政务服务事项 are counted once, whoever writes of them."""
    assert "DATA351" in codes({"数字政府": {"事项": 1842}, "政务服务事项": {"事项": 1843}})
    assert "DATA351" not in codes({"数字政府": {"事项": 1842}, "政务服务事项": {"事项": 1842}})


ACROSS: dict[str, tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]] = {
    # what cannot be, and what can
    "DATA352": (
        {"重大行政决策": {"审查": 12}, "合法性审查": {"决策": 6, "议题": 5}},
        {"重大行政决策": {"审查": 11}, "合法性审查": {"决策": 6, "议题": 5}},
    ),
    "DATA353": (
        {"数字政府": {"可办": 1799}, "一网通办": {"网办": 1800}},
        {"数字政府": {"可办": 1799}, "一网通办": {"网办": 1799}},
    ),
}


@pytest.mark.parametrize("code", ACROSS)
def test_one_fact_in_two_topics_is_held_against_itself(code: str) -> None:
    """A decision examined, an item done online; as a warning, because the counts may be of different days."""
    bad, good = ACROSS[code]
    assert code in codes(bad)
    assert code not in codes(good)


@pytest.mark.parametrize("topic", GOOD)
def test_plausible_figures_raise_nothing(topic: str) -> None:
    """A year as an office would report it."""
    assert codes({topic: GOOD[topic]}) == []


def test_every_relation_of_these_topics_has_its_case() -> None:
    """A relation that is added brings a case."""
    written = {
        entry.码 for topic in catalogue().topics.values() for entry in topic.勾稽 if "DATA300" <= entry.码 <= "DATA359"
    }
    assert written == {*BAD, *ACROSS, "DATA351"}
