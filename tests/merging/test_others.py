"""Data of the units' own, answers to last year's promises, what changed, and how it stands with every unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.knowledge_files import shipped_checks
from support.merging import COUNTY, county, datum, given, promise, sent, unit, units

from generator.diagnostics import Diagnostic, Place, Severity
from generator.merging.changes import Now, before, changes
from generator.merging.duplicates import choose
from generator.merging.others import answers, materials
from generator.merging.receipts import receipts
from generator.merging.sent import Sent
from generator.merging.teller import Teller
from generator.models.collection import Receipt, State
from generator.models.provenance import Provenance, ReceivedForm, SourcedFigure, SourcePart

_CHECKS = shipped_checks()


def test_data_of_the_same_name_are_told_apart() -> None:
    teller = Teller(_CHECKS)
    forms = [
        sent("甲", {}, materials=(datum("甲", "热线", "3"), datum("甲", "食堂", "1"))),
        sent("乙", {}, materials=(datum("乙", "热线", "4"),)),
    ]
    names = [(each.unit, each.fields["名称"]) for each in materials(forms, COUNTY, teller)]
    assert names == [("甲", "甲热线"), ("甲", "食堂"), ("乙", "乙热线")]
    assert [each.code for each in teller.found] == ["DATA513"]
    assert "甲热线、乙热线" in teller.found[0].message


def test_a_unit_that_uses_a_name_twice() -> None:
    forms = [sent("甲", {}, materials=(datum("甲", "热线", "3"), datum("甲", "热线", "4")))]
    assert [each.fields["名称"] for each in materials(forms, COUNTY, Teller(_CHECKS))] == ["甲热线", "甲热线2"]


def test_answers_to_one_promise_are_joined() -> None:
    found = [
        promise("甲", "建章立制", "已完成。"),
        promise("乙", "建章立制", "正在推进", "人手少"),
        promise("乙", "充实力量", "已完成"),
        promise("丙", "没有回答的"),
    ]
    made = answers(found, COUNTY)
    assert [(each.item, each.result, each.reason) for each in made] == [
        ("建章立制", "甲：已完成；乙：正在推进", "乙：人手少"),
        ("充实力量", "已完成", ""),
    ]


def _remembered(value: str, **parts: str) -> Provenance:
    made = [SourcePart(unit=name, file=f"{name}.xlsx", value=text, share="计入") for name, text in parts.items()]
    forms = [ReceivedForm(unit=name, file=f"{name}.xlsx") for name in parts]
    return Provenance(year=2026, forms=forms, figures={"测.和": SourcedFigure(value=value, rule="求和", parts=made)})


def _changed(forms: list[Sent], last: Provenance, **states: State) -> list[str]:
    now = Now(COUNTY, {each.unit: each for each in forms}, [Receipt(name, state) for name, state in states.items()])
    return list(changes(county(forms).figures, last, now))


@pytest.mark.parametrize(
    ("forms", "last", "states", "expected"),
    [
        ({"甲": "4", "乙": "5"}, ("7", {"甲": "4", "乙": "3"}), {}, "7→9（乙改报）"),
        ({"甲": "4", "乙": "5"}, ("4", {"甲": "4"}), {}, "4→9（乙新报）"),
        ({"甲": "4", "乙": ""}, ("7", {"甲": "4", "乙": "3"}), {}, "7→4（乙的表里没有填了）"),
        ({"甲": "4"}, ("7", {"甲": "4", "乙": "3"}), {"乙": "未报"}, "7→4（乙的表这次没有收到）"),
        ({"甲": "4"}, ("7", {"甲": "4", "乙": "3"}), {"乙": "退回"}, "7→4（乙的表退回，没有计入）"),
        ({"甲": "4"}, ("7", {"甲": "4", "乙": "3"}), {"乙": "重复"}, "7→4（乙的几份表没有定用哪一份）"),
        ({"甲": "4"}, ("7", {"甲": "4", "外": "3"}), {}, "7→4（外不在名单里了）"),
        ({"甲": "4", "乙": "不适用：没有"}, ("7", {"甲": "4", "乙": "3"}), {}, "7→4（乙改填“不适用”）"),
        ({"甲": ""}, ("9", {"甲": "9"}), {}, "9→汇总没有数（甲的表里没有填了；报告里的没有删）"),
        ({}, ("9", {"甲": "9"}), {"甲": "未报"}, "9→汇总没有数（甲的表这次没有收到；报告里的没有删）"),
        ({"甲": "4"}, ("5", {"甲": "4"}), {}, "5→4（算法或者单位名单有变化）"),
        ({"甲": "4", "乙": "5"}, ("9", {"甲": "4", "乙": "5"}), {}, ""),
    ],
)
def test_what_is_new_and_why(
    forms: dict[str, str], last: tuple[str, dict[str, str]], states: dict[str, State], expected: str
) -> None:
    made = [sent(name, {"和": typed} if typed else {}) for name, typed in forms.items()]
    found = _changed(made, _remembered(last[0], **last[1]), **states)
    assert found == ([f"测.和：{expected}"] if expected else [])


def test_another_file_of_a_unit_is_not_a_new_report() -> None:
    other = replace(sent("乙", {"和": "5"}), file="乙又.xlsx")
    forms, last = [sent("甲", {"和": "4"}), other], _remembered("7", 甲="4", 乙="3")
    now = Now(COUNTY, {each.unit: each for each in forms}, [], frozenset({"乙又.xlsx"}))
    assert list(changes(county(forms).figures, last, now)) == ["测.和：7→9（乙改用“乙又.xlsx”）"]
    assert _changed(forms, last) == ["测.和：7→9（乙改报）"]


def test_a_unit_that_reported_other_figures_has_filled_in_one_more() -> None:
    last = _remembered("4", 甲="4").model_copy(update={"forms": [ReceivedForm(unit="乙", file="乙.xlsx")]})
    assert _changed([sent("甲", {"和": "4"}), sent("乙", {"和": "5"})], last) == ["测.和：4→9（乙新填）"]


def test_the_values_before_the_last_change_are_kept_while_nothing_changes() -> None:
    now = county([sent("甲", {"和": "9"})]).figures
    assert before(now, None) == {}
    assert before(now, _remembered("7", 甲="7")) == {"测.和": "7"}
    still = _remembered("9", 甲="9").model_copy(update={"before": {"测.和": "7"}})
    assert before(now, still) == {"测.和": "7"}


def _error(file: str) -> Diagnostic:
    return Diagnostic("LOAD160", Severity.ERROR, Place(file), "公式没有算")


def test_how_it_stands_with_every_unit() -> None:
    known = units(
        *(unit(name, number) for number, name in enumerate(("甲", "乙", "丙", "丁", "戊"))),
        unit("税务", 10, 报送="邀请"),
        unit("人大", 11, 报送="不报"),
        unit("法院", 12, 报送="数据函"),
    )
    forms = [
        sent("甲", {"和": "1"}),
        sent("乙", {"和": "1"}),
        sent("丙", {"和": "1"}),
        sent("丙", {"和": "2"}, file="另.xls"),
    ]
    about = {"乙.xlsx": [_error("乙.xlsx")], "坏.xlsx": [_error("坏.xlsx")]}
    made = {each.unit: each for each in receipts(known, choose(forms), {"丁": ["坏.xlsx"]}, about)}
    assert {name: each.state for name, each in made.items()} == {
        "甲": "已收", "乙": "退回", "丙": "重复", "丁": "退回", "戊": "未报", "税务": "未报", "法院": "未报",
    }  # fmt: skip
    assert {name for name, each in made.items() if not each.asked} == {"税务"}
    assert [each.code for each in made["丁"].findings] == ["LOAD160"]
    assert made["丙"].files == ("丙.xlsx", "另.xls")


def test_a_form_that_counts_is_not_sent_back_for_one_that_does_not() -> None:
    forms = [sent("甲", {"和": "1"})]
    made = receipts(COUNTY, choose(forms), {"甲": ["去年.xlsx"]}, {"去年.xlsx": [_error("去年.xlsx")]})
    assert next(each for each in made if each.unit == "甲").state == "已收"


def test_what_a_form_gave_can_be_flawed() -> None:
    assert given("甲", "7", "E1", flaw="这一格有错误").worth is None


def test_a_promise_without_an_answer_is_told_at_its_cell() -> None:
    teller = Teller(_CHECKS)
    forms = [sent("甲", {}, materials=(promise("甲", "建章立制"), promise("甲", "充实力量", "已完成")))]
    found = materials(forms, COUNTY, teller)
    assert [each.unanswered for each in found] == [True, False]
    assert [(each.code, each.place.cell) for each in teller.found] == [("DATA524", "B5")]
    assert teller.found[0].for_unit.startswith("上年承诺“建章立制”没有填完成情况，请写明")  # type: ignore[union-attr]
