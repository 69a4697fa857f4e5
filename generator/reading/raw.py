"""A paragraph or table as it stands in the file, before anything is recognised in it."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from generator.diagnostics import Place
from generator.document.manuscript import Cell
from generator.records import dataclass

Origin = Literal["正文", "页眉页脚", "脚注"]


@dataclass(frozen=True, slots=True)
class Raw:
    """`text` is what stands there; `number` what a list of Word puts in front of it.

    `style` is the name of its style, `outline` the outline level from 1, 0 without one. `run_in` is the length of a
    beginning that is set apart (bold, another typeface, a character style). `caption` belongs to `rows`.
    """

    text: str
    place: Place
    number: str = ""
    style: str = ""
    outline: int = 0
    run_in: int = 0
    centred: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    origin: Origin = "正文"
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class RawReport:
    """All of a file. `own` says that it carries the properties of one that was made here."""

    lines: tuple[Raw, ...]
    own: bool = False
    notes: tuple[str, ...] = field(default=())
