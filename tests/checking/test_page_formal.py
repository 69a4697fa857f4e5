"""PAGE of the formal parts: the 版头 in all the ways that offices make it, signature and seal, annexes, 版记."""

from __future__ import annotations

import pytest
from support.drawings import (
    both,
    connector,
    drawn_line,
    old_line,
    old_picture,
    old_text_box,
    picture,
    text_box,
    thin_shape,
)
from support.knowledge_files import shipped_checks
from support.layout_changes import Change, found, letters, put, replaced, several
from support.layouts import BLACK, BODY, RULE, SCRIPT, TITLE, Layout, Piece, blank, look, text

RED = '<w:color w:val="FF0000"/>'
MARK = ("甲县人民政府文件", look(TITLE, 52, more=RED))
LOW = 'w:line="227" w:lineRule="exact"'


def paragraph(words: str, properties: str, jc: str = "center") -> str:
    """A paragraph of a text box or cell."""
    return Piece([(words, properties)], jc, spacing="").xml()


def border(colour: str = "FF0000", indent: str = "") -> Piece:
    """A red rule as the border of an empty paragraph."""
    box = f"<w:pBdr>{RULE.format('bottom', 12, colour)}</w:pBdr>"
    return Piece([], spacing=LOW, more=box, indent=indent)


def line(run: str) -> Change:
    """A red rule that is drawn, hung on an empty line."""
    return replaced("红线", Piece([], spacing=LOW, before=run))


def boxed(box: str) -> Change:
    """The mark in a text box that hangs on the first line, its old place left blank."""
    return several(replaced("标志", Piece([], spacing='w:line="1200" w:lineRule="exact"')), put("上空", before=box))


def framed(top: int) -> Change:
    """The mark in a frame."""
    frame = f'<w:framePr w:w="8844" w:h="1200" w:hRule="exact" w:wrap="around" w:vAnchor="margin" w:x="1" w:y="{top}"/>'
    return several(put("标志", more=frame), put("上空", spacing='w:line="3184" w:lineRule="exact"'))


def in_table(width: int = 8844, colour: str = "FF0000") -> Change:
    """The number of the document in a table whose lower border is the rule."""
    cells = (("甲政〔2026〕5号", "left"), ("签发人：某某某", "right"))
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width // 2}" w:type="dxa"/><w:tcBorders>{RULE.format("bottom", 12, colour)}'
        f"</w:tcBorders></w:tcPr>{paragraph(words, look() if side == 'left' else look(SCRIPT), side)}</w:tc>"
        for words, side in cells
    )
    table = f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/></w:tblPr><w:tblGrid/><w:tr>{made}</w:tr></w:tbl>'

    def change(layout: Layout) -> None:
        del layout.pieces["红线"]
        layout.pieces["字号"] = Raw(table)

    return change


def head_in_table(layout: Layout) -> None:
    """The whole 版头 in one table, whose last border is the rule."""
    for name in ("上空", "空1", "空2", "字号", "红线"):
        del layout.pieces[name]
    cells = (
        (paragraph("甲政〔2026〕5号", look(), "left"), 4422),
        (paragraph("签发人：某某某", look(SCRIPT), "right"), 4422),
    )
    mark = f'<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>{paragraph(*MARK)}</w:tc>'
    below = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:tcBorders>{RULE.format("bottom", 12, "FF0000")}'
        f"</w:tcBorders></w:tcPr>{inner}</w:tc>"
        for inner, wide in cells
    )
    rows = f"<w:tr>{mark}</w:tr><w:tr>{below}</w:tr>"
    layout.pieces["标志"] = Raw(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")


def mark_in_cell(layout: Layout) -> None:
    """The mark in a table of one cell, high as it likes."""
    del layout.pieces["上空"]
    cell = f'<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{paragraph(*MARK)}</w:tc>'
    row = f'<w:tr><w:trPr><w:trHeight w:val="3400" w:hRule="exact"/></w:trPr>{cell}</w:tr>'
    layout.pieces["标志"] = Raw(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>")


class Raw(Piece):
    """Any XML in place of a paragraph."""

    def __init__(self, content: str) -> None:
        super().__init__([])
        self.content = content

    def xml(self) -> str:
        return self.content


def seal(run: str) -> Change:
    """A seal hung on the day."""
    return put("日期", before=run)


def signed(organ: str, day: str, *, day_left: str = "") -> Change:
    """Right indents of both, or the left one of the day, in hundredths of a character."""
    below = put("日期", indent=f'w:rightChars="{day}"') if not day_left else put(
        "日期", jc="left", indent=f'w:leftChars="{day_left}"')  # fmt: skip
    return several(put("署名", indent=f'w:rightChars="{organ}"'), below)


def counted_anew(layout: Layout) -> None:
    """A section of its own for the annex, whose pages begin at 1."""
    ended = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="f0"/><w:footerReference w:type="even" r:id="f1"/>'
        f"<w:pgSz {layout.paper}/><w:pgMar {layout.margins}/>{layout.grid}</w:sectPr>"
    )
    layout.pieces["附注"].more = ended
    layout.pieces["附件"].more = ""
    layout.columns = '<w:pgNumType w:start="1"/>'


def begun_behind(layout: Layout) -> None:
    """A section that ends with the addressee, so that the text begins on the second page."""
    counted_anew(layout)
    layout.pieces["主送"].more, layout.pieces["附注"].more = layout.pieces["附注"].more, ""
    layout.pieces["附件"].more, layout.columns = "<w:pageBreakBefore/>", ""


UPPER_RULES = f"<w:pBdr>{RULE.format('top', 8, '000000')}{RULE.format('bottom', 6, '000000')}</w:pBdr>"
SEAL, OLD_SEAL = picture(42, 42), old_picture(40, 40)
PLAIN = signed("450", "200")  # the day is longer by half a character, and begins two behind the organ
HEAVY = f"<w:pBdr>{RULE.format('top', 24, '000000')}{RULE.format('bottom', 6, '000000')}</w:pBdr>"
UPPER = 'w:before="579" w:line="579" w:lineRule="exact"'

BAD: list[tuple[str, str, Change]] = [
    ("PAGE050", "black mark in a text box", boxed(text_box(paragraph(MARK[0], look(TITLE, 52))))),
    ("PAGE055", "a short red line is none", line(drawn_line(156, "FF0000").replace("FF0000", "")
                                               .replace("5616000", "360000"))),
    ("PAGE067", "mark at the very top", replaced("上空")),
    ("PAGE067", "80 millimetres of the old standard", put("上空", spacing='w:line="4536" w:lineRule="exact"')),
    ("PAGE067", "text box too low", boxed(text_box(paragraph(*MARK), down=60))),
    ("PAGE067", "old text box too high", boxed(old_text_box(paragraph(*MARK), down=37, base="page"))),
    ("PAGE067", "frame too high", framed(200)),
    ("PAGE068", "black border", replaced("红线", border("000000"))),
    ("PAGE068", "black line", line(both(drawn_line(colour="000000"), old_line(colour="black")))),
    ("PAGE068", "black border of a table", in_table(colour="auto")),
    ("PAGE069", "short border", replaced("红线", border(indent='w:left="567" w:right="567"'))),
    ("PAGE069", "short line", line(drawn_line(130))),
    ("PAGE069", "long old line", line(old_line(175))),
    ("PAGE069", "short connector", line(connector(120))),
    ("PAGE069", "narrow table", in_table(7000)),
    ("PAGE070", "name in the font of text", letters("字号", look(), look())),
    ("PAGE071", "name far from the right", replaced("字号", Piece(
        [("甲政〔2026〕5号　　　　　签发人：", look()), ("某某某", look(SCRIPT))], "left", 'w:leftChars="100"'))),
    ("PAGE072", "annexes named at the edge", put("附件说明", indent="")),
    ("PAGE072", "annexes named in the middle", put("附件说明", jc="center", indent="")),
    ("PAGE073", "sealed, two from the right", several(seal(SEAL), PLAIN)),
    ("PAGE073", "old seal, six from the right", several(seal(OLD_SEAL), signed("650", "600"))),
    ("PAGE074", "both at one distance from the right", signed("200", "200")),
    ("PAGE074", "organ over nothing", signed("1000", "400")),
    ("PAGE074", "one below the other", signed("200", "", day_left="2000")),
    ("PAGE075", "note at the edge", put("附注", indent="")),
    ("PAGE075", "note at the right", put("附注", jc="right", indent="")),
    ("PAGE076", "annexes named right below the text", put("附件说明", spacing='w:line="579" w:lineRule="exact"')),
    ("PAGE077", "title of an annex on the second line", replaced("空8")),
    ("PAGE077", "title of an annex on the fourth line", replaced("空8", blank(), blank())),
    ("PAGE078", "day of issue in the middle", replaced("印发", Piece(
        [("甲县人民政府办公室　　　2026年2月10日印发", look(size=14))], indent='w:leftChars="100" w:left="280"',
        spacing='w:line="480" w:lineRule="exact"'))),
    ("PAGE079", "no rules", several(put("抄送", more=""), put("印发", more=""))),
    ("PAGE080", "heavy rules", put("抄送", more=HEAVY)),
    ("PAGE081", "one blank line under the mark", replaced("空2")),
    ("PAGE081", "four blank lines under the mark", replaced("空2", blank(), blank(), blank())),
    ("PAGE083", "a page break before the text", put("导语", before='<w:r><w:br w:type="page"/></w:r>')),
    ("PAGE083", "a section of its own for the text", begun_behind),
    ("PAGE070", "second row of names like the text", replaced("字号", Piece(
        [("签发人：", look()), ("某某某　某某", look(SCRIPT))], "right", 'w:rightChars="100"'), Piece(
            [("甲政〔2026〕5号　　　　　　　　　　　　　", look()), ("某某某　", look())], "left",
            'w:leftChars="100"'))),
    ("PAGE084", "no full stop behind the copies", replaced("抄送", Piece(
        [("抄送：乙市司法局", look(size=14))], indent='w:leftChars="100" w:left="280"',
        spacing='w:line="480" w:lineRule="exact"', more=UPPER_RULES))),
    ("PAGE085", "pages of an annex counted anew", counted_anew),
    ("PAGE082", "此页无正文", replaced("空6", text("（此页无正文）"), blank())),
]  # fmt: skip


GOOD: list[tuple[str, Change]] = [
    ("border of the line with the number", several(replaced("红线"), put("字号", indent="", more=(
        f'<w:pBdr>{RULE.format("bottom", 12, "FF0000")}</w:pBdr>')), replaced("字号", Piece(
            [("　甲政〔2026〕5号　　　　　　　　　　　签发人：", look()), ("某某某", look(SCRIPT))], "left",
            more=f'<w:pBdr>{RULE.format("bottom", 12, "FF0000")}</w:pBdr>')))),
    ("drawn line", line(drawn_line())),
    ("drawn line in both forms", line(both(drawn_line(), old_line()))),
    ("thin shape", line(thin_shape())),
    ("old line", line(old_line())),
    ("connector of WPS", line(connector())),
    ("line of another red", line(drawn_line(colour="E60012"))),
    ("a picture may be the rule", line(picture(156, 3))),
    ("lower border of a table", in_table()),
    ("all of the head in a table", head_in_table),
    ("mark in a cell", mark_in_cell),
    ("text behind a label with a name", several(replaced("附件标题"), replaced("空8"), replaced("附件", Piece(
        [("附件：统计表", look(BLACK))], "left", more="<w:pageBreakBefore/>")),
        replaced("附件文", text("本表统计全年。")))),
    ("an annex that says its name in its label", replaced("附件", Piece(
        [("附件：统计表", look(BLACK))], "left", more="<w:pageBreakBefore/>"))),
    ("line on the title", several(replaced("红线", Piece([], spacing=LOW)), put("标题", before=drawn_line()))),
    ("line on the text", several(replaced("红线", Piece([], spacing=LOW)), put("导语", before=drawn_line()))),
    ("a red stamp in a text box", put("上空", before=text_box(paragraph("征求意见稿", look(BLACK, 30, more=RED))))),
    ("half blanks before the signer", replaced("字号", Piece(
        [("甲政〔2026〕5号" + " " * 30 + "签发人：", look()), ("某某某", look(SCRIPT))], "left", 'w:leftChars="100"'))),
    ("mark in a text box", boxed(text_box(paragraph(*MARK)))),
    ("mark in a text box kept twice", boxed(both(text_box(paragraph(*MARK)), old_text_box(paragraph(*MARK))))),
    ("mark in an old text box", boxed(old_text_box(paragraph(*MARK), down=72, base="page"))),
    ("mark in a frame", framed(1984)),
    ("mark as a picture", several(
        replaced("标志", Piece([], spacing='w:line="1200" w:lineRule="exact"', before=picture(120, 20))),
        replaced("红线"))),
    ("room above the mark", several(
        replaced("上空"), put("标志", spacing='w:before="1984" w:line="1200" w:lineRule="exact"'))),
    ("lines as high as the font makes them", several(
        put("上空", spacing="", more='<w:snapToGrid w:val="0"/>'), put("标志", spacing=""))),
    ("signature without a seal", PLAIN),
    ("seal", seal(SEAL)),
    ("old seal", seal(OLD_SEAL)),
    ("seal kept twice", seal(both(SEAL, OLD_SEAL))),
    ("no seal but a chart above", seal(picture(120, 60))),
    ("blanks in place of indents", several(
        replaced("署名", Piece([("　" * 18 + "甲县人民政府", look())], "left")),
        replaced("日期", Piece([("　" * 18 + "2026年2月9日", look())], "left")))),
    ("organ longer than the day, no seal", several(
        replaced("署名", Piece([("甲县人民政府某某某管理委员会", look())], "right", 'w:rightChars="200"')),
        replaced("日期", Piece([("2026年2月9日", look())], "left", 'w:leftChars="1400"')))),
    ("day longer than the organ, no seal", several(
        replaced("署名", Piece([("甲县司法局", look())], "right", 'w:rightChars="600"')),
        replaced("日期", Piece([("2026年12月29日", look())], "right", 'w:rightChars="200"')))),
    ("day behind the beginning of a short organ, no seal", several(
        replaced("署名", Piece([("甲乙县人民政府", look())], "right", 'w:rightChars="200"')),
        replaced("日期", Piece([("2026年12月9日", look())], "right", 'w:rightChars="50"')))),
    ("several organs side by side", replaced("署名", Piece([("甲县委员会　　甲县人民政府", look())], "right"))),
    ("day still open", replaced("日期", Piece([("年　　月　　日", look())], "right", 'w:rightChars="400"'))),
    ("annexes in several lines", replaced("附件说明", Piece(
        [("附件：1.统计表", look())], indent='w:left="1580" w:hanging="948"', spacing=UPPER), Piece(
            [("2.说明", look())], indent='w:left="1580" w:hanging="316"'))),
    ("rules of the 版记 half a point", several(put("抄送", more=HEAVY.replace('"24"', '"6"')))),
    ("names in two rows", several(replaced("字号", Piece(
        [("签发人：", look()), ("某某某　某某", look(SCRIPT))], "right", 'w:rightChars="100"'), Piece(
            [("甲政〔2026〕5号　　　　　　　　　　　　　", look()), ("某某某　", look(SCRIPT))], "left",
            'w:leftChars="100"')))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), [(c, x) for c, _, x in BAD], ids=[f"{c} {name}" for c, name, _ in BAD])
def test_what_is_wrong_is_found_and_nothing_else(code: str, change: Change) -> None:
    """Each rule, at a file that is right but for one thing, and told once."""
    layout = Layout()
    change(layout)
    findings = found(layout)
    assert [each.code for each in findings] == [code], [each.message for each in findings]


@pytest.mark.parametrize("change", [x for _, x in GOOD], ids=[name for name, _ in GOOD])
def test_what_is_right_is_left_alone(change: Change) -> None:
    """Other ways to the same layout."""
    layout = Layout()
    change(layout)
    assert [each.message for each in found(layout)] == []


def test_every_rule_has_a_bad_case() -> None:
    """So that none can fall silent unseen."""
    codes = {code for code in shipped_checks() if code.startswith("PAGE") and code >= "PAGE067"}
    assert codes <= {code for code, _, _ in BAD}


@pytest.mark.parametrize("code", sorted({code for code, _, _ in BAD}))
def test_an_office_can_do_without_a_rule(code: str) -> None:
    """A code that is taken out says nothing, and no other speaks in its place."""
    layout = Layout()
    next(change for each, _, change in BAD if each == code)(layout)
    assert found(layout, without=code) == []


def test_no_message_leaves_gbk() -> None:
    """A console in China shows every message."""
    for _, _, change in BAD:
        layout = Layout()
        change(layout)
        for each in found(layout):
            (each.message + each.remedy).encode("gbk")
            assert "{" not in each.message


def test_a_font_of_a_box_is_a_font() -> None:
    """The 版记 in a text box is held against the profile as well."""
    layout = Layout()
    words = paragraph("抄送：乙市司法局。", look(BODY, 16), "left")
    replaced("抄送", Piece([], before=text_box(words, high=20)))(layout)
    assert {each.code for each in found(layout)} == {"PAGE060"}
