"""The reports in folders: what is taken for one, what is passed over, what each is called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import MOST_BYTES, SETTINGS
from generator.loading.workbook.kinds import is_workbook
from generator.presenting.earlier import is_of_findings
from generator.reading.names import REFUSED
from generator.records import dataclass

_YAML = (".yaml", ".yml")
_TEXT = ".txt"
_REPORTS = (".docx", ".docm", ".doc", _TEXT, *_YAML)
_OURS = ("schemas", "templates")
"""Folders of an office's overlay: knowledge, no reports."""
_COPY = "_疑点"
_FEW = 3
_SYSTEM = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Reports:
    """What each file is called: its path within the folder that was given. `others` are of kinds that may
    well hold a report and aren't read: .wps, .pdf, .zip, pictures, workbooks, what has no extension."""

    files: Mapping[Path, str]
    others: tuple[str, ...] = ()


def find_reports(inputs: Sequence[Path], ours: Iterable[Path | None], diagnostics: Diagnostics) -> Reports:
    """The reports in folders and below, in the order of their names; a file that was given is always one.

    `ours` are files that may lie there and were sent by nobody: the list of units, the table.
    """
    files: dict[Path, str] = {}
    others: list[str] = []
    taken = {Path(os.path.realpath(each)) for each in ours if each is not None}
    for given in inputs:
        if not given.is_dir():
            _add(given, given.name, files, taken)
            continue
        within = [each for each in _within(given) if Path(os.path.realpath(each)) not in taken]
        reports = [each for each in within if _is_report(each)]
        unread = [each.relative_to(given).as_posix() for each in within if _is_other(each)]
        others += unread
        for each in reports:
            _add(each, each.relative_to(given).as_posix(), files, taken)
        if not reports:
            remedy = "给出放着报告（.docx、.doc、.txt、.yaml）的文件夹，或者逐个给出文件"
            there = f"，只有读不了的{'、'.join(unread[:_FEW])}{'等' if len(unread) > _FEW else ''}" if unread else ""
            diagnostics.error("LOAD234", Place(str(given)), f"这个文件夹里没有报告{there}", remedy)
    return Reports(files, tuple(others))


def _add(file: Path, called: str, files: dict[Path, str], taken: set[Path]) -> None:
    real = Path(os.path.realpath(file))
    if real not in taken:
        taken.add(real)
        files[file] = called


def _within(folder: Path) -> Iterator[Path]:
    """Files in a folder and below; no locks of Office, hidden files, or folders of knowledge."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _OURS)
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _SYSTEM:
                yield Path(where) / name


def _is_report(file: Path) -> bool:
    suffix = file.suffix.lower()
    if suffix not in _REPORTS or file.name == SETTINGS or _is_copy(file):
        return False
    return _names_a_reporter(file) if suffix in _YAML else suffix != _TEXT or not is_of_findings(file)


def _names_a_reporter(file: Path) -> bool:
    """Whether a YAML file may be a report's input: lists of units and other knowledge have no 主体."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES)
    except OSError:
        return True
    return any("主体".encode(encoding) in raw for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))


def _is_copy(file: Path) -> bool:
    return file.stem.rstrip("0123456789").endswith(_COPY)


def _is_other(file: Path) -> bool:
    """Whether somebody may have sent it as the report, or the report in it."""
    may_be = file.suffix.lower() in REFUSED or not file.suffix or is_workbook(file)
    return may_be and not _is_copy(file)
