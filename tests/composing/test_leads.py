"""The opening paragraph (导语) that the program makes, for every reader and day."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import COUNTY, Seen, report, see

from generator.diagnostics import Severity

BODY = "正文:\n  - 节: {标题: 工作, 内容: [写了一段。]}\n"
OWN = "{名称: 甲县人民政府, 类别: 政府, 级别: 县级, 简称: 甲县}"
THOUGHT = "甲县坚持以习近平新时代中国特色社会主义思想为指导"
CHAIN_2025 = (
    f"{THOUGHT}，全面贯彻党的二十大和二十届历次全会精神，深入学习贯彻习近平法治思想，"
    "认真贯彻习近平总书记对全面依法治国工作作出的重要指示和中央全面依法治国工作会议精神，"
)
PLAN = "认真落实《法治政府建设实施纲要（2021—2025年）》，"
USUAL_2025 = f"2025年，{CHAIN_2025}{PLAN}持续推进法治政府建设。"
LED_2025 = USUAL_2025.replace("2025年，", "2025年，在县委的坚强领导下，", 1)
SUPERVISED_2025 = LED_2025.replace("领导下，", "领导下，在县人大及其常委会的监督下，", 1)


def _see(
    folder: Path, version: str, lead: str = "惯用", *, year: int = 2025, subject: str = COUNTY, head: str = ""
) -> Seen:
    text = report(f"  - {{名称: 版本, {version}}}", subject=subject, year=year, head=f"{head}导语: {lead}\n", body=BODY)
    return see(folder, text)


FORMS = {
    "送审稿": ("对象: 送审稿, 成文日期: 2026-02-09", USUAL_2025 + "现将有关情况报告如下：\n"),
    "joint": (
        "对象: 上级党委和政府, 主送: [中共乙市委, 乙市人民政府], 成文日期: 2026-02-09",
        USUAL_2025 + "现将有关情况报告如下：\n",
    ),
    "committee": ("对象: 同级党委, 主送: 中共甲县委, 成文日期: 2026-02-09", LED_2025 + "现将有关情况报告如下：\n"),
    "opening asked for": (
        "对象: 同级党委, 主送: 中共甲县委, 成文日期: 2026-02-09, 开头语: 惯用",
        LED_2025 + "现将2025年度法治政府建设情况报告如下。\n",
    ),
    "opening declined": ("对象: 同级党委, 主送: 中共甲县委, 成文日期: 2026-02-09, 开头语: 无", LED_2025 + "\n"),
    "public": ("对象: 社会公开, 成文日期: 2026-02-09", USUAL_2025 + "现将有关情况报告如下：\n"),
    "spoken": (
        "对象: 人大常委会口头, 会议: {名称: 某会议, 日期: 2026-03-30}, 报告人: {职务: 局长, 方式: 受托}",
        f"受县人民政府委托，现就2025年度法治政府建设情况作报告，请予审议。\n　　{SUPERVISED_2025}\n",
    ),
}


@pytest.mark.parametrize(("version", "words"), FORMS.values(), ids=FORMS.keys())
def test_each_form_is_led_over_to_once(version: str, words: str, tmp_path: Path) -> None:
    """One paragraph; what leads over to the text is said by it or by the form, never by both."""
    seen = _see(tmp_path, version)

    assert words in seen.text
    assert seen.text.count("报告如下") + seen.text.count("作报告") == words.count("报告如下") + words.count("作报告")
    assert not {"TERM001", "TERM002", "TERM003", "PART090"} & set(seen.codes)


SLOTS = {
    "leader": ("{领导: 市委、市政府}", "2025年，在市委、市政府的坚强领导下，甲县坚持"),
    "all three": (
        "{领导: 县委, 监督: 县人大及其常委会, 支持: 县政协}",
        "2025年，在县委的坚强领导下，在县人大及其常委会的监督和县政协的支持下，甲县坚持",
    ),
    "support alone": ("{支持: 县政协}", "2025年，在县政协的支持下，甲县坚持"),
    "a meeting of the province": ("{贯彻: 省委全会精神。}", "工作会议精神，深入贯彻省委全会精神，认真落实"),
    "titles and words": (
        "{落实: [《乙市实施方案》, 《甲县工作要点》, 省、市部署要求]}",
        "认真落实《法治政府建设实施纲要（2021—2025年）》《乙市实施方案》《甲县工作要点》和省、市部署要求，",
    ),
    "the plan itself": (
        "{落实: 《法治政府建设实施纲要（2021—2025年）》}",
        "会议精神，认真落实《法治政府建设实施纲要（2021—2025年）》，持续",
    ),
    "two titles": ("{落实: 《乙市实施方案》}", "纲要（2021—2025年）》和《乙市实施方案》，"),
    "doings and result": ("{概况: 办好三件实事，, 成效: 建设取得新进展。}", "》，办好三件实事，建设取得新进展。现将"),
    "a figure": ("{成效: '审结复议案件{{ 行政复议.审结 }}件'}", "》，审结复议案件11件。现将"),
}


@pytest.mark.parametrize(("lead", "words"), SLOTS.values(), ids=SLOTS.keys())
def test_what_staff_add_stands_in_its_place(lead: str, words: str, tmp_path: Path) -> None:
    """Marks at the end of what they typed are the sentence's own business."""
    figures = "指标: {行政复议: {收到: 12, 受理: 11, 审结: 11}}\n"
    seen = _see(tmp_path, "对象: 送审稿, 成文日期: 2026-02-09", lead, head=figures)

    assert words in seen.text
    assert "。。" not in seen.text
    assert "，。" not in seen.text


def test_a_version_may_differ_from_the_report(tmp_path: Path) -> None:
    """It overrides single slots, or declines the whole; the public version of a figure that is internal stays whole."""
    deliveries = (
        "  - {名称: 甲, 成文日期: 2026-02-09, 导语: {领导: 市委、市政府}}\n"
        "  - {名称: 乙, 成文日期: 2026-02-09}\n"
        "  - {名称: 丙, 成文日期: 2026-02-09, 导语: 无}"
    )
    seen = see(tmp_path, report(deliveries, head="导语: {领导: 县委, 成效: 有进展}\n", body=BODY))

    assert "在市委、市政府的坚强领导下，" in seen.texts["甲"]
    assert "在县委的坚强领导下，" in seen.texts["乙"]
    assert all("，有进展。" in seen.texts[name] for name in "甲乙")
    assert "坚持以" not in seen.texts["丙"]


LEADERS = {
    # the report's own 导语, the version, how it begins
    "added to the city's": (
        "{领导: 市委、市政府}",
        "对象: 同级党委, 主送: 中共甲县委",
        "在市委、市政府和县委的坚强领导下，甲",
    ),
    "said already": (
        "{领导: 市委、市政府和县委}",
        "对象: 同级党委, 主送: 中共甲县委",
        "在市委、市政府和县委的坚强领导下，甲",
    ),
    "to the congress": (
        "{支持: 县政协}",
        "对象: 人大常委会书面, 主送: 甲县人民代表大会常务委员会",
        "在县委的坚强领导下，在县人大及其常委会的监督和县政协的支持下，甲",
    ),
    "as the version says": (
        "{领导: 市委}",
        "对象: 人大常委会书面, 主送: 甲县人民代表大会常务委员会, 导语: {领导: 省委, 监督: ''}",
        "2025年，在省委的坚强领导下，甲",
    ),
    "upwards": ("{领导: 市委、市政府}", "对象: 送审稿", "2025年，在市委、市政府的坚强领导下，甲"),
}


@pytest.mark.parametrize(("lead", "version", "words"), LEADERS.values(), ids=LEADERS.keys())
def test_the_reader_is_named_as_leading_or_supervising(lead: str, version: str, words: str, tmp_path: Path) -> None:
    """县委 leads, 县人大 supervises; whoever the report names besides stays, and a version says what it likes."""
    assert words in _see(tmp_path, version, lead).text


def test_a_department_names_no_organs_of_its_own(tmp_path: Path) -> None:
    """It has neither a 县委 nor a 县人大 that it reports to as such."""
    subject = "{名称: 甲县水利局, 类别: 部门, 级别: 县级, 简称: 甲县水利局}"
    assert "领导下" not in _see(tmp_path, "对象: 同级党委, 主送: 中共甲县委", subject=subject).text


@pytest.mark.parametrize(
    ("year", "period", "day", "there", "absent"),
    [
        (2010, "全年", "2011-01-20", "认真落实《全面推进依法行政实施纲要》，持续推进依法行政工作。", "法治政府"),
        (2015, "上半年", "2015-07-20", "2015年上半年，甲县坚持", "认真落实"),
        (2015, "全年", "2016-02-20", "《法治政府建设实施纲要（2015—2020年）》", "2021"),
        (2020, "全年", "2021-02-20", "《法治政府建设实施纲要（2015—2020年）》", "2021—2025"),
        (2021, "上半年", "2021-07-20", "2021年上半年，甲县坚持", "认真落实"),
        (2021, "全年", "2022-02-20", "《法治政府建设实施纲要（2021—2025年）》", "2015—2020"),
        (2026, "全年", "2026-09-20", "中央全面依法治国工作会议精神，持续推进", "认真落实"),
    ],
)
def test_the_plan_follows_the_year_and_was_published(
    year: int, period: str, day: str, there: str, absent: str, tmp_path: Path
) -> None:
    """Between two plans, and before one was published, none is cited; that is told."""
    seen = _see(
        tmp_path,
        f"对象: 上级政府, 主送: 乙市人民政府, 成文日期: {day}",
        year=year,
        subject=OWN,
        head=f"期间: {period}\n",
    )
    lead = next(line for line in seen.text.splitlines() if "坚持以" in line)

    assert there in lead
    assert absent not in lead
    assert ("TERM003" in seen.codes) == ("认真落实" not in lead)


def test_without_a_day_the_end_of_the_period_decides(tmp_path: Path) -> None:
    """Never the clock; it is said which versions that concerns, once for all."""
    deliveries = "  - {名称: 甲}\n  - {名称: 乙, 对象: 社会公开}\n  - {名称: 丙, 成文日期: 2025-03-01}"
    seen = see(tmp_path, report(deliveries, head="导语: 惯用\n", body=BODY, year=2024))

    assert all("二十届二中、三中全会精神" in text for text in seen.texts.values())
    assert seen.of("TERM002") == ["“甲、乙”没有成文日期，导语里的会议和提法按2024年12月31日选用"]
    half = see(tmp_path / "half", report("  - {名称: 甲}", head="导语: 惯用\n期间: 上半年\n", body=BODY, year=2024))
    assert "二十届二中全会精神" in half.text
    assert "2024年6月30日" in half.of("TERM002")[0]


def test_beyond_the_table_it_says_where_the_table_ends(tmp_path: Path) -> None:
    """With or without a 导语; a day within the table is not spoken of."""
    late = see(tmp_path, report("  - {名称: 甲, 成文日期: 2027-02-09}", year=2026))
    inside = see(tmp_path / "in", report("  - {名称: 甲, 成文日期: 2026-10-31}", year=2026))

    assert "2026年10月31日" in late.of("TERM001")[0]
    assert inside.of("TERM001") == []
    undated = _see(tmp_path / "undated", "对象: 送审稿", year=2026)
    assert "2026年12月31日" in undated.of("TERM001")[0]


@pytest.mark.parametrize(("year", "told"), [(2010, 2), (2016, 3), (2018, 0), (2025, 0)])
def test_words_of_long_ago_are_to_be_looked_up(year: int, told: int, tmp_path: Path) -> None:
    """Each clause that was written down from memory is named once, whatever the number of versions."""
    deliveries = f"  - {{名称: 甲, 成文日期: {year + 1}-02-09}}\n  - {{名称: 乙, 成文日期: {year + 1}-02-10}}"
    seen = see(tmp_path, report(deliveries, head="导语: 惯用\n", body=BODY, year=year))

    assert len(seen.of("TERM004")) == told


def test_a_second_one_is_noticed(tmp_path: Path) -> None:
    """Typed at the head of the text, as without 导语 it should be."""
    body = "正文:\n  - 2025年，甲县推进工作。现将有关情况报告如下：\n"
    both = see(tmp_path, report("  - {名称: 甲}", head="导语: 惯用\n", body=body))
    typed = see(tmp_path / "typed", report("  - {名称: 甲}", body=body))

    assert [each.severity for each in both.found if each.code == "PART090"] == [Severity.WARNING]
    assert not {"PART090", "TERM002", "TERM003"} & set(typed.codes)
    assert "坚持以" not in typed.text


@pytest.mark.parametrize(
    ("lead", "words"), [("甲县推进工作。", "正文"), ("{领道: 县委}", "领导"), ("[惯用]", "键: 值")]
)
def test_what_cannot_be_a_lead_is_refused(lead: str, words: str, tmp_path: Path) -> None:
    """With the place and what to do."""
    found = _see(tmp_path, "对象: 送审稿", lead).found

    assert [each for each in found if each.severity is Severity.ERROR and words in each.message + each.remedy]


def test_an_office_rewords_the_chain_and_names_its_plan(tmp_path: Path) -> None:
    """A plenum it knows of, its own sentence, its own plan: all in its folder."""
    schemas = tmp_path / "office" / "schemas"
    (schemas / "outlines").mkdir(parents=True)
    (schemas / "terms.yaml").write_text(
        "截至: 2027-03-01\n链:\n"
        "  某次全会: {位: 会议, 起: 2026-12-01, 文: 全面贯彻某次全会精神, 来源: 党委办公室, 强度: 惯例}\n"
        "  工作会议2025: {文: 贯彻工作会议精神}\n",
        encoding="utf-8",
    )
    (schemas / "outlines" / "2026.yaml").write_text("规划: 《某省规划》\n", encoding="utf-8")
    (schemas / "deliveries.yaml").write_text("送审稿: {导语结尾: {文: '现将{时段}情况汇报如下：'}}\n", encoding="utf-8")
    text = report("  - {名称: 甲, 成文日期: 2027-02-09}", head="导语: 惯用\n", body=BODY, year=2026)
    seen = see(tmp_path, text, (schemas.parent,))

    assert "全面贯彻某次全会精神，深入学习贯彻习近平法治思想，贯彻工作会议精神，认真落实《某省规划》，" in seen.text
    assert "现将2026年度情况汇报如下：" in seen.text
    assert not {"TERM001", "TERM003"} & set(seen.codes)
