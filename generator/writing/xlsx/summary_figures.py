"""The sheet 汇总表: a row for each figure, a column for each unit, and how the county's figure came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostic, Severity
from generator.models.catalogue import Indicator, Topic
from generator.models.collection import Collection, Merged, Part
from generator.models.knowledge import Knowledge
from generator.models.quantity import Quantity
from generator.writing.xlsx import styles
from generator.writing.xlsx.cells import Look, dress, put, put_formula
from generator.writing.xlsx.pages import Column, new_sheet
from generator.writing.xlsx.summary_pages import (
    A3,
    BLANK_FILL,
    DOUBTFUL_FILL,
    HEAD_ROW,
    INTERNAL,
    RETURNED_FILL,
    begin,
    finish,
    remark,
    short_name,
    span_of,
)

_FIXED = (
    Column("任务", 13), Column("主题", 21), Column("指标", 28), Column("单位", 6),
    Column("规则", 9), Column("全县", 11), Column("疑点", 11),
)  # fmt: skip
_TOTAL = 6
_NARROW = 5.7
_LEGEND = (
    "黑字计入全县数，灰字只作参照，划线的不计入；黄底是该填没有填，深黄是要退回的表里先计入的数，红底有疑点（光标放上去可看，全部见“疑点”表）；"
    "“全县”一栏的求和是公式。"
)
_EXACT_DIGITS = 15
"""Excel keeps so many digits of a number."""
_MOST_RANGES = 255
"""Excel takes no more arguments than these."""
_OTHER = "其他"
_STACKED = Alignment(horizontal="center", vertical="center", text_rotation=255)
_FIGURE = Alignment(horizontal="right", vertical="center", shrink_to_fit=True)
_UNIT_HEAD = Look(Font(name=styles.SONG, size=9.5), styles.HEAD_FILL, _STACKED)
_LATE_HEAD = Look(Font(name=styles.SONG, size=9.5, color="C00000"), styles.HEAD_FILL, _STACKED)
_FONTS: Mapping[str, Font] = {
    "计入": Font(name=styles.SONG, size=9.5),
    "参照": Font(name=styles.SONG, size=9.5, italic=True, color="7F7F7F"),
    "不计": Font(name=styles.SONG, size=9.5, strike=True, color="7F7F7F"),
}
_WORDS = Look(_FONTS["计入"])
_WORD = Look(_FONTS["计入"], align=styles.CENTRE)
_NOT_APPLICABLE = "—"
_Cell = tuple[str, str | None, str | None]


@dataclass(frozen=True)
class _Plan:
    """What all rows share. `columns` are the columns of the units; `found` the findings by their cell."""

    collection: Collection
    knowledge: Knowledge
    columns: Mapping[str, int]
    found: Mapping[_Cell, Sequence[Diagnostic]]
    by_code: Mapping[str, Sequence[Diagnostic]]
    returned: frozenset[str] = frozenset()


def add_figures(book: Workbook, collection: Collection, knowledge: Knowledge) -> dict[str, str]:
    """Rows by task of the outline and by topic, units in official order. What its formulas give, by formula."""
    sheet = new_sheet(book, "汇总表")
    units = _units(collection)
    names = [short_name(knowledge.units, unit) for unit in units]
    columns = (*_FIXED, *(Column(name, _NARROW) for name in names))
    begin(sheet, f"{span_of(collection)}各单位数据汇总表", f"{_LEGEND}{INTERNAL}", columns, shown=len(_FIXED))
    missing = {receipt.unit for receipt in collection.receipts if receipt.state == "未报"}
    for number, unit in enumerate(units, start=len(_FIXED) + 1):
        dress(sheet.cell(HEAD_ROW, number), _LATE_HEAD if unit in missing else _UNIT_HEAD)  # type: ignore[arg-type]  # nothing is merged there
    sheet.row_dimensions[HEAD_ROW].height = min(30 + 13 * max(map(len, names), default=0), 180)
    plan = _plan(collection, knowledge, {unit: number for number, unit in enumerate(units, start=len(_FIXED) + 1)})
    results: dict[str, str] = {}
    row = HEAD_ROW
    for task, topic, merged in _in_order(collection, knowledge):
        row += 1
        _row(sheet, row, plan, (task, topic), merged)
        if merged.quantity is not None and _adds_up(merged):
            results[_formula(row, plan, merged)] = f"{merged.quantity.value:f}"
    finish(sheet, collection, columns, len(_FIXED), A3)
    _line_all(sheet, row, len(columns))
    return results


def _line_all(sheet: Worksheet, last: int, width: int) -> None:
    """Lines round all cells by one rule: a look for each takes as long as reading a fifth of the forms."""
    area = f"{get_column_letter(len(_FIXED) + 1)}{HEAD_ROW + 1}:{get_column_letter(width)}{max(last, HEAD_ROW + 1)}"
    if width > len(_FIXED):
        lines = DifferentialStyle(border=styles.BORDER)
        sheet.conditional_formatting.add(area, Rule(type="expression", formula=["TRUE"], dxf=lines))


def _units(collection: Collection) -> list[str]:
    """Those that were asked, and whoever gave a figure."""
    giving = {part.unit for merged in collection.figures for part in merged.parts}
    known = [receipt.unit for receipt in collection.receipts if receipt.asked or receipt.unit in giving]
    return [*known, *sorted(giving - set(known))]


def _plan(collection: Collection, knowledge: Knowledge, columns: Mapping[str, int]) -> _Plan:
    found: dict[_Cell, list[Diagnostic]] = defaultdict(list)
    by_code: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in all_findings(collection):
        by_code[finding.code].append(finding)
        if finding.severity is not Severity.INFO and finding.place.cell is not None:
            found[finding.place.file, finding.place.sheet, finding.place.cell].append(finding)
    return _Plan(collection, knowledge, columns, found, by_code, frozenset(collection.returned))


def all_findings(collection: Collection) -> Iterator[Diagnostic]:
    """What was found in the units' forms, in official order, and then what belongs to no unit."""
    for receipt in collection.receipts:
        yield from receipt.findings
    yield from collection.stray


def _in_order(collection: Collection, knowledge: Knowledge) -> Iterator[tuple[str, Topic | None, Merged]]:
    """Figures by the outline's tasks; what no task names goes with the catalogue's."""
    outline = knowledge.outline_for(collection.year) or knowledge.outline_near(collection.year)
    task_of: dict[str, str] = {}
    for task in outline.任务 if outline is not None else ():
        for topic in task.主题:
            task_of.setdefault(topic, task.名称)
    known = knowledge.catalogue.topics
    tasks = [task.名称 for task in outline.任务] if outline is not None else []
    found: dict[str, list[Merged]] = {name: [] for name in tasks}
    for merged in collection.figures:
        own = known[merged.topic].任务 if merged.topic in known else ""
        task_name = task_of.get(merged.topic) or (own if own in found else _OTHER)
        if merged.parts or merged.quantity is not None or merged.doubts:
            found.setdefault(task_name, []).append(merged)
    for name, several in found.items():
        for merged in several:
            yield name, known.get(merged.topic), merged


def _row(sheet: Worksheet, row: int, plan: _Plan, of: tuple[str, Topic | None], merged: Merged) -> None:
    task, topic = of
    entry: Indicator | None = topic.指标.get(merged.indicator) if topic is not None else None
    label = entry.标签 if entry is not None else merged.indicator
    topic_label = topic.标签 if topic is not None else merged.topic
    for column, text in enumerate((task, topic_label, label), start=1):
        put(sheet, row, column, text, _WORDS)
    for column, text in ((4, entry.单位 if entry is not None else ""), (5, merged.rule), (7, "\n".join(merged.doubts))):
        put(sheet, row, column, text, _WORD)
    for part in merged.parts:
        _part(sheet, row, plan, part)
    _silent(sheet, row, plan, merged)
    _total(sheet, row, plan, merged)
    sheet.row_dimensions[row].height = styles.height_of(
        (label, 31), (topic_label, 24), ("\n".join(merged.doubts), 14), least=18, line=13
    )


def _part(sheet: Worksheet, row: int, plan: _Plan, part: Part) -> None:
    found = plan.found.get((part.place.file, part.place.sheet, part.place.cell), ())
    look = _LOOKS[part.share, bool(found)]
    returned = part.unit in plan.returned and part.share == "计入" and part.quantity is not None
    look = _RETURNED if returned and not found else look
    cell = put(sheet, row, plan.columns[part.unit], _shown(part.quantity, _NOT_APPLICABLE), look)
    if part.quantity is not None and _is_number(part.quantity) and part.quantity.places:
        cell.number_format = f"0.{'0' * part.quantity.places}"
    said: list[str] = [part.why, *(each.message for each in found)] if found or part.share == "不计" else []
    if returned:
        said.append("这份表要退回改好，数先计入了")
    if any(said):
        remark(cell, "\n".join(filter(None, said)))


def _silent(sheet: Worksheet, row: int, plan: _Plan, merged: Merged) -> None:
    """Cells of units that were not asked stay as they are: most are such, and `_line_all` draws their lines."""
    given = {part.unit for part in merged.parts}
    for unit in merged.silent:
        if unit not in given and unit in plan.columns:
            put(sheet, row, plan.columns[unit], None, _BLANK)


def _total(sheet: Worksheet, row: int, plan: _Plan, merged: Merged) -> None:
    look = _DOUBTFUL_TOTAL if merged.doubts else _TOTAL_LOOK
    quantity = merged.quantity
    places = quantity.places if quantity is not None else 0
    form = f"0.{'0' * places}" if places else "General"
    if _adds_up(merged):
        cell = put_formula(sheet, row, _TOTAL, _formula(row, plan, merged), look, form)
    else:
        cell = put(sheet, row, _TOTAL, _shown(quantity, ""), look)
        if quantity is not None and _is_number(quantity):
            cell.number_format = form
    if merged.doubts:
        remark(cell, "\n".join(_reasons(plan, merged)))


def _reasons(plan: _Plan, merged: Merged) -> Iterator[str]:
    """What was found about a figure: in words that name it, at one of its cells, or else about its topic."""
    cells = {(part.place.file, part.place.sheet, part.place.cell) for part in merged.parts}
    for code in merged.doubts:
        found = plan.by_code.get(code, ())
        label = _label(plan, merged)
        told = [each for each in found if label in each.message or merged.ref in each.message]
        told = told or [each for each in found if (each.place.file, each.place.sheet, each.place.cell) in cells]
        told = told or [each for each in found if label.partition("：")[0] in each.message]
        yield f"{code} {told[0].message}" if told else code


def _label(plan: _Plan, merged: Merged) -> str:
    """As messages call a figure: 普法宣传：活动场次."""
    topic = plan.knowledge.catalogue.topics.get(merged.topic)
    entry = topic.指标.get(merged.indicator) if topic is not None else None
    return f"{topic.标签}：{entry.标签}" if topic is not None and entry is not None else merged.ref


def _adds_up(merged: Merged) -> bool:
    """Whether the county's figure is the plain sum of the plain numbers that count."""
    counted = [part.quantity for part in merged.parts if part.share == "计入" and part.quantity is not None]
    if merged.rule != "求和" or merged.quantity is None or not counted or not _is_number(merged.quantity):
        return False
    return all(map(_is_number, counted)) and sum((each.value for each in counted), Decimal(0)) == merged.quantity.value


def _formula(row: int, plan: _Plan, merged: Merged) -> str:
    """SUM over the cells that count; blank ones between them are taken in, so that late figures can be typed there."""
    left_out = {plan.columns[part.unit] for part in merged.parts if part.share != "计入"}
    runs: list[list[int]] = []
    for column in sorted(set(plan.columns.values()) - left_out):
        if runs and runs[-1][1] == column - 1:
            runs[-1][1] = column
        else:
            runs.append([column, column])
    ranges = [_range(row, first, last) for first, last in runs]
    sums = [f"SUM({','.join(ranges[at : at + _MOST_RANGES])})" for at in range(0, len(ranges), _MOST_RANGES)]
    return "+".join(sums)


def _range(row: int, first: int, last: int) -> str:
    return f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"


def _shown(quantity: Quantity | None, missing: str) -> object:
    """A plain number as a number; whatever is approximate, in 万 or per cent as text."""
    if quantity is None:
        return missing
    if not _is_number(quantity):
        return quantity.printed
    return quantity.value if quantity.places else int(quantity.value)


def _is_number(quantity: Quantity) -> bool:
    plain = quantity.exact and not (quantity.percent or quantity.magnitude or quantity.numeral)
    return plain and len(quantity.value.as_tuple().digits) <= _EXACT_DIGITS


def _look(font: Font, fill: PatternFill | None) -> Look:
    return Look(font, fill, _FIGURE)


_LOOKS: Mapping[tuple[str, bool], Look] = {
    (share, doubtful): _look(font, DOUBTFUL_FILL if doubtful else None)
    for share, font in _FONTS.items()
    for doubtful in (False, True)
}
_RETURNED = _look(_FONTS["计入"], RETURNED_FILL)
_BLANK = _look(_FONTS["计入"], BLANK_FILL)
_TOTAL_LOOK = _look(styles.HEAD, styles.BAND_FILL)
_DOUBTFUL_TOTAL = _look(styles.HEAD, DOUBTFUL_FILL)
