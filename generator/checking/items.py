"""The mandatory items (必备事项): whether each is there, who is spoken of, and which year the plans are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checking.findings import Finder, path_of
from generator.checking.versions import Remark
from generator.document.blocks import Document, Heading, Section, plain, runs, walk
from generator.models.report import Report
from generator.models.reporter import PARTY
from generator.patterns import compile_later

_HEADS, _PLANS = "第一责任人", "下年安排"
_YEAR = compile_later(r"(20\d{2})年")


def check_items(document: Document, report: Report, finder: Finder, *, public: bool = False) -> Iterator[Remark]:
    """Remarks on what the items of a version say; whether they are there is looked at elsewhere."""
    if report.period != "全年":
        return
    sections = [block for block in walk(document.blocks) if isinstance(block, Section)]
    spoken_of = [each for each in sections if _HEADS in each.items]
    withheld = [account.who for account in report.heads if public and account.internal]
    spoken = [account.who for account in report.heads if account.texts]
    yield from _heads(document, spoken_of, finder, withheld, spoken)
    for section in sections:
        if _PLANS in section.items and section.heading is not None:
            yield from _year(section, section.heading, report.year)


def _heads(
    document: Document, sections: list[Section], finder: Finder, withheld: list[str], spoken: list[str]
) -> Iterator[Remark]:
    """A joint report speaks of both heads, but for those `withheld` from the public by decision.

    Of those in `spoken` staff did write, so that a text can only fail to say whom it is about.

    The organs stand in the version's own name.
    """
    text = "".join(_text(section) for section in sections)
    joint = document.meta.organ.startswith(PARTY) and " " in document.meta.organ.strip()
    if not joint or not text.strip():
        return
    missing = []
    for key, organ in (("党", "党委"), ("政", "政府")):
        pattern = finder.pattern("PART014", key)
        decided = any(name.startswith(organ) for name in withheld)
        if pattern is not None and not decided and not pattern.search(text):
            missing.append(organ)
    if missing:
        there = all(any(name.startswith(organ) for name in spoken) for organ in missing)
        unnamed = "，文字没有点明是谁" if there else ""
        yield Remark("PART014", path_of(sections[0].origin.path), {"缺": "、".join(missing), "另": unnamed})


def _year(section: Section, heading: Heading, year: int) -> Iterator[Remark]:
    title = plain(heading.inlines).strip()
    years = set(_YEAR.findall(title))
    words: dict[str, Any] = {"标题": title, "年度": year, "下年": year + 1}
    path = path_of(heading.origin.path or section.origin.path)
    if years and str(year + 1) not in years:
        yield Remark("PART016", path, {**words, "年份": "、".join(f"{each}年" for each in sorted(years))})
    elif not years and str(year + 1) not in _text(section):
        yield Remark("PART015", path, words)


def _text(section: Section) -> str:
    """Everything under the heading."""
    return "".join(_said(section))


def _said(section: Section) -> Iterator[str]:
    for block in walk(section.blocks):
        yield from (plain(run) for run in runs(block))
