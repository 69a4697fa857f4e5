"""The catalogue of indicators: topics, what their figures mean, and how they are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model, field_validator

from generator.models.base import KnowledgeEntry, YesNo
from generator.models.relation import Relation, parse_relation
from generator.models.values import IndicatorValue

Strength = Literal["规定", "一般", "惯例"]


class Indicator(KnowledgeEntry):
    """One figure of a topic. A 比率 names its numerator (分子) and its possible denominators (口径, first is usual)."""

    标签: str
    单位: str = ""
    含义: str = ""
    性质: Literal["流量", "存量", "比率"] = "流量"
    合并: Literal["求和", "单一来源", "牵头单位", "最新", "重算", "核对"] = "求和"
    分子: str = ""
    口径: list[str] = []
    公开属性: Literal["公开", "内部"] = "公开"
    曾用名: list[str] = []


class RelationText(KnowledgeEntry):
    """A relation as written in the catalogue: `[主题.]指标[@上年][?]`, `Σ 维度`, `+ - × ÷ = <= >=`.

    When 条件 names a statement (声明) of the topic, it is held against the figures only if that is ticked.
    """

    式: str
    码: str = Field(pattern=r"^[A-Z]{4}[0-9]{3}$", description="四个大写字母加三位数字，如：DATA901")
    说明: str
    条件: str = ""
    强度: Strength
    来源: str

    @field_validator("式")
    @classmethod
    def _can_be_read(cls, text: str) -> str:
        relation = parse_relation(text)
        if not any(relation.terms()) and not any(relation.totals()):
            raise ValueError("关系式里没有指标")
        return text

    @cached_property
    def relation(self) -> Relation:
        """The relation as a tree; its topics and Σ are resolved by `Catalogue.relations`."""
        return parse_relation(self.式)


class Topic(KnowledgeEntry):
    """The figures that belong together. `声明` are statements a sentence may only make when they are ticked.

    That every name it uses is there, in this topic or in another, is for the loader to see (`loading.coherence`).
    """

    名称: str
    标签: str
    任务: str
    指标: dict[str, Indicator]
    声明: dict[str, str] = {}
    维度: dict[str, list[str]] = {}
    勾稽: list[RelationText] = []
    说零: YesNo = False
    来源: str
    强度: Strength

    @cached_property
    def values_model(self) -> type[BaseModel]:
        """The pydantic model of this topic's values, made on demand: one field per indicator, one per statement."""
        fields: dict[str, Any] = {
            name: (IndicatorValue | None, Field(None, title=entry.标签, description=_describe(entry)))
            for name, entry in self.指标.items()
        }
        fields |= {name: (YesNo, Field(default=False, description=text)) for name, text in self.声明.items()}
        return create_model(f"主题_{self.名称}", __config__=ConfigDict(extra="forbid"), **fields)


def _describe(indicator: Indicator) -> str:
    unit = f"单位：{indicator.单位}。" if indicator.单位 else ""
    return f"{unit}{indicator.含义}"


class Catalogue:
    """All topics by name. Names are identifiers, unique, never reused."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.topics = topics

    def indicator(self, topic: str, name: str) -> Indicator | None:
        entry = self.topics.get(topic)
        return entry.指标.get(name) if entry else None

    def relations(self, topic: str) -> Iterator[tuple[RelationText, Relation]]:
        """The relations of a topic with their texts, topics named and every Σ spelled out."""
        for entry in self.topics[topic].勾稽:
            yield entry, entry.relation.resolved(topic, self._dimensions)

    def _dimensions(self, topic: str) -> Mapping[str, Sequence[str]]:
        entry = self.topics.get(topic)
        return entry.维度 if entry else {}
