"""Where the data folders are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


class DataFolderMissingError(RuntimeError):
    """The installation is incomplete: a folder of knowledge or templates is in neither of its two places."""


@cache
def data_folder(name: str) -> Path:
    """The folder `templates` or `schemas`: `generator/_data/<name>` in a wheel, `<checkout>/<name>` otherwise."""
    package = Path(__file__).parent
    packaged = package / "_data" / name
    if packaged.is_dir():
        return packaged
    beside = package.parent / name
    if beside.is_dir() and (package.parent / "pyproject.toml").is_file():
        return beside
    raise DataFolderMissingError(f"找不到数据目录“{name}”：安装不完整，请重新安装 fazhi-report")
