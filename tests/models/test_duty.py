"""What a kind of reporter owes, and by when."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generator.models.reporter import Duty


def _duty(before: str, **years: int) -> Duty:
    return Duty.model_validate({"对象": "同级党委", "之前": before, "来源": "测试", "强度": "规定", **years})


def test_the_limit_lies_in_the_year_after() -> None:
    """The first day that is too late."""
    assert _duty("03-01").limit(2025) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("years", "covered"),
    [({}, (2004, 2018, 2019, 2030)), ({"止": 2018}, (2004, 2018)), ({"起": 2019}, (2019, 2030))],
    ids=["always", "until", "since"],
)
def test_a_duty_holds_for_its_years(years: dict[str, int], covered: tuple[int, ...]) -> None:
    """Both ends belong to it."""
    assert tuple(year for year in (2004, 2018, 2019, 2030) if _duty("03-01", **years).covers(year)) == covered


@pytest.mark.parametrize("text", ["3月1日", "02-30", "02-29", "13-01", "", "03-01-01"])
def test_a_limit_is_a_day_of_every_year(text: str) -> None:
    """An office's file that says otherwise is refused when it is read, not when a report is checked."""
    with pytest.raises(ValidationError, match="03-01"):
        _duty(text)


def test_a_duty_may_have_no_day() -> None:
    """Before 2015 reports were owed regularly, and no day was set."""
    duty = Duty.model_validate({"对象": "同级党委", "止": 2014, "来源": "测试", "强度": "规定"})
    assert duty.limit(2010) is None
