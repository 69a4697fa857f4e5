"""Whatever a file holds, reading it ends in a manuscript or in findings, and loses no text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.books import shipped
from support.word_files import attempt, p, package

from generator.reading.guessing import guessed

_PIECES = (
    "一、", "（二）", "3.", "（4）", "⑤", "一是", "二是", "标题", "。", "，", "：", "青禾县人民政府", "报告",
    "法治政府", "2025年", "2026年2月9日", "二〇二六年三四月十日", "附件", "附件1", "附件：", "1.", "抄送：", "印发",
    "文件",
    "签发人：", "〔2026〕5号", "主任、各位", "（此件公开发布）", "来源：", "打印", "\t", "  ", "7", "％", "关于",
    "的", "——", "第", "\n", "\u00a0", "𠮷", "发布时间：2026-13-40",
)  # fmt: skip
_LINES = st.lists(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=7).map("".join), min_size=1, max_size=9)
_KNOWN = shipped()
_SETTINGS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _letters(text: str) -> list[str]:
    return sorted(re.sub(r"\s", "", text))


@_SETTINGS
@given(lines=_LINES)
@example(lines=["一、\t〔2026〕5号"])
@example(lines=["\t"])
def test_lines_in_any_order(lines: list[str], tmp_path: Path) -> None:
    """All text but labels (附件：) is in a line, in Word files and in text files; places are in order."""
    for name, content in (("a.txt", "\n".join(lines).encode()), ("a.docx", package("".join(map(p, lines))))):
        found, diagnostics = attempt(tmp_path, content, name)
        if found is None:
            is_empty = name == "a.txt" and not content.strip()
            assert [each.code for each in diagnostics] == ["LOAD202" if is_empty else "LOAD206"]
            continue
        cells = "".join(cell.text for line in found.lines for row in line.rows for cell in row)
        read = "".join(line.number + line.text for line in found.lines) + cells
        labels = "附件：" * sum(line.kind == "附件说明" for line in found.lines)
        assert set(_letters("".join(lines))) - set(_letters(read + labels)) == set()
        assert all(-1 <= line.section < place for place, line in enumerate(found.lines))
        guessed(found, _KNOWN, None, None)


@_SETTINGS
@given(raw=st.binary(max_size=300))
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.doc"])
def test_any_bytes(raw: bytes, name: str, tmp_path: Path) -> None:
    found, diagnostics = attempt(tmp_path, raw, name)
    assert (found is None) == diagnostics.has_errors


@_SETTINGS
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_any_broken_byte(place: int, byte: int, tmp_path: Path) -> None:
    """One byte of a Word file changed: read, or refused."""
    raw = bytearray(package(p("青禾县2025年法治政府建设年度报告") + p("一、主要举措"), {"header1": p("内部")}))
    raw[place % len(raw)] = byte
    found, diagnostics = attempt(tmp_path, bytes(raw))
    assert (found is None) == diagnostics.has_errors
