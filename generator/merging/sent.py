"""What one form brings to the merging: its figures with their cells, its text, and what of it must not count."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.diagnostics import Diagnostic, Place, Severity
from generator.models.base import Input, Path
from generator.models.collection import OTHER_DATA, TEXTS, Material
from generator.models.quantity import Quantity
from generator.models.submission import Submission
from generator.models.values import IndicatorValue
from generator.patterns import compile_later
from generator.records import dataclass

Key = tuple[str, str]
"""Topic and indicator."""
Placer = Callable[[Path], Place]

_FORECAST = compile_later("预计|预估|暂估|预测")
_UNWRITABLE = compile_later("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]")
"""Characters that no report can hold as they are; a form can, behind escapes (_x000B_)."""
_FORECAST_CODE = "LOAD167"
_MISTYPED = ("DATA012", "DATA014", "DATA015")
"""Findings about how a figure itself is typed: a unit, a percent or a sign that can't be the indicator's."""
_BAD_CELL = "这一格有错误"


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as one unit gave it. `leads` is None where the unit said nothing; `flaw` is why it must not count."""

    quantity: Quantity | None
    place: Place
    not_applicable: str = ""
    base: str = ""
    as_of: date | None = None
    leads: bool | None = None
    flaw: str = ""
    forecast: bool = False
    noted: str = ""

    @property
    def worth(self) -> Quantity | None:
        """The figure, if it may count."""
        return None if self.flaw else self.quantity


@dataclass(frozen=True, slots=True)
class Sent:
    """One form. `modified` is when it says that it was saved, `digest` is that of its bytes, `file` what it is called.

    `topics` are those that it asks for; `findings` what was found in it.
    """

    unit: str
    file: str
    number: str
    year: int
    period: str
    modified: str
    digest: str
    figures: Mapping[Key, Given]
    ticked: Mapping[str, frozenset[str]] = MappingProxyType({})
    topics: frozenset[str] = frozenset()
    materials: tuple[Material, ...] = ()
    filled_on: date | None = None
    cutoff: date | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def content(self) -> str:
        """A digest of what the form says, so that two copies of one form are told from two forms."""
        said = [f"{key}={_said(given)}" for key, given in sorted(self.figures.items())]
        said += [f"{topic}:{sorted(names)}" for topic, names in sorted(self.ticked.items())]
        said += [f"{each.kind}{dict(each.fields)}" for each in self.materials]
        return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _said(given: Given) -> str:
    typed = given.quantity.printed if given.quantity is not None else ""
    said = (given.not_applicable, given.base, given.as_of, given.leads, given.flaw, given.forecast, given.noted)
    return "|".join(map(str, (typed, *said)))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a form came from, and what it says outside the cells that a submission holds."""

    file: str
    number: str
    modified: str
    digest: str
    topics: frozenset[str]
    leads: Mapping[Path, bool]


def sent_from(submission: Submission, origin: Origin, place: Placer, findings: Iterable[Diagnostic]) -> Sent:
    """A validated form made ready to be merged. Places and findings call the form as `origin.file` does."""
    found = tuple(findings)
    cells = _Cells(found)
    figures: dict[Key, Given] = {}
    for topic, values in submission.indicators.topics.items():
        for name, value in values.values.items():
            if value.given or value.not_applicable:
                at = value.at or ("指标", topic, name)
                leads = origin.leads.get(("指标", topic, name))
                figures[topic, name] = _given(value, place(at), leads, cells)
    return Sent(
        unit=submission.unit,
        file=origin.file,
        number=origin.number,
        year=submission.year,
        period=submission.period,
        modified=origin.modified,
        digest=origin.digest,
        figures=figures,
        ticked={topic: each.ticked for topic, each in submission.indicators.topics.items() if each.ticked},
        topics=origin.topics,
        materials=tuple(_materials(submission, place)),
        filled_on=submission.signing.filled_on,
        cutoff=submission.signing.cutoff,
        findings=found,
    )


class _Cells:
    """The cells of a form whose figures must not count, and those whose figures are forecasts."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self.bad: set[tuple[str | None, str | None]] = set()
        self.forecast: set[tuple[str | None, str | None]] = set()
        for each in found:
            at = (each.place.sheet, each.place.cell)
            unread = each.severity is Severity.ERROR and each.code.startswith("LOAD")
            if each.place.cell and (unread or each.code in _MISTYPED):
                self.bad.add(at)
            if each.code == _FORECAST_CODE:
                self.forecast.add(at)


def _given(value: IndicatorValue, place: Place, leads: bool | None, cells: _Cells) -> Given:  # noqa: FBT001 - three answers: yes, no, none
    at = (place.sheet, place.cell)
    noted = f"{value.remark or ''}{value.evidence or ''}"
    return Given(
        quantity=value.value,
        place=place,
        not_applicable=value.not_applicable or "",
        base=value.base or "",
        as_of=value.as_of,
        leads=leads,
        flaw=_BAD_CELL if at in cells.bad and value.given else "",
        forecast=at in cells.forecast or bool(noted and value.given and _FORECAST.search(noted)),
        noted=noted,
    )


def _materials(submission: Submission, place: Placer) -> Iterator[Material]:
    """The records of a form, sheet by sheet."""
    for kind in (*TEXTS, OTHER_DATA):
        records = submission.by_key(kind) or ()
        for number, record in enumerate(records):
            fields = dict(_fields(record))
            yield Material(submission.unit, kind, fields.get("任务", ""), fields, place((kind, number)))


def _fields(record: Input) -> Iterator[tuple[str, str]]:
    for name, info in type(record).model_fields.items():
        text = _text(getattr(record, name))
        if text:
            yield info.alias or name, text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "、".join(map(str, value))
    return _UNWRITABLE.sub("", value.typed if isinstance(value, Quantity) else str(value)).strip()
