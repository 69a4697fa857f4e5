"""The outlines that reports follow: the tasks of a plan period and the mandatory items."""

from __future__ import annotations

from typing import Literal

from generator.models.base import KnowledgeEntry

Layout = Literal["五部分", "专题"]
Key = Literal["举措", "不足", "履职", "安排", "其他"]
"""The keys under which inputs give the five items."""


class Task(KnowledgeEntry):
    """A task of the plan: its name in inputs, its heading, the words it is recognised by, its topics."""

    名称: str
    标题: str
    别名: list[str] = []
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
    """An outline file. Headings may use {年} and {下年}."""

    名称: str
    年度起: int
    年度止: int | None = None
    目标: str = ""
    任务: list[Task]
    事项: list[Item]
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    def covers(self, year: int) -> bool:
        return self.年度起 <= year and (self.年度止 is None or year <= self.年度止)
