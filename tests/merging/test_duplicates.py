"""Which form counts when a unit sent more than one."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from support.merging import given, promise, sent

from generator.merging.duplicates import choose, quoted
from generator.merging.sent import Sent

_EARLY, _LATE, _LAST = "2027-01-05T08:00:00Z", "2027-01-08T08:00:00Z", "2027-01-09T08:00:00Z"


def _form(file: str, figure: str = "7", modified: str = "", **more: object) -> Sent:
    return sent("甲", {"和": figure}, file=file, modified=modified, **more)


@pytest.mark.parametrize(
    ("forms", "counts", "found"),
    [
        ([_form("一.xlsx")], "一.xlsx", []),
        ([_form("一.xlsx", "7", _EARLY), _form("二.xlsx", "9", _LATE)], "二.xlsx", [("LOAD185", "一.xlsx")]),
        ([_form("一.xlsx", "7", _LATE), _form("二.xlsx", "9", _EARLY)], "一.xlsx", [("LOAD185", "二.xlsx")]),
        ([_form("一.xlsx", "7", _LATE), _form("二.xlsx", "9", _LATE)], None, [("LOAD186", "二.xlsx")]),
        ([_form("一.xls", "7"), _form("二.xlsx", "9", _LATE)], None, [("LOAD186", "二.xlsx")]),
        ([_form("一.xls", "7"), _form("二.xls", "9")], None, [("LOAD186", "二.xls")]),
        ([_form("一.xlsx", "7", _EARLY), _form("二.xlsx", "7", _LATE)], "二.xlsx", [("LOAD187", "一.xlsx")]),
        (
            [_form("一.xlsx", "7", _EARLY), _form("二.xlsx", "9", _LATE), _form("三.xlsx", "7", _LAST)],
            "三.xlsx",
            [("LOAD185", "二.xlsx"), ("LOAD187", "一.xlsx")],
        ),
        ([_form("一.xls"), _form("二.xls")], "一.xls", [("LOAD187", "二.xls")]),
        (
            [_form("一.xlsx", "7", _EARLY), _form("二.xlsx", "9", _LATE), _form("三.xlsx", "9", _LATE)],
            "三.xlsx",
            [("LOAD185", "一.xlsx"), ("LOAD187", "二.xlsx")],
        ),
    ],
)
def test_which_one_counts(forms: list[Sent], counts: str | None, found: list[tuple[str, str]]) -> None:
    """In whatever order they are given."""
    for each in permutations(forms):
        chosen = choose(each)
        assert ("甲" in chosen.undecided) is (counts is None)
        assert {unit: form.file for unit, form in chosen.counting.items()} == ({"甲": counts} if counts else {})
        assert sorted((one.code, one.place.file) for one in chosen.found) == sorted(found)


def test_the_clerk_decides() -> None:
    forms = [_form("一.xlsx", "7", _LATE), _form("二.xlsx", "9", _LATE)]
    chosen = choose(forms, {"二.xlsx"})
    assert chosen.counting["甲"].file == "二.xlsx"
    assert chosen.files["甲"] == ("二.xlsx", "一.xlsx")
    assert chosen.found == ()


def test_what_differs_is_told_with_the_way_out() -> None:
    blank = sent("甲", {"分子": "3", "和": "7"}, file="一.xlsx")
    found = choose([blank, _form("二.xlsx", "9")]).found[0]
    assert "测.和 这一份9，那一份7" in found.message
    assert "测.分子 这一份没有填，那一份3" in found.message
    assert "--use 二.xlsx 或者 --use 一.xlsx" in found.remedy


def test_text_makes_a_form_another_one() -> None:
    written = _form("二.xlsx", materials=(promise("甲", "建章立制", "已完成"),))
    found = choose([_form("一.xlsx"), written]).found
    assert [each.code for each in found] == ["LOAD186"]
    assert "数字相同，文字或者说明不同" in found[0].message


@pytest.mark.parametrize("more", [{"forecast": True}, {"noted": "待核"}])
def test_remarks_make_a_form_another_one(more: dict[str, Any]) -> None:
    remarked = sent("甲", {"和": given("甲", "7", "E1", **more)}, file="二.xlsx", modified=_LATE)
    for each in permutations([_form("一.xlsx", "7", _EARLY), remarked]):
        assert choose(each).counting["甲"].file == "二.xlsx"
        assert [one.code for one in choose(each).found] == ["LOAD185"]


def test_units_stand_for_themselves() -> None:
    chosen = choose([_form("一.xlsx"), sent("乙", {"和": "7"})])
    assert set(chosen.counting) == {"甲", "乙"}
    assert chosen.found == ()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("收表/县公安局.xlsx", "收表/县公安局.xlsx"),
        ("收表/县公安局  报 送.xlsx", '"收表/县公安局  报 送.xlsx"'),
        ("a(3)&b.xlsx", '"a(3)&b.xlsx"'),
    ],
)
def test_a_file_name_is_quoted_for_the_command_line(name: str, typed: str) -> None:
    """Double quotes, which Windows takes too."""
    assert quoted(name) == typed
