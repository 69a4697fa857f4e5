"""Every block from the input has a name of its own."""

from __future__ import annotations

from generator.document.blocks import Document, Meta, Origin, Paragraph, Point, Section, walk
from generator.document.identifying import identified

META = Meta("题", "某县人民政府", 2025, "全年", "送审稿", "送审稿", "送审稿")


def _ids(*blocks: Section | Paragraph | Point) -> list[str]:
    found = walk(identified(Document(META, blocks)).blocks)
    return [block.id for block in found if isinstance(block, Section | Paragraph | Point)]


def test_names_come_from_the_path() -> None:
    """Sections and what is in them; template text has no path and gets no name."""
    inner = Paragraph((), origin=Origin("正文/0/节/内容/0"))
    section = Section(None, (inner, Paragraph(())), origin=Origin("正文/0/节"))

    assert _ids(section) == ["正文_0_节", "正文_0_节_内容_0", ""]


def test_what_staff_named_stays_and_is_not_given_twice() -> None:
    """Also when a path would make the same name; capitals don't tell names apart."""
    named = Paragraph((), id="A_1", origin=Origin("x"))

    assert _ids(Point((), origin=Origin("a/1")), named, Point((), origin=Origin("a/1"))) == ["a_1_2", "A_1", "a_1_3"]


def test_long_paths_get_a_short_name() -> None:
    """Word takes forty characters."""
    (name,) = _ids(Paragraph((), origin=Origin("/".join(["很长的路径"] * 20))))

    assert len(name) <= 40
    assert name.isidentifier()
