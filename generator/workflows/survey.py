"""`fazhi check 文件夹`: every report in it checked, and all of them at one look (一览表), as text or as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import field, replace
from hashlib import file_digest
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.diagnostics import Diagnostics, Place
from generator.loading.units import load_units
from generator.models.knowledge import Knowledge
from generator.models.survey import Survey, SurveyRow
from generator.models.units import Units
from generator.records import dataclass
from generator.workflows.build import Progress
from generator.workflows.chains import knowledge_at
from generator.workflows.check import Asked, Checked, Seen, check_and_annotate
from generator.workflows.survey_facts import item_names, row_of
from generator.workflows.survey_files import Reports, find_reports
from generator.workflows.survey_units import sender

_PROPERTIES, _MOST_PROPERTIES = "docProps/core.xml", 1 << 16


@dataclass(frozen=True)
class SurveyOrder:
    """What is asked for: reports or folders of them, the list of who owes one, where the workbook goes."""

    inputs: Sequence[Path]
    units: Path | None = None
    table: Path | None = None
    offices: Sequence[Path] = ()
    copies: bool = False
    asked: Asked | None = None


@dataclass(frozen=True)
class Surveyed:
    """What was checked, and the survey of it; None when there was nothing to survey. `table` was written.

    `aside` are the findings that are about no report: a folder without one, the list of units, the table.
    """

    checked: Checked
    survey: Survey | None = None
    table: Path | None = None
    aside: Diagnostics = field(default_factory=Diagnostics)


def survey(order: SurveyOrder, progress: Progress | None = None) -> Surveyed:
    """Check everything and write the table; a bad report is a row that says so."""
    diagnostics = Diagnostics()
    reports = find_reports(order.inputs, (order.units, order.table), diagnostics)
    units = _units(order, diagnostics)
    if not reports.files or (units is None and order.units is not None):
        return Surveyed(Checked((), (), diagnostics))
    rows: list[SurveyRow] = []
    items: list[str] = []
    observe = _observer(reports, units, order.asked or Asked(), rows, items)
    checked = check_and_annotate(
        list(reports.files), order.offices, copies=order.copies, asked=order.asked, observe=observe, progress=progress
    )
    made = _survey(rows, tuple(dict.fromkeys(items)), units, reports) if rows else None
    table = _written(made, order.table, diagnostics) if made is not None and order.table is not None else None
    checked.diagnostics.extend(diagnostics)
    return Surveyed(checked, made, table, diagnostics)


def _units(order: SurveyOrder, diagnostics: Diagnostics) -> Units | None:
    """The list that staff gave, None when there is none."""
    if order.units is None:
        return None
    knowledge = knowledge_at(order.units.parent, order.offices, diagnostics, str(order.units))
    return load_units(order.units, knowledge, diagnostics) if knowledge is not None else None


def _observer(
    reports: Reports, units: Units | None, asked: Asked, rows: list[SurveyRow], items: list[str]
) -> Callable[[Path, Knowledge, Diagnostics, Seen], None]:
    """Adds a row for each file; what was read isn't kept."""

    def observe(file: Path, knowledge: Knowledge, found: Diagnostics, seen: Seen) -> None:
        items.extend(name for name in item_names(knowledge) if name not in items)
        row = row_of(reports.files[file], str(file), knowledge, found, seen, asked)
        unit = sender(row, units) if units is not None else ""
        kind = units.units[unit].类型 if units is not None and unit else ""
        if not row.kind and kind in knowledge.reporters:
            row = row_of(reports.files[file], str(file), knowledge, found, seen, replace(asked, reporter=kind))
        rows.append(replace(row, unit=unit, digest=_digest(file)))

    return observe


def _digest(file: Path) -> str:
    """The same for files of the same bytes; empty for one that can't be read."""
    with suppress(OSError), file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
    return ""


def _survey(rows: list[SurveyRow], items: tuple[str, ...], units: Units | None, reports: Reports) -> Survey:
    if units is None:
        return Survey(tuple(sorted(rows, key=lambda row: row.file)), items, others=reports.others)
    order = list(units.units)
    placed = sorted(rows, key=lambda row: (order.index(row.unit) if row.unit else len(order), row.file))
    owing = [name for name, unit in units.units.items() if unit.owes_report]
    sent = {row.unit for row in placed}
    missing = tuple(name for name in owing if name not in sent)
    return Survey(tuple(placed), items, len(owing), missing, reports.others)


def is_own_table(table: Path) -> bool:
    """Whether a file is a table that was written here and that nobody has saved since."""
    from generator.loading.workbook.properties import saved_at
    from generator.writing.xlsx.survey import TITLE

    try:
        with ZipFile(table) as archive, archive.open(_PROPERTIES) as part:
            properties = part.read(_MOST_PROPERTIES)
    except (OSError, BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError):
        return False
    return TITLE.encode() in properties and not saved_at(properties)


def _written(made: Survey, table: Path, diagnostics: Diagnostics) -> Path | None:
    from generator.writing.files import reason_in_chinese, replace_all
    from generator.writing.xlsx.survey import survey_workbook

    try:
        replace_all({table: survey_workbook(made)})
    except OSError as error:
        message = f"一览表写不进去（{reason_in_chinese(error)}）"
        diagnostics.error("LOAD235", Place(str(table)), message, "表格若正在 WPS 或 Excel 里打开，先关闭，再试")
        return None
    return table
