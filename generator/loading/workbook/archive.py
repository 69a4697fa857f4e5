"""The zip archive of a workbook: nothing is believed that the archive says of itself, and nothing grows past its limit.

What was inflated and counted here is packed anew without compression, so that the reader behind sees these bytes and
no others, whatever tricks the archive's directory played.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.loading.workbook.refusals import damaged, too_large

MOST_ENTRIES = 2000
MOST_PART = 32 * 1024 * 1024
MOST_ALL = 48 * 1024 * 1024
_CHUNK = 1 << 18
_LOCAL_HEADER = 30
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG = 1
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass
class Archive:
    """The entries by name (without case and leading slash, as Office finds them), inflated when they are asked for."""

    raw: bytes
    entries: dict[str, zipfile.ZipInfo]
    _inflated: dict[str, bytes] = field(default_factory=dict)
    _sum: int = 0

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.entries

    def names(self, start: str) -> list[str]:
        return [name for name in self.entries if name.startswith(start)]

    def part(self, name: str) -> bytes:
        """The bytes of an entry; empty when there is none. Raises `RefusedError`."""
        key = _plain(name)
        if key not in self.entries:
            return b""
        if key not in self._inflated:
            self._inflated[key] = self._inflate(self.entries[key])
        return self._inflated[key]

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        data = self._packed(entry)
        if entry.compress_type == _STORED:
            self._count(len(data))
            return data
        out, size = [], 0
        inflater = zlib.decompressobj(-15)
        try:
            while data and not inflater.eof:
                piece = inflater.decompress(data, _CHUNK)
                data = inflater.unconsumed_tail
                size += len(piece)
                self._count(len(piece))
                if size > MOST_PART:
                    raise too_large(f"其中一部分展开后超过 {MOST_PART >> 20} MB")
                out.append(piece)
        except zlib.error:
            raise damaged() from None
        if not inflater.eof:
            raise damaged("（文件不完整，可能没有传完）")
        return b"".join(out)

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of an entry as they lie in the file."""
        if entry.flag_bits & _ENCRYPTED_FLAG or entry.compress_type not in (_STORED, _DEFLATED):
            raise damaged("（压缩方式不是 Office 的）")
        start = entry.header_offset
        header = self.raw[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise damaged()
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        begin = start + _LOCAL_HEADER + names
        return self.raw[begin : begin + entry.compress_size]

    def _count(self, size: int) -> None:
        self._sum += size
        if self._sum > MOST_ALL:
            raise too_large(f"展开后超过 {MOST_ALL >> 20} MB")


def open_archive(raw: bytes) -> Archive:
    """The archive's directory. Raises `RefusedError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise damaged("（可能没有传完）") from None
    if len(listed) > MOST_ENTRIES:
        raise too_large(f"里面有 {len(listed)} 个部件")
    if sum(entry.file_size for entry in listed if _is_text(entry.filename)) > MOST_ALL:
        raise too_large(f"展开后超过 {MOST_ALL >> 20} MB")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in listed:
        if _plain(entry.filename) in entries:
            raise damaged("（有两个部件同名）")
        entries[_plain(entry.filename)] = entry
    return Archive(raw, entries)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts, stored as they are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DATE), content)
    return target.getvalue()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
