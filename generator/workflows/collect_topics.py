"""Topics that a later collecting brings into a report: where they are put, and that no section says them yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.loading.source import Source
from generator.merging.teller import Teller
from generator.models.knowledge import Knowledge
from generator.writing.splice import Edit

_NOW = "指标"
_UNSAID = "DATA523"
_OTHER = "其他"
_NO_TEXT = (_NOW, "上年", "上年安排", "其他数据")
_MOST = 12


def tasks_of(knowledge: Knowledge, year: int) -> dict[str, tuple[str, str]]:
    """The task of each topic and its heading, as a report of the year is laid out."""
    outline = knowledge.outline_for(year) or knowledge.outline_near(year)
    found: dict[str, tuple[str, str]] = {}
    headings = {task.名称: task.标题 for task in outline.任务} if outline is not None else {}
    for task in outline.任务 if outline is not None else ():
        for topic in task.主题:
            found.setdefault(topic, (task.名称, task.标题))
    for name, entry in knowledge.catalogue.topics.items():
        if entry.任务 in headings:
            found.setdefault(name, (entry.任务, headings[entry.任务]))
    return found


def placed(edits: Iterable[Edit], source: Source, tasks: Mapping[str, tuple[str, str]]) -> list[Edit]:
    """New topics behind the last one of their task; where there is none, at the end under a comment that names it."""
    there = source.data.get(_NOW)
    known = list(there) if isinstance(there, Mapping) else []
    last = {tasks[topic][0]: topic for topic in known if topic in tasks}
    made = []
    for edit in edits:
        topic = str(edit.path[1]) if len(edit.path) > 1 and edit.path[0] == _NOW else ""
        if not topic or topic in known:
            made.append(edit)
            continue
        task = tasks.get(topic, (_OTHER, ""))[0]
        made.append(replace(edit, behind=last.get(task, ""), note="" if task in last else task))
    return made


def tell_unsaid(
    topics: Iterable[str], source: Source, tasks: Mapping[str, tuple[str, str]], apart: Iterable[str], teller: Teller
) -> None:
    """One finding on the topics that no text of the report refers to, each with the line to add and where."""
    said = set(_referred({key: value for key, value in source.data.items() if key not in _NO_TEXT}))
    unsaid = [name for name in dict.fromkeys(topics) if name not in said and name not in apart]
    if unsaid:
        words = "；".join(
            f'{name}，在{_where(name, source, tasks)}下添 - "{{{{ {name} }}}}"' for name in unsaid[:_MOST]
        )
        more = f"；等{len(unsaid)}个主题" if len(unsaid) > _MOST else ""
        teller.tell(_UNSAID, source.place((_NOW,)), 各主题=words + more)


def _where(topic: str, source: Source, tasks: Mapping[str, tuple[str, str]]) -> str:
    """The section of the topic's task as the report calls it, else the outline's."""
    task, heading = tasks.get(topic, ("", ""))
    own = next((title for title, named in _sections(source.data) if task and task in named), "")
    return f"“{own or heading}”" if own or heading else "有关的节"


def _sections(data: Any) -> Iterator[tuple[str, Sequence[str]]]:
    if isinstance(data, Mapping):
        named = data.get("任务")
        if "标题" in data and isinstance(named, list | str):
            yield str(data["标题"]), [named] if isinstance(named, str) else [str(each) for each in named]
        for value in data.values():
            yield from _sections(value)
    elif isinstance(data, list):
        for value in data:
            yield from _sections(value)


def _referred(data: Any) -> Iterator[str]:
    """The names in references, and the topics of tables."""
    if isinstance(data, str):
        for inside in re.findall(r"\{\{(.*?)\}\}", data, re.DOTALL):
            yield from re.findall(r"\w+", inside)
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key == "主题":
                yield from [value] if isinstance(value, str) else map(str, value or ())
            yield from _referred(value)
    elif isinstance(data, list):
        for value in data:
            yield from _referred(value)
