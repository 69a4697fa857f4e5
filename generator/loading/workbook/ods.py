"""An .ods before it is read: repeated rows and cells are counted as what they would become."""

from __future__ import annotations

from generator.loading.workbook.archive import Archive
from generator.loading.workbook.markup import Attributes, Budget, Handler, stream
from generator.loading.workbook.refusals import RefusedError
from generator.loading.workbook.scan import Scan

_MOST_REPEATED = 1 << 24


def check_ods(archive: Archive, budget: Budget) -> None:
    """Raises `RefusedError` for what must not be read: a password, a document type, a giant range."""
    _refuse_password(archive, budget)
    stream(archive.part("content.xml"), _Counter().handler, budget)
    for name in ("settings.xml", "styles.xml", "meta.xml"):
        stream(archive.part(name), Handler(_ignore), budget)


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
        self.handler = Handler(self._start, self._end)
        self._scan = Scan("")
        self._row = self._column = 0
        self._repeated_row = 1
        self._far = -1

    def _start(self, name: str, attributes: Attributes) -> None:
        given = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table":
            self._scan, self._row = Scan(given.get("name", "")), 0
        elif name == "table-row":
            self._column, self._far = 0, -1
            self._repeated_row = _count(given.get("number-rows-repeated", "1"))
        elif name in ("table-cell", "covered-table-cell"):
            self._column += _count(given.get("number-columns-repeated", "1"))
            if "value-type" in given or "formula" in given:
                self._far = self._column - 1
        elif name == "p":
            self._far = max(self._far, self._column - 1)

    def _end(self, name: str) -> None:
        if name == "table-row":
            self._row += self._repeated_row
            if self._far >= 0:
                self._scan.reach((self._row - 1, self._far))


def _count(text: str) -> int:
    return min(int(text), _MOST_REPEATED) if text.isascii() and text.isdigit() and len(text) < 9 else _MOST_REPEATED  # noqa: PLR2004 - more than any sheet has
