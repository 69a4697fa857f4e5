"""Cells. Nothing that comes from an input or from knowledge is ever a formula: what begins like one is quoted text."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.form import CELL_LIMIT
from generator.models.quantity import Quantity
from generator.writing.xlsx import styles

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_EXACT_DIGITS = 15
"""Excel keeps so many digits of a number."""


@dataclass(frozen=True)
class Look:
    """How a cell looks, and whether staff may write in it."""

    font: Font = styles.BODY
    fill: PatternFill | None = None
    align: Alignment = styles.LEFT
    border: Border | None = styles.BORDER
    is_input: bool = False


LABEL = Look(fill=styles.LOCKED_FILL)
HEAD = Look(styles.HEAD, styles.HEAD_FILL, styles.CENTRE)
BAND = Look(styles.HEAD, styles.BAND_FILL)
BLANK = Look(fill=styles.LOCKED_FILL, align=styles.CENTRE, font=styles.GREY)
LAST_YEAR = Look(styles.GREY, styles.LOCKED_FILL, styles.RIGHT)
UNIT = Look(fill=styles.LOCKED_FILL, align=styles.CENTRE)
NUMBER = Look(fill=styles.INPUT_FILL, align=styles.RIGHT, is_input=True)
TEXT = Look(fill=styles.INPUT_FILL, is_input=True)
CHOICE = Look(fill=styles.INPUT_FILL, align=styles.CENTRE, is_input=True)
NOTE = Look(styles.SMALL, border=None)
TITLE = Look(styles.TITLE, align=styles.CENTRE, border=None)
KEY = Look(styles.SMALL, border=None)
OPEN_KEY = Look(styles.SMALL, border=None, is_input=True)


class TooLongError(ValueError):
    """A text that no cell can hold."""

    def __init__(self, text: str) -> None:
        super().__init__(f"有一段文字超过{CELL_LIMIT}字，Excel 的一个单元格放不下：{text[:20]}……")


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, never one that a merge has swallowed."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - for the type checker; writers merge after they have written
    return cell


def put(sheet: Worksheet, row: int, column: int, value: object, look: Look = LABEL) -> Cell:
    """Write a value of any kind as its own type: figure, day, number, or text."""
    cell = at(sheet, row, column)
    match value:
        case None | "":
            pass
        case Quantity():
            _quantity(cell, value)
        case bool():
            raise TypeError(value)
        case date():
            cell.value = value
            cell.number_format = styles.DAY
        case int() | float() | Decimal():
            cell.value = value
        case _:
            _text(cell, str(value))
    dress(cell, look)
    return cell


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, look: Look, form: str = "General") -> Cell:
    """Write a formula of ours."""
    cell = at(sheet, row, column)
    cell.value = f"={formula}"
    cell.number_format = form
    dress(cell, look)
    return cell


def dress(cell: Cell, look: Look) -> None:
    """Give a cell its look. openpyxl compares fonts and fills by all they hold, so a style is made once a workbook."""
    quoted = cell.data_type == "s" and str(cell.value).startswith(_FORMULA_SIGNS)
    book = cell.parent.parent
    made = _MADE.get(book)
    if made is None:
        made = _MADE[book] = {}
    styled: Any = cell  # the stubs leave out what openpyxl's own handbook copies
    given = styled._style  # noqa: SLF001 - as above
    key = (id(look), given.numFmtId if given is not None else 0, quoted)
    if key not in made:
        _dress(cell, look, quoted=quoted)
        made[key] = (look, copy(styled._style))  # noqa: SLF001 - as above
    styled._style = copy(made[key][1])  # noqa: SLF001 - as above


def _dress(cell: Cell, look: Look, *, quoted: bool) -> None:
    cell.font = look.font
    cell.alignment = look.align
    if look.fill is not None:
        cell.fill = look.fill
    if look.border is not None:
        cell.border = look.border
    cell.protection = styles.UNLOCKED if look.is_input else styles.LOCKED
    if quoted:
        cell.quotePrefix = True


_MADE: WeakKeyDictionary[Any, dict[tuple[int, int, bool], tuple[Look, Any]]] = WeakKeyDictionary()
"""The styles of each workbook by look, format and quoting; the look is kept, so that its id stays its own."""


def span(sheet: Worksheet, row: int, first: int, last: int, value: object, look: Look) -> None:
    """One cell over several columns; for words of ours alone, never for input."""
    put(sheet, row, first, value, look)
    for column in range(first + 1, last + 1):
        dress(at(sheet, row, column), look)
    merge(sheet, (row, row), (first, last))


def merge(sheet: Worksheet, rows: tuple[int, int], columns: tuple[int, int]) -> None:
    """Join cells that have their looks already; `merge_cells` would work out their borders once more, slowly."""
    if rows[0] != rows[1] or columns[0] != columns[1]:
        first, last = (f"{get_column_letter(columns[end])}{rows[end]}" for end in (0, 1))
        sheet.merged_cells.add(f"{first}:{last}")


def printable(text: str) -> str:
    """The text without the characters that no XML may hold."""
    return _CONTROLS.sub("", text)


def reference(sheet: Worksheet, row: int, column: int) -> str:
    """A cell as formulas of any sheet call it."""
    title = (sheet.title or "").replace("'", "''")
    return f"'{title}'!${get_column_letter(column)}${row}"


def _quantity(cell: Cell, quantity: Quantity) -> None:
    """A plain number as a number, its decimals in the format; anything else as it was typed."""
    typed = quantity.typed.strip()
    if not _PLAIN_NUMBER.fullmatch(typed) or len(typed.strip("-").replace(".", "")) > _EXACT_DIGITS:
        _text(cell, quantity.typed)
        return
    cell.value = Decimal(typed) if quantity.places else int(typed)
    if quantity.places:
        cell.number_format = f"0.{'0' * quantity.places}"


def _text(cell: Cell, text: str) -> None:
    """Text that stays text. Raises `TooLongError`."""
    text = _ESCAPED.sub("_x005F_", printable(text))
    if len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
        raise TooLongError(text)
    cell.value = text
    cell.data_type = "s"
