"""The checks on figures and structure: what each is called, how much it weighs, and on whose authority."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry
from generator.patterns import compile_later

_SLOT = compile_later(r"\{(\w+)\}")


class CheckRule(KnowledgeEntry):
    """One check (`schemas/checks.yaml`, by code). 消息 and 办法 hold slots such as {指标} that the check fills.

    表办法 is the remedy for someone who fills a workbook, where 办法 speaks of keys. 参数 are the check's own numbers
    and marks (the length of a line, the depth of levels).
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

    def message(self, words: Mapping[str, str]) -> str:
        """消息 with its slots filled. A slot that the check doesn't know stays as it is."""
        return _filled(self.消息, words)

    def remedy(self, words: Mapping[str, str], *, in_cells: bool = False) -> str:
        """办法 with its slots filled; with `in_cells` 表办法, where there is one."""
        return _filled(self.表办法 if in_cells and self.表办法 else self.办法, words)

    def number(self, name: str) -> int:
        """A whole number from 参数. Raises `ValueError` when it is missing or isn't one."""
        try:
            return int(self.参数[name])
        except (KeyError, ValueError):
            raise ValueError(f"检查规则“{self.名称}”的参数“{name}”应当是整数") from None


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: words.get(slot[1], slot[0]), text)
