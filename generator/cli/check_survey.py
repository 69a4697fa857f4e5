"""`fazhi check 文件夹`: all reports at one look."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.shared import bar, say, show

if TYPE_CHECKING:
    from generator.workflows.check import Asked
    from generator.workflows.survey import Surveyed


def is_survey(inputs: Sequence[Path], table: Path | None, units: Path | None) -> bool:
    """Whether many reports are to be seen at one look."""
    return table is not None or units is not None or any(each.is_dir() for each in inputs)


def run_survey(
    inputs: Sequence[Path],
    offices: Sequence[Path],
    table: Path | None,
    units: Path | None,
    asked: Asked,
    *,
    copies: bool,
) -> Surveyed:
    """Check everything, with a bar on a console, and write the table."""
    from generator.workflows.survey import SurveyOrder, survey

    order = SurveyOrder(inputs, units, table, offices, copies, asked)
    return survey(order, bar if sys.stderr.isatty() else None)


def tell(result: Surveyed) -> None:
    """The survey on the console: how many where there is a workbook, else a line for each report."""
    if result.survey is None:
        show(result.checked.diagnostics)
        return
    from generator.presenting.survey import as_table

    show(result.aside)
    say(as_table(result.survey) if result.table is None else f"{result.survey.in_words()}。")
