"""Laws and documents that reports cite: what they are called, and between which days each may be cited."""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.models.base import Day, KnowledgeEntry


class Edition(KnowledgeEntry):
    """A revision (版本): 起 is the day from which it holds, 公布 the day it was made public."""

    名: str
    号: str = ""
    公布: Day | None = None
    起: Day


class Instrument(KnowledgeEntry):
    """A law or document (`schemas/instruments.yaml`), by its full title without 《》.

    简称 are short forms in use, 取代为 what stands in its place after 止, 把握 how sure the dates are.
    """

    名称: str
    简称: list[str] = []
    号: str = ""
    公布: Day | None = None
    起: Day | None = None
    止: Day | None = None
    版本: list[Edition] = []
    取代为: str = ""
    说明: str = ""
    把握: Literal["已核", "未再核", "待核"]
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    def holds(self, day: date) -> bool:
        """Whether it was in force on a day, as far as its dates are known."""
        return (self.起 or day) <= day <= (self.止 or day)

    def edition(self, day: date) -> Edition | None:
        """The revision that held on a day; None before the first."""
        held = [each for each in self.版本 if each.起 <= day]
        return max(held, key=lambda each: each.起, default=None)
