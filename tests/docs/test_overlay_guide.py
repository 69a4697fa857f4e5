"""The phrase file that handbook and README show to offices works as it stands, and no schema file is kept from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.deliveries import report, see
from support.inputs import ROOT, write

GUIDES = ("docs/handbook.md", "examples/office-overlay/README.md")
SCHEMA = """\
普法宣传:
  指标:
    院坝会: {标签: 院坝会, 单位: 场, 含义: 到村召开的院坝会, 性质: 流量, 合并: 求和}
    院坝会人次: {标签: 院坝会人次, 单位: 人次, 含义: 参加的群众, 性质: 流量, 合并: 求和}
"""
BODY = (
    "指标:\n  普法宣传: {活动: 46, 院坝会: 118, 院坝会人次: 900}\n正文: ['{{ 普法宣传 }}', '{{ 普法宣传(\"简\") }}']\n"
)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_phrase_file_shown_to_offices_works(guide: str, tmp_path: Path) -> None:
    """Copied into a folder, with the indicators it speaks of."""
    shown = re.findall(r"^```jinja\n(.*?)^```", (ROOT / guide).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(shown) == 1
    write(tmp_path / "本县" / "schemas" / "indicators", SCHEMA, "普法.yaml")
    write(tmp_path / "本县" / "templates" / "phrases", shown[0], "普法宣传.j2")
    seen = see(tmp_path, report("  - {名称: 稿}", body=BODY), (tmp_path / "本县",))

    assert "开展法治宣传活动46次。到村（社区）召开院坝会118场。" in seen.text
    assert not [code for code in seen.codes if code.startswith("TMPL")]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_schema_file_is_listed(guide: str) -> None:
    """Those at the top of the folder by name, the two folders of many files by theirs."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    names = [file.name for file in (ROOT / "schemas").glob("*.yaml")] + ["indicators/", "outlines/"]
    assert [name for name in names if f"`{name}" not in text] == []
