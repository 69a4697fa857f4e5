"""版头, 附件 and 版记 as LibreOffice prints them, measured against GB/T 9704—2012 7.2–7.5 (millimetres)."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest
from support import office
from support.documents import COMMITTEE, COUNTY, DAY
from support.formal import FIRST, LENGTHS, NUMBER, SECOND

pytestmark = pytest.mark.office

TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 184.0, 262.0
PITCH = 28.95 * 25.4 / 72
CHARACTER = 15.75 * 25.4 / 72
SMALL = 14 * 25.4 / 72
HEADS = ["single", "long mark", "joint", "three", "blank"]
Formal = Mapping[str, Path]


def find(pdf: Path, words: str, page: int | None = None) -> office.Line:
    """The first line that holds these words, on one page or on any."""
    pages = office.pages(pdf)
    chosen = pages if page is None else [pages[page - 1]]
    return next(line for one in chosen for line in one.lines if words in line.text)


@pytest.mark.parametrize("name", HEADS)
def test_the_mark_begins_35_mm_below_the_type_areas_top(formal: Formal, name: str) -> None:
    """7.2.4, by its ink: for one name and several, at every size."""
    top, _ = office.picture(formal[name], 1).ink(TOP, TOP + 60)
    assert top - TOP == pytest.approx(35, abs=0.6)


@pytest.mark.parametrize("name", HEADS)
def test_the_mark_is_red_small_song_within_the_type_area(formal: Formal, name: str) -> None:
    """7.2.4: centred, never wider than 156 mm."""
    mark = office.pages(formal[name])[0].between(TOP + 30, TOP + 70)
    assert min(line.left for line in mark) >= LEFT - 0.5
    assert max(line.right for line in mark) <= RIGHT + 0.5
    middle = (min(line.left for line in mark) + max(line.right for line in mark)) / 2
    assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    names = "".join(word for font, words in office.faces(formal[name]).items() for word in words if _is(font, "小标宋"))
    assert "人民政府" in names.replace(" ", "") or "委员会" in names


def _is(font: str, face: str) -> bool:
    return fnmatch(font, office.FACES[face])


def test_the_mark_of_one_organ_stands_on_one_line(formal: Formal) -> None:
    """However long: its letters get smaller."""
    short, long = find(formal["single"], f"{COUNTY}文件"), find(formal["long mark"], "管理委员会文件")
    assert short.bottom - short.top > long.bottom - long.top


def test_joint_marks_are_stacked_and_the_word_stands_beside_their_middle(formal: Formal) -> None:
    """7.2.4: the main organ first; names of different length are equally wide."""
    lines = office.pages(formal["joint"])[0].between(TOP + 30, TOP + 85)
    marks = [line for line in lines if line.text in (COMMITTEE, COUNTY)]
    (word,) = (line for line in lines if line.text == "文件")
    assert marks[0].text == COMMITTEE
    assert (word.top + word.bottom) / 2 == pytest.approx((marks[0].top + marks[-1].bottom) / 2, abs=1)
    assert {round(line.left) for line in marks} == {round(marks[0].left)}
    assert max(line.right for line in marks) - min(line.right for line in marks) < 1
    assert word.left > marks[0].right


@pytest.mark.parametrize("name", [*HEADS, "no mark"])
def test_the_red_rule(formal: Formal, name: str) -> None:
    """7.2.7: 156 mm wide, 4 mm below the letters of the 发文字号."""
    picture = office.picture(formal[name], 1)
    (rule,) = picture.rules()
    assert rule.right - rule.left == pytest.approx(156, abs=0.3)
    assert rule.left == pytest.approx(LEFT, abs=0.2)
    assert rule.bottom - rule.top == pytest.approx(0.5, abs=0.15)
    _, letters = picture.ink(rule.top - 10, rule.top - 0.3)
    assert rule.top - letters == pytest.approx(4, abs=0.5)


def test_number_two_lines_below_the_mark_and_the_title_two_below_the_rule(formal: Formal) -> None:
    """7.2.5 and 7.3.1; the pitch of a line leaves some room above its letters."""
    picture = office.picture(formal["single"], 1)
    (rule,) = picture.rules()
    _, mark = picture.ink(TOP + 35, TOP + 35 + 20)
    number, _ = picture.ink(rule.top - 10, rule.top - 1)
    title, _ = picture.ink(rule.bottom + 1, rule.bottom + 60)
    assert number - mark == pytest.approx(2 * PITCH + 4, abs=2)
    assert title - rule.bottom == pytest.approx(2 * PITCH, abs=2.5)


def test_number_left_and_signers_right(formal: Formal) -> None:
    """7.2.5 and 7.2.6: each one character in, on one line; names in 楷体 behind their label."""
    number, signer = find(formal["joint"], NUMBER), find(formal["joint"], "欧阳春雨")
    assert number.left - LEFT == pytest.approx(CHARACTER, abs=1.2)
    assert RIGHT - signer.right == pytest.approx(CHARACTER, abs=0.8)
    assert number.bottom == pytest.approx(signer.bottom, abs=1.2)
    kai = "".join(word for font, words in office.faces(formal["joint"]).items() for word in words if _is(font, "楷体"))
    assert "张三" in kai
    assert "签发人" not in kai


def test_three_signers_two_a_line(formal: Formal) -> None:
    """7.2.6: the third under the first; 7.2.5: the number on the line of the last."""
    first, third = find(formal["three"], "张三"), find(formal["three"], "王五")
    number = find(formal["three"], NUMBER)
    begins = find(formal["three"], "签发人：").left + 4 * CHARACTER
    assert third.bottom - first.bottom == pytest.approx(PITCH, abs=0.3)
    assert third.left == pytest.approx(begins, abs=0.8)
    assert number.bottom == pytest.approx(third.bottom, abs=1.2)


def test_blanks_stay_visible(formal: Formal) -> None:
    """A number that is not given leaves its brackets, a signer that is not given the room for a name."""
    printed = "".join(line.text for line in office.pages(formal["blank"])[0].lines)
    assert "〔〕号签发人：" in printed
    label = find(formal["blank"], "签发人：")
    assert RIGHT - label.right > 4 * CHARACTER


def test_an_oral_report_names_its_speaker_below_the_title(formal: Formal) -> None:
    """题注 and speaker close up, centred; the salutation is flush left, both times."""
    page = office.pages(formal["oral"])[0]
    speaker = find(formal["oral"], "县司法局局长", 1)
    above = max((line for line in page.lines if line.bottom < speaker.bottom - 1), key=lambda line: line.bottom)
    assert speaker.bottom - above.bottom == pytest.approx(PITCH, abs=0.3)
    assert (speaker.left + speaker.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.6)
    for number in (1, 2):
        assert find(formal["oral"], "主任、副主任", number).left == pytest.approx(LEFT, abs=0.3)


def test_annexes_are_named_under_the_text(formal: Formal) -> None:
    """7.3.4: a blank line below the text, two characters in; wrapped lines and later names align; no marks."""
    page = office.pages(formal["upward"])[2]
    end, first, second = (find(formal["upward"], words, 3) for words in ("特此报告", "附件：1.", SECOND))
    wrapped = [line for line in page.lines if first.bottom + 1 < line.bottom < second.bottom - 1]
    name = 5 * CHARACTER + 1.25 * CHARACTER
    assert first.bottom - end.bottom == pytest.approx(2 * PITCH, abs=0.3)
    assert first.left - LEFT == pytest.approx(2 * CHARACTER, abs=0.3)
    assert [line.left - LEFT for line in wrapped] == pytest.approx([name] * len(wrapped), abs=0.3)
    assert second.left - LEFT == pytest.approx(5 * CHARACTER, abs=0.3)
    assert "。" not in "".join(line.text for line in (first, *wrapped, second))
    assert "".join(line.text for line in (first, *wrapped)) == f"附件：1.{FIRST}"


@pytest.mark.parametrize(("page", "label"), [(4, "附件1"), (5, "附件2")])
def test_an_annex_begins_a_page(formal: Formal, page: int, label: str) -> None:
    """7.3.7: its label flush on the first line in 黑体, the title on the third, the page number goes on."""
    top, title, *_ = office.pages(formal["upward"])[page - 1].lines
    assert top.text == label
    assert top.left == pytest.approx(LEFT, abs=0.3)
    assert top.bottom - PITCH == pytest.approx(TOP, abs=1.2)
    assert title.bottom - top.bottom == pytest.approx(2 * PITCH, abs=1.5)
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    assert find(formal["upward"], f"—{page}—", page).bottom > BOTTOM


@pytest.mark.parametrize("lines", LENGTHS)
def test_the_imprint_ends_with_the_type_area(formal: Formal, lines: int) -> None:
    """7.4.1: the last rule on the lower edge of the last page's type area, and no text under the imprint."""
    pdf = formal[f"{lines} lines"]
    pages = office.pages(pdf)
    rules = office.picture(pdf, len(pages)).rules()
    assert len(rules) == 3
    assert rules[-1].bottom == pytest.approx(BOTTOM, abs=0.25)
    text = [line for page in pages for line in page.lines if line.text.startswith("字")]
    assert len(text) == lines
    last = [line.bottom for line in pages[-1].lines if line.text.startswith("字")]
    assert max(last, default=0.0) < rules[0].top
    assert [line.text for line in pages[-1].lines if "印发" in line.text]


def test_an_imprint_without_room_opens_a_page(formal: Formal) -> None:
    """19 lines and the imprint fill a page; with 20 it stands on the next."""
    counts = {lines: len(office.pages(formal[f"{lines} lines"])) for lines in LENGTHS}
    assert counts == dict.fromkeys(LENGTHS[:7], 1) | dict.fromkeys(LENGTHS[7:], 2)


def test_rules_of_the_imprint(formal: Formal) -> None:
    """7.4.1: as wide as the type area; 0.35, 0.25 and 0.35 mm."""
    rules = office.picture(formal["5 lines"], 1, density=762).rules()
    assert [rule.right - rule.left for rule in rules] == pytest.approx([156] * 3, abs=0.2)
    assert [rule.bottom - rule.top for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.05)


def test_the_imprint_in_small_four(formal: Formal) -> None:
    """7.4.2 and 7.4.3: one character in at both sides, wrapped lines behind the colon, 。 at the end."""
    page = office.pages(formal["5 lines"])[0]
    copies = [line for line in page.between(BOTTOM - 40, BOTTOM) if "字字" not in line.text]
    first, wrapped, *issue = copies
    assert first.text.startswith("抄送：")
    assert first.left - LEFT == pytest.approx(SMALL, abs=0.3)
    assert wrapped.left - LEFT == pytest.approx(4 * SMALL, abs=0.3)
    assert wrapped.text.endswith("。")
    assert RIGHT - max(first.right, wrapped.right) > SMALL - 0.3
    assert min(line.left for line in issue) - LEFT == pytest.approx(SMALL, abs=0.3)
    assert RIGHT - max(line.right for line in issue) == pytest.approx(SMALL, abs=0.3)
    assert "".join(line.text for line in issue).endswith(f"{DAY}印发")


@pytest.mark.parametrize(("name", "text"), [("duplex odd", 1), ("duplex full", 1), ("duplex even", 2)])
def test_a_duplex_imprint_has_an_even_page_of_its_own(formal: Formal, name: str, text: int) -> None:
    """Behind the text, without a page number (7.5); LibreOffice leaves blank pages out of the PDF."""
    pages = office.pages(formal[name])
    assert len(pages) == text + 1
    assert [line.text for line in pages[-1].lines if "—" in line.text or "字字" in line.text] == []
    assert office.picture(formal[name], len(pages)).rules()[-1].bottom == pytest.approx(BOTTOM, abs=0.25)


def test_other_margins_keep_the_letters_where_they_are(formal: Formal) -> None:
    """The profile after GB/T 33476.2: page margins 34.58 and 32.58 mm, the mark and the page number as before."""
    pdf = formal["other margins"]
    assert office.picture(pdf, 1).ink(TOP, TOP + 60)[0] - TOP == pytest.approx(35, abs=0.6)
    first, second, *_ = office.pages(pdf)[1].lines
    assert second.bottom - first.bottom == pytest.approx(29.45 * 25.4 / 72, abs=0.05)
    number = find(pdf, "—1—")
    dash, _ = office.picture(pdf, 1).ink(number.top, number.bottom, number.left + 1, number.left + 3)
    assert dash - BOTTOM == pytest.approx(7, abs=0.5)
