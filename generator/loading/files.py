"""Reading a file that staff handed in: only a plain file, only so large, and never an exception."""

from __future__ import annotations

import errno
import stat
from difflib import get_close_matches
from pathlib import Path

from generator.diagnostics import Diagnostics, Place

MOST_BYTES = 2 * 1024 * 1024
SETTINGS = "fazhi.yaml"
"""The file beside an input that names its overlays."""


def read_bytes(path: Path, diagnostics: Diagnostics, most: int = MOST_BYTES) -> bytes | None:
    """The bytes of a file; None, and a finding, when there is no such file or it can't be taken."""
    try:
        status = path.stat()
        if not _acceptable(path, status.st_mode, status.st_size, most, diagnostics):
            return None
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except (OSError, ValueError) as error:
        _tell_failure(path, error, diagnostics)
        return None
    return raw if _acceptable(path, status.st_mode, len(raw), most, diagnostics) else None


def _acceptable(path: Path, mode: int, size: int, most: int, diagnostics: Diagnostics) -> bool:
    place = Place(str(path))
    if stat.S_ISDIR(mode):
        diagnostics.error("LOAD002", place, "这是一个文件夹，不是输入文件", _files_within(path))
    elif not stat.S_ISREG(mode):
        diagnostics.error("LOAD002", place, "这不是普通文件，不能读", "请给出一个 .yaml 文件")
    elif size > most:
        diagnostics.error(
            "LOAD004",
            place,
            f"文件有 {size / 1024 / 1024:.0f} MB，超过上限 {most // 1024 // 1024} MB，没有读",
            "输入只放文字和数据；图片另存为文件，用“图”引用",
        )
    else:
        return True
    return False


def _tell_failure(path: Path, error: OSError | ValueError, diagnostics: Diagnostics) -> None:
    place = Place(str(path).replace("\0", "?"))
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        diagnostics.error("LOAD001", place, "没有这个文件", _similar(path))
    elif number in (errno.EACCES, errno.EPERM):
        diagnostics.error("LOAD003", place, "没有权限读这个文件", "请有权限的人打开，或改文件的读取权限")
    else:
        diagnostics.error("LOAD003", place, "这个文件读不出来", "检查文件名、磁盘或网络位置，再试")


def _yaml_names(folder: Path) -> list[str]:
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.suffix in (".yaml", ".yml"))
    except OSError:
        return []
    return [name for name in names if name != SETTINGS]


def leads_outside(path: Path, folder: Path) -> bool:
    """Whether a path leads out of a folder by links, or by links that go round in circles nowhere."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def _files_within(folder: Path) -> str:
    names = _yaml_names(folder)
    return f"请给出文件夹里的文件，如 {names[0]}" if names else "请给出一个 .yaml 文件"


def _similar(path: Path) -> str:
    near = get_close_matches(path.name, _yaml_names(path.parent), n=1)
    return f"同一文件夹里有 {near[0]}，是不是它？" if near else "检查文件夹和文件名"
