"""The catalogue held against itself: every name that a topic uses must be there, and can be used in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.loading.faults import Fault, Spot
from generator.loading.keys import listed, nearest
from generator.models.base import Path
from generator.models.catalogue import RelationText, Topic
from generator.models.grid import Lines, Side
from generator.models.knowledge import Knowledge
from generator.models.relation import Term
from generator.patterns import compile_later
from generator.records import dataclass

INDICATORS = "indicators"
_HAN = compile_later(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_FIRST = compile_later(r"[A-Z\u3400-\u4dbf\u4e00-\u9fff]")
_RESERVED = ("上年", "其他数据", "称谓")
_NOT_FOR_RELATIONS = ("LOAD", "TMPL")
_NAME_REMEDY = "只用汉字、字母、数字和下划线，要有汉字，以汉字或者大写字母开头"


def topic_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Everything in the topics that cannot work."""
    for topic in knowledge.catalogue.topics.values():
        yield from _Topic(topic, knowledge).faults()
    yield from _code_faults(knowledge)


def _is_usable(name: str) -> bool:
    """Whether a name can stand in references, templates and relations."""
    return name.isidentifier() and _FIRST.match(name) is not None and _HAN.search(name) is not None


def _spot(*path: str | int, at_key: bool = False) -> Spot:
    return Spot(INDICATORS, path, at_key)


@dataclass(frozen=True, slots=True)
class _Topic:
    topic: Topic
    knowledge: Knowledge

    def faults(self) -> Iterator[Fault]:
        yield from self._names()
        yield from self._former_names()
        yield from self._own_names()
        for number, entry in enumerate(self.topic.勾稽):
            yield from self._relation(entry, (self.topic.名称, "勾稽", number))
        tasks = dict.fromkeys(task.名称 for outline in self.knowledge.outlines.values() for task in outline.任务)
        if self.topic.任务 not in tasks:
            message = f"没有哪个大纲有任务“{self.topic.任务}”"
            yield Fault((_spot(self.topic.名称, "任务"),), message, _guess(self.topic.任务, tasks), own=True)

    def _names(self) -> Iterator[Fault]:
        name = self.topic.名称
        if not _is_usable(name):
            yield Fault((_spot(name, at_key=True),), f"主题名“{name}”不能在正文里引用", _NAME_REMEDY, "LOAD086")
        if name in _RESERVED:
            remedy = "换一个名称"
            yield Fault((_spot(name, at_key=True),), f"“{name}”在正文里另有所指，不能作主题名", remedy, "LOAD086")
        yield from self._line_names()
        own = {} if self.topic.表式 else self.topic.指标
        for key, names in (("指标", own), ("声明", self.topic.声明)):
            for each in names:
                if not _is_usable(each):
                    message = f"{key}名“{each}”不能在正文里引用"
                    yield Fault((_spot(name, key, each, at_key=True),), message, _NAME_REMEDY, "LOAD086")
        for each in set(self.topic.指标) & set(self.topic.声明):
            spots = (_spot(name, "声明", each, at_key=True), _spot(name, "指标", each, at_key=True))
            yield Fault(spots, f"“{each}”既是指标又是声明", "给其中一个换个名称")

    def _line_names(self) -> Iterator[Fault]:
        """The names of rows and columns are put together with _ between them."""
        form = self.topic.表式
        for key, lines in (("行", form.行), ("列", form.列)) if form else ():
            for path in _paths(lines):
                if not _is_usable(path[-1]) or "_" in path[-1]:
                    spot = _spot(self.topic.名称, "表式", key, *path, at_key=True)
                    remedy = f"{_NAME_REMEDY}；这里不用下划线"
                    yield Fault((spot,), f"{key}名“{path[-1]}”不能在正文里引用", remedy, "LOAD086")

    def _former_names(self) -> Iterator[Fault]:
        """A former name must lead to one indicator."""
        former = Counter(old for entry in self.topic.指标.values() for old in set(entry.曾用名))
        for name, entry in self.topic.指标.items():
            for number, old in enumerate(entry.曾用名):
                if old in self.topic.指标 or old in self.topic.声明 or former[old] > 1:
                    spots = (
                        _spot(self.topic.名称, "指标", name, "曾用名", number),
                        _spot(self.topic.名称, "指标", old, at_key=True),
                    )
                    yield Fault(spots, f"曾用名“{old}”也指主题“{self.topic.名称}”的另一个指标", "改去其中一个")

    def _own_names(self) -> Iterator[Fault]:
        """分子, 口径 and 维度 name indicators of the topic itself."""
        for name, entry in self.topic.指标.items():
            where = (self.topic.名称, "指标", name)
            if entry.分子:
                yield from self._needs(Term(entry.分子), (*where, "分子"), f"指标“{name}”的分子")
            for number, base in enumerate(entry.口径):
                yield from self._needs(Term(base), (*where, "口径", number), f"指标“{name}”的口径")
        for name, parts in self.topic.维度.items():
            where = (self.topic.名称, "维度", name)
            if not parts:
                yield Fault((_spot(*where),), f"维度“{name}”是空的", "列出它的指标，或删去这个维度")
            for number, part in enumerate(parts):
                yield from self._needs(Term(part), (*where, number), f"维度“{name}”")

    def _relation(self, entry: RelationText, path: Path) -> Iterator[Fault]:
        said = f"勾稽“{entry.式}”"
        if entry.条件 and entry.条件 not in self.topic.声明:
            spots = (_spot(*path, "条件"), _spot(self.topic.名称, "声明", entry.条件, at_key=True))
            yield Fault(spots, f"{said}的条件“{entry.条件}”不在声明里", _guess(entry.条件, self.topic.声明))
        if entry.每:
            yield from self._repeated(entry, path, said)
            return
        for term in entry.relation.terms():
            yield from self._needs(term, (*path, "式"), said)
        for total in entry.relation.totals():
            yield from self._needs(total.dimension, (*path, "式"), said, dimension=True)

    def _repeated(self, entry: RelationText, path: Path, said: str) -> Iterator[Fault]:
        """A relation for every column names rows, one for every row names columns."""
        form = self.topic.表式
        if form is None or not form.two_dimensional:
            yield Fault((_spot(*path, "每"),), f"{said}写了“每”，而主题没有行和列都写的“表式”", "删去“每”")
            return
        across: Side = "行" if entry.每 == "列" else "列"
        lines = list(form.rows if across == "行" else form.columns)
        known = {False: lines, True: list(form.sums(across))}
        terms = [(term, False) for term in entry.relation.terms()]
        terms += [(total.dimension, True) for total in entry.relation.totals()]
        for term, summed in terms:
            if term.topic:
                yield from self._needs(term, (*path, "式"), said, dimension=summed)
            elif term.indicator not in known[summed]:
                what = "能求和的一组" if summed else across
                message = f"{said}里的“{term.indicator}”不是表式的{what}"
                spots = (_spot(*path, "式"), _spot(self.topic.名称, "表式", across, term.indicator, at_key=True))
                yield Fault(spots, message, _guess(term.indicator, known[summed]))

    def _needs(self, term: Term, path: Path, user: str, *, dimension: bool = False) -> Iterator[Fault]:
        """A fault when the catalogue doesn't hold what a term names; `user` is who names it."""
        home = term.topic or self.topic.名称
        there = self.knowledge.catalogue.topics.get(home)
        key = "维度" if dimension else "指标"
        if there is None:
            spots = (_spot(*path), _spot(home, at_key=True))
            yield Fault(spots, f"{user}里的主题“{home}”没有", _guess(home, self.knowledge.catalogue.topics))
            return
        names = there.dimensions if dimension else there.指标
        if term.indicator not in names:
            lacking = (_spot(*path), *_homes(there, key, term.indicator))
            message = f"{user}里的“{term.indicator}”不是{'本主题' if there is self.topic else f'主题“{home}”'}的{key}"
            yield Fault(lacking, message, _guess(term.indicator, names))


def _homes(topic: Topic, key: str, name: str) -> Iterator[Spot]:
    """Where a name that isn't in a topic may have been: of a cell, its row or its column."""
    if topic.表式 is None:
        yield _spot(topic.名称, key, name, at_key=True)
        return
    row, _, column = name.partition("_")
    for side, line in (("行", row), ("列", column or row)):
        yield _spot(topic.名称, "表式", side, line, at_key=True)


def _paths(lines: Lines) -> Iterator[tuple[str, ...]]:
    """Where every row or column and every group of them stands."""
    for name, line in lines.items():
        yield (name,)
        yield from ((name, "项", *path) for path in _paths(line.项))


def _guess(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(name, names)
    usable = f"可以用的有：{listed(names)}" if names else "先添上它，或删去这一处"
    return f"是不是“{near}”？{usable}" if near else usable


def _code_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """The code of a relation is a finding's name: nothing else may have it."""
    taken: dict[str, str] = {code: f"检查“{rule.名称}”" for code, rule in knowledge.checks.items()}
    taken |= {rule.码: f"校正规则“{rule.名称}”" for rule in knowledge.mends}
    first: dict[str, Spot] = {}
    for topic in knowledge.catalogue.topics.values():
        for number, entry in enumerate(topic.勾稽):
            spot = _spot(topic.名称, "勾稽", number, "码")
            if entry.码.startswith(_NOT_FOR_RELATIONS):
                message = f"码“{entry.码}”不能用：{'、'.join(_NOT_FOR_RELATIONS)}开头的码留给输入和模板的错误"
                yield Fault((spot,), message, "换一个没有用过的码，如：DATA901")
            elif entry.码 in taken:
                spots = (spot, *([first[entry.码]] if entry.码 in first else []))
                yield Fault(spots, f"码“{entry.码}”已经用于{taken[entry.码]}", "换一个没有用过的码，如：DATA901")
            else:
                taken[entry.码] = f"主题“{topic.名称}”的勾稽“{entry.式}”"
                first[entry.码] = spot
