"""One sheet's XML: how far it reaches, and what values alone don't tell: formulas, formats, errors, merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.loading.workbook.markup import MOST_DEPTH, Attributes, Budget, parse, too_many
from generator.loading.workbook.refusals import SEND_BACK, RefusedError, damaged

MOST_ROWS, MOST_COLUMNS, MOST_AREA = 20_000, 1000, 1_000_000
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
Position = tuple[int, int]
"""Row and column, both from 0."""


@dataclass
class Scan:
    """What a sheet's XML says of its cells, by position; `formats` is the index of the cell's style.

    `bare` is the XML of a plain sheet without its blank cells and what stands around the cells.
    """

    name: str
    formats: dict[Position, int] = field(default_factory=dict)
    formulas: set[Position] = field(default_factory=set)
    uncomputed: set[Position] = field(default_factory=set)
    errors: set[Position] = field(default_factory=set)
    merged: list[tuple[Position, Position]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    bare: bytes = field(default=b"", compare=False)

    def reach(self, at: Position) -> None:
        """Count a cell that has content. Raises `RefusedError` when it lies absurdly far out."""
        row, column = at
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > MOST_ROWS or self.columns > MOST_COLUMNS or self.rows * self.columns > MOST_AREA:
            message = "这一格离表太远了，表的范围大得不正常，整个文件没有读"
            remedy = f"删去这一格（连同空行空列）再存；若不是自己填的，{SEND_BACK}"
            raise RefusedError("LOAD145", message, remedy, self.name, address(at))


def address(at: Position) -> str:
    """The cell as people call it: B7."""
    row, column = at
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


@lru_cache(maxsize=1 << 15)
def position(text: str) -> Position:
    """The inverse of `address`. Raises `RefusedError` for what is no address."""
    match = _ADDRESS.fullmatch(text.replace("$", ""))
    if match is None:
        raise damaged(f"（格的地址“{text[:12]}”不对）")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def ranges(text: str) -> tuple[Position, Position]:
    """The corners of `A1:B2`."""
    first, _, last = text.partition(":")
    return position(first), position(last or first)


def scan_sheet(name: str, xml: bytes, budget: Budget) -> Scan:
    """Run through a sheet. Raises `RefusedError`."""
    reader = _Reader(Scan(name))
    if xml:
        _run(xml, reader, budget)
    return reader.scan


def _run(xml: bytes, reader: _Reader, budget: Budget) -> None:
    """As `stream` does, but that a sheet's many blank cells cost one call each."""
    depth, left = 0, budget.left
    begin, finish = reader.start, reader.end

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, left
        depth += 1
        left -= 1
        if left < 0 or depth > MOST_DEPTH:
            raise too_many()
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            reader.cell, reader.has_formula, reader.has_value = attributes, False, False
            given = attributes.get("r")
            reader.at = position(given) if given else (max(reader.row, 0), reader.at[1] + 1)
        elif name in _TOLD:
            begin(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if reader.has_formula:
            finish(name.rpartition(":")[2] if ":" in name else name)

    try:
        parse(xml, start, end, reader.text)
    finally:
        budget.left = left


_TOLD = frozenset(("v", "is", "f", "row", "mergeCell"))
"""The elements beside cells that say something."""


class _Reader:
    """`at` is the cell that is open and `cell` its attributes; a formula is told of when it ends."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.at: Position = (-1, -1)
        self.row = -1
        self.cell: Attributes = {}
        self.has_formula = self.has_value = False
        self._in_formula = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "f":
            self.has_formula = self._in_formula = True
        elif name == "row":
            self.row = self._number(attributes["r"]) if "r" in attributes else self.row + 1
            self.at = (self.row, -1)
        elif name == "mergeCell":
            self.scan.merged.append(ranges(attributes.get("ref", "A1")))
        else:
            self._value()

    def text(self, _characters: str) -> None:
        if not self._in_formula:
            self.has_value = True

    def end(self, name: str) -> None:
        if name == "f":
            self._in_formula = False
        elif name == "c":
            self._close()

    def _value(self) -> None:
        """A value begins; a formula that wasn't computed may have an empty one."""
        self.scan.reach(self.at)
        style = self.cell.get("s", "0")
        number = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0  # noqa: PLR2004 - more styles than any workbook has
        if number:
            self.scan.formats[self.at] = number
        if self.cell.get("t") == "e":
            self.scan.errors.add(self.at)

    def _close(self) -> None:
        self.scan.reach(self.at)
        self.scan.formulas.add(self.at)
        if not self.has_value and self.cell.get("t") != "str":
            self.scan.uncomputed.add(self.at)

    @staticmethod
    def _number(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 8):  # noqa: PLR2004 - the last row is 1048576
            raise damaged("（行号不对）")
        return int(text) - 1
