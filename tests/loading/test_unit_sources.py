"""Whose figure is the county's (单一来源) as an office writes it: what is refused at its line, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import write
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge

FAULTS = {
    "second source of a figure": ("▲村级法治.村社区", "两个"),
    "topic that isn't there": ("▲人民调节", "人民调解"),
    "figure that isn't there": ("▲人民调解.调节员", "调解员"),
    "figure left open": ("▲人民调解.", "没有指标"),
    "sum": ("▲行政处罚.决定", "求和"),
    "topic of sums": ("▲行政许可", "另填"),
}


@pytest.mark.parametrize(("entry", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_source_that_cannot_be_is_told_at_its_place(entry: str, words: str, tmp_path: Path) -> None:
    """In the office's file; no knowledge is made."""
    text, places = unmarked(f"单位: {{县信访局: {{单一来源: [{entry}]}}}}\n")
    file = write(tmp_path / "schemas", text, "units.yaml")
    diagnostics = Diagnostics()

    assert load_knowledge([tmp_path], diagnostics) is None
    assert [(each.code, each.place.file) for each in diagnostics] == [("LOAD088", str(file))]
    assert {(each.place.line, each.place.column) for each in diagnostics} == set(places)
    assert all(words in each.message + each.remedy and is_for_clerks(each) for each in diagnostics)


HARMLESS = {
    "figure of a source removed": ("indicators/甲.yaml", "法治考核: {指标: {考核权重: {删除: 是}}}\n"),
    "figure of a source made a sum": ("indicators/甲.yaml", "法治培训: {指标: {任前考法: {合并: 求和}}}\n"),
    "figure taken over": ("units.yaml", "单位: {县信访局: {单一来源: [信访, 村级法治.化解]}}\n"),
}


@pytest.mark.parametrize(("name", "text"), HARMLESS.values(), ids=HARMLESS.keys())
def test_an_office_need_not_rewrite_the_units(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "schemas" / name
    write(file.parent, text, file.name)
    diagnostics = Diagnostics()

    assert load_knowledge([tmp_path], diagnostics) is not None
    assert list(diagnostics) == []
