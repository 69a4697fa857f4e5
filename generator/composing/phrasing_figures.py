"""What a phrase macro sees of a topic: plain views of its figures and statements, with Chinese names.

A view prints itself as `<v ref="行政复议.收到">7</v>` and in no other way, so a figure cannot lose its source on its
way into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup, escape

from generator.models.catalogue import Indicator, Topic
from generator.models.quantity import Quantity
from generator.models.values import IndicatorValue, TopicFigures
from generator.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FigureView:
    """One indicator: 有 it was given, 零 it is zero, 准 it is exact, 多 it is more than one; 上年 is last year's view.

    `former_word` is 上年 or 上年同期, as comparisons of this period call the one before.
    """

    ref: str
    名: str
    单位: str = ""
    quantity: Quantity | None = None
    口径: str = ""
    比率: bool = False
    说零: bool = False
    上年: FigureView | None = None
    former_word: str = "上年"

    @property
    def 有(self) -> bool:
        return self.quantity is not None

    @property
    def 零(self) -> bool:
        return self.quantity is not None and self.quantity.value == 0

    @property
    def 准(self) -> bool:
        return self.quantity is not None and self.quantity.exact

    @property
    def 多(self) -> bool:
        return self.quantity is not None and (self.quantity.value > 1 or not self.quantity.exact)

    @property
    def 值(self) -> Decimal:
        return self.given.value

    @property
    def given(self) -> Quantity:
        """The quantity. Raises `ValueError` when the figure was left blank."""
        if self.quantity is None:
            raise ValueError(f"“{self.名}”没有填数字，模板里要先用“.有”判断")
        return self.quantity

    @property
    def printed(self) -> str:
        """The figure as it stands in the text; a rate always has its %."""
        quantity = self.given
        return (replace(quantity, percent=True) if self.比率 and not quantity.percent else quantity).printed

    @property
    def indicator(self) -> str:
        """The indicator's name alone, as formulas write it."""
        return self.ref.rpartition(".")[2]

    def __html__(self) -> Markup:
        return _element(self.ref, self.printed)

    def with_unit(self) -> Markup:
        """The figure and its unit; of 以上 and 左右 the unit stands inside (30人以上)."""
        whole = self.given.printed_with(self.单位)
        if self.比率 or whole == self.printed + self.单位:
            return self.__html__() + self.单位
        return _element(self.ref, whole)

    def marked(self, role: str) -> Markup:
        """The figure declared without being printed: 含 (implied) or 略 (left out)."""
        return Markup('<v ref="{}" as="{}"></v>').format(self.ref, role) if self.有 else Markup("")

    def worked_out(self, text: str, formula: str) -> Markup:
        """A figure that was calculated and stands under this one's name."""
        return Markup('<v ref="{}" by="{}">{}</v>').format(self.ref, formula, text)

    def __str__(self) -> str:
        raise TypeError(f"“{self.名}”的数字不能转成普通文字，那样会失去出处；直接输出它就可以")


def _element(ref: str, text: str) -> Markup:
    """Put together by hand: there are thousands, and `Markup.format` takes ten times as long."""
    return Markup(f'<v ref="{escape(ref)}">{escape(text)}</v>')  # noqa: S704 - escaped here


class TopicView:
    """题: the figures of a topic as attributes (题.收到), its statements as yes or no (题.分项完整)."""

    __slots__ = ("_figures", "_statements")

    def __init__(self, figures: Mapping[str, FigureView], statements: Mapping[str, bool]) -> None:
        self._figures = figures
        self._statements = statements

    def __getattr__(self, name: str) -> FigureView | bool:
        if name in self._figures:
            return self._figures[name]
        if name in self._statements:
            return self._statements[name]
        raise AttributeError(name)

    def __iter__(self) -> Iterator[FigureView]:
        return iter(self._figures.values())

    def __getitem__(self, name: str) -> FigureView:
        return self._figures[name]


def topic_view(topic: Topic, figures: TopicFigures, last_year: TopicFigures, former_word: str = "上年") -> TopicView:
    """The view of a topic, every indicator of the catalogue in it whether it was given or not."""
    views = {
        name: figure_view(topic, name, figures, last_year=last_year, former_word=former_word) for name in topic.指标
    }
    return TopicView(views, {name: name in figures.ticked for name in topic.声明})


def figure_view(
    topic: Topic,
    name: str,
    figures: TopicFigures,
    *,
    prefix: str = "",
    last_year: TopicFigures | None = None,
    former_word: str = "上年",
) -> FigureView:
    """The view of one indicator. `prefix` is `上年.` for a figure of the year before."""
    entry: Indicator = topic.指标[name]
    value = figures.values.get(name, _BLANK)
    return FigureView(
        ref=f"{prefix}{topic.名称}.{name}",
        名=entry.标签,
        单位="" if entry.性质 == "比率" else entry.单位,
        quantity=value.value,
        口径=value.base or "",
        比率=entry.性质 == "比率",
        说零=topic.说零,
        上年=figure_view(topic, name, last_year, prefix="上年.") if last_year is not None else None,
        former_word=former_word,
    )


_BLANK = IndicatorValue.model_validate({})
