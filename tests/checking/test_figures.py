"""The figures of a report against each other."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.figures import check_figures
from generator.checking.findings import Found
from generator.diagnostics import Place, Severity, Strength
from generator.models.base import Path
from generator.models.catalogue import Catalogue, Topic
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue, TopicFigures

_SOURCE: dict[str, Any] = {"来源": "测试", "强度": "规定"}
_TOPIC = Topic(
    名称="复议",
    标签="行政复议",
    任务="纠纷化解",
    指标={name: {"标签": name, "单位": "件"} for name in ("收到", "受理", "不予受理", "维持", "撤销", "审结", "纠错")}
    | {
        "纠错率": {"标签": "直接纠错率", "单位": "%", "性质": "比率", "分子": "纠错", "口径": ["审结", "受理"]},
        "维持率": {"标签": "维持率", "单位": "%", "性质": "比率", "分子": "维持", "口径": ["审结"]},
        "资金": {"标签": "资金", "单位": "万元"},
    },
    声明={"分项完整": "结果已经列全"},
    维度={"结果": ["维持", "撤销"]},
    勾稽=[
        {"式": "收到 = 受理 + 不予受理", "码": "DATA101", "说明": "应当相等", **_SOURCE},
        {"式": "Σ 结果? = 审结", "码": "DATA102", "说明": "结果列全时相等", "条件": "分项完整", **_SOURCE},
        {"式": "纠错 <= 审结", "码": "DATA103", "说明": "一般不多于", "来源": "测试", "强度": "惯例"},
        {"式": "收到 >= 收到@上年", "码": "DATA104", "说明": "增长", "来源": "测试", "强度": "惯例"},
    ],
    **_SOURCE,
)


def found(
    values: dict[str, object], *, ticked: bool = False, last_year: dict[str, object] | None = None, **report: object
) -> list[Found]:
    """What is found about the figures of the topic 复议; values as an input would give them."""

    def figures(given: dict[str, object]) -> Figures:
        models = {name: IndicatorValue.model_validate(value) for name, value in given.items()}
        topic = TopicFigures(MappingProxyType(models), frozenset(["分项完整"] if ticked else []))
        return Figures(MappingProxyType({"复议": topic}))

    checked = Report.model_validate(
        {
            "年度": 2022,
            "主体": {"名称": "罗江区人民政府", "简称": "罗江区"},
            "指标": figures(values),
            "上年": figures(last_year or {}),
            **report,
        }
    )
    return check_figures(checked, Catalogue({"复议": _TOPIC}), shipped_checks(), _place)


def _place(path: Path) -> Place:
    return Place("/".join(map(str, path)))


GOOD: dict[str, dict[str, object]] = {
    "relations hold": {"收到": 7, "受理": 6, "不予受理": 1, "审结": 6, "纠错": 2},
    "a blank part": {"收到": 7, "受理": 6},
    "an approximate part": {"收到": "7余", "受理": 6, "不予受理": 3},
    "a dimension that isn't complete": {"审结": 6, "维持": 1},
    "rate rounded": {"维持率": "66.7%", "维持": 4, "审结": 6},
    "rate cut off": {"维持率": "66.6%", "维持": 4, "审结": 6},
    "approximate rate": {"维持率": "98%以上", "维持": 4, "审结": 6},
    "rate of the usual base": {"纠错率": "50%", "纠错": 3, "审结": 6, "受理": 9},
    "rate of the base that is named": {"纠错率": {"值": "50%", "口径": "受理"}, "纠错": 3, "受理": 6, "审结": 5},
    "rate without a base": {"维持率": "62%"},
    "the other base is not zero": {"纠错率": "62.5%", "审结": 0, "受理": 8},
    "unit of the catalogue": {"收到": "7件", "资金": "1200万元"},
    "round approximation": {"收到": "120余", "受理": "近100"},
    "numeral of an approximation": {"收到": "二十余"},
    "ten thousands with decimals": {"收到": "1.25万", "受理": "1.25万"},
    "money has fractions": {"资金": "12.5"},
    "not applicable": {"收到": {"不适用": "本级不是复议机关"}, "受理": 6, "不予受理": 1},
}


@pytest.mark.parametrize("values", GOOD.values(), ids=GOOD.keys())
def test_nothing_is_found(values: dict[str, object]) -> None:
    """Figures that agree, or that prove nothing."""
    assert [each.diagnostic.message for each in found(values)] == []


BAD: dict[str, tuple[dict[str, object], str, str]] = {
    "numeral": ({"收到": "十二"}, "DATA023", "读作12"),
    "fraction of a count": ({"收到": "12.5"}, "DATA024", "以“件”计的数不会有小数"),
    "fraction left of ten thousands": ({"收到": "1.23456万"}, "DATA024", "不会有小数"),
    "sum": (
        {"收到": 7, "受理": 6, "不予受理": 2},
        "DATA101",
        "数字对不上：收到（7），受理（6）加不予受理（2）＝8。应当相等",
    ),
    "at most": ({"纠错": 7, "审结": 6}, "DATA103", "数字对不上：纠错（7），审结（6）。一般不多于"),
    "rate": ({"维持率": "60%", "维持": 4, "审结": 6}, "DATA001", "按维持（4）÷审结（6）应为66.7%"),
    "a hundred that isn't": ({"维持率": "100%", "维持": 999, "审结": 1000}, "DATA001", "应为99.9%"),
    "no base fits": ({"纠错率": "60%", "纠错": 3, "审结": 6, "受理": 9}, "DATA002", "换用其他口径也对不上"),
    "the other base fits": ({"纠错率": "33.3%", "纠错": 3, "审结": 6, "受理": 9}, "DATA003", "以“受理”为分母才对得上"),
    "the named base doesn't fit": (
        {"纠错率": {"值": "50%", "口径": "受理"}, "纠错": 3, "审结": 6, "受理": 9},
        "DATA001",
        "÷受理（9）应为33.3%",
    ),
    "infeasible": ({"维持率": "62%", "审结": 36}, "DATA004", "（22/36为61.1%，23/36为63.9%）"),
    "infeasible without named base": ({"纠错率": "62%", "审结": 36}, "DATA007", "以审结（36）等为分母"),
    "zero denominator": ({"维持率": "100%", "审结": 0}, "DATA005", "“维持率”的分母“审结”是 0"),
    "more than all": ({"维持率": "120%"}, "DATA006", "超过了 100%"),
    "doubled approximation": ({"收到": "近1万余"}, "DATA008", "“近1万余”"),
    "guess after an exact number": ({"收到": "156余"}, "DATA009", "“156余”"),
    "other unit": ({"收到": "7人"}, "DATA012", "目录中的单位是“件”"),
    "rate without sign": ({"维持率": "0.95"}, "DATA013", "没有百分号"),
    "count in per cent": ({"收到": "95%"}, "DATA014", "不是比率"),
    "negative": ({"收到": "-1"}, "DATA015", "不应小于零"),
    "base out of the catalogue": ({"纠错率": {"值": "50%", "口径": "收到"}}, "DATA017", "可用的是：审结、受理"),
    "base of a count": ({"收到": {"值": 7, "口径": "受理"}}, "DATA019", "不是比率"),
    "万 in figure and unit": ({"资金": "1200万"}, "DATA012", "目录中的单位是“万元”"),
    "亿 before 万": ({"资金": "3.2亿"}, "DATA012", "目录中的单位是“万元”"),
    "smaller unit": ({"资金": "1200元"}, "DATA012", "目录中的单位是“万元”"),
}


@pytest.mark.parametrize(("values", "code", "said"), BAD.values(), ids=BAD.keys())
def test_a_fault_is_found_and_nothing_else(values: dict[str, object], code: str, said: str) -> None:
    """One finding, under its code, with the figures in its message."""
    (each,) = found(values)
    assert each.diagnostic.code == code
    assert said in each.diagnostic.message
    assert each.path[:2] == ("指标", "复议")
    assert each.diagnostic.place.file == "/".join(map(str, each.path))
    assert not re.search(r"\{\w+\}", each.diagnostic.message + each.diagnostic.remedy)


def test_a_relation_weighs_what_its_strength_says() -> None:
    """规定 is an error, anything else a warning; code and source are the relation's own."""
    rule, custom = found({"收到": 7, "受理": 6, "不予受理": 2, "纠错": 7, "审结": 6})
    assert (rule.diagnostic.severity, rule.diagnostic.strength) == (Severity.ERROR, Strength.RULE)
    assert (custom.diagnostic.severity, custom.diagnostic.strength) == (Severity.WARNING, Strength.CUSTOM)
    assert rule.diagnostic.source == "测试"
    assert rule.also == (("指标", "复议", "受理"), ("指标", "复议", "不予受理"))


def test_a_relation_with_a_condition_waits_for_its_tick() -> None:
    """分项完整 makes the sum of the results binding; the parts given are named."""
    values: dict[str, object] = {"审结": 6, "维持": 1, "撤销": 2}
    assert found(values) == []
    (each,) = found(values, ticked=True)
    assert "各项结果（维持1、撤销2）之和＝3，审结（6）" in each.diagnostic.message


def test_last_year_enters_a_relation() -> None:
    """@上年 reads the figures under 上年 and says so."""
    (each,) = found({"收到": 5}, last_year={"收到": 7})
    assert "上年收到（7）" in each.diagnostic.message
    assert each.also == (("上年", "复议", "收到"),)


DATES: dict[str, tuple[dict[str, object], dict[str, Any], list[str]]] = {
    "in order": (
        {"收到": {"值": 7, "截至": "2022-06-30"}},
        {"期间": "上半年", "数据截至": "2022-06-30", "报送": [{"名称": "甲", "成文日期": "2022-07-20"}]},
        [],
    ),
    "after the signing": (
        {"收到": {"值": 7, "截至": "2022-08-01"}},
        {"报送": [{"名称": "乙", "成文日期": "2022-09-20"}, {"名称": "甲", "成文日期": "2022-07-20"}]},
        ["DATA010"],
    ),
    "after the cut-off": (
        {"收到": {"值": 7, "截至": "2022-07-01"}},
        {"期间": "上半年", "数据截至": "2022-06-30"},
        ["DATA011"],
    ),
    "cut-off after the signing": (
        {},
        {"期间": "上半年", "数据截至": "2022-06-30", "报送": [{"名称": "甲", "成文日期": "2022-06-20"}]},
        ["DATA016"],
    ),
    "cut-off before the end of the year": ({}, {"数据截至": "2022-11-30"}, ["DATA018"]),
    "cut-off just before the signing": (
        {},
        {"数据截至": "2022-11-30", "报送": [{"名称": "甲", "成文日期": "2022-12-20"}]},
        [],
    ),
    "cut-off soon after the year": ({}, {"数据截至": "2023-01-10"}, ["DATA018"]),
    "cut-off at the end of March": ({}, {"数据截至": "2023-03-31"}, ["DATA018"]),
    "cut-off long after the year": ({}, {"数据截至": "2023-04-01"}, ["DATA021"]),
    "cut-off before the year": ({}, {"数据截至": "2021-12-31"}, ["DATA021"]),
}


@pytest.mark.parametrize(("values", "report", "codes"), DATES.values(), ids=DATES.keys())
def test_days_are_in_order(values: dict[str, object], report: dict[str, Any], codes: list[str]) -> None:
    """Counted to, then cut off, then signed."""
    assert [each.diagnostic.code for each in found(values, **report)] == codes


def test_the_earliest_signing_is_named() -> None:
    """With several versions the first that was signed is the one that can't know."""
    values, report, _ = DATES["after the signing"]
    (each,) = found(values, **report)
    assert "晚于“甲”的成文日期2022年7月20日" in each.diagnostic.message


def test_topics_the_catalogue_does_not_have_are_left_alone() -> None:
    """The loader has already refused them; checks don't stumble."""
    figures = Figures({"不明": TopicFigures({"收到": IndicatorValue.model_validate(7)})})
    report = Report.model_validate({"年度": 2022, "主体": {"名称": "某", "简称": "某"}, "指标": figures})
    assert check_figures(report, Catalogue({}), shipped_checks(), _place) == []


def test_a_check_that_was_removed_is_not_made() -> None:
    """An office deletes the entry, and the check is gone."""
    figures = Figures({"复议": TopicFigures({"收到": IndicatorValue.model_validate("156余")})})
    report = Report.model_validate({"年度": 2022, "主体": {"名称": "某", "简称": "某"}, "指标": figures})
    fewer = {code: rule for code, rule in shipped_checks().items() if code != "DATA009"}
    assert check_figures(report, Catalogue({"复议": _TOPIC}), fewer, _place) == []


def test_last_years_figures_are_looked_at_by_themselves() -> None:
    """Unit, percent and base, as this year's; the finding says that it is about last year."""
    values: dict[str, object] = {"收到": "7人", "受理": "50%", "纠错率": {"值": "50", "口径": "收到"}}
    each = found({}, last_year=values)
    assert [one.diagnostic.code for one in each] == ["DATA012", "DATA014", "DATA013", "DATA017"]
    assert all("“上年" in one.diagnostic.message and one.path[0] == "上年" for one in each)


@pytest.mark.parametrize(
    ("value", "unit", "codes"),
    [
        ("15", "分钟", []),
        ("15分钟", "分钟", []),
        ("15分钟", "", []),
        ("15万元", "万元", []),
        ("15万", "份", []),
        ("100%", "", []),
        ("15小时", "分钟", ["DATA022"]),
        ("15元", "万元", ["DATA022"]),
        ("15万", "万元", ["DATA022"]),
        ("95%", "件", ["DATA022"]),
    ],
)
def test_data_outside_the_catalogue_keep_to_their_own_unit(value: str, unit: str, codes: list[str]) -> None:
    """A unit behind the number that isn't the one under 单位, or 万 in both."""
    each = found({}, 其他数据=[{"名称": "甲", "值": value, "单位": unit}])
    assert [one.diagnostic.code for one in each] == codes


def test_a_rate_without_its_sign_is_still_held_against_its_counts() -> None:
    """Both faults in one run; the second speaks of the rate as it should be."""
    sign, rate = found({"维持率": "60", "维持": 4, "审结": 6})
    assert (sign.diagnostic.code, rate.diagnostic.code) == ("DATA013", "DATA001")
    assert "“60%”" in sign.diagnostic.remedy
    assert "写的是60%" in rate.diagnostic.message


def test_a_numeral_enters_relations() -> None:
    """It is a number like any other."""
    codes = [each.diagnostic.code for each in found({"收到": "十二", "受理": 11, "不予受理": 2})]
    assert codes == ["DATA101", "DATA023"]


def test_other_data_are_held_to_the_same() -> None:
    """Their unit is what staff say."""
    data = [{"名称": "甲", "值": "十二", "单位": "件"}, {"名称": "乙", "值": "1.5", "单位": "人"}]
    assert [each.diagnostic.code for each in found({}, 其他数据=data)] == ["DATA023", "DATA024"]
