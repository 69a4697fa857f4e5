"""Numbers by level and in series, over a finished tree."""

from __future__ import annotations

import pytest

from generator.document.blocks import (
    Block,
    Document,
    Heading,
    Meta,
    Ordinal,
    Paragraph,
    Point,
    Section,
    Text,
    plain,
    walk,
)
from generator.document.numbering import chinese, numbered, section_number

META = Meta("题", "某县人民政府", 2025, "全年", "送审稿", "送审稿", "送审稿")


def _section(*blocks: Block, heading: str | None = "题") -> Section:
    return Section(Heading((Text(heading),)) if heading else None, blocks)


def _numbers(*blocks: Block) -> list[str]:
    document = numbered(Document(META, blocks))
    return [block.number for block in walk(document.blocks) if isinstance(block, Section | Point)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2020, "二千零二十"),
        (10_000, "10000"),
    ],
)
def test_chinese_numerals(number: int, words: str) -> None:
    """Numerals as headings write them."""
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("level", "printed"), [(1, "二、"), (2, "（二）"), (3, "2."), (4, "（2）"), (5, "②"), (6, "②")]
)
def test_each_level_has_its_form(level: int, printed: str) -> None:
    """GB/T 9704—2012, 7.3.3."""
    assert section_number(level, 2) == printed


def test_levels_nest_and_restart() -> None:
    """Each level restarts under its parent; text between sections changes nothing."""
    third = _section(_section(), _section())
    numbers = _numbers(_section(_section(third), Paragraph((Text("文"),)), _section()), _section(_section()))

    assert numbers == ["一、", "（一）", "1.", "（1）", "（2）", "（二）", "二、", "（一）"]


def test_a_section_without_heading_nests_but_takes_no_number() -> None:
    """What is inside stands one level deeper; the next section is not counted further."""
    assert _numbers(_section(), _section(_section(), heading=None), _section()) == ["一、", "", "（一）", "二、"]


def test_series_by_paragraph_restart_after_anything_else() -> None:
    """二是 follows 一是 directly; a paragraph between ends the series."""
    point = Point((Text("点"),))

    assert _numbers(point, point, Paragraph((Text("文"),)), point) == ["一是", "二是", "一是"]


def test_series_run_in_are_numbered_inside_their_paragraph() -> None:
    """Each paragraph has its own series."""
    paragraph = Paragraph((Text("如下："), Ordinal(), Text("甲。"), Ordinal(), Text("乙。")))
    document = numbered(Document(META, (paragraph, paragraph)))

    assert [plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph)] == [
        "如下：一是甲。二是乙。"
    ] * 2


def test_a_series_of_hundreds_is_numbered() -> None:
    """A clerk who lists every case gets numbers, not an error."""
    assert _numbers(*[Point((Text("点"),))] * 120)[-1] == "一百二十是"
