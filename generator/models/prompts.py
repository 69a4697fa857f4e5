"""Prompts for problems and plans: what often lies behind a problem and what answers it. Shown, never inserted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, field_validator

from generator.models.base import KnowledgeEntry, Words
from generator.models.relation import Relation, Term, parse_relation
from generator.records import dataclass

Strength = Literal["规定", "一般", "惯例"]


class Trigger(KnowledgeEntry):
    """Figures that suggest a prompt: every relation of 不符 must be contradicted by them.

    Every 主题.指标 of 未填 must be blank. 说 says why that matters.
    """

    不符: Words = Field(min_length=1)
    未填: Words = []
    说: str = Field(min_length=1)

    @field_validator("不符")
    @classmethod
    def _can_be_read(cls, texts: list[str]) -> list[str]:
        for text in texts:
            relation = parse_relation(text)
            if not any(relation.terms()) and not any(relation.totals()):
                raise ValueError("关系式里没有指标")
        return texts

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """不符 as trees; topics must be written out, since a prompt belongs to none."""
        return tuple(parse_relation(text) for text in self.不符)

    @cached_property
    def blanks(self) -> tuple[Term, ...]:
        """未填 as terms."""
        return tuple(Term(*name.partition(".")[::-2]) for name in self.未填)


class Prompt(KnowledgeEntry):
    """A theme (`schemas/prompts.yaml`): what evidence it needs, usual causes, measures that answer them, who leads."""

    名称: str
    表现: str
    原因: list[str] = Field(min_length=1)
    措施: list[str] = Field(min_length=1)
    牵头: Words = []
    触发: list[Trigger] = []
    来源: str
    强度: Strength


class PromptTable(KnowledgeEntry):
    """The file: hints on style, and themes that are `Prompt` but for their names."""

    写法: list[str] = []
    主题: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Why:
    """A trigger that the figures set off, and those figures in words."""

    said: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme, and why the figures suggest it; without a reason it is only there to be chosen."""

    prompt: Prompt
    why: Sequence[Why] = ()
