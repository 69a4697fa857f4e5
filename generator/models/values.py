"""The value of an indicator, the figures of a topic, and data outside the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from pydantic import Field, model_validator

from generator.models.base import Day, Input
from generator.models.quantity import Quantity
from generator.records import dataclass


class IndicatorValue(Input):
    """A figure and what must be known about it. A bare scalar in the input stands for `{值: …}`.

    Zero, blank and 不适用 are three things: `值: 0`, no value at all, and a reason under 不适用.
    """

    value: Quantity | None = Field(None, alias="值", description="数字；没有数字就空着，确实为零才填 0")
    base: str | None = Field(None, alias="口径", description="比率以什么为分母，写主题中的指标名，如：审结")
    as_of: Day | None = Field(None, alias="截至", description="数字截至哪一天")
    scope: str | None = Field(None, alias="范围", description="全县、县政府本级等")
    evidence: str | None = Field(None, alias="依据", description="数字出自哪个台账、文件或系统")
    remark: str | None = Field(None, alias="备注", description="内部说明，不写入报告")
    not_applicable: str | None = Field(None, alias="不适用", description="本单位没有这项职责时写明原因")

    @model_validator(mode="before")
    @classmethod
    def _scalar_is_the_value(cls, data: Any) -> Any:
        if isinstance(data, Mapping | IndicatorValue):
            return data
        if data is None or (isinstance(data, str) and not data.strip()):
            return {}
        return {"值": data}

    @property
    def given(self) -> bool:
        return self.value is not None


class OtherDatum(Input):
    """A figure that the catalogue doesn't hold, used in the text as `{{ 其他数据.名称 }}`."""

    name: str = Field(alias="名称", min_length=1, description="在正文里引用时用的名称")
    value: Quantity = Field(alias="值", description="数字")
    unit: str = Field("", alias="单位", description="计量单位")
    as_of: Day | None = Field(None, alias="截至", description="数字截至哪一天")
    evidence: str | None = Field(None, alias="依据", description="数字出自哪里")
    remark: str | None = Field(None, alias="备注", description="内部说明，不写入报告")


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """The figures of one topic, by indicator name, and the statements (声明) that were ticked."""

    values: Mapping[str, IndicatorValue] = field(default_factory=lambda: MappingProxyType({}))
    ticked: frozenset[str] = frozenset()

    def quantity(self, indicator: str) -> Quantity | None:
        value = self.values.get(indicator)
        return value.value if value is not None else None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a year: topic name -> figures. Topics without an entry are blank."""

    topics: Mapping[str, TopicFigures] = field(default_factory=lambda: MappingProxyType({}))

    def topic(self, name: str) -> TopicFigures:
        return self.topics.get(name, _BLANK)

    def quantity(self, topic: str, indicator: str) -> Quantity | None:
        return self.topic(topic).quantity(indicator)


_BLANK = TopicFigures()
