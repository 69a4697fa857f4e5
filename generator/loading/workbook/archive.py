"""The zip archive of a workbook. What was inflated and counted is packed anew without compression, so that the reader
behind sees these bytes and no others, whatever tricks the archive's directory played."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from generator.loading.workbook.refusals import RefusedError, damaged, too_large
from generator.packages import Package, PackageError, open_package

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


class Archive:
    """The entries by name (without case and leading slash, as Office finds them), inflated when they are asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.entries = package.entries

    def __contains__(self, name: str) -> bool:
        return name in self._package

    def names(self, start: str) -> list[str]:
        return [name for name in self.entries if name.startswith(start)]

    def part(self, name: str) -> bytes:
        """The bytes of an entry; empty when there is none. Raises `RefusedError`."""
        try:
            return self._package.part(name)
        except PackageError as error:
            raise _refused(error) from None


def open_archive(raw: bytes) -> Archive:
    """The archive's directory. Raises `RefusedError`."""
    try:
        return Archive(open_package(raw))
    except PackageError as error:
        raise _refused(error) from None


def _refused(error: PackageError) -> RefusedError:
    if error.fault == "大":
        return too_large(error.what)
    return damaged("（压缩方式不是 Office 的）" if error.fault == "加密" else error.what)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts, stored as they are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DATE), content)
    return target.getvalue()
