"""The opening paragraph (导语) that the program makes: what staff add to it, and the dated words it is made of."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from generator.models.base import Day, Input, KnowledgeEntry, Words, YesNo
from generator.models.body import Text
from generator.models.delivery_words import NO_WORDS, USUAL_WORDS


class Lead(Input):
    """Asked for by 惯用, or with what only this office knows: who leads and what came of it is never made up."""

    leading: Text = Field("", alias="领导", description="在谁的坚强领导下，如：市委、市政府和县委")
    supervising: Text = Field("", alias="监督", description="在谁的监督下，如：县人大及其常委会")
    supporting: Text = Field("", alias="支持", description="在谁的支持下，如：县政协")
    studied: Words = Field([], alias="贯彻", description="中央会议以外还要写明的会议、讲话、指示，如：省委全会精神")
    carried_out: Words = Field([], alias="落实", description="本省本市本县的规划、方案、要点，书名号自己写")
    doings: Text = Field("", alias="概况", description="这一年总的做了什么，一两个分句")
    results: Text = Field("", alias="成效", description="总的成效，一个分句")
    declined: YesNo = Field(default=False, alias="不写", description="是：这个版本不要导语")

    @model_validator(mode="before")
    @classmethod
    def _a_word_stands_for_all(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        words: dict[str, dict[str, str]] = {USUAL_WORDS: {}, NO_WORDS: {"不写": "是"}}
        if data.strip() in words:
            return words[data.strip()]
        raise ValueError("“导语”只能填“惯用”，或者分项填领导、落实、成效等；整段自己写的，写成“正文”的第一段")

    def over(self, below: Lead | None) -> Lead:
        """What this version says, and what the report says where the version says nothing."""
        said = {name: getattr(self, name) for name in self.model_fields_set}
        return below.model_copy(update=said) if below is not None else self


Position = Literal["思想", "会议", "法治思想", "工作会议"]
POSITIONS: tuple[Position, ...] = ("思想", "会议", "法治思想", "工作会议")
"""The fixed order of the chain: thought, congress and plenums, thought on the rule of law, conference."""


class Link(KnowledgeEntry):
    """A clause of the chain (链 of `schemas/terms.yaml`): cited from 起 to 止, or until a later one begins."""

    名: str
    位: Position
    起: Day
    止: Day | None = None
    文: str = Field(min_length=1)
    来源: str
    强度: Literal["规定", "一般", "惯例"]


def chain_at(links: tuple[Link, ...], day: date) -> tuple[Link, ...]:
    """The clauses that a document of this day cites, in their fixed order."""
    chosen = (_at(position, links, day) for position in POSITIONS)
    return tuple(link for link in chosen if link is not None)


def _at(position: Position, links: tuple[Link, ...], day: date) -> Link | None:
    """The latest clause of a position that has begun; none when that one has ended."""
    begun = [link for link in links if link.位 == position and link.起 <= day]
    latest = max(begun, key=lambda link: link.起, default=None)
    return latest if latest is not None and day <= (latest.止 or day) else None
