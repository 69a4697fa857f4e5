"""Forms as the merging takes them, without any workbook: a small topic with one indicator of every kind of 合并."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic, Place
from generator.merging.merge import County, merge
from generator.merging.sent import Given, Sent
from generator.models.catalogue import Catalogue, Topic
from generator.models.check import CheckRule
from generator.models.collection import Material, Merged, Part
from generator.models.quantity import Quantity
from generator.models.units import Package, Unit, Units, in_order
from support.knowledge_files import shipped_checks

TOPIC = Topic.model_validate(
    {
        "名称": "测",
        "标签": "测试",
        "任务": "纠纷化解",
        "指标": {
            "和": {"标签": "相加", "单位": "件", "合并": "求和"},
            "牵": {"标签": "牵头", "单位": "场", "合并": "牵头单位"},
            "单": {"标签": "单一", "单位": "件", "合并": "单一来源"},
            "存": {"标签": "存量", "单位": "个", "性质": "存量", "合并": "单一来源"},
            "新": {"标签": "最新", "单位": "个", "性质": "存量", "合并": "最新"},
            "核": {"标签": "核对", "单位": "件", "合并": "核对"},
            "分子": {"标签": "分子", "单位": "件", "合并": "求和"},
            "分母": {"标签": "分母", "单位": "件", "合并": "求和"},
            "另母": {"标签": "另一个分母", "单位": "件", "合并": "单一来源"},
            "率": {"标签": "率", "单位": "%", "性质": "比率", "合并": "重算", "分子": "分子", "口径": ["分母", "另母"]},
            "单率": {
                "标签": "单率",
                "单位": "%",
                "性质": "比率",
                "合并": "重算",
                "分子": "单",
                "口径": ["分母", "另母"],
            },
            "孤率": {"标签": "孤率", "单位": "%", "性质": "比率", "合并": "重算", "口径": ["分母"]},
        },
        "声明": {"列全": "已经列全"},
        "来源": "测试",
        "强度": "惯例",
    }
)
SUMMED = TOPIC.model_copy(update={"名称": "各", "指标": {"和": TOPIC.指标["和"]}})
"""A topic that no unit alone answers for."""
CATALOGUE = Catalogue({"测": TOPIC, "各": SUMMED})


def unit(name: str, order: int, **given: Any) -> Unit:
    fields = {"简称": name, "类型": "部门", "报送": "必报", "来源": "测试", "强度": "惯例", **given}
    return Unit.model_validate({"名称": name, "序": order, **fields})


def units(*entries: Unit) -> Units:
    package = Package(说明="都填", 主题=["测", "各"], 来源="测试", 强度="惯例")
    return Units(in_order({each.名称: each for each in entries}), {"通用": package})


COUNTY = units(
    unit("主", 1, 单一来源=["测"]),
    unit("旁", 2, 另填=["测"]),
    unit("甲", 3, 包=["通用"]),
    unit("乙", 4, 包=["通用"]),
    unit("丙", 5, 包=["通用"]),
)
"""主 answers for the topic, 旁 speaks for the county too, the others fill in their own."""
NOBODY = units(unit("甲", 3, 包=["通用"]), unit("乙", 4, 包=["通用"]), unit("丙", 5, 包=["通用"]))
"""Nobody answers for the topic."""
UNSOURCED = units(
    unit("旁", 1, 另填=["测"]),
    unit("邻", 2, 另填=["测"]),
    unit("甲", 3, 包=["通用"]),
    unit("乙", 4, 包=["通用"]),
    unit("东镇", 5, 包=["通用"], 类型="乡镇"),
    unit("西街", 6, 包=["通用"], 类型="街道"),
    unit("南镇", 7, 包=["通用"], 类型="乡镇"),
)
"""Nobody answers for the topic; departments and towns fill it by their package, two others in their own right."""


def given(name: str, typed: str, at: str, **more: Any) -> Given:
    """`7`, or `不适用：没有这项职责`."""
    reason = typed.partition("：")[2] if typed.startswith("不适用") else ""
    quantity = None if reason else Quantity.parse(typed)
    fields: dict[str, Any] = {
        "quantity": quantity,
        "not_applicable": reason,
        "place": Place(f"{name}.xlsx", sheet="表", cell=at),
    }
    return Given(**{**fields, **more})


def sent(name: str, figures: Mapping[str, str | Given], **more: Any) -> Sent:
    """A form by its figures (`和: "7"`, `各.和: "7"`), each in a cell of its own."""
    made = {}
    for number, (key, typed) in enumerate(figures.items(), start=1):
        topic, _, indicator = key.rpartition(".")
        made[topic or "测", indicator] = given(name, typed, f"E{number}") if isinstance(typed, str) else typed
    fields: dict[str, Any] = {
        "unit": name,
        "file": f"{name}.xlsx",
        "number": "FZ",
        "year": 2026,
        "period": "全年",
        "modified": "",
        "digest": "0",
        "figures": made,
        "topics": frozenset({"测"}),
    }
    return Sent(**{**fields, **more})


def county(forms: Sequence[Sent], known: Units = COUNTY, checks: Mapping[str, CheckRule] | None = None) -> County:
    return merge(forms, known, CATALOGUE, shipped_checks() if checks is None else checks)


def figure(result: County, name: str) -> Merged:
    topic, _, indicator = name.rpartition(".")
    return next(each for each in result.figures if (each.topic, each.indicator) == (topic or "测", indicator))


def value(result: County, name: str) -> str:
    """The county's figure as printed; empty when there is none."""
    quantity = figure(result, name).quantity
    return quantity.printed if quantity is not None else ""


def parts(result: County, name: str) -> dict[str, Part]:
    return {part.unit: part for part in figure(result, name).parts}


def shares(result: County, name: str) -> dict[str, str]:
    return {part.unit: part.share for part in figure(result, name).parts}


def codes(result: County) -> list[str]:
    """What was found, but for figures left blank."""
    return [each.code for each in result.found if each.code != "DATA501"]


def told(result: County, code: str) -> Diagnostic:
    return next(each for each in result.found if each.code == code)


def datum(name: str, called: str, typed: str) -> Material:
    place = Place(f"{name}.xlsx", sheet="其他数据", cell="C5")
    return Material(name, "其他数据", "", {"名称": called, "值": typed}, place)


def promise(name: str, item: str, result: str = "", reason: str = "") -> Material:
    fields = {"事项": item, "结果": result, "原因": reason}
    said = {key: text for key, text in fields.items() if text}
    return Material(name, "上年安排", "", said, Place(f"{name}.xlsx", sheet="上年承诺", cell="B5"))


DAY = date(2026, 12, 31)
EARLIER = date(2026, 11, 30)
