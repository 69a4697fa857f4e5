"""Who reports: the organ as the input names it, and what the knowledge says of its kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field, field_validator

from generator.models.base import Input, KnowledgeEntry, Words

Level = Literal["省级", "市级", "县级", "乡级"]

PARTY = "中共"
"""Every committee of the Party, and no other organ, has a full name that begins so."""

_ANY_YEAR = 2001
"""A year without a 29 February."""


class Subject(Input):
    """The reporter (主体)."""

    names: Words = Field(alias="名称", min_length=1, description="机关全称；联合报告时写两个，主办机关在前")
    kind: str = Field("政府", alias="类别", description="报告主体的类别，见 schemas/reporters.yaml")
    level: Level | None = Field(None, alias="级别", description="不填则按类别取")
    short_name: str = Field(alias="简称", min_length=1, description="如：罗江区")
    self_name: str | None = Field(None, alias="自称", description="如：全区；不填则按机关名称取")
    superior: str | None = Field(None, alias="上级", description="上一级机关全称")


class MandatoryItem(KnowledgeEntry):
    """How strictly an item is owed: 硬 may be an error, 应 is a warning, 软 is pointed out, 无 isn't asked for.

    Before the year 起 nothing is 硬.
    """

    全年: Literal["硬", "应", "软", "无"]
    上半年: Literal["硬", "应", "软", "无"]
    起: int = 0

    def owed(self, period: str, year: int) -> Literal["硬", "应", "软", "无"]:
        """How strictly a report on this period of this year owes the item."""
        owed = self.全年 if period == "全年" else self.上半年
        return "软" if owed in ("硬", "应") and year < self.起 else owed


class Duty(KnowledgeEntry):
    """A report that a kind of reporter owes: in what form, for which years, before which day (MM-DD) of the next.

    Without 之前 it is owed without a day.
    """

    对象: str
    起: int | None = None
    止: int | None = None
    之前: str | None = None
    看: Literal["报送", "发布"] = "报送"
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    @field_validator("之前")
    @classmethod
    def _is_a_day(cls, text: str) -> str:
        try:
            month, day = (int(part) for part in text.split("-"))
            date(_ANY_YEAR, month, day)
        except ValueError:
            raise ValueError(f"“{text}”应写成 03-01 这样每年都有的月和日") from None
        return text

    def covers(self, year: int) -> bool:
        return (self.起 or year) <= year <= (self.止 or year)

    def limit(self, year: int) -> date | None:
        """The first day that is too late for the report on `year`, if there is any; 之前 doesn't include the day."""
        if self.之前 is None:
            return None
        month, day = (int(part) for part in self.之前.split("-"))
        return date(year + 1, month, day)


class ReporterKind(KnowledgeEntry):
    """What a kind of reporter is called and owes (`schemas/reporters.yaml`).

    自称按名 gives the self-name by the end of an organ's name, 自称 by level where no ending fits. 名称结尾 are the
    ends of the names that organs of this kind have, each with the levels it may stand at (none: any). 事项标题
    replaces the outline's heading of an item. 不报 names the deliveries it cannot make, with the reason.
    """

    说明: str
    默认级别: Level = "县级"
    自称: dict[str, str]
    自称按名: dict[str, str] = {}
    名称结尾: dict[str, Words] = {}
    标题: dict[str, str]
    事项: dict[str, MandatoryItem]
    事项标题: dict[str, str] = {}
    应报: list[Duty] = []
    不报: dict[str, str] = {}
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    def self_name(self, organs: Iterable[str], level: str) -> str:
        """全县, 全镇, 我局 …: by the longest ending that fits an organ's name, else by level; empty if neither says."""
        endings = sorted(self.自称按名, key=len, reverse=True)
        names = [organ.strip() for organ in organs]
        found = next((end for name in names for end in endings if name.endswith(end)), None)
        return self.自称按名[found] if found else self.自称.get(level, "")

    def duties(self, year: int, period: str) -> list[Duty]:
        """What is owed for a year. Half-year reports are owed to no one by the rules."""
        return [duty for duty in self.应报 if duty.covers(year)] if period == "全年" else []
