"""What is known of a report that is being examined, beside its text."""

from __future__ import annotations

from datetime import date

from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """The report year (年度), who reports (类别, 级别), to whom (对象) and on what time (期间); None: nobody knows.

    Rules that need what isn't known say nothing. `published` is the day of publication (发布日期) where it is known.
    """

    year: int | None = None
    reporter: str | None = None
    level: str | None = None
    delivery: str | None = None
    period: str | None = None
    published: date | None = None
