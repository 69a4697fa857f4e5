"""`fazhi check --annotate`: a copy of a workbook with the findings in its cells; the original stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.document.secrecy_marks import CODE as CLASSIFIED
from generator.loading.files import read_bytes
from generator.workflows.copies import put_copy
from generator.writing.files import reason_in_chinese

_SUFFIXES = (".xlsx", ".xlsm")
_UNOPENED = {CLASSIFIED, *(f"LOAD{number:03}" for number in (1, 2, 3, 4, *range(140, 147)))}
"""Findings of files that aren't opened at all or are not to be copied: no workbooks, not safe, classified (涉密)."""


@dataclass(frozen=True)
class Annotated:
    """The copies written, what is to be said of them, and everything found."""

    written: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


def annotate(file: Path, found: Diagnostics) -> Annotated:
    """Write the copy beside the workbook. What hinders it is added to `found`."""
    codes = {each.code for each in found if each.severity is Severity.ERROR}
    if codes & _UNOPENED:
        return Annotated()
    if file.suffix.lower() not in _SUFFIXES:
        message = "疑点只能标在 .xlsx 表格里，这个文件没有标"
        found.warning(
            "LOAD175", Place(str(file)), message, "表格先用 WPS 或 Excel 另存为 .xlsx；YAML 的疑点看列出的行号"
        )
        return Annotated()
    about = [each for each in found if each.place.file == str(file)]
    return _written(file, about, found) if about else Annotated()


def _written(file: Path, about: list[Diagnostic], found: Diagnostics) -> Annotated:
    from generator.loading.workbook.opening import MOST_BYTES
    from generator.presenting.annotated import annotated, lost_in_copy

    raw = read_bytes(file, found, MOST_BYTES)
    if raw is None:
        return Annotated()
    macros = file.suffix.lower() == ".xlsm"
    try:
        target, told = put_copy(file, annotated(raw, about, macros=macros))
    except OSError as error:
        message = f"标出疑点的副本写不进去（{reason_in_chinese(error)}）"
        found.error(
            "LOAD175", Place(str(error.filename or file)), message, "副本若正在 WPS 或 Excel 里打开，先关闭，再试"
        )
        return Annotated()
    lost = lost_in_copy(raw)
    notes = [told] if told else []
    notes += [f"{target.name} 里没有原件的{'、'.join(lost)}；原件没有改动"] if lost else []
    return Annotated((target,), tuple(notes))
