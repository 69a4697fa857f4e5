"""Where the cells of a table stand."""

from __future__ import annotations

import pytest

from generator.document.blocks import Cell, Text, plain
from generator.document.tables import UnevenTableError, laid_out, wide


def cell(words: str, across: int = 1, down: int = 1) -> Cell:
    return Cell((Text(words),), across=across, down=down)


def shown(*rows: list[Cell]) -> list[list[tuple[str, int, bool]]]:
    """Words, column and whether the cell begins there, of every slot."""
    return [[(plain(slot.cell.inlines), slot.column, slot.first) for slot in row] for row in laid_out(rows)]


def test_cells_reach_over_columns_and_rows() -> None:
    """As in HTML: a row has the cells that begin in it."""
    head = [cell("项目", down=2), cell("申请人", across=2), cell("总计", down=2)]
    rows = shown(head, [cell("个人"), cell("单位")], [cell("新收"), cell("1"), cell("2"), cell("3")])

    assert rows == [
        [("项目", 0, True), ("申请人", 1, True), ("总计", 3, True)],
        [("项目", 0, False), ("个人", 1, True), ("单位", 2, True), ("总计", 3, False)],
        [("新收", 0, True), ("1", 1, True), ("2", 2, True), ("3", 3, True)],
    ]


def test_a_block_reaches_both_ways() -> None:
    """And a row that nothing begins in is full all the same."""
    rows = laid_out([[cell("大", across=2, down=3), cell("甲")], [cell("乙", down=2)], []])

    assert [wide(row) for row in rows] == [3, 3, 3]
    assert [(slot.column, slot.first) for slot in rows[2]] == [(0, False), (2, False)]


UNEVEN = {
    "short row": [[cell("甲"), cell("乙")], [cell("丙")]],
    "long row": [[cell("甲")], [cell("乙"), cell("丙")]],
    "hanging over the end": [[cell("甲", down=2), cell("乙")]],
    "into a hanging cell": [[cell("甲"), cell("乙", down=2)], [cell("丙", across=2)]],
    "gap before a hanging cell": [[cell("甲"), cell("乙"), cell("丙", down=2)], [cell("丁")]],
}


@pytest.mark.parametrize("rows", UNEVEN.values(), ids=UNEVEN.keys())
def test_rows_that_do_not_fill_the_same_columns(rows: list[list[Cell]]) -> None:
    """Word would repair such a file, or not open it."""
    with pytest.raises(UnevenTableError):
        laid_out(rows)


def test_no_rows_are_no_fault() -> None:
    """Writers leave such a table out."""
    assert laid_out([]) == ()
