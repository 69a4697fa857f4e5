"""Exemptions (豁免): findings that this office has looked at and lets stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checking.findings import Finder, Found, Placer
from generator.diagnostics import Diagnostic
from generator.models.base import Path
from generator.models.check import CheckRule
from generator.models.report import Exemption, Report
from generator.patterns import compile_later

NEVER_EXEMPT = ("LOAD", "TMPL")
_SEPARATORS = compile_later(r"[./>\s]+")


def apply_exemptions(
    report: Report, found: Iterable[Found], checks: Mapping[str, CheckRule], place: Placer, *, all_found: bool = True
) -> list[Diagnostic]:
    """What is left of the findings, and a finding for each exemption that did nothing.

    Unless `all_found`, an exemption may be for something that wasn't looked at, and none is called vain.
    """
    findings = list(found)
    used: set[int] = set()
    left = [each.diagnostic for each in findings if not _is_exempt(each, report.exemptions, used)]
    finder = Finder(checks, place)
    for number, exemption in enumerate(report.exemptions):
        never = exemption.code.startswith(NEVER_EXEMPT)
        if number not in used and (never or all_found):
            code = "DATA041" if never else "DATA040"
            where = exemption.place or "全文"
            finder.add(code, exemption.at or ("豁免", number), 规则=exemption.code, 位置=where)
    return left + [each.diagnostic for each in finder.found]


def is_exempted(report: Report, code: str, path: Path) -> bool:
    """Whether staff let a finding of this code at this path stand."""
    return any(each.code == code and _holds(each.place, path) for each in report.exemptions)


def _is_exempt(found: Found, exemptions: list[Exemption], used: set[int]) -> bool:
    code = found.diagnostic.code
    if code.startswith(NEVER_EXEMPT):
        return False
    matching = [
        number
        for number, exemption in enumerate(exemptions)
        if exemption.code == code and any(_holds(exemption.place, path) for path in (found.path, *found.also))
    ]
    used.update(matching)
    return bool(matching)


def _holds(place: str, path: Path) -> bool:
    """Whether a path lies at or under a place: 指标.行政复议 holds ("指标", "行政复议", "收到").

    The leading 指标 may be left out, as it is in references in the text.
    """
    wanted = [part for part in _SEPARATORS.split(place) if part]
    return any(_begins(parts, wanted) for parts in _spellings([str(part) for part in path]))


def _begins(parts: list[str], wanted: list[str]) -> bool:
    if parts[: len(wanted)] == wanted:
        return True
    return parts[:1] == ["指标"] and parts[1 : len(wanted) + 1] == wanted


def _spellings(parts: list[str]) -> Iterator[list[str]]:
    """A cell of a form goes by row and column, as it is typed, or by its name: 新收.自然人 or 新收_自然人."""
    yield parts
    if parts[:1] in (["指标"], ["上年"]):
        yield [*parts[:2], "_".join(parts[2:4]), *parts[4:]]
