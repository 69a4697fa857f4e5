"""The units of a county that fill forms: in which order they stand, what each fills, whose figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry, YesNo
from generator.models.catalogue import Topic
from generator.records import dataclass

Strength = Literal["规定", "一般", "惯例"]
UnitKind = Literal["部门", "党群", "司法局股室", "数据函", "联系", "垂直", "乡镇", "街道", "开发区"]
Asked = Literal["必报", "邀请", "数据函", "不报"]
_REPORTING = ("部门", "乡镇", "街道", "开发区")
"""Kinds of units that make a report of their own every year (schemas/reporters.yaml)."""
TERRITORIES = ("乡镇", "街道")
"""Kinds of units whose areas make up the county: their counts are parts of it and never overlap."""
SUMMED = ("求和", "牵头单位")
"""Kinds of 合并 by which the county's figure is made of several units' figures."""


class Package(KnowledgeEntry):
    """Topics that many units fill alike (包)."""

    说明: str
    主题: list[str] = []
    来源: str
    强度: Strength


class Unit(KnowledgeEntry):
    """A unit (`schemas/units.yaml`): packages, topics of its own (另填), and what it alone answers for (单一来源).

    An entry of 单一来源 is a topic, or a figure (`主题.指标`) that another unit's topic does not extend to.
    统称 says that the name stands for several units (乡镇), which a county's own list names one by one.
    """

    名称: str
    简称: str = Field(min_length=1)
    序: int
    类型: UnitKind
    包: list[str] = []
    另填: list[str] = []
    单一来源: list[str] = []
    减: list[str] = []
    报送: Asked
    统称: YesNo = False
    说明: str = ""
    来源: str
    强度: Strength

    @property
    def owes_report(self) -> bool:
        """Whether it owes a report (年度报告) of its own, beside the figures that it fills in."""
        return self.报送 == "必报" and self.类型 in _REPORTING


class OneCounter(KnowledgeEntry):
    """Whether permits have been moved to one unit (审批集中): then it alone fills these topics."""

    启用: YesNo = False
    单位: str
    主题: list[str] = []


class UnitTable(KnowledgeEntry):
    """The file: the switch, and packages and units that are `Package` and `Unit` but for a unit's name."""

    审批集中: OneCounter | None = None
    包: dict[str, Any] = {}
    单位: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Units:
    """The units in official order. `units` and `packages` are by name."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    packages: Mapping[str, Package] = field(default_factory=dict)
    one_counter: OneCounter | None = None

    def topics_of(self, name: str) -> tuple[str, ...]:
        """The topics that a unit fills, each once: packages first, then its own; less what it is spared."""
        unit = self.units[name]
        packed = [topic for package in unit.包 if package in self.packages for topic in self.packages[package].主题]
        spared = {*unit.减, *self._moved(name)}
        alone = [topic_in(entry) for entry in unit.单一来源]
        return tuple(dict.fromkeys(t for t in (*packed, *unit.另填, *alone) if t not in spared))

    def source_of(self, topic: str, figure: str = "") -> Unit | None:
        """Who answers for a topic, or for a figure of it: who names the figure goes before who names the topic."""
        for entry in (f"{topic}.{figure}", topic) if figure else (topic,):
            for unit in self.units.values():
                if entry in unit.单一来源:
                    return unit
        return None

    def speaks_for_the_county(self, name: str, topic: str) -> bool:
        """Whether a unit fills a topic in its own right, and not as one of many by its package (包)."""
        unit = self.units.get(name)
        if unit is None:
            return False
        return topic in unit.另填 or any(topic_in(entry) == topic for entry in unit.单一来源)

    def county_source_of(self, topic: Topic, figure: str) -> Unit | None:
        """The one unit whose figure is the county's; None where figures of several are put together.

        A ratio is whose its numerator is: made of a sum, it says nothing of one unit.
        """
        entry = topic.指标[figure]
        if entry.合并 == "重算" and entry.分子 in topic.指标:
            return self.county_source_of(topic, entry.分子)
        return None if entry.合并 in SUMMED else self.source_of(topic.名称, figure)

    def _moved(self, name: str) -> list[str]:
        """Topics that another unit has taken over from all."""
        counter = self.one_counter
        return counter.主题 if counter is not None and counter.启用 and counter.单位 != name else []


def topic_in(entry: str) -> str:
    """The topic of an entry of 单一来源."""
    return entry.partition(".")[0]


def in_order(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """By 序, never by name or by who came first."""
    return dict(sorted(units.items(), key=lambda entry: entry[1].序))
