"""Relations held against figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.models.evaluation import Fails, Holds, Missing, Outcome, Reason, Skipped, attainable, evaluate
from generator.models.quantity import Quantity
from generator.models.relation import Term, parse_relation

_DIMENSIONS = {"结果": ["维持", "撤销", "终止"]}


def outcome(text: str, figures: dict[str, str]) -> Outcome:
    """`figures` holds what was typed by name; 不适用 stands for itself, and what isn't there is blank."""

    def look_up(term: Term) -> Quantity | Missing:
        typed = figures.get(f"{term.indicator}@上年" if term.last_year else term.indicator)
        if typed is None:
            return Missing.BLANK
        return Missing.NOT_APPLICABLE if typed == "不适用" else Quantity.parse(typed)

    return evaluate(parse_relation(text).resolved("复议", lambda _: _DIMENSIONS), look_up)


HOLDING = {
    "sum": ("收到 = 受理 + 不予受理", {"收到": "7", "受理": "6", "不予受理": "1"}),
    "blank as zero": ("收到 >= 受理 + 撤回?", {"收到": "7", "受理": "6"}),
    "rate rounded": ("率 = 甲 ÷ 乙 × 100", {"率": "92.72%", "甲": "140", "乙": "151"}),
    "rate cut off": ("率 = 甲 ÷ 乙 × 100", {"率": "92.71%", "甲": "140", "乙": "151"}),
    "growth": ("增 = (甲 - 甲@上年) ÷ 甲@上年 × 100", {"增": "-33.3%", "甲": "2", "甲@上年": "3"}),
    "in ten thousands": ("合计 = 甲 + 乙", {"合计": "1.2万", "甲": "8000", "乙": "4321"}),
    "zero": ("收到 = 受理 + 不予受理", {"收到": "0", "受理": "0", "不予受理": "0"}),
    "left out of a dimension": ("Σ 结果 = 办结", {"维持": "4", "撤销": "2", "终止": "不适用", "办结": "6"}),
}


@pytest.mark.parametrize(("text", "figures"), HOLDING.values(), ids=HOLDING.keys())
def test_a_relation_holds(text: str, figures: dict[str, str]) -> None:
    """Figures that agree, as typed or within what rounding hides."""
    assert outcome(text, figures) == Holds()


FAILING = {
    "sum": ("收到 = 受理 + 不予受理", {"收到": "7", "受理": "6", "不予受理": "2"}, "7", "8"),
    "at most": ("维持 <= 办结", {"维持": "7", "办结": "6"}, "7", "6"),
    "at least": ("收到 >= 受理 + 撤回?", {"收到": "5", "受理": "6"}, "5", "6"),
    "rate": ("率 = 甲 ÷ 乙 × 100", {"率": "92.73%", "甲": "140", "乙": "151"}, "92.73", "92.72"),
    "rate one step up": ("率 = 甲 ÷ 乙 × 100", {"率": "33%", "甲": "34", "乙": "100"}, "33", "34"),
    "in ten thousands": ("合计 = 甲 + 乙", {"合计": "1.2万", "甲": "8000", "乙": "5000"}, "12000", "13000"),
}


@pytest.mark.parametrize(("text", "figures", "left", "right"), FAILING.values(), ids=FAILING.keys())
def test_a_relation_fails_and_says_both_sides(text: str, figures: dict[str, str], left: str, right: str) -> None:
    """The sides are what the figures say, not the edges of their ranges."""
    assert outcome(text, figures) == Fails(Decimal(left), Decimal(right))


SKIPPED = {
    "blank": ("收到 = 受理 + 撤回", {"收到": "7", "受理": "6"}, Reason.BLANK),
    "approximate": ("收到 = 受理", {"收到": "7余", "受理": "6"}, Reason.APPROXIMATE),
    "not applicable": ("收到 = 受理", {"收到": "7", "受理": "不适用"}, Reason.NOT_APPLICABLE),
    "zero divisor": ("率 = 甲 ÷ 乙 × 100", {"率": "100%", "甲": "0", "乙": "0"}, Reason.ZERO_DIVISOR),
    "a whole side blank": ("Σ 结果? = 办结", {"办结": "6"}, Reason.BLANK),
    "a whole side not applicable": (
        "Σ 结果 = 办结",
        {"办结": "6", "维持": "不适用", "撤销": "不适用", "终止": "不适用"},
        Reason.NOT_APPLICABLE,
    ),
}


@pytest.mark.parametrize(("text", "figures", "reason"), SKIPPED.values(), ids=SKIPPED.keys())
def test_a_relation_is_skipped_with_its_reason(text: str, figures: dict[str, str], reason: Reason) -> None:
    """A figure that is missing or inexact proves nothing."""
    found = outcome(text, figures)
    assert isinstance(found, Skipped)
    assert found.reason is reason


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), st.integers(0, 3))
def test_a_total_is_the_sum_of_its_parts(parts: list[int], extra: int) -> None:
    """It holds for the sum and fails for anything else."""
    figures = dict(zip(_DIMENSIONS["结果"], map(str, parts), strict=True)) | {"办结": str(sum(parts) + extra)}
    assert isinstance(outcome("Σ 结果 = 办结", figures), Holds if extra == 0 else Fails)
    assert outcome("Σ 结果 <= 办结", figures) == Holds()


@pytest.mark.parametrize(
    ("rate", "base", "numerators"),
    [
        ("62%", 36, []),
        ("61.1%", 36, [22]),
        ("33.3%", 30, [10]),
        ("92.71%", 151, [140]),
        ("92.72%", 151, [140]),
        ("100%", 1000, [1000]),
        ("0%", 1000, [0]),
        ("62", 100, [62]),
        ("50%", 3, []),
        ("150%", 2, [3]),
    ],
)
def test_attainable_numerators(rate: str, base: int, numerators: list[int]) -> None:
    """Which whole numbers give a rate; 62% of 36 is the seed that none gives."""
    assert list(attainable(Quantity.parse(rate), base)) == numerators


@given(st.integers(1, 5000), st.data(), st.integers(0, 3), st.booleans())
def test_a_rate_worked_out_is_attainable(base: int, data: st.DataObject, places: int, cut: bool) -> None:  # noqa: FBT001 - drawn
    """Rounded or cut off, the printed rate leads back to its numerator, save where 0 or 100 would be a lie."""
    numerator = data.draw(st.integers(0, base))
    rounding = "ROUND_DOWN" if cut else "ROUND_HALF_UP"
    worth = (Decimal(numerator) * 100 / base).quantize(Decimal(1).scaleb(-places), rounding)
    assume(worth not in (0, 100) or numerator in (0, base))
    assert numerator in attainable(Quantity.parse(f"{worth}%"), base)


@pytest.mark.parametrize(("rate", "base"), [("98%以上", 100), ("98%", 0)])
def test_nothing_is_worked_back_from_a_guess_or_from_zero(rate: str, base: int) -> None:
    """Callers must not ask."""
    with pytest.raises(ValueError, match="倒推"):
        attainable(Quantity.parse(rate), base)
