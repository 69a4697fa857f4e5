"""Counts of towns, with nobody to say the county's."""

from __future__ import annotations

from pathlib import Path

from support.collecting import codes, collected, filled, text_of, traced, value_of

from generator.workflows.form import FormOrder, form

_TOWNS = """\
包:
  乡镇: {说明: 镇和街道, 主题: [人民调解], 来源: 测试, 强度: 惯例}
单位:
  白沙镇: {简称: 白沙镇, 类型: 乡镇, 包: [乡镇], 报送: 必报, 来源: 测试, 强度: 惯例}
  东门街道: {简称: 东门, 类型: 街道, 包: [乡镇], 报送: 必报, 来源: 测试, 强度: 惯例}
"""


def test_a_towns_count_does_not_pass_for_the_countys(tmp_path: Path) -> None:
    """One town is told of, two are added up, and the memory says so."""
    (tmp_path / "units.yaml").write_text(_TOWNS, encoding="utf-8")
    made = form(FormOrder(tmp_path / "空表", year=2026, units=tmp_path / "units.yaml", all_units=True))
    told = next(each for each in made.diagnostics if each.code == "LOAD199")
    assert "这1个主题的全县数以谁为准：人民调解" in told.message
    blank = {file.name.split("_")[1]: file for file in made.written}
    filled(blank["白沙镇"], tmp_path / "报送" / "白沙镇.xlsx", {"人民调解.调解": 321})
    first = collected(tmp_path)
    assert (value_of(first, "人民调解.调解"), "DATA521" in codes(first)) == ("321", True)
    lines, _ = traced(tmp_path, "人民调解.调解")
    assert lines[2] == "汇总：321，单位名单里没有写以谁为准，用填了的单位的数"
    filled(blank["东门街道"], tmp_path / "报送" / "东门.xlsx", {"人民调解.调解": 150})
    second = collected(tmp_path)
    assert (value_of(second, "人民调解.调解"), "DATA522" in codes(second)) == ("471", True)
    assert "471" in text_of(tmp_path)
    lines, _ = traced(tmp_path, "人民调解.调解")
    assert lines[2].startswith("汇总：471，单位名单里没有写以谁为准，由乡镇、街道的数相加")
