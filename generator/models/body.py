"""The body of a report: an ordered tree. Position decides layout, nesting decides the level of a heading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticKnownError

from generator.models.base import Input, Words, YesNo
from generator.patterns import compile_later

Text = str
"""Text typed by staff; of Jinja it may hold references to figures only."""

_BOOKMARK = r"^[^\W\d]\w{0,39}$"
_IS_BOOKMARK = compile_later(_BOOKMARK)


def _read_bookmark(name: str) -> str:
    """Pydantic's own `pattern` would be compiled for every kind of block: a twentieth of a short run."""
    if _IS_BOOKMARK.fullmatch(name) is None:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _BOOKMARK})
    return name


Bookmark = Annotated[str, AfterValidator(_read_bookmark), WithJsonSchema({"pattern": _BOOKMARK, "type": "string"})]


class Restricted(Input):
    """What may be meant for some readers only."""

    only_for: Words = Field([], alias="只给", description="只写入这些报送版本（填报送的名称）")
    not_for: Words = Field([], alias="不给", description="不写入这些报送版本（填报送的名称）")
    internal: YesNo = Field(default=False, alias="不公开", description="是：社会公开版略去这一部分")


class Visible(Restricted):
    """What every block can say: who may read it, and by which name Word knows it."""

    id: Bookmark | None = Field(None, description="书签名，写进 Word；不填则按位置取名")


class Point(Input):
    """One item of a 一是…二是… series: an optional lead sentence (题) and its text."""

    lead: Text = Field("", alias="题", description="要点的首句")
    text: Text = Field("", alias="文", description="要点的内容")

    @model_validator(mode="before")
    @classmethod
    def _string_is_the_text(cls, data: Any) -> Any:
        return {"文": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _says_something(self) -> Point:
        if not (self.lead.strip() or self.text.strip()):
            raise ValueError("要点不能空着，至少填“题”或“文”")
        return self


class PointsBlock(Visible):
    """A 一是…二是… series with one paragraph per point; inside a 段 it runs in."""

    points: list[Point] = Field(alias="要点", min_length=1, description="一是、二是……序号由程序编排")


class RunInPoints(Restricted):
    """A 一是…二是… series inside a paragraph."""

    points: list[Point] = Field(alias="要点", min_length=1, description="一是、二是……序号由程序编排")


def _part_kind(value: Any) -> str:
    return "要点" if isinstance(value, Mapping | RunInPoints) else "文"


ParagraphPart = Annotated[
    Annotated[Text, Tag("文")] | Annotated[RunInPoints, Tag("要点")],
    Discriminator(_part_kind),
]


class ParagraphBlock(Visible):
    """A paragraph: one text, or lead, run-in series and tail one after another."""

    parts: list[ParagraphPart] = Field(alias="段", min_length=1, description="一段文字；也可以是文字与要点的列表")

    @model_validator(mode="before")
    @classmethod
    def _text_is_a_paragraph(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"段": [data]}
        if isinstance(data, Mapping) and isinstance(data.get("段"), str):
            return {**data, "段": [data["段"]]}
        return data


class TableData(Input):
    """A table: the figures of a topic (主题), or columns and rows as typed."""

    title: Text = Field("", alias="题", description="表题，排在表的上方")
    topic: str | None = Field(None, alias="主题", description="列出这个主题的全部数据")
    columns: list[str] = Field([], alias="列", max_length=63, description="表头，最多63列（Word 的限度）")
    rows: list[list[Text]] = Field([], alias="行", description="每行一个列表")

    @model_validator(mode="after")
    def _one_source(self) -> TableData:
        if bool(self.topic) == bool(self.columns):
            raise ValueError("表要么写“主题”，要么写“列”和“行”")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"第{number}行有{len(row)}格，表头有{len(self.columns)}列，应当一致")
        return self


class TableBlock(Visible):
    """A table among the paragraphs."""

    table: TableData = Field(alias="表")


class ImageData(Input):
    """A picture file beside the input (.png, .jpg)."""

    file: str = Field(alias="文件", min_length=1, description="图片文件，须放在输入文件所在的文件夹里")
    title: Text = Field("", alias="题", description="图题，排在图的下方")
    width: float | None = Field(None, alias="宽", gt=0, le=156, description="宽度（毫米），不超过版心宽度156毫米")


class ImageBlock(Visible):
    """A picture among the paragraphs."""

    image: ImageData = Field(alias="图")


class SectionData(Visible):
    """A section. Without a heading it still nests, so that what is inside stands one level deeper."""

    heading: Text | None = Field(None, alias="标题", description="标题，不写序号和句末标点")
    heading_form: Literal["独行", "接排"] = Field("独行", alias="标题式", description="独行成段，或与首段接排")
    items: Words = Field([], alias="事项", description="这一部分属于哪些必备事项")
    tasks: Words = Field([], alias="任务", description="这一部分对应大纲的哪些任务")
    cause: Text | None = Field(None, alias="原因", description="问题的原因，接在内容之后")
    responsible: Words = Field([], alias="责任单位", description="由谁负责")
    deadline: str | None = Field(None, alias="时限", description="何时完成")
    content: list[Block] = Field(default=[], alias="内容", description="段落、要点、表、图和下级的节")


class SectionBlock(Input):
    """A section among the blocks."""

    section: SectionData = Field(alias="节")


_KINDS = ("节", "段", "要点", "表", "图")


def _block_kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return next((kind for kind in _KINDS if kind in value), "？")
    return next((kind for made, kind in _MADE.items() if isinstance(value, made)), "？")


_MADE: dict[type, str] = {
    str: "段",
    SectionBlock: "节",
    ParagraphBlock: "段",
    PointsBlock: "要点",
    TableBlock: "表",
    ImageBlock: "图",
}


Block = Annotated[
    Annotated[SectionBlock, Tag("节")]
    | Annotated[ParagraphBlock, Tag("段")]
    | Annotated[PointsBlock, Tag("要点")]
    | Annotated[TableBlock, Tag("表")]
    | Annotated[ImageBlock, Tag("图")],
    Discriminator(
        _block_kind,
        custom_error_type="block_kind",
        custom_error_message="看不出这一块是什么内容",
    ),
]

SectionData.model_rebuild()
SectionBlock.model_rebuild()
