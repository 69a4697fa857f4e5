"""No more of one kind than anybody reads: slips that a file makes on every line are told some times, then counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.models.check import CheckRule

_RULE = "PART062"


def limited(found: Iterable[Diagnostic], checks: Mapping[str, CheckRule]) -> Iterator[Diagnostic]:
    """The findings; of the infos of one code in one file the first so many by place, then how many more there are."""
    findings = list(dict.fromkeys(found))
    rule = checks.get(_RULE)
    if rule is None:
        yield from findings
        return
    most = rule.number("最多")
    seen: Counter[tuple[str, str]] = Counter()
    cut: dict[tuple[str, str], Diagnostic] = {}
    for each in sorted(findings, key=lambda finding: finding.place.sort_key):
        kind = (each.code, each.place.file)
        if each.severity is Severity.INFO:
            seen[kind] += 1
        if each.severity is Severity.INFO and seen[kind] > most:
            cut.setdefault(kind, each)
        else:
            yield each
    for kind, each in cut.items():
        words = {"数": str(seen[kind] - most), "规则": each.code}
        yield replace(each, message=rule.message(words), remedy=rule.remedy(words))
