"""The rules on wording held against what was composed, told where the words were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.checking.findings import Found, path_of
from generator.checking.manuscript import ReportSubject, wording_of
from generator.checking.placeholders import Typescript
from generator.diagnostics import Diagnostic, Place
from generator.document.blocks import Document
from generator.document.flattening import manuscript_of
from generator.models.base import Path
from generator.models.knowledge import Knowledge
from generator.models.report import Report

_OF_THE_INPUT = (
    "DATA005",
    "DATA006",
    "DATA008",
    "DATA009",
    "DATA530",
    "DATA534",
    "DATA535",
    "DATA536",
    "DATA538",
    "DATA544",
    "DATA546",
    "DATA549",
    "PART043",
)
"""Told of the figures and fields themselves, unless somebody typed them into the text."""


def wording_found(
    documents: Iterable[Document], report: Report, knowledge: Knowledge, typed: Typescript
) -> tuple[Found, ...]:
    """A finding for each fault of wording in the versions; once for what several versions print."""
    found: dict[tuple[str, str, str], Found] = {}
    for document in documents:
        delivery = next(each for each in report.versions if each.name == document.meta.delivery)
        subject = ReportSubject(
            report.year,
            report.subject.kind,
            report.subject.level,
            delivery.kind,
            report.period,
            delivery.published_on,
        )
        manuscript = manuscript_of(document, place=Place)
        day = delivery.dated[1] if delivery.dated is not None else None
        for each in wording_of(replace(manuscript, dated=day), knowledge, subject):
            told = _typed_at(each, document, typed)
            if told is not None:
                found.setdefault((each.code, each.place.file, each.message), told)
    return tuple(found.values())


def _typed_at(diagnostic: Diagnostic, document: Document, typed: Typescript) -> Found | None:
    """The finding at the words as they were typed; at the part of the input where a sentence was made for figures."""
    joined = diagnostic.place.file if diagnostic.place.file != document.meta.delivery else ""
    around = next((path for path in _around(path_of(joined)) if typed.has(path)), ())
    words = diagnostic.place.text or ""
    path = next((path for path, text in _texts(around, typed.value(around)) if words in text), None) if around else None
    if path is None:
        if diagnostic.code in _OF_THE_INPUT:
            return None
        return Found(around, replace(diagnostic, place=typed.place(around, 0)))
    return Found(path, replace(diagnostic, place=typed.place(path, typed.value(path).find(words))))


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Every text at or under a path of the input."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts((*path, key), each)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts((*path, place), each)


def _around(path: Path) -> Iterator[Path]:
    """The path and those that hold it."""
    return (path[:length] for length in range(len(path), -1, -1))
