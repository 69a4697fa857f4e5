"""Reports without styles: everything Normal, parts known by their position and their words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.word_files import p, package, r, read, told

_LEAD = "2025年，全县坚持以习近平法治思想为指导，依法行政水平进一步提高。现将有关情况报告如下。"
_PROSE = (
    "县人民政府常务会议听取汇报2次，研究解决重点问题5个，督促各部门落实年度任务，并把落实情况纳入考核，结果在全县通报。"
)
_LINES = (
    "青禾县人民政府文件",
    "青政〔2026〕5号　　　　签发人：某某某",
    "青禾县人民政府",
    "关于2025年度法治政府建设情况的报告",
    "云岭市人民政府：",
    _LEAD,
    "一、主要举措和成效",
    f"（一）加强组织领导。{_PROSE}",
    "1.压实责任。明确任务12项，逐项落实到部门。",
    "（二）规范执法",
    _PROSE,
    "一是抓培训。举办培训3期。",
    "二是抓评查。评查案卷20宗。",
    "二、存在的问题",
    "（一）力量不足。基层执法人员偏少。",
    "特此报告。",
    "附件：1.行政复议情况表",
    "2.行政处罚情况表",
    "青禾县人民政府",
    "2026年2月9日",
    "（联系人：某某，电话：00000000）",
    "附件1",
    "行政复议情况表",
    "本表由县司法局填报。",
    "抄送：县委办公室，县人大常委会办公室。",
    "青禾县人民政府办公室　　2026年2月10日印发",
)
_KINDS = [
    "版头", "版头", "版头", "标题", "标题", "主送", "段", "节标题", "节标题", "节标题", "节标题", "段", "要点", "要点",
    "节标题", "节标题", "段", "附件说明", "附件说明", "署名", "成文日期", "附注", "附件", "段", "版记", "版记",
]  # fmt: skip


def test_every_part_of_a_formal_report(tmp_path: Path) -> None:
    found = read(tmp_path, package("".join(map(p, _LINES))))
    assert [line.kind for line in found.lines] == _KINDS
    assert found.title == "青禾县人民政府关于2025年度法治政府建设情况的报告"
    assert found.organs == ("青禾县人民政府",)
    assert found.dated == date(2026, 2, 9)
    assert [line.text for line in found.of("版头")][1:] == ["青政〔2026〕5号", "签发人：某某某"]
    assert [(line.number, line.text) for line in found.of("附件说明", "附件")] == [
        ("1.", "行政复议情况表"), ("2.", "行政处罚情况表"), ("附件1", "行政复议情况表"),
    ]  # fmt: skip
    assert not found.own


def test_the_same_report_as_text(tmp_path: Path) -> None:
    """Blank lines between paragraphs and indents make no difference."""
    word = read(tmp_path, package("".join(map(p, _LINES))))
    typed = read(tmp_path, "\n\n".join(f"　　{line}" for line in _LINES), "报告.txt")
    assert told(typed) == told(word)
    assert (typed.lines[3].place.line, typed.lines[3].place.column) == (5, 3)


def test_bold_headings_end_where_the_bold_ends(tmp_path: Path) -> None:
    heading = r("（一）加强监督检查，", "<w:b/>")
    found = read(tmp_path, package(p("一、主要举措") + p(heading, _PROSE)))
    assert found.lines[1].heading == "加强监督检查，"


def test_outline_levels_make_headings_without_numbers(tmp_path: Path) -> None:
    """Word's own heading styles, and levels set by hand."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="X"><w:name w:val="某某二级"/><w:basedOn w:val="2"/></w:style>'
    )
    body = (
        p("主要举措和成效", properties='<w:outlineLvl w:val="0"/>')
        + p("加强组织领导", properties='<w:pStyle w:val="2"/>')
        + p("规范执法", properties='<w:pStyle w:val="X"/>')
    )
    found = read(tmp_path, package(body, {"styles": styles}))
    assert [(line.level, line.heading) for line in found.lines] == [
        (1, "主要举措和成效"), (2, "加强组织领导"), (2, "规范执法"),
    ]  # fmt: skip


def test_an_oral_report(tmp_path: Path) -> None:
    lines = (
        "青禾县人民政府",
        "关于2025年度法治政府建设情况的报告",
        "——2026年1月20日在青禾县第十七届人民代表大会常务委员会第三十次会议上",
        "青禾县司法局局长　某某某",
        "主任、各位副主任、各位委员：",
        "受县人民政府委托，现将2025年度法治政府建设情况报告如下，请予审议。",
        "一、主要举措和成效",
        _PROSE,
        "主任、各位副主任、各位委员：",
        "我们将认真落实审议意见。",
    )
    found = read(tmp_path, package("".join(map(p, lines))))
    assert [line.kind for line in found.lines] == [
        "标题", "标题", "题注", "题注", "称谓", "段", "节标题", "段", "称谓", "段",
    ]  # fmt: skip
    assert found.dated == date(2026, 1, 20)
    assert found.organs == ("青禾县人民政府",)


def test_headings_are_not_taken_for_titles_or_signatures(tmp_path: Path) -> None:
    """A published copy: no addressee, no signature, the text ends with the last of the plans."""
    lines = (
        "青禾县2025年法治政府建设年度报告",
        _LEAD,
        "一、主要举措和成效",
        _PROSE,
        "二、下一步打算",
        "（一）加强培训",
    )
    found = read(tmp_path, package("".join(map(p, lines))))
    assert [line.kind for line in found.lines] == ["标题", "段", "节标题", "段", "节标题", "节标题"]
