"""Files are written whole or not at all: first all under temporary names, then each takes its own name."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_REASONS = {
    errno.EACCES: "没有写入权限，或者文件正开着",
    errno.EPERM: "没有写入权限，或者文件正开着",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EISDIR: "已有同名的文件夹",
    errno.ENOTDIR: "路径中间有一个是文件，不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENOENT: "没有这个文件夹或者磁盘",
    errno.ENAMETOOLONG: "文件名太长",
}


def reason_in_chinese(error: OSError) -> str:
    """Why a file could not be written, as far as the system says."""
    return _REASONS.get(error.errno or 0, "系统拒绝了这次操作")


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none of them: after an exception everything is as it was before.

    Folders are made as needed. Raises `OSError`.
    """
    undo = _Undo()
    try:
        parts = {}
        for number, (file, content) in enumerate(files.items()):
            _make_folder(file.parent, undo)
            _refuse_if_locked(file)
            part = file.with_name(f".{os.getpid()}-{number}.part")
            undo.parts.append(part)
            parts[part] = file
            _write(part, content, file)
        for part, file in parts.items():
            _put_aside(file, part.with_suffix(".old"), undo)
            undo.placed.append(file)
            part.replace(file)
    except BaseException:
        undo.everything()
        raise
    for old in undo.aside:
        with suppress(OSError):
            old.unlink()


def _write(part: Path, content: bytes, file: Path) -> None:
    try:
        part.write_bytes(content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from None


class _Undo:
    """What has been done so far. `aside` maps a file put aside to where it stood."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.parts: list[Path] = []
        self.placed: list[Path] = []
        self.aside: dict[Path, Path] = {}

    def everything(self) -> None:
        for file in (*self.placed, *self.parts):
            if file not in self.aside.values():
                with suppress(OSError):
                    file.unlink(missing_ok=True)
        for old, file in self.aside.items():
            with suppress(OSError):
                old.replace(file)
                old.unlink(missing_ok=True)  # renaming a file onto another of its own names does nothing
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def _put_aside(file: Path, old: Path, undo: _Undo) -> None:
    """Keep what is there as a second name of the same file, or under another name where links can't be made."""
    if not file.exists():
        return
    try:
        old.hardlink_to(file)
    except OSError:
        file.replace(old)
    undo.aside[old] = file


def _make_folder(folder: Path, undo: _Undo) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        if folder == folder.parent:
            raise FileNotFoundError(errno.ENOENT, "no such drive", str(folder))
        folder = folder.parent
    for child in reversed(missing):
        child.mkdir()
        undo.folders.append(child)


def _refuse_if_locked(file: Path) -> None:
    """Word keeps its open files locked; found out before anything is replaced. Devices and folders never are."""
    if file.exists():
        if not file.is_file():
            raise OSError(errno.EISDIR if file.is_dir() else errno.EPERM, "not a plain file", str(file))
        with file.open("r+b"):
            pass
