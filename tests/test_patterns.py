"""A pattern compiled late is the pattern."""

from __future__ import annotations

import re

import pytest

from generator.patterns import compile_later


def test_it_finds_what_the_pattern_finds() -> None:
    late, now = compile_later("甲(.)", re.DOTALL), re.compile("甲(.)", re.DOTALL)
    for text in ("甲乙", "甲\n", "丙", "甲乙甲丙"):
        assert late.findall(text) == now.findall(text)
        assert late.sub(r"\1", text) == now.sub(r"\1", text)
        assert bool(late.fullmatch(text)) == bool(now.fullmatch(text))
    assert (late.pattern, late.flags, late.groups) == (now.pattern, now.flags, now.groups)


def test_a_broken_pattern_is_broken_when_it_is_used() -> None:
    broken = compile_later("(")
    with pytest.raises(re.error):
        broken.search("")
