"""Sheets of records (列表) and of text (正文): a row each, with room for more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.base import Input
from generator.models.body_rows import BODY_KEYS, BODY_KINDS, KIND, LEVEL, rows_of
from generator.models.form import BODY, NO, RECORDS
from generator.models.form_fields import Field
from generator.models.form_plan import BodySheet, Form, RecordSheet
from generator.writing.xlsx import cells, styles
from generator.writing.xlsx.cells import put, span
from generator.writing.xlsx.choices import YES_NO, Choices, apply, number_rule
from generator.writing.xlsx.pages import (
    PAGE_WIDTH,
    Column,
    first_page,
    freeze,
    headline,
    key_row,
    new_sheet,
    protect,
    set_keys,
    set_pages,
)
from generator.writing.xlsx.values import set_rule, shown

_NOTE_ROW, _HEAD_ROW = 3, 4
_ROOM, _BLOCK_ROOM, _FIRST_BLOCKS = 12, 10, 30
_RECORD_HEIGHT, _BLANK_HEIGHT = 30.0, 24.0
_WIDTHS = {"文字": 24, "多行": 18, "日期": 12, "是否": 8, "数字": 11, "选项": 10}
_LONG = ("文", "内容", "做法", "成效", "情况", "结果", "表现", "原因", "措施", "理由", "备注")
_HEADS = {"文": "工作情况", "佐证": "依据的文件"}
"""What a column is called whose key says little to a clerk."""
_SHORT = ("单位", "任务", "时限", "文号", "性质", "规则")
_BODY_WIDTHS = {
    "级": 5, "类型": 10, "标题": 26, "文": 64, "标题式": 8, "事项": 12, "任务": 12, "责任单位": 14, "时限": 12,
    "原因": 24, "主题": 12, "文件": 12, "宽": 6, "只给": 9, "不给": 9, "不公开": 8, "id": 8,
}  # fmt: skip
_BODY_HEADS = {"文": "文字"}
_BODY_NOTE = (
    "一行一块。节写标题，下一级的内容级加 1；段内要点和续接在上面的段后面；行是上面的表的一行，一格一行写；"
    "{{ 行政复议.收到 }} 引用数字，{{ 行政复议 }} 引用一句话"
)


def add_records(book: Workbook, form: Form, sheet_of: RecordSheet, choices: Choices) -> None:
    """A sheet of records with some empty rows behind those that are given."""
    sheet = new_sheet(book, sheet_of.title)
    columns = [Column("序", 5), *(_column(each) for each in sheet_of.fields)]
    set_keys(sheet, RECORDS, sheet_of.key, columns)
    _top(sheet, sheet_of.title, sheet_of.note, columns)
    last = _HEAD_ROW + len(sheet_of.records) + _ROOM
    for row in range(_HEAD_ROW + 1, last + 1):
        number = row - _HEAD_ROW
        key_row(sheet, row, number, is_open=True)
        put(sheet, row, 2, number, cells.UNIT)
        record = sheet_of.records[number - 1] if number <= len(sheet_of.records) else None
        texts = [(str(_cell(sheet, row, at, each, record) or ""), columns[at - 2].width)
                 for at, each in enumerate(sheet_of.fields, start=3)]  # fmt: skip
        sheet.row_dimensions[row].height = styles.height_of(*texts, least=_RECORD_HEIGHT)
    for column, each in enumerate(sheet_of.fields, start=3):
        letter = get_column_letter(column)
        set_rule(sheet, f"{letter}{_HEAD_ROW + 1}:{letter}{last}", each, choices, form.choices.get(each.keys[-1], ()))
    _finish(sheet, form, last, columns)


def _cell(sheet: Worksheet, row: int, column: int, each: Field, record: Input | None) -> object:
    value = shown(value_at(record, each.keys)) if record is not None else None
    if value is None and record is not None and len(each.keys) == 1 and record.was_denied(each.keys[0]):
        value = NO
    put(sheet, row, column, value, cells.TEXT)
    return value


def value_at(part: Input | None, keys: Sequence[str]) -> object:
    """What stands under a path of keys of a part."""
    value: object = part
    for key in keys:
        value = value.by_key(key) if isinstance(value, Input) else None
    return value


def _column(each: Field) -> Column:
    name = each.keys[-1]
    width = 40 if name in _LONG else 14 if name in _SHORT else _WIDTHS[each.shape]
    return Column("\n".join(_HEADS.get(key, key) for key in each.keys), width, each.key)


def add_body(book: Workbook, form: Form, body: BodySheet, choices: Choices) -> None:
    """A sheet of text: a row for each block."""
    sheet = new_sheet(book, body.title)
    columns = [Column(_BODY_HEADS.get(key, key), _BODY_WIDTHS[key], key) for key in BODY_KEYS]
    set_keys(sheet, BODY, body.path, columns)
    _top(sheet, body.title, _BODY_NOTE, columns)
    rows = list(rows_of(body.blocks))
    last = _HEAD_ROW + max(len(rows) + _BLOCK_ROOM, _FIRST_BLOCKS)
    for row in range(_HEAD_ROW + 1, last + 1):
        number = row - _HEAD_ROW
        key_row(sheet, row, number, is_open=True)
        block = rows[number - 1] if number <= len(rows) else None
        given: Mapping[str, object] = {LEVEL: block.level, KIND: block.kind, **block.cells} if block is not None else {}
        for column, key in enumerate(BODY_KEYS, start=2):
            put(sheet, row, column, given.get(key), cells.CHOICE if key in (LEVEL, KIND) else cells.TEXT)
        texts = [(str(given.get(key, "")), _BODY_WIDTHS[key]) for key in BODY_KEYS]
        sheet.row_dimensions[row].height = styles.height_of(*texts, least=_BLANK_HEIGHT)
    _body_rules(sheet, form, choices, last)
    _finish(sheet, form, last, columns)


def _body_rules(sheet: Worksheet, form: Form, choices: Choices, last: int) -> None:
    fixed = {KIND: BODY_KINDS, "标题式": ("独行", "接排"), "不公开": YES_NO}
    for column, key in enumerate(BODY_KEYS, start=2):
        letter = get_column_letter(column)
        area = f"{letter}{_HEAD_ROW + 1}:{letter}{last}"
        if key == LEVEL:
            apply(sheet, number_rule("嵌套的层次，从 1 起", whole=True), area)
        elif key in fixed:
            apply(sheet, choices.rule(fixed[key], strict=True), area)
        elif form.choices.get(key):
            apply(sheet, choices.rule(form.choices[key], prompt="有几项的，一行写一项"), area)


def _top(sheet: Worksheet, title: str, note: str, columns: Sequence[Column]) -> None:
    shown = first_page(columns)
    headline(sheet, title, shown)
    span(sheet, _NOTE_ROW, 2, shown + 1, note, cells.NOTE)
    width = sum(column.width for column in columns[:shown])
    sheet.row_dimensions[_NOTE_ROW].height = styles.height_of((note, width), line=13)
    for number, column in enumerate(columns, start=2):
        put(sheet, _HEAD_ROW, number, column.head, cells.HEAD)
    sheet.row_dimensions[_HEAD_ROW].height = styles.height_of(*((each.head, each.width) for each in columns), least=24)


def _finish(sheet: Worksheet, form: Form, last: int, columns: Sequence[Column]) -> None:
    freeze(sheet, _HEAD_ROW + 1, 4)
    protect(sheet, rows=True)
    wide = -int(-sum(column.width for column in columns) // PAGE_WIDTH)
    set_pages(sheet, form, (last, len(columns) + 1), landscape=True, head=_HEAD_ROW, wide=wide)
    if wide > 1:
        sheet.print_title_cols = "B:C"
