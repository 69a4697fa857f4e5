"""The formal parts in the Word file, without an application that shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.documents import document, paragraph, report, text
from support.formal import HEAD, IMPRINT, of_lines, upward, with_head
from support.packages import NAMES, paragraphs, parts, value, words, xml
from support.profiles import changed, gbt9704

from generator.document.blocks import Annex, AnnexNote, Imprint, Signature
from generator.models.style import StyleProfile
from generator.writing.docx import write_docx

PROFILE = gbt9704()
LONGEST = "永宁市安平区经济技术开发区管理委员会"


def styled(content: bytes, *styles: str) -> list[str]:
    """The text of the paragraphs in these styles."""
    return [words for style, words in paragraphs(content) if style in styles]


@pytest.mark.parametrize(
    ("marks", "suffix", "size"),
    [
        pytest.param(("县委",), "文件", 52, id="short: the largest"),
        pytest.param(("安平县人民政府",), "文件", 49, id="nine characters fill the line"),
        pytest.param((LONGEST,), "", 24.5, id="long"),
        pytest.param(("县委", "县政府"), "文件", 52, id="joint and short"),
        pytest.param((LONGEST, "县委"), "文件", 21, id="joint and long"),
    ],
)
def test_the_mark_is_as_large_as_fits(marks: tuple[str, ...], suffix: str, size: float) -> None:
    """All lines of a mark in one size, at most that of the profile."""
    content = write_docx(with_head(replace(HEAD, marks=marks, suffix=suffix)), PROFILE)
    sizes = {value(found, "w:rPr/w:sz") for found in xml(content).iterfind(".//w:r", NAMES)} - {None}
    assert sizes == {f"{size * 2:g}"}
    count = sum(len(name) for name in marks) if len(marks) == 1 else max(map(len, marks))
    assert (count + len(suffix)) * size <= PROFILE.版心.宽.points


@pytest.mark.parametrize(
    ("signers", "rows"),
    [
        pytest.param((), ["安政〔2026〕5号\t签发人：　　　　"], id="blank"),
        pytest.param(("甲",), ["安政〔2026〕5号\t签发人：甲"], id="one"),
        pytest.param(("甲", "乙"), ["安政〔2026〕5号\t签发人：甲\t乙"], id="two"),
        pytest.param(("甲", "乙", "丙"), ["\t签发人：甲\t乙", "安政〔2026〕5号\t丙"], id="three"),
        pytest.param(
            ("阿卜杜拉·买买提", "阿依古丽·艾合买提"),
            ["\t签发人：阿卜杜拉·买买提", "安政〔2026〕5号\t阿依古丽·艾合买提"],
            id="long names below each other",
        ),
    ],
)
def test_signers(signers: tuple[str, ...], rows: list[str]) -> None:
    """7.2.6: two a line where they fit; the number stands with the last."""
    content = write_docx(with_head(replace(HEAD, signers=signers)), PROFILE)
    found = [
        "".join(
            "\t" if node.tag.endswith("}tab") else node.text or "" for run in one.iterfind("w:r", NAMES) for node in run
        )
        for one in xml(content).iterfind(".//w:p", NAMES)
        if (value(one, "w:pPr/w:pStyle") or "").startswith("FzNumber")
    ]
    assert found == rows


def test_a_given_number_keeps_its_blank() -> None:
    """`安政〔2026〕   号` is printed with its three blanks."""
    content = write_docx(with_head(replace(HEAD, number="安政〔2026〕   号")), PROFILE)
    assert any("安政〔2026〕   号" in words for words in styled(content, "FzNumberFirst"))


def test_annexes_keep_with_the_signature() -> None:
    """7.3.5.5: the text, the names of annexes and the signature share a page."""
    blocks = (paragraph("末段。"), AnnexNote((text("甲"), text("乙"))), Signature((text("机关"),), "2026年2月9日"))
    found = xml(write_docx(document(paragraph("前段。"), *blocks), PROFILE)).findall(".//w:p", NAMES)
    kept = [words(one) for one in found if one.find("w:pPr/w:keepNext", NAMES) is not None]
    assert kept == ["末段。", "附件：1.甲", "2.乙", "机关"]


def test_an_annex_alone_has_no_number() -> None:
    """7.3.7."""
    content = write_docx(document(paragraph("文。"), Annex(text("名单"), (paragraph("文。"),))), PROFILE)
    assert styled(content, "FzAnnexLabel", "FzAnnexTitle") == ["附件", "名单"]


@pytest.mark.parametrize(
    ("imprint", "rows"),
    [
        pytest.param(IMPRINT, ["outer", "copies", "inner", "issuer", "outer"], id="whole"),
        pytest.param(Imprint(("甲",), "", ""), ["outer", "copies", "outer"], id="copies alone"),
        pytest.param(Imprint((), "办公室", "2026年2月9日"), ["outer", "issuer", "outer"], id="no copies"),
        pytest.param(Imprint((), "", ""), [], id="nothing"),
    ],
)
def test_rules_of_an_imprint(imprint: Imprint, rows: list[str]) -> None:
    """One above every row and one at the end, all in one frame."""
    content = write_docx(document(paragraph("文。"), imprint), PROFILE)
    framed = [one for one in xml(content).iterfind(".//w:p", NAMES) if one.find("w:pPr/w:framePr", NAMES) is not None]
    assert [(value(one, "w:pPr/w:pStyle") or "").removeprefix("FzImprint").lower() for one in framed] == rows
    frames = {tuple(sorted(frame.attrib.items())) for frame in xml(content).iterfind(".//w:framePr", NAMES)}
    assert len(frames) == bool(rows)


def test_a_duplex_imprint_is_a_section_on_an_even_page() -> None:
    """The text's section ends in its last paragraph; the other has footers without number."""
    content = write_docx(of_lines(3, duplex=True), PROFILE)
    first, second = xml(content).findall(".//w:sectPr", NAMES)
    assert first.find("w:type", NAMES) is None
    assert value(second, "w:type") == "evenPage"
    assert words(xml(content, "word/footer3.xml")) == ""
    holding = [one for one in xml(content).iterfind(".//w:p", NAMES) if one.find("w:pPr/w:sectPr", NAMES) is not None]
    assert [words(one) for one in holding] == ["字" * 26]


def test_only_a_duplex_imprint_adds_a_part() -> None:
    """Other reports do not carry its footer."""
    assert "word/footer3.xml" not in parts(write_docx(upward(), PROFILE))
    assert "word/footer3.xml" not in parts(write_docx(report(), PROFILE))


def test_an_office_changes_a_measure_of_the_letterhead() -> None:
    """Measures come from the profile, not from the program."""
    own = StyleProfile.model_validate(changed("版头/标志/上距版心/值", "20"))
    space = ".//w:style[@{{{}}}styleId='FzMarkSpace']/w:pPr/w:spacing".format(NAMES["w"])
    lines = [value(xml(write_docx(with_head(HEAD), one), "word/styles.xml"), space, "line") for one in (PROFILE, own)]
    assert lines == ["1984", "1134"]
