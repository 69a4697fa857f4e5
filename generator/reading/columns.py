"""Lines whose words blanks keep in columns: a table that somebody typed without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.manuscript import Cell
from generator.patterns import compile_later
from generator.reading.raw import Raw

_COLUMN = compile_later(r"\t+| {2,}")
_FIGURE = compile_later(r"[-+]?[0-9][0-9,.]*[%万亿]?$")
_FEW = 2
_LONGEST_CELL = 40


def with_tables(lines: Sequence[Raw]) -> Iterator[Raw]:
    """Lines that stand in columns, two or more below each other, as a table."""
    together: list[Raw] = []
    for line in [*lines, None]:
        if line is not None and _is_plain(line) and len(_cells(line.text)) > 1:
            together.append(line)
            continue
        if len(together) > 1:
            cells = tuple(tuple(map(Cell, _cells(row.text))) for row in together)
            yield replace(together[0], text="", rows=cells)
        else:
            yield from together
        together = []
        if line is not None:
            yield line


def _is_plain(line: Raw) -> bool:
    """Whether nothing says what the line is: no list, no level of an outline, no table."""
    return not (line.rows or line.number or line.outline) and line.origin == "正文" and not _is_of_contents(line)


def _is_of_contents(line: Raw) -> bool:
    """A table of contents has columns too: titles and pages."""
    return line.style.lower().startswith(("toc", "目录"))


def _cells(text: str) -> list[str]:
    """The cells of a line: three or more short ones, or two with a figure in the second."""
    cells = [cell for cell in _COLUMN.split(text.strip()) if cell.strip()]
    if any(len(cell) > _LONGEST_CELL or cell[-1] in "。；：" for cell in cells):
        return []
    return cells if len(cells) > _FEW or (len(cells) == _FEW and _FIGURE.match(cells[1])) else []
