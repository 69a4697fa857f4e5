"""Copies with findings beside what was checked: a copy that people may have worked on is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.patterns import compile_later
from generator.writing.files import replace_all

_TAIL = "_疑点"
_OWN_TAIL = compile_later(rf"{_TAIL}\d*$")
_CLOCK = "docProps/core.xml"
"""The part that says when a file was saved."""


def put_copy(file: Path, content: bytes) -> tuple[Path, str]:
    """Write the copy `甲_疑点.xlsx` of `甲.xlsx`, or the next `甲_疑点2.xlsx`; where it is, and what to say of it.

    A copy that is there already and says the same is left as it is; any other may hold corrections, and a new name is
    taken. Raises `OSError`.
    """
    kept: list[str] = []
    for target in _names(file):
        if target == file:
            continue
        if not target.exists():
            replace_all({target: content})
            break
        if _says_the_same(target, content):
            break
        kept.append(target.name)
    note = f"已有的 {'、'.join(kept)} 可能改过，没有覆盖，这次写成 {target.name}" if kept else ""
    return target, note


def _names(file: Path) -> Iterator[Path]:
    stem = _OWN_TAIL.sub("", file.stem) + _TAIL
    yield file.with_name(f"{stem}{file.suffix}")
    for number in count(2):
        yield file.with_name(f"{stem}{number}{file.suffix}")


def _says_the_same(file: Path, content: bytes) -> bool:
    """Whether a file is the copy that would be written now, but for the time of saving."""
    try:
        return _parts(file.read_bytes()) == _parts(content)
    except (OSError, BadZipFile, ValueError):
        return False


def _parts(raw: bytes) -> dict[str, tuple[int, int]]:
    """The parts of an Office file by name: check sum and size, so that nothing need be inflated."""
    with ZipFile(BytesIO(raw)) as archive:
        return {each.filename: (each.CRC, each.file_size) for each in archive.infolist() if each.filename != _CLOCK}
