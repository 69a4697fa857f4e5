"""One version of a report: views, templates, markup, blocks, numbers, typography."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath

from generator.composing.building import build_blocks
from generator.composing.environment import TemplateEnvironment, make_environment, render
from generator.composing.faults import MAX_SECONDS, TemplatePlaces, report_fault
from generator.composing.limits import at_most
from generator.composing.markup import read_markup
from generator.composing.phrasing import HELPERS, Phrasebook
from generator.composing.setting import Setting, make_setting
from generator.composing.typist import PlaceOf, Typist
from generator.composing.views import BodyViews
from generator.diagnostics import Diagnostics
from generator.document.blocks import Block as DocumentBlock
from generator.document.blocks import Document, Meta
from generator.document.numbering import numbered
from generator.document.pruning import without_blanks
from generator.document.typography import Mended, compile_mend, mend
from generator.models.body import Block, Visible
from generator.models.delivery import Delivery
from generator.models.knowledge import Knowledge
from generator.models.report import Report


@dataclass(frozen=True)
class Input:
    """What is composed: the report, its body with the shorthand expanded, and where things stand in the file."""

    report: Report
    body: tuple[Block, ...]
    place: PlaceOf
    folder: FilePath
    input_hash: str


@dataclass(frozen=True)
class Composed:
    """A version, and the typographic mends made in it."""

    document: Document
    mended: tuple[Mended, ...]


class Composer:
    """Composes the versions of any number of reports; the compiled templates are shared by all.

    Raises `ValueError`, in Chinese, when a mend of the knowledge cannot be compiled.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._environment: TemplateEnvironment = make_environment(knowledge.template_folders, HELPERS)
        self._places = TemplatePlaces(knowledge.template_folders)
        self._rules = tuple(
            compile_mend(r.码, r.式, r.换, r.换法, r.成对, noted_only=r.只提示) for r in knowledge.mends
        )
        self._terms = tuple(term.词 for term in knowledge.terms)

    def compose(self, source: Input, delivery: Delivery, diagnostics: Diagnostics) -> Composed | None:
        """One version, or None when its templates failed; the findings say why."""
        setting = make_setting(source.report, delivery, self._knowledge)
        try:
            with at_most(MAX_SECONDS):
                blocks = self._blocks(source, delivery, setting, diagnostics)
        except Exception as error:  # noqa: BLE001 - a template can raise anything; what isn't its fault is raised again
            report_fault(error, self._places, diagnostics)
            return None
        document = Document(_meta(source, delivery, setting, self._knowledge), without_blanks(blocks))
        document = numbered(document)
        return Composed(*mend(document, self._rules, self._protected(source.report)))

    def _blocks(
        self, source: Input, delivery: Delivery, setting: Setting, diagnostics: Diagnostics
    ) -> tuple[DocumentBlock, ...]:
        report, catalogue = source.report, self._knowledge.catalogue
        phrases = Phrasebook(self._environment, catalogue, report.indicators, report.last_year, setting)
        typist = Typist(report, phrases, source.place, diagnostics)
        shown = Shown(delivery.name, leave_out=self._knowledge.deliveries[delivery.kind].略去不公开)
        body = BodyViews(report, catalogue, typist, source.folder, shown).of(source.body)
        shown.tell(source.place, diagnostics)
        template = f"deliveries/{self._knowledge.deliveries[delivery.kind].模板}"
        return build_blocks(read_markup(render(self._environment, template, {"境": setting, "正文": body})))

    def _protected(self, report: Report) -> tuple[str, ...]:
        """What typography must not touch the inside of: set phrases and the names of organs."""
        subject = report.subject
        named = [*subject.names, subject.short_name, subject.superior or ""]
        named += [name for d in report.deliveries for name in (*d.organs, *d.addressees)]
        return (*self._terms, *(name for name in named if name))


class Shown:
    """Decides which blocks a version has, and remembers what it left out because it is not for the public."""

    def __init__(self, delivery: str, *, leave_out: bool) -> None:
        self._delivery = delivery
        self._leave_out = leave_out
        self._left_out: list[Visible] = []

    def __call__(self, block: Visible) -> bool:
        if block.only_for and self._delivery not in block.only_for:
            return False
        if self._delivery in block.not_for:
            return False
        if block.internal and self._leave_out:
            self._left_out.append(block)
            return False
        return True

    def tell(self, place: PlaceOf, diagnostics: Diagnostics) -> None:
        for block in self._left_out:
            message = f"“{self._delivery}”略去了标明“不公开”的这一部分"
            diagnostics.info(
                "PART060",
                place(block.at, 0),
                message,
                "公开前请核对略去的内容",
                source="《法治政府建设与责任落实督察工作规定》年度报告一章",
            )


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
        bookmarks=knowledge.deliveries[delivery.kind].书签,
        input_hash=source.input_hash,
    )


def versions(report: Report) -> tuple[Delivery, ...]:
    """The deliveries of a report; a report that names none has one, the 送审稿."""
    return tuple(report.deliveries) or (Delivery(name="送审稿", kind="送审稿"),)
