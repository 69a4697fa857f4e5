"""The catalogue of indicators: topics, what their figures mean, and how they are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, create_model, field_validator, model_validator

from generator.models.base import KnowledgeEntry, YesNo
from generator.models.grid import Grid, Side
from generator.models.relation import Relation, Term, parse_relation
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

    When 条件 names a statement (声明) of the topic, it is held against the figures only if that is ticked. A 提醒 is no
    arithmetic but a norm or a sign of something; figures that don't satisfy it may be right and are told as an info.
    With 每 it is written once for a form (表式): between its rows, and holds in each column (每: 列), or between its
    columns.
    """

    式: str
    每: Side = ""
    码: str = Field(pattern=r"^[A-Z]{4}[0-9]{3}$", description="四个大写字母加三位数字，如：DATA901")
    说明: str
    条件: str = ""
    提醒: YesNo = False
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

    A topic with a 表式 is a form: its cells are its indicators, and are not written under 指标.

    That every name it uses is there, in this topic or in another, is for the loader to see (`loading.coherence`).
    """

    名称: str
    标签: str
    任务: str
    指标: dict[str, Indicator]
    表式: Grid | None = None
    声明: dict[str, str] = {}
    维度: dict[str, list[str]] = {}
    勾稽: list[RelationText] = []
    说零: YesNo = False
    来源: str
    强度: Strength

    @model_validator(mode="before")
    @classmethod
    def _a_form_needs_no_indicators(cls, data: Any) -> Any:
        return {"指标": {}, **data} if isinstance(data, Mapping) and data.get("表式") is not None else data

    @model_validator(mode="after")
    def _cells_are_indicators(self) -> Self:
        if self.表式 is not None:
            if self.指标:
                raise ValueError("写了“表式”，就不写“指标”")
            cells = self.表式.cells.items()
            self.指标.update({name: Indicator(**self.表式.traits(*cell)) for name, cell in cells})
        return self

    @cached_property
    def dimensions(self) -> Mapping[str, Sequence[str]]:
        """What `Σ` may be said of: 维度, and the groups of a form."""
        return {**(self.表式.dimensions if self.表式 else {}), **self.维度}

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
    """All topics by name. Names are identifiers, unique, never reused.

    `editions` keeps the editions (目录版本) that have been worked out, by the names of their topics.
    """

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.topics = topics
        self.editions: dict[frozenset[str], str] = {}
        self._relations: dict[str, tuple[tuple[RelationText, Relation], ...]] = {}

    def indicator(self, topic: str, name: str) -> Indicator | None:
        entry = self.topics.get(topic)
        return entry.指标.get(name) if entry else None

    def relations(self, topic: str) -> Iterator[tuple[RelationText, Relation]]:
        """The relations of a topic with their texts, topics named and every Σ spelled out."""
        if topic not in self._relations:
            self._relations[topic] = tuple(self._resolved(topic))
        yield from self._relations[topic]

    def _resolved(self, topic: str) -> Iterator[tuple[RelationText, Relation]]:
        form = self.topics[topic].表式
        for entry in self.topics[topic].勾稽:
            if not entry.每 or form is None:
                yield entry, entry.relation.resolved(topic, self._dimensions)
                continue
            for line, relation in form.spelled(entry.relation, entry.每):
                said = entry.model_copy(update={"说明": f"{entry.说明}（“{line}”{entry.每}）"})
                yield said, relation.resolved(topic, self._dimensions)

    def resolved(self, relation: Relation) -> Relation:
        """A relation that belongs to no topic, every Σ spelled out. Raises `ValueError` for an unknown dimension."""
        return relation.resolved("", self._dimensions)

    def has_dimension(self, dimension: Term) -> bool:
        """Whether a topic has a dimension."""
        return dimension.indicator in self._dimensions(dimension.topic)

    def _dimensions(self, topic: str) -> Mapping[str, Sequence[str]]:
        entry = self.topics.get(topic)
        return entry.dimensions if entry else {}
