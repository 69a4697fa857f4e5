"""The relations between the figures of 行政执法, as the shipped catalogue has them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest
from support.knowledge_files import shipped_checks
from support.phrases import catalogue, figures

from generator.checking.figures import check_figures
from generator.checking.findings import Found
from generator.diagnostics import Place, Severity
from generator.models.report import Report
from generator.models.values import Figures

_FIRST, _LAST = 230, 299
_FULL: dict[str, dict[str, Any]] = {
    "执法主体": {"主体": 48, "平台主体": 46},
    "执法人员": {"在岗": 520, "合计": 403, "新申领": 225, "换发": 174, "监督证": 4, "免试换证": 100, "注销": 12},
    "执法培训": {"期": 12, "人次": 1500, "人均学时": 62, "人数": 403},
    "综合行政执法": {"查一次": 30, "查一次对象": 480},
    "乡镇执法": {"事项": 59, "法定": 17, "委托": 42, "案件": 36, "办案事项": 12, "分项完整": True},
    "行政许可": {"申请": 26600, "受理": 26570, "许可": 26462, "不予许可": 102, "告知承诺": 1200, "撤销": 5},
    "行政处罚": {"立案": 1300, "决定": 1160, "普通": 842, "简易": 318, "听证": 5, "减轻处罚": 9, "移送公安": 7},
    "行政强制": {"措施": 120, "查封": 30, "扣押": 88, "冻结": 2, "分项完整": True},
    "行刑衔接": {"公安立案": 5, "反向移送": 8, "反向处罚": 6},
    "行政检查": {"检查": 5600, "联合": 36, "发现问题": 860},
    "涉企检查": {"户次": 1612, "扫码": 1530, "扫码率": "94.9%", "联合": 12, "发现问题": 80},
    "双随机": {"任务": 86, "联合": 31, "联合占比": "36%", "对象": 1240, "发现问题": 12, "应公示": 1240, "已公示": 1240},
    "互联网监管": {"预警": 30, "反馈": 10, "反馈率": "33.3%"},
    "三项制度": {"应审": 426, "已审": 426, "审核人员": 46, "执法人员": 403, "审核人员占比": "11.4%"},
    "案卷评查": {
        "评查": 240, "处罚": 150, "许可": 70, "强制": 20, "分项完整": True, "优秀": 52, "合格": 181, "不合格": 7,
        "合格率": "97.1%", "问题": 135, "整改": 135, "意见书": 3,
    },
    "案卷自评": {"自评": 860, "优秀": 120, "合格": 730, "不合格": 10, "问题": 56, "整改": 50},
    "执法监督": {"监督": 20, "专项监督": 6, "意见书": 8, "问题": 45, "整改": 40},
}  # fmt: skip

_BROKEN: list[tuple[str, Severity, dict[str, dict[str, Any]]]] = [
    ("DATA230", Severity.WARNING, {"执法人员": {"在岗": 400}}),
    ("DATA231", Severity.ERROR, {"执法人员": {"免试换证": 288}}),
    ("DATA232", Severity.ERROR, {"执法主体": {"平台主体": 49}}),
    ("DATA233", Severity.WARNING, {"执法培训": {"人数": 1600}}),
    ("DATA234", Severity.INFO, {"执法培训": {"人均学时": 40}}),
    ("DATA235", Severity.WARNING, {"综合行政执法": {"查一次对象": 20}}),
    ("DATA236", Severity.ERROR, {"乡镇执法": {"事项": 50, "分项完整": False}}),
    ("DATA237", Severity.ERROR, {"乡镇执法": {"事项": 60}}),
    ("DATA238", Severity.WARNING, {"乡镇执法": {"办案事项": 60, "案件": 90}}),
    ("DATA239", Severity.WARNING, {"乡镇执法": {"办案事项": 12, "案件": 10}}),
    ("DATA240", Severity.WARNING, {"行政许可": {"申请": 26569}}),
    ("DATA241", Severity.WARNING, {"行政许可": {"受理": 26563}}),
    ("DATA242", Severity.ERROR, {"行政许可": {"告知承诺": 26463}}),
    ("DATA245", Severity.ERROR, {"行政处罚": {"决定": 1161}}),
    ("DATA246", Severity.ERROR, {"行政处罚": {"普通": 1161, "简易": None}}),
    ("DATA247", Severity.ERROR, {"行政处罚": {"简易": 1161, "普通": None}}),
    ("DATA248", Severity.INFO, {"行政处罚": {"决定": 32842, "简易": 32000}}),
    ("DATA249", Severity.WARNING, {"行政处罚": {"听证": 1161}}),
    ("DATA250", Severity.ERROR, {"行政处罚": {"减轻处罚": 1161}}),
    ("DATA252", Severity.WARNING, {"行政强制": {"措施": 100, "分项完整": False}}),
    ("DATA253", Severity.ERROR, {"行政强制": {"措施": 121}}),
    ("DATA255", Severity.WARNING, {"行刑衔接": {"公安立案": 8}}),
    ("DATA256", Severity.WARNING, {"行刑衔接": {"反向处罚": 9}}),
    ("DATA260", Severity.ERROR, {"行政检查": {"发现问题": 5601}}),
    ("DATA262", Severity.ERROR, {"涉企检查": {"扫码": 1613, "扫码率": None}}),
    ("DATA263", Severity.ERROR, {"涉企检查": {"发现问题": 1613}}),
    ("DATA264", Severity.WARNING, {"行政检查": {"检查": 1600}}),
    ("DATA265", Severity.WARNING, {"涉企检查": {"联合": 37}}),
    ("DATA267", Severity.ERROR, {"双随机": {"联合": 87, "联合占比": None}}),
    ("DATA268", Severity.ERROR, {"双随机": {"已公示": 1241}}),
    ("DATA269", Severity.ERROR, {"双随机": {"发现问题": 1241}}),
    ("DATA270", Severity.WARNING, {"双随机": {"对象": 80}}),
    ("DATA272", Severity.ERROR, {"互联网监管": {"反馈": 31, "反馈率": None}}),
    ("DATA273", Severity.INFO, {"互联网监管": {"覆盖率": "14.54%"}}),
    ("DATA275", Severity.ERROR, {"三项制度": {"已审": 427}}),
    ("DATA276", Severity.WARNING, {"三项制度": {"审核人员": 404, "审核人员占比": None}}),
    ("DATA277", Severity.INFO, {"三项制度": {"审核人员": 20, "审核人员占比": "5.0%"}}),
    ("DATA278", Severity.WARNING, {"三项制度": {"执法人员": 404}}),
    ("DATA280", Severity.ERROR, {"案卷评查": {"许可": 71, "分项完整": False}}),
    ("DATA281", Severity.ERROR, {"案卷评查": {"许可": 69}}),
    ("DATA282", Severity.ERROR, {"案卷评查": {"优秀": 234, "不合格": None, "合格率": None}}),
    ("DATA283", Severity.WARNING, {"案卷评查": {"不合格": 6}}),
    ("DATA284", Severity.WARNING, {"案卷评查": {"合格率": "75.4%"}}),
    ("DATA285", Severity.ERROR, {"案卷评查": {"整改": 136}}),
    ("DATA286", Severity.ERROR, {"案卷评查": {"意见书": 9}}),
    ("DATA288", Severity.WARNING, {"案卷自评": {"不合格": 9}}),
    ("DATA289", Severity.ERROR, {"案卷自评": {"优秀": 861, "合格": None, "不合格": None}}),
    ("DATA290", Severity.ERROR, {"案卷自评": {"整改": 57}}),
    ("DATA292", Severity.ERROR, {"执法监督": {"专项监督": 21}}),
    ("DATA293", Severity.ERROR, {"执法监督": {"整改": 46}}),
]


def _found(given: dict[str, dict[str, Any]]) -> list[Found]:
    topics = {
        name: figures(name, {key: value for key, value in values.items() if value not in (None, False)}).topic(name)
        for name, values in given.items()
    }
    report = Report.model_validate(
        {
            "年度": 2025,
            "主体": {"名称": "甲县人民政府", "简称": "甲县"},
            "指标": Figures(MappingProxyType(topics)),
        }
    )
    return check_figures(report, catalogue(), shipped_checks(), lambda path: Place("/".join(map(str, path))))


def _with(change: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: values | change.get(name, {}) for name, values in _FULL.items()}


def test_figures_that_agree_are_not_complained_of() -> None:
    """A whole county's figures, and each topic alone."""
    assert _found(_FULL) == []
    assert [name for name, values in _FULL.items() if _found({name: values})] == []


@pytest.mark.parametrize(("code", "severity", "change"), _BROKEN, ids=[code for code, *_ in _BROKEN])
def test_a_broken_relation_is_told(code: str, severity: Severity, change: dict[str, dict[str, Any]]) -> None:
    """What must hold is an error; what usually holds is a warning; a norm that isn't reached is an info."""
    found = {each.diagnostic.code: each.diagnostic.severity for each in _found(_with(change))}
    assert found.get(code) == severity, found


def test_every_relation_of_enforcement_is_tried() -> None:
    """A relation that nothing can break would say nothing."""
    held = {relation.码 for topic in catalogue().topics.values() if topic.任务 == "行政执法" for relation in topic.勾稽}
    own = {code for code in held if _FIRST <= int(code.removeprefix("DATA")) <= _LAST}
    assert own == {code for code, *_ in _BROKEN}


def test_a_norm_is_not_called_a_contradiction() -> None:
    """The figures may be right; the clerk is told what is expected."""
    (found,) = _found({"三项制度": {"审核人员": 20, "执法人员": 780}})
    assert found.diagnostic.message.startswith("法制审核人员（20）除以执法人员（780）＝0.03：法制审核人员原则上不少于")
    assert "对不上" not in found.diagnostic.message


def test_flow_and_stock_have_no_identity() -> None:
    """办证 of the year need not add up to the officers there are; withdrawn permits are not the year's applications."""
    assert _found({"执法人员": {"合计": 403, "新申领": 20, "换发": 30}}) == []
    assert _found({"行政许可": {"申请": 10, "受理": 10, "许可": 10, "撤销": 5}}) == []


@pytest.mark.parametrize("rate", ["97.1%", "97.0%", "97%"])
def test_the_pass_rate_counts_the_excellent_too(rate: str) -> None:
    """233 of 240 is 97.08%: rounded or cut off, both are right."""
    assert _found(_with({"案卷评查": {"合格率": rate}})) == []
