"""The conventional sentences (惯用句): one file of macros per topic, `phrases/<主题>.j2`, one macro per wording.

A macro is called with 题 (the topic's figures) and 境 (the setting) and gives a sentence. The wording 默认 speaks for
the whole topic: it must account for every figure that was given. Other wordings pick what they need.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.composing import phrasing_clauses as clauses
from generator.composing import phrasing_comparisons as comparisons
from generator.composing import phrasing_organs as organs
from generator.composing.fault_words import twice_remedy
from generator.composing.faults import PhraseFault
from generator.composing.phrasing_figures import FigureView, TopicView, figure_view, topic_view
from generator.composing.phrasing_ledger import declared, repeated, unaccounted
from generator.composing.phrasing_shared import SharedSentences
from generator.composing.setting import Setting
from generator.models.catalogue import Catalogue, Topic
from generator.models.values import Figures
from generator.patterns import compile_later

DEFAULT = "默认"
_ARGUMENTS = 2
_LINE_BREAK = compile_later(r"\s*\n\s*")


def 期首(境: Setting) -> str:
    """上半年; nothing in a report on a whole year, which need not say so of every figure."""
    return 境.期 if 境.上半年 else ""


def 其余略(题: TopicView, 句: Markup) -> Markup:
    """The sentence, and every figure of the topic that it doesn't account for declared as left out: a form has many."""
    known = set(declared(句))
    marks = Markup("").join(figure.marked("略") for figure in 题 if figure.ref not in known)
    return 句[:-1] + marks + 句[-1:] if 句.endswith("。") else 句 + marks


HELPERS: Mapping[str, Any] = {
    helper.__name__: helper
    for helper in (
        clauses.项,
        clauses.数,
        clauses.连,
        clauses.分句,
        clauses.分组,
        clauses.并列,
        clauses.句,
        clauses.其中,
        clauses.含,
        clauses.略,
        clauses.等于,
        comparisons.比率,
        comparisons.各率,
        comparisons.比上年,
        comparisons.余,
        其余略,
        期首,
        organs.范围,
        organs.本级,
        organs.政府,
        organs.党委,
        organs.党委会议,
        organs.政府会议,
        organs.人大常委会,
        organs.依法治委,
        organs.下级和部门,
        organs.单位,
        organs.执法机关,
    )
}
"""The functions that phrase macros are written with, by the names templates use."""


class Phrasebook:
    """The sentences and figures of one version of a report. The environment must offer `HELPERS`."""

    def __init__(
        self,
        environment: Environment,
        catalogue: Catalogue,
        figures: Figures,
        last_year: Figures,
        setting: Setting,
        shared: SharedSentences | None = None,
    ) -> None:
        self.catalogue = catalogue
        self._environment = environment
        self._figures = figures
        self._last_year = last_year
        self._setting = setting
        self._shared = shared or SharedSentences()
        self._prefix = ""

    def of_last_year(self) -> Phrasebook:
        """A book whose figures are last year's, with refs that say so."""
        book = Phrasebook(self._environment, self.catalogue, self._last_year, Figures(), self._setting)
        book._prefix = "上年."
        return book

    def figure(self, topic: str, indicator: str) -> FigureView:
        """The view of one figure. Raises `KeyError` when the catalogue doesn't have it."""
        return figure_view(self.catalogue.topics[topic], indicator, self._figures.topic(topic), prefix=self._prefix)

    def given(self, topic: str) -> bool:
        """Whether any figure of the topic was given."""
        return any(value.given for value in self._figures.topic(topic).values.values())

    def has(self, topic: str, wording: str = "") -> bool:
        return (wording or DEFAULT) in self._macros(topic)

    def wordings(self, topic: str) -> list[str]:
        """The wordings of a topic, 默认 first."""
        return sorted(self._macros(topic), key=lambda name: (name != DEFAULT, name))

    def sentence(self, topic: str, wording: str = "") -> Markup:
        """The conventional sentence; empty but for its marks when there is nothing to say.

        Raises `PhraseFault` when the macro accounts for a figure twice or, as 默认, not at all; `KeyError` for a
        wording that isn't there (see `has`).
        """
        wording = wording or DEFAULT
        figures = self._figures.topic(topic), self._last_year.topic(topic)
        return self._shared.sentence(
            (topic, wording), figures, self._setting, lambda setting: self._made(topic, wording, setting)
        )

    def _made(self, topic: str, wording: str, setting: Setting) -> Markup:
        entry = self.catalogue.topics[topic]
        macro = self._macros(topic)[wording]
        if len(macro.arguments) != _ARGUMENTS:
            raise PhraseFault(f"主题“{topic}”的写法“{wording}”应当有两个参数：题、境", _file(topic))
        sentence = _on_one_line(macro(self.view(topic, setting), setting))
        self._check(entry, wording, sentence)
        return sentence + self._unused_last_year(topic, sentence)

    def view(self, topic: str, setting: Setting) -> TopicView:
        """题: what the macros of a topic are given."""
        former = "上年同期" if setting.上半年 else "上年"
        return topic_view(
            self.catalogue.topics[topic], self._figures.topic(topic), self._last_year.topic(topic), former
        )

    def _macros(self, topic: str) -> Mapping[str, Macro]:
        """The macros of a topic's file by name, none without a file. Those with a leading _ are its own business."""
        file = _file(topic)
        try:
            module = self._environment.get_template(file).module
        except TemplateNotFound as error:
            if error.name != file:
                raise
            return {}
        return {name: value for name, value in vars(module).items() if isinstance(value, Macro)}

    def _check(self, topic: Topic, wording: str, sentence: Markup) -> None:
        given = [name for name, value in self._figures.topic(topic.名称).values.items() if value.given]
        missing = unaccounted(sentence, [f"{topic.名称}.{name}" for name in given]) if wording == DEFAULT else []
        if missing:
            message = _fault(topic, wording, missing, "没有交代（应写出，或用“含”“略”说明）")
            names = tuple(ref.removeprefix(f"{topic.名称}.") for ref in missing)
            raise PhraseFault(message, _file(topic.名称), topic=topic.名称, missing=names)
        twice = repeated(sentence)
        if twice:
            raise PhraseFault(_fault(topic, wording, twice, "交代了不止一次"), _file(topic.名称), twice_remedy)

    def _unused_last_year(self, topic: str, sentence: Markup) -> Markup:
        """Last year's figures are there to compare with; those the sentence has no use for are left out of it."""
        values = self._last_year.topic(topic).values
        refs = [f"上年.{topic}.{name}" for name, value in values.items() if value.given]
        return Markup("").join(Markup('<v ref="{}" as="略"></v>').format(ref) for ref in unaccounted(sentence, refs))


def _file(topic: str) -> str:
    return f"phrases/{topic}.j2"


def _fault(topic: Topic, wording: str, refs: list[str], what: str) -> str:
    names = "、".join(ref.removeprefix(f"{topic.名称}.") for ref in refs)
    return f"主题“{topic.名称}”的写法“{wording}”对这些数字{what}：{names}"


def _on_one_line(text: str) -> Markup:
    """Without the line breaks and indents of the template file."""
    return Markup("").join(Markup(line) for line in _LINE_BREAK.split(escape(text).strip()))  # noqa: S704 - a macro's output is markup
