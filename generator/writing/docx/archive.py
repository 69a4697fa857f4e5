"""A zip file made of parts that are already compressed, always the same bytes for the same parts.

`zipfile` cannot take over compressed data, and compressing the constant parts is most of the work of a small report.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from generator.records import dataclass

_STORED, _DEFLATED = 0, 8
_VERSION = 20
_MIDNIGHT, _FIRST_DAY = 0, (1 << 5) | 1  # 1980-01-01, the first day that a zip file knows
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as it lies in the archive."""

    name: bytes
    method: int
    checksum: int
    size: int
    packed: bytes


def packed(name: str, data: bytes) -> Entry:
    """A part compressed."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(
        name.encode("ascii"), _DEFLATED, zlib.crc32(data), len(data), compressor.compress(data) + compressor.flush()
    )


def stored(name: str, data: bytes) -> Entry:
    """A part as it is: pictures are compressed already."""
    return Entry(name.encode("ascii"), _STORED, zlib.crc32(data), len(data), data)


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip file that holds the entries in their order."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = count = 0
    for entry in entries:
        head = _LOCAL.pack(b"PK\3\4", _VERSION, *_facts(entry), len(entry.name), 0)
        central.append(
            _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *_facts(entry), len(entry.name), 0, 0, 0, 0, 0, offset)
            + entry.name
        )
        local += (head, entry.name, entry.packed)
        offset += len(head) + len(entry.name) + len(entry.packed)
        count += 1
    directory = b"".join(central)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*local, directory, end))


def _facts(entry: Entry) -> tuple[int, ...]:
    return (0, entry.method, _MIDNIGHT, _FIRST_DAY, entry.checksum, len(entry.packed), entry.size)
