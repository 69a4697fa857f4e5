"""One version of a report: views, templates, markup, blocks, numbers, typography."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath

from markupsafe import Markup, escape

from generator.composing.building import build_blocks
from generator.composing.environment import TemplateEnvironment, make_environment, render
from generator.composing.faults import MAX_SECONDS, TemplatePlaces, report_fault
from generator.composing.leads import lead_view
from generator.composing.limits import at_most
from generator.composing.markup import read_markup
from generator.composing.omissions import LeftOut, Omissions
from generator.composing.phrasing import HELPERS, Phrasebook
from generator.composing.phrasing_shared import SharedSentences
from generator.composing.setting import Setting, is_own, make_setting
from generator.composing.typist import PlaceOf, Reported, Typist
from generator.composing.views import BodyViews
from generator.diagnostics import Diagnostics
from generator.document.annexes import annexed
from generator.document.blocks import Block as DocumentBlock
from generator.document.blocks import Document, Meta
from generator.document.identifying import identified
from generator.document.numbering import numbered
from generator.document.pruning import without_blanks
from generator.document.typography import Change, Mend, Mended, Needed, make_mend, mend
from generator.models.base import Path
from generator.models.body import Block
from generator.models.delivery import Delivery
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.models.typography import MendRule
from generator.records import dataclass


@dataclass(frozen=True)
class Input:
    """What is composed: the report, its body with the shorthand expanded, and where things stand in the file.

    `is_broken` tells what could not be used of the input: it was reported, and nothing more is said of it.
    """

    report: Report
    body: tuple[Block, ...]
    place: PlaceOf
    folder: FilePath
    input_hash: str
    is_broken: Callable[[Path], bool]


@dataclass(frozen=True)
class Composed:
    """A version, the typographic mends made in it, and what it leaves out because it isn't for the public.

    `changes` are what the mends together make of the text that staff typed.
    """

    document: Document
    mended: tuple[Mended, ...]
    left_out: tuple[LeftOut, ...]
    changes: tuple[Change, ...] = ()


class Composer:
    """Composes the versions of any number of reports; the compiled templates are shared by all."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._environment: TemplateEnvironment = make_environment(knowledge.template_folders, HELPERS)
        self._places = TemplatePlaces(knowledge.template_folders, knowledge.offices)
        self._rules = tuple(mend_of(rule) for rule in knowledge.mends)
        titles = (name for name in knowledge.instruments if not name.isalpha())
        self._shared: tuple[Report | None, SharedSentences] = None, SharedSentences()
        self._fixed = (*(term.词 for term in knowledge.terms), *titles)

    def compose(self, source: Input, delivery: Delivery, diagnostics: Diagnostics) -> Composed | None:
        """One version, or None when its templates failed; the findings say why."""
        setting = make_setting(source.report, delivery, self._knowledge)
        try:
            with at_most(MAX_SECONDS):
                blocks, left_out = self._blocks(source, delivery, setting, diagnostics)
        except Exception as error:  # noqa: BLE001 - a template can raise anything; what isn't its fault is raised again
            report_fault(error, self._places, diagnostics)
            return None
        document = Document(_meta(source, delivery, setting, self._knowledge), without_blanks(blocks))
        document = identified(numbered(annexed(document)))
        changes: list[Change] = []
        mended = mend(document, self._rules, self._protected(source.report), changes)
        return Composed(*mended, left_out, tuple(changes))

    def _blocks(
        self, source: Input, delivery: Delivery, setting: Setting, diagnostics: Diagnostics
    ) -> tuple[tuple[DocumentBlock, ...], tuple[LeftOut, ...]]:
        report, catalogue = source.report, self._knowledge.catalogue
        kind = self._knowledge.deliveries[delivery.kind]
        omissions = Omissions(delivery.name, catalogue, public=kind.略去不公开)
        figures, last_year = omissions.shown(report.indicators), omissions.shown(report.last_year)
        phrases = Phrasebook(self._environment, catalogue, figures, last_year, setting, self._shared_by(report))
        typist = Typist(report, phrases, omissions, Reported(source.place, source.is_broken, diagnostics))
        views = BodyViews(report, catalogue, typist, source.folder, omissions.shows)
        variables = {
            "境": setting,
            "正文": views.of(source.body),
            "附件": views.annexes(report.annexes),
            "导语": lead_view(report, delivery, self._knowledge, typist, setting),
            "开头语": _own_or(setting.开头语, delivery.opening, typist, (*delivery.at, "开头语")),
            "结束语": _own_or(setting.结束语, delivery.closing, typist, (*delivery.at, "结束语")),
        }
        markup = render(self._environment, f"deliveries/{kind.模板}", variables)
        return build_blocks(read_markup(markup), source.folder), omissions.left_out()

    def _shared_by(self, report: Report) -> SharedSentences:
        """What the versions of a report share; they are composed one after another."""
        if self._shared[0] is not report:
            self._shared = report, SharedSentences()
        return self._shared[1]

    def _protected(self, report: Report) -> tuple[str, ...]:
        """What typography must not touch the inside of: set phrases, titles of laws, the names of organs."""
        subject = report.subject
        named = [*subject.names, subject.short_name, subject.superior or ""]
        named += [name for d in report.deliveries for name in (*d.organs, *d.addressees, *d.copies)]
        return (*self._fixed, *(name for name in named if name))


def mend_of(rule: MendRule) -> Mend:
    """A rule of the knowledge, ready for use."""
    needed = Needed.of(rule.须有字, rule.须有词)
    return make_mend(rule.码, rule.式, rule.换, rule.换法, rule.成对, noted_only=rule.只提示, needed=needed)


def _own_or(usual: str, typed: str | None, typist: Typist, at: Path) -> Markup:
    """What staff wrote themselves, else the usual words."""
    if typed is None or not is_own(typed):
        return escape(usual)
    return typist.typed(typed.strip(), at, len(typed) - len(typed.lstrip()))


def _meta(source: Input, delivery: Delivery, setting: Setting, knowledge: Knowledge) -> Meta:
    return Meta(
        title="".join(setting.标题),
        organ=" ".join(setting.机关),
        year=setting.年,
        period=setting.期,
        delivery=delivery.name,
        kind=delivery.kind,
        state=source.report.state,
        day=delivery.published_on or delivery.signed_on,
        example=setting.示例,
        style=delivery.style,
        bookmarks=knowledge.deliveries[delivery.kind].书签,
        input_hash=source.input_hash,
        overlays=knowledge.offices,
        matter=setting.事由,
    )
