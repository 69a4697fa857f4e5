"""Topics that are forms (表式) as the rows of a table: grouped heads, labels at the side, a figure in every cell.

What is blank stays blank. A form in blocks has a line with its group's name and a head of its own above every group.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from markupsafe import Markup, escape

from generator.composing.typist import attributes
from generator.models.grid import Grid, Line, Lines, cell_name, depth, leaves
from generator.records import dataclass

Figure = Callable[[str], Markup]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: 头 it belongs to the head; 跨列 and 跨行 are the columns and rows it reaches over."""

    文: Markup
    头: bool = False
    齐: Literal["左", "中"] = "中"
    跨列: int = 1
    跨行: int = 1


@dataclass(frozen=True, slots=True)
class GridView:
    路径: str
    号: str
    题: Markup
    行: tuple[tuple[CellView, ...], ...]
    类: str = "统计表"
    属性 = property(attributes)


Row = tuple[CellView, ...]


def grid_rows(form: Grid, figure: Figure | None) -> tuple[Row, ...]:
    """The rows of the whole form; without `figure`, when nothing was given, the head alone."""
    if form.in_blocks and figure:
        return tuple(tuple(row) for group in form.行.values() for row in _block(form, group, figure))
    columns = {"": Line(标签=form.数)} if form.in_blocks or not form.列 else form.列
    head = _heads(columns, depth(columns))
    if form.行:
        corner = CellView(escape(form.角), 头=True, 跨列=depth(form.行), 跨行=depth(columns))
        head[0] = [corner, *head[0]]
    body = _body(form.行, depth(form.行), form.columns, figure) if figure else []
    return tuple(tuple(row) for row in [*head, *body])


def _block(form: Grid, group: Line, figure: Figure) -> list[list[CellView]]:
    """One group of rows below its name. Nothing in it is head: that would stand on every page above other groups."""
    deep = max(depth(line.项) for line in form.行.values())
    most = max(len(line.列) for line in form.行.values())
    columns = {name: form.columns[name] for name in group.列}
    head = [CellView(escape(form.角), 跨列=deep), *(CellView(_label(line)) for line in columns.values())]
    rows = [head, *_body(group.项, deep, columns, figure)]
    last = most - len(columns) + 1
    return [[CellView(_label(group), 跨列=deep + most)], *([*row[:-1], replace(row[-1], 跨列=last)] for row in rows)]


def _body(rows: Lines, deep: int, columns: Lines, figure: Figure) -> list[list[CellView]]:
    names = [name for name, _ in leaves(rows)] or [""]
    sides = _sides(rows, deep) if rows else [[]]
    return [
        [*side, *(CellView(figure(cell_name(row, column))) for column in columns or ("",))]
        for row, side in zip(names, sides, strict=True)
    ]


def _sides(lines: Lines, deep: int) -> list[list[CellView]]:
    """The labels at the left of every row: those of the groups that begin there, then its own."""
    sides: list[list[CellView]] = []
    for line in lines.values():
        if line.项:
            inner = _sides(line.项, deep - 1)
            inner[0].insert(0, CellView(_label(line), 跨行=len(inner)))
            sides += inner
        else:
            sides.append([CellView(_label(line), 齐="左", 跨列=deep)])
    return sides


def _heads(lines: Lines, deep: int) -> list[list[CellView]]:
    """The rows of the head: the names of groups above those of their columns."""
    rows: list[list[CellView]] = [[] for _ in range(deep)]
    for line in lines.values():
        if line.项:
            rows[0].append(CellView(_label(line), 头=True, 跨列=len(list(leaves(line.项)))))
            for below, inner in enumerate(_heads(line.项, deep - 1), start=1):
                rows[below] += inner
        else:
            rows[0].append(CellView(_label(line), 头=True, 跨行=deep))
    return rows


def _label(line: Line) -> Markup:
    return escape(line.标签 + _unit(line.单位))


def _unit(unit: str | None) -> str:
    """In brackets; a rate brings its % itself."""
    return f"（{unit}）" if unit and unit != "%" else ""
