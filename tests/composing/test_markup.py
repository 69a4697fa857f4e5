"""The vocabulary: what is refused, where, and what the blocks come out as."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.composing.building import build_blocks
from generator.composing.markup import MarkupFault, read_markup
from generator.document.blocks import (
    Annex,
    Figure,
    Heading,
    Imprint,
    Letterhead,
    Ordinal,
    Origin,
    Paragraph,
    Section,
    Signature,
    Speaker,
    Table,
    Text,
    Title,
    Typed,
    WordBreak,
)

BAD = {
    "unknown element": ('<report t="a:1"><foo t="a:2"/></report>', "a:2", "不认识的元素 <foo>"),
    "wrong nesting": ('<report t="a:1"><p t="a:2"><section t="a:3"/></p></report>', "a:3", "<p> 里不能放 <section>"),
    "wrong root": ('<p t="a:1">x</p>', "a:1", "最外层应是 <report>"),
    "unknown attribute": ('<report t="a:1"><p t="a:2" color="red">x</p></report>', "a:2", "没有属性 color"),
    "bad value": ('<report t="a:1"><p t="a:1"><v t="a:2" ref="x" as="y"/></p></report>', "a:2", "不能是“y”"),
    "missing attribute": ('<report t="a:1"><p t="a:1"><v t="a:2">7</v></p></report>', "a:2", "缺少属性 ref"),
    "bare text": ('<report t="a:1"><section t="a:2">正文</section></report>', "a:2", "不能直接写文字“正文”"),
    "unclosed": ('<report t="a:1"><p t="a:2">x</report>', "a:2", "不配对"),
    "bare ampersand": ('<report t="a:1"><p t="a:2">a & b</p></report>', "a:2", "裸的"),
    "doctype": ('<!DOCTYPE r [<!ENTITY a "b">]><report t="a:1"/>', "", "DOCTYPE"),
    "unknown entity": ('<report t="a:1"><p t="a:2">&x;</p></report>', "a:2", "未定义的实体"),
    "empty": ("", "", "没有内容"),
    "too deep": ('<report t="a:1">' + '<section t="a:2">' * 100, "a:2", "嵌套超过"),
    "ragged table": (
        '<report t="a:1"><table t="a:2"><tr t="a:3"><td>1</td></tr><tr t="a:4"></tr></table></report>',
        "a:2",
        "格数应当相同",
    ),
    "merged cells that don't fit": (
        '<report t="a:1"><table t="a:2"><tr><td rowspan="2">1</td></tr><tr><td>2</td></tr></table></report>',
        "a:2",
        "合并的格算在内",
    ),
    "cell over no column": (
        '<report t="a:1"><table t="a:2"><tr t="a:3"><td t="a:4" colspan="0">1</td></tr></table></report>',
        "a:4",
        "colspan 不能是“0”",
    ),
    "two headings": (
        '<report t="a:1"><section t="a:2"><h t="a:3">x</h><h t="a:4">y</h></section></report>',
        "a:4",
        "只能有一个",
    ),
    "letterhead without an organ": (
        '<report t="a:1"><letterhead t="a:2" number=""><signer>甲</signer></letterhead></report>',
        "a:2",
        "至少要有一个 <organ>",
    ),
    "annex without a name": ('<report t="a:1"><annex t="a:2"><p>文</p></annex></report>', "a:2", "要有一个 <h>"),
    "annex in a section": (
        '<report t="a:1"><section t="a:2"><annex t="a:3"><h>x</h></annex></section></report>',
        "a:3",
        "<section> 里不能放 <annex>",
    ),
    "imprint of nothing": ('<report t="a:1"><copies t="a:2" issuer=" " date=""/></report>', "a:2", "没有抄送机关"),
    "imprint that may be duplex": (
        '<report t="a:1"><copies t="a:2" duplex="是"><organ>甲</organ></copies></report>',
        "a:2",
        "不能是“是”",
    ),
}


@pytest.mark.parametrize(("markup", "stamp", "words"), BAD.values(), ids=BAD.keys())
def test_faults_name_the_template_line(markup: str, stamp: str, words: str) -> None:
    """Every fault carries the stamp of the element it is about, or of the last one before it."""
    with pytest.raises(MarkupFault) as raised:
        build_blocks(read_markup(markup), Path())

    assert any(fault.stamp == stamp and words in fault.message for fault in raised.value.faults)


def test_all_faults_are_collected() -> None:
    """One unknown element doesn't hide the next."""
    with pytest.raises(MarkupFault) as raised:
        read_markup('<report t="a:1"><x t="a:2"/><y t="a:3"/></report>')

    assert [fault.stamp for fault in raised.value.faults] == ["a:2", "a:3"]


def test_inlines_keep_their_source() -> None:
    """Typed text knows path and offset, a figure its reference, template text is trimmed of its indentation."""
    markup = """<report t="r:1"><p t="r:2" at="正文/0">
        收到<v ref="行政复议.收到">7</v>件，<s at="正文/0" o="9">其中<b>两</b>件</s><v ref="行政复议.办结" as="含"/>
    </p></report>"""
    (paragraph,) = build_blocks(read_markup(markup), Path())

    assert paragraph == Paragraph(
        (
            Text("收到"),
            Figure("行政复议.收到", "7"),
            Text("件，"),
            Text("其中", Typed("正文/0", 9)),
            Text("两", Typed("正文/0", 11), bold=True),
            Text("件", Typed("正文/0", 12)),
            Figure("行政复议.办结", "", "含"),
        ),
        origin=Origin("正文/0", "r:2"),
    )


def test_structures_become_blocks() -> None:
    """Title with break, section with run-in heading, series, table and signature."""
    markup = (
        '<report><title>甲<wbr/>乙</title><section id="x" items="不足原因"><h run-in="1">问题</h>'
        "<p>如下：<point>其一。</point><point>其二。</point></p></section>"
        '<table><tr><th>项</th></tr><tr><td align="右">1</td></tr></table>'
        '<sign sealed="1">某县人民政府</sign><date>2026年2月9日</date></report>'
    )
    title, section, table, signature = build_blocks(read_markup(markup), Path())

    assert title == Title((Text("甲"), WordBreak(), Text("乙")))
    assert isinstance(section, Section)
    assert section.heading == Heading((Text("问题"),), run_in=True)
    assert section.blocks == (Paragraph((Text("如下："), Ordinal(), Text("其一。"), Ordinal(), Text("其二。"))),)
    assert isinstance(table, Table)
    assert [len(table.head), len(table.rows), table.rows[0][0].align] == [1, 1, "右"]
    assert signature == Signature(((Text("某县人民政府"),),), "2026年2月9日", sealed=True)


def test_the_formal_parts_become_blocks() -> None:
    """Letterhead, speaker, annex and imprint, blank names dropped and blank numbers kept blank."""
    markup = (
        '<report t="a:1"><letterhead t="a:2" number=" " suffix="文件"><organ>甲</organ><organ> </organ>'
        "<signer>张三</signer></letterhead><speaker>县长</speaker>"
        '<annex t="a:3" at="附件/0"><h>表</h><p>文</p></annex>'
        '<copies t="a:4" issuer="办" date="2026年2月9日" duplex="1"><organ>丙</organ></copies></report>'
    )
    assert build_blocks(read_markup(markup), Path()) == (
        Letterhead(("甲",), "文件", "", ("张三",), Origin("", "a:2")),
        Speaker((Text("县长"),), Origin("", "a:1")),
        Annex((Text("表"),), (Paragraph((Text("文"),), "", Origin("", "a:3")),), 0, Origin("附件/0", "a:3")),
        Imprint(("丙",), "办", "2026年2月9日", duplex=True, origin=Origin("", "a:4")),
    )


def test_a_template_shows_no_picture_from_elsewhere(tmp_path: Path) -> None:
    """Only those beside the input; the fault names the template line."""
    markup = '<report t="a:1"><image t="a:2" file="/etc/hostname"/></report>'
    with pytest.raises(MarkupFault) as raised:
        build_blocks(read_markup(markup), tmp_path)

    assert [fault.stamp for fault in raised.value.faults] == ["a:2"]
