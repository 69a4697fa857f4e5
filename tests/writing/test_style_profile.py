"""The style profile: what is shipped holds, and what is wrong in an office's own is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from support.profiles import changed, gbt9704, gbt33476, profile_data

from generator.models.style import StyleProfile


def test_margins_and_type_area_are_those_of_the_standard() -> None:
    """GB/T 9704—2012 5.2: A4, 37 and 28 mm, 156 × 225 mm, 22 lines of 28 characters."""
    area = gbt9704().版心
    twips = [length.twips for length in (area.天头, area.下边, area.订口, area.右边, area.行距, area.字距)]
    assert twips == [2098, 1984, 1587, 1474, 579, -5]
    assert (area.行数.值, area.字数.值) == (22, 28)


def test_the_profile_after_the_electronic_standard_says_what_is_unsure() -> None:
    """What is quoted at second hand is no rule, and its clause asks to look it up."""
    area = gbt33476().版心
    for quoted in (area.天头, area.下边, area.高, area.行距):
        assert "待核" in quoted.条款
        assert quoted.强度 != "规定"


def test_profiles_can_be_keys() -> None:
    """The writer keeps a base package for each profile."""
    assert hash(gbt9704()) == hash(StyleProfile.model_validate(profile_data()))


def _statements(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if "值" in data:
            yield data
        for inner in data.values():
            yield from _statements(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _statements(inner)


def test_every_value_says_where_it_comes_from() -> None:
    """No number without its clause, and “规定” only with a clause of the standard."""
    statements = list(_statements(profile_data()))
    assert len(statements) > 80
    for statement in statements:
        assert statement["条款"]
        if statement["强度"] == "规定":
            assert "GB/T 9704" in statement["条款"], statement


@pytest.mark.parametrize(
    ("path", "wrong", "place", "message"),
    [
        pytest.param("版心/天头/值", "四十", ("版心", "天头", "值"), "number", id="not a number"),
        pytest.param("版心/天头/单位", "厘米", ("版心", "天头", "单位"), "毫米", id="unknown unit"),
        pytest.param("版心/天头/值", "-37", ("版心", "天头", "值"), "greater than 0", id="negative"),
        pytest.param("版心/天头/强度", "建议", ("版心", "天头", "强度"), "规定", id="unknown strength"),
        pytest.param("版心/天头/条款", "", ("版心", "天头", "条款"), "at least 1", id="no clause"),
        pytest.param("标题/字体/值", "隶书", ("标题", "字体", "值"), "小标宋", id="unknown class of font"),
        pytest.param("示例/字样/颜色/值", "灰", ("示例", "字样", "颜色", "值"), "pattern", id="no colour"),
        pytest.param("层次标题", [], ("层次标题",), "at least 4", id="levels missing"),
        pytest.param("页眉", {}, ("页眉",), "not permitted", id="unknown key"),
        pytest.param(
            "版头/签发人/每行/值", "0", ("版头", "签发人", "每行", "值"), "greater than", id="no signer a line"
        ),
        pytest.param("版记/外线/粗/值", "0", ("版记", "外线", "粗", "值"), "greater than 0", id="no rule"),
        pytest.param("附件/文字/文字", "", ("附件", "文字", "文字"), "at least 1", id="no label"),
        pytest.param("版心/订口/值", "40", (), "纸张宽 210 毫米，而版心加两边是 222 毫米", id="margins too wide"),
        pytest.param("版心/高/值", "200", (), "纸张高 297 毫米，而版心加两边是 272 毫米", id="type area too low"),
        pytest.param("版心/行距/值", "30", (), "行距 30 磅排不下 22 行", id="lines too far apart"),
        pytest.param("版心/字距/值", "0", (), "每字 16 磅，一行排不下 28 字", id="characters too wide"),
    ],
)
def test_wrong_values_are_refused(path: str, wrong: Any, place: tuple[str, ...], message: str) -> None:
    """Each at its place, so that the loader can tell the office where."""
    with pytest.raises(ValidationError) as caught:
        StyleProfile.model_validate(changed(path, wrong))
    (error,) = caught.value.errors()
    assert error["loc"] == place
    assert message in error["msg"]


def test_missing_values_are_refused() -> None:
    """A profile is whole or it is none."""
    data = profile_data()
    del data["版心"]["行距"]
    with pytest.raises(ValidationError, match="行距"):
        StyleProfile.model_validate(data)
