"""A form (填报表) before it is written: whose it is, what stands on its sheets, and what is filled in already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.models.base import Input
from generator.models.body import Block
from generator.models.catalogue import Catalogue, Topic
from generator.models.delivery import Period
from generator.models.form import Purpose, digest, edition
from generator.models.form_fields import Field
from generator.models.values import Figures


@dataclass(frozen=True)
class Chapter:
    """A task of the outline and its topics; a sheet of its own, and one for each table of rows and columns."""

    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class ValueSheet:
    """A sheet 键值: fields one below the other, and what is given of them by key."""

    title: str
    fields: tuple[Field, ...]
    given: Mapping[str, object]


@dataclass(frozen=True)
class RecordSheet:
    """A sheet 列表 of the records under `key`."""

    key: str
    title: str
    note: str
    fields: tuple[Field, ...]
    records: tuple[Input, ...] = ()


@dataclass(frozen=True)
class BodySheet:
    """A sheet 正文 of the blocks at `path` (正文, 附件.1.内容)."""

    path: str
    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Form:
    """A workbook to be written. `choices` are the drop-downs of text columns (任务, 主题), by key.

    `prefilled` says that `last_year` was given, so that its cells are locked; without it the unit fills them.
    """

    purpose: Purpose
    year: int
    period: Period
    unit: str
    catalogue: Catalogue
    chapters: tuple[Chapter, ...]
    cover: ValueSheet
    values: Sequence[ValueSheet] = ()
    records: Sequence[RecordSheet] = ()
    bodies: Sequence[BodySheet] = ()
    figures: Figures = field(default_factory=Figures)
    last_year: Figures = field(default_factory=Figures)
    overlays: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    due: date | None = None
    contact: str = ""
    note: str = ""

    def topics(self) -> Iterator[Topic]:
        for chapter in self.chapters:
            yield from chapter.topics

    @property
    def edition(self) -> str:
        """目录版本."""
        return edition(self.topics())

    @property
    def number(self) -> str:
        """表号: the same for the same form, another for another unit, year or edition."""
        return f"FZ{self.year}-{digest([self.unit, self.period, self.purpose, self.edition])[:6].upper()}"

    @property
    def span(self) -> str:
        """2026年度, 2026年上半年."""
        return f"{self.year}年上半年" if self.period == "上半年" else f"{self.year}年度"
