"""A folder of reports at one look (一览表): who reported what, when, with which items, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from generator.records import dataclass

Has = Literal["有", "缺", "—", ""]
"""Whether an item is there: — for one that is neither there nor owed, empty where nobody can tell."""


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A file. `unit` is who of the list sent it, empty where that can't be told; `unread` why it couldn't be read.

    `days_late` counts from the first day that is too late, which is 1; 0 for in time, None where a day isn't known.
    `worst` are the heaviest findings in words. `digest` is the same for files of the same bytes.
    """

    file: str
    organ: str = ""
    unit: str = ""
    kind: str = ""
    level: str = ""
    year: int | None = None
    period: str = ""
    title: str = ""
    dated: date | None = None
    days_late: int | None = None
    items: Mapping[str, Has] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    worst: tuple[str, ...] = ()
    unread: str = ""
    digest: str = ""

    @property
    def in_time(self) -> str:
        """按期, 迟3天; empty where it isn't known."""
        return "" if self.days_late is None else f"迟{self.days_late}天" if self.days_late else "按期"


@dataclass(frozen=True, slots=True)
class Survey:
    """The rows in their order, and who owes a report and sent none. `items` are the names of the mandatory items.

    `owing` is how many units of the list owe a report, None without a list; `others` are files of other kinds.
    """

    rows: tuple[SurveyRow, ...]
    items: tuple[str, ...]
    owing: int | None = None
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[SurveyRow, ...]:
        """The rows of what could be read."""
        return tuple(row for row in self.rows if not row.unread)

    @property
    def late(self) -> int:
        return sum(bool(row.days_late) for row in self.rows)

    @property
    def unlisted(self) -> tuple[SurveyRow, ...]:
        """What came from nobody on the list; nothing without a list."""
        return tuple(row for row in self.read if not row.unit) if self.owing is not None else ()

    @property
    def repeated(self) -> Mapping[str, tuple[SurveyRow, ...]]:
        """By who sent them, reports on the same year: somebody must say which of them counts."""
        groups: dict[tuple[str, int | None, str], list[SurveyRow]] = {}
        for row in self.read:
            sender = row.unit or row.organ
            if sender:
                groups.setdefault((sender, row.year, row.period), []).append(row)
        return {sender: tuple(rows) for (sender, *_), rows in groups.items() if len(rows) > 1}

    def having(self, item: str) -> int:
        """How many reports have an item."""
        return sum(row.items.get(item) == "有" for row in self.rows)

    def in_words(self) -> str:
        """How many came, how many are missing, late, unreadable."""
        unread, late = len(self.rows) - len(self.read), self.late
        words = [f"共{len(self.rows)}份"]
        if self.owing is not None:
            words.append(f"应报{self.owing}个单位，已报{self.owing - len(self.missing)}，未报{len(self.missing)}")
        words += [f"逾期{late}份"] if late else []
        words += [f"读不了{unread}份"] if unread else []
        return "；".join(words)

    def beside(self) -> tuple[tuple[str, str], ...]:
        """What the rows don't say, by what it is: who sent none, who sent several, what wasn't read."""
        told = [("未报", "、".join(self.missing))]
        told += [(f"{sender}交了{len(rows)}份", _in_words(rows)) for sender, rows in self.repeated.items()]
        told.append(("名单里没有的", "、".join(row.file for row in self.unlisted)))
        told.append(("没有读的其他文件", "、".join(self.others)))
        return tuple((label, words) for label, words in told if words)


def _in_words(rows: tuple[SurveyRow, ...]) -> str:
    """The files, those of the same bytes told to be so."""
    same: dict[str, list[str]] = {}
    for row in rows:
        same.setdefault(row.digest or row.file, []).append(row.file)
    return "；".join("、".join(files) + ("（内容一样）" if len(files) > 1 else "") for files in same.values())
