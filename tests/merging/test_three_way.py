"""Base, the report and the units: who changed a figure keeps it, who left it alone follows."""

from __future__ import annotations

import pytest
from support.knowledge_files import shipped_checks
from support.merging import NOBODY, county, sent

from generator.diagnostics import Place
from generator.merging.teller import Teller
from generator.merging.three_way import Ours, Step, steps
from generator.models.collection import Merged
from generator.models.quantity import Quantity
from generator.models.values import IndicatorValue

_REF = "测.和"


def _merged(typed: str | None) -> list[Merged]:
    if typed is None:
        return []
    if not typed:
        return [Merged("测", "和", "求和", None, ())]
    return list(county([sent("甲", {"和": typed})], NOBODY).figures)


def _ours(value: IndicatorValue | None, unread: frozenset[str] = frozenset()) -> Ours:
    values = {_REF: value} if value is not None else {}
    return Ours(values, unread, lambda ref: ("指标", *ref.split(".")), lambda path: Place("/".join(map(str, path))))


def _run(base: str | None, ours: str | None, theirs: str | None) -> tuple[list[Step], list[str], str]:
    teller = Teller(shipped_checks())
    value = IndicatorValue(value=Quantity.parse(ours)) if ours else None
    made = list(steps(_merged(theirs), {_REF: base} if base else None, _ours(value), teller))
    said = teller.found[0].message if teller.found else ""
    return made, [each.code for each in teller.found], said


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "written", "found"),
    [
        ("7", "7", "9", "9", []),
        (None, None, "9", "9", []),
        ("7", "8", "7", None, ["DATA515"]),
        ("7", "8", "9", None, ["DATA516"]),
        (None, "8", "9", None, ["DATA516"]),
        ("7", "9", "9", None, []),
        ("7", None, "7", None, ["DATA517"]),
        ("7", None, "9", None, ["DATA517"]),
        ("7", "7", None, None, ["DATA518"]),
        ("7", "7", "", None, ["DATA518"]),
        ("7", "8", None, None, []),
        ("7", "7", "7", None, []),
        (None, "9", "9", None, []),
        ("7", None, None, None, []),
        (None, "8", None, None, []),
        ("1.2万", "12000", "13000", "13000", []),
        ("12000", "1.2万", "12000", None, []),
    ],
)
def test_every_case(
    base: str | None, ours: str | None, theirs: str | None, written: str | None, found: list[str]
) -> None:
    made, codes, _ = _run(base, ours, theirs)
    assert [step.value for step in made] == ([written] if written else [])
    assert codes == found


def test_both_values_and_where_they_stand_are_told() -> None:
    _, _, said = _run("7", "8", "9")
    assert said == "“测.和”报告里改成了8，各单位汇总现在是9（上次7），保留报告里的；汇总数来自 甲.xlsx > 表!E1"


def test_what_was_excused_in_the_report_stays() -> None:
    teller = Teller(shipped_checks())
    excused = _ours(IndicatorValue(not_applicable="本县没有"))
    assert list(steps(_merged("9"), None, excused, teller)) == []
    assert [each.code for each in teller.found] == ["DATA516"]
    assert "不适用" in teller.found[0].message


def test_a_figure_with_an_error_in_the_report_is_left_alone() -> None:
    teller = Teller(shipped_checks())
    unread = _ours(None, frozenset({_REF}))
    assert list(steps(_merged("9"), {_REF: "7"}, unread, teller)) == []
    assert teller.found == []


def test_a_base_that_was_tampered_with_counts_as_none() -> None:
    made, codes, _ = _run("七上八下", "8", "9")
    assert (made, codes) == ([], ["DATA516"])
