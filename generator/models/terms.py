"""Set phrases and the dates between which each may be used."""

from __future__ import annotations

from typing import Any, Literal

from generator.models.base import Day, KnowledgeEntry


class Term(KnowledgeEntry):
    """A set phrase (`schemas/terms.yaml`). Typography never touches the inside of one.

    年度起 and 年度止 are the report years in which a plan is spoken of as being carried out.
    """

    词: str
    类: str
    起: Day | None = None
    止: Day | None = None
    替代: str = ""
    年度起: int | None = None
    年度止: int | None = None
    来源: str
    强度: Literal["规定", "一般", "惯例"]


class TermTable(KnowledgeEntry):
    """The file of the phrases: until when it has been kept; entries are `Link` and `Term` but for their names."""

    截至: Day | None = None
    链: dict[str, Any] = {}
    词: dict[str, Any] = {}
