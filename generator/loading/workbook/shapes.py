"""Which field of which model a key stands for, and how its cell is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.loading.workbook import typed as read
from generator.loading.workbook.cells import Cell
from generator.loading.workbook.findings import Findings
from generator.models.base import Input
from generator.models.form import from_lines
from generator.models.form_fields import fields_of, records_of
from generator.models.heads import HeadText, from_line
from generator.models.quantity import Quantity

_TEXT, _FIGURE, _ACCOUNT = "文字", "数量", "负责人情况"


@dataclass(frozen=True)
class Shapes:
    """The shapes of a model's fields, and of its records' fields, by key."""

    model: type[Input]

    @cached_property
    def _values(self) -> dict[str, str]:
        return {each.key: each.shape for each in fields_of(self.model)}

    @cached_property
    def _records(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for key, part in records_of(self.model).items():
            found[key] = {each.key: each.shape for each in fields_of(part)}
            figures = (info.alias or name for name, info in part.model_fields.items() if info.annotation is Quantity)
            texts = (
                info.alias or name for name, info in part.model_fields.items() if info.annotation == list[HeadText]
            )
            found[key] |= dict.fromkeys(figures, _FIGURE) | dict.fromkeys(texts, _ACCOUNT)
        return found

    @cached_property
    def _required(self) -> dict[str, frozenset[str]]:
        models = {"": self.model, **records_of(self.model)}
        return {of: frozenset(each.key for each in fields_of(part) if each.required) for of, part in models.items()}

    def is_required(self, key: str, of: str = "") -> bool:
        """Whether a field must be filled in; `of` names the records whose field it is."""
        return key in self._required.get(of, frozenset())

    def of_value(self, key: str) -> str:
        return self._values.get(key, _TEXT)

    def of_record(self, of: str, key: str) -> str:
        return self._records.get(of, {}).get(key, _TEXT)

    def read(self, shape: str, cell: Cell, findings: Findings, *, from_1904: bool) -> object:
        """The value of a cell; None when it is blank."""
        match shape:
            case "日期":
                typed = read.day(cell, from_1904=from_1904)
            case "是否":
                typed = read.yes_no(cell)
            case "数量":
                typed = read.figure(cell)
            case "数字":
                typed = read.number(cell)
            case _:
                typed = read.words(cell)
        findings.remarks(cell, typed)
        if typed.text is None or shape not in ("多行", _ACCOUNT):
            return typed.text
        lines = [line for line in from_lines(typed.text) if line.strip()]
        return [from_line(line) for line in lines] if shape == _ACCOUNT else lines
