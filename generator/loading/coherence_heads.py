"""What is known of the heads held against the rest: topics, figures and kinds of reporter that must be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.loading.faults import Fault, Spot
from generator.loading.keys import listed, nearest
from generator.models.heads import SELF, HeadKind
from generator.models.knowledge import Knowledge

_LAYER = "duties.yaml"
_BRACES = re.compile(r"[{}]")
_SLOTS = re.compile(r"\{(?:党委|政府|单位)\}")


def head_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Everything in the duties that cannot work."""
    for name, head in knowledge.heads.items():
        yield from _kind_faults(name, head, knowledge)
        yield from _figure_faults(name, head, knowledge)
        if _BRACES.search(head.标题):
            yield Fault((_spot(name, "标题"),), "这里的花括号程序不会填", "写成不变的文字")
        yield from _designation_faults(name, head)
        if not head.称呼:
            message = "“称呼”是空的，文字里写没写到这一位就认不出来"
            yield Fault((_spot(name, "称呼", at_key=True),), message, "列出称呼，如：政府主要负责")
        for duty in head.职责:
            if not duty.strip():
                spot = _spot(name, "职责", duty, at_key=True)
                yield Fault((spot,), "职责的名称是空的", "写上名称，或删去这一条")


def _designation_faults(name: str, head: HeadKind) -> Iterator[Fault]:
    """Only these slots are filled; an introduction without its designation introduces nobody."""
    if _BRACES.search(_SLOTS.sub("", head.自称)):
        yield Fault((_spot(name, "自称"),), "这里只能用 {党委}、{政府}、{单位}", "改正花括号里的字，或者写成不变的文字")
    if head.自称 and head.引语.count(SELF) != 1:
        spot = _spot(name, "引语") if head.引语 else _spot(name, "自称")
        yield Fault((spot,), f"“引语”里要有一处 {SELF}", "写成：在{自称}履职方面，")
    if _BRACES.search(head.引语.replace(SELF, "")):
        yield Fault((_spot(name, "引语"),), f"这里只能用 {SELF}", "改正花括号里的字，或者写成不变的文字")


def _kind_faults(name: str, head: HeadKind, knowledge: Knowledge) -> Iterator[Fault]:
    for place, kind in enumerate(head.类别):
        if kind not in knowledge.reporters:
            message = f"没有报告主体的类别“{kind}”"
            yield Fault((_spot(name, "类别", place),), message, _guess(kind, knowledge.reporters), own=True)


def _figure_faults(name: str, head: HeadKind, knowledge: Knowledge) -> Iterator[Fault]:
    """What another file takes away is missed by nobody: a head without figures has its text."""
    topic = knowledge.catalogue.topics.get(head.主题)
    if topic is None:
        remedy = _guess(head.主题, knowledge.catalogue.topics)
        yield Fault((_spot(name, "主题"),), f"没有主题“{head.主题}”", remedy, own=True)
        return
    for duty, entry in head.职责.items():
        for place, figure in enumerate(entry.指标):
            if figure not in topic.指标:
                spot = _spot(name, "职责", duty, "指标", place)
                message = f"主题“{topic.名称}”没有指标“{figure}”"
                yield Fault((spot,), message, _guess(figure, topic.指标), own=True)


def _spot(*path: str | int, at_key: bool = False) -> Spot:
    return Spot(_LAYER, path, at_key)


def _guess(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(name, names)
    usable = f"可以用的有：{listed(names)}" if names else "删去它"
    return f"是不是“{near}”？{usable}" if near else usable
