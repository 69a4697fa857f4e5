"""Headings by themselves: no mark at the end, no number typed in front, one line."""

from __future__ import annotations

import re
import unicodedata

from generator.checking.findings import Finder
from generator.document.blocks import Heading, plain
from generator.models.base import Path


def check_heading(heading: Heading, number: str, path: Path, finder: Finder) -> None:
    """The findings about one heading. A run-in heading may end with 。, because text follows on its line."""
    text = plain(heading.inlines).strip()
    if not text:
        finder.add("PART003", path, 序号=number)
        return
    ending = text.removesuffix("。") if heading.run_in else text
    if finder.wants("PART008") and ending.endswith(tuple(finder.checks["PART008"].参数["标点"])):
        finder.add("PART008", path, 标题=text, 标点=ending[-1])
    if finder.wants("PART012") and re.match(finder.checks["PART012"].参数["式"], text):
        finder.add("PART012", path, 标题=text)
    if not heading.run_in:
        _check_length(text, number, path, finder)


def _check_length(text: str, number: str, path: Path, finder: Finder) -> None:
    """One line holds 28 characters less the indent; half-width characters count half."""
    if not finder.wants("PART009"):
        return
    rule = finder.checks["PART009"]
    room = rule.number("每行字数") - rule.number("缩进字数")
    width = _width(number + text)
    if width > room:
        finder.add("PART009", path, 标题=text, 字数=f"{width:g}", 可容=room)


def _width(text: str) -> float:
    """The width in Han characters. Quotes and dashes are set full width in Chinese text."""
    return sum(0.5 if unicodedata.east_asian_width(sign) in ("Na", "H", "N") else 1 for sign in text)
