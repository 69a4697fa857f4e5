"""Titles: whole words, a trapezoid or a diamond, never wider than the type area."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.profiles import gbt9704

from generator.document.blocks import Figure, Inline, Inlines, Text, WordBreak
from generator.writing.measure import width
from generator.writing.titles import title_lines

ROOM = 20.0


def shaped(*inlines: str | Inline) -> list[str]:
    """The lines of a title given as texts and marks."""
    parts: Inlines = tuple(Text(part) if isinstance(part, str) else part for part in inlines)
    return title_lines(parts, gbt9704().标题断行, ROOM)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        pytest.param("安平县2025年法治政府建设报告", ["安平县2025年法治政府建设报告"], id="short: one line"),
        pytest.param(
            "安平县人民政府关于2025年度法治政府建设情况的报告",
            ["安平县人民政府", "关于2025年度法治政府建设情况的报告"],
            id="two lines after the organ",
        ),
        pytest.param(
            "中共永宁市安平区委员会永宁市安平区人民政府关于2025年度法治政府建设情况的报告",
            ["中共永宁市安平区委员会", "永宁市安平区人民政府", "关于2025年度法治政府建设情况的报告"],
            id="two organs: a trapezoid",
        ),
        pytest.param(
            "永宁市安平区人民政府办公室关于2022年上半年法治政府建设工作情况的报告",
            ["永宁市安平区人民政府办公室", "关于2022年上半年法治政府建设", "工作情况的报告"],
            id="three lines: a diamond, not an hourglass; the office's name whole",
        ),
    ],
)
def test_titles_without_marks(title: str, lines: list[str]) -> None:
    """The profile's words tell where a line may end."""
    assert shaped(title) == lines


def test_marks_go_before_the_profiles_words() -> None:
    """A title with marks is broken at marks only."""
    lines = shaped("安平县人民政府", "关于2025年度法治政府", WordBreak(), "建设情况的报告")
    assert lines == ["安平县人民政府关于2025年度法治政府", "建设情况的报告"]


def test_marks_that_are_not_enough_are_helped() -> None:
    """Where a piece between two marks is too long, the profile's words help."""
    lines = shaped("永宁市安平区人民政府关于2025年度推进法治政府建设情况的报", WordBreak(), "告")
    assert all(width(line) <= ROOM for line in lines)
    assert lines[0] == "永宁市安平区人民政府"


def test_no_hourglass() -> None:
    """Long, short, long is the one shape that everybody sees."""
    pieces = ("永宁市经济技术开发区管理委员会", "永宁市司法局", "关于2025年度", "法治政府建设情况的报告")
    first, *others = pieces
    lines = shaped(first, *(part for piece in others for part in (WordBreak(), piece)))
    assert lines == ["永宁市经济技术开发区管理委员会", "永宁市司法局关于2025年度", "法治政府建设情况的报告"]


def test_figures_of_a_title_are_printed() -> None:
    """A year may come as a figure."""
    assert shaped("安平县", Figure("年度", "2025"), "年度报告") == ["安平县2025年度报告"]


words = st.text(st.sampled_from("安平县人民政府关于2025年度法治建设情况的报告和、《》abc "), min_size=1, max_size=90)


@given(st.lists(st.one_of(words.map(Text), st.just(WordBreak())), min_size=1, max_size=5))
def test_no_title_loses_a_character_or_overflows(parts: list[Text | WordBreak]) -> None:
    """Whatever the title, its lines are the title, and each fits."""
    lines = title_lines(tuple(parts), gbt9704().标题断行, ROOM)
    assert "".join(lines) == "".join(part.text for part in parts if isinstance(part, Text))
    assert all(width(line) <= ROOM for line in lines)
