"""What is found while a workbook is read, told by cell; no more than two hundred."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.workbook.cells import Cell, Sheet
from generator.loading.workbook.scan import address
from generator.loading.workbook.typed import Typed

_MOST = 200


@dataclass
class Findings:
    """Hands findings on to `diagnostics`."""

    file: str
    diagnostics: Diagnostics
    _count: int = 0

    def of_cell(self, severity: Severity, code: str, cell: Cell, message: str, remedy: str) -> None:
        self._add(severity, code, Place(self.file, sheet=cell.sheet, cell=cell.address), message, remedy)

    def of_sheet(self, severity: Severity, code: str, sheet: Sheet, message: str, remedy: str) -> None:
        self._add(severity, code, Place(self.file, sheet=sheet.name), message, remedy)

    def of_spot(self, severity: Severity, code: str, spot: tuple[Sheet, int, int], message: str, remedy: str) -> None:
        sheet, row, column = spot
        self._add(severity, code, Place(self.file, sheet=sheet.name, cell=address((row, column))), message, remedy)

    def of_file(self, severity: Severity, code: str, message: str, remedy: str) -> None:
        self._add(severity, code, Place(self.file), message, remedy)

    def remarks(self, cell: Cell, typed: Typed) -> None:
        for remark in typed.remarks:
            self.of_cell(remark.severity, remark.code, cell, remark.message, remark.remedy)

    def _add(self, severity: Severity, code: str, place: Place, message: str, remedy: str) -> None:
        self._count += 1
        if self._count > _MOST + 1:
            return
        if self._count > _MOST:
            code, message, remedy = (
                "LOAD033",
                f"问题太多，从这里起不再列出（已列{_MOST}处）",
                "先改好已列出的，再检查一次",
            )
        self.diagnostics.add(Diagnostic(code, severity, place, message, remedy))
