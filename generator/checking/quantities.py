"""Each figure by itself: approximation, unit, sign, and the day it is counted to."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.checking.findings import Finder
from generator.checking.ledger import Entry, Ledger
from generator.models.delivery import Delivery
from generator.models.report import Report


def check_quantity(entry: Entry, finder: Finder) -> None:
    """The findings about how one figure is written."""
    figure = entry.quantity
    if figure.doubled:
        finder.add("DATA008", entry.at, 指标=entry.label, 值=figure.printed)
    if finder.wants("DATA009") and figure.guessed_digits >= finder.checks["DATA009"].number("位数"):
        finder.add("DATA009", entry.at, 指标=entry.label, 值=figure.printed)
    if figure.value < 0 and entry.indicator.性质 != "比率":
        finder.add("DATA015", entry.at, 指标=entry.label, 值=figure.printed)
    _check_unit(entry, finder)


def _check_unit(entry: Entry, finder: Finder) -> None:
    unit = entry.indicator.单位
    if entry.quantity.percent != (unit == "%"):
        code = "DATA013" if unit == "%" else "DATA014"
        finder.add(code, entry.at, 指标=entry.label, 值=entry.quantity.printed, 单位=unit or "无")
        return
    try:
        entry.quantity.in_unit(unit)
    except ValueError:
        finder.add("DATA012", entry.at, 指标=entry.label, 值=entry.quantity.typed, 单位=unit or "无")


def check_dates(report: Report, ledger: Ledger, finder: Finder) -> None:
    """Nothing can be counted to a day after the report was signed, or after the day the whole report is counted to."""
    first = min(
        (delivery for delivery in report.deliveries if delivery.signed_on),
        key=lambda delivery: delivery.signed_on or date.max,
        default=None,
    )
    _check_cutoff(report, first, finder)
    for entry in ledger.entries():
        day = entry.value.as_of
        if day is None:
            continue
        if first is not None and first.signed_on is not None and day > first.signed_on:
            finder.add("DATA010", entry.at, **_signed(first), 指标=entry.label, 截至=_in_words(day))
        if report.cutoff is not None and day > report.cutoff:
            finder.add("DATA011", entry.at, 指标=entry.label, 截至=_in_words(day), 数据截至=_in_words(report.cutoff))


def _check_cutoff(report: Report, first: Delivery | None, finder: Finder) -> None:
    if report.cutoff is None:
        return
    if first is not None and first.signed_on is not None and report.cutoff > first.signed_on:
        finder.add("DATA016", ("数据截至",), **_signed(first), 数据截至=_in_words(report.cutoff))
    if report.cutoff.year != report.year:
        finder.add("DATA018", ("数据截至",), 数据截至=_in_words(report.cutoff), 年度=report.year)


def _signed(delivery: Delivery) -> dict[str, Any]:
    day = _in_words(delivery.signed_on) if delivery.signed_on else ""
    return {"版本": delivery.name, "成文日期": day}


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
