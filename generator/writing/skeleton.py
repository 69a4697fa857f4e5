"""The first input of a year, made of what the units sent: figures, a section for each task, and what is left to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.models.catalogue import Topic
from generator.models.collection import Collection
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline, Task
from generator.models.values import Figures, IndicatorValue, TopicFigures
from generator.writing.plain import plain_figures
from generator.writing.yaml_lines import entry, on_one_line, scalar

_ELSEWHERE = "其他"
_ONE_LINE = 22
"""Characters of a heading that leave room for its number on a line of 26 (PART009)."""
_TODO = "……"
_ITEMS = {
    "不足": ("标题", "表现", "原因"),
    "第一责任人": ("谁", "提供单位", "内容"),
    "安排": ("标题", "措施", "责任单位", "时限"),
}
"""What else a report must say, and the keys under which staff write it."""


def new_report(collection: Collection, knowledge: Knowledge, outline: Outline | None) -> str:
    """The text of a new input. It is valid as soon as 主体 is filled in.

    Each task's section refers to the sentences of its topics (`{{ 主题 }}`), or to a table where a topic has none.
    上年安排 and 其他数据 are not in it: they come by the edits that an older input gets as well.
    """
    lines = [*_head(collection, knowledge, outline), ""]
    chapters = list(_chapters(collection, knowledge, outline))
    lines += [*_figures(collection, knowledge, chapters), ""]
    lines += [*_measures(collection, knowledge, chapters), ""]
    lines += _left_to_write(collection)
    return "\n".join(lines) + "\n"


def _head(collection: Collection, knowledge: Knowledge, outline: Outline | None) -> Iterator[str]:
    yield "# 由各单位的填报表汇总而成。先填好“主体”就可以生成；正文各节由引用的惯用句组成，请逐节改写。"
    yield "# 数字的来处见同名的汇总表和来源文件；再次汇总只改“指标”里的数，不动其他文字和注释。"
    yield "格式: 1"
    yield f"年度: {collection.year}"
    if collection.period != "全年":
        yield f"期间: {collection.period}"
    last = date(collection.year, 6, 30) if collection.period == "上半年" else date(collection.year, 12, 31)
    yield f"数据截至: {last.isoformat()}"
    if outline is not None and outline is not knowledge.outline_for(collection.year):
        yield f"大纲: {on_one_line(outline.名称)}"
    yield "主体:"
    yield "  名称:     # 填：报告主体的全称；联合报告的写成 [党委全称, 政府全称]"
    yield f"  类别:     # 填：{'、'.join(knowledge.reporters)}"
    yield "  级别:     # 填：省级、市级、县级、乡级"
    yield "  简称:     # 填：正文和文件名里用的简称"


def _chapters(
    collection: Collection, knowledge: Knowledge, outline: Outline | None
) -> Iterator[tuple[Task | None, tuple[Topic, ...]]]:
    """The tasks of the outline, each with the topics that have figures; at the end those of no task."""
    topics = knowledge.catalogue.topics
    given = {each.topic: topics[each.topic] for each in collection.figures if each.quantity and each.topic in topics}
    for task in outline.任务 if outline is not None else ():
        also = [name for name, topic in given.items() if topic.任务 == task.名称]
        named = dict.fromkeys((*task.主题, *also))
        yield task, tuple(given.pop(name) for name in named if name in given)
    if given:
        yield None, tuple(given.values())


def _figures(
    collection: Collection, knowledge: Knowledge, chapters: Iterable[tuple[Task | None, tuple[Topic, ...]]]
) -> Iterator[str]:
    found: dict[str, dict[str, IndicatorValue]] = {}
    for each in collection.figures:
        if each.quantity is not None:
            found.setdefault(each.topic, {})[each.indicator] = IndicatorValue(
                value=each.quantity, base=None if each.usual else each.base
            )
    figures = {name: TopicFigures(values, collection.ticked.get(name, frozenset())) for name, values in found.items()}
    data = plain_figures(Figures(figures), knowledge.catalogue)
    yield "指标:" if data else "指标: {}   # 还没有一个单位报来数字"
    for task, topics in chapters:
        if topics:
            yield f"  # {task.名称 if task is not None else _ELSEWHERE}"
        for topic in topics:
            yield from entry(f"{topic.名称}:", data[topic.名称], 2)


def _measures(
    collection: Collection, knowledge: Knowledge, chapters: Iterable[tuple[Task | None, tuple[Topic, ...]]]
) -> Iterator[str]:
    """举措: a section for each task that has figures; one that has only text is written out as a comment."""
    by_heads = {head.主题 for head in knowledge.heads.values()}
    yield "# 各节的标题、分段和次序按本地的写法改；{{ 主题 }} 引用一句话，{{ 主题.指标 }} 引用一个数。"
    started = False
    for task, topics in chapters:
        name = task.名称 if task is not None else ""
        spoken = [topic for topic in topics if topic.名称 not in by_heads]
        texts = [each for each in collection.materials if name and each.task == name]
        if spoken and not started:
            started = True
            yield "举措:"
        pad = "  " if spoken else "  # "
        if spoken or texts:
            yield f"{pad}- 节:"
            yield f"{pad}    标题: {scalar(_heading(task) if task is not None else _ELSEWHERE)}"
            if task is not None:
                yield f"{pad}    任务: {on_one_line([name])}"
            if texts:
                yield f"{pad}    {'# ' if spoken else ''}素材：见素材汇编“{name}”"
            yield f"{pad}    内容:"
            yield from (f"        - {_said(topic, knowledge)}" for topic in spoken)
            if not spoken:
                yield f"{pad}      - {_TODO}"
    if not started:
        yield f"# 举措:   # 有了数字和文字，照上面的样子写：- 节: {{标题: {_TODO}, 内容: [{_TODO}]}}"


def _heading(task: Task) -> str:
    """The task's heading, or where that is too long for a line the longest of its names and halves that isn't."""
    if len(task.标题) <= _ONE_LINE:
        return task.标题
    halves = [each for each in re.split("[，；]", task.标题) if len(each) <= _ONE_LINE]
    return max((*halves, task.名称), key=len)


def _said(topic: Topic, knowledge: Knowledge) -> str:
    """The conventional sentence of a topic, or a table of its figures where no folder of templates has one."""
    file = f"phrases/{topic.名称}.j2"
    if any((folder / file).is_file() for folder in knowledge.template_folders):
        return on_one_line(f"{{{{ {topic.名称} }}}}")
    return f"表: {on_one_line({'题': topic.标签, '主题': topic.名称})}"


def _left_to_write(collection: Collection) -> Iterator[str]:
    """The other items as comments, with whose text there is for them."""
    for kind, keys in _ITEMS.items():
        texts = [each for each in collection.materials if each.kind == kind]
        where = "素材见素材汇编、汇总表" if texts else "有素材的，见素材汇编、汇总表"
        yield f"# {kind}:   # {where}"
        yield from (f"#   {'- ' if key == keys[0] else '  '}{key}: {_TODO}" for key in keys)
        yield ""
