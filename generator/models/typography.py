"""The table that typographic mends and TEXT rules share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry, YesNo


class MendRule(KnowledgeEntry):
    """One mend (`schemas/typography.yaml`): a pattern in text typed by staff and what stands there instead.

    What the groups of 式 match is kept; 换 says what stands between them (`\\1—\\2`).
    With 换法 半角 or 全角 the matched characters change their width instead.
    成对 names a mark that must be even in number in the paragraph; 只提示 rules change nothing.
    A text with none of the characters 须有字 and none of the words 须有词 can't be matched, so that few are searched.
    """

    码: str
    名称: str
    式: str
    须有字: str = ""
    须有词: list[str] = []
    换: str = Field("", max_length=40)
    换法: Literal["替换", "半角", "全角"] = "替换"
    成对: str = Field("", max_length=1)
    只提示: YesNo = False
    说明: str
    例: list[str]
    来源: str
    强度: Literal["规定", "一般", "惯例"]
