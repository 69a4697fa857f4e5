"""What templates see of the body: plain views with Chinese names, their text already markup with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Literal

from markupsafe import Markup, escape

from generator.composing.grids import GridView, grid_rows
from generator.composing.typist import Typist, attributes, joined, plain_text, with_full_stop
from generator.models.base import Path
from generator.models.body import (
    Block,
    ImageBlock,
    ParagraphBlock,
    Point,
    PointsBlock,
    Restricted,
    RunInPoints,
    SectionBlock,
    SectionData,
    TableBlock,
    TableData,
)
from generator.models.catalogue import Catalogue
from generator.models.grid import Grid
from generator.models.report import Annex, Report
from generator.patterns import compile_later
from generator.records import dataclass

_NOTHING = Markup("")
_BARE_FIELDS = ("表现", "措施", "文")
"""Fields of the shorthand, which people fill like cells of a table, without the mark at the end."""
_LEADS_ITSELF = compile_later(r"\s*(主要)?(原因|是|由于|因|究其|一是)|.{0,4}原因")
"""Causes that bring their own lead, so that 主要原因是 isn't set before them."""


@dataclass(frozen=True, slots=True)
class PointView:
    题: Markup
    文: Markup


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a paragraph: 文 words, 要点 a run-in series, 原因 the cause of a problem, 责任 who and when."""

    类: Literal["文", "要点", "原因", "责任"]
    文: Markup = _NOTHING
    要点: tuple[PointView, ...] = ()
    自带引语: bool = False
    单位: Markup = _NOTHING
    时限: Markup = _NOTHING

    @property
    def 时限末(self) -> str:
        """How the deadline ends, as read: 底前 can be followed by 完成, other words can't."""
        return plain_text(self.时限).rstrip()[-2:]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    路径: str
    号: str
    部分: tuple[PartView, ...]
    类: str = "段"
    属性 = property(attributes)


@dataclass(frozen=True, slots=True)
class PointsView:
    路径: str
    号: str
    要点: tuple[PointView, ...]
    类: str = "要点"
    属性 = property(attributes)


@dataclass(frozen=True, slots=True)
class TableView:
    路径: str
    号: str
    题: Markup
    列: tuple[Markup, ...]
    行: tuple[tuple[Markup, ...], ...]
    类: str = "表"
    属性 = property(attributes)


@dataclass(frozen=True, slots=True)
class ImageView:
    路径: str
    号: str
    题: Markup
    文件: str
    宽: str
    类: str = "图"
    属性 = property(attributes)


@dataclass(frozen=True, slots=True)
class SectionView:
    路径: str
    号: str
    标题: Markup
    接排: bool
    事项: str
    任务: str
    内容: tuple[BlockView, ...]
    类: str = "节"
    属性 = property(attributes)


@dataclass(frozen=True, slots=True)
class AnnexView:
    路径: str
    题: Markup
    内容: tuple[BlockView, ...]


BlockView = SectionView | ParagraphView | PointsView | TableView | GridView | ImageView


class BodyViews:
    """Makes the views of one version. `shown` decides which blocks this version has."""

    def __init__(
        self,
        report: Report,
        catalogue: Catalogue,
        typist: Typist,
        folder: FilePath,
        shown: Callable[[Restricted], bool],
    ) -> None:
        self._report = report
        self._catalogue = catalogue
        self._typist = typist
        self._folder = folder
        self._shown = shown

    def of(self, blocks: Iterable[Block]) -> tuple[BlockView, ...]:
        return tuple(view for block in blocks for view in self._views(block))

    def annexes(self, annexes: Iterable[Annex]) -> tuple[AnnexView, ...]:
        return tuple(
            AnnexView(joined(annex.at), self._typist.typed(annex.title, (*annex.at, "题")), self.of(annex.content))
            for annex in annexes
            if self._shown(annex)
        )

    def _views(self, block: Block) -> Sequence[BlockView]:
        if not self._shown(block.section if isinstance(block, SectionBlock) else block):
            return ()
        match block:
            case SectionBlock():
                return self._sections(block.section)
            case ParagraphBlock():
                return self._paragraphs(block)
            case PointsBlock():
                return (PointsView(joined(block.at), block.id or "", self._points(block)),)
            case TableBlock():
                return (self._table(block),)
            case ImageBlock():
                return (self._image(block),)

    def _sections(self, section: SectionData) -> tuple[SectionView, ...]:
        """The section; nothing when all that stands in it is for other readers: a bare heading says too much."""
        content = self.of(section.content)
        if section.content and not content and not section.cause:
            return ()
        view = SectionView(
            路径=joined(section.at),
            号=section.id or "",
            标题=self._typist.typed(section.heading, (*section.at, "标题")) if section.heading else Markup(""),
            接排=section.heading_form == "接排",
            事项=" ".join(section.items),
            任务=" ".join(section.tasks),
            内容=self._with_endings(section, content),
        )
        return (view,)

    def _with_endings(self, section: SectionData, content: tuple[BlockView, ...]) -> tuple[BlockView, ...]:
        """Cause, responsible unit and deadline belong to the section's last paragraph."""
        endings: list[PartView] = []
        if section.cause:
            cause = self._typist.closed(section.cause, (*section.at, "原因"))
            endings.append(PartView("原因", cause, 自带引语=bool(_LEADS_ITSELF.match(section.cause))))
        if section.responsible or section.deadline:
            units = [self._typist.typed(u, (*section.at, "责任单位", n)) for n, u in enumerate(section.responsible)]
            deadline = self._typist.typed(section.deadline or "", (*section.at, "时限"))
            endings.append(PartView("责任", 单位=Markup("、").join(units), 时限=deadline))
        if not endings:
            return content
        last = content[-1] if content else None
        if isinstance(last, ParagraphView):
            return (*content[:-1], replace(last, 部分=(*_closed(last.部分), *endings)))
        return (*content, ParagraphView(joined(section.at), "", tuple(endings)))

    def _paragraphs(self, block: ParagraphBlock) -> tuple[ParagraphView, ...]:
        """One paragraph, or one for each line of a text typed over several lines."""
        only = block.parts[0] if len(block.parts) == 1 else None
        if isinstance(only, str):
            at = self._text_path(block, 0)
            lines = [(line, start) for line, start in _lines(only) if line.strip()]
            typed = [self._typist.typed(*_stripped(line, at, start)) for line, start in lines]
            if block.at[-1:] and block.at[-1] in _BARE_FIELDS:
                typed = [with_full_stop(text) for text in typed]
            views = [PartView("文", text) for text in typed]
            ids = [block.id or "", *[""] * len(views)]
            return tuple(ParagraphView(joined(at), ids[n], (view,)) for n, view in enumerate(views))
        shown = (n for n, part in enumerate(block.parts) if isinstance(part, str) or self._shown(part))
        parts = tuple(self._part(block, number) for number in shown)
        if block.at[-1:] and block.at[-1] in _BARE_FIELDS:
            parts = _closed(parts)
        return (ParagraphView(joined(block.at), block.id or "", parts),)

    def _part(self, block: ParagraphBlock, number: int) -> PartView:
        part = block.parts[number]
        if isinstance(part, str):
            return PartView("文", self._typist.typed(*_stripped(part, self._text_path(block, number), 0)))
        return PartView("要点", 要点=self._points(part))

    @staticmethod
    def _text_path(block: ParagraphBlock, number: int) -> Path:
        """A bare string is its own block; under 段 it is the value, or an item of the list there."""
        return (*block.at, "段", number)

    def _points(self, block: PointsBlock | RunInPoints) -> tuple[PointView, ...]:
        return tuple(self._point(point) for point in block.points)

    def _point(self, point: Point) -> PointView:
        return PointView(
            题=self._typist.closed(point.lead, (*point.at, "题")) if point.lead else Markup(""),
            文=self._typist.closed(point.text, (*point.at, "文")) if point.text else Markup(""),
        )

    def _table(self, block: TableBlock) -> TableView | GridView:
        table = block.table
        form = self._catalogue.topics[table.topic].表式 if table.topic else None
        if table.topic and form is not None:
            return self._grid(block, table.topic, form)
        rows = self._topic_rows(table.topic, table.at) if table.topic else self._typed_rows(table)
        columns = tuple(self._typist.typed(c, (*table.at, "列", n)) for n, c in enumerate(table.columns))
        columns = columns or tuple(map(Markup, ("指标", "单位", "数量")))
        title = self._typist.typed(table.title, (*table.at, "题"))
        return TableView(joined(block.at), block.id or "", title, columns, rows)

    def _grid(self, block: TableBlock, topic: str, form: Grid) -> GridView:
        at = block.table.at
        shown = {
            name
            for name in form.cells
            if self._report.indicators.quantity(topic, name) is not None and not self._typist.hides(topic, name, at)
        }

        def figure(name: str) -> Markup:
            return self._typist.figure(topic, name) if name in shown else _NOTHING

        title = self._typist.typed(block.table.title, (*at, "题"))
        return GridView(joined(block.at), block.id or "", title, grid_rows(form, figure if shown else None))

    def _typed_rows(self, table: TableData) -> tuple[tuple[Markup, ...], ...]:
        return tuple(
            tuple(self._typist.typed(cell, (*table.at, "行", r, c)) for c, cell in enumerate(row))
            for r, row in enumerate(table.rows)
        )

    def _topic_rows(self, topic: str, at: Path) -> tuple[tuple[Markup, ...], ...]:
        """Label, unit and figure of every indicator of a topic that has a figure."""
        return tuple(
            (escape(entry.标签), escape(entry.单位), self._typist.figure(topic, name))
            for name, entry in self._catalogue.topics[topic].指标.items()
            if self._report.indicators.quantity(topic, name) is not None and not self._typist.hides(topic, name, at)
        )

    def _image(self, block: ImageBlock) -> ImageView:
        image = block.image
        title = self._typist.typed(image.title, (*image.at, "题"))
        width = "" if image.width is None else f"{image.width:g}"
        return ImageView(joined(block.at), block.id or "", title, str((self._folder / image.file).resolve()), width)


def _closed(parts: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """The parts of a paragraph that something follows: a last text gets its 。"""
    if not parts or parts[-1].类 != "文":
        return parts
    return (*parts[:-1], replace(parts[-1], 文=with_full_stop(parts[-1].文)))


def _lines(text: str) -> Iterable[tuple[str, int]]:
    start = 0
    for line in text.split("\n"):
        yield line, start
        start += len(line) + 1


def _stripped(text: str, at: Path, start: int) -> tuple[str, Path, int]:
    """The text without blanks at its ends, and where its first character stands."""
    return text.strip(), at, start + len(text) - len(text.lstrip())
