"""Tables of a finished report against themselves and the text, and the parts round it: organs, day, number, annexes."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from support.manuscripts import COUNTY, codes, found, split

from generator.diagnostics import Place
from generator.document.manuscript import Cell, Line, LineKind, Manuscript

UPWARD = replace(COUNTY, reporter="党委和政府", delivery="上级党委和政府")
YEARS = [
    "项目 单位 2025年 2024年",
    "作出行政处罚决定 件 1186 1264",
    "制定规范性文件 件 9 12",
    "办理事项 件 21.6万 20.1万",
]
SUMS = ["项目 一审 二审 合计", "收案 45 17 62", "撤诉 9 1 10", "调解 1 0 1", "撤销 2 1 3"]


def _with_table(text: str, rows: list[str], caption: str = "对照表") -> Manuscript:
    manuscript = split(text)
    cells = tuple(tuple(Cell(each) for each in row.split()) for row in rows)
    table = Line("表格", caption, Place("甲.txt", line=90), rows=cells)
    return replace(manuscript, lines=(*manuscript.lines, table))


TOLD: dict[str, tuple[str, str, list[str]]] = {
    "the rate of decline": ("DATA547", "全年作出行政处罚决定1186件（不含简易程序），同比下降8.2%。", YEARS),
    "up for down": ("DATA547", "全年制定规范性文件9件，较上年增加3件。", YEARS),
    "in ten thousands": ("DATA547", "全年办理事项21.6万件，同比增长9.5%。", YEARS),
    "another figure": ("DATA548", "全县作出行政处罚决定1168件。", YEARS),
    "a total": ("DATA549", "见下表。", [*SUMS[:2], "撤诉 9 1 11", *SUMS[3:]]),
}
RIGHT: dict[str, tuple[str, list[str]]] = {
    "one organ's": ("县市场监管局加大力度，作出行政处罚决定310件，上半年作出行政处罚决定510件。", YEARS),
    "as it is": ("全年作出行政处罚决定1186件，同比下降6.2%；制定规范性文件9件，较上年减少3件。", YEARS),
    "cut off": ("全年办理事项21.6万件，同比增长7.4%。", YEARS),
    "something else of the same number": ("举办培训9件次，同比增长12%；开展活动9件，较上年增加3件。", YEARS),
    "the last year's figure": ("上年作出行政处罚决定1264件；其中作出行政处罚决定300件。", YEARS),
    "totals": ("见下表。", SUMS),
    "columns that are no parts": ("见下表。", ["项目 单位 其中 合计", "甲 件 3 9", "乙 件 4 9", "丙 件 5 9"]),
    "a table that isn't summed": ("见下表。", ["项目 甲 乙 合计", "一 1 2 9", "二 1 2 8", "三 1 2 7"]),
}


@pytest.mark.parametrize(("code", "text", "rows"), TOLD.values(), ids=TOLD)
def test_what_contradicts_a_table_is_told(code: str, text: str, rows: list[str]) -> None:
    assert code in codes(_with_table(text, rows))


@pytest.mark.parametrize(("text", "rows"), RIGHT.values(), ids=RIGHT)
def test_what_agrees_with_a_table_is_not(text: str, rows: list[str]) -> None:
    assert not {"DATA547", "DATA548", "DATA549"} & codes(_with_table(text, rows))


def test_words_and_years_in_tables() -> None:
    """Law terms in cells, and the year before in a caption; a table of two years names both."""
    found = codes(_with_table("见下表。", [*SUMS, "判决驳回起诉 5 2 7"], "2024年行政应诉案件情况"))
    assert {"TERM041", "DATA537"} <= found
    assert "DATA537" not in codes(_with_table("见下表。", YEARS, "2025年与2024年对照"))


JOINT = "标题|中共甲县委 甲县人民政府关于2025年度法治政府建设情况的报告\n"
PARTS: dict[str, tuple[str, str, bool]] = {
    "one of two signs": ("PART125", JOINT + "推进。\n署名|甲县人民政府", True),
    "both sign": ("PART125", JOINT + "推进。\n署名|中共甲县委\n署名|甲县人民政府", False),
    "zeros in the day": ("PART126", "推进。\n成文日期|2026年02月09日", True),
    "numerals in the day": ("PART126", "推进。\n成文日期|二〇二六年二月九日", True),
    "a day": ("PART126", "推进。\n成文日期|2026年2月9日", False),
    "no colon": ("PART127", "主送|中共乙市委、乙市人民政府。\n推进。", True),
    "a colon": ("PART127", "主送|中共乙市委、乙市人民政府：\n推进。", False),
    "the name differs": ("PART129", "附件说明|附件：统计数据\n附件|主要数据", True),
    "the names agree": ("PART129", "附件说明|附件：主要数据\n附件|主要数据", False),
    "a mark behind a name": ("PART129", "附件说明|附件：主要数据。\n附件|主要数据", True),
}


@pytest.mark.parametrize(("code", "text", "told"), PARTS.values(), ids=PARTS)
def test_parts_round_the_text(code: str, text: str, *, told: bool) -> None:
    assert (code in codes(text, UPWARD)) == told


def _numbered(kind: str, number: str) -> Line:
    return Line(cast("LineKind", kind), number, Place("甲.txt", line=1), number=number if kind == "附件" else "")


@pytest.mark.parametrize(("cited", "told"), [("3", True), ("2", False)])
def test_annexes_that_are_spoken_of_are_there(cited: str, *, told: bool) -> None:
    manuscript = split(f"分项情况见附件{cited}。")
    annexes = (_numbered("附件", "附件1"), _numbered("附件", "附件2"))
    assert ("PART129" in codes(replace(manuscript, lines=(*manuscript.lines, *annexes)))) == told


@pytest.mark.parametrize(
    ("number", "signer", "expected"),
    [
        ("甲委〔2026〕5号", "签发人：某某", set()),
        ("甲委[2026]5号", "签发人：某某", {"PART030"}),
        ("甲委〔2026〕05号", "签发人：某某", {"PART030"}),
        ("甲委〔2026〕5号", "", {"PART127"}),
        ("〔　　〕　号", "签发人：", set()),
    ],
)
def test_the_head_of_a_report_upwards(number: str, signer: str, expected: set[str]) -> None:
    manuscript = split("主送|中共乙市委、乙市人民政府：\n推进。")
    heads = tuple(_numbered("版头", text) for text in (number, signer) if text)
    found = codes(replace(manuscript, lines=(*heads, *manuscript.lines)), UPWARD)
    assert found & {"PART030", "PART127"} == expected


@pytest.mark.parametrize(("text", "told"), [("丙县坚持依法行政。", True), ("甲县坚持依法行政，学习丙县经验。", False)])
def test_the_name_of_the_place(text: str, *, told: bool) -> None:
    """A neighbour may be spoken of; that another is the subject is a slip."""
    text = text.replace("甲县", "青禾县").replace("丙县", "清禾县")
    assert ("PART125" in codes(text, organs=("青禾县人民政府",))) == told


def test_a_wrong_number_is_told_once() -> None:
    """The headings behind it count from what it should have been."""
    text = "一、成效\n推进。\n三、不足\n差距。\n三、安排\n推进。"
    assert [each.message for each in found(text) if each.code == "PART120"] == ["序号“三、”不对，这里应当是“二、”"]


def test_parts_of_a_town_are_no_slips() -> None:
    """新城区 has an old town and a centre too."""
    text = "老城区持续优化执法力量。\n主城区坚持错时执法。\n新坡区坚持依法行政。"
    told = [each for each in found(text, organs=("新城区人民政府",)) if each.code == "PART125"]
    assert [each.place.text for each in told] == ["新坡区"]
