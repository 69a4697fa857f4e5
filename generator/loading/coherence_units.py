"""The units held against themselves and the catalogue: packages, topics, order, and who alone answers for what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.loading.faults import Fault, Spot
from generator.loading.keys import guess
from generator.models.knowledge import Knowledge
from generator.models.units import SUMMED, Unit, Units

_FILE = "units.yaml"
_NOT_ALONE = "写进“另填”；确实只以这个单位的数为准的，先把指标的“合并”改成“单一来源”"


def unit_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Everything in the table of units that cannot work."""
    units = knowledge.units
    return chain(
        _topic_faults(knowledge),
        _source_faults(knowledge),
        *(_package_faults(unit, units) for unit in units.units.values()),
        _twice(units, "简称"),
        _twice(units, "序"),
        _two_sources(units),
        _counter_faults(units),
    )


def _topic_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Topics that the catalogue doesn't hold; an office that removes a topic need not rewrite the units."""
    units, topics = knowledge.units, knowledge.catalogue.topics
    lists = [(("包", name, "主题"), package.主题) for name, package in units.packages.items()]
    for name, unit in units.units.items():
        lists += [(("单位", name, key), getattr(unit, key)) for key in ("另填", "减")]
    if units.one_counter is not None:
        lists.append((("审批集中", "主题", ""), units.one_counter.主题))
    for path, named in lists:
        for number, topic in enumerate(named):
            if topic not in topics:
                spot = Spot(_FILE, (*(step for step in path if step), number))
                yield Fault((spot,), f"没有主题“{topic}”", guess(topic, topics), own=True)


def _source_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Topics and figures under 单一来源 that aren't there, or that are put together from several units."""
    for name, unit in knowledge.units.units.items():
        for number, entry in enumerate(unit.单一来源):
            wrong = _source_fault(entry, knowledge)
            if wrong is not None:
                spot = Spot(_FILE, ("单位", name, "单一来源", number))
                yield Fault((spot,), *wrong, own=True)


def _source_fault(entry: str, knowledge: Knowledge) -> tuple[str, str] | None:
    """Message and remedy."""
    topics = knowledge.catalogue.topics
    name, _, figure = entry.partition(".")
    topic = topics.get(name)
    if topic is None:
        return f"没有主题“{name}”", guess(name, topics)
    if figure or entry.endswith("."):
        if figure not in topic.指标:
            return f"“{name}”没有指标“{figure}”", guess(figure, topic.指标)
        if topic.指标[figure].合并 in SUMMED:
            return f"“{entry}”的“合并”是“{topic.指标[figure].合并}”，不是一个单位的数", _NOT_ALONE
    elif all(each.合并 in (*SUMMED, "重算") for each in topic.指标.values()):
        return f"“{name}”的指标都由几个单位的数合成，没有单一来源", _NOT_ALONE
    return None


def _package_faults(unit: Unit, units: Units) -> Iterator[Fault]:
    for number, package in enumerate(unit.包):
        if package not in units.packages:
            spots = (Spot(_FILE, ("单位", unit.名称, "包", number)), Spot(_FILE, ("包", package), at_key=True))
            yield Fault(spots, f"没有包“{package}”", guess(package, units.packages))


def _twice(units: Units, key: str) -> Iterator[Fault]:
    """Two units with one short name, or at one place in the order."""
    first: dict[object, str] = {}
    for name, unit in units.units.items():
        other = first.setdefault(getattr(unit, key), name)
        if other != name:
            spots = tuple(Spot(_FILE, ("单位", each, key)) for each in (name, other))
            yield Fault(spots, f"“{name}”和“{other}”的“{key}”相同", "改其中一个")


def _two_sources(units: Units) -> Iterator[Fault]:
    """A topic or a figure that two units would give for the county."""
    first: dict[str, str] = {}
    for name, unit in units.units.items():
        for number, topic in enumerate(unit.单一来源):
            other = first.setdefault(topic, name)
            if other != name:
                spots = (
                    Spot(_FILE, ("单位", name, "单一来源", number)),
                    Spot(_FILE, ("单位", other, "单一来源")),
                    Spot(_FILE, ("单位", other), at_key=True),
                )
                yield Fault(spots, f"“{topic}”的单一来源有两个：{other}、{name}", "只留一个，另一个写进“另填”")


def _counter_faults(units: Units) -> Iterator[Fault]:
    counter = units.one_counter
    if counter is not None and counter.启用 and counter.单位 not in units.units:
        spots = (Spot(_FILE, ("审批集中", "单位")), Spot(_FILE, ("单位", counter.单位), at_key=True))
        yield Fault(spots, f"没有单位“{counter.单位}”", guess(counter.单位, units.units))
