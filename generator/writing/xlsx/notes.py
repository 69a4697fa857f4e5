"""The sheet 统计表附注 (kind 指标): statements of topics that are tables, and what is known of single cells of theirs.

Its rows have the figure's key, and no value: that stands in the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.workbook import Workbook

from generator.models.catalogue import Topic
from generator.models.form import FIGURES, NOT_APPLICABLE, VALUE, YES, figure_key, tick_key
from generator.models.form_plan import Form
from generator.models.values import IndicatorValue
from generator.writing.xlsx import cells, styles
from generator.writing.xlsx.cells import put, reference
from generator.writing.xlsx.choices import YES_NO, Choices, apply
from generator.writing.xlsx.pages import Column, freeze, headline, key_row, new_sheet, protect, set_keys, set_pages
from generator.writing.xlsx.workings import Workings

_FIELDS = {
    "口径": "base",
    "依据": "evidence",
    "备注": "remark",
    "不适用": "not_applicable",
    "截至": "as_of",
    "范围": "scope",
}
_COLUMNS = (
    Column("统计表", 26), Column("栏目或声明", 36), Column("声明", 8, VALUE), Column("口径", 10, "口径"),
    Column("依据", 22, "依据"), Column("备注", 22, "备注"), Column("不适用", 16, NOT_APPLICABLE),
    Column("截至", 12, "截至"), Column("范围", 10, "范围"),
)  # fmt: skip


def add_notes(book: Workbook, form: Form, choices: Choices, workings: Workings) -> None:
    """The sheet; nothing when no table has a statement or a note."""
    topics = [topic for topic in form.topics() if topic.表式 is not None]
    noted = [(topic, name, value) for topic in topics for name, value in _noted(form, topic)]
    stated = [(topic, name) for topic in topics for name in topic.声明]
    if not noted and not stated:
        return
    sheet = new_sheet(book, "统计表附注")
    set_keys(sheet, FIGURES, "", _COLUMNS)
    headline(sheet, f"{form.span}统计表附注", len(_COLUMNS))
    for number, each in enumerate(_COLUMNS, start=2):
        put(sheet, 3, number, each.head, cells.HEAD)
    row = 3
    for topic, name in stated:
        row += 1
        key_row(sheet, row, tick_key(topic.名称, name))
        put(sheet, row, 2, topic.标签)
        put(sheet, row, 3, f"声明：{topic.声明[name]}")
        ticked = YES if name in form.figures.topic(topic.名称).ticked else None
        cell = put(sheet, row, 4, ticked, cells.CHOICE).coordinate
        apply(sheet, choices.rule(YES_NO, strict=True, prompt="属实的选“是”"), cell)
        for column in range(5, len(_COLUMNS) + 2):
            put(sheet, row, column, None, cells.BLANK)
        workings.tick(topic.名称, name, reference(sheet, row, 4))
        sheet.row_dimensions[row].height = styles.height_of((topic.声明[name], 30))
    for topic, name, value in noted:
        row += 1
        key_row(sheet, row, figure_key(topic.名称, name))
        put(sheet, row, 2, topic.标签)
        put(sheet, row, 3, topic.指标[name].标签)
        put(sheet, row, 4, None, cells.BLANK)
        for column, each in enumerate(_COLUMNS[3:], start=5):
            put(sheet, row, column, getattr(value, _FIELDS[each.key]), cells.TEXT)
        sheet.row_dimensions[row].height = styles.height_of((value.remark or "", 22), (value.evidence or "", 22))
    freeze(sheet, 4, 2)
    protect(sheet)
    set_pages(sheet, form, (row, len(_COLUMNS) + 1), landscape=True, head=3)


def _noted(form: Form, topic: Topic) -> Iterator[tuple[str, IndicatorValue]]:
    for name, value in form.figures.topic(topic.名称).values.items():
        if any(getattr(value, each) for each in _FIELDS.values()):
            yield name, value
