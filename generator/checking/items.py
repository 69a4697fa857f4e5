"""The mandatory items (必备事项): whether each is there, who is spoken of, and which year the plans are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checking.findings import Finder, path_of
from generator.document.blocks import Document, Heading, Section, plain, runs, walk
from generator.models.report import Report
from generator.models.reporter import PARTY, ReporterKind

_CODES = {"硬": "PART001", "应": "PART013", "软": "PART002"}
_HEADS, _PLANS = "第一责任人", "下年安排"
_YEAR = re.compile(r"(20\d{2})年")


def check_items(document: Document, report: Report, kind: ReporterKind, covered: set[str], finder: Finder) -> None:
    """`covered` are the items that a section of the version says something about."""
    for name, item in kind.事项.items():
        owed = item.全年 if report.period == "全年" else item.上半年
        code = _CODES.get(owed)
        if code is not None and name not in covered:
            finder.add(code, (), 事项=name, 期间=report.period)
    if report.period == "全年":
        sections = [block for block in walk(document.blocks) if isinstance(block, Section)]
        _check_heads(document, [each for each in sections if _HEADS in each.items], finder)
        for section in sections:
            if _PLANS in section.items and section.heading is not None:
                _check_year(section, section.heading, report.year, finder)


def _check_heads(document: Document, sections: list[Section], finder: Finder) -> None:
    """A joint report speaks of both heads. The organs stand in the version's own name."""
    text = "".join(_text(section) for section in sections)
    joint = document.meta.organ.startswith(PARTY) and " " in document.meta.organ.strip()
    if not joint or not text.strip():
        return
    for key, missing in (("党", "党委"), ("政", "政府")):
        pattern = finder.pattern("PART014", key)
        if pattern is not None and not pattern.search(text):
            path = path_of(sections[0].origin.path)
            finder.add("PART014", path, 版本=document.meta.delivery, 缺=missing)


def _check_year(section: Section, heading: Heading, year: int, finder: Finder) -> None:
    title = plain(heading.inlines).strip()
    years = set(_YEAR.findall(title))
    words: dict[str, Any] = {"标题": title, "年度": year, "下年": year + 1}
    path = path_of(heading.origin.path or section.origin.path)
    if years and str(year + 1) not in years:
        finder.add("PART016", path, **words, 年份="、".join(f"{each}年" for each in sorted(years)))
    elif not years and str(year + 1) not in _text(section):
        finder.add("PART015", path, **words)


def _text(section: Section) -> str:
    """Everything under the heading."""
    return "".join(_said(section))


def _said(section: Section) -> Iterator[str]:
    for block in walk(section.blocks):
        yield from (plain(run) for run in runs(block))
