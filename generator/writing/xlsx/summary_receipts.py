"""The sheet 收表情况: who sent what, and what to say to each unit (催报, 退回)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

from generator.diagnostics import Diagnostic, Severity
from generator.models.collection import Collection, Receipt
from generator.models.units import Units
from generator.writing.xlsx import styles
from generator.writing.xlsx.cells import Look, put
from generator.writing.xlsx.pages import Column, new_sheet
from generator.writing.xlsx.summary_pages import (
    CENTRED,
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

_COLUMNS = (
    Column("序", 5), Column("单位", 24), Column("简称", 13), Column("状态", 8), Column("文件", 30),
    Column("填报日期", 12), Column("错误", 6), Column("警告", 6), Column("可直接发给单位的话", 72),
)  # fmt: skip
_FILLS: Mapping[str, str] = {"未报": "F8CBAD", "退回": "FFE699", "重复": "FFE699"}
_BY_LETTER = "数据函"
_NOT_ASKED = "未报（自愿）"
_MOST_FINDINGS = 30
_EXEMPTION = ("写进“豁免”并说明理由", "在备注里写明")
"""A form has no exemptions: its remarks say why figures are right all the same."""
_OURS = (("，再交给程序", "，再报送"), ("请用 fazhi form 制的表，或者", "请"), ("用 fazhi form 制", "填"))
"""Words for the clerk at the keyboard, and what a unit is told in their place."""
_CLERKS = ("fazhi ", "--")
"""A remedy that still names a command is the clerk's."""


def add_receipts(book: Workbook, collection: Collection, units: Units) -> None:
    """One row for each unit, in official order."""
    sheet = new_sheet(book, "收表情况")
    asked = [receipt for receipt in collection.receipts if receipt.asked]
    states = Counter(receipt.state for receipt in asked)
    counted = "，".join(f"{state}{states[state]}" for state in ("已收", "退回", "重复", "未报"))
    due = f"；报送时限{_day_of(collection)}" if collection.due else ""
    taken = "、".join(short_name(units, unit) for unit in collection.returned)
    returned = f"要退回的表，没有错的数先计入了全县：{taken}；改好重报以后再汇总一次。" if taken else ""
    note = f"应报{len(asked)}个单位：{counted}{due}。{returned}{INTERNAL}"
    begin(sheet, f"{span_of(collection)}收表情况", note, _COLUMNS)
    for row, receipt in enumerate(collection.receipts, start=4):
        errors, warnings = (_count(receipt, each) for each in (Severity.ERROR, Severity.WARNING))
        state = _NOT_ASKED if receipt.state == "未报" and not receipt.asked else receipt.state
        said = fitted(message_to(receipt, collection, units))
        colour = _FILLS.get(state)
        marked = (
            Look(fill=PatternFill("solid", start_color=colour, end_color=colour), align=styles.CENTRE)
            if colour
            else CENTRED
        )
        looks = (CENTRED, PLAIN, PLAIN, marked, SMALL_TEXT, CENTRED, CENTRED, CENTRED, TEXT)
        files = fitted("\n".join(receipt.files))
        values = (
            row - 3,
            receipt.unit,
            short_name(units, receipt.unit),
            state,
            files,
            receipt.filled_on,
            errors or None,
            warnings or None,
            said,
        )
        for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
            put(sheet, row, column, value, look)
        sheet.row_dimensions[row].height = styles.height_of((said, 72), (files, 30), (receipt.unit, 24), least=24)
    finish(sheet, collection, _COLUMNS, 4)


def message_to(receipt: Receipt, collection: Collection, units: Units) -> str:
    """What can be sent to a unit as it stands; empty when there is nothing to ask of it.

    Courts and the like are asked by letter (数据函): nobody presses them.
    """
    what = f"{span_of(collection)}法治政府建设情况填报表"
    told = [each for each in receipt.findings if each.severity is not Severity.INFO and each.for_unit != ""]
    unit = units.units.get(receipt.unit)
    if unit is not None and unit.报送 == _BY_LETTER and receipt.state != "重复":
        return _by_letter(receipt, collection, told)
    match receipt.state:
        case "未报" if receipt.asked:
            return f"{receipt.unit}：{what}还没有收到，请{_until(collection)}报送。{_contact(collection)}"
        case "退回":
            opening = f"{receipt.unit}：报来的{what}有下列问题，请改好后{_until(collection)}重新报送。"
            return f"{opening}{_contact(collection)}{_listed(told)}"
        case "重复":
            came = f"（{'、'.join(receipt.files)}）" if receipt.files else ""
            opening = f"{receipt.unit}：{what}来了{len(receipt.files)}份{came}，请说明以哪一份为准。"
            return f"{opening}{_contact(collection)}{_listed(told)}"
        case "已收" if told:
            opening = f"{receipt.unit}：{what}已收到。请核对下列各处，有误的改好后重新报送。"
            return f"{opening}{_contact(collection)}{_listed(told)}"
        case _:
            return ""


def _by_letter(receipt: Receipt, collection: Collection, told: list[Diagnostic]) -> str:
    if receipt.state == "未报":
        return "（数据还没有收到。由依法治县办发函商请，不发催报。）"
    asked = f"{receipt.unit}：提供的数据已收到，商请核对下列各处。{_contact(collection)}"
    return f"{asked}{_listed(told)}" if told else ""


def _listed(findings: list[Diagnostic]) -> str:
    lines = [_line(number, each) for number, each in enumerate(findings[:_MOST_FINDINGS], start=1)]
    if len(findings) > _MOST_FINDINGS:
        lines.append(f"另有{len(findings) - _MOST_FINDINGS}处，另附。")
    return "".join(f"\n{line}" for line in lines)


def _line(number: int, finding: Diagnostic) -> str:
    place = f"{finding.place.spot}：" if finding.place.sheet is not None else ""
    if finding.for_unit:
        return f"{number}. {place}{finding.for_unit.rstrip('。')}。"
    said = finding.remedy.replace(*_EXEMPTION)
    for ours, theirs in _OURS:
        said = said.replace(ours, theirs)
    said = "；".join(part for part in said.rstrip("。").split("；") if not any(word in part for word in _CLERKS))
    remedy = f"。办法：{said}" if said else ""
    return f"{number}. {place}{finding.message.rstrip('。')}{remedy}。"


def _count(receipt: Receipt, severity: Severity) -> int:
    return sum(each.severity is severity for each in receipt.findings)


def _day_of(collection: Collection) -> str:
    day = collection.due
    return f"{day.year}年{day.month}月{day.day}日" if day is not None else ""


def _until(collection: Collection) -> str:
    return f"于{_day_of(collection)}前" if collection.due is not None else "尽快"


def _contact(collection: Collection) -> str:
    return f"联系：{collection.contact.rstrip('。')}。" if collection.contact else ""
