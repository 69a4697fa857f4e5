"""The figures of a report as the checks ask for them: by term, with label and path."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.base import Path
from generator.models.catalogue import Catalogue, Indicator
from generator.models.evaluation import Missing
from generator.models.quantity import Quantity
from generator.models.relation import Term
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure that the report gives for an indicator of the catalogue. `at` is where it stands in the input."""

    topic: str
    name: str
    indicator: Indicator
    value: IndicatorValue
    quantity: Quantity
    at: Path
    last_year: bool = False

    @property
    def label(self) -> str:
        return f"上年{self.indicator.标签}" if self.last_year else self.indicator.标签


@dataclass(frozen=True, slots=True)
class Ledger:
    """A report's figures against the catalogue."""

    report: Report
    catalogue: Catalogue

    def entries(self) -> Iterator[Entry]:
        """Every figure of this year that has a number, in the order of the input."""
        return self._entries(self.report.indicators, "指标")

    def entries_of_last_year(self) -> Iterator[Entry]:
        """The same of the year before."""
        return self._entries(self.report.last_year, "上年")

    def _entries(self, given: Figures, root: str) -> Iterator[Entry]:
        for topic, figures in given.topics.items():
            for name, value in figures.values.items():
                indicator = self.catalogue.indicator(topic, name)
                if indicator is not None and value.value is not None:
                    at = value.at or (root, topic, name)
                    yield Entry(topic, name, indicator, value, value.value, at, last_year=root == "上年")

    def look_up(self, term: Term) -> Quantity | Missing:
        """The figure of a resolved term; what is missing says why."""
        value = self._value(term)
        if value is None or (value.value is None and value.not_applicable is None):
            return Missing.BLANK
        return Missing.NOT_APPLICABLE if value.value is None else value.value

    def path(self, term: Term) -> Path:
        value = self._value(term)
        if value is not None and value.at:
            return value.at
        return ("上年" if term.last_year else "指标", term.topic, term.indicator)

    def label(self, term: Term) -> str:
        """What people call the figure: the catalogue's 标签, else the name itself."""
        indicator = self.catalogue.indicator(term.topic, term.indicator)
        label = indicator.标签 if indicator else term.indicator
        return f"上年{label}" if term.last_year else label

    def label_with_figure(self, term: Term, home: str = "") -> str:
        """The label and, in brackets, what the report gives; a figure of another topic than `home` says of which."""
        figure = self.look_up(term)
        given = figure.printed if isinstance(figure, Quantity) else figure.value
        there = self.catalogue.topics.get(term.topic) if home and term.topic != home else None
        return f"{f'{there.标签}的' if there else ''}{self.label(term)}（{given}）"

    def _value(self, term: Term) -> IndicatorValue | None:
        figures = self.report.last_year if term.last_year else self.report.indicators
        return figures.topic(term.topic).values.get(term.indicator)
