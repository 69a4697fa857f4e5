"""Form workbooks as tests see them: by openpyxl, by their keys, and calculated by LibreOffice."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.catalogue import Catalogue, Topic
from generator.models.form import MARK
from generator.models.form_plan import Chapter, Form, ValueSheet
from generator.models.knowledge import Knowledge
from generator.models.quantity import Quantity
from generator.models.values import Figures, IndicatorValue, TopicFigures
from support.office import convert


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def marked_sheets(book: Workbook) -> dict[str, Worksheet]:
    """The data sheets by the text of their marker."""
    found: dict[str, Worksheet] = {}
    for sheet in book.worksheets:
        text = sheet["A1"].value
        if isinstance(text, str) and text.startswith(MARK):
            found[sheet.title] = sheet
    return found


def keyed(sheet: Worksheet) -> dict[tuple[str, str], object]:
    """The cells that have both keys, by these."""
    columns = {cell.column: str(cell.value) for cell in sheet[1][1:] if cell.value not in (None, "")}
    rows = {cell.row: str(cell.value) for cell in sheet["A"][1:] if cell.value not in (None, "")}
    return {
        (row_key, column_key): sheet.cell(row, column).value
        for row, row_key in rows.items()
        for column, column_key in columns.items()
    }


def shipped() -> Knowledge:
    knowledge = load_knowledge([], Diagnostics())
    assert knowledge is not None
    return knowledge


def small_form(topics: list[Topic], given: dict[str, dict[str, str]], last: dict[str, dict[str, str]]) -> Form:
    """A unit's form of these topics, filled in: 不适用 as a value stands for the reason of that name."""
    catalogue = Catalogue({topic.名称: topic for topic in topics})
    chapter = Chapter("纠纷化解", tuple(topics))
    return Form(
        "表单", 2026, "全年", "县司法局", catalogue, (chapter,), ValueSheet("填报说明", (), {}),
        figures=_figures(given), last_year=_figures(last),
    )  # fmt: skip


def _figures(given: dict[str, dict[str, str]]) -> Figures:
    return Figures({topic: _topic(values) for topic, values in given.items()})


def _topic(values: dict[str, str]) -> TopicFigures:
    ticked = frozenset(name for name, typed in values.items() if typed == "是")
    figures = {name: _value(typed) for name, typed in values.items() if name not in ticked}
    return TopicFigures(figures, ticked)


def _value(typed: str) -> IndicatorValue:
    if typed == "不适用":
        return IndicatorValue(not_applicable="没有这项职责")
    return IndicatorValue(value=Quantity.parse(typed))


def converted(content: bytes, folder: Path, kind: str) -> Path:
    """The workbook opened and saved by LibreOffice, as .xlsx or .pdf."""
    source = folder / "source"
    source.mkdir(exist_ok=True)
    (source / "form.xlsx").write_bytes(content)
    convert([source / "form.xlsx"], folder, kind)
    return folder / f"form.{kind}"
