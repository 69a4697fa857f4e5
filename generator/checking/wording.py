"""What the typography pass mended, as findings: the same table serves the mends and the TEXT rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checking.findings import Found, path_of
from generator.diagnostics import Diagnostic, Place, Severity, Strength
from generator.document.typography import Mended
from generator.models.base import Path
from generator.models.knowledge import Knowledge


def mends_found(
    mended: Iterable[Mended], knowledge: Knowledge, place: Callable[[Path, int], Place]
) -> tuple[Found, ...]:
    """One info for each mend, at the character of the input where it was made."""
    rules = {rule.码: rule for rule in knowledge.mends}
    found: dict[tuple[str, int, str], Found] = {}
    for mend in mended:
        rule, path = rules[mend.code], path_of(mend.path)
        done = f"“{mend.before}”宜作“{mend.after}”" if mend.noted_only else f"已把“{mend.before}”排成“{mend.after}”"
        diagnostic = Diagnostic(
            mend.code,
            Severity.INFO,
            place(path, mend.offset),
            f"{rule.名称}：{done}",
            f"{rule.说明}。" + ("请自行斟酌" if mend.noted_only else "输入文件没有改动，可照此改正"),
            rule.来源,
            Strength(rule.强度),
        )
        found.setdefault((mend.path, mend.offset, mend.code), Found(path, diagnostic))
    return tuple(found.values())
