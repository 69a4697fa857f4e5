"""Sentences from figures, without a report around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from generator.composing.environment import TemplateEnvironment, make_environment
from generator.composing.phrasing import HELPERS, Phrasebook
from generator.composing.setting import Setting
from generator.models.catalogue import Catalogue, Topic
from generator.models.values import Figures, IndicatorValue, TopicFigures
from generator.resources import data_folder

_TAGS = re.compile(r"<[^>]*>")
_FIGURE = re.compile(r'<v ref="([^"]*)"(?: as="([^"]*)")?(?: by="([^"]*)")?>([^<]*)</v>')


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read without the loader under test elsewhere."""
    topics: dict[str, Topic] = {}
    for file in sorted((data_folder("schemas") / "indicators").glob("*.yaml")):
        entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text scalars only
        topics |= {name: Topic.model_validate({"名称": name, **entry}) for name, entry in entries.items()}
    return Catalogue(topics)


@cache
def environment() -> TemplateEnvironment:
    return make_environment([data_folder("templates")], HELPERS)


def setting(*, half: bool = False, self_name: str = "全县", superior: str = "市人民政府") -> Setting:
    """境 of a fictitious county's report on 2025."""
    return Setting(
        年=2025,
        上年=2024,
        下年=2026,
        期="上半年" if half else "全年",
        上半年=half,
        域=self_name,
        简称="甲县",
        机关=("甲县人民政府",),
        上级=superior,
        主送=(),
        标题=("甲县人民政府关于法治政府建设情况的报告",),
        状态="",
        示例=False,
        体例="专题",
        名称="送审稿",
        对象="送审稿",
        截至="2025年6月底" if half else "2025年底",
        成文日期="",
        用印=False,
        附注="",
    )


def figures(topic: str, values: Mapping[str, Any]) -> Figures:
    """The figures of one topic; a key that is a statement of the topic is ticked."""
    entry = catalogue().topics[topic]
    given = {name: IndicatorValue.model_validate(value) for name, value in values.items() if name in entry.指标}
    ticked = frozenset(name for name in values if name in entry.声明)
    assert given.keys() | ticked == values.keys(), "a name that the topic doesn't have"
    return Figures({topic: TopicFigures(given, ticked)})


def phrasebook(
    topic: str, values: Mapping[str, Any], last_year: Mapping[str, Any] | None = None, **said: Any
) -> Phrasebook:
    return Phrasebook(
        environment(), catalogue(), figures(topic, values), figures(topic, last_year or {}), setting(**said)
    )


def words(sentence: str) -> str:
    """What a reader sees."""
    return _TAGS.sub("", sentence)


def marks(sentence: str) -> list[tuple[str, str, str, str]]:
    """The figures of a sentence: ref, role (印 含 略), formula, printed text."""
    return [(ref, role or "印", by, text) for ref, role, by, text in _FIGURE.findall(sentence)]
