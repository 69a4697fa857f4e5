"""Topics that are forms (表式): the rows and columns of a national table, and the indicators that their cells are.

A form with rows and columns has one indicator `行_列` for every cell. One with rows alone, or columns alone, is a list
of indicators that is printed as the form prints it. Rows and columns may be grouped; a total (总) is no part of a sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import model_validator

from generator.models.base import KnowledgeEntry, YesNo
from generator.models.relation import Node, Operation, Relation, Term, Total

_MOST_COLUMNS, _MOST_CELLS = 50, 1500

Side = Literal["", "行", "列"]


class CellTraits(KnowledgeEntry):
    """What a cell is like, so far as its row, its column or the whole form says so; blank says nothing."""

    单位: str | None = None
    性质: Literal["流量", "存量", "比率"] | None = None
    合并: Literal["求和", "单一来源", "牵头单位", "最新", "重算", "核对"] | None = None
    公开属性: Literal["公开", "内部"] | None = None

    def said(self) -> dict[str, Any]:
        """The traits that are given."""
        names = CellTraits.model_fields
        return {name: value for name in names if (value := getattr(self, name)) is not None}


class Line(CellTraits):
    """A row or a column, or a group of them (项). A bare text is its 标签, as the form prints it.

    A 总 is the sum of others. A group of rows whose 列 names columns has those alone, and a head of its own. 分子 and
    口径 are those of a 比率, in a form of one dimension.
    """

    标签: str = ""
    含义: str = ""
    分子: str = ""
    口径: list[str] = []
    总: YesNo = False
    列: list[str] = []
    项: dict[str, Line] = {}

    @model_validator(mode="before")
    @classmethod
    def _text_is_the_label(cls, data: Any) -> Any:
        return {"标签": data} if isinstance(data, str) else data


Lines = Mapping[str, Line]


class Grid(CellTraits):
    """The form of a topic. 角 stands in the corner above the rows, 数 above the figures of a form without columns."""

    行: dict[str, Line] = {}
    列: dict[str, Line] = {}
    角: str = "项目"
    数: str = "数量"

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not self.行 and not self.列:
            raise ValueError("“表式”里要有“行”或“列”")
        if len(self.columns) > _MOST_COLUMNS or len(self.cells) > _MOST_CELLS:
            raise ValueError(f"“表式”最多{_MOST_COLUMNS}列、{_MOST_CELLS}格")
        for what, lines in (("行", self.行), ("列", self.列)):
            names = [name for name, _ in _all(lines)]
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice:
                raise ValueError(f"“表式”的{what}“{twice}”写了两次")
        unknown = [name for line in self.行.values() for name in line.列 if name not in self.columns]
        if unknown:
            raise ValueError(f"“表式”没有列“{unknown[0]}”")
        if self.in_blocks and not all(line.列 and line.项 for line in self.行.values()):
            raise ValueError("“表式”有一组行写了“列”，各组就都要写“列”和“项”")
        return self

    @cached_property
    def rows(self) -> dict[str, Line]:
        """The rows without their groups, from above."""
        return dict(leaves(self.行))

    @cached_property
    def columns(self) -> dict[str, Line]:
        """The columns without their groups, from the left."""
        return dict(leaves(self.列))

    @property
    def two_dimensional(self) -> bool:
        return bool(self.行 and self.列)

    @property
    def in_blocks(self) -> bool:
        """Whether every group of rows has columns of its own."""
        return any(line.列 for line in self.行.values())

    @cached_property
    def cells(self) -> dict[str, tuple[str, str]]:
        """Row and column of every indicator, row by row; what a form lacks is an empty name."""
        return {cell_name(row, column): (row, column) for row in self.rows or ("",) for column in self.columns_of(row)}

    def columns_of(self, row: str) -> Sequence[str]:
        """The columns that a row has."""
        own = next((group.列 for group in self.行.values() if group.列 and row in dict(leaves(group.项))), None)
        return own or list(self.columns) or [""]

    def traits(self, row: str, column: str) -> dict[str, Any]:
        """What an indicator's entry says of a cell: the row's word comes first, then the column's, then the form's."""
        lines = [line for line in (self.rows.get(row), self.columns.get(column)) if line is not None]
        said = {"单位": "件", **self.said()}
        for line in reversed(lines):
            said |= line.said()
        if not self.two_dimensional:
            said |= {"分子": lines[0].分子, "口径": lines[0].口径}
        if not self.two_dimensional:
            return {**said, "标签": self._called(row or column, lines[0]), "含义": lines[0].含义}
        words = (line.含义 or line.标签 for line in lines)
        return {**said, "标签": f"{row}·{column}", "含义": "，".join(filter(None, words))}

    def _called(self, name: str, line: Line) -> str:
        """What messages call a line: as the form does, but for lists, and words that need their group to be clear."""
        labels = [each.标签 for each in (self.rows or self.columns).values()]
        unclear = line.总 or not line.标签 or "、" in line.标签 or labels.count(line.标签) > 1
        return name if unclear else line.标签

    @cached_property
    def dimensions(self) -> dict[str, list[str]]:
        """What `Σ` may be said of in a form of one dimension: its groups, and all of its 行 or 列; totals left out."""
        return {} if self.two_dimensional else self.sums("行" if self.行 else "列")

    def sums(self, side: Side) -> dict[str, list[str]]:
        """The rows or the columns that `Σ` stands for, by the name of their group."""
        lines = self.行 if side == "行" else self.列
        groups = {side: lines, **{name: line.项 for name, line in _all(lines) if line.项}}
        return {name: [leaf for leaf, line in leaves(group) if not line.总] for name, group in groups.items()}

    def spelled(self, relation: Relation, each: Side) -> Iterator[tuple[str, Relation]]:
        """A relation between rows for 每列, or between columns for 每行, and the column or row it is spelled out for.

        Where a cell isn't in the form the relation says nothing.
        """
        sums = self.sums("行" if each == "列" else "列")
        for line in self.columns if each == "列" else self.rows:
            placed = _Placed(self, line, each, sums)
            whole = replace(relation, left=placed.node(relation.left), right=placed.node(relation.right))
            if all(term.topic or term.indicator in self.cells for term in whole.terms()):
                yield line, whole


class _Placed:
    """The names of a relation made names of cells in one column or row."""

    def __init__(self, grid: Grid, line: str, each: Side, sums: Mapping[str, Sequence[str]]) -> None:
        self._grid, self._line, self._each, self._sums = grid, line, each, sums

    def node(self, node: Node) -> Node:
        match node:
            case Term():
                return self._term(node, node.indicator)
            case Total(dimension=dimension):
                parts = [self._term(dimension, name) for name in self._sums.get(dimension.indicator, ())]
                there = tuple(part for part in parts if part.indicator in self._grid.cells)
                name = "" if dimension.indicator in ("行", "列") else dimension.indicator
                return Total(replace(dimension, indicator=name), there or tuple(parts))
            case Operation(left=left, right=right):
                return replace(node, left=self.node(left), right=self.node(right))
            case _:
                return node

    def _term(self, term: Term, name: str) -> Term:
        if term.topic:
            return term
        row, column = (name, self._line) if self._each == "列" else (self._line, name)
        return Term(cell_name(row, column), "", term.last_year, term.blank_is_zero)


def cell_name(row: str, column: str) -> str:
    """The indicator of a cell; that of a form of one dimension has the row's or the column's name."""
    return "_".join(filter(None, (row, column)))


def leaves(lines: Lines) -> Iterator[tuple[str, Line]]:
    """The lines that have cells, groups opened."""
    for name, line in lines.items():
        if line.项:
            yield from leaves(line.项)
        else:
            yield name, line


def depth(lines: Lines) -> int:
    """How many levels of heads the lines need."""
    return max((1 + depth(line.项) for line in lines.values()), default=0)


def _all(lines: Lines) -> Iterator[tuple[str, Line]]:
    """The lines and all groups."""
    for name, line in lines.items():
        yield name, line
        yield from _all(line.项)
