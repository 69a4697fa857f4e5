"""One sheet's XML: how far it reaches, and what values alone don't tell: formulas, formats, errors, merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.loading.workbook.markup import Attributes, Budget, Handler, stream
from generator.loading.workbook.refusals import SEND_BACK, RefusedError, damaged

MOST_ROWS, MOST_COLUMNS, MOST_AREA = 20_000, 1000, 1_000_000
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
Position = tuple[int, int]
"""Row and column, both from 0."""


@dataclass
class Scan:
    """What a sheet's XML says of its cells, by position; `formats` is the index of the cell's style."""

    name: str
    formats: dict[Position, int] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    uncomputed: set[Position] = field(default_factory=set)
    errors: set[Position] = field(default_factory=set)
    merged: list[tuple[Position, Position]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0

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


@lru_cache(maxsize=20_000)
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
    stream(xml, Handler(reader.start, reader.end, reader.text), budget)
    return reader.scan


class _Reader:
    """`_at` is the cell that is open, `_next` where one without an address stands."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._at: Position = (-1, -1)
        self._row = -1
        self._style = 0
        self._kind = ""
        self._formula: list[str] | None = None
        self._has_formula = self._has_value = self._listening = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "is"):
            self._value()
        elif name == "f":
            self._formula, self._has_formula, self._listening = [], True, True
        elif name == "row":
            self._row = self._number(attributes["r"]) if "r" in attributes else self._row + 1
            self._at = (self._row, -1)
        elif name == "mergeCell":
            self.scan.merged.append(ranges(attributes.get("ref", "A1")))

    def text(self, characters: str) -> None:
        if not self._listening:
            self._has_value = True
        elif self._formula is not None:
            self._formula.append(characters)

    def end(self, name: str) -> None:
        if name == "f":
            self._listening = False
        elif name == "c":
            self._close()

    def _cell(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        self._at = position(given) if given else (max(self._row, 0), self._at[1] + 1)
        style = attributes.get("s", "0")
        self._style = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0  # noqa: PLR2004 - more styles than any workbook has
        self._kind = attributes.get("t", "")
        self._formula, self._has_formula, self._has_value = None, False, False

    def _value(self) -> None:
        """A value begins; a formula that wasn't computed may have an empty one."""
        self.scan.reach(self._at)
        if self._style:
            self.scan.formats[self._at] = self._style
        if self._kind == "e":
            self.scan.errors.add(self._at)

    def _close(self) -> None:
        if self._has_formula:
            self.scan.reach(self._at)
            self.scan.formulas[self._at] = "".join(self._formula or ())
            if not self._has_value and self._kind != "str":
                self.scan.uncomputed.add(self._at)

    @staticmethod
    def _number(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 8):  # noqa: PLR2004 - the last row is 1048576
            raise damaged("（行号不对）")
        return int(text) - 1
