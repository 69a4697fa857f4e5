"""Sentences that the versions of one report share: most read the same figures, and the same few things of 境."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from markupsafe import Markup

from generator.composing.setting import Setting
from generator.models.values import TopicFigures

_Key = tuple[str, str, int, int]


class SharedSentences:
    """Remembers what each sentence was made of; it is made again where a version differs in any of that.

    Making them is half the work on a version.
    """

    def __init__(self) -> None:
        self._made: dict[_Key, list[tuple[dict[str, Any], Markup]]] = {}
        self._held: list[TopicFigures] = []

    def sentence(
        self,
        name: tuple[str, str],
        figures: tuple[TopicFigures, TopicFigures],
        setting: Setting,
        make: Callable[[Setting], Markup],
    ) -> Markup:
        """The sentence of a topic and a wording, from figures of this year and the last; `make` is given 境."""
        this, last = figures
        made = self._made.setdefault((*name, id(this), id(last)), [])
        for read, sentence in made:
            if all(getattr(setting, each) == value for each, value in read.items()):
                return sentence
        watched = _Watched(setting)
        sentence = make(cast("Setting", watched))
        self._held += figures  # so that their ids aren't given to others
        made.append((watched.read, sentence))
        return sentence


class _Watched:
    """境 for one sentence; `read` is what the sentence took from it."""

    __slots__ = ("_setting", "read")

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.read: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        value = self.read[name] = getattr(self._setting, name)
        return value
