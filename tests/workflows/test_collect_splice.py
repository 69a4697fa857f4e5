"""Edits in a report: what would spoil the text is found and left out, the rest is made."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.source import Source
from generator.loading.yaml import parse_yaml
from generator.workflows import collect_splice
from generator.workflows.collect_splice import put_into
from generator.writing.splice import Edit, Spliced, spliced

_TEXT = "指标:\n  甲: {一: 1, 二: {值: 2, 备注: 核过}}\n"


def _source() -> Source:
    source = parse_yaml(_TEXT, "report.yaml", Diagnostics())
    assert source is not None
    return source


def test_an_edit_that_is_not_read_back_is_left_out() -> None:
    bad = Edit(("指标", "甲", "三"), "坏\x07")
    good = [Edit(("指标", "甲", name), "7") for name in ("一", "四", "五")]
    made = put_into(_source(), [good[0], bad, *good[1:]])
    assert made is not None
    assert made.text == "指标:\n  甲: {一: 7, 二: {值: 2, 备注: 核过}, 四: 7, 五: 7}\n"
    assert [edit for edit, _ in made.refused] == [bad]


def test_no_single_value_takes_the_place_of_a_mapping() -> None:
    made = put_into(_source(), [Edit(("指标", "甲", "二"), "7")])
    assert made is not None
    assert (made.text, len(made.refused)) == (_TEXT, 1)


def test_a_text_that_is_spoilt_anyway_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(text: str, root: object, edits: object) -> Spliced:
        return Spliced(text.replace("核过", "没有核"))

    monkeypatch.setattr(collect_splice, "spliced", careless)
    assert put_into(_source(), [Edit(("指标", "甲", "一"), "7")]) is None
    assert spliced(_TEXT, _source().root, ()).text == _TEXT
