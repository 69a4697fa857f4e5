"""The days of each version: in their order, and before the limit that the reporter is held to."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

from generator.checking.findings import Finder
from generator.models.delivery import Delivery
from generator.models.report import Report
from generator.models.reporter import Duty, ReporterKind


def check_days(report: Report, reporter: ReporterKind, finder: Finder) -> None:
    """Order of the days in every version, and the limits of what the reporter owes."""
    for delivery in report.deliveries:
        _check_order(delivery, finder)
        for duty in reporter.duties(report.year, report.period):
            if duty.对象 == delivery.kind:
                _check_limit(report, delivery, duty, finder)


def _check_order(delivery: Delivery, finder: Finder) -> None:
    """成文, then 印发, then 报送 and 发布."""
    signed, issued = ("成文日期", delivery.signed_on), ("印发日期", delivery.issued_on)
    chains = (
        (signed, issued, ("报送日期", delivery.sent_on)),
        (signed, issued, ("发布日期", delivery.published_on)),
    )
    found: set[tuple[str, str]] = set()
    for chain in chains:
        for (former, first), (latter, second) in combinations(chain, 2):
            if first is not None and second is not None and second < first and (former, latter) not in found:
                found.add((former, latter))
                words: dict[str, Any] = {"前": former, "前日": in_words(first), "后": latter, "后日": in_words(second)}
                finder.add("PART027", (*delivery.at, latter), 版本=delivery.name, **words)


def _check_limit(report: Report, delivery: Delivery, duty: Duty, finder: Finder) -> None:
    """之前 doesn't include the day itself. A report is late by the day it was sent, not by the day it is dated."""
    limit = duty.limit(report.year)
    dated = _published(delivery) if duty.看 == "发布" else _sent(delivery)
    if dated is None or limit is None or dated[1] < limit:
        return
    name, day = dated
    words: dict[str, Any] = {
        "版本": delivery.name,
        "日期名": name,
        "日期": in_words(day),
        "期限": in_words(limit),
        "年度": report.year,
    }
    code = "PART029" if day == limit else "PART028"
    finder.add(code, (*delivery.at, name), **words, 天数=(day - limit).days + 1)


def _published(delivery: Delivery) -> tuple[str, date] | None:
    return ("发布日期", delivery.published_on) if delivery.published_on is not None else None


def _sent(delivery: Delivery) -> tuple[str, date] | None:
    """The best known day: sent, else printed, else signed, before which it can't have been sent."""
    days = (("报送日期", delivery.sent_on), ("印发日期", delivery.issued_on), ("成文日期", delivery.signed_on))
    return next(((name, day) for name, day in days if day is not None), None)


def in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
