"""Files are written whole or not at all: first all under temporary names, then each is moved to its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none of them. Raises `OSError`; what was there before is then still there.

    Folders are made as needed, and removed again when writing fails.
    """
    made: list[Path] = []
    temporary: dict[Path, Path] = {}
    try:
        for file, content in files.items():
            _make_folder(file.parent, made)
            _refuse_if_locked(file)
            part = file.with_name(f".{os.getpid()}-{len(temporary)}.part")
            temporary[part] = file
            part.write_bytes(content)
        for part, file in temporary.items():
            part.replace(file)
    except OSError:
        for part in temporary:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for child in reversed(missing):
        child.mkdir()
        made.append(child)


def _refuse_if_locked(file: Path) -> None:
    """Word keeps its open files locked; found out before anything is replaced."""
    if file.exists():
        with file.open("r+b"):
            pass
