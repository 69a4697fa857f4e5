"""Which files are meant as workbooks, by their names. Light, because every command asks for it."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
"""Kinds of workbooks that are read."""
OTHER_SUFFIXES = (".et", ".ett", ".xlsb", ".xltx", ".xlt", ".csv", ".numbers")
"""Kinds that are told from other files, to say what to do with them."""


def is_workbook(path: Path) -> bool:
    """Whether a file is meant as a workbook."""
    return path.suffix.lower() in (*SUFFIXES, *OTHER_SUFFIXES)
