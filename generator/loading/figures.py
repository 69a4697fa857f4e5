"""指标 and 上年: what staff typed, held against the catalogue, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.loading.keys import listed, nearest
from generator.loading.problems import Problems
from generator.models.base import Path
from generator.models.catalogue import Catalogue, Indicator, Topic
from generator.models.quantity import Quantity
from generator.models.values import Figures, IndicatorValue, TopicFigures


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


def _unknown_topic(typed: str, path: Path, catalogue: Catalogue, problems: Problems) -> None:
    by_label = {topic.标签: name for name, topic in catalogue.topics.items()}
    near = by_label.get(typed) or nearest(typed, catalogue.topics)
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
        typed = dict(self._known(values))
        return self._figures(self._validated({name: values[key] for name, key in typed.items()}, typed), typed)

    def _known(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Indicator name -> key as typed, for the keys that mean something."""
        former = {old: name for name, entry in self.topic.指标.items() for old in entry.曾用名}
        for typed in values:
            if self.problems.full:
                return
            name = former.get(typed, typed) if typed not in self.topic.指标 else typed
            if name not in self.topic.指标 and name not in self.topic.声明:
                self._unknown_indicator(typed)
            elif name != typed and name in values:
                message = f"“{typed}”是“{name}”的曾用名，两个都填了"
                self.problems.error("LOAD062", (*self.path, typed), message, f"删去“{typed}”", at_key=True)
            else:
                if name != typed:
                    message = f"“{typed}”现在叫“{name}”，已按“{name}”读取"
                    self.problems.info("LOAD062", (*self.path, typed), message, f"把键改成“{name}”", at_key=True)
                yield name, typed

    def _unknown_indicator(self, typed: str) -> None:
        names = [*self.topic.指标, *self.topic.声明]
        by_label = {entry.标签: name for name, entry in self.topic.指标.items()}
        near = by_label.get(typed) or nearest(typed, names)
        remedy = f"是不是“{near}”？" if near else f"可以填：{listed(names, 20)}；目录没有的写在“其他数据”里"
        message = f"主题“{self.topic.名称}”没有指标“{typed[:30]}”"
        self.problems.error("LOAD061", (*self.path, typed), message, remedy, at_key=True)

    def _validated(self, values: dict[str, Any], typed: Mapping[str, str]) -> BaseModel:
        """The values as the topic's model; keys with errors are reported, left out, and the rest is tried once more."""
        model = self.topic.values_model
        try:
            return model.model_validate(values, by_alias=True, by_name=False)
        except ValidationError as error:
            self.problems.invalid(error, model, values, self.path, typed)
            bad = {detail["loc"][0] for detail in error.errors(include_url=False)}
        sound = {name: value for name, value in values.items() if name not in bad}
        return model.model_validate(sound, by_alias=True, by_name=False)

    def _figures(self, model: BaseModel, typed: Mapping[str, str]) -> TopicFigures:
        values: dict[str, IndicatorValue] = {}
        for name, entry in self.topic.指标.items():
            value = getattr(model, name)
            if value is not None:
                path = (*self.path, typed[name])
                value.located(path)
                values[name] = value
                self._check(name, entry, value, path)
        return TopicFigures(values, frozenset(name for name in self.topic.声明 if getattr(model, name)))

    def _check(self, name: str, entry: Indicator, value: IndicatorValue, path: Path) -> None:
        if value.value is not None:
            value_path = (*path, "值") if self.problems.source.has((*path, "值")) else path
            self._check_unit(name, entry, value.value, value_path)
            if value.not_applicable:
                self.problems.error(
                    "LOAD056", path, f"“{name}”既填了数字，又写了“不适用”", "有数字就删去“不适用”", at_key=True
                )
        if value.base and value.base not in entry.口径:
            self._unknown_base(name, entry, value.base, (*path, "口径"))

    def _check_unit(self, name: str, entry: Indicator, quantity: Quantity, path: Path) -> None:
        rate = entry.性质 == "比率" or entry.单位 == "%"
        if quantity.percent and not rate:
            remedy = f"填绝对数{f'（单位：{entry.单位}）' if entry.单位 else ''}；百分比写进有“率”的指标"
            self.problems.error("LOAD064", path, f"“{name}”不是比率，却带了百分号", remedy)
        elif rate and not quantity.percent and entry.单位 in ("", "%"):
            remedy = f"写成 {quantity.printed}%"
            self.problems.warning("LOAD064", path, f"“{name}”是比率，没有带百分号，已当作百分数", remedy)
        typed = f"{quantity.magnitude}{quantity.unit}" if quantity.unit else ""
        if not typed or quantity.unit == entry.单位:
            return
        if typed == entry.单位:
            remedy = (
                f"只填数字（单位在目录里已是“{entry.单位}”），如 {quantity.printed.replace(quantity.magnitude, '')}"
            )
            self.problems.error("LOAD064", path, f"“{name}”的单位是“{entry.单位}”，数字里又写了一遍“{typed}”", remedy)
            return
        unit = f"“{entry.单位}”" if entry.单位 else "没有单位"
        message = f"“{name}”写的单位是“{quantity.unit}”，目录里是{unit}"
        self.problems.warning("LOAD063", path, message, "核对数字是按哪个单位统计的；单位不用写")

    def _unknown_base(self, name: str, entry: Indicator, typed: str, path: Path) -> None:
        if not entry.口径:
            self.problems.error("LOAD065", path, f"“{name}”不是比率，没有口径可选", "删去“口径”；统计范围写在“范围”里")
            return
        near = nearest(typed, entry.口径)
        guess = f"是不是“{near}”？" if near else ""
        message = f"“{name}”没有口径“{typed[:30]}”"
        self.problems.error("LOAD065", path, message, f"{guess}可以填：{listed(entry.口径)}")
