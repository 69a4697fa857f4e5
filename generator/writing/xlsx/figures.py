"""Sheets of figures (指标): a task's topics one below the other, a row for each indicator and each statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.catalogue import Indicator, Topic
from generator.models.form import FIGURE_KEYS, FIGURES, LAST_YEAR, VALUE, YES, figure_key, tick_key
from generator.models.form_plan import Chapter, Form
from generator.models.values import IndicatorValue
from generator.writing.xlsx import cells, styles
from generator.writing.xlsx.cells import put, put_formula, reference
from generator.writing.xlsx.choices import YES_NO, Choices, apply, day_rule, number_rule, text_rule
from generator.writing.xlsx.pages import Column, freeze, headline, key_row, new_sheet, protect, set_keys, set_pages
from generator.writing.xlsx.workings import VERDICT_WIDTH, Location, Workings

_HEAD_ROW = 3
_LABEL, _GROWTH, _CHECK = "指标", "增减", "勾稽核对"
_WHENEVER = ("依据", "备注")
_WIDTHS = {"上年": 12, "值": 12, "口径": 10, "牵头": 7, "依据": 20, "备注": 20, "不适用": 16, "截至": 12, "范围": 10}
_HEADS = {"牵头": "是否\n牵头", "不适用": "不适用\n（原因）"}
_FIELDS = {
    "口径": "base",
    "依据": "evidence",
    "备注": "remark",
    "不适用": "not_applicable",
    "截至": "as_of",
    "范围": "scope",
}
_FALLING = "+0.0%;-0.0%;0.0%"


@dataclass
class _Page:
    """A sheet in the making. `columns` are those with keys, by key."""

    sheet: Worksheet
    form: Form
    choices: Choices
    workings: Workings
    columns: dict[str, int]
    growth: int
    check: int
    checks: list[tuple[str, int]] = field(default_factory=list)
    row: int = _HEAD_ROW


def add_figures(book: Workbook, form: Form, chapter: Chapter, choices: Choices, workings: Workings) -> None:
    """The sheet of a task's topics that are plain lists; nothing when there are none."""
    topics = [topic for topic in chapter.topics if not is_table(topic)]
    if not topics:
        return
    sheet = new_sheet(book, chapter.title)
    columns = list(_columns(form, topics))
    set_keys(sheet, FIGURES, "", columns)
    numbers = {column.key or column.head: number for number, column in enumerate(columns, start=2)}
    page = _Page(sheet, form, choices, workings, numbers, numbers[_GROWTH], numbers[_CHECK])
    headline(sheet, f"{form.span}法治政府建设情况：{chapter.title}", len(columns))
    for column in columns:
        put(sheet, _HEAD_ROW, numbers[column.key or column.head], column.head, cells.HEAD)
    sheet.row_dimensions[_HEAD_ROW].height = 34
    for topic in topics:
        _topic(page, topic)
    _finish(page, len(columns))


def is_table(topic: Topic) -> bool:
    """Whether a topic is a form of rows and columns, which has a sheet of its own."""
    return topic.表式 is not None


def _columns(form: Form, topics: list[Topic]) -> Iterator[Column]:
    yield Column(_LABEL, 27)
    yield Column("单位", 7)
    used = _used(form, topics)
    heads = {LAST_YEAR: f"{form.year - 1}年", VALUE: f"{form.year}年"}
    for key in FIGURE_KEYS:
        if key not in used:
            continue
        if key == "口径":
            yield Column(_GROWTH, 9)
            yield Column(_CHECK, VERDICT_WIDTH)
        yield Column(heads.get(key) or _HEADS.get(key, key), _WIDTHS[key], key)


def _used(form: Form, topics: list[Topic]) -> set[str]:
    """The columns that this sheet needs: 不适用, 截至 and 范围 only where something stands in them."""
    keys = {LAST_YEAR, VALUE, "口径", *_WHENEVER}
    indicators = [entry for topic in topics for entry in topic.指标.values()]
    if form.purpose == "表单" and any(entry.合并 == "牵头单位" for entry in indicators):
        keys.add("牵头")
    for topic in topics:
        for value in form.figures.topic(topic.名称).values.values():
            keys |= {key for key, name in _FIELDS.items() if getattr(value, name)}
    return keys


def _topic(page: _Page, topic: Topic) -> None:
    page.row += 1
    last = max(page.columns.values())
    cells.span(page.sheet, page.row, 2, last, topic.标签, cells.BAND)
    page.sheet.row_dimensions[page.row].height = 22
    for name, entry in topic.指标.items():
        page.row += 1
        _indicator(page, topic, name, entry)
    for name, text in topic.声明.items():
        page.row += 1
        _statement(page, topic, name, text)


def _indicator(page: _Page, topic: Topic, name: str, entry: Indicator) -> None:
    sheet, row = page.sheet, page.row
    given = page.form.figures.topic(topic.名称).values.get(name) or IndicatorValue()
    key_row(sheet, row, figure_key(topic.名称, name))
    label = put(sheet, row, page.columns[_LABEL], entry.标签)
    label.alignment = styles.INDENTED
    label.comment = _comment(entry)
    put(sheet, row, page.columns["单位"], entry.单位, cells.UNIT)
    last = _last_year(page, topic, name)
    now = put(sheet, row, page.columns[VALUE], given.value, cells.NUMBER)
    _hint(page, now.coordinate, entry)
    _growth(page, entry, last, now.coordinate)
    put(sheet, row, page.check, None, cells.BLANK)
    for key, name_of_field in _FIELDS.items():
        if key in page.columns:
            _detail(page, key, entry, getattr(given, name_of_field))
    if "牵头" in page.columns:
        _leading(page, figure_key(topic.名称, name), entry)
    page.checks.append((figure_key(topic.名称, name), row))
    _locate(page, topic, name)
    height = styles.height_of((entry.标签, 25), (given.evidence or "", 20), (given.remark or "", 20), least=21)
    sheet.row_dimensions[row].height = height


def _last_year(page: _Page, topic: Topic, name: str) -> str:
    """Last year's figure: locked when it is known, to be filled in when it isn't."""
    quantity = page.form.last_year.quantity(topic.名称, name)
    look = cells.LAST_YEAR if quantity is not None else cells.NUMBER
    return put(page.sheet, page.row, page.columns[LAST_YEAR], quantity, look).coordinate


def _hint(page: _Page, cell: str, entry: Indicator) -> None:
    if entry.性质 == "比率":
        prompt = f"填百分数，如 95.5%。{entry.含义}"
        apply(page.sheet, text_rule(prompt, entry.标签), cell)
        return
    when = "年末数" if entry.性质 == "存量" else "全年数"
    unit = f"单位：{entry.单位}。" if entry.单位 else ""
    apply(page.sheet, number_rule(f"{unit}{when}。{entry.含义}", entry.标签), cell)


def _growth(page: _Page, entry: Indicator, last: str, now: str) -> None:
    """Blank while an operand is; rates are not compared."""
    if entry.性质 == "比率":
        put(page.sheet, page.row, page.growth, None, cells.BLANK)
        return
    formula = f'IF(AND(ISNUMBER({last}),ISNUMBER({now})),IF({last}=0,"",{now}/{last}-1),"")'
    put_formula(page.sheet, page.row, page.growth, formula, cells.BLANK, _FALLING)


def _detail(page: _Page, key: str, entry: Indicator, given: object) -> None:
    column = page.columns[key]
    if key == "口径" and not entry.口径 and not given:
        put(page.sheet, page.row, column, None, cells.BLANK)
        return
    look = cells.CHOICE if key in ("口径", "截至") else cells.TEXT
    cell = put(page.sheet, page.row, column, given, look).coordinate
    if key == "口径" and entry.口径:
        prompt = f"以什么为分母；不选的按“{entry.口径[0]}”"
        apply(page.sheet, page.choices.rule(entry.口径, strict=True, prompt=prompt), cell)
    elif key == "截至":
        apply(page.sheet, day_rule(), cell)


def _leading(page: _Page, key: str, entry: Indicator) -> None:
    """Only the leading unit counts what several units do together."""
    if entry.合并 != "牵头单位":
        put(page.sheet, page.row, page.columns["牵头"], None, cells.BLANK)
        return
    cell = put(page.sheet, page.row, page.columns["牵头"], None, cells.CHOICE).coordinate
    prompt = "几个单位共同做的，只由牵头单位计数：本单位牵头选“是”，只是参加选“否”"
    places = (reference(page.sheet, page.row, page.columns[each]) for each in (VALUE, "牵头"))
    page.workings.lead(key, *places)
    apply(page.sheet, page.choices.rule(YES_NO, strict=True, prompt=prompt), cell)


def _statement(page: _Page, topic: Topic, name: str, text: str) -> None:
    """A statement is ticked by 是; nothing is claimed while it is blank."""
    sheet, row = page.sheet, page.row
    key_row(sheet, row, tick_key(topic.名称, name))
    for column in range(2, max(page.columns.values()) + 1):
        put(sheet, row, column, None, cells.BLANK)
    put(sheet, row, page.columns[_LABEL], f"声明：{text}").alignment = styles.INDENTED
    ticked = YES if name in page.form.figures.topic(topic.名称).ticked else None
    cell = put(sheet, row, page.columns[VALUE], ticked, cells.CHOICE)
    rule = page.choices.rule(YES_NO, strict=True, prompt="属实的选“是”；不选的，报告里不作这个表述")
    apply(sheet, rule, cell.coordinate)
    page.workings.tick(topic.名称, name, reference(sheet, row, page.columns[VALUE]))
    sheet.row_dimensions[row].height = styles.height_of((f"声明：{text}", 25), least=21)


def _comment(entry: Indicator) -> Comment | None:
    lines = [entry.含义]
    if entry.分子 and entry.口径:
        lines.append(f"算法：{entry.分子}÷{'或'.join(entry.口径)}")
    if entry.曾用名:
        lines.append(f"也称：{'、'.join(entry.曾用名)}")
    text = "\n".join(filter(None, lines))
    return Comment(text, "fazhi", height=24 + 18 * styles.lines_in(text, 34), width=260) if text else None


def _locate(page: _Page, topic: Topic, name: str) -> None:
    now = reference(page.sheet, page.row, page.columns[VALUE])
    last = reference(page.sheet, page.row, page.columns[LAST_YEAR])
    reason = page.columns.get("不适用")
    excused = reference(page.sheet, page.row, reason) if reason else ""
    base = reference(page.sheet, page.row, page.columns["口径"])
    page.workings.locate(topic.名称, name, Location(now, last, excused, base))


def _finish(page: _Page, columns: int) -> None:
    sheet = page.sheet
    freeze(sheet, _HEAD_ROW + 1, 3)
    last = f"{get_column_letter(columns + 1)}{page.row}"
    check = get_column_letter(page.check)
    failing = f'LEFT(${check}{_HEAD_ROW + 1},1)="×"'
    rule = Rule(type="expression", dxf=styles.FAILING, formula=[failing])
    sheet.conditional_formatting.add(f"B{_HEAD_ROW + 1}:{last}", rule)
    page.workings.watch(sheet, page.check, page.checks)
    protect(sheet)
    set_pages(sheet, page.form, (page.row, columns + 1), landscape=True, head=_HEAD_ROW)
