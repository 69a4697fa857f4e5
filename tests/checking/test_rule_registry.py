"""Every rule has its cases in the tests, its source, its examples, and its place in the list."""

from __future__ import annotations

from functools import cache

import pytest
from support.inputs import ROOT
from support.knowledge_files import shipped_checks

from .test_finished_examples import RUN
from .test_finished_shape import CASES

TESTS = ROOT / "tests"
GENERAL = {
    "DATA020": "the words of all relations: test_relations_gov and its neighbours hold their own codes",
    "DATA029": "the words of all reminders: as DATA020",
    "PART062": "has no findings of its own: test_whole_reports counts what is left out",
}
"""Rules whose findings go by another code."""

OWED = {
    "DATA519": "a figure that can't be put into the input without touching its neighbours: no case of it was found yet"
}


@cache
def _sources() -> str:
    return "".join(file.read_text(encoding="utf-8") for file in TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("code", shipped_checks())
def test_a_rule_has_good_and_bad_cases(code: str) -> None:
    """Run from its own examples, from the table of whole reports, or in a test that names it."""
    from_examples = code in RUN and shipped_checks()[code].误 and shipped_checks()[code].正
    in_table = {f"{code} bad", f"{code} good"} <= {name.partition(",")[0] for name in CASES}
    assert from_examples or in_table or code in GENERAL or code in OWED or f'"{code}' in _sources()


@pytest.mark.parametrize("code", shipped_checks())
def test_a_rule_says_where_it_comes_from_and_is_listed(code: str) -> None:
    """With examples, page measures apart, which are shown by the remedy."""
    rule = shipped_checks()[code]
    assert rule.来源
    assert code.startswith("PAGE") or (rule.误 and rule.正)
    assert f"| {code} |" in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", shipped_checks())
def test_custom_is_no_error(code: str) -> None:
    """What is only custom never blocks."""
    rule = shipped_checks()[code]
    assert rule.强度 != "惯例" or rule.严重 != "error"


@pytest.mark.parametrize("code", shipped_checks())
def test_every_text_can_be_shown_on_a_console(code: str) -> None:
    """No character outside GBK, in the words for finished reports and the examples too."""
    rule = shipped_checks()[code]
    for text in (rule.名称, rule.成稿消息, rule.成稿办法, rule.来源, *rule.误, *rule.正):
        text.encode("gbk")
