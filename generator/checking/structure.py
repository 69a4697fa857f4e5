"""The shape of a composed report: what it must cover, and sections that are empty, lonely, repeated or too deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checking.findings import Finder, Found, Placer, path_of
from generator.checking.headings import check_heading
from generator.checking.items import check_items
from generator.document.blocks import Block, Document, Heading, Section, Table, plain, runs, walk
from generator.models.base import Path
from generator.models.check import CheckRule
from generator.models.report import Report
from generator.models.reporter import ReporterKind


def check_structure(
    document: Document, report: Report, kind: ReporterKind, checks: Mapping[str, CheckRule], place: Placer
) -> list[Found]:
    """Every finding about the shape of one version. The document must be numbered."""
    finder = Finder(checks, place)
    sections = [block for block in walk(document.blocks) if isinstance(block, Section)]
    covered = {item for section in sections if _says_something(section) for item in section.items}
    check_items(document, report, kind, covered, finder)
    _check_siblings(document.blocks, finder)
    for block in walk(document.blocks):
        if isinstance(block, Section):
            _check_section(block, finder)
    return finder.found


def _check_section(section: Section, finder: Finder) -> None:
    path = path_of(section.origin.path)
    words: dict[str, Any] = {"标题": _title(section.heading), "序号": section.number}
    if not _says_something(section):
        finder.add("PART007", path, **words)
    if finder.wants("PART010") and section.level > finder.checks["PART010"].number("层数"):
        finder.add("PART010", path, **words, 层次=section.level)
    if section.heading is not None:
        check_heading(section.heading, section.number, _heading_path(section), finder)
    children = [block for block in section.blocks if isinstance(block, Section) and block.heading is not None]
    if section.heading is not None and len(children) == 1:
        finder.add(
            "PART006", path_of(children[0].origin.path), 标题=_title(children[0].heading), 序号=children[0].number
        )
    _check_siblings(section.blocks, finder)


def _check_siblings(blocks: tuple[Block, ...], finder: Finder) -> None:
    sections = [block for block in blocks if isinstance(block, Section)]
    seen: set[str] = set()
    for section in sections:
        if section.heading is None:
            if any(sibling.heading is not None for sibling in sections):
                finder.add("PART005", path_of(section.origin.path))
            continue
        title = _title(section.heading)
        if title and title in seen:
            finder.add("PART011", _heading_path(section), 标题=title, 序号=section.number)
        seen.add(title)


def _says_something(section: Section) -> bool:
    """Whether there is anything to read under the heading, at any depth."""
    return any(_speaks(block) for block in walk(section.blocks))


def _speaks(block: Block) -> bool:
    if isinstance(block, Section):
        return False
    if isinstance(block, Table):
        return bool(block.rows)
    return any(_has_text(block)) or not hasattr(block, "inlines")


def _has_text(block: Block) -> Iterator[bool]:
    return (bool(plain(run).strip()) for run in runs(block))


def _heading_path(section: Section) -> Path:
    if section.heading is not None and section.heading.origin.path:
        return path_of(section.heading.origin.path)
    path = path_of(section.origin.path)
    return (*path, "标题") if path else path


def _title(heading: Heading | None) -> str:
    return plain(heading.inlines).strip() if heading is not None else ""
