"""An .ods before it is read: repeated rows and cells are counted as what they would become.

Percentages are noted: their value is a fraction of one, and only the kind of the cell and its text say that it is shown
in per cent.
"""

from __future__ import annotations

import re

from generator.loading.workbook.archive import Archive
from generator.loading.workbook.formats import NumberFormat, exactly, plain
from generator.loading.workbook.markup import Attributes, Budget, Handler, stream
from generator.loading.workbook.refusals import RefusedError, too_large
from generator.loading.workbook.scan import Position, Scan

_MOST_REPEATED = 1 << 24
_MOST_NOTED = 100_000
"""Percentages in one sheet: more than any form has cells, few enough to be kept."""
_SHOWN = re.compile(r"-?[0-9,]+(?:[.]([0-9]*))?\s*[%％]")


def check_ods(archive: Archive, budget: Budget) -> dict[str, dict[Position, NumberFormat]]:
    """How percentages are shown, by sheet and cell.

    Raises `RefusedError` for what must not be read: a password, a document type, a giant range.
    """
    _refuse_password(archive, budget)
    counter = _Counter()
    stream(archive.part("content.xml"), counter.handler, budget)
    for name in ("settings.xml", "styles.xml", "meta.xml"):
        stream(archive.part(name), Handler(_ignore), budget)
    return counter.percentages


def _refuse_password(archive: Archive, budget: Budget) -> None:
    def start(name: str, _attributes: Attributes) -> None:
        if name == "encryption-data":
            raise RefusedError("LOAD141", "这个表格设了打开密码，读不了", "请填报单位去掉打开密码再报送")

    stream(archive.part("META-INF/manifest.xml"), Handler(start), budget)


def _ignore(_name: str, _attributes: Attributes) -> None:
    """Nothing of this part is used but that it is sound."""


class _Counter:
    """How far the content of each sheet reaches once repetitions are written out."""

    def __init__(self) -> None:
        self.handler = Handler(self._start, self._end, self._text)
        self.percentages: dict[str, dict[Position, NumberFormat]] = {}
        self._fractions: list[tuple[int, int, str, str]] = []
        self._shown: list[str] | None = None
        self._scan = Scan("")
        self._row = self._column = 0
        self._repeated_row = 1
        self._cell = (0, 0, "")
        self._far = -1

    def _start(self, name: str, attributes: Attributes) -> None:
        given = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table":
            self._scan, self._row = Scan(given.get("name", "")), 0
        elif name == "table-row":
            self._column, self._far = 0, -1
            self._repeated_row = _count(given.get("number-rows-repeated", "1"))
        elif name in ("table-cell", "covered-table-cell"):
            first = self._column
            self._column += _count(given.get("number-columns-repeated", "1"))
            if "value-type" in given or "formula" in given:
                self._far = self._column - 1
            if given.get("value-type") == "percentage":
                self._shown = []
                self._cell = (first, self._column, given.get("value", ""))
        elif name == "p":
            self._far = max(self._far, self._column - 1)

    def _text(self, text: str) -> None:
        if self._shown is not None:
            self._shown.append(text)

    def _end(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell") and self._shown is not None:
            self._fractions.append((*self._cell, "".join(self._shown)))
            self._shown = None
        elif name == "table-row":
            first, self._row = self._row, self._row + self._repeated_row
            if self._far >= 0:
                self._scan.reach((self._row - 1, self._far))
            self._note(first)
            self._fractions.clear()

    def _note(self, first: int) -> None:
        """The percentages of the rows that just ended; how far they reach has been held against the limits."""
        found = self.percentages.setdefault(self._scan.name, {}) if self._fractions else {}
        for left, right, value, shown in self._fractions:
            if len(found) + (self._row - first) * (right - left) > _MOST_NOTED:
                raise too_large("带百分号的格子太多")
            form = NumberFormat(places=_places(value, shown), percent=True)
            found |= {(row, column): form for row in range(first, self._row) for column in range(left, right)}


def _places(value: str, shown: str) -> int:
    """How many decimals the cell shows, or, where its text isn't there, has."""
    match = _SHOWN.fullmatch(shown.strip())
    if match is None:
        try:
            match = _SHOWN.fullmatch(f"{plain(exactly(float(value)) * 100)}%")
        except (ValueError, ArithmeticError):
            return 0
    return len(match[1] or "") if match is not None else 0


def _count(text: str) -> int:
    return min(int(text), _MOST_REPEATED) if text.isascii() and text.isdigit() and len(text) < 9 else _MOST_REPEATED  # noqa: PLR2004 - more than any sheet has
