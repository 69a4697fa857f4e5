"""Sheets of single values (键值), the cover of a unit's form among them."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.delivery_words import USUAL_WORDS
from generator.models.form import VALUE, VALUES, YES, in_lines
from generator.models.form_fields import Field
from generator.models.form_plan import Form, ValueSheet
from generator.models.heads import HeadText
from generator.models.lead import Lead
from generator.writing.xlsx import cells, styles
from generator.writing.xlsx.cells import Look, put, span
from generator.writing.xlsx.choices import YES_NO, Choices, apply, day_rule, number_rule, text_rule
from generator.writing.xlsx.pages import Column, headline, key_row, new_sheet, protect, set_keys, set_pages

_COLUMNS = (Column("项目", 18), Column("内容", 44, VALUE), Column("说明", 34))
_CLASSIFIED = "本表不得填写国家秘密、工作秘密"
_UNIT_NOTES = (
    "只填浅黄色的格子；灰色的格子已锁定，不用填。光标放到格子上，会提示这个数怎么算。",
    "发生过的填数字；有这项职责、全年没有发生的填 0；没有这项职责的填“不适用”，在备注里写明原因；还不清楚的空着。",
    "数字按台账填写确数；确实只有大致数字的，可填 2000余、2万余。率填 95.5% 的样子，有件数的先填件数。",
    "“勾稽核对”一栏出现红字，说明几个数对不上，请先核对再报；确实如此的，在备注里写明原因。",
    "几个单位共同做的工作，只由牵头单位计数，“是否牵头”选“是”。",
    "可以增加行、改工作表名称，不要删除隐藏的行和列。填好后连同签字盖章的打印件一并报送。",
)
_REPORT_NOTES = (
    "本工作簿是一份报告的全部内容，与 .yaml 输入可以互相转换；用 fazhi build 生成 Word 报告。",
    "只填浅黄色的格子；“勾稽核对”一栏出现红字，说明几个数对不上。",
    "“正文”一行是一块：先选类型，再写标题或者文；级是嵌套的层次，从 1 起。",
)
_SEAL_HEIGHT, _SIGNING_HEIGHT = 110, 32


def add_cover(book: Workbook, form: Form, choices: Choices) -> None:
    """Title, whose form it is, how to fill it in, who signs."""
    sheet = new_sheet(book, "封面" if form.purpose == "报告" else "填报说明")
    set_keys(sheet, VALUES, "", _COLUMNS)
    headline(sheet, f"{form.span}法治政府建设情况{'填报表' if form.purpose == '表单' else '报告数据'}", 3)
    sheet.cell(2, 2).font = styles.COVER_TITLE
    sheet.row_dimensions[2].height = 54
    row = _about(sheet, form)
    row = _notes(sheet, form, row)
    if form.cover.fields:
        row = _band(sheet, row, "填报")
        row = _fields(sheet, row, form, form.cover, choices, hints=False)
        _seal(sheet, row)
        row += 1
    protect(sheet)
    set_pages(sheet, form, (row, len(_COLUMNS) + 1), landscape=False)


def add_values(book: Workbook, form: Form, values: ValueSheet, choices: Choices) -> None:
    """A sheet of fields one below the other."""
    sheet = new_sheet(book, values.title)
    set_keys(sheet, VALUES, "", _COLUMNS)
    headline(sheet, values.title, 3)
    for number, column in enumerate(_COLUMNS, start=2):
        put(sheet, 3, number, column.head, cells.HEAD)
    sheet.row_dimensions[3].height = 24
    last = _fields(sheet, 4, form, values, choices, hints=True) - 1
    sheet.freeze_panes = "C4"
    protect(sheet)
    set_pages(sheet, form, (last, len(_COLUMNS) + 1), landscape=False, head=3)


def _about(sheet: Worksheet, form: Form) -> int:
    due = f"{form.due.year}年{form.due.month}月{form.due.day}日前" if form.due else ""
    facts = [
        ("填报单位" if form.purpose == "表单" else "报告主体", form.unit),
        ("年度", form.span),
        ("报送时限", due),
        ("联系", form.contact),
        ("说明", form.note),
        ("表号、版本", f"{form.number}　目录 {form.edition}"),
        ("叠加资料", "、".join(form.overlays)),
    ]
    row = 3
    span(sheet, row, 2, 4, _CLASSIFIED, Look(styles.WARNING, None, styles.CENTRE, None))
    sheet.row_dimensions[row].height = 24
    for label, text in facts:
        if text:
            row += 1
            put(sheet, row, 2, label, cells.LABEL)
            span(sheet, row, 3, 4, text, Look())
            sheet.row_dimensions[row].height = styles.height_of((text, 76), least=26)
    return row + 1


def _notes(sheet: Worksheet, form: Form, row: int) -> int:
    row = _band(sheet, row, "填报说明")
    for number, note in enumerate(_UNIT_NOTES if form.purpose == "表单" else _REPORT_NOTES, start=1):
        span(sheet, row, 2, 4, f"{number}. {note}", Look())
        sheet.row_dimensions[row].height = styles.height_of((f"{number}. {note}", 94), least=26)
        row += 1
    return row


def _band(sheet: Worksheet, row: int, text: str) -> int:
    span(sheet, row, 2, 4, text, cells.BAND)
    sheet.row_dimensions[row].height = 24
    return row + 1


def _fields(sheet: Worksheet, row: int, form: Form, values: ValueSheet, choices: Choices, *, hints: bool) -> int:
    for each in values.fields:
        key_row(sheet, row, each.key)
        put(sheet, row, 2, " ".join(each.keys) if hints else _cover_label(each), cells.LABEL)
        given = shown(values.given.get(each.key))
        cell = put(sheet, row, 3, given, cells.TEXT).coordinate
        put(sheet, row, 4, ("必填。" if each.required and hints else "") + each.hint, cells.NOTE)
        set_rule(sheet, cell, each, choices, form.choices.get(each.keys[-1], ()))
        sheet.row_dimensions[row].height = styles.height_of(
            (str(given or ""), 44), (each.hint, 40), least=26 if hints else _SIGNING_HEIGHT
        )
        row += 1
    return row


def _cover_label(each: Field) -> str:
    label = each.keys[-1]
    return f"{label}（签字）" if label == "主要负责人" else label


def _seal(sheet: Worksheet, row: int) -> None:
    look = Look(align=styles.RIGHT, font=styles.GREY)
    span(sheet, row, 2, 4, "（填报单位盖章处）　　", look)
    sheet.row_dimensions[row].height = _SEAL_HEIGHT


def shown(value: object) -> object:
    """A value as its cell holds it."""
    match value:
        case None | [] | "":
            return None
        case bool():
            return YES if value else None
        case Lead():
            return None if value.model_fields_set else USUAL_WORDS
        case list() | tuple():
            return in_lines(item.line if isinstance(item, HeadText) else str(item) for item in value)
        case _:
            return value


def set_rule(sheet: Worksheet, area: str, each: Field, choices: Choices, more: Sequence[str] = ()) -> None:
    """What may be typed into the cells of a field; `more` are choices that knowledge gives."""
    listed = tuple(more) or each.choices
    if listed:
        apply(sheet, choices.rule(listed, strict=not more, prompt=each.hint), area)
    elif each.shape == "是否":
        apply(sheet, choices.rule(YES_NO, strict=True, prompt=each.hint), area)
    elif each.shape == "日期":
        apply(sheet, day_rule(each.hint), area)
    elif each.shape == "数字":
        apply(sheet, number_rule(each.hint), area)
    elif each.shape == "多行":
        apply(sheet, text_rule(f"{each.hint}。有几项的，一行写一项（Alt+Enter 换行）".lstrip("。")), area)
    elif each.hint:
        apply(sheet, text_rule(each.hint), area)
