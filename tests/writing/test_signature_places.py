"""署名 and 成文日期: GB/T 9704—2012 7.3.5, in 字 from the right edge of the type area."""

from __future__ import annotations

import pytest
from support.documents import DAY, document, paragraph, section, text
from support.packages import NAMES, value, words, xml
from support.profiles import gbt9704

from generator.document.blocks import Note, Signature
from generator.writing import measure
from generator.writing.docx import write_docx
from generator.writing.docx.signature import signature_lines

PROFILE = gbt9704()
CHARACTER = PROFILE.advance
ROOM = PROFILE.版心.宽.points / CHARACTER


def placed(*organs: str, day: str = DAY, sealed: bool = False) -> list[tuple[str, float, float]]:
    """Text, and the 字 between its ends and the right edge of the type area: where it begins, where it ends."""
    lines = []
    for line in signature_lines(Signature(tuple(map(text, organs)), day, sealed=sealed), PROFILE):
        wide = measure.points(line.text, 16, -0.25) / CHARACTER
        left, right = line.left / CHARACTER, line.right / CHARACTER
        if line.style in ("FzSealedFirst", "FzSealedNext"):
            end = right + (ROOM - left - right - wide) / 2
        elif line.style == "FzSignatureDay":
            end = ROOM - left - wide
        else:
            end = right
        lines.append((line.text, round(end + wide, 2), round(end, 2)))
    return lines


def test_without_seal() -> None:
    """The organ two from the right; the day begins two behind it."""
    (organ, begin, end), (_, day_begin, _) = placed("永宁市安平区人民政府")
    assert (organ, begin, end) == ("永宁市安平区人民政府", 12, 2)
    assert day_begin == pytest.approx(10)


def test_without_seal_and_a_short_organ() -> None:
    """A day longer than the organ stands two from the right itself, and the organ moves to the left."""
    (_, begin, _), (_, day_begin, day_end) = placed("县政府")
    assert day_end == pytest.approx(2)
    assert begin - day_begin == pytest.approx(2)


def test_without_seal_and_two_organs() -> None:
    """Below each other, the first above, beginning together; the longer is two from the right."""
    (_, first, first_end), (_, second, _), (_, day, _) = placed("中共永宁市安平区委员会", "永宁市安平区人民政府")
    assert first_end == 2
    assert first == second == pytest.approx(day + 2)


def test_with_seal() -> None:
    """The day four from the right, the organ centred above it."""
    (_, begin, end), (_, day_begin, day_end) = placed("永宁市安平区人民政府", sealed=True)
    assert day_end == pytest.approx(4, abs=0.02)
    assert begin + end == pytest.approx(day_begin + day_end, abs=0.02)


def test_with_seal_and_a_long_organ() -> None:
    """The organ never leaves the type area; then the day moves and they stay centred."""
    (_, begin, end), (_, day_begin, day_end) = placed("永宁市安平区经济技术开发区管理委员会办公室", sealed=True)
    assert end == pytest.approx(0, abs=0.02)
    assert begin + end == pytest.approx(day_begin + day_end, abs=0.04)
    assert day_end > 4


def test_with_seals_side_by_side() -> None:
    """Two organs that fit stand in one row, the main organ first, the last one above the day."""
    (row, _, end), (_, day_begin, day_end) = placed("中共安平县委员会", "安平县人民政府", sealed=True)
    assert row == "中共安平县委员会　　安平县人民政府"
    assert end + 3.5 == pytest.approx((day_begin + day_end) / 2, abs=0.02)


def test_with_seals_below_each_other() -> None:
    """Organs too long for one row stand below each other, with room for a seal between."""
    organs = ("中共永宁市安平区经济技术开发区工作委员会", "永宁市安平区经济技术开发区管理委员会")
    lines = signature_lines(Signature(tuple(map(text, organs)), DAY, sealed=True), PROFILE)
    assert [line.text for line in lines] == [*organs, DAY]
    assert [line.style for line in lines] == ["FzSealedFirst", "FzSealedNext", "FzSealed"]
    assert all(line.left >= 0 and line.right >= 0 for line in lines)


def test_a_day_alone() -> None:
    """As in a report that is spoken: four from the right."""
    ((_, _, end),) = placed()
    assert end == pytest.approx(4, abs=0.02)


def test_an_open_day_leaves_its_blanks() -> None:
    """Blanks to be written in by hand, kept by the file."""
    content = write_docx(document(Signature((text("安平县人民政府"),), "")), PROFILE)
    last = xml(content).findall(".//w:p", NAMES)[-1]
    assert words(last) == "    年  月  日"
    (run,) = last.findall(".//w:t", NAMES)
    assert run.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize("run_in", [False, True], ids=["own line", "run-in"])
def test_it_stays_with_the_last_text(run_in: bool) -> None:  # noqa: FBT001 - a parameter of the table
    """7.3.5.5: no page with nothing but a signature; nor may its own lines part."""
    blocks = (section(1, "一、", "安排", paragraph("甲"), *(() if run_in else (paragraph("乙"),)), run_in=run_in),)
    content = write_docx(document(paragraph("前"), *blocks, Signature((text("机关"),), DAY), Note(text("注"))), PROFILE)
    paragraphs = xml(content).findall(".//w:p", NAMES)
    kept = [words(found) for found in paragraphs if found.find("w:pPr/w:keepNext", NAMES) is not None]
    assert kept == (["一、安排。甲"] if run_in else ["乙"]) + ["机关", DAY]


def test_a_seal_stands_lower_than_none() -> None:
    """One blank line without a seal, two with one, carried by styles."""
    styles = []
    for sealed in (False, True):
        content = write_docx(document(Signature((text("机关"),), DAY, sealed=sealed)), PROFILE)
        first = value(xml(content), ".//w:p/w:pPr/w:pStyle")
        root = xml(content, "word/styles.xml")
        styles.append(value(root, f".//w:style[@{{{NAMES['w']}}}styleId='{first}']/w:pPr/w:spacing", "beforeLines"))
    assert styles == ["100", "200"]
