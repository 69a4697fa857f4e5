"""Data of the units' own, answers to last year's promises, what changed, and how it stands with every unit."""

from __future__ import annotations

from support.knowledge_files import shipped_checks
from support.merging import COUNTY, county, datum, given, promise, sent, unit, units

from generator.diagnostics import Diagnostic, Place, Severity
from generator.merging.changes import before, changes
from generator.merging.duplicates import choose
from generator.merging.others import answers, materials
from generator.merging.receipts import receipts
from generator.merging.teller import Teller
from generator.models.provenance import Provenance, SourcedFigure, SourcePart

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
    return Provenance(year=2026, figures={"测.和": SourcedFigure(value=value, rule="求和", parts=made)})


def test_what_is_new_and_who_changed_it() -> None:
    now = county([sent("甲", {"和": "4"}), sent("乙", {"和": "5"})]).figures
    assert list(changes(now, _remembered("7", 甲="4", 乙="3"), COUNTY)) == ["测.和：7→9（乙改报）"]
    assert list(changes(now, _remembered("4", 甲="4"), COUNTY)) == ["测.和：4→9（乙新报）"]
    assert list(changes(now, _remembered("12", 甲="4", 乙="5", 丙="3"), COUNTY)) == ["测.和：12→9（丙不再报）"]
    assert list(changes(now, _remembered("9", 甲="4", 乙="5"), COUNTY)) == []
    assert list(changes((), _remembered("9", 甲="9"), COUNTY)) == ["测.和：9→没有"]


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
