"""The checks on figures and structure: what each is called, how much it weighs, and on whose authority."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry, Words
from generator.patterns import compile_later

_SLOT = compile_later(r"\{(\w+)\}")


class CheckRule(KnowledgeEntry):
    """One check (`schemas/checks/`, by code). 消息 and 办法 hold slots such as {指标} that the check fills.

    表办法 is the remedy for someone who fills a workbook, where 办法 speaks of keys. 参数 are the check's own numbers
    and marks (the length of a line, the depth of levels). 成稿消息 and 成稿办法 stand in their place where a finished
    report is checked, which has no input. 单位的话 is what the unit is told in whose form it was found, of checks
    made in collecting; without it the matter is the clerk's alone. 误 and 正 are pieces of text with and without the
    fault, for those who look the check up.
    """

    名称: str
    说明: str
    严重: Literal["error", "warning", "info"]
    消息: str
    办法: str
    表办法: str = ""
    来源: str
    强度: Literal["规定", "一般", "惯例"]
    参数: dict[str, str] = Field(default_factory=dict)
    成稿消息: str = ""
    成稿办法: str = ""
    单位的话: str = ""
    误: Words = []
    正: Words = []

    def message(self, words: Mapping[str, str], *, finished: bool = False) -> str:
        """消息 with its slots filled. A slot that the check doesn't know stays as it is."""
        return _filled((finished and self.成稿消息) or self.消息, words)

    def remedy(self, words: Mapping[str, str], *, in_cells: bool = False, finished: bool = False) -> str:
        """办法 with its slots filled; with `in_cells` 表办法, with `finished` 成稿办法, where there is one."""
        other = self.表办法 if in_cells else self.成稿办法 if finished else ""
        return _filled(other or self.办法, words)

    def to_unit(self, words: Mapping[str, str]) -> str:
        """单位的话 with its slots filled; empty when the unit has nothing to do."""
        return _filled(self.单位的话, words)

    def number(self, name: str) -> int:
        """A whole number from 参数. Raises `ValueError` when it is missing or isn't one."""
        try:
            return int(self.参数[name])
        except (KeyError, ValueError):
            raise ValueError(f"检查规则“{self.名称}”的参数“{name}”应当是整数") from None


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: words.get(slot[1], slot[0]), text)
