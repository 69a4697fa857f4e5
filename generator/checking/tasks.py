"""Tasks of the outline that a report says nothing of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checking.findings import Finder
from generator.checking.written import Written, texts_of
from generator.models.base import Path
from generator.models.body import Block, SectionBlock, SectionData, TableBlock
from generator.models.check import CheckRule
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline, Task
from generator.models.report import Report
from generator.patterns import compile_later

_CODE = "PART091"
_NOT_OF_THE_YEAR = ("不足", "安排")
"""What is lacking and what is planned is no account of a task."""

_TOPIC = compile_later(r"\{\{-?\s*(\w+)")


def check_tasks(report: Report, body: tuple[Block, ...], knowledge: Knowledge, finder: Finder) -> None:
    """One finding on all tasks that no section, heading or topic of the text belongs to.

    Only for the reporters that 参数 names and for a whole year, and only where the report plainly follows the outline:
    more than 百分之 of the tasks must be there.
    """
    rule, outline = finder.checks.get(_CODE), knowledge.outline_of(report)
    if rule is None or outline is None or report.period != "全年" or not _concerns(rule, report, knowledge):
        return
    covered = set(_covered(body, outline, knowledge))
    owed = [task for task in outline.任务 if task.必写]
    missing = [task.名称 for task in owed if task.名称 not in covered]
    if missing and (len(owed) - len(missing)) * 100 > len(owed) * rule.number("百分之"):
        finder.add(_CODE, _measures(report, body, outline), 大纲=outline.名称, 任务="、".join(missing))


def _concerns(rule: CheckRule, report: Report, knowledge: Knowledge) -> bool:
    kind = knowledge.reporters.get(report.subject.kind)
    if kind is None or report.subject.kind not in rule.参数.get("类别", "").split("、"):
        return False
    return (report.subject.level or kind.默认级别) in rule.参数.get("级别", "").split("、")


def _measures(report: Report, body: Iterable[Block], outline: Outline) -> Path:
    """Where the report says what was done."""
    if report.measures:
        return ("举措",)
    written = Written.of(body).items
    return next((written[item.名称] for item in outline.事项 if item.键 == "举措" and item.名称 in written), ())


def _covered(body: Iterable[Block], outline: Outline, knowledge: Knowledge) -> Iterator[str]:
    """The names of the tasks that the body has something of, some of them several times."""
    skipped = {item.名称 for item in outline.事项 if item.键 in _NOT_OF_THE_YEAR}
    for part in _parts(body, skipped):
        if isinstance(part, SectionData):
            yield from part.tasks
            recognised = outline.task_of(part.heading or "")
            if recognised is not None:
                yield recognised.名称
        else:
            yield from (task.名称 for task in _tasks_of(part, outline, knowledge))


def _tasks_of(topic: str, outline: Outline, knowledge: Knowledge) -> list[Task]:
    """The tasks that list a topic; for one that the outline doesn't list, the task that its own entry names."""
    listing = [task for task in outline.任务 if topic in task.主题]
    if listing or topic not in knowledge.catalogue.topics:
        return listing
    named = knowledge.catalogue.topics[topic].任务
    return [task for task in outline.任务 if task.名称 == named]


def _parts(blocks: Iterable[Block], skipped: set[str]) -> Iterator[SectionData | str]:
    """Every section at any depth, and every name that a reference begins with; not what only `skipped` items hold."""
    for block in blocks:
        if isinstance(block, SectionBlock):
            section = block.section
            if not section.items or not skipped.issuperset(section.items):
                yield section
                yield from _parts(section.content, skipped)
        elif isinstance(block, TableBlock) and block.table.topic:
            yield block.table.topic
        else:
            yield from (found[1] for text in texts_of(block) for found in _TOPIC.finditer(text))
