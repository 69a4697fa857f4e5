"""Numbers of headings as offices really set them: running on, two levels only, problems told without a heading."""

from __future__ import annotations

import pytest
from support.manuscripts import codes, found

_TWO = "一、成效\n（一）学习\n1.学法。学法6次。\n2.述法。述法58人。\n（二）执法\n"
_NEXT = "{0}.培训。培训12人。\n{1}.评查。评查20卷。\n二、打算\n推进。"


@pytest.mark.parametrize(
    ("first", "second", "told"), [(3, 4, False), (1, 2, False), (4, 5, True), (2, 3, True), (3, 5, True)]
)
def test_the_third_level_may_run_on_or_begin_anew(first: int, second: int, told: bool) -> None:  # noqa: FBT001
    assert ("PART120" in codes(_TWO + _NEXT.format(first, second))) == told


def test_the_third_level_does_not_run_on_over_the_first() -> None:
    text = _TWO + "3.培训。培训12人。\n二、打算\n（一）学习\n4.学法。学法。\n5.述法。述法。\n（二）执法\n执法。"
    assert "PART120" in codes(text)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        (
            "一、成效\n（一）学习\n学法。\n（二）执法\n执法。\n二、不足\n1.人员少。因编制少。\n2.培训少。因经费少。",
            "info",
        ),
        (
            "一、成效\n（一）学习\n学法。\n（二）执法\n执法。\n二、不足\n（1）人员少。因编制少。\n（2）培训少。因经费少。",
            "warning",
        ),
        ("一、成效\n1.学习\n学法。\n（一）执法\n执法。\n（二）评查\n评查。\n二、不足\n人员少。", "warning"),
    ],
)
def test_a_section_of_two_levels_may_skip_one(text: str, weight: str) -> None:
    assert [each.severity.value for each in found(text) if each.code == "PART123"] == [weight]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("总体上看，全县法治政府建设取得一定成绩，但还存在执法力量不足的问题。", True),
        ("在看到成绩的同时，执法队伍仍面临人员不足的困难。", True),
        ("针对执法中存在的问题，开展专项整治，全部整改到位。", False),
        ("总体上看，各项任务按期完成。", False),
    ],
)
def test_problems_told_without_a_heading_are_told_all_the_same(sentence: str, told: bool) -> None:  # noqa: FBT001
    text = f"标题|甲县人民政府关于2025年度法治政府建设情况的报告\n一、成效\n推进执法监督。\n{sentence}\n"
    missing = [each for each in found(text) if each.code == "PART001" and "不足" in each.message]
    assert (missing == []) == told
    assert ("PART104" in codes(text)) == told
