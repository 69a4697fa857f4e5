"""Rules on a whole finished report: its items, its headings, what stands around the text, and its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from support.manuscripts import COUNTY, codes, found, split

from generator.checking.manuscript import ReportSubject

TITLE = "标题|甲县人民政府关于2025年度法治政府建设情况的报告\n"
BODY = (
    "一、2025年主要举措和成效\n推进执法监督。\n二、存在的不足和原因\n培训不够，主要原因是人员少。\n"
    "三、党政主要负责人履行推进法治建设第一责任人职责情况\n主要负责人研究法治工作。\n"
    "四、2026年主要安排\n开展培训。\n"
)
END = "署名|甲县人民政府\n成文日期|2026年1月20日"
WHOLE = TITLE + BODY + END
PLANS = "（一）开展培训。全年6期。\n（二）由县司法局牵头，9月底前评查案卷100卷。"
UPWARD = replace(COUNTY, delivery="上级党委和政府")
TO_PARTY = replace(COUNTY, delivery="同级党委")
TASKS = "".join(
    f"{number}、{heading}\n推进。\n"
    for number, heading in zip(
        "一二三四五六七",
        ("学习贯彻习近平法治思想", "营商环境", "规范性文件", "重大行政决策", "行政执法", "矛盾纠纷", "公共法律服务"),
        strict=True,
    )
)
_A_WHILE = 8
SIGNED = date(2026, 1, 20)


def test_a_whole_report_has_nothing_that_weighs() -> None:
    """Infos aside."""
    assert [each.code for each in found(WHOLE, dated=SIGNED) if each.severity.value != "info"] == []


CASES: dict[str, tuple[str, ReportSubject, bool]] = {
    "PART101 bad": (BODY + END, COUNTY, True),
    "PART101 good": (WHOLE, COUNTY, False),
    "PART102 bad, no genre": ("标题|甲县2025年法治政府建设工作开展情况\n" + BODY + END, COUNTY, True),
    "PART102 bad, no year": ("标题|甲县人民政府法治政府建设情况报告\n" + BODY + END, COUNTY, True),
    "PART102 good, a draft's remark": ("标题|甲县2025年法治政府建设情况报告（送审稿）\n" + BODY + END, COUNTY, False),
    "PART103 bad": ("标题|甲局2025年度法治政府建设年度报告\n" + BODY + END, COUNTY, True),
    "PART103 good": ("标题|甲局2025年法治政府建设年度报告\n" + BODY + END, COUNTY, False),
    "PART100 bad": (WHOLE.replace("培训不够，主要原因是人员少", "培训还不够，" * 24), COUNTY, True),
    "PART100 good": (WHOLE.replace("培训不够，", "培训还不够，" * 24), COUNTY, False),
    "PART104 bad": (
        TITLE + "一、成效\n推进。\n工作中还存在一些不足，主要表现在：\n一是学习少。\n二是人手少。\n" + END,
        COUNTY,
        True,
    ),
    "PART104 good": (WHOLE, COUNTY, False),
    "PART105 bad": (WHOLE, TO_PARTY, True),
    "PART105 good": (TITLE + "主送|中共甲县委：\n" + BODY + END, TO_PARTY, False),
    "PART106 bad": (TITLE + BODY + "成文日期|2026年1月20日", COUNTY, True),
    "PART106 good": (WHOLE, COUNTY, False),
    "PART107 bad": (TITLE + BODY + "署名|甲县人民政府", COUNTY, True),
    "PART107 good": (WHOLE, COUNTY, False),
    "PART109 bad": (TITLE + "主送|王书记：\n" + BODY + END, TO_PARTY, True),
    "PART109 good": (TITLE + "主送|中共甲县委：\n" + BODY + END, TO_PARTY, False),
    "PART110 bad, note alone": (TITLE + BODY + "附件说明|附件：统计表\n" + END, COUNTY, True),
    "PART110 bad, annex alone": (WHOLE + "\n附件|统计表", COUNTY, True),
    "PART110 good": (TITLE + BODY + "附件说明|附件：统计表\n" + END + "\n附件|统计表", COUNTY, False),
    "PART114 bad": (TITLE + "一、成效\n" + "推进法治政府建设各项工作。" * 500, COUNTY, True),
    "PART114 good": (WHOLE, COUNTY, False),
    "PART117 bad": (TITLE + "一、成效\n县长履行第一责任人职责。\n二、存在的不足和原因\n原因是人员少。\n", COUNTY, True),
    "PART117 good": (WHOLE, COUNTY, False),
    "PART001 bad": (WHOLE.replace("第一责任人", "领导"), COUNTY, True),
    "PART001 good": (WHOLE, COUNTY, False),
    "PART002 bad": (TITLE + "一、成效\n推进。\n", replace(COUNTY, period="上半年"), True),
    "PART002 good": (WHOLE, COUNTY, False),
    "PART013 bad": (WHOLE.replace("第一责任人", "领导"), replace(COUNTY, reporter="部门"), True),
    "PART013 good": (WHOLE, replace(COUNTY, reporter="部门"), False),
    "PART014 bad": (WHOLE.replace("主要负责人研究", "县长研究"), UPWARD, True),
    "PART014 both in a breath": (WHOLE.replace("主要负责人研究", "县委、县政府主要负责人研究"), UPWARD, False),
    "PART014 good": (WHOLE.replace("主要负责人研究", "党政主要负责人研究"), UPWARD, False),
    "PART015 bad": (WHOLE.replace("四、2026年主要安排", "四、下一步工作安排"), COUNTY, True),
    "PART015 good": (WHOLE, COUNTY, False),
    "PART016 bad": (WHOLE.replace("四、2026年主要安排", "四、2025年工作安排"), COUNTY, True),
    "PART016 good": (WHOLE, COUNTY, False),
    "PART020 bad": (WHOLE, ReportSubject(2025, "乡镇", "乡级", "人大常委会书面"), True),
    "PART020 good": (WHOLE, UPWARD, False),
    "PART021 bad": (WHOLE, replace(COUNTY, delivery="上级政府"), True),
    "PART021 good": (WHOLE, ReportSubject(2017, "政府", "县级", "上级政府"), False),
    "PART039 bad": (TITLE + "主送|各乡镇人民政府：\n" + BODY + END, TO_PARTY, True),
    "PART039 good": (TITLE + "主送|中共甲县委：\n" + BODY + END, TO_PARTY, False),
    "PART039 good, a city within a region": (
        TITLE + "主送|中共甲壮族自治区委员会、甲壮族自治区人民政府：\n" + BODY + END,
        replace(UPWARD, level="市级"),
        False,
    ),
    "PART039 good, a district of a city": (
        TITLE + "主送|中共甲市乙区委：\n" + BODY + END,
        replace(TO_PARTY, level="市级"),
        False,
    ),
    "PART043 bad": (WHOLE + "\n县政府秘书长协调推进。", UPWARD, True),
    "PART043 good": (WHOLE + "\n县政府办公室主任和县政协秘书长参加，自治区政府秘书长到会。", UPWARD, False),
    "PART043 good, a city": (WHOLE + "\n市政府秘书长协调推进。", replace(UPWARD, level="市级"), False),
    "PART025 bad": (TITLE + "主送|中共甲县委、乙县人大：\n" + BODY, TO_PARTY, True),
    "PART025 good": (TITLE + "主送|中共甲县委：\n" + BODY, TO_PARTY, False),
    "PART033 bad": (TITLE + "称谓|主任、各位副主任、秘书长、各位委员：\n" + BODY, COUNTY, True),
    "PART033 good": (TITLE + "称谓|主任、各位副主任、各位委员：\n" + BODY, COUNTY, False),
    "PART003 bad": (TITLE + BODY.replace("2025年主要举措和成效", ""), COUNTY, True),
    "PART003 good": (WHOLE, COUNTY, False),
    "PART006 bad": (TITLE + "一、成效\n（一）加强领导\n加强。\n二、领导\n加强。", COUNTY, True),
    "PART006 good": (TITLE + "一、成效\n（一）加强领导\n加强。\n（二）监督\n加强。\n二、领导\n加强。", COUNTY, False),
    "PART007 bad": (WHOLE.replace("推进执法监督。\n", ""), COUNTY, True),
    "PART007 good": (WHOLE, COUNTY, False),
    "PART008 bad": (WHOLE.replace("主要举措和成效", "主要举措和成效。"), COUNTY, True),
    "PART008 good": (TITLE + "一、成效\n（一）加强领导。加强。\n（二）监督。加强。", COUNTY, False),
    "PART007 good, an item of one sentence": (WHOLE.replace("开展培训。", PLANS), COUNTY, False),
    "PART008 good, an item of one sentence": (WHOLE.replace("开展培训。", PLANS), COUNTY, False),
    "PART007 bad, no more than a name": (WHOLE.replace("开展培训。", PLANS + "\n（三）加强培训。"), COUNTY, True),
    "PART008 bad, with text below": (WHOLE.replace("开展培训。", PLANS + "\n另行培训。"), COUNTY, True),
    "TEXT061 bad, the day signed": (WHOLE.replace("2026年1月20日", "2026年2月30日"), COUNTY, True),
    "TEXT061 good, the day signed": (WHOLE.replace("2026年1月20日", "2028年2月29日"), COUNTY, False),
    "PART011 bad": (TITLE + "一、领导\n加强。\n二、领导\n加强。", COUNTY, True),
    "PART011 good": (WHOLE, COUNTY, False),
    "PART026 bad": (WHOLE + "\n版记|抄送：各乡镇人民政府，县委依法治县办。", UPWARD, True),
    "PART026 good": (WHOLE + "\n版记|抄送：市委全面依法治市委员会办公室。", UPWARD, False),
    "PART032 bad": (WHOLE + "\n版记|抄送：市司法局。", UPWARD, True),
    "PART032 good": (WHOLE + "\n版记|抄送：市委全面依法治市委员会办公室。", UPWARD, False),
    "PART070 bad": (WHOLE.replace("主要负责人研究", "县委主要负责人、县委书记研究"), TO_PARTY, True),
    "PART070 good": (WHOLE.replace("主要负责人研究", "县政府主要负责人研究"), TO_PARTY, False),
    "PART091 bad": (TITLE + TASKS, COUNTY, True),
    "PART091 good": (
        TITLE + TASKS + "八、突发事件应对\n推进。\n九、监督制约\n推进。\n十、党的领导\n推进。",
        COUNTY,
        False,
    ),
    "TEXT050 bad": (WHOLE.replace("开展培训", "开展培训XX期"), COUNTY, True),
    "TEXT050 good": (WHOLE, COUNTY, False),
    "DATA006 bad": ("一、成效\n办结率达120%。", COUNTY, True),
    "DATA006 good": ("一、成效\n办结率达98%，同比增长120%。", COUNTY, False),
    "DATA008 bad": ("一、成效\n接待群众近万余人次，培训约30人左右。", COUNTY, True),
    "DATA008 good": ("一、成效\n接待群众近1万人次，培训30余人，持续三年多。", COUNTY, False),
    "DATA009 bad": ("一、成效\n制作展板128余块。", COUNTY, True),
    "DATA009 good": ("一、成效\n制作展板120余块、标语128条。", COUNTY, False),
    "DATA531 good, two series": (
        "一、成效\n健全两项制度。一是公示。二是记录。同时抓培训。一是授课。二是考试。",
        COUNTY,
        False,
    ),
    "TERM024 bad": (TITLE + "一、成效\n" + "推进法治政府建设各项工作。" * 100, COUNTY, True),
    "TERM024 good": (TITLE + "一、成效\n学习习近平法治思想。" + "推进法治政府建设各项工作。" * 100, COUNTY, False),
}


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES.keys())
def test_the_shape_of_a_report(name: str, case: tuple[str, ReportSubject, bool]) -> None:
    """Told or not, by the first word of the case."""
    text, subject, told = case
    assert (name[:7] in codes(text, subject)) == told


def test_headings_of_one_level_have_one_kind_of_number() -> None:
    """A reader may have taken 2. for the first level, as its file lays it out."""
    manuscript = split("一、组织领导\n加强。\n二、执法监督\n加强。")
    lines = list(manuscript.lines)
    lines[2] = replace(lines[2], number="2.")
    assert "PART124" in codes(replace(manuscript, lines=tuple(lines)))
    assert "PART124" not in codes(manuscript)


LATE = {
    "late": (date(2026, 3, 10), {"PART028"}),
    "on the day": (date(2026, 3, 1), {"PART029"}),
    "in time": (date(2026, 2, 28), set()),
}


@pytest.mark.parametrize(("day", "expected"), LATE.values(), ids=LATE.keys())
def test_a_report_is_in_time_or_late(day: date, expected: set[str]) -> None:
    """Before 1 March, which isn't included."""
    assert codes(WHOLE, UPWARD, day) & {"PART028", "PART029"} == expected


def test_publication_is_read_from_the_page() -> None:
    """Before 1 April; the furniture of a web page says when."""
    late = TITLE + "杂项|发布时间：2026-04-07 来源：甲县司法局\n" + BODY
    assert "PART028" in codes(late)
    assert "PART028" not in codes(late.replace("04-07", "03-07"))


def test_a_day_beyond_the_table_of_phrases_is_told() -> None:
    """What was held or published since isn't known."""
    assert "TERM001" in codes(WHOLE, dated=date(2099, 1, 1))
    assert "TERM001" not in codes(WHOLE, dated=SIGNED)


@pytest.mark.parametrize(
    "piece", ["0", "20", "三个方面：", "三个方面：一是", "（一", "习近平", "《", "由1件增至", "，其中1件、"]
)
def test_hostile_text_costs_no_more_than_it_is_long(piece: str) -> None:
    """Nothing is tried again and again from every place."""
    begin = process_time()
    found("一、成效\n" + piece * (24_000 // len(piece)))
    assert process_time() - begin < _A_WHILE


def test_nothing_is_owed_by_nobody() -> None:
    """Without year and reporter rules that need them are silent."""
    quiet = codes("一、成效\n推进。\n", ReportSubject())
    assert not quiet & {"PART001", "PART002", "PART013", "PART028", "TERM015", "TERM024", "DATA537"}


def test_places_are_exact_to_the_character() -> None:
    """Line and column of the file, with the words that stand there."""
    (each,) = [each for each in found("一、成效\n推进监督，由120件增至96件。") if each.code == "DATA530"]
    assert (each.place.line, each.place.column) == (2, 6)
    assert each.place.text == "由120件增至96件"


def test_half_width_marks_are_told_a_few_times_and_counted() -> None:
    """Copies from the web have them throughout."""
    told = [each for each in found("一、成效\n" + "推进,落实。\n" * 50) if each.code == "TEXT011"]
    assert len(told) == 3
    assert "全文还有47处" in told[-1].message
