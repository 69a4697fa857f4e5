"""A style profile: how a report is laid out on paper (`templates/styles/*.yaml`), every number with its clause.

Everything is frozen and hashable, because the writer keeps one base package per profile.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.base import KnowledgeEntry
from generator.models.style_formal import AnnexNoteStyle, AnnexStyle, ImprintStyle, LetterheadStyle
from generator.models.style_values import (
    Adjustment,
    Characters,
    Count,
    Length,
    Lines,
    Stated,
    TextKind,
    Typefaces,
    Wording,
)

_TOLERANCE = 0.5  # 毫米: what rounding of margins to whole millimetres may leave


class Paper(KnowledgeEntry):
    """The sheet."""

    宽: Length
    高: Length


class TypeArea(KnowledgeEntry):
    """版心: where it stands on the sheet and the grid of lines and characters that fills it."""

    天头: Length
    下边: Length
    订口: Length
    右边: Length
    宽: Length
    高: Length
    行数: Lines
    字数: Characters
    行距: Length
    字距: Adjustment


class TitleBreaks(Stated):
    """Where a title may be broken when nothing in it is marked: before or after these words."""

    之前: tuple[str, ...] = ()
    之后: tuple[str, ...] = ()


class PageNumber(KnowledgeEntry):
    """页码: 距版心 runs from the lower edge of the type area to the dash; odd pages right, even pages left."""

    字样: TextKind
    距版心: Length
    左右空: Characters


class SealedSignature(KnowledgeEntry):
    """加盖印章: the day stands 日期右空 from the right, the organ centred above it."""

    段前: Lines
    日期右空: Characters
    并排间空: Characters
    上下印章距: Lines


class PlainSignature(KnowledgeEntry):
    """不加盖印章: the organ stands 署名右空 from the right, the day begins 日期错后 behind its first character."""

    段前: Lines
    署名右空: Characters
    日期错后: Characters


class SignatureStyle(KnowledgeEntry):
    """发文机关署名 and 成文日期."""

    字样: TextKind
    用印: SealedSignature
    不用印: PlainSignature
    空白日期: Wording


class DenseTable(KnowledgeEntry):
    """Tables of many columns (列数 or more), which a national form may have: smaller letters, narrower margins."""

    列数: Count
    头: TextKind
    文: TextKind
    左右边距: Length


class TableStyle(KnowledgeEntry):
    """Tables in the text. GB/T 9704 leaves their type open."""

    题: TextKind
    头: TextKind
    文: TextKind
    线: Length
    左右边距: Length
    上下边距: Length
    后距: Length
    密: DenseTable


class ImageStyle(KnowledgeEntry):
    """Pictures in the text."""

    题: TextKind
    最宽: Length
    最高: Length


class ExampleMark(KnowledgeEntry):
    """The mark on every page of a document that is no official document."""

    字样: TextKind
    距纸边: Length
    标记: Wording


class StyleProfile(KnowledgeEntry):
    """One way of setting a report, whole."""

    名称: str
    说明: str
    语言: Literal["zh-CN"]
    纸张: Paper
    版心: TypeArea
    字体: Typefaces
    版头: LetterheadStyle
    标题: TextKind
    标题断行: TitleBreaks
    题注: TextKind
    主送机关: TextKind
    正文: TextKind
    层次标题: tuple[TextKind, ...] = Field(min_length=4, max_length=4)
    表: TableStyle
    图: ImageStyle
    附件说明: AnnexNoteStyle
    署名: SignatureStyle
    附注: TextKind
    附件: AnnexStyle
    版记: ImprintStyle
    页码: PageNumber
    示例: ExampleMark

    @model_validator(mode="after")
    def _margins_leave_the_type_area(self) -> Self:
        paper, area = self.纸张, self.版心
        _require_sum("宽", paper.宽, (area.订口, area.宽, area.右边))
        _require_sum("高", paper.高, (area.天头, area.高, area.下边))
        return self

    @model_validator(mode="after")
    def _grid_fits_the_type_area(self) -> Self:
        area = self.版心
        if area.行数.值 * area.行距.points > area.高.points:
            raise PydanticCustomError(
                "grid", "行距 {pitch} 磅排不下 {lines} 行，版心高 {height} 毫米", _grid_context(self)
            )
        if area.字数.值 * self.advance > area.宽.points:
            raise PydanticCustomError(
                "grid", "字号加字距每字 {advance} 磅，一行排不下 {chars} 字，版心宽 {width} 毫米", _grid_context(self)
            )
        return self

    def __hash__(self) -> int:
        """Of the names alone: the hash of some hundred values would cost a tenth of writing a report."""
        return hash((self.名称, self.说明))

    @property
    def advance(self) -> float:
        """From one character of the text to the next, in points."""
        return self.正文.字号.points + self.版心.字距.points


def _require_sum(side: str, whole: Length, parts: tuple[Length, ...]) -> None:
    total = sum(part.millimetres for part in parts)
    if abs(whole.millimetres - total) > _TOLERANCE:
        raise PydanticCustomError(
            "margins",
            "纸张{side} {whole} 毫米，而版心加两边是 {total} 毫米",
            {"side": side, "whole": f"{whole.millimetres:g}", "total": f"{total:g}"},
        )


def _grid_context(profile: StyleProfile) -> dict[str, str]:
    area = profile.版心
    return {
        "pitch": f"{area.行距.points:g}",
        "lines": f"{area.行数.值:g}",
        "height": f"{area.高.millimetres:g}",
        "advance": f"{profile.advance:g}",
        "chars": f"{area.字数.值:g}",
        "width": f"{area.宽.millimetres:g}",
    }
