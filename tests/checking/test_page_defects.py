"""PAGE: one thing is changed in a file of our own, as staff do who open it in Word, and that one is found, once, at its
place."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from support.documents import (
    CITY,
    COUNTY,
    DAY,
    LONG,
    OPENING,
    TITLE,
    document,
    paragraph,
    problems,
    section,
    table,
    text,
)
from support.drawings import picture
from support.formal import HEAD, IMPRINT, annexes
from support.knowledge_files import shipped_checks
from support.layouts import SPACES
from support.profiles import gbt9704

from generator.checking.page import check_page
from generator.diagnostics import Diagnostics
from generator.document.blocks import Addressee, AnnexNote, Note, Signature
from generator.reading.typesetting.facts import read_typeset
from generator.writing.docx.writer import write_docx

Word = Any  # python-docx has no types of its own
Change = Callable[[Word], None]
CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


@cache
def ours(*, sealed: bool = True, head: bool = True) -> bytes:
    """A report to the level above with everything, or the same without a 版头 as it goes round before (送审稿)."""
    body = (
        paragraph(OPENING),
        section(1, "一、", "主要举措和成", paragraph(LONG), section(2, "（一）", "规范执法", paragraph(LONG))),
        problems(),
        table(2, "主要指标"),
        paragraph("特此报告。"),
        AnnexNote((text("指标一览表"), text("任务分工"))),
    )
    end = (Signature((text(COUNTY),), DAY, sealed=sealed), Note(text("此件公开发布")), *annexes(), IMPRINT)
    return write_docx(document(*((HEAD,) if head else ()), TITLE, Addressee(text(f"{CITY}：")), *body, *end), gbt9704())


def paragraphs(word: Word) -> Iterator[Any]:
    """All of the body, those of tables as well."""
    for node in word.element.body.iter(qn("w:p")):
        yield Paragraph(node, word)


def styled(word: Word, name: str, place: int = 0) -> Any:
    """The paragraph of a style, counted from 0."""
    return [one for one in paragraphs(word) if one.style.name == name][place]


def _node(one: Any) -> Any:
    """The element of a paragraph or run: python-docx has no names for what is changed there."""
    return one._element  # noqa: SLF001 - as above


def plainly(name: str, place: int = 0, **settings: object) -> Change:
    """Set properties of a paragraph, as the dialogue for paragraphs does."""

    def change(word: Word) -> None:
        one = styled(word, name, place)
        for key, value in settings.items():
            setattr(one if key == "alignment" else one.paragraph_format, key, value)

    return change


def lettered(
    name: str, place: int = 0, *, run: int = 0, font: str = "", colour: str = "", **settings: object
) -> Change:
    """Set the letters of a run."""

    def change(word: Word) -> None:
        one = styled(word, name, place).runs[run]
        for key, value in settings.items():
            setattr(one.font, key, value)
        if colour:
            one.font.color.rgb = RGBColor.from_string(colour)
        if font:
            one.font.name = font if font.isascii() else one.font.name
            _node(one).get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)

    return change


def removed(*names: str) -> Change:
    """Take out all paragraphs of these styles."""

    def change(word: Word) -> None:
        for one in [each for each in paragraphs(word) if each.style.name in names]:
            _node(one).getparent().remove(_node(one))

    return change


def filled(name: str, fill: str) -> Change:
    """Fill the first paragraph of a style with a colour."""

    def change(word: Word) -> None:
        properties = _node(styled(word, name)).get_or_add_pPr()
        properties.append(parse_xml(f'<w:shd {SPACES} w:val="clear" w:color="auto" w:fill="{fill}"/>'))

    return change


def indented(name: str, place: int = 0, **sides: int) -> Change:
    """Indents in hundredths of a character or in twips, attribute by attribute."""

    def change(word: Word) -> None:
        properties = _node(styled(word, name, place)).get_or_add_pPr()
        node = properties.get_or_add_ind()
        for side, value in sides.items():
            node.set(qn(f"w:{side}"), str(value))

    return change


def closed(name: str, side: str) -> Change:
    """Nothing left blank before or after a paragraph, as the dialogue writes it."""

    def change(word: Word) -> None:
        node = _node(styled(word, name)).get_or_add_pPr().get_or_add_spacing()
        node.set(qn(f"w:{side}Lines"), "0")
        node.set(qn(f"w:{side}"), "0")

    return change


def on_paper(**settings: object) -> Change:
    """Set paper and margins of every section."""

    def change(word: Word) -> None:
        for one in word.sections:
            for key, value in settings.items():
                setattr(one, key, value)

    return change


def in_style(name: str, **settings: object) -> Change:
    """Set a style's paragraph."""

    def change(word: Word) -> None:
        for key, value in settings.items():
            setattr(word.styles[name].paragraph_format, key, value)

    return change


def at_foot(change: Callable[[Paragraph], None]) -> Change:
    """Change the page number of odd pages."""
    return lambda word: change(word.sections[0].footer.paragraphs[0])


def without_dashes(foot: Paragraph) -> None:
    for run in foot.runs:
        if "—" in run.text:
            run.text = ""


def in_small(word: Word) -> None:
    word.styles["公文页码（单页）"].font.size = Pt(9)


def centred(foot: Paragraph) -> None:
    foot.alignment = CENTRE


def no_foot(word: Word) -> None:
    for node in word.element.body.iter(qn("w:sectPr")):
        for each in node.findall(qn("w:footerReference")):
            node.remove(each)


def with_seal(word: Word) -> None:
    day = styled(word, "公文成文日期")
    _node(day).append(parse_xml(picture(42, 42).replace("<w:r>", f"<w:r {SPACES}>", 1)))


def no_page_break(word: Word) -> None:
    styled(word, "公文附件").paragraph_format.page_break_before = False


def no_text_page(word: Word) -> None:
    body = styled(word, "公文正文", -1)
    styled(word, SIGNED).insert_paragraph_before("（此页无正文）", style=body.style)


def spaced(word: Word) -> None:
    """Letters of the text no longer drawn together: 27 on a line."""
    for node in word.styles["公文正文"].element.rPr.findall(qn("w:spacing")):
        node.set(qn("w:val"), "0")


def no_rule_lines(word: Word) -> None:
    removed("公文版记外线", "公文版记内线")(word)


def heavy_rule(word: Word) -> None:
    styled(word, "公文版记外线").paragraph_format.line_spacing = Pt(3)


SIGNED, DATED = "公文署名首行（用印）", "公文成文日期（用印）"
UPWARD: list[tuple[str, str, Change]] = [
    ("PAGE001", "", on_paper(page_width=Mm(215.9), page_height=Mm(279.4))),
    ("PAGE002", "左31.8毫米、右22.2毫米", on_paper(left_margin=Mm(31.8), right_margin=Mm(22.2))),
    ("PAGE003", "每面约19行", in_style("公文正文", line_spacing=Pt(32))),
    ("PAGE004", "每行约27字", spaced),
    ("PAGE010", "宋体", lettered("公文标题", font="宋体")),
    ("PAGE011", "小二", lettered("公文标题", size=Pt(18))),
    ("PAGE012", "安平县人民政府关", plainly("公文标题", alignment=LEFT)),
    ("PAGE014", "空0行", closed("公文标题", "after")),
    ("PAGE015", "永宁市人民政府", indented("公文主送机关", firstLineChars=200)),
    ("PAGE015", "附件1", indented("公文附件", leftChars=200)),
    ("PAGE020", "特此报告", lettered("公文正文", 6, font="宋体")),
    ("PAGE020", "附注", lettered("公文附注", font="楷体_GB2312")),
    ("PAGE021", "特此报告", lettered("公文正文", 6, size=Pt(14))),
    ("PAGE021", "成文日期", lettered(DATED, size=Pt(15))),
    ("PAGE022", "县政府常务会议", indented("公文正文", 1, firstLine=0, firstLineChars=0)),
    ("PAGE023", "县政府常务会议", plainly("公文正文", 1, line_spacing=Pt(20))),
    ("PAGE024", "主要举措和成", plainly("公文一级标题", space_before=Pt(12))),
    ("PAGE025", "规范执法", lettered("公文二级标题", bold=True)),
    ("PAGE026", "县政府常务会议", plainly("公文正文", 1, alignment=LEFT)),
    ("PAGE027", "县政府常务会议", lettered("公文正文", 1, colour="333333")),
    ("PAGE029", "特此报告", lettered("公文正文", 6, underline=True)),
    ("PAGE030", "主要举措和成", lettered("公文一级标题", font="楷体_GB2312")),
    ("PAGE031", "规范执法", lettered("公文二级标题", size=Pt(18))),
    ("PAGE033", "特此报告", lettered("公文正文", 6, font="MS Mincho")),
    ("PAGE034", "特此报告", lettered("公文正文", 6, font="Times New Roman")),
    ("PAGE040", "没有页码", no_foot),
    ("PAGE041", "单页居中", at_foot(centred)),
    ("PAGE042", "“1”", at_foot(without_dashes)),
    ("PAGE043", "小五", in_small),
    ("PAGE050", "不是红色", lettered("公文发文机关标志", colour="000000")),
    ("PAGE050", "没有居中", plainly("公文发文机关标志", alignment=LEFT)),
    ("PAGE055", "没有红色分隔线", filled("公文红色分隔线", "")),
    ("PAGE056", "空0行", closed("公文红色分隔线", "after")),
    ("PAGE057", "没有居左", plainly("公文发文字号首行", alignment=CENTRE)),
    ("PAGE060", "抄送", lettered("公文抄送", size=Pt(16))),
    ("PAGE061", "右空0字", indented(DATED, right=0)),
    ("PAGE062", "抄送", indented("公文抄送", left=0, hanging=0)),
    ("PAGE065", "18磅", lettered("公文表文", size=Pt(18))),
    ("PAGE066", "附件1", no_page_break),
    ("PAGE067", "发文机关标志", removed("公文版头上空")),
    ("PAGE068", "黑色（000000）", filled("公文红色分隔线", "000000")),
    ("PAGE069", "120毫米", indented("公文红色分隔线", right=2041)),
    ("PAGE070", "仿宋", lettered("公文发文字号首行", run=1, font="仿宋_GB2312")),
    ("PAGE072", "附件：1", indented("公文附件说明", left=0, hanging=0)),
    ("PAGE074", "首字比署名首字", indented(SIGNED, left=0, right=0)),
    ("PAGE075", "此件公开发布", indented("公文附注", firstLine=0, firstLineChars=0)),
    ("PAGE076", "上面空0行", closed("公文附件说明", "before")),
    ("PAGE077", "上面空0行", closed("公文附件标题", "before")),
    ("PAGE079", "没有分隔线", no_rule_lines),
    ("PAGE080", "粗1.06毫米", heavy_rule),
    ("PAGE081", "空0行", closed("公文发文字号首行", "before")),
    ("PAGE082", "此页无正文", no_text_page),
]
DRAFT: list[tuple[str, str, Change]] = [
    ("PAGE012", "安平县人民政府关", plainly("公文标题", alignment=LEFT)),
    ("PAGE021", "特此报告", lettered("公文正文", 6, size=Pt(14))),
    ("PAGE061", "偏在左边", indented("公文成文日期", left=0, right=0)),
    ("PAGE073", "署名和成文日期", with_seal),
    ("PAGE074", "署名右空", indented("公文署名首行", right=2528)),
]


def _found(word: Word) -> list[tuple[str, str]]:
    """What is found in a file as python-docx saves it."""
    saved = io.BytesIO()
    word.save(saved)
    diagnostics = Diagnostics()
    check_page(read_typeset(saved.getvalue(), "稿.docx"), gbt9704(), shipped_checks(), diagnostics)
    return [(each.code, each.message) for each in diagnostics]


@pytest.mark.parametrize(
    ("raw", "code", "words", "change"),
    [(ours(), *each) for each in UPWARD] + [(ours(sealed=False, head=False), *each) for each in DRAFT],
    ids=[f"{code} {words}" for code, words, _ in (*UPWARD, *DRAFT)],
)
def test_one_defect_is_one_finding(raw: bytes, code: str, words: str, change: Change) -> None:
    """With the right code, and the words or the place that were changed."""
    word = docx.Document(io.BytesIO(raw))
    change(word)
    findings = _found(word)
    assert [each for each, _ in findings] == [code], findings
    assert words in findings[0][1]


def in_head(change: Change) -> Change:
    """What stands above the number moved into the head of the pages, then changed."""

    def moved(word: Word) -> None:
        head = word.sections[0].header
        for one in (styled(word, "公文发文机关标志"), styled(word, "公文红色分隔线")):
            _node(head.paragraphs[0]).addprevious(_node(one))
        change(word)

    return moved


@pytest.mark.parametrize(
    ("codes", "change"),
    [
        ([], in_head(lambda _: None)),
        (["PAGE050"], in_head(lambda word: setattr(word.sections[0].header.paragraphs[1].runs[0].font.color, "rgb",
                                                   RGBColor(0, 0, 0)))),
    ],
)  # fmt: skip
def test_the_head_of_a_page_may_hold_the_mark_and_the_rule(codes: list[str], change: Change) -> None:
    """As some templates have it."""
    word = docx.Document(io.BytesIO(ours()))
    change(word)
    assert [code for code, _ in _found(word)] == codes


def test_untouched_they_are_right() -> None:
    """Opened by python-docx and saved again."""
    for raw in (ours(), ours(sealed=False, head=False)):
        assert _found(docx.Document(io.BytesIO(raw))) == []
