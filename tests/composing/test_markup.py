"""The vocabulary: what is refused, where, and what the blocks come out as."""

from __future__ import annotations

import pytest

from generator.composing.building import build_blocks
from generator.composing.markup import MarkupFault, read_markup
from generator.document.blocks import (
    Figure,
    Heading,
    Ordinal,
    Origin,
    Paragraph,
    Section,
    Signature,
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
    "two headings": (
        '<report t="a:1"><section t="a:2"><h t="a:3">x</h><h t="a:4">y</h></section></report>',
        "a:4",
        "只能有一个",
    ),
}


@pytest.mark.parametrize(("markup", "stamp", "words"), BAD.values(), ids=BAD.keys())
def test_faults_name_the_template_line(markup: str, stamp: str, words: str) -> None:
    """Every fault carries the stamp of the element it is about, or of the last one before it."""
    with pytest.raises(MarkupFault) as raised:
        build_blocks(read_markup(markup))

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
    (paragraph,) = build_blocks(read_markup(markup))

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
    title, section, table, signature = build_blocks(read_markup(markup))

    assert title == Title((Text("甲"), WordBreak(), Text("乙")))
    assert isinstance(section, Section)
    assert section.heading == Heading((Text("问题"),), run_in=True)
    assert section.blocks == (Paragraph((Text("如下："), Ordinal(), Text("其一。"), Ordinal(), Text("其二。"))),)
    assert isinstance(table, Table)
    assert [len(table.head), len(table.rows), table.rows[0][0].align] == [1, 1, "右"]
    assert signature == Signature(((Text("某县人民政府"),),), "2026年2月9日", sealed=True)
