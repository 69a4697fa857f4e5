"""Each figure by itself: approximation, unit, sign, and the day it is counted to."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.checking.findings import Finder
from generator.checking.ledger import Entry, Ledger
from generator.models.base import Path
from generator.models.delivery import Delivery
from generator.models.quantity import Quantity
from generator.models.report import Report
from generator.models.values import OtherDatum

_NEARLY_YEAR_END = (12, 15)


def check_quantity(entry: Entry, finder: Finder) -> None:
    """The findings about how one figure is written."""
    figure = entry.quantity
    if figure.doubled:
        finder.add("DATA008", entry.at, 指标=entry.label, 值=figure.printed)
    if finder.wants("DATA009") and figure.guessed_digits >= finder.checks["DATA009"].number("位数"):
        finder.add("DATA009", entry.at, 指标=entry.label, 值=figure.printed)
    if figure.value < 0 and entry.indicator.性质 != "比率":
        finder.add("DATA015", entry.at, 指标=entry.label, 值=figure.printed)
    _check_numeral(figure, entry.label, entry.at, finder)
    if entry.indicator.性质 != "比率":
        _check_whole(figure, entry.indicator.单位, entry.label, entry.at, finder)
    _check_unit(entry, finder)


def _check_numeral(figure: Quantity, label: str, at: Path, finder: Finder) -> None:
    """A count is typed in digits; of approximations (二十余) numerals are usual."""
    if figure.numeral and figure.exact:
        finder.add("DATA023", at, 指标=label, 值=figure.typed.strip(), 数=f"{figure.value:f}")


def _check_whole(figure: Quantity, unit: str, label: str, at: Path, finder: Finder) -> None:
    """What is counted one by one has no fractions."""
    rule = finder.checks.get("DATA024")
    counted = rule.参数.get("单位", "").split("、") if rule is not None else []
    if unit in counted and not figure.percent and figure.value % 1:
        finder.add("DATA024", at, 指标=label, 值=figure.typed.strip(), 单位=unit)


def _check_unit(entry: Entry, finder: Finder) -> None:
    unit, figure = entry.indicator.单位, entry.quantity
    rate = entry.indicator.性质 == "比率" or unit == "%"
    words: dict[str, Any] = {"指标": entry.label, "值": figure.typed, "单位": unit or "无"}
    if figure.percent and not rate:
        finder.add("DATA014", entry.at, **words)
    elif rate and not figure.percent and unit in ("", "%"):
        finder.add("DATA013", entry.at, **words, 改作=f"{figure.printed}%")
    elif not _fits(figure, unit):
        finder.add("DATA012", entry.at, **words)


def check_datum(datum: OtherDatum, finder: Finder) -> None:
    """A figure outside the catalogue names its unit itself; one typed behind the number must not be another."""
    at = datum.at or ("其他数据", datum.name)
    _check_numeral(datum.value, datum.name, (*at, "值"), finder)
    _check_whole(datum.value, datum.unit, datum.name, (*at, "值"), finder)
    fits = datum.unit == "%" if datum.value.percent else _fits(datum.value, datum.unit)
    if datum.unit and not fits:
        finder.add("DATA022", (*at, "单位"), (at,), 指标=datum.name, 值=datum.value.typed, 单位=datum.unit)


def _fits(figure: Quantity, unit: str) -> bool:
    """Whether a figure may be one of `unit`: it names no other one, and 万 or 亿 stands in one of the two only."""
    try:
        held = figure.in_unit(unit)
    except ValueError:
        return False
    return not (held.magnitude and unit.startswith(("万", "亿")))


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
    soon = first is not None and first.signed_on is not None and first.signed_on.year == report.year
    full = report.period == "全年" and not soon
    code = _outside_its_year(report.cutoff, report.year, finder, full=full)
    if code:
        early = "还没有到年底" if report.cutoff.year == report.year else f"不在报告年度{report.year}年之内"
        words: dict[str, Any] = {"数据截至": _in_words(report.cutoff), "年度": report.year, "问题": early}
        finder.add(code, ("数据截至",), (("年度",),), **words)


def _outside_its_year(cutoff: date, year: int, finder: Finder, *, full: bool) -> str:
    """The code for figures that are cut off outside the year they are of: shortly after it is no more than unusual.

    So is a day before the end of a full year that is reported on.
    """
    if cutoff.year == year:
        return "DATA018" if full and (cutoff.month, cutoff.day) < _NEARLY_YEAR_END else ""
    months = finder.checks["DATA021"].number("月数") if finder.wants("DATA021") else 0
    shortly = cutoff.year == year + 1 and cutoff.month <= months
    return "DATA018" if shortly or not months else "DATA021"


def _signed(delivery: Delivery) -> dict[str, Any]:
    day = _in_words(delivery.signed_on) if delivery.signed_on else ""
    return {"版本": delivery.name, "成文日期": day}


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
