"""The units of a county that fill forms: in which order they stand, what each fills, whose figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry, YesNo

Strength = Literal["规定", "一般", "惯例"]
UnitKind = Literal["部门", "党群", "司法局股室", "数据函", "联系", "垂直", "乡镇", "街道", "开发区"]
Asked = Literal["必报", "邀请", "数据函", "不报"]


class Package(KnowledgeEntry):
    """Topics that many units fill alike (包)."""

    说明: str
    主题: list[str] = []
    来源: str
    强度: Strength


class Unit(KnowledgeEntry):
    """A unit (`schemas/units.yaml`): packages, topics of its own (另填), topics it alone answers for (单一来源)."""

    名称: str
    简称: str = Field(min_length=1)
    序: int
    类型: UnitKind
    包: list[str] = []
    另填: list[str] = []
    单一来源: list[str] = []
    减: list[str] = []
    报送: Asked
    说明: str = ""
    来源: str
    强度: Strength


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
        return tuple(dict.fromkeys(t for t in (*packed, *unit.另填, *unit.单一来源) if t not in spared))

    def source_of(self, topic: str) -> Unit | None:
        """The one unit whose figure is the county's; None where figures of several are put together."""
        return next((unit for unit in self.units.values() if topic in unit.单一来源), None)

    def _moved(self, name: str) -> list[str]:
        """Topics that another unit has taken over from all."""
        counter = self.one_counter
        return counter.主题 if counter is not None and counter.启用 and counter.单位 != name else []


def in_order(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """By 序, never by name or by who came first."""
    return dict(sorted(units.items(), key=lambda entry: entry[1].序))
