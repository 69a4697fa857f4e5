"""The outlines that reports follow: the tasks of a plan period and the mandatory items."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry

Layout = Literal["五部分", "专题"]
Key = Literal["举措", "不足", "履职", "安排", "其他"]
"""The keys under which inputs give the five items."""

MATTER = "法治政府建设"
"""What reports since 2015 are about (事由)."""


class Task(KnowledgeEntry):
    """A task of the plan: its name in inputs, its heading, what is usual under it, words it is known by, its topics."""

    名称: str
    标题: str
    别名: list[str] = []
    子目: list[str] = []
    主题: list[str] = []
    来源: str = ""
    强度: Literal["规定", "一般", "惯例"] = "惯例"


class Item(KnowledgeEntry):
    """One of the five items every annual report must cover, with its usual heading by layout."""

    名称: str
    键: Key
    标题: str
    半年标题: str
    来源: str
    强度: Literal["规定", "一般", "惯例"]


class Outline(KnowledgeEntry):
    """An outline file. Headings may use {年} and {下年}.

    事由 is what reports of these years call their matter; 规划 the plan that is cited as being carried out.
    """

    名称: str
    年度起: int
    年度止: int | None = None
    事由: str = Field(MATTER, min_length=1)
    规划: str = ""
    目标: str = ""
    任务: list[Task]
    事项: list[Item]
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    def covers(self, year: int) -> bool:
        return self.年度起 <= year and (self.年度止 is None or year <= self.年度止)
