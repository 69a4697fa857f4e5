"""The sheets 疑点, 变化, and those of the units' text (素材): a row for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.workbook import Workbook

from generator.diagnostics import Diagnostic, Severity
from generator.models.collection import UNANSWERED, Collection, Material
from generator.models.knowledge import Knowledge
from generator.writing.xlsx import styles
from generator.writing.xlsx.cells import Look, put
from generator.writing.xlsx.pages import Column, new_sheet
from generator.writing.xlsx.summary_pages import (
    CENTRED,
    HEAD_ROW,
    INTERNAL,
    PLAIN,
    SMALL_TEXT,
    TEXT,
    begin,
    finish,
    fitted,
    short_name,
    span_of,
)

KINDS: Mapping[str, str] = {
    "工作情况": "工作情况", "亮点做法": "亮点做法", "制度文件": "制度文件", "第一责任人": "第一责任人", "不足": "不足",
    "安排": "安排", "上年安排": "上年承诺", "其他数据": "其他数据",
}  # fmt: skip
"""The sheets of text by kind of material, in this order."""
_FINDING_COLUMNS = (
    Column("序", 5), Column("级别", 7), Column("编号", 10), Column("单位", 14), Column("文件", 28), Column("表", 16),
    Column("格", 8), Column("问题", 56), Column("办法", 44),
)  # fmt: skip
_TASK = "任务"
_NO_TASK = "（未分任务）"
_PLACE_WIDTH, _NARROW, _WIDE, _WIDEST = 30, 16, 30, 60
_LONG = 30


def add_findings(book: Workbook, collection: Collection, knowledge: Knowledge) -> None:
    """All findings, unit after unit; those that belong to no unit at the end."""
    sheet = new_sheet(book, "疑点")
    rows = [(receipt.unit, each) for receipt in collection.receipts for each in _weighed(receipt.findings)]
    rows += [("", each) for each in _weighed(collection.stray)]
    counts = "，".join(f"{severity.label}{sum(each.severity is severity for _, each in rows)}" for severity in Severity)
    begin(sheet, f"{span_of(collection)}疑点", f"{counts}。{INTERNAL}", _FINDING_COLUMNS)
    for row, (unit, each) in enumerate(rows, start=HEAD_ROW + 1):
        place = each.place
        values = (
            row - HEAD_ROW, each.severity.label, each.code, short_name(knowledge.units, unit), place.file,
            place.sheet, place.cell, fitted(each.message), fitted(each.remedy),
        )  # fmt: skip
        looks = (CENTRED, CENTRED, CENTRED, PLAIN, SMALL_TEXT, PLAIN, CENTRED, TEXT, TEXT)
        for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
            put(sheet, row, column, value, look)
        sheet.row_dimensions[row].height = styles.height_of((each.message, 56), (each.remedy, 44), (place.file, 30))
    finish(sheet, collection, _FINDING_COLUMNS, 4)


def _weighed(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    order = list(Severity)
    return sorted(findings, key=lambda each: (order.index(each.severity), each.place.sort_key, each.code))


def add_changes(book: Workbook, collection: Collection) -> None:
    """What is new since the last collecting; nothing when there is nothing."""
    if not collection.changes:
        return
    sheet = new_sheet(book, "变化")
    columns = (Column("序", 5), Column("与上一次汇总相比", 120))
    begin(sheet, f"{span_of(collection)}数字变化", INTERNAL, columns)
    for row, each in enumerate(collection.changes, start=HEAD_ROW + 1):
        put(sheet, row, 1, row - HEAD_ROW, CENTRED)
        put(sheet, row, 2, fitted(each), TEXT)
        sheet.row_dimensions[row].height = styles.height_of((each, 120))
    finish(sheet, collection, columns, 1)


def add_materials(book: Workbook, collection: Collection, knowledge: Knowledge) -> None:
    """A sheet for each kind of text that came in."""
    for kind, title in KINDS.items():
        texts = by_task([each for each in collection.materials if each.kind == kind], collection, knowledge)
        if texts:
            _add_texts(book, collection, knowledge, title, texts)


def by_task(texts: Sequence[Material], collection: Collection, knowledge: Knowledge) -> list[Material]:
    """By the outline's tasks, those of none behind, then as they came: in the order of the units."""
    outline = knowledge.outline_for(collection.year) or knowledge.outline_near(collection.year)
    tasks = [task.名称 for task in outline.任务] if outline is not None else []
    units = [receipt.unit for receipt in collection.receipts]
    return sorted(texts, key=lambda each: (_position(tasks, each.task), each.task, _position(units, each.unit)))


def _position(known: Sequence[str], name: str) -> int:
    return known.index(name) if name in known else len(known)


def _add_texts(
    book: Workbook, collection: Collection, knowledge: Knowledge, title: str, texts: Sequence[Material]
) -> None:
    sheet = new_sheet(book, title)
    labels = list(dict.fromkeys(label for each in texts for label in each.fields if label != _TASK))
    shown = [Column(label, _width(label, texts)) for label in labels]
    tasks = any(each.task for each in texts)
    columns = (
        Column("序", 5), *((Column(_TASK, 13),) if tasks else ()), Column("单位", 14), *shown,
        Column("出处", _PLACE_WIDTH),
    )  # fmt: skip
    units = len({each.unit for each in texts})
    begin(sheet, f"{span_of(collection)}{title}", f"{units}个单位，共{len(texts)}条。{INTERNAL}", columns)
    for row, each in enumerate(texts, start=HEAD_ROW + 1):
        cells = list(_cells(row - HEAD_ROW, each, labels, knowledge, tasks=tasks))
        for column, (text, look) in enumerate(cells, start=1):
            put(sheet, row, column, text, look)
        sheet.row_dimensions[row].height = styles.height_of(
            *((str(text or ""), column.width) for (text, _), column in zip(cells, columns, strict=True)), least=24
        )
    finish(sheet, collection, columns, 3 if tasks else 2)


def _cells(
    number: int, each: Material, labels: Sequence[str], knowledge: Knowledge, *, tasks: bool
) -> Iterator[tuple[object, Look]]:
    yield number, CENTRED
    if tasks:
        yield each.task or _NO_TASK, PLAIN
    yield short_name(knowledge.units, each.unit), PLAIN
    for label in labels:
        yield fitted(each.fields.get(label, "") or _missing(each, label)), TEXT
    yield each.place.in_words(), SMALL_TEXT


def _missing(each: Material, label: str) -> str:
    """What stands for a promise's result that the unit left out."""
    return UNANSWERED if label == "结果" and each.unanswered else ""


def _width(label: str, texts: Sequence[Material]) -> float:
    """Room for what is usually written under a label."""
    longest = max((styles.width_of(each.fields.get(label, "")) for each in texts), default=0)
    return _NARROW if longest <= _NARROW else _WIDE if longest <= 2 * _LONG else _WIDEST
