"""Our dataclasses do what those of the standard library do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

import pytest

from generator import records

MAKERS = [records.dataclass, dataclasses.dataclass]
makers = pytest.mark.parametrize("make", MAKERS)
Make = Callable[..., Any]


def point(make: Make, **options: bool) -> Any:
    @make(**options)
    class Point:
        x: int
        y: int = 2
        names: list[str] = field(default_factory=list)
        hidden: str = field(default="z", repr=False)

        @property
        def sum(self) -> int:
            return self.x + self.y

    return Point


@makers
@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
def test_a_record_is_made_with_its_defaults(make: Make, *, slots: bool, frozen: bool) -> None:
    kind = point(make, slots=slots, frozen=frozen)
    one, other = kind(1), kind(x=1, y=5, names=["甲"])
    assert (one.x, one.y, one.names, one.hidden, one.sum) == (1, 2, [], "z", 3)
    assert (other.y, other.names, other.sum) == (5, ["甲"], 6)
    assert kind(1).names is not one.names
    assert hasattr(one, "__dict__") is not slots
    for wrong in ({}, {"x": 1, "q": 2}):
        with pytest.raises(TypeError):
            kind(**wrong)


@makers
def test_records_are_equal_by_kind_and_values(make: Make) -> None:
    kind, other = point(make, slots=True), point(make, slots=True)
    assert kind(1) == kind(1)
    assert kind(1) != kind(2)
    assert kind(1) != other(1)
    assert kind.__hash__ is None


@makers
def test_frozen_records_have_a_hash_and_stay_as_they_are(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Frozen:
        x: int
        y: str = ""

    kind: Any = Frozen
    one = kind(1)
    assert hash(one) == hash(kind(1))
    assert {kind(1, "甲"): 3}[kind(1, "甲")] == 3
    with pytest.raises(AttributeError):
        one.x = 2
    with pytest.raises(AttributeError):
        del one.x
    assert one.x == 1


@makers
def test_a_record_is_replaced_matched_and_shown(make: Make) -> None:
    kind = point(make, frozen=True, slots=True)
    assert replace(kind(1), y=7) == kind(1, 7)
    assert repr(kind(1, names=["甲"])).endswith("Point(x=1, y=2, names=['甲'])")
    match kind(4, 5):
        case kind(x, y=5):
            assert x == 4
        case _:
            pytest.fail("no match")


@makers
def test_without_fields_or_with_a_step_after_making(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Empty:
        pass

    @make(slots=True)
    class Doubled:
        x: int
        twice: int = 0

        def __post_init__(self) -> None:
            self.twice = self.x * 2

    doubled: Any = Doubled
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert doubled(3).twice == 6


@makers
def test_identity_when_asked_for(make: Make) -> None:
    kind = point(make, frozen=True, slots=True, eq=False)
    one = kind(1)
    assert one != kind(1)
    assert {one: 1}[one] == 1
