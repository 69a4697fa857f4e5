"""The words by which the parts of a finished report are recognised (`schemas/reading.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, field_validator

from generator.models.base import KnowledgeEntry, Words


class WordList(KnowledgeEntry):
    """Words of one use. What they are compared with is in 说明; blanks within a line don't count."""

    说明: str
    词: Words = Field(min_length=1)
    来源: str
    强度: Literal["规定", "一般", "惯例"]

    @field_validator("词")
    @classmethod
    def _none_is_blank(cls, words: list[str]) -> list[str]:
        if any(not word.strip() for word in words):
            raise ValueError("“词”里有空的")
        return words


class ReadingWords:
    """The lists by name; an empty one where an office has taken a list out."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return tuple(self._lists[name].词) if name in self._lists else ()
