"""The shape of a composed report: what it must cover, and sections that are empty, lonely, repeated or too deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checking.coverage import check_coverage
from generator.checking.findings import Finder, path_of
from generator.checking.headings import check_heading
from generator.checking.heads import check_strangers
from generator.checking.items import check_items
from generator.checking.speaking import says_something
from generator.checking.versions import Remark, tell
from generator.checking.written import Written
from generator.document.blocks import Block, Document, Heading, Section, plain, walk
from generator.models.base import Path
from generator.models.body import Block as TypedBlock
from generator.models.check import CheckRule
from generator.models.knowledge import Knowledge
from generator.models.report import Report


def check_structure(
    documents: tuple[Document, ...],
    report: Report,
    body: tuple[TypedBlock, ...],
    knowledge: Knowledge,
    finder: Finder,
    *,
    all_versions: bool = True,
) -> None:
    """Every finding about the shape of the versions, which must be numbered. `body` is what they were made of."""
    written = Written.of(body)
    outline = knowledge.outline_of(report)
    given = frozenset(task.标题 for task in outline.任务) if outline is not None else frozenset()
    remarks = []
    for document in documents:
        kind = knowledge.reporters.get(report.subject.kind)
        owed = check_coverage(document, report, kind, written) if kind is not None else ()
        form = knowledge.deliveries.get(document.meta.kind)
        items = check_items(document, report, finder, public=form is not None and form.略去不公开)
        strangers = check_strangers(document, report, knowledge)
        remarks.append(
            (document.meta.delivery, [*owed, *items, *strangers, *_shape(document, finder.checks, written, given)])
        )
    tell(remarks, finder, all_versions=all_versions)


def _shape(
    document: Document, checks: Mapping[str, CheckRule], written: Written, given: frozenset[str]
) -> Iterator[Remark]:
    yield from _siblings(document.blocks)
    for block in walk(document.blocks):
        if isinstance(block, Section):
            yield from _section(block, checks, written, given)


def _section(
    section: Section, checks: Mapping[str, CheckRule], written: Written, given: frozenset[str]
) -> Iterator[Remark]:
    """`given` are the headings of the outline's tasks: who takes them over as they are need not shorten them."""
    path = path_of(section.origin.path)
    words: dict[str, Any] = {"标题": _title(section.heading), "序号": section.number}
    if not says_something(section):
        yield Remark("PART042" if path in written.filled else "PART007", path, words)
    if "PART010" in checks and section.level > checks["PART010"].number("层数"):
        yield Remark("PART010", path, {**words, "层次": section.level})
    if section.heading is not None:
        typed = len(path) != 1 and _title(section.heading) not in given
        yield from check_heading(section.heading, section.number, _heading_path(section), checks, typed=typed)
    children = [block for block in section.blocks if isinstance(block, Section) and block.heading is not None]
    if section.heading is not None and len(children) == 1:
        only = children[0]
        yield Remark("PART006", path_of(only.origin.path), {"标题": _title(only.heading), "序号": only.number})
    yield from _siblings(section.blocks)


def _siblings(blocks: tuple[Block, ...]) -> Iterator[Remark]:
    sections = [block for block in blocks if isinstance(block, Section)]
    seen: set[str] = set()
    for section in sections:
        if section.heading is None:
            if any(sibling.heading is not None for sibling in sections):
                yield Remark("PART005", path_of(section.origin.path), {})
            continue
        title = _title(section.heading)
        if title and title in seen:
            yield Remark("PART011", _heading_path(section), {"标题": title, "序号": section.number})
        seen.add(title)


def _heading_path(section: Section) -> Path:
    if section.heading is not None and section.heading.origin.path:
        return path_of(section.heading.origin.path)
    path = path_of(section.origin.path)
    return (*path, "标题") if path else path


def _title(heading: Heading | None) -> str:
    return plain(heading.inlines).strip() if heading is not None else ""
