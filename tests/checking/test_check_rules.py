"""The entries of schemas/checks.yaml."""

from __future__ import annotations

import re

import pytest
from support.knowledge_files import shipped_checks

from generator.models.check import CheckRule


@pytest.mark.parametrize("code", shipped_checks())
def test_every_entry_can_be_printed_and_has_its_place(code: str) -> None:
    """Codes in the ranges of figures and structure; no character that a GBK console can't show."""
    rule = shipped_checks()[code]
    assert re.fullmatch(r"(DATA|PART)0[0-46]\d", code)
    assert all(text for text in (rule.名称, rule.说明, rule.消息, rule.办法, rule.来源))
    (rule.消息 + rule.办法 + rule.说明).encode("gbk")


def test_slots_are_filled_and_unknown_ones_stay() -> None:
    """Filling is plain text: what stands in a value is not a slot."""
    rule = shipped_checks()["DATA008"].model_copy(update={"消息": "{指标}：{值}，{别的}"})
    assert rule.message({"指标": "{值}", "值": "近1万余"}) == "{值}：近1万余，{别的}"


def test_a_parameter_must_be_a_whole_number() -> None:
    """An office that writes something else is told which."""
    rule: CheckRule = shipped_checks()["PART009"]
    assert rule.number("每行字数") == 28
    with pytest.raises(ValueError, match="参数“层数”应当是整数"):
        rule.number("层数")
