"""Who reports: the organ as the input names it, and what the knowledge says of its kind."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import Input, KnowledgeEntry, Words


class Subject(Input):
    """The reporter (主体)."""

    names: Words = Field(alias="名称", min_length=1, description="机关全称；联合报告时写两个，主办机关在前")
    kind: str = Field("政府", alias="类别", description="报告主体的类别，见 schemas/reporters.yaml")
    level: Literal["省级", "市级", "县级", "乡级"] = Field("县级", alias="级别")
    short_name: str = Field(alias="简称", min_length=1, description="如：罗江区")
    self_name: str | None = Field(None, alias="自称", description="如：全区；不填则按类别和级别取")
    superior: str | None = Field(None, alias="上级", description="上一级机关全称")


class MandatoryItem(KnowledgeEntry):
    """How strictly an item is owed: 硬 may be an error, 软 never blocks. Before the year 起 nothing is 硬."""

    全年: Literal["硬", "软", "无"]
    上半年: Literal["硬", "软", "无"]
    起: int = 0

    def owed(self, period: str, year: int) -> Literal["硬", "软", "无"]:
        """How strictly a report on this period of this year owes the item."""
        owed = self.全年 if period == "全年" else self.上半年
        return "软" if owed == "硬" and year < self.起 else owed


class ReporterKind(KnowledgeEntry):
    """What a kind of reporter is called and owes (`schemas/reporters.yaml`)."""

    说明: str
    自称: dict[str, str]
    标题: dict[str, str]
    事项: dict[str, MandatoryItem]
    来源: str
    强度: Literal["规定", "一般", "惯例"]
