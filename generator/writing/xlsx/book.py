"""A form as the bytes of an .xlsx file: the same form, the same bytes; no macros, no links, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.writer.excel import ExcelWriter

from generator.models.form import FORMAT, META_SHEET, NEVER_SAVED, MetaKey
from generator.models.form_plan import Form
from generator.writing.xlsx.cells import KEY, put
from generator.writing.xlsx.choices import Choices
from generator.writing.xlsx.figures import add_figures
from generator.writing.xlsx.grids import add_grids
from generator.writing.xlsx.notes import add_notes
from generator.writing.xlsx.records import add_body, add_records
from generator.writing.xlsx.values import add_cover, add_values
from generator.writing.xlsx.workings import Workings

_SHEETS = "xl/worksheets/sheet"
_NO_RESULT = re.compile(r"<f>([^<]*)</f><v(?: ?/>|></v>)")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def write_form(form: Form) -> bytes:
    """The workbook. Raises `cells.TooLongError` when a text is longer than a cell holds."""
    book = Workbook()
    book.remove(book.worksheets[0])
    choices = Choices(book)
    workings = Workings(book, form)
    add_cover(book, form, choices)
    for values in form.values:
        add_values(book, form, values, choices)
    for chapter in form.chapters:
        add_figures(book, form, chapter, choices, workings)
        add_grids(book, form, chapter, workings)
    add_notes(book, form, choices, workings)
    for records in form.records:
        add_records(book, form, records, choices)
    for body in form.bodies:
        add_body(book, form, body, choices)
    workings.finish()
    choices.finish()
    _meta(book, form)
    _order(book)
    return saved(book, f"{form.span}法治政府建设情况填报表")


def _meta(book: Workbook, form: Form) -> None:
    sheet = book.create_sheet(META_SHEET)
    sheet.sheet_state = "veryHidden"
    facts: dict[MetaKey, str] = {
        "格式": FORMAT,
        "种类": form.purpose,
        "目录版本": form.edition,
        "叠加": "\n".join(form.overlays),
        "年度": str(form.year),
        "期间": form.period,
        "单位": form.unit,
        "表号": form.number,
    }
    for row, (key, text) in enumerate(facts.items(), start=1):
        put(sheet, row, 1, key, KEY)
        put(sheet, row, 2, text, KEY)
    sheet.protection.sheet = True


def _order(book: Workbook) -> None:
    """Hidden sheets last; the first that is seen is the one that opens."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"]
    for sheet in hidden:
        book.move_sheet(sheet, len(book.worksheets))
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is shown[0]


def saved(book: Workbook, title: str, results: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The bytes of a workbook, without a clock. `results` are numbers that formulas give, by formula.

    openpyxl writes formulas without their results; whatever shows a file without calculating it, as phones do, would
    show nothing there.
    """
    properties = book.properties
    properties.creator, properties.title = "fazhi", title
    properties.created = properties.modified = NEVER_SAVED
    book.calculation.fullCalcOnLoad = True
    book.security = WorkbookProtection(lockStructure=False)
    raw = BytesIO()
    with ZipFile(raw, "w", ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    return _without_times(raw, results)


def _without_times(raw: BytesIO, results: Mapping[str, str]) -> bytes:
    """The same archive, its parts dated alike, and results put behind their formulas."""
    result = BytesIO()
    with ZipFile(raw) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, _ZIP_TIME)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o600 << 16, 0
            part = source.read(name)
            target.writestr(info, _with_results(part, results) if results and name.startswith(_SHEETS) else part)
    return result.getvalue()


def _with_results(sheet: bytes, results: Mapping[str, str]) -> bytes:
    def put_in(found: re.Match[str]) -> str:
        given = results.get(found[1])
        return found[0] if given is None else f"<f>{found[1]}</f><v>{given}</v>"

    return _NO_RESULT.sub(put_in, sheet.decode()).encode()
