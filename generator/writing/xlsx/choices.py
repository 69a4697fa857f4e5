"""Drop-downs and rules of input. Choices stand on a hidden sheet, because a list in the rule itself may have 255 signs.

Rules warn and never refuse: `2000余`, `不适用` and `98%以上` are good answers where a number is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.form import LISTS_SHEET, NO, YES
from generator.writing.xlsx.cells import KEY, put

_PROMPT_LIMIT, _TITLE_LIMIT = 200, 30
YES_NO = (YES, NO)


class Choices:
    """The hidden sheet of choices; the same list is written once."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = book.create_sheet(LISTS_SHEET)
        self._sheet.sheet_state = "hidden"
        self._columns: dict[tuple[str, ...], str] = {}

    def finish(self) -> None:
        """Protected, since the rules point at it."""
        self._sheet.protection.sheet = True

    def rule(self, choices: Sequence[str], *, strict: bool = False, prompt: str = "") -> DataValidation:
        """A drop-down. One that isn't strict takes other words as well, and several lines."""
        rule = DataValidation(type="list", formula1=self._range(tuple(choices)), allow_blank=True)
        rule.showErrorMessage = strict
        rule.errorStyle = "warning"
        rule.errorTitle, rule.error = "不在下拉表里", "请从下拉表里选；确实要填别的，点“是”。"
        return _prompting(rule, prompt)

    def _range(self, choices: tuple[str, ...]) -> str:
        if choices not in self._columns:
            number = len(self._columns) + 1
            for row, choice in enumerate(choices, start=1):
                put(self._sheet, row, number, choice, KEY)
            letter = get_column_letter(number)
            self._columns[choices] = f"'{LISTS_SHEET}'!${letter}$1:${letter}${max(len(choices), 1)}"
        return self._columns[choices]


def number_rule(prompt: str = "", title: str = "", *, whole: bool = False) -> DataValidation:
    """A figure not below zero; whatever else is typed is asked about once."""
    rule = DataValidation(type="whole" if whole else "decimal", operator="greaterThanOrEqual", formula1="0")
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.errorStyle = "warning"
    rule.errorTitle = "请核对"
    rule.error = "这里一般填数字。约数可填 2000余、2万余，没有这项职责填“不适用”；确实要这样填，点“是”。"
    return _prompting(rule, prompt, title)


def day_rule(prompt: str = "") -> DataValidation:
    """A day of this century."""
    rule = DataValidation(type="date", operator="between", formula1="36526", formula2="73415")
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = "请核对日期", "日期写成 2026-02-09 的样子；确实要这样填，点“是”。"
    return _prompting(rule, prompt)


def text_rule(prompt: str, title: str = "") -> DataValidation:
    """No rule, only a hint that shows while the cell is being filled in."""
    return _prompting(DataValidation(type=None, allow_blank=True), prompt, title)


def apply(sheet: Worksheet, rule: DataValidation, cells: str) -> None:
    """Put a rule on cells, written as Excel writes ranges."""
    rule.add(cells)
    sheet.add_data_validation(rule)


def _prompting(rule: DataValidation, prompt: str, title: str = "") -> DataValidation:
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle = _cut(title, _TITLE_LIMIT) or None
        rule.prompt = _cut(prompt, _PROMPT_LIMIT)
    return rule


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
