"""Finished reports that carry a mark of secrecy are not read; words about secrecy are no marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.reading.opening import read_manuscript

REPORT = "青禾县人民政府关于2025年度法治政府建设情况的报告\n\n一、成效\n\n推进工作。\n"
MARKED = ["机密★1年\n", "秘密\n", "密级：秘密\n", "绝 密★\n"]
HARMLESS = [
    "公开前经过保密审查，不含国家秘密和商业秘密。\n",
    "评定★★★级法律服务所3个。\n",
    "组织机密文件管理检查2次。\n",
]


def _read(text: str, folder: Path) -> tuple[bool, list[str], list[str]]:
    file, diagnostics = folder / "报告.txt", Diagnostics()
    file.write_text(text, encoding="utf-8")
    manuscript = read_manuscript(file, diagnostics)
    return manuscript is not None, [each.code for each in diagnostics], [str(each) for each in diagnostics]


@pytest.mark.parametrize("mark", MARKED)
def test_classified_material_is_refused(mark: str, tmp_path: Path) -> None:
    """One finding, and the mark is not repeated."""
    was_read, codes, said = _read(mark + REPORT, tmp_path)
    assert not was_read
    assert codes == ["LOAD049"]
    assert "★" not in said[0]


@pytest.mark.parametrize("text", HARMLESS)
def test_words_about_secrecy_are_no_marks(text: str, tmp_path: Path) -> None:
    """A report on the rule of law speaks of it often."""
    was_read, codes, _ = _read(REPORT + text, tmp_path)
    assert was_read
    assert codes == []
