"""Figures as staff type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.models.quantity import Quantity

READ = {
    "whole": ("7", "7", "7", "", ""),
    "more than": ("2000余", "2000", "2000余", "余", ""),
    "nearly": ("近500", "500", "近500", "近", ""),
    "ten thousand and more": ("2万余", "20000", "2万余", "余", ""),
    "more than ten ten-thousands": ("10余万人次", "100000", "10余万", "余", "人次"),
    "bound": ("98%以上", "98", "98%以上", "以上", ""),
    "decimals are kept": ("95.0%", "95.0", "95.0%", "", ""),
    "full width with thousands mark": ("１，９９６户", "1996", "1996", "", "户"),
    "space before per cent": ("100 %", "100", "100%", "", ""),
    "bound behind the unit": ("30人以上", "30", "30以上", "以上", "人"),
    "more behind the unit": ("20件余", "20", "20余", "余", "件"),
    "negative": ("-5.2%", "-5.2", "-5.2%", "", ""),
    "full-width minus": ("−3%", "-3", "-3%", "", ""),
    "negative zero is zero": ("-0.0", "0", "0.0", "", ""),
    "leading zeros": ("007", "7", "7", "", ""),
    "numeral": ("二十余", "20", "二十余", "余", ""),
    "numeral with ten thousand": ("两万余", "20000", "两万余", "余", ""),
    "bare hundred": ("近百", "100", "近百", "近", ""),
    "bare ten thousand": ("万余", "10000", "万余", "余", ""),
    "doubled": ("近万余", "10000", "近万余", "近余", ""),
    "a dozen or so": ("十几", "10", "十几", "几", ""),
    "up to a thousand": ("上千人", "1000", "上千", "上", "人"),
    "long numeral": ("一亿二千万", "120000000", "一亿二千万", "", ""),
    "numeral with gap": ("一百零五", "105", "一百零五", "", ""),
    "unit that begins like a numeral": ("3千克", "3", "3", "", "千克"),
    "unit sign": ("5㎡", "5", "5", "", "㎡"),
}


@pytest.mark.parametrize(("typed", "value", "printed", "approximation", "unit"), READ.values(), ids=READ.keys())
def test_a_figure_is_read(typed: str, value: str, printed: str, approximation: str, unit: str) -> None:
    """Value, print, approximation and unit of what was typed."""
    figure = Quantity.parse(typed)
    assert (figure.value, figure.printed, figure.approximation, figure.unit) == (
        Decimal(value),
        printed,
        approximation,
        unit,
    )
    assert figure.exact is (approximation == "")
    assert figure.typed == typed


REFUSED = {
    "empty": ("", "不是数字"),
    "words": ("若干", "不是数字"),
    "plus sign": ("2000+", "加号"),
    "range": ("15～30", "范围"),
    "range with signs": ("20%-30%", "范围"),
    "tens": ("数十", "说不出是多少"),
    "per cent in words": ("百分之五", "95%"),
    "digit and numeral": ("5千", "写全"),
    "two digits side by side": ("三四十", "不是数字"),
    "numeral out of order": ("十百", "不是数字"),
    "ten thousand twice": ("万万", "不是数字"),
    "exponent": ("1e5", "不是数字"),
    "wrong thousands": ("12,34", "不是数字"),
    "too many digits": ("1" * 16, "位数太多"),
    "too many decimals": ("1.1234567", "位数太多"),
    "per cent of ten thousand": ("5万%", "不是数字"),
    "word behind": ("7件左右吧", "不是数字"),
    "doubled prefix": ("约约3", "不是数字"),
    "bare approximation": ("余", "不是数字"),
    "other scripts' digits": ("٣", "不是数字"),
    "fraction": ("3/4", "不是数字"),
    "very long": ("9" * 10_000, "不是数字"),
}


@pytest.mark.parametrize(("typed", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_figure_is_refused_with_a_reason(typed: str, said: str) -> None:
    """The message names what was typed and, for usual slips, the remedy."""
    with pytest.raises(ValueError, match=said) as caught:
        Quantity.parse(typed)
    assert typed[:20] in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "step", "rounded"),
    [("95.0%", "0.1", True), ("62%", "1", True), ("1.2万", "1000", True), ("7", "1", False), ("二十", "1", False)],
)
def test_step_is_the_worth_of_the_last_digit(typed: str, step: str, rounded: bool) -> None:  # noqa: FBT001 - a table
    """What rounding may hide."""
    figure = Quantity.parse(typed)
    assert figure.step == Decimal(step)
    assert figure.rounded is rounded


@pytest.mark.parametrize(
    ("typed", "unit", "printed"),
    [
        ("20余", "件", "20余件"),
        ("30以上", "人", "30人以上"),
        ("30人左右", "人", "30人左右"),
        ("近500", "份", "近500份"),
        ("2万余", "份", "2万余份"),
    ],
)
def test_words_stand_on_the_right_side_of_the_unit(typed: str, unit: str, printed: str) -> None:
    """余 before the unit, 以上 and 左右 behind it."""
    assert Quantity.parse(typed).printed_with(unit) == printed


@pytest.mark.parametrize(
    ("typed", "unit", "printed", "value"),
    [
        ("1200万元", "万元", "1200", 1200),
        ("1200余万元", "万元", "1200余", 1200),
        ("7件", "件", "7", 7),
        ("7", "件", "7", 7),
        ("3.5亿元", "亿元", "3.5", Decimal("3.5")),
    ],
)
def test_a_unit_typed_behind_is_taken_off(typed: str, unit: str, printed: str, value: Decimal) -> None:
    """万元 is either ten thousand 元 or the unit itself; the catalogue says which."""
    figure = Quantity.parse(typed).in_unit(unit)
    assert (figure.printed, figure.value, figure.unit) == (printed, value, "")


def test_another_unit_is_refused() -> None:
    """No conversion is guessed."""
    with pytest.raises(ValueError, match="单位是“人”，应当是“件”"):
        Quantity.parse("7人").in_unit("件")


@pytest.mark.parametrize(
    ("typed", "doubled", "digits"),
    [
        ("近万余", True, 0),
        ("128余", False, 3),
        ("130余", False, 0),
        ("128以上", False, 0),
        ("12余", False, 2),
        ("128", False, 0),
    ],
)
def test_doubtful_approximations_are_seen(typed: str, doubled: bool, digits: int) -> None:  # noqa: FBT001 - a table
    """Two words for one guess, and a guess after an exact number."""
    figure = Quantity.parse(typed)
    assert (figure.doubled, figure.guessed_digits) == (doubled, digits)


numbers = st.builds(
    lambda before, whole, decimals, inner, magnitude, after: f"{before}{whole}{decimals}{inner}{magnitude}{after}",
    st.sampled_from(["", "近", "约", "超过", "不少于", "-"]),
    st.integers(0, 10**12).map(str),
    st.sampled_from(["", ".5", ".25", ".125"]),
    st.sampled_from(["", "余", "多"]),
    st.sampled_from(["", "万", "亿", "%"]),
    st.sampled_from(["", "以上", "左右"]),
)


@given(numbers)
def test_what_is_printed_reads_the_same_again(typed: str) -> None:
    """parse(printed) loses nothing but the unit."""
    figure = Quantity.parse(typed)
    again = Quantity.parse(figure.printed)
    assert (again.value, again.printed, again.places) == (figure.value, figure.printed, figure.places)


@given(
    st.text(st.sampled_from("0123456789.,，%余近约多万亿十百千两二件以上 -０％+～几数"), max_size=12)
    | st.text(max_size=70)
)
def test_nothing_but_a_value_error_is_raised(typed: str) -> None:
    """Whatever is typed is either a figure that prints and reads back, or a ValueError."""
    try:
        figure = Quantity.parse(typed)
    except ValueError:
        return
    assert Quantity.parse(figure.printed).value == figure.value


def test_pydantic_reports_the_reason() -> None:
    """A field of this type refuses with the same Chinese words, and numbers and figures pass."""
    adapter = TypeAdapter(Quantity)
    assert adapter.validate_python(7).printed == "7"
    assert adapter.validate_python(Quantity.parse("近500")).printed == "近500"
    with pytest.raises(ValidationError, match="加号请写成"):
        adapter.validate_python("2000+")
    with pytest.raises(ValidationError, match="这里要填一个数字"):
        adapter.validate_python(True)  # noqa: FBT003 - the bad value
