"""Where the figures of a collected report come from: `report.来源.json`, written and read by the program alone.

A three-way merge holds the report against it, and `fazhi trace` answers from it: a unit, a file, a cell.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import Input
from generator.models.collection import Share
from generator.models.delivery import Period

FORMAT: Literal["1"] = "1"
SUFFIX = ".来源.json"
"""Behind the stem of the report's name."""


class ReceivedForm(Input):
    """A form that counts (收表). `modified` is when it says that it was saved."""

    unit: str = Field(alias="单位")
    file: str = Field(alias="文件")
    number: str = Field("", alias="表号")
    modified: str = Field("", alias="修改")
    digest: str = Field("", alias="哈希")


class SourcePart(Input):
    """What one unit gave for a figure; the file is named from the report's folder."""

    unit: str = Field(alias="单位")
    file: str = Field(alias="文件")
    sheet: str = Field("", alias="表")
    cell: str = Field("", alias="格")
    value: str = Field(alias="值")
    share: Share = Field(alias="份额")
    why: str = Field("", alias="原因")

    @property
    def where(self) -> str:
        """`文件 > 表!格`."""
        inside = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{self.file} > {inside}" if inside else self.file


class SourcedFigure(Input):
    """A figure of the county as it was merged. `value` is empty when nothing came of it."""

    value: str = Field(alias="值")
    rule: str = Field(alias="规则")
    parts: list[SourcePart] = Field([], alias="来源")
    silent: list[str] = Field([], alias="没有填")


class SourcedDatum(Input):
    """A figure of the units that the catalogue doesn't hold."""

    value: str = Field(alias="值")
    parts: list[SourcePart] = Field([], alias="来源")


class SourcedPromise(Input):
    """What became of something that was promised last year, as the units answered."""

    result: str = Field("", alias="结果")
    reason: str = Field("", alias="原因")
    parts: list[SourcePart] = Field([], alias="来源")


class Bases(Input):
    """What the report was last given (对照), where that is another than what this collecting came to.

    A figure of which nothing came this time, or that could not be put in, is held against what was put in before it;
    an empty value says that nothing ever was.
    """

    figures: dict[str, str] = Field({}, alias="指标")
    ticked: dict[str, list[str]] = Field({}, alias="声明")
    promises: dict[str, SourcedPromise] = Field({}, alias="上年安排")
    others: dict[str, SourcedDatum] = Field({}, alias="其他数据")


class ChosenForm(Input):
    """Which of a unit's forms --use said counts, and among which (digests by file name)."""

    file: str = Field(alias="文件")
    among: dict[str, str] = Field({}, alias="各份")


class Listed(Input):
    """The list of units that was collected from: its file's name, empty for the one that comes with the knowledge."""

    file: str = Field("", alias="文件")
    units: list[str] = Field([], alias="单位")


class Provenance(Input):
    """The whole file. `before` holds the values that the last collecting changed, as they were before it.

    `kept` are values of an earlier collecting that stand in the report though nothing came of them any more.
    """

    format_version: Literal["1"] = Field(FORMAT, alias="格式")
    year: int = Field(alias="年度")
    period: Period = Field("全年", alias="期间")
    forms: list[ReceivedForm] = Field([], alias="收表")
    figures: dict[str, SourcedFigure] = Field({}, alias="指标")
    ticked: dict[str, list[str]] = Field({}, alias="声明")
    promises: dict[str, SourcedPromise] = Field({}, alias="上年安排")
    others: dict[str, SourcedDatum] = Field({}, alias="其他数据")
    before: dict[str, str] = Field({}, alias="上次")
    chosen: dict[str, ChosenForm] = Field({}, alias="以此为准")
    listed: Listed | None = Field(None, alias="名单")
    bases: Bases = Field(Bases(), alias="对照")

    @property
    def put_in(self) -> Bases:
        """What the report was last given of everything: the base of a three-way merge."""
        own = {ref: figure.value for ref, figure in self.figures.items()} | self.bases.figures
        promises = self.promises | self.bases.promises
        return Bases(
            figures={ref: value for ref, value in own.items() if value},
            ticked=self.ticked | self.bases.ticked,
            promises={item: each for item, each in promises.items() if each.result or each.reason},
            others={name: each for name, each in (self.others | self.bases.others).items() if each.value},
        )
