"""Forms as staff write them, row by row: `新收: {自然人: 3, 总计: 4}` is made into `新收_自然人` and `新收_总计`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.loading.keys import listed, nearest
from generator.loading.problems import Problems
from generator.models.base import Path
from generator.models.catalogue import Topic
from generator.models.grid import Grid, Line, cell_name

Cell = tuple[str, Path, Any]
"""The indicator of a cell, where it stands below the topic, and what was typed."""


def flattened(topic: Topic, values: Mapping[str, Any], path: Path, problems: Problems) -> Iterator[Cell]:
    """The cells of a form; `path` is the topic's place. Anything else under the topic is passed on as it is."""
    form = topic.表式
    if form is None or not form.two_dimensional:
        yield from ((typed, (typed,), value) for typed, value in values.items())
        return
    seen: set[str] = set()
    for name, inside, value in _cells(topic, form, values, path, problems):
        if name in seen:
            row, column = form.cells[name]
            message = f"“{row}”行“{column}”列填了两次"
            problems.error("LOAD062", (*path, *inside), message, "留一处，删去另一处", at_key=True)
        else:
            seen.add(name)
            yield name, inside, value


def _cells(topic: Topic, form: Grid, values: Mapping[str, Any], path: Path, problems: Problems) -> Iterator[Cell]:
    for typed, value in values.items():
        if typed in topic.声明 or typed in topic.指标:
            yield typed, (typed,), value
        elif typed in form.rows:
            yield from _row(form, typed, value, (*path, typed), problems)
        else:
            _unknown_row(topic, form, typed, path, problems)


def _row(form: Grid, row: str, value: Any, path: Path, problems: Problems) -> Iterator[Cell]:
    columns = form.columns_of(row)
    if value is None:
        return
    if not isinstance(value, Mapping):
        if not problems.colons(path, value):
            remedy = f"在“{row}”下面另起一行，缩进两格，按列写：{columns[0]}: 数字"
            problems.error("LOAD052", path, f"“{row}”是一行，下面应当是各列的数字", remedy)
        _lost(row, columns, path, problems)
        return
    for typed, figure in value.items():
        if typed in columns:
            yield cell_name(row, typed), (row, typed), figure
            continue
        near = _near(typed, {name: form.columns[name] for name in columns})
        _lost(row, [near] if near else (), path, problems)
        remedy = f"是不是“{near}”？" if near else f"可以填：{listed(columns, 20)}"
        problems.error("LOAD061", (*path, typed), f"“{row}”这一行没有“{typed[:30]}”这一列", remedy, at_key=True)


def _unknown_row(topic: Topic, form: Grid, typed: str, path: Path, problems: Problems) -> None:
    near = _near(typed, form.rows) or nearest(typed, topic.声明)
    if near in form.rows:
        _lost(near, form.columns_of(near), (*path, near), problems)
    remedy = f"是不是“{near}”？" if near else f"可以填：{listed(form.rows, 30)}"
    message = f"表“{topic.名称}”没有“{typed[:30]}”这一行"
    problems.error("LOAD061", (*path, typed), message, remedy, at_key=True)


def _near(typed: str, lines: Mapping[str, Line]) -> str | None:
    labels = {line.标签: name for name, line in lines.items() if line.标签}
    near = nearest(typed, [*lines, *labels])
    return labels.get(near, near) if near else None


def _lost(row: str, columns: Iterable[str], path: Path, problems: Problems) -> None:
    """Cells that can't be read: what lacks them is no fault of its own."""
    problems.broken.update((*path[:-1], cell_name(row, column)) for column in columns)
