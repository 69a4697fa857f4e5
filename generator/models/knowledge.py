"""Everything a report is held against, gathered from `schemas/` and the offices' overlays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from generator.models.catalogue import Catalogue
from generator.models.check import CheckRule
from generator.models.delivery import DeliveryKind
from generator.models.heads import HeadKind
from generator.models.instrument import Instrument
from generator.models.lead import Link
from generator.models.outline import Outline
from generator.models.prompts import Prompt
from generator.models.reading import WordList
from generator.models.report import Report
from generator.models.reporter import ReporterKind
from generator.models.style import StyleProfile
from generator.models.terms import Term
from generator.models.typography import MendRule
from generator.models.units import Units
from generator.models.wording import Word
from generator.records import dataclass

DEFAULT_STYLE = "gbt9704"


@dataclass(frozen=True)
class Knowledge:
    """`styles` by the names of their files. `template_folders` are searched in order: the last office first, the
    shipped templates last."""

    catalogue: Catalogue
    outlines: Mapping[str, Outline]
    reporters: Mapping[str, ReporterKind]
    deliveries: Mapping[str, DeliveryKind]
    terms: tuple[Term, ...]
    mends: tuple[MendRule, ...]
    checks: Mapping[str, CheckRule]
    styles: Mapping[str, StyleProfile]
    template_folders: tuple[Path, ...]
    offices: tuple[str, ...] = ()
    heads: Mapping[str, HeadKind] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    terms_until: date | None = None
    units: Units = field(default_factory=Units)
    prompts: tuple[Prompt, ...] = ()
    prompt_style: tuple[str, ...] = ()
    words: Mapping[str, Word] = field(default_factory=dict)
    reading: Mapping[str, WordList] = field(default_factory=dict)

    @property
    def style(self) -> StyleProfile:
        """The profile that is used when a delivery names none."""
        return self.styles[DEFAULT_STYLE]

    def outline_for(self, year: int) -> Outline | None:
        """The outline whose years hold the report year; with several, the one that starts last."""
        covering = [outline for outline in self.outlines.values() if outline.covers(year)]
        return max(covering, key=lambda outline: outline.年度起, default=None)

    def outline_of(self, report: Report) -> Outline | None:
        """The outline a report names, else the one for its year or the nearest to it."""
        if report.outline is not None:
            return self.outlines.get(report.outline)
        return self.outline_for(report.year) or self.outline_near(report.year)

    def plan_of(self, report: Report, day: date) -> str:
        """The plan that a report of this day cites as being carried out; empty when there is none, or none yet."""
        outline = self.outline_of(report)
        plan = outline.规划 if outline is not None else ""
        begins = next((term.起 for term in self.terms if term.词 == plan), None)
        return "" if begins is not None and day < begins else plan

    def outline_near(self, year: int) -> Outline | None:
        """The outline whose years are nearest to a year that none holds; None when there is no outline at all."""

        def distance(outline: Outline) -> int:
            return max(outline.年度起 - year, year - (outline.年度止 or year))

        return min(self.outlines.values(), key=distance, default=None)
