"""Fill the forms (填报表) as the units would: `python examples/county-collection/make_forms.py -o DIR`.

The blank forms come from `fazhi form`; `figures.yaml` says what each unit typed, openpyxl types it in. The same data,
the same bytes, but for the one form that LibreOffice saves as .ods (without LibreOffice it stays .xlsx).
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.loading.units import load_units
from generator.models.knowledge import Knowledge
from generator.models.units import Units
from generator.workflows.form import FormOrder, form

HERE = Path(__file__).parent
_CELL = re.compile(r"(?<![A-Z!$'])([A-Z]{1,2})(\d+)\b")
_PERCENT = re.compile(r"(\d+)(?:\.(\d+))?%")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_KEYED = {"上年": "上年", "指标": "值", "口径": "口径", "牵头": "牵头"}
_RECORDS = ("其他数据", "工作情况", "亮点做法", "制度文件", "第一责任人", "不足", "安排", "上年安排")

Given = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description="制出示例县各单位填好的表")
    parser.add_argument("-o", "--out", type=Path, required=True, help="写到哪个文件夹")
    parser.add_argument("--corrected", action="store_true", help="退回、催报以后又交来的几份")
    options = parser.parse_args()
    for file in make_forms(options.out, corrected=options.corrected):
        print(file)


def make_forms(out: Path, *, corrected: bool = False, only: str = "") -> list[Path]:
    """The forms that came in first, or those that came after they were asked for again; returns their files."""
    data = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))
    known = _known()
    entries = [_with(data["表"], each) for each in data["改报"]] if corrected else data["表"]
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for given in entries:
            if only in ("", given["单位"]):
                blank = blank_form(Path(folder), data, given)
                made.append(_saved(filled(blank, data, given, known), out / given["文件"], given["修改"]))
    return made


def _with(entries: list[Given], change: Given) -> Given:
    """A form as it came in first, with what was changed in it: topics figure by figure, everything else whole."""
    first = next((each for each in entries if each["文件"] == change.get("照")), {})
    figures = {**first.get("指标", {})}
    for topic, values in change.get("指标", {}).items():
        figures[topic] = {**figures.get(topic, {}), **values}
    return {**first, **change, "指标": figures}


def _known() -> tuple[Knowledge, Units]:
    found = Diagnostics()
    knowledge = load_knowledge([], found)
    units = load_units(HERE / "units.yaml", knowledge, found) if knowledge is not None else None
    if knowledge is None or units is None:
        sys.exit("\n".join(each.message for each in found))
    return knowledge, units


def blank_form(folder: Path, data: Given, given: Given) -> Path:
    """The form as the county sent it out, this year or last."""
    year = given.get("年度", data["年度"])
    file = folder / f"{given['单位']}{year}.xlsx"
    units, due = HERE / "units.yaml", data["时限"].replace(year=year + 1)
    order = FormOrder(file, year=year, unit=given["单位"], units=units, due=due, contact=data["联系"])
    made = form(order)
    if not made.written:
        sys.exit("\n".join(each.message for each in made.diagnostics))
    return file


def filled(blank: Path, data: Given, given: Given, known: tuple[Knowledge, Units]) -> Workbook:
    knowledge, units = known
    book = load_workbook(blank)
    cells = {key: cell for sheet in book.worksheets for key, cell in keyed_cells(sheet)}
    for row, column, typed in _typed(given, knowledge, units.topics_of(given["单位"])):
        if typed is not None:
            sheet, coordinate = cells[row, column]
            _type(book[sheet][coordinate], typed)
    for key, typed in {"填报人": data["填报人"], "填报日期": given["修改"].date()}.items():
        sheet, coordinate = cells[f"填报.{key}", "值"]
        book[sheet][coordinate] = typed
    for kind in _RECORDS:
        _records(book, kind, given.get(kind, []))
    _spoil(book, given.get("毛病", {}), cells)
    return book


def keyed_cells(sheet: Worksheet) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The cells of a sheet by row key and column key, as sheet and coordinate."""
    marker = sheet["A1"].value
    if not str(marker).startswith("fazhi:"):
        return
    of = str(marker).partition("列表:")[2]
    for row in sheet.iter_rows(min_row=2):
        for cell in row[1:]:
            column = sheet.cell(1, cell.column or 1).value
            if row[0].value is not None and column is not None:
                key = f"{of}.{row[0].value}" if of else str(row[0].value)
                yield (key, str(column)), (sheet.title, cell.coordinate)


def _typed(given: Given, knowledge: Knowledge, asked: tuple[str, ...]) -> Iterator[tuple[str, str, Any]]:
    """Row key, column key and what was typed there."""
    for part in ("指标", "上年"):
        for topic, figures in given.get(part, {}).items():
            if topic not in asked:
                sys.exit(f"{given['单位']}不填“{topic}”")
            rest = figures.get("其余")
            for name, entry in knowledge.catalogue.topics[topic].指标.items():
                left = rest if entry.合并 == "求和" else None
                yield f"{topic}.{name}", _KEYED[part], figures.get(name, left)
    for part in ("口径", "牵头"):
        for key, typed in given.get(part, {}).items():
            yield key, _KEYED[part], "否" if typed is False else "是" if typed is True else typed
    for statement in given.get("声明", []):
        yield f"声明:{statement}", "值", "是"


def _type(cell: Cell, typed: Any) -> None:
    """As Excel takes it: of a percentage it keeps the number, and shows it with as many places as were typed."""
    percentage = _PERCENT.fullmatch(str(typed))
    if percentage is None:
        cell.value = typed
        return
    places = percentage[2] or ""
    cell.value = round(float(f"{percentage[1]}.{places or 0}") / 100, len(places) + 2)
    cell.number_format = f"0.{'0' * len(places)}%" if places else "0%"


def _records(book: Workbook, kind: str, records: list[Given]) -> None:
    sheets = [sheet for sheet in book.worksheets if sheet["A1"].value == f"fazhi:列表:{kind}"]
    for sheet in sheets:
        cells = dict(keyed_cells(sheet))
        for number, record in enumerate(records, start=1):
            for label, typed in record.items():
                sheet[cells[f"{kind}.{number}", label][1]] = typed


def _spoil(book: Workbook, faults: Given, cells: Mapping[tuple[str, str], tuple[str, str]]) -> None:
    """What people do to a form: another name for a sheet, a row of their own."""
    for row in faults.get("插行", []):
        title, coordinate = cells[row["前"], "值"]
        sheet = book[title]
        at = sheet[coordinate].row
        insert_row(sheet, at)
        heads = {sheet.cell(3, column).value: column for column in range(2, sheet.max_column + 1)}
        value = sheet[coordinate].column
        for label, typed in row["写"].items():
            sheet.cell(at, heads.get(label, value)).value = typed
    for old, new in faults.get("改名", {}).items():
        rename(book, old, new)


def rename(book: Workbook, old: str, new: str) -> None:
    """As Excel does it: formulas follow the name, which openpyxl leaves as they were."""
    book[old].title = new
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = cell.value.replace(f"'{old}'!", f"'{new}'!")


def insert_row(sheet: Worksheet, at: int) -> None:
    """As Excel does it: formulas, choices and joined cells below move along, which openpyxl leaves behind."""
    sheet.insert_rows(at)
    for row in sheet.iter_rows(min_row=at + 1):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("=") and "!" not in cell.value:
                cell.value = _CELL.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", cell.value)
    for rule in sheet.data_validations.dataValidation:
        rule.sqref = MultiCellRange([_below(each, at) for each in rule.sqref.ranges])
    for joined in list(sheet.merged_cells.ranges):
        if joined.min_row >= at:
            joined.shift(row_shift=1)


def _below(cells: CellRange, at: int) -> CellRange:
    top, bottom = (row + 1 if row >= at else row for row in (cells.min_row, cells.max_row))
    return CellRange(min_col=cells.min_col, max_col=cells.max_col, min_row=top, max_row=bottom)


def _saved(book: Workbook, file: Path, modified: datetime) -> Path:
    """With the time it was saved at, and no other clock."""
    raw = BytesIO()
    book.save(raw)
    file.parent.mkdir(parents=True, exist_ok=True)
    target = file.with_suffix(".xlsx")
    with ZipFile(raw) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in source.namelist():
            info = ZipInfo(name, modified.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            archive.writestr(info, part, compresslevel=9)
    return target if file.suffix == ".xlsx" else _converted(target, file)


def _converted(source: Path, file: Path) -> Path:
    """Saved by LibreOffice in the format that `file` asks for."""
    if shutil.which("soffice") is None:
        print(f"没有 LibreOffice，{file.name} 留作 {source.name}", file=sys.stderr)
        return source
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
        subprocess.run(  # noqa: S603 - a fixed command on files of our own
            [*command, file.suffix[1:], "--outdir", str(file.parent), str(source)], check=True, capture_output=True
        )
    source.unlink()
    return file


if __name__ == "__main__":
    main()
