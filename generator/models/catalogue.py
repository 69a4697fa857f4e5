"""The catalogue of indicators: topics, what their figures mean, and how they are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model, field_validator, model_validator

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
    码: str
    说明: str
    条件: str = ""
    强度: Strength
    来源: str

    @field_validator("式")
    @classmethod
    def _can_be_read(cls, text: str) -> str:
        parse_relation(text)
        return text

    @cached_property
    def relation(self) -> Relation:
        """The relation as a tree; its topics and Σ are resolved by `Catalogue.relations`."""
        return parse_relation(self.式)


class Topic(KnowledgeEntry):
    """The figures that belong together. `声明` are statements a sentence may only make when they are ticked."""

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

    @field_validator("指标")
    @classmethod
    def _names_are_identifiers(cls, indicators: dict[str, Indicator]) -> dict[str, Indicator]:
        for name in indicators:
            if not name.isidentifier():
                raise ValueError(f"指标名“{name}”只能用汉字、字母、数字和下划线，且不以数字开头")
        return indicators

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Topic:
        """Every name that the topic uses of itself must be one of its own."""
        for user, name in self._names_used():
            if name not in self.指标:
                raise ValueError(f"{user}里的“{name}”不是本主题的指标")
        for entry in self.勾稽:
            if entry.条件 and entry.条件 not in self.声明:
                raise ValueError(f"勾稽“{entry.式}”的条件“{entry.条件}”不在声明里")
            for total in entry.relation.totals():
                if total.dimension.topic in ("", self.名称) and total.dimension.indicator not in self.维度:
                    raise ValueError(f"勾稽“{entry.式}”里的“{total.dimension.indicator}”不是本主题的维度")
        return self

    def _names_used(self) -> Iterator[tuple[str, str]]:
        for name, indicator in self.指标.items():
            yield from ((f"指标“{name}”的分子和口径", used) for used in (indicator.分子, *indicator.口径) if used)
        for name, parts in self.维度.items():
            yield from ((f"维度“{name}”", part) for part in parts)
        for entry in self.勾稽:
            own = (term for term in entry.relation.terms() if term.topic in ("", self.名称))
            yield from ((f"勾稽“{entry.式}”", term.indicator) for term in own)

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

    def __init__(self, topics: dict[str, Topic]) -> None:
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
