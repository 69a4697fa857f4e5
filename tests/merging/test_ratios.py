"""How the county's ratios come about: worked out anew from the county's counts (合并: 重算)."""

from __future__ import annotations

import pytest
from support.merging import NOBODY, codes, county, figure, given, sent, shares, told, value


@pytest.mark.parametrize(
    ("numerator", "base", "own", "expected"),
    [
        ("1", "3", "33.33%", "33.33%"),
        ("1", "3", "33%", "33.3%"),
        ("1", "3", "33.3333%", "33.33%"),
        ("2", "3", "66.7%", "66.7%"),
        ("1", "8", "12.5%", "12.5%"),
        ("1", "16", "6.3%", "6.3%"),
        ("3", "3", "98%", "100%"),
        ("1999", "2000", "99.9%", "99.9%"),
        ("9999", "10000", "100%", "99.9%"),
        ("0", "3", "0%", "0%"),
        ("1", "10000", "0%", "0.1%"),
        ("1", "0", "5%", ""),
        ("约1", "3", "33.3%", ""),
        ("4", "3", "133%", ""),
    ],
)
def test_ratios_are_worked_out_anew(numerator: str, base: str, own: str, expected: str) -> None:
    result = county([sent("甲", {"分子": numerator, "分母": base, "率": own})], NOBODY)
    assert value(result, "率") == expected


def test_a_ratio_is_of_the_county_and_not_the_mean_of_the_units() -> None:
    forms = [sent("甲", {"分子": "1", "分母": "1", "率": "100%"}), sent("乙", {"分子": "0", "分母": "9", "率": "0%"})]
    result = county(forms, NOBODY)
    assert value(result, "率") == "10.0%"
    assert set(shares(result, "率").values()) == {"参照"}


def test_a_ratio_follows_from_the_counts_though_nobody_gave_it() -> None:
    result = county([sent("甲", {"分子": "1", "分母": "4"})], NOBODY)
    assert value(result, "率") == "25.0%"
    assert figure(result, "率").parts == ()


def test_the_sources_base_holds() -> None:
    """口径 of the unit whose figure is the county's; of a sum that is nobody."""
    rate = given("主", "50%", "E9", base="另母")
    result = county([sent("主", {"单": "2", "另母": "4", "分母": "5", "单率": rate})])
    assert value(result, "单率") == "50.0%"
    usual = county([sent("主", {"单": "2", "另母": "4", "分母": "5"})])
    assert value(usual, "单率") == "40.0%"


def test_without_counts_the_sources_own_ratio_holds() -> None:
    result = county([sent("主", {"单率": "41.2%"}), sent("甲", {"单率": "50%"})])
    assert (value(result, "单率"), codes(result)) == ("41.2%", [])
    assert shares(result, "单率") == {"主": "计入", "甲": "参照"}


def test_without_counts_and_source_there_is_no_ratio() -> None:
    result = county([sent("甲", {"率": "40%"}), sent("乙", {"率": "50%"})])
    assert (value(result, "率"), codes(result)) == ("", ["DATA510"])
    assert "分子、分母" in told(result, "DATA510").message


def test_more_than_the_whole_is_told() -> None:
    result = county([sent("甲", {"分子": "4", "分母": "3"})], NOBODY)
    assert [each.code for each in result.found] == ["DATA511"]


def test_a_ratio_without_a_numerator_is_whose_it_is() -> None:
    assert value(county([sent("主", {"孤率": "40%"}), sent("甲", {"孤率": "50%"})]), "孤率") == "40%"
    assert value(county([sent("甲", {"孤率": "50%"})], NOBODY), "孤率") == "50%"
    assert value(county([sent("甲", {"孤率": "50%"}), sent("乙", {"孤率": "40%"})], NOBODY), "孤率") == ""
