"""How the county's figure comes about, one table for each kind of 合并."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.knowledge_files import shipped_checks
from support.merging import (
    CATALOGUE,
    COUNTY,
    DAY,
    EARLIER,
    NOBODY,
    UNSOURCED,
    codes,
    county,
    figure,
    given,
    parts,
    sent,
    shares,
    told,
    unit,
    units,
    value,
)

from generator.merging.merge import merge

# --- 求和 ----


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"甲": "3", "乙": "4"}, "7"),
        ({"甲": "3"}, "3"),
        ({"甲": "0", "乙": "0"}, "0"),
        ({"甲": "1.5", "乙": "2.25"}, "3.75"),
        ({"甲": "1.50", "乙": "2"}, "3.50"),
        ({"甲": "1.2万", "乙": "300"}, "12300"),
        ({"甲": "1.23456万", "乙": "1"}, "12346.6"),
        ({"甲": "0.1", "乙": "0.2"}, "0.3"),
        ({"甲": "20余", "乙": "3"}, "23余"),
        ({"甲": "2万余", "乙": "100以上"}, "20100余"),
        ({"甲": "超100", "乙": "1"}, "101余"),
        ({"甲": "约20", "乙": "3"}, "约23"),
        ({"甲": "20余", "乙": "近30"}, "约50"),
        ({"甲": "不足20", "乙": "3"}, "约23"),
        ({"甲": "约20"}, "约20"),
        ({"甲": "2万余"}, "2万余"),
        ({"甲": "3", "乙": "不适用：没有这项职责"}, "3"),
        ({"甲": "不适用：没有"}, ""),
    ],
)
def test_sums(typed: dict[str, str], expected: str) -> None:
    result = county([sent(who, {"和": text}) for who, text in typed.items()], NOBODY)
    assert value(result, "和") == expected
    assert codes(result) == []


def test_not_applicable_is_left_out_and_says_why() -> None:
    result = county([sent("甲", {"和": "3"}), sent("乙", {"和": "不适用：没有这项职责"})], NOBODY)
    assert shares(result, "和") == {"甲": "计入", "乙": "不计"}
    assert parts(result, "和")["乙"].why == "不适用：没有这项职责"
    assert figure(result, "和").silent == ()


def test_a_blank_part_leaves_the_sum_incomplete_and_names_the_unit() -> None:
    """Blank isn't zero. What the form doesn't ask for wasn't left blank."""
    other = sent("丙", {}, topics=frozenset({"各"}))
    result = county([sent("甲", {"和": "3", "分子": "1"}), sent("乙", {"分子": "1"}), other], NOBODY)
    assert value(result, "和") == "3"
    assert figure(result, "和").silent == ("乙",)
    assert figure(result, "分子").silent == ()
    found = told(result, "DATA501")
    assert (found.place.file, "1项" in found.message, "测试（相加）" in found.message) == ("乙.xlsx", True, True)


def test_a_form_that_leaves_a_topic_blank_is_told_once() -> None:
    result = county([sent("甲", {"和": "3", "分子": "1", "分母": "2"}), sent("乙", {})], NOBODY)
    assert [each.message for each in result.found if each.code == "DATA501"] == [
        "各单位相加的数里，这个单位有3项没有填，全县合计不含它的：测试（都没有填）"
    ]


def test_a_cell_with_an_error_is_left_out_and_told() -> None:
    bad = given("乙", "4", "E9", flaw="这一格有错误")
    result = county([sent("甲", {"和": "3"}), sent("乙", {"和": bad})], NOBODY)
    assert value(result, "和") == "3"
    assert shares(result, "和") == {"甲": "计入", "乙": "不计"}
    assert told(result, "DATA502").place.cell == "E9"
    assert figure(result, "和").doubts == ("DATA502",)


def test_a_forecast_counts_and_is_told() -> None:
    result = county([sent("甲", {"和": given("甲", "约20", "E1", forecast=True)}), sent("乙", {"和": "1"})], NOBODY)
    assert value(result, "和") == "约21"
    assert "甲约20" in told(result, "DATA500").message


def test_a_letter_of_the_court_is_no_part_of_a_sum() -> None:
    """It speaks of the whole county: alone it counts, beside the units' own figures it is only held against them."""
    known = units(unit("法院", 1, 另填=["测"], 报送="数据函"), unit("甲", 2, 包=["通用"]), unit("乙", 3, 包=["通用"]))
    both = county([sent("法院", {"和": "9"}), sent("甲", {"和": "3"}), sent("乙", {"和": "4"})], known)
    assert (value(both, "和"), shares(both, "和")["法院"]) == ("7", "参照")
    assert value(county([sent("法院", {"和": "9"})], known), "和") == "9"
    blank = county(
        [sent("法院", {}), sent("甲", {"和": "3", "分子": "1"}), sent("乙", {"和": "4", "分子": "1"})], known
    )
    assert figure(blank, "和").silent == ()
    assert blank.found == ()


def test_parts_stand_in_official_order() -> None:
    result = county([sent("丙", {"和": "3"}), sent("甲", {"和": "1"}), sent("乙", {"和": "2"})])
    assert list(parts(result, "和")) == ["甲", "乙", "丙"]


# --- 牵头单位 ----


@pytest.mark.parametrize(
    ("typed", "expected", "counted", "found"),
    [
        ({"甲": ("3", True), "乙": ("3", False)}, "3", ["甲"], []),
        ({"甲": ("3", True), "乙": ("2", True)}, "5", ["甲", "乙"], ["DATA504"]),
        ({"甲": ("3", None)}, "3", ["甲"], []),
        ({"甲": ("3", None), "乙": ("2", None)}, "", [], ["DATA503", "DATA503"]),
        ({"甲": ("3", True), "乙": ("2", None)}, "3", ["甲"], ["DATA503"]),
        ({"甲": ("3", False), "乙": ("2", None)}, "", [], ["DATA503"]),
        ({"甲": ("3", False), "乙": ("2", False)}, "", [], []),
        ({"甲": ("3", True), "乙": ("0", None)}, "3", ["甲", "乙"], []),
        ({"甲": ("0", None), "乙": ("0", False)}, "0", ["甲", "乙"], []),
    ],
)
def test_what_several_did_together_is_counted_by_who_led(
    typed: dict[str, tuple[str, bool | None]], expected: str, counted: list[str], found: list[str]
) -> None:
    result = county(
        [sent(who, {"牵": given(who, text, "E1", leads=leads)}) for who, (text, leads) in typed.items()], NOBODY
    )
    assert value(result, "牵") == expected
    assert [who for who, share in shares(result, "牵").items() if share == "计入"] == counted
    assert codes(result) == found


# --- 单一来源 ----


@pytest.mark.parametrize(
    ("typed", "expected", "found"),
    [
        ({"主": "10", "甲": "4", "乙": "6"}, "10", []),
        ({"主": "10", "甲": "12"}, "10", ["DATA505"]),
        ({"主": "10", "甲": "6", "乙": "6"}, "10", ["DATA506"]),
        ({"主": "10", "旁": "10", "甲": "4"}, "10", []),
        ({"主": "10", "旁": "11"}, "10", ["DATA505"]),
        ({"主": "10", "甲": "约12"}, "10", []),
        ({"主": "约10", "甲": "12"}, "约10", []),
        ({"甲": "4"}, "", ["DATA507"]),
        ({"主": "不适用：没有", "甲": "4"}, "", ["DATA507"]),
        ({"主": "10"}, "10", []),
    ],
)
def test_the_source_alone_counts(typed: dict[str, str], expected: str, found: list[str]) -> None:
    result = county([sent(who, {"单": text}) for who, text in typed.items()])
    assert value(result, "单") == expected
    assert codes(result) == found
    assert [who for who, share in shares(result, "单").items() if share == "计入"] == (["主"] if expected else [])


def test_more_than_the_county_is_told_at_the_cell_with_both_figures() -> None:
    found = told(county([sent("主", {"存": "10"}), sent("甲", {"存": "12"})]), "DATA505")
    assert (found.place.file, found.place.cell) == ("甲.xlsx", "E1")
    assert "甲填12，多于全县的10（主，主.xlsx > 表!E1）" in found.message


def test_a_source_that_left_several_figures_blank_is_told_once() -> None:
    result = county([sent("主", {}), sent("甲", {"单": "4", "存": "5"})])
    found = told(result, "DATA507")
    assert codes(result) == ["DATA507"]
    assert (found.place.file, "单一、存量" in found.message) == ("主.xlsx", True)
    assert figure(result, "单").doubts == ("DATA507",)
    assert figure(result, "单").silent == ("主",)


@pytest.mark.parametrize(
    ("typed", "expected", "found"),
    [
        ({"甲": "4"}, "4", ["DATA521"]),
        ({"甲": "0"}, "0", []),
        ({"甲": "0", "乙": "0"}, "0", []),
        ({"甲": "4", "乙": "4"}, "", ["DATA508"]),
        ({"甲": "1.2万", "乙": "12000"}, "", ["DATA508"]),
        ({"甲": "4", "乙": "5"}, "", ["DATA508"]),
        ({"旁": "4"}, "4", []),
        ({"旁": "4", "邻": "4"}, "4", []),
        ({"旁": "4", "邻": "5"}, "", ["DATA508"]),
        ({"旁": "4", "甲": "4"}, "", ["DATA508"]),
        ({"东镇": "4"}, "4", ["DATA521"]),
        ({"东镇": "4", "西街": "4"}, "8", ["DATA522"]),
        ({"东镇": "4", "西街": "约5"}, "约9", ["DATA522"]),
        ({"东镇": "4", "甲": "5"}, "", ["DATA508"]),
    ],
)
def test_without_a_source_no_unit_passes_for_the_county(typed: dict[str, str], expected: str, found: list[str]) -> None:
    """A unit asked by its package speaks for itself; who fills the topic in its own right (另填) for the county."""
    result = county([sent(who, {"单": text}) for who, text in typed.items()], UNSOURCED)
    assert (value(result, "单"), codes(result)) == (expected, found)


def test_the_sum_of_departments_is_only_proposed() -> None:
    found = told(county([sent("甲", {"单": "321"}), sent("乙", {"单": "150"})], UNSOURCED), "DATA508")
    assert "甲321、乙150（加起来是471）；全县数空着" in found.message
    mixed = told(county([sent("旁", {"单": "321"}), sent("乙", {"单": "150"})], UNSOURCED), "DATA508")
    assert "加起来" not in mixed.message


def test_what_towns_gave_is_told_once_for_a_topic() -> None:
    alone = county([sent("东镇", {"单": "321", "核": "9"})], UNSOURCED)
    assert [each.message for each in alone.found if each.code == "DATA521"] == [
        "“测试”只有东镇填（单一321、核对9），单位名单里没有写以谁为准；全县数暂用它的，可能只是它自己的数"
    ]
    assert (figure(alone, "核").rule, figure(alone, "核").doubts) == ("只有一家", ("DATA521",))
    both = county([sent("东镇", {"单": "321"}), sent("西街", {"单": "150", "核": "2"}), sent("南镇", {})], UNSOURCED)
    assert "东镇、西街；单一321+150=471" in told(both, "DATA522").message
    assert (figure(both, "单").rule, figure(both, "单").silent) == ("求和", ("南镇",))


def test_a_topic_about_each_units_own_head_is_not_added_up() -> None:
    forms = [sent("甲", {"和": "3", "单": "1"}), sent("乙", {"和": "4"})]
    result = merge(forms, NOBODY, CATALOGUE, shipped_checks(), {"测"})
    assert (value(result, "和"), figure(result, "和").rule, result.found) == ("", "不汇总", ())
    assert shares(result, "和") == {"甲": "参照", "乙": "参照"}


def test_a_split_that_a_unit_left_blank_casts_doubt_on_the_sum() -> None:
    result = county([sent("甲", {"和": "3", "分子": "1"}), sent("乙", {"分子": "1"}), sent("丙", {})], NOBODY)
    assert figure(result, "和").doubts == ("DATA501",)
    assert figure(result, "分子").doubts == ()


@pytest.mark.parametrize(
    ("source", "section", "counts"),
    [
        ({"类型": "司法局股室"}, {"类型": "司法局股室"}, True),
        ({"类型": "部门"}, {"类型": "司法局股室"}, True),
        ({"类型": "部门"}, {"类型": "部门"}, False),
    ],
)
def test_a_section_of_the_justice_bureau_answers_for_it(
    source: dict[str, str], section: dict[str, str], *, counts: bool
) -> None:
    known = units(
        unit("县司法局", 1, 单一来源=["测"], **source), unit("县司法局复议股", 2, 另填=["测"], **section), unit("甲", 3)
    )
    result = county([sent("县司法局复议股", {"单": "7"}), sent("甲", {"单": "2"})], known)
    assert value(result, "单") == ("7" if counts else "")


# --- 最新 ----


def test_the_newest_figure_counts() -> None:
    """By its own day, else by that of the form; who gave none is the oldest."""
    older, newer = given("甲", "5", "E1", as_of=EARLIER), given("乙", "6", "E1", as_of=DAY)
    result = county([sent("甲", {"新": older}), sent("乙", {"新": newer}), sent("丙", {"新": "7"})])
    assert (value(result, "新"), codes(result)) == ("6", [])
    assert shares(result, "新") == {"甲": "参照", "乙": "计入", "丙": "参照"}
    dated = county([sent("甲", {"新": older}), sent("丙", {"新": "7"}, cutoff=DAY)])
    assert value(dated, "新") == "7"


@pytest.mark.parametrize(
    ("typed", "expected", "found"),
    [
        ({"甲": "5", "乙": "5"}, "5", []),
        ({"甲": "5", "乙": "6"}, "", ["DATA509"]),
        ({"主": "5", "乙": "6"}, "5", ["DATA509"]),
    ],
)
def test_of_the_same_day_the_source_decides(typed: dict[str, str], expected: str, found: list[str]) -> None:
    result = county([sent(who, {"新": text}, cutoff=DAY) for who, text in typed.items()])
    assert (value(result, "新"), codes(result)) == (expected, found)


# --- 核对 ----


@pytest.mark.parametrize(
    ("typed", "expected", "found"),
    [
        ({"主": "10", "旁": "10"}, "10", []),
        ({"主": "10", "旁": "9"}, "10", ["DATA512"]),
        ({"主": "10", "旁": "11"}, "10", ["DATA512"]),
        ({"主": "10", "甲": "4"}, "10", []),
        ({"主": "10", "甲": "12"}, "10", ["DATA505"]),
        ({"旁": "9"}, "", ["DATA507"]),
    ],
)
def test_two_that_speak_for_the_county_are_compared(typed: dict[str, str], expected: str, found: list[str]) -> None:
    """A department's own figure is a part of the county's, not another word on it."""
    result = county([sent(who, {"核": text}) for who, text in typed.items()])
    assert (value(result, "核"), codes(result)) == (expected, found)


def test_both_cells_are_told() -> None:
    found = told(county([sent("主", {"核": "10"}), sent("旁", {"核": "9"})]), "DATA512")
    assert (found.place.file, found.place.cell) == ("旁.xlsx", "E1")
    assert "旁填9，主填10（主.xlsx > 表!E1）" in found.message


# --- 声明 ----


def test_a_statement_is_the_sources() -> None:
    ticked = {"测": frozenset({"列全"})}
    forms = [sent("主", {"单": "1"}, ticked=ticked), sent("甲", {"单": "1"})]
    assert county(forms).ticked == ticked
    assert county([replace(forms[0], ticked={}), replace(forms[1], ticked=ticked)]).ticked == {"测": frozenset()}


def test_without_a_source_every_unit_must_have_ticked() -> None:
    """Who has no figures in the topic isn't asked."""
    ticked = {"各": frozenset({"列全"})}
    both = [
        sent("甲", {"各.和": "1"}, ticked=ticked),
        sent("乙", {"各.和": "1"}, ticked=ticked),
        sent("丙", {"和": "1"}),
    ]
    assert county(both).ticked == ticked
    assert county([both[0], replace(both[1], ticked={})]).ticked == {"各": frozenset()}


# --- what offices may change ----


def test_a_finding_that_the_office_does_not_want_is_not_told() -> None:
    result = county([sent("主", {"核": "10"}), sent("旁", {"核": "9"})], COUNTY, {})
    assert (result.found, figure(result, "核").doubts) == ((), ())


def test_a_source_that_left_a_whole_topic_blank_is_told_though_nobody_gave_it() -> None:
    found = told(county([sent("主", {})]), "DATA525")
    assert (found.place.file, found.message.endswith("别的单位也没有：测")) == ("主.xlsx", True)
    assert "DATA525" not in codes(county([sent("主", {"单": "0"})]))
    assert "DATA525" not in codes(county([sent("甲", {})]))


def test_zeros_neither_hide_nor_stop_what_one_unit_gave() -> None:
    """Beside a zero, an unticked 3 is the only unit's; of two unticked nobody knows, and no zero is written."""
    one = county([sent("甲", {"牵": "3"}), sent("乙", {"牵": "0"})])
    assert (value(one, "牵"), codes(one)) == ("3", [])
    two = county([sent("甲", {"牵": "3"}), sent("乙", {"牵": "0"}), sent("丙", {"牵": "2"})])
    assert (value(two, "牵"), codes(two)) == ("", ["DATA503", "DATA503"])


def test_parts_together_are_not_told_of_where_one_alone_is_too_many() -> None:
    result = county([sent("主", {"单": "5"}), sent("甲", {"单": "6"}), sent("乙", {"单": "1"})])
    assert codes(result) == ["DATA505"]
