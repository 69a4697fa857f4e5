"""Dated knowledge held against itself: phrases, laws and documents, and between which days each may be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise

from generator.loading.faults import Fault, Spot
from generator.loading.keys import guess
from generator.models.base import Path
from generator.models.instrument import Instrument
from generator.models.knowledge import Knowledge
from generator.models.lead import Link
from generator.models.terms import Term

_TERMS, _INSTRUMENTS = "terms.yaml", "instruments.yaml"
_MARKS = ("，", "。", "；", "、", ",", ";")


def dated_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Everything in the phrases, their chain and the laws that cannot be meant."""
    return chain(
        *(_term_faults(term) for term in knowledge.terms),
        *(_instrument_faults(instrument, knowledge) for instrument in knowledge.instruments.values()),
        _short_forms(knowledge),
        *(_link_faults(link) for link in knowledge.links),
    )


def _term_faults(term: Term) -> Iterator[Fault]:
    path = ("词", term.词)
    yield from _backwards(_TERMS, path, "止", term.词, term.起, term.止)
    yield from _backwards(_TERMS, path, "年度止", term.词, term.年度起, term.年度止)


def _instrument_faults(instrument: Instrument, knowledge: Knowledge) -> Iterator[Fault]:
    name = instrument.名称
    yield from _backwards(_INSTRUMENTS, (name,), "止", name, instrument.起, instrument.止)
    if instrument.取代为 and instrument.取代为 not in knowledge.instruments:
        message = f"没有列入“{instrument.取代为}”"
        spots = (Spot(_INSTRUMENTS, (name, "取代为")), Spot(_INSTRUMENTS, (instrument.取代为,), at_key=True))
        yield Fault(spots, message, guess(instrument.取代为, knowledge.instruments))
    days = [instrument.起, *(edition.起 for edition in instrument.版本)]
    for number, (before, after) in enumerate(pairwise(days)):
        if before is not None and after is not None and after <= before:
            spot = Spot(_INSTRUMENTS, (name, "版本", number, "起"))
            yield Fault((spot,), f"“{name}”的版本没有按施行的先后排", "核对各版本的“起”，先施行的写在前面")


def _link_faults(link: Link) -> Iterator[Fault]:
    path = ("链", link.名)
    yield from _backwards(_TERMS, path, "止", link.名, link.起, link.止)
    if link.文.rstrip().endswith(_MARKS):
        message = f"“{link.名}”的“文”是一个分句，末尾不写标点"
        yield Fault((Spot(_TERMS, (*path, "文")),), message, "删去末尾的标点")


def _backwards(
    layer: str, path: Path, key: str, name: str, start: date | int | None, end: date | int | None
) -> Iterator[Fault]:
    """An end before its beginning; 止 belongs to 起, 年度止 to 年度起."""
    if isinstance(start, date) and isinstance(end, date):
        wrong = end < start
    else:
        wrong = isinstance(start, int) and isinstance(end, int) and end < start
    if wrong:
        first = key.replace("止", "起")
        spots = tuple(Spot(layer, (*path, each)) for each in (key, first))
        yield Fault(spots, f"“{name}”的“{key}”早于“{first}”", "核对两个日期" if key == "止" else "核对两个年度")


def _short_forms(knowledge: Knowledge) -> Iterator[Fault]:
    """A short form must lead to one instrument."""
    known = {name: name for name in knowledge.instruments}
    for instrument in knowledge.instruments.values():
        for number, short in enumerate(instrument.简称):
            other = known.setdefault(short, instrument.名称)
            if other != instrument.名称:
                spots = (
                    Spot(_INSTRUMENTS, (instrument.名称, "简称", number)),
                    Spot(_INSTRUMENTS, (other, "简称")),
                    Spot(_INSTRUMENTS, (other,), at_key=True),
                )
                yield Fault(spots, f"“{short}”也指“{other}”", "改去其中一个")
