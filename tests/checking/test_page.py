"""PAGE: one thing of a right layout is changed, and that one is found, and nothing else."""

from __future__ import annotations

import pytest
from support.knowledge_files import shipped_checks
from support.layout_changes import Change, all_text, feet, found, letters, put, replaced, several, whole
from support.layouts import BLACK, BODY, FIRST, SCRIPT, SENTENCE, SONG, TITLE, Layout, Piece, blank, foot, look, text
from support.profiles import gbt9704

from generator.checking.page import check_page
from generator.diagnostics import Diagnostics, Severity
from generator.reading.typesetting.facts import read_typeset

RIGHT, LEFT = 'w:rightChars="100" w:right="280"', 'w:leftChars="100" w:left="280"'
MARGINS = 'w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="851" w:footer="{}"'
BOLD = "<w:b/>"
LONG = SENTENCE * 3


def drawn_together(layout: Layout) -> None:
    """28 characters a line without a grid of characters."""
    for piece in layout.pieces.values():
        piece.runs = [(words, one.replace("<w:sz ", '<w:spacing w:val="-5"/><w:sz ')) for words, one in piece.runs]


def no_letterhead(layout: Layout) -> None:
    """The report begins with its title."""
    for name in ("上空", "标志", "空1", "空2", "字号", "红线", "空3", "空4"):
        del layout.pieces[name]


def hidden_letters(layout: Layout) -> None:
    """What doesn't print has no say."""
    small = look(SONG, 9)
    layout.pieces["段"].before = (
        f"<w:del><w:r>{small}<w:delText>删去</w:delText></w:r></w:del>"
        f"<w:r>{look(SONG, 9, more='<w:vanish/>')}<w:t>隐藏</w:t></w:r>"
    )


def turned_page(layout: Layout) -> None:
    """The annex has a page across."""
    upright = Layout()
    layout.pieces["附注"].more = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="f0"/><w:footerReference w:type="even" r:id="f1"/>'
        f"<w:pgSz {upright.paper}/><w:pgMar {upright.margins}/>{upright.grid}</w:sectPr>"
    )
    layout.pieces["附件"].more = ""
    layout.paper = 'w:w="16838" w:h="11906" w:orient="landscape"'
    layout.margins = MARGINS.format(1588, 2098, 1474, 1984, 877)


BAD: list[tuple[str, str, Change]] = [
    ("PAGE001", "letter paper", whole(paper='w:w="12240" w:h="15840"')),
    ("PAGE002", "Word's own margins", whole(margins=MARGINS.format(1440, 1800, 1440, 1800, 843))),
    ("PAGE002", "one margin off by two millimetres", whole(margins=MARGINS.format(2211, 1474, 1984, 1588, 1387))),
    ("PAGE003", "30 points", all_text('w:line="600" w:lineRule="exact"')),
    ("PAGE003", "half as much again without a grid", several(
        all_text('w:line="360" w:lineRule="auto"'), whole(grid=""), drawn_together)),
    ("PAGE004", "nothing brings 28 characters on a line", whole(grid='<w:docGrid w:type="lines" w:linePitch="579"/>')),
    ("PAGE004", "two columns", whole(columns='<w:cols w:num="2"/>')),
    ("PAGE010", "title in 宋体", letters("标题", look(SONG, 22))),
    ("PAGE011", "title in 小二", letters("标题", look(TITLE, 18))),
    ("PAGE012", "title at the left", put("标题", jc="left")),
    ("PAGE012", "centred title with an indent", put("标题", indent='w:firstLineChars="200"')),
    ("PAGE012", "title of an annex at the left", put("附件标题", jc="both")),
    ("PAGE013", "headnote at the right", replaced("空5", Piece([("（送审稿）", look(SCRIPT))], "right"))),
    ("PAGE014", "no blank line under the title", replaced("空5")),
    ("PAGE014", "two blank lines under the title", replaced("空5", blank(), blank())),
    ("PAGE015", "addressee two characters in", put("主送", indent=FIRST)),
    ("PAGE015", "addressee behind blanks", replaced("主送", Piece([("　　乙市人民政府：", look())], "left"))),
    ("PAGE020", "one paragraph in 宋体", letters("段", look(SONG))),
    ("PAGE020", "a word in 黑体", replaced(
        "段", Piece([(LONG, look()), ("重点", look(BLACK)), (LONG, look())], indent=FIRST))),
    ("PAGE020", "微软雅黑 is no 黑体", letters("附件", look("微软雅黑"))),
    ("PAGE021", "one run in 四号", replaced("段", Piece([(LONG, look()), ("甲乙", look(size=14))], indent=FIRST))),
    ("PAGE021", "signature in 四号", letters("署名", look(size=14))),
    ("PAGE022", "no indent", put("段", indent="")),
    ("PAGE022", "the whole paragraph indented", put("段", indent='w:leftChars="200" w:left="632"')),
    ("PAGE022", "heading without an indent", put("（一）", indent="")),
    ("PAGE022", "blanks on top of the indent", replaced("段", text(f"　　{LONG}"))),
    ("PAGE023", "one paragraph single spaced", put("段", spacing='w:line="400" w:lineRule="exact"')),
    ("PAGE024", "room after", put("段", spacing='w:after="200" w:line="579" w:lineRule="exact"')),
    ("PAGE024", "half a line before", put("一", spacing='w:beforeLines="50" w:line="579" w:lineRule="exact"')),
    ("PAGE024", "room that Word makes", put("段", spacing='w:beforeAutospacing="1" w:line="579" w:lineRule="exact"')),
    ("PAGE025", "bold 黑体", letters("一", look(BLACK, more=BOLD))),
    ("PAGE025", "bold title", letters("标题", look(TITLE, 22, more=BOLD))),
    ("PAGE026", "text at the left", put("段", jc="left")),
    ("PAGE026", "heading in the middle", put("一", jc="center", indent="")),
    ("PAGE027", "grey of a web page", letters("段", look(more='<w:color w:val="333333"/>'))),
    ("PAGE029", "underlined", letters("段", look(more='<w:u w:val="single"/>'))),
    ("PAGE030", "first level in 楷体", letters("一", look(SCRIPT))),
    ("PAGE030", "second level running in, in 黑体", letters("（二）", look(BLACK))),
    ("PAGE030", "second level running in, like the text", letters("（二）", look())),
    ("PAGE031", "first level in 小三", letters("一", look(BLACK, 15))),
    ("PAGE032", "no Chinese font anywhere", several(
        whole(defaults="<w:rPrDefault/>"), letters("段", '<w:rPr><w:sz w:val="32"/></w:rPr>'))),
    ("PAGE033", "a Japanese font", letters("段", look("MS Mincho"))),
    ("PAGE034", "a Western font", letters("段", look("Times New Roman"))),
    ("PAGE035", "quotes without a hint", letters("一是", look())),
    ("PAGE040", "no page numbers", whole(feet={})),
    ("PAGE040", "even pages without", feet(even="")),
    ("PAGE040", "first page without", whole(title_page="<w:titlePg/>")),
    ("PAGE041", "one place for all pages", whole(settings="")),
    ("PAGE041", "in the middle", feet(default=foot("center", ""), even=foot("center", ""))),
    ("PAGE041", "at the very edge", feet(default=foot("right", ""))),
    ("PAGE042", "hyphens", feet(default=foot("right", RIGHT).replace("—", "-"))),
    ("PAGE042", "the bare figure", feet(default=foot("right", RIGHT).replace("— ", "").replace(" —", ""))),
    ("PAGE043", "Times", feet(default=foot("right", RIGHT, look(SONG, 14)))),
    ("PAGE043", "小五", feet(even=foot("left", 'w:left="180"', look(SONG, 9, SONG)))),
    ("PAGE044", "far below", whole(margins=MARGINS.format(2098, 1474, 1984, 1588, 850))),
    ("PAGE050", "black mark", letters("标志", look(TITLE, 52))),
    ("PAGE050", "mark in 黑体", letters("标志", look(BLACK, 52, more='<w:color w:val="FF0000"/>'))),
    ("PAGE055", "no red rule", put("红线", more="")),
    ("PAGE056", "one blank line under the rule", replaced("空4")),
    ("PAGE057", "number of a document in the middle", put("字号", jc="center")),
    ("PAGE057", "number of a document at the edge", put("字号", indent="")),
    ("PAGE062", "版记 at the edge", put("抄送", indent="")),
    ("PAGE060", "版记 in 三号", letters("抄送", look())),
    ("PAGE061", "day at the left", put("日期", jc="left", indent="")),
    ("PAGE061", "day at the very edge", put("日期", indent="")),
    ("PAGE065", "table larger than the text", lambda f: setattr(f, "table", f.table.replace('"24"', '"36"'))),
    ("PAGE066", "annex on the same page", put("附件", more="")),
]  # fmt: skip


GOOD: list[tuple[str, Change]] = [
    ("nothing changed", several()),
    ("margins a millimetre off", whole(margins=MARGINS.format(2098 + 55, 1474 - 55, 1984, 1588, 1387))),
    ("28 points", all_text('w:line="560" w:lineRule="exact"')),
    ("lines of the grid", all_text('w:line="240" w:lineRule="auto"')),
    ("letters drawn together", several(whole(grid='<w:docGrid w:type="lines" w:linePitch="579"/>'), drawn_together)),
    ("other makers' fonts", several(
        letters("标题", look("方正小标宋_GBK", 22)), letters("段", look("FangSong")),
        letters("一", look("SimHei")), letters("（一）", look("华文楷体")))),
    ("blanks in place of an indent", replaced("段", text(f"　　{LONG}", indent=""))),
    ("an indent in twips", put("段", indent='w:firstLine="640"')),
    ("a day behind blanks", replaced("日期", Piece([("　" * 17 + "2026年2月9日", look())], "left"))),
    ("page break in a paragraph of its own", several(put("附件", more=""), replaced(
        "附注", text("（此件公开发布）"), Piece([], before='<w:r><w:br w:type="page"/></w:r>')))),
    ("page break behind the last line", several(put("附件", more=""), lambda f: f.pieces["附注"].runs.append(
        ("", '<w:br w:type="page"/>')))),
    ("page numbers outside", several(whole(settings=""), feet(even="", default=foot(
        "left", "", more='<w:framePr w:wrap="around" w:vAnchor="text" w:xAlign="outside"/>')))),
    ("page number as a simple field", feet(default=foot("right", RIGHT, content=(
        "<w:r>{look}<w:t>—</w:t></w:r><w:fldSimple w:instr='PAGE  \\* MERGEFORMAT'><w:r>{look}<w:t>3</w:t></w:r>"
        "</w:fldSimple><w:r>{look}<w:t>—</w:t></w:r>")))),
    ("deleted and hidden text", hidden_letters),
    ("Western letters in their own font", replaced("段", text(f"办件12.5万件，APP用户增长。{LONG}"))),
    ("quotes in a Chinese font", letters("一是", look(western=BODY))),
    ("no letterhead", no_letterhead),
    ("a turned page", turned_page),
    ("no addressee, an opening that ends in a colon", several(replaced("空5"), replaced("主送"), replaced(
        "导语", text("现将2025年度法治政府建设情况报告如下：")))),
    ("a day under the title", replaced("空5", Piece([("2026年1月5日", look(SCRIPT))], "center"), blank())),
    ("the unit over a table", lambda f: f.pieces.update(表题=Piece([("单位：件", look(size=12))], "right"))),
    ("a title that ends in other words", lambda f: f.pieces.update(标题=Piece(
        [("甲县法治政府建设工作巡礼", look(TITLE, 22))], "center"))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), [(c, x) for c, _, x in BAD], ids=[f"{c} {name}" for c, name, _ in BAD])
def test_what_is_wrong_is_found_and_nothing_else(code: str, change: Change) -> None:
    """Each rule, at a file that is right but for one thing."""
    layout = Layout()
    change(layout)
    codes = {each.code: each.message for each in found(layout)}
    assert set(codes) == {code}, codes


@pytest.mark.parametrize("change", [x for _, x in GOOD], ids=[name for name, _ in GOOD])
def test_what_is_right_is_left_alone(change: Change) -> None:
    """Other ways to the same layout."""
    layout = Layout()
    change(layout)
    assert [each.message for each in found(layout) if each.code.startswith("PAGE")] == []


def test_every_rule_has_a_bad_case() -> None:
    """So that none can fall silent unseen; those of the formal parts have theirs in `test_page_formal`."""
    codes = {code for code in shipped_checks() if code.startswith("PAGE") and code < "PAGE067"}
    assert codes == {code for code, _, _ in BAD}


@pytest.mark.parametrize("code", sorted({code for code, _, _ in BAD}))
def test_an_office_can_do_without_a_rule(code: str) -> None:
    """A code that is taken out says nothing, and no other speaks in its place, but that a Japanese font is no 仿宋."""
    layout = Layout()
    next(change for each, _, change in BAD if each == code)(layout)
    left = {each.code for each in found(layout, without=code)}
    assert left == ({"PAGE020"} if code == "PAGE033" else set())


def test_one_wrong_default_is_one_finding() -> None:
    """However many paragraphs show it, with the first places and how many there are."""
    layout = Layout()
    layout.pieces |= {f"段{n}": text(f"第{n}项。{LONG}") for n in range(50)}
    for piece in layout.pieces.values():
        piece.runs = [(words, one.replace(BODY, SONG)) for words, one in piece.runs]
    body, *others = found(layout)
    assert others == [] or {each.code for each in others} == {"PAGE030", "PAGE060"}
    assert body.code == "PAGE020"
    assert "宋体" in body.message
    assert "共6" in body.message
    assert body.message.count("第") == 3


def test_strength_and_source_are_those_of_the_profile() -> None:
    """一般 and 惯例 never block; what an office writes into its profile stands in the finding."""
    layout = Layout()
    put("段", indent="")(layout)
    (finding,) = found(layout)
    assert (finding.severity, finding.strength.value, finding.source) == (
        Severity.ERROR,
        "规定",
        "GB/T 9704—2012 7.3.3",
    )
    softer = gbt9704().model_copy(deep=True)
    indent = softer.正文.首行缩进
    assert indent is not None
    object.__setattr__(indent, "强度", "一般")
    diagnostics = Diagnostics()
    check_page(read_typeset(layout.docx(), "稿.docx"), softer, shipped_checks(), diagnostics)
    assert [each.severity for each in diagnostics] == [Severity.WARNING]


def test_no_message_leaves_gbk() -> None:
    """A console in China shows every message."""
    for _, _, change in BAD:
        layout = Layout()
        change(layout)
        for each in found(layout):
            (each.message + each.remedy).encode("gbk")
            assert "{" not in each.message
