"""What came in from the units of a county, put together: who sent what, and how each figure came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from generator.diagnostics import Diagnostic, Place
from generator.models.quantity import Quantity
from generator.records import dataclass

TEXTS = ("工作情况", "亮点做法", "制度文件", "第一责任人", "不足", "安排", "上年安排")
"""Kinds of material that are text."""
UNANSWERED = "（未填完成情况）"
OTHER_DATA = "其他数据"
"""Kind of material: a figure that the catalogue doesn't hold. Its 名称 is unique among all units' (简称 in front)."""

State = Literal["已收", "退回", "重复", "未报"]
"""已收 the form is merged; 退回 it is merged as far as it can be, or not at all, and must be mended; 重复 it came more
than once and nobody said which counts; 未报 it was asked for and has not come."""

Share = Literal["计入", "参照", "不计"]
"""计入 the figure is in the county's; 参照 it is only held against it; 不计 it counts for nothing, `why` tells."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit gave for one figure, and where it stands."""

    unit: str
    quantity: Quantity | None
    place: Place
    share: Share = "计入"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A figure of the county. `rule` is the kind of 合并 it was made by; `quantity` is None when nothing came of it.

    `silent` are the units that were asked for it and left it blank; `doubts` the codes of what was found about it.
    `base` is what a ratio is a ratio of (口径); where that isn't `usual`, it must be said beside the figure.
    """

    topic: str
    indicator: str
    rule: str
    quantity: Quantity | None
    parts: tuple[Part, ...]
    silent: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    base: str = ""
    usual: bool = True

    @property
    def ref(self) -> str:
        return f"{self.topic}.{self.indicator}"


@dataclass(frozen=True, slots=True)
class Material:
    """Text of a unit, or a figure of its own: `kind` says from which sheet (`TEXTS`, `OTHER_DATA`).

    `task` is the task of the outline it belongs to, empty when it belongs to none. `fields` are the cells by label, in
    the order of the sheet.
    """

    unit: str
    kind: str
    task: str
    fields: Mapping[str, str]
    place: Place

    @property
    def unanswered(self) -> bool:
        """Whether it is a promise of last year of which the unit didn't say what became of it."""
        return self.kind == "上年安排" and not self.fields.get("结果", "").strip()


@dataclass(frozen=True, slots=True)
class Receipt:
    """How it stands with one unit. `files` are those that came in its name, the one that counts first.

    `findings` are about its forms, to be sent back to it. `asked` is false for a unit that need not send any (邀请).
    """

    unit: str
    state: State
    files: tuple[str, ...] = ()
    filled_on: date | None = None
    findings: tuple[Diagnostic, ...] = ()
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Collection:
    """All forms of one collecting. Receipts stand in the official order of the units, figures in that of the catalogue.

    `stray` are findings about files that could be given to no unit. `changes` are what is new since the last
    collecting, one sentence each. `ticked` are the statements (声明) of the topics that anybody could speak of.
    """

    year: int
    period: str
    receipts: tuple[Receipt, ...]
    figures: tuple[Merged, ...]
    materials: tuple[Material, ...]
    stray: tuple[Diagnostic, ...] = ()
    changes: tuple[str, ...] = ()
    due: date | None = None
    contact: str = ""
    ticked: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def returned(self) -> tuple[str, ...]:
        """Units whose form is to be mended and whose figures are in the county's all the same."""
        counted = {part.unit for figure in self.figures for part in figure.parts if part.share == "计入"}
        return tuple(each.unit for each in self.receipts if each.state == "退回" and each.unit in counted)
