"""Inputs with ▲ in front of each character where a finding must open."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Diagnostics

MARK = "▲"
_HAN = re.compile(r"[\u4e00-\u9fff]")


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column (from 1) of the character behind each of them."""
    places: list[tuple[int, int]] = []
    plain = ""
    for piece in text.split(MARK):
        plain += piece
        places.append((plain.count("\n") + 1, len(plain) - plain.rfind("\n")))
    return plain, places[:-1]


def spots(diagnostics: Diagnostics) -> list[tuple[str, int | None, int | None]]:
    """Code, line and column of every finding."""
    return [(found.code, found.place.line, found.place.column) for found in diagnostics]


def is_for_clerks(found: Diagnostic) -> bool:
    """Whether message and remedy are there, are Chinese, can be shown anywhere in China, and show nothing of Python."""
    words = found.message + found.remedy
    words.encode("gbk")
    return all(_HAN.search(part) for part in (found.message, found.remedy)) and "Traceback" not in words
