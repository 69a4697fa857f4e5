"""The reports in folders: what is taken for one, what is passed over, what each is called."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import MOST_BYTES, SETTINGS
from generator.reading.names import REFUSED
from generator.records import dataclass

_YAML = (".yaml", ".yml")
_REPORTS = (".docx", ".docm", ".doc", ".txt", *_YAML)
_OURS = ("schemas", "templates")
"""Folders of an office's overlay: knowledge, no reports."""
_COPY = "_疑点"
_SYSTEM = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Reports:
    """What each file is called: its path within the folder that was given. `others` are of kinds that may
    well hold a report and can't be read: .wps, .pdf."""

    files: Mapping[Path, str]
    others: tuple[str, ...] = ()


def find_reports(inputs: Sequence[Path], units: Path | None, diagnostics: Diagnostics) -> Reports:
    """The reports in folders and below, in the order of their names; a file that was given is always one."""
    files: dict[Path, str] = {}
    others: list[str] = []
    taken = {Path(os.path.realpath(units))} if units is not None else set()
    for given in inputs:
        if not given.is_dir():
            _add(given, given.name, files, taken)
            continue
        within = [each for each in _within(given) if Path(os.path.realpath(each)) not in taken]
        reports = [each for each in within if _is_report(each)]
        others += [each.relative_to(given).as_posix() for each in within if _is_other(each)]
        for each in reports:
            _add(each, each.relative_to(given).as_posix(), files, taken)
        if not reports:
            remedy = "给出放着报告（.docx、.doc、.txt、.yaml）的文件夹，或者逐个给出文件"
            diagnostics.error("LOAD234", Place(str(given)), "这个文件夹里没有报告", remedy)
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
    copy = file.stem.rstrip("0123456789").endswith(_COPY)
    if suffix not in _REPORTS or file.name == SETTINGS or copy:
        return False
    return suffix not in _YAML or _names_a_reporter(file)


def _names_a_reporter(file: Path) -> bool:
    """Whether a YAML file may be a report's input: lists of units and other knowledge have no 主体."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES)
    except OSError:
        return True
    return any("主体".encode(encoding) in raw for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))


def _is_other(file: Path) -> bool:
    return file.suffix.lower() in REFUSED
