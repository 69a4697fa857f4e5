"""The outlines that reports follow: the tasks of a plan period and the mandatory items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry, YesNo
from generator.patterns import compile_later

Layout = Literal["五部分", "专题"]
Key = Literal["举措", "不足", "履职", "安排", "其他"]
"""The keys under which inputs give the five items."""

MATTER = "法治政府建设"
"""What reports since 2015 are about (事由)."""

_HALVES = compile_later(r"[，,；;]")
_NOT_WORDS = compile_later(r"[\W_]+")


class Task(KnowledgeEntry):
    """A task of the plan: its name in inputs, its heading, what is usual under it, words it is known by, its topics.

    必写 says whether a report that follows the outline is reminded of the task when it says nothing of it.
    """

    名称: str
    标题: str
    别名: list[str] = []
    子目: list[str] = []
    主题: list[str] = []
    必写: YesNo = True
    来源: str = ""
    强度: Literal["规定", "一般", "惯例"] = "惯例"

    def words(self) -> Iterator[str]:
        """Whatever a heading may say of the task: its heading, the halves of it, its names and its sub-headings."""
        yield self.标题
        yield from _HALVES.split(self.标题)
        yield self.名称
        yield from self.别名
        yield from self.子目


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

    def task_of(self, heading: str) -> Task | None:
        """The task that a heading belongs to, recognised by its words; marks and blanks don't count.

        The longest of all tasks' words (`Task.words`) that the heading holds decides; where the longest ones belong
        to different tasks, or there is none, the heading belongs to no task.
        """
        said = _bare(heading)
        held = [(len(word), task) for task in self.任务 for word in map(_bare, task.words()) if word and word in said]
        longest = max((length for length, _ in held), default=0)
        tasks = {task.名称: task for length, task in held if length == longest}
        return next(iter(tasks.values())) if len(tasks) == 1 else None


@lru_cache(maxsize=2048)
def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", text)
