"""An .xls before it is read: its records are walked through once, and giant ranges and broken chains are refused."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.workbook.refusals import SAVE_AS, RefusedError, damaged
from generator.loading.workbook.scan import Scan

_END = 0xFFFFFFFA
_ROOT_ENTRY = 128
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_MULTIPLE = 0x00BD
_MOST_SECTORS = 1 << 16
_FILE_PASSWORD = 0x002F


def check(raw: bytes) -> None:
    """Raises `RefusedError` for what must not be read."""
    stream = _workbook(raw)
    scan = Scan("")
    for kind, begin, size in _records(stream):
        if kind == _FILE_PASSWORD:
            raise RefusedError("LOAD141", "这个表格设了打开密码，读不了", "请填报单位去掉打开密码再报送")
        if kind in _CELLS and size >= 4:  # noqa: PLR2004 - row and column
            scan.reach((_word(stream, begin), _word(stream, begin + 2)))
        elif kind == _MULTIPLE and size >= 6:  # noqa: PLR2004 - row, first and last column
            scan.reach((_word(stream, begin), _word(stream, begin + size - 2)))


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and size of each record."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = _word(stream, at), _word(stream, at + 2)
        yield kind, at + 4, size
        at += 4 + size


def _workbook(raw: bytes) -> bytes:
    """The stream Workbook of a compound file."""
    shift = _word(raw, 30)
    if shift not in (9, 12):
        raise damaged()
    size = 1 << shift
    table = _table(raw, size)
    directory = _chain(raw, table, _long(raw, 48), size)
    for at in range(0, len(directory) - _ROOT_ENTRY + 1, _ROOT_ENTRY):
        name = directory[at : at + max(_word(directory, at + 64) - 2, 0)].decode("utf-16-le", "replace")
        if name in ("Workbook", "Book"):
            length = _long(directory, at + 120)
            if length < 4096:  # noqa: PLR2004 - shorter streams lie elsewhere, and no workbook is so short
                raise damaged()
            return _chain(raw, table, _long(directory, at + 116), size)[:length]
    raise RefusedError("LOAD140", "这是旧版的 Word、WPS 文件或者别的文件，不是 Excel 表格", SAVE_AS)


def _table(raw: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    sectors = [_long(raw, 76 + 4 * number) for number in range(109)]
    more, left = _long(raw, 68), _MOST_SECTORS
    while more < _END and left:
        begin, left = (more + 1) * size, left - 1
        sectors += [_long(raw, begin + 4 * number) for number in range(size // 4 - 1)]
        more = _long(raw, begin + size - 4)
    table: list[int] = []
    for sector in sectors:
        if sector < _END:
            begin = (sector + 1) * size
            table += [_long(raw, at) for at in range(begin, min(begin + size, len(raw) - 3), 4)]
    return table


def _chain(raw: bytes, table: list[int], sector: int, size: int) -> bytes:
    parts, seen = [], 0
    while sector < _END:
        if sector >= len(table) or seen > len(raw) // size:
            raise damaged("（文件不完整，可能没有传完）")
        parts.append(raw[(sector + 1) * size : (sector + 2) * size])
        sector, seen = table[sector], seen + 1
    return b"".join(parts)


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _long(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
