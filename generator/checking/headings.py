"""Headings by themselves: no mark at the end, no number typed in front, one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.checking.versions import Remark
from generator.document.blocks import Heading, plain
from generator.models.base import Path
from generator.models.check import CheckRule


def check_heading(
    heading: Heading, number: str, path: Path, checks: Mapping[str, CheckRule], *, typed: bool
) -> Iterator[Remark]:
    """The remarks on one heading. A run-in heading may end with 。, because text follows on its line.

    Headings that the outline gives (not `typed`) are as long as they are.
    """
    text = plain(heading.inlines).strip()
    if not text:
        yield Remark("PART003", path, {"序号": number})
        return
    ending = text.removesuffix("。") if heading.run_in else text
    if "PART008" in checks and ending.endswith(tuple(checks["PART008"].参数["标点"])):
        yield Remark("PART008", path, {"标题": text, "标点": ending[-1]})
    if "PART012" in checks and re.match(checks["PART012"].参数["式"], text):
        yield Remark("PART012", path, {"标题": text})
    if "PART009" in checks and typed and not heading.run_in:
        yield from _too_long(text, number, path, checks["PART009"])


def _too_long(text: str, number: str, path: Path, rule: CheckRule) -> Iterator[Remark]:
    """One line holds 28 characters less the indent; half-width characters count half."""
    room = rule.number("每行字数") - rule.number("缩进字数")
    width = _width(number + text)
    if width > room:
        yield Remark("PART009", path, {"标题": text, "字数": f"{width:g}", "可容": room})


def _width(text: str) -> float:
    """The width in Han characters. Quotes and dashes are set full width in Chinese text."""
    return sum(0.5 if unicodedata.east_asian_width(sign) in ("Na", "H", "N") else 1 for sign in text)
