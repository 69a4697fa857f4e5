"""Merged sums are those of plain arithmetic, in whatever order the forms come."""

from __future__ import annotations

from decimal import Decimal, localcontext

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from support.merging import NOBODY, county, sent, value

from generator.merging.sums import rate, same, total
from generator.models.quantity import Quantity

_AMOUNTS = st.builds(
    lambda number, places: f"{Decimal(number).scaleb(-places):f}", st.integers(0, 10**14), st.integers(0, 6)
)
_NAMES = ("甲", "乙", "丙")


@settings(max_examples=60)
@drawn(st.lists(_AMOUNTS, min_size=1, max_size=30))
def test_sums_are_exact(amounts: list[str]) -> None:
    with localcontext() as context:
        context.prec = 50
        expected = sum(map(Decimal, amounts), Decimal(0))
    made = total([Quantity.parse(each) for each in amounts])
    assert made.value == expected
    assert made.exact
    assert made.places == max(len(each.partition(".")[2]) for each in amounts)


@settings(max_examples=40)
@drawn(st.data())
def test_the_order_of_files_never_matters(data: st.DataObject) -> None:
    names = ("和", "牵", "单", "存", "新", "核", "分子", "分母", "率")
    typed = st.dictionaries(st.sampled_from(names), st.sampled_from(("0", "3", "12", "约5", "7余")), max_size=9)
    forms = [sent(name, data.draw(typed)) for name in _NAMES]
    shuffled = data.draw(st.permutations(forms))
    assert county(shuffled) == county(forms)


@settings(max_examples=40)
@drawn(st.lists(st.integers(0, 10**9), min_size=3, max_size=3))
def test_the_county_is_the_sum_of_its_units(amounts: list[int]) -> None:
    forms = [sent(name, {"和": str(amount)}) for name, amount in zip(_NAMES, amounts, strict=True)]
    assert value(county(forms, NOBODY), "和") == str(sum(amounts))


@settings(max_examples=60)
@drawn(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 2))
def test_a_ratio_says_all_only_of_all(part: int, rest: int, places: int) -> None:
    """Neither 100% nor 0% comes of rounding, and what comes is within half a step of the truth, or next to the end."""
    made = rate(Decimal(part), Decimal(part + rest), places)
    step = Decimal(1).scaleb(-places)
    assert 0 < made.value < 100
    assert made.places == places
    assert abs(made.value - Decimal(part) * 100 / (part + rest)) < step


def test_figures_that_say_the_same() -> None:
    assert same(Quantity.parse("1.2万"), Quantity.parse("12000"))
    assert same(Quantity.parse("95%"), Quantity.parse("95.0%"))
    assert not same(Quantity.parse("95"), Quantity.parse("95%"))
    assert not same(Quantity.parse("近20"), Quantity.parse("20"))
