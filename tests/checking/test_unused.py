"""Figures that were filled in and that no version prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.workflows.check import check

_REPORT = """\
格式: 1
年度: 2026
主体: {{名称: 甲县人民政府, 类别: 政府, 级别: 县级, 简称: 甲县}}
指标:
  行政处罚: {{决定: 12}}
  行政复议: {{收到: 7}}
正文:
  - 节: {{标题: 主要成效, 内容: [{paragraph}]}}
"""


@pytest.mark.parametrize(
    ("paragraph", "unused"),
    [
        ("'作出行政处罚{{ 行政处罚.决定 }}件。'", "行政复议"),
        ("'作出行政处罚{{ 行政处罚.决定 }}件，收到复议申请{{ 行政复议.收到 }}件。'", ""),
        ("一年来工作扎实推进。", ""),
    ],
)
def test_topics_that_no_version_prints_are_told_once(tmp_path: Path, paragraph: str, unused: str) -> None:
    """A text without any reference is written by hand: nothing is said of it."""
    file = tmp_path / "report.yaml"
    file.write_text(_REPORT.format(paragraph=paragraph), encoding="utf-8")
    found = [each.message for each in check([file]) if each.code == "DATA520"]
    assert found == ([f"填了数、正文没有用到的主题：{unused}"] if unused else [])
