"""The body of a report as rows, one for each block, and back: how a workbook carries it.

`级` counts the nesting from 1. A series (要点, 段内要点) is as many rows as it has points, one after another; the keys
of the whole series stand in its first row. 段内要点 and 续 (more text of a paragraph) belong to the 段 above them, 行
to the 表 above them. Two series that meet are kept apart by a row 另起. Texts of several items hold one a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.models.body import (
    Block,
    ImageBlock,
    ParagraphBlock,
    Point,
    PointsBlock,
    Restricted,
    RunInPoints,
    SectionBlock,
    TableBlock,
    Visible,
)
from generator.models.form import NO, YES, from_lines, in_lines

LEVEL, KIND = "级", "类型"
SECTION, PARAGRAPH, MORE, POINT, RUN_IN, TABLE, LINE, IMAGE, ANEW = (
    "节", "段", "续", "要点", "段内要点", "表", "行", "图", "另起"
)  # fmt: skip
BODY_KINDS = (SECTION, PARAGRAPH, RUN_IN, MORE, POINT, TABLE, LINE, IMAGE, ANEW)
READERS = ("只给", "不给", "不公开")
"""The keys by which a part is kept to some readers."""
BODY_KEYS = (
    LEVEL, KIND, "标题", "文", "标题式", "事项", "任务", "责任单位", "时限", "原因",
    "主题", "文件", "宽", *READERS, "id",
)  # fmt: skip
"""Column keys of a sheet of text. 标题 is also the 题 of a point, a table and a picture."""

_LISTS = ("事项", "任务", "责任单位", "只给", "不给")


@dataclass(frozen=True)
class Row:
    """A row: its cells that aren't empty, by column key."""

    level: int
    kind: str
    cells: Mapping[str, str] = field(default_factory=dict)


# --- blocks to rows -------------------------------------------------------------------------------------------------


def rows_of(blocks: Sequence[Block], level: int = 1) -> Iterator[Row]:
    """The rows of blocks one after another."""
    before: Block | None = None
    for block in blocks:
        if isinstance(before, PointsBlock) and isinstance(block, PointsBlock):
            yield Row(level, ANEW)
        yield from _block(block, level)
        before = block


def _block(block: Block, level: int) -> Iterator[Row]:
    match block:
        case SectionBlock(section=section):
            yield _row(level, SECTION, section, _section_cells(block))
            yield from rows_of(section.content, level + 1)
        case ParagraphBlock():
            yield from _paragraph(block, level)
        case PointsBlock(points=points):
            yield from _series(points, block, level, POINT)
        case TableBlock(table=table):
            columns = in_lines(table.columns)
            yield _row(level, TABLE, block, {"标题": table.title, "主题": table.topic or "", "文": columns})
            for cells in table.rows:
                yield Row(level, LINE, _filled({"文": in_lines(cells)}))
        case ImageBlock(image=image):
            width = f"{image.width:g}" if image.width is not None else ""
            yield _row(level, IMAGE, block, {"标题": image.title, "文件": image.file, "宽": width})


def _section_cells(block: SectionBlock) -> dict[str, str]:
    section = block.section
    return {
        "标题": section.heading or "",
        "标题式": "" if section.heading_form == "独行" else section.heading_form,
        "事项": in_lines(section.items),
        "任务": in_lines(section.tasks),
        "责任单位": in_lines(section.responsible),
        "时限": section.deadline or "",
        "原因": section.cause or "",
    }


def _paragraph(block: ParagraphBlock, level: int) -> Iterator[Row]:
    first, rest = block.parts[0], block.parts[1:]
    yield _row(level, PARAGRAPH, block, {"文": first if isinstance(first, str) else ""})
    before = None
    for part in rest if isinstance(first, str) else block.parts:
        if isinstance(part, str):
            yield Row(level, MORE, _filled({"文": part}))
        else:
            if isinstance(before, RunInPoints):
                yield Row(level, ANEW)
            yield from _series(part.points, part, level, RUN_IN)
        before = part


def _series(points: Sequence[Point], whole: Restricted, level: int, kind: str) -> Iterator[Row]:
    for number, point in enumerate(points):
        cells = {"标题": point.lead, "文": point.text}
        yield Row(level, kind, _filled(cells)) if number else _row(level, kind, whole, cells)


def _row(level: int, kind: str, part: Restricted, cells: Mapping[str, str]) -> Row:
    readers = {
        "只给": in_lines(part.only_for),
        "不给": in_lines(part.not_for),
        "不公开": YES if part.internal else "",
        "id": (part.id or "") if isinstance(part, Visible) else "",
    }
    return Row(level, kind, _filled({**cells, **readers}))


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in cells.items() if text}


# --- rows to the input's data ---------------------------------------------------------------------------------------

Path = tuple[str | int, ...]


class RowError(ValueError):
    """A row that fits nowhere; `row` is its number in the sequence, `key` the column at fault."""

    def __init__(self, row: int, key: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.row, self.key, self.remedy = row, key, remedy


@dataclass
class Built:
    """Blocks as the input writes them. `places` says from which row and column the value at a path came."""

    blocks: list[Any] = field(default_factory=list)
    places: dict[Path, tuple[int, str]] = field(default_factory=dict)


def data_of(rows: Sequence[Row]) -> Built:
    """The blocks that rows say. Raises `RowError`."""
    builder = _Builder()
    for number, row in enumerate(rows):
        builder.take(number, row)
    return builder.built


class _Builder:
    """`_open` holds the lists of blocks that are open, by level, each with its path; the rest what a row may go on."""

    def __init__(self) -> None:
        self.built = Built()
        self._open: list[tuple[list[Any], Path]] = [(self.built.blocks, ())]
        self._block: tuple[dict[str, Any], Path] | None = None
        self._series: tuple[list[Any], Path, str] | None = None
        self._level = 0

    def take(self, number: int, row: Row) -> None:
        if row.kind not in BODY_KINDS:
            raise RowError(number, KIND, f"没有“{row.kind}”这种类型", f"从下拉表里选：{'、'.join(BODY_KINDS)}")
        if not 1 <= row.level <= len(self._open):
            most = len(self._open)
            raise RowError(number, LEVEL, f"级是{row.level}，上面的节只到第{most - 1}级", f"填 1 到 {most} 之间的数")
        if row.kind in (RUN_IN, MORE, LINE) or (row.kind == POINT and self._goes_on(row)):
            self._go_on(number, row)
        elif row.kind == ANEW:
            self._series = None
        else:
            self._begin(number, row)

    def _goes_on(self, row: Row) -> bool:
        return self._series is not None and self._series[2] == POINT and row.level == self._level

    def _begin(self, number: int, row: Row) -> None:
        del self._open[row.level :]
        blocks, at = self._open[-1]
        at = (*at, len(blocks))
        block = self._made(number, row, at)
        blocks.append(block)
        self.built.places[at] = (number, KIND)
        self._block, self._level = (block, at), row.level
        if row.kind != POINT:
            self._series = None

    def _made(self, number: int, row: Row, at: Path) -> dict[str, Any]:
        cells = row.cells
        match row.kind:
            case "节":
                inside = (*at, SECTION)
                keys = ("标题", "标题式", "事项", "任务", "责任单位", "时限", "原因")
                data = self._taken(number, row, inside, keys) | self._readers(number, row, inside)
                data["内容"] = []
                self._open.append((data["内容"], (*inside, "内容")))
                return {SECTION: data}
            case "段":
                parts: list[Any] = []
                if cells.get("文"):
                    parts.append(self._text(number, row, "文", (*at, PARAGRAPH, 0)))
                return {PARAGRAPH: parts, **self._readers(number, row, at)}
            case "要点":
                points: list[Any] = []
                self._series = (points, (*at, POINT), POINT)
                self._add_point(number, row)
                return {POINT: points, **self._readers(number, row, at)}
            case "表":
                inside = (*at, TABLE)
                data = self._taken(number, row, inside, ("主题",))
                if cells.get("标题"):
                    data["题"] = self._text(number, row, "标题", (*inside, "题"))
                if cells.get("文"):
                    data |= {"列": from_lines(self._text(number, row, "文", (*inside, "列"))), "行": []}
                return {TABLE: data, **self._readers(number, row, at)}
            case _:
                inside = (*at, IMAGE)
                data = self._taken(number, row, inside, ("文件", "宽"))
                if cells.get("标题"):
                    data["题"] = self._text(number, row, "标题", (*inside, "题"))
                return {IMAGE: data, **self._readers(number, row, at)}

    def _go_on(self, number: int, row: Row) -> None:
        if row.kind == POINT:
            self._add_point(number, row)
            return
        home = TABLE if row.kind == LINE else PARAGRAPH
        if self._block is None or home not in self._block[0] or row.level != self._level:
            raise RowError(number, KIND, f"“{row.kind}”的上面没有同级的“{home}”", f"先写一行“{home}”，级要相同")
        block, at = self._block
        if row.kind == LINE:
            lines = block[TABLE].setdefault(LINE, [])
            lines.append(from_lines(self._text(number, row, "文", (*at, TABLE, LINE, len(lines)))))
            lines[-1] += [""] * (len(block[TABLE].get("列", ())) - len(lines[-1]))
        elif row.kind == MORE:
            self._series = None
            block[PARAGRAPH].append(self._text(number, row, "文", (*at, PARAGRAPH, len(block[PARAGRAPH]))))
        else:
            if self._series is None:
                inside = (*at, PARAGRAPH, len(block[PARAGRAPH]))
                points: list[Any] = []
                block[PARAGRAPH].append({POINT: points, **self._readers(number, row, inside)})
                self._series = (points, (*inside, POINT), RUN_IN)
            self._add_point(number, row)

    def _add_point(self, number: int, row: Row) -> None:
        if self._series is None:
            raise AssertionError(row)
        points, at, _ = self._series
        at = (*at, len(points))
        self.built.places[at] = (number, "文")
        point = {"题": self._text(number, row, "标题", (*at, "题")), "文": self._text(number, row, "文", (*at, "文"))}
        points.append({key: text for key, text in point.items() if text})

    def _taken(self, number: int, row: Row, at: Path, keys: Sequence[str]) -> dict[str, Any]:
        """The cells under these keys as the input writes them; empty ones are left out."""
        data: dict[str, Any] = {}
        for key in keys:
            if row.cells.get(key):
                text = self._text(number, row, key, (*at, key))
                data[key] = from_lines(text) if key in _LISTS else text
        return data

    def _readers(self, number: int, row: Row, at: Path) -> dict[str, Any]:
        data = self._taken(number, row, at, (*READERS, "id"))
        if data.get("不公开") == NO:
            del data["不公开"]
        return data

    def _text(self, number: int, row: Row, key: str, at: Path) -> str:
        self.built.places[at] = (number, key)
        return row.cells.get(key, "")
