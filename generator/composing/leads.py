"""What the template of the opening paragraph (导语) sees: the dated words of the knowledge, and what staff added."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.composing import phrasing_organs as organs
from generator.composing.setting import Setting
from generator.composing.typist import Typist, joined
from generator.models.base import Path
from generator.models.delivery import Delivery, Wording
from generator.models.knowledge import Knowledge
from generator.models.lead import Lead, chain_at
from generator.models.report import Report, lead_of
from generator.patterns import compile_later
from generator.records import dataclass

_ENDS = "，。；、： "
_VARIED = compile_later(r"[\s()（）—–―－-]+")


@dataclass(frozen=True, slots=True)
class LeadView:
    """链 are whole clauses in their order; 贯彻 and 落实 are put together from what is given, else empty."""

    路径: str
    链: tuple[str, ...]
    领导: Markup
    监督: Markup
    支持: Markup
    贯彻: Markup
    落实: Markup
    概况: Markup
    成效: Markup


def lead_view(
    report: Report, delivery: Delivery, knowledge: Knowledge, typist: Typist, setting: Setting
) -> LeadView | None:
    """The view of the opening paragraph of a version; None when none is to be made."""
    lead = lead_of(report, delivery)
    if lead is None:
        return None
    day = delivery.dated[1] if delivery.dated is not None else report.last_day
    typed = _Typed(lead, report, delivery, typist)
    kind = knowledge.deliveries[delivery.kind]
    carried_out = typed.words("carried_out")
    plan = knowledge.plan_of(report, day)
    if any(_plain(plan) in _plain(text) for _, text in carried_out):
        plan = ""  # staff typed it themselves, it isn't cited twice
    return LeadView(
        路径=joined((delivery.lead or lead).at),
        链=tuple(link.文 for link in chain_at(knowledge.links, day)),
        领导=typed.with_usual("leading", _usual(kind.导语领导, setting)),
        监督=typed.with_usual("supervising", _usual(kind.导语监督, setting)),
        支持=typed.text("supporting"),
        贯彻=listed(typed.words("studied")),
        落实=listed([*([(escape(plan), plan)] if plan else []), *carried_out]),
        概况=typed.text("doings"),
        成效=typed.text("results"),
    )


@dataclass(frozen=True, slots=True)
class _Typed:
    """What staff typed into the slots, each at the place it was typed at: in the version, else in the report."""

    lead: Lead
    report: Report
    delivery: Delivery
    typist: Typist

    def text(self, field: str) -> Markup:
        return self._typed(getattr(self.lead, field), self._at(field))

    def with_usual(self, field: str, usual: str) -> Markup:
        """What the version says, else what the report says with the organ that this reader expects added to it."""
        own = self.delivery.lead
        typed = self.text(field)
        if not usual or (own is not None and field in own.model_fields_set) or usual in getattr(self.lead, field):
            return typed
        return typed + "和" + usual if typed else escape(usual)

    def words(self, field: str) -> list[tuple[Markup, str]]:
        """The items as markup and as typed, blank ones left out."""
        items: list[str] = getattr(self.lead, field)
        at = self._at(field)
        return [(self._typed(item, (*at, n)), item.strip(_ENDS)) for n, item in enumerate(items) if item.strip(_ENDS)]

    def _at(self, field: str) -> Path:
        own = self.delivery.lead
        said = own if own is not None and field in own.model_fields_set else self.report.lead or own
        alias = Lead.model_fields[field].alias or field
        return (*(said.at if said is not None else ()), alias)

    def _typed(self, text: str, at: Path) -> Markup:
        """Without the marks at its end: what follows brings its own."""
        kept = text.strip(_ENDS)
        return self.typist.typed(kept, at, text.find(kept)) if kept else Markup("")


def _usual(wording: Wording | None, setting: Setting) -> str:
    """The words of the form with the organs put in; nothing where the reporter has no such organ of its own."""
    if wording is None or not organs.范围(setting):
        return ""
    words = wording.文
    for slot, organ in (
        ("{党委}", organs.党委(setting)),
        ("{人大}", organs.人大常委会(setting).removesuffix("常委会")),
    ):
        if slot in words and not organ:
            return ""
        words = words.replace(slot, organ)
    return words


def _plain(title: str) -> str:
    """A title without the marks that are typed in several ways."""
    return _VARIED.sub("", title)


def listed(items: Sequence[tuple[Markup, str]]) -> Markup:
    """甲、乙和丙; between two titles in 《》 no mark is needed."""
    result = Markup("")
    for number, (markup, text) in enumerate(items):
        if number and number == len(items) - 1:
            result += "和"
        elif number and not (items[number - 1][1].endswith("》") and text.startswith("《")):
            result += "、"
        result += markup
    return result
