"""The pages as LibreOffice prints them, measured against GB/T 9704—2012 (millimetres)."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

import pytest
from support import office
from support.documents import COMMITTEE, COUNTY, DAY, MARKED
from support.profiles import gbt9704

pytestmark = pytest.mark.office

TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 184.0, 262.0
PITCH = 28.95 * 25.4 / 72
CHARACTER = 15.75 * 25.4 / 72
WIDER = 4.5  # LibreOffice before 24.8 sets space around the figures of a day, which so reaches further to the left
Rendered = Mapping[str, Path]


def body(page: office.Page) -> tuple[office.Line, ...]:
    """The lines of the type area."""
    return page.between(TOP, BOTTOM)


def test_the_sheet_is_a4(rendered: Rendered) -> None:
    """5.1: 210 × 297 mm."""
    for page in office.pages(rendered["report"]):
        assert [page.wide, page.high] == pytest.approx([210, 297], abs=0.1)


@pytest.mark.parametrize("name", ["grid", "example"])
def test_22_lines_of_28_characters(rendered: Rendered, name: str) -> None:
    """5.2.3, with and without the mark of an example in the header."""
    first, second, *_ = office.pages(rendered[name])
    assert [len(line.text) for line in body(first)] == [26] + [28] * 21
    for line in body(second)[:-1]:
        assert len(line.text) == 28
    assert len(body(office.pages(rendered["grid"])[1])) == 22


def test_lines_stand_on_the_grid(rendered: Rendered) -> None:
    """28.95 points from line to line; 22 of them are the 225 mm of 5.2.1."""
    lines = body(office.pages(rendered["grid"])[1])
    pitches = [below.bottom - above.bottom for above, below in pairwise(lines)]
    assert pitches == pytest.approx([PITCH] * 21, abs=0.05)
    assert pytest.approx(225, abs=0.4) == 22 * PITCH


def test_lines_fill_the_type_area(rendered: Rendered) -> None:
    """5.2.1: 37 mm above, 28 mm to the left, 156 × 225 mm, by the boxes of lines rather than by their ink."""
    for page in office.pages(rendered["grid"])[:2]:
        lines = body(page)
        # A line's letters stand at the foot of its box, which is what exact pitch means in LibreOffice.
        assert lines[0].bottom - PITCH == pytest.approx(TOP, abs=1)
        assert lines[-1].bottom == pytest.approx(BOTTOM, abs=1)
        assert min(line.left for line in lines) == pytest.approx(LEFT, abs=0.2)
        assert max(line.right for line in lines) == pytest.approx(RIGHT, abs=0.5)


def test_paragraphs_begin_two_characters_in(rendered: Rendered) -> None:
    """7.3.3."""
    first = body(office.pages(rendered["grid"])[0])[0]
    assert first.left - LEFT == pytest.approx(2 * CHARACTER, abs=0.2)


def test_no_mark_is_lost_at_the_end_of_a_line(rendered: Rendered) -> None:
    """LibreOffice loses hanging marks of justified lines; and no line begins with one."""
    lines = [line for page in office.pages(rendered["marks"]) for line in body(page)]
    from_pages = "".join(line.text for line in lines)
    assert from_pages == "".join("甲" * number + MARKED * 6 for number in range(20))
    assert not [line.text for line in lines if line.text[0] in "，。；、"]


def test_page_numbers_stand_outside(rendered: Rendered) -> None:
    """7.5: odd pages right, even pages left, one character in."""
    character = 14 * 25.4 / 72
    for number, page in enumerate(office.pages(rendered["grid"]), start=1):
        (line,) = page.between(BOTTOM, page.high)
        assert line.text == f"—{number}—"
        if number % 2:
            assert line.right == pytest.approx(RIGHT - character, abs=0.4)
        else:
            assert line.left == pytest.approx(LEFT + character, abs=0.4)


def test_page_number_is_7_mm_below_the_type_area(rendered: Rendered) -> None:
    """7.5, by the ink of the dash."""
    (line,) = office.pages(rendered["grid"])[0].between(BOTTOM, 297)
    picture = office.picture(rendered["grid"], 1)
    dash = [height / 10 for height in range(2630, 2800) if picture.is_dark(line.left + 2, height / 10)]
    assert dash
    assert min(dash) - BOTTOM == pytest.approx(7, abs=0.5)


def words_of(rendered: Rendered, name: str, face: str) -> str:
    """What is set in one class of font."""
    found = office.faces(rendered[name])
    return "".join(word for font, words in found.items() if fnmatch(font, office.FACES[face]) for word in words)


@pytest.mark.parametrize(
    ("face", "words"),
    [
        ("小标宋", "法治政府建设情况的报告"),
        ("黑体", "一、黑体级"),
        ("楷体", "（一）楷体级"),
        ("楷体", "（二）接排级。"),
        ("仿宋", "1.仿宋级"),
        ("仿宋", "接着的正文，有“引号”——破折号……省略号。"),
        ("宋体", "— 1 —"),
    ],
)
def test_fonts(rendered: Rendered, face: str, words: str) -> None:
    """7.3: every text in the font of its class, quotes and dashes in the Chinese one."""
    assert words in words_of(rendered, "headings", face)


def test_every_text_has_one_of_the_five_fonts(rendered: Rendered) -> None:
    """Nothing falls back on a font that nobody chose."""
    for font in office.faces(rendered["report"]):
        assert any(fnmatch(font, pattern) for pattern in office.FACES.values()), font


def test_a_run_in_heading_shares_its_line(rendered: Rendered) -> None:
    """Heading and text on one line."""
    lines = [line.text for line in body(office.pages(rendered["headings"])[0])]
    assert any(line.startswith("（二）接排级。接着的正文") for line in lines)


def test_title_is_centred_and_the_text_below_it_one_line_down(rendered: Rendered) -> None:
    """7.3.1 and 7.3.2."""
    first, second, below, *_ = body(office.pages(rendered["headings"])[0])
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.6)
    assert second.bottom - first.bottom == pytest.approx(PITCH, abs=0.2)
    assert below.bottom - second.bottom == pytest.approx(2 * PITCH, abs=1.5)


def test_the_head_of_a_table_stands_on_every_page(rendered: Rendered) -> None:
    """And the table is as wide as the type area."""
    pages = office.pages(rendered["long table"])
    assert len(pages) > 1
    for page in pages[:2]:
        assert sum("类别" in line.text for line in body(page)) == 1


def find(rendered: Rendered, name: str, words: str) -> office.Line:
    """The one line that holds these words."""
    (line,) = (line for page in office.pages(rendered[name]) for line in page.lines if words in line.text)
    return line


def test_signature_without_seal(rendered: Rendered) -> None:
    """7.3.5.2: a blank line, the organ two from the right, the day two behind it, on one line."""
    text, organ, day = (find(rendered, "unsealed", words) for words in ("文。", COUNTY, DAY))
    assert RIGHT - organ.right == pytest.approx(2 * CHARACTER, abs=0.5)
    assert day.left - organ.left == pytest.approx(2 * CHARACTER, abs=0.6)
    assert organ.bottom - text.bottom == pytest.approx(2 * PITCH, abs=0.2)
    assert day.bottom - organ.bottom == pytest.approx(PITCH, abs=0.2)


def test_signature_with_seal(rendered: Rendered) -> None:
    """7.3.5.1: the day four characters from the right, the organ above it."""
    organ, day = (find(rendered, "sealed", words) for words in (COUNTY, DAY))
    assert RIGHT - day.right == pytest.approx(4 * CHARACTER, abs=0.5)
    assert (organ.left + organ.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=WIDER)


def test_two_seals_side_by_side(rendered: Rendered) -> None:
    """The main organ first, the other above the day, which is four characters from the right."""
    main, other, day = (find(rendered, "joint", words) for words in (COMMITTEE, COUNTY, DAY))
    assert main.bottom == pytest.approx(other.bottom, abs=0.1)
    assert other.left - main.right == pytest.approx(2 * CHARACTER, abs=0.3)
    assert (other.left + other.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=WIDER)
    assert RIGHT - day.right == pytest.approx(4 * CHARACTER, abs=0.5)


def test_a_signature_never_stands_alone(rendered: Rendered) -> None:
    """7.3.5.5: the last paragraph comes with it to the next page."""
    first, second = office.pages(rendered["pushed"])
    assert len(body(first)) == 20
    assert [line.text for line in body(second)] == ["末段。", COUNTY, DAY]


def test_the_mark_of_an_example_is_in_the_margin(rendered: Rendered) -> None:
    """On every page, above the type area."""
    for page in office.pages(rendered["example"]):
        assert "".join(line.text for line in page.between(0, TOP)) == "示例不作为公文使用"


def test_a_picture_is_shown_whole(rendered: Rendered) -> None:
    """120 mm wide, so 60 mm high, between its heading and its caption: not cut to one line."""
    heading, caption = (find(rendered, "report", words) for words in ("三、下一年度工作安排", "图1"))
    assert office.images(rendered["report"]) == 1
    assert caption.top - heading.bottom == pytest.approx(60, abs=8)


def test_hostile_text_is_printed(rendered: Rendered) -> None:
    """Markup as text, a word longer than a line broken, a heading over several lines."""
    printed = "".join(line.text for page in office.pages(rendered["hostile"]) for line in body(page))
    assert printed.startswith("甲&<>\"'乙" + "w" * 300)
    assert "一、" + "长" * 200 in printed


def test_two_tables_stay_two(rendered: Rendered) -> None:
    """Each with its own title and head."""
    lines = [line.text for line in body(office.pages(rendered["two tables"])[0])]
    assert sum("类别" in line for line in lines) == 2


def test_profile_and_test_agree() -> None:
    """The figures above are those of the profile."""
    area = gbt9704().版心
    assert (area.天头.值, area.订口.值, area.订口.值 + area.宽.值, area.天头.值 + area.高.值) == (
        TOP,
        LEFT,
        RIGHT,
        BOTTOM,
    )
