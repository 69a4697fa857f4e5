"""指标 and 上年: what staff typed, held against the catalogue, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.loading.cells import flattened
from generator.loading.keys import listed, nearest
from generator.loading.problems import Problems
from generator.models.base import Path, YesNo
from generator.models.catalogue import Catalogue, Indicator, Topic
from generator.models.values import Figures, IndicatorValue, TopicFigures
from generator.records import dataclass


def read_figures(data: Any, root: str, catalogue: Catalogue, problems: Problems) -> Figures:
    """The figures under the key `root` (指标 or 上年). What can't be used is reported and left out."""
    if data is None:
        return Figures()
    if not isinstance(data, Mapping):
        if not problems.colons((root,), data):
            problems.error("LOAD052", (root,), f"“{root}”应当按主题写", f"在“{root}”下面另起一行，缩进两格写主题名")
        return Figures()
    topics: dict[str, TopicFigures] = {}
    for typed, values in data.items():
        if problems.full:
            break
        topic = catalogue.topics.get(typed)
        if topic is None:
            _unknown_topic(typed, (root, typed), catalogue, problems)
        elif values is not None:
            topics[typed] = _Topic(topic, (root, typed), problems).read(values)
    return Figures(topics)


@cache
def _tick() -> TypeAdapter[bool]:
    return TypeAdapter(YesNo)


def _unknown_topic(typed: str, path: Path, catalogue: Catalogue, problems: Problems) -> None:
    by_label = {topic.标签: name for name, topic in catalogue.topics.items()}
    near = by_label.get(typed) or nearest(typed, catalogue.topics)
    if near:
        problems.broken.add((path[0], near))
    remedy = (
        f"是不是“{near}”？" if near else f"目录里的主题：{listed(catalogue.topics, 20)}；目录没有的写在“其他数据”里"
    )
    problems.error("LOAD060", path, f"目录里没有主题“{typed[:30]}”", remedy, at_key=True)


@dataclass(frozen=True, slots=True)
class _Topic:
    """One topic of the input. `path` is its place there."""

    topic: Topic
    path: Path
    problems: Problems

    def read(self, values: Any) -> TopicFigures:
        if not isinstance(values, Mapping):
            if not self.problems.colons(self.path, values):
                remedy = f"在“{self.topic.名称}”下面另起一行，缩进两格，写成“指标名: 数字”"
                self.problems.error("LOAD052", self.path, f"“{self.topic.名称}”下面应当是指标和数字", remedy)
            return TopicFigures()
        cells = list(flattened(self.topic, values, self.path, self.problems))
        known = list(self._known({key: keys for key, keys, _ in cells}))
        flat = {key: value for key, _, value in cells}
        typed = {name: keys for name, _, keys in known}
        return self._figures(self._validated({name: flat[key] for name, key, _ in known}, typed), typed)

    def _known(self, keys: Mapping[str, Path]) -> Iterator[tuple[str, str, Path]]:
        """Indicator name, key as typed, and where it stands in the topic, for the keys that mean something."""
        former = {old: name for name, entry in self.topic.指标.items() for old in entry.曾用名}
        for typed, inside in keys.items():
            if self.problems.full:
                return
            name = former.get(typed, typed) if typed not in self.topic.指标 else typed
            if name not in self.topic.指标 and name not in self.topic.声明:
                self._unknown_indicator(typed)
            elif name != typed and name in keys:
                message = f"“{typed}”是“{name}”的曾用名，两个都填了"
                self.problems.error("LOAD062", (*self.path, typed), message, f"删去“{typed}”", at_key=True)
            else:
                if name != typed:
                    message = f"“{typed}”现在叫“{name}”，已按“{name}”读取"
                    self.problems.info("LOAD062", (*self.path, typed), message, f"把键改成“{name}”", at_key=True)
                yield name, typed, inside

    def _unknown_indicator(self, typed: str) -> None:
        names = [*self.topic.指标, *self.topic.声明]
        by_label = {entry.标签: name for name, entry in self.topic.指标.items()}
        near = by_label.get(typed) or nearest(typed, names)
        if near:
            self.problems.broken.add((*self.path, near))
        remedy = f"是不是“{near}”？" if near else f"可以填：{listed(names, 20)}；目录没有的写在“其他数据”里"
        message = f"主题“{self.topic.名称}”没有指标“{typed[:30]}”"
        self.problems.error("LOAD061", (*self.path, typed), message, remedy, at_key=True)

    def _validated(self, values: dict[str, Any], typed: Mapping[str, Path]) -> Mapping[str, Any]:
        """Figures and statements by name. Keys with errors are reported, left out, and the rest is tried once more.

        Only for them a model of the whole topic is made, which takes longer than reading all its figures.
        """
        try:
            return {name: self._read(name, value) for name, value in values.items()}
        except ValidationError:
            model = self.topic.values_model
        try:
            return dict(model.model_validate(values, by_alias=True, by_name=False))
        except ValidationError as error:
            self.problems.invalid(error, model, values, self.path, typed)
            bad = {detail["loc"][0] for detail in error.errors(include_url=False)}
        sound = {name: value for name, value in values.items() if name not in bad}
        return dict(model.model_validate(sound, by_alias=True, by_name=False))

    def _read(self, name: str, value: Any) -> IndicatorValue | bool | None:
        """Like the topic's model. Raises `ValidationError`."""
        if name in self.topic.声明:
            return _tick().validate_python(value)
        return None if value is None else IndicatorValue.model_validate(value, by_alias=True, by_name=False)

    def _figures(self, read: Mapping[str, Any], typed: Mapping[str, Path]) -> TopicFigures:
        values: dict[str, IndicatorValue] = {}
        for name, entry in self.topic.指标.items():
            value = read.get(name)
            if value is not None:
                path = (*self.path, *typed[name])
                value = _in_unit_of(entry, value)
                value.located(path)
                values[name] = value
                self._check(name, value, path)
        return TopicFigures(values, frozenset(name for name in self.topic.声明 if read.get(name)))

    def _check(self, name: str, value: IndicatorValue, path: Path) -> None:
        if value.value is not None and value.not_applicable:
            message = f"“{name}”既填了数字，又写了“不适用”"
            self.problems.error("LOAD056", path, message, "有数字就删去“不适用”", at_key=True)


def _in_unit_of(entry: Indicator, value: IndicatorValue) -> IndicatorValue:
    """The value with its figure in the catalogue's unit; one in another unit stays as it is, for the checks to find."""
    if value.value is None or not value.value.unit:
        return value
    try:
        return value.model_copy(update={"value": value.value.in_unit(entry.单位)})
    except ValueError:
        return value
