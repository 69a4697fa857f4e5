"""Set phrases and the dates between which each may be used."""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.models.base import KnowledgeEntry


class Term(KnowledgeEntry):
    """A set phrase (`schemas/terms.yaml`). Typography never touches the inside of one."""

    词: str
    类: str
    起: date | None = None
    止: date | None = None
    替代: str = ""
    来源: str
    强度: Literal["规定", "一般", "惯例"]
