"""What a Word file holds of text, however it holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.word_files import p, package, r, read, tbl, tc, told

from generator.document.manuscript import Cell
from generator.reading.typesetting.facts import read_typeset

_CHANGED = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'
_BOX = "<w:txbxContent>" + p("框里的字。") + "</w:txbxContent>"


def _field(instruction: str, result: str) -> str:
    parts = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r(result),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    return "".join(parts)


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param(("甲", f"<w:ins {_CHANGED}>{r('乙')}</w:ins>", "丙"), "甲乙丙", id="inserted"),
        pytest.param(
            ("甲", f"<w:del {_CHANGED}><w:r><w:delText>乙</w:delText></w:r></w:del>", "丙"), "甲丙", id="deleted"
        ),
        pytest.param(
            (f"<w:moveFrom {_CHANGED}>{r('乙')}</w:moveFrom>", "甲", f"<w:moveTo {_CHANGED}>{r('乙')}</w:moveTo>"),
            "甲乙",
            id="moved",
        ),
        pytest.param(("甲", f"<w:sdt><w:sdtContent>{r('乙')}</w:sdtContent></w:sdt>"), "甲乙", id="content control"),
        pytest.param(("共", _field("REF 收到", "7"), "件"), "共7件", id="field"),
        pytest.param((f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>', "页"), "3页", id="simple field"),
        pytest.param(("甲", "<w:r><w:softHyphen/></w:r>", "乙\u00ad丙"), "甲乙丙", id="soft hyphens"),
        pytest.param(("甲", "<w:r><w:tab/></w:r>", "乙"), "甲\t乙", id="tab"),
        pytest.param(("甲", "<w:r><w:br/></w:r>", "乙"), "甲\n乙", id="line break"),
        pytest.param(("甲", '<w:r><w:br w:type="page"/></w:r>', "乙"), "甲乙", id="page break"),
        pytest.param(("甲", "<w:hyperlink>" + r("乙") + "</w:hyperlink>"), "甲乙", id="link"),
        pytest.param(("甲", r("乙", "<w:vanish/>"), r("丙", '<w:vanish w:val="0"/>')), "甲丙", id="hidden"),
        pytest.param(("甲", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "甲□", id="symbol"),
        pytest.param(
            ("<w:r><w:ruby><w:rt>" + r("pin") + "</w:rt><w:rubyBase>" + r("拼") + "</w:rubyBase></w:ruby></w:r>",),
            "拼",
            id="ruby",
        ),
    ],
)
def test_text_of_a_paragraph(runs: tuple[str, ...], text: str, tmp_path: Path) -> None:
    found = read(tmp_path, package(p(*runs)))
    assert [line.text for line in found.lines] == [text]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    gone = f"<w:rPr><w:del {_CHANGED}/></w:rPr>"
    found = read(tmp_path, package(p("前半句，", properties=gone) + p("后半句。")))
    assert [line.text for line in found.lines] == ["前半句，后半句。"]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    """Word keeps a box twice, for new and for old programs."""
    shape = f"<wps:txbx>{_BOX}</wps:txbx>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{_BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(tmp_path, package(p("段落里的字。", box) + p("下一段。")))
    assert [line.text for line in found.lines] == ["段落里的字。", "框里的字。", "下一段。"]


def test_footnotes_headers_and_footers(tmp_path: Path) -> None:
    """A footnote stands behind its paragraph; what every page repeats is no part of the report."""
    notes = (
        '<w:footnote w:id="2">'
        + p("脚注的字。")
        + '</w:footnote><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    )
    body = p("第一段。", '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("第二段。")
    found = read(tmp_path, package(body, {"footnotes": notes, "header1": p("内部资料"), "footer1": p("— 1 —")}))
    assert told(found) == [
        ("段", 0, "", "第一段。"),
        ("段", 0, "注", "脚注的字。"),
        ("段", 0, "", "第二段。"),
        ("杂项", 0, "", "内部资料"),
        ("杂项", 0, "", "— 1 —"),
    ]


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for n, (kind, text) in enumerate((("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")))
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def _listed(text: str, level: int, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_that_word_makes(tmp_path: Path) -> None:
    """They are numbers as if typed: they make headings, begin anew below the next one, and may start elsewhere."""
    body = (
        _listed("主要举措和成效", 0)
        + _listed("加强组织领导。研究2次。", 1)
        + _listed("规范执法", 1)
        + _listed("存在的问题", 0)
        + _listed("力量不足", 1)
        + _listed("其他情况", 0, 2)
    )
    found = read(tmp_path, package(body, {"numbering": _NUMBERING}))
    assert [(line.number, line.level, line.heading) for line in found.lines] == [
        ("一、", 1, "主要举措和成效"),
        ("（一）", 2, "加强组织领导"),
        ("（二）", 2, "规范执法"),
        ("二、", 1, "存在的问题"),
        ("（一）", 2, "力量不足"),
        ("五、", 1, "其他情况"),
    ]
    assert [line.section for line in found.lines] == [-1, 0, 0, -1, 3, -1]


def test_tables_with_spans(tmp_path: Path) -> None:
    rows = (
        (tc("项目", properties='<w:vMerge w:val="restart"/>'), tc("件数", properties='<w:gridSpan w:val="2"/>')),
        (tc("", properties="<w:vMerge/>"), tc("新收"), tc("办结")),
        (tc("复议"), tc("7"), tc("6", "含上年结转1件")),
    )
    found = read(tmp_path, package(p("表1 行政复议情况") + tbl(*rows) + p("表后的段落。")))
    table = found.lines[0]
    assert (table.kind, table.text) == ("表格", "表1 行政复议情况")
    assert table.rows == (
        (Cell("项目", rowspan=2), Cell("件数", colspan=2)),
        (Cell("新收"), Cell("办结")),
        (Cell("复议"), Cell("7"), Cell("6\n含上年结转1件")),
    )
    assert found.lines[1].text == "表后的段落。"


def test_a_table_of_one_cell_is_only_a_frame(tmp_path: Path) -> None:
    found = read(tmp_path, package(tbl((tc("一、基本情况", "本年情况如下。"),))))
    assert told(found) == [("节标题", 1, "一、", "基本情况"), ("段", 0, "", "本年情况如下。")]


def test_a_report_in_one_column_of_a_table_is_text(tmp_path: Path) -> None:
    """As where a web page was pasted: title, date and text in cells below each other. A short column stays a table."""
    rows = [(tc("一、基本情况"),), (tc(*(f"本年办结{number}件。" for number in range(9))),)]
    raw = package(tbl(*rows) + p("末段。"))
    found = read(tmp_path, raw).lines
    assert [line.kind for line in found[:2]] == ["节标题", "段"]
    layout = {setting.text: (setting.number, setting.row) for setting in read_typeset(raw, "").settings}
    assert found[-1].place.paragraph == layout["末段。"][0] == 11
    assert layout["本年办结0件。"] == (2, 0)
    assert read(tmp_path, package(tbl((tc("收到"),), (tc("办结"),)))).lines[0].kind == "表格"


def test_words_that_blanks_keep_in_columns_are_a_table(tmp_path: Path) -> None:
    body = (
        p("复议情况如下：")
        + p("项目      收到  办结")
        + p("县级      12    11")
        + p("乡级       3     3")
        + p("末段。")
    )
    found = read(tmp_path, package(body)).lines
    assert [line.kind for line in found] == ["段", "表格", "段"]
    assert found[1].rows[1] == (Cell("县级"), Cell("12"), Cell("11"))
    assert [line.place.paragraph for line in found] == [1, 2, 5]


@pytest.mark.parametrize("look", ['<w:pStyle w:val="TOC1"/>', '<w:outlineLvl w:val="0"/>'])
def test_contents_and_headings_stand_in_no_columns(look: str, tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("报告如下：") + "".join(p(f"{number}、执法  {number}", properties=look) for number in "一二三")
    found = read(tmp_path, package(body, {"styles": styles})).lines
    assert "表格" not in {line.kind for line in found}


def test_places_count_paragraphs_with_text(tmp_path: Path) -> None:
    """Blank paragraphs don't count, a table counts once."""
    found = read(tmp_path, package(p("第一段。") + p() + tbl((tc("甲"), tc("乙"))) + p("第三段。")))
    assert [(line.place.paragraph, line.place.text) for line in found.lines] == [
        (1, "第一段。"), (2, "甲"), (3, "第三段。"),
    ]  # fmt: skip
    assert found.lines[2].place.in_words() == f"{tmp_path / '报告.docx'} > 第3段"


def test_layout_counts_paragraphs_alike(tmp_path: Path) -> None:
    """Findings on text and on layout name a paragraph by the same number, whatever hangs on those before it."""
    box = f"<w:r><w:pict><v:textbox>{_BOX}</v:textbox></w:pict></w:r>"
    gone = f"<w:rPr><w:del {_CHANGED}/></w:rPr>"
    notes = '<w:footnote w:id="2">' + p("脚注的字。") + "</w:footnote>"
    body = (
        p("有框的段。", box)
        + p()
        + p("有注的段。", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + tbl((tc("甲", "乙"), tc("丙")), (tc("丁"), tc("戊")))
        + tbl((tc("框中一。", "框中二。"),))
        + p("前半，", properties=gone)
        + p("后半。")
        + f"<w:sdt><w:sdtContent>{p('控件里的段。')}</w:sdtContent></w:sdt>"
        + p("末段。")
    )
    raw = package(body, {"footnotes": notes})
    texts = {line.text: line.place.paragraph for line in read(tmp_path, raw).lines}
    layout = {setting.text: setting.number for setting in read_typeset(raw, "").settings}
    assert texts["脚注的字。"] == texts["有注的段。"]
    assert texts["前半，后半。"] == layout["后半。"]
    shared = set(texts) & set(layout) - {""}
    assert shared == {"有框的段。", "有注的段。", "框中一。", "框中二。", "控件里的段。", "末段。"}
    assert {text: texts[text] for text in shared} == {text: layout[text] for text in shared}
