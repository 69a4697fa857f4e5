"""第一责任人 as offices supply it: what a version gets of it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import COUNTY, Seen, report, see
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge

DELIVERIES = (
    "  - {名称: 稿}\n"
    "  - {名称: 报市, 对象: 上级党委和政府, 主送: [中共乙市委, 乙市人民政府]}\n"
    "  - {名称: 报县委, 对象: 同级党委, 主送: 中共甲县委}\n"
    "  - {名称: 公开版, 对象: 社会公开}"
)
REST = "举措: [文]\n不足: [{标题: 甲, 表现: 乙}]\n安排: [{标题: 甲, 措施: 2026年乙}]\n"
FIGURES = (
    "指标:\n  第一责任人_党委: {委员会会议: 2, 批示: 12}\n  第一责任人_政府: {议题: 18}\n  第一责任人_部门: {出庭: 1}\n"
)
BOTH = (
    "第一责任人:\n"
    "  - {谁: 党委主要负责人, 提供单位: 县委办公室, 不公开: 否, 内容: [支持法院依法审理]}\n"
    "  - {谁: 政府主要负责人, 提供单位: 县政府办公室, 内容: 推进政务公开}\n"
)
PARTY_SENTENCE = "县委主要负责人认真履行推进法治建设第一责任人职责，主持召开县委全面依法治县委员会会议2次。"
OFFICE_SENTENCE = "县政府主要负责人主持县政府常务会议研究法治政府建设议题18个。"


def seen(folder: Path, heads: str, **given: str) -> Seen:
    return see(folder, report(given.pop("deliveries", DELIVERIES), body=FIGURES + REST + heads, **given))  # type: ignore[arg-type]  # the year is left as it is


def part(text: str) -> list[str]:
    """The lines of the part on the heads, without its heading."""
    lines = [line.strip("　") for line in text.splitlines()]
    start = next(number for number, line in enumerate(lines) if line.endswith("第一责任人职责情况"))
    return lines[start + 1 : next(n for n, line in enumerate(lines) if n > start and line.startswith(("四", "2026")))]


def test_each_version_gets_the_heads_of_its_organs(tmp_path: Path) -> None:
    """The sentence made of the figures first, then what the office supplied, closed with 。"""
    texts = seen(tmp_path, BOTH).texts
    office = [OFFICE_SENTENCE, "推进政务公开。"]
    both = [PARTY_SENTENCE, "支持法院依法审理。", *office]

    assert {name: part(text) for name, text in texts.items()} == {
        "稿": both,
        "报市": both,
        "报县委": office,
        "公开版": both,
    }


def test_a_version_on_one_head_has_a_heading_of_its_own(tmp_path: Path) -> None:
    """党政主要负责人 would promise somebody who isn't spoken of."""
    texts = seen(tmp_path, BOTH).texts
    assert "三、政府主要负责人履行推进法治建设第一责任人职责情况" in texts["报县委"]
    assert "三、党政主要负责人履行推进法治建设第一责任人职责情况" in texts["报市"]
    assert all(text.count("第一责任人职责情况") == 1 for text in texts.values())


def test_a_head_withheld_from_the_public_is_not_in_the_heading_there(tmp_path: Path) -> None:
    """The other versions keep theirs; so does one that lacks a head by mistake."""
    texts = seen(tmp_path, BOTH.replace("不公开: 否", "不公开: 是")).texts
    one = seen(tmp_path, "第一责任人: [{谁: 政府主要负责人, 内容: 甲}]\n").texts
    assert "三、政府主要负责人履行推进法治建设第一责任人职责情况" in texts["公开版"]
    assert "三、党政主要负责人履行推进法治建设第一责任人职责情况" in texts["报市"]
    assert "三、党政主要负责人履行推进法治建设第一责任人职责情况" in one["公开版"]


def test_what_stands_under_the_old_key_follows(tmp_path: Path) -> None:
    """履职 keeps working, alone and beside the new key."""
    beside = seen(tmp_path, BOTH + "履职:\n  - 另有一段。\n").texts["报市"]
    alone = seen(tmp_path, "履职:\n  - 县委书记、县长各有一段。\n").texts["报市"]
    assert part(beside)[-1] == "另有一段。"
    assert part(alone) == ["县委书记、县长各有一段。"]


VARIANTS = {
    # case: the entries, then what the versions 报市 and 公开版 say of the heads
    "withheld from the public": (
        "  - {谁: 党委主要负责人, 不公开: 是, 内容: [甲。]}\n  - {谁: 政府主要负责人, 内容: [乙。]}\n",
        [PARTY_SENTENCE, "甲。", OFFICE_SENTENCE, "乙。"],
        [OFFICE_SENTENCE, "乙。"],
    ),
    "figures alone": ("  - {谁: 政府主要负责人}\n", [OFFICE_SENTENCE], [OFFICE_SENTENCE]),
    "the sentence used by the office itself": (
        "  - {谁: 政府主要负责人, 内容: ['{{ 第一责任人_政府 }}此外，约谈一次。']}\n",
        [OFFICE_SENTENCE + "此外，约谈一次。"],
        [OFFICE_SENTENCE + "此外，约谈一次。"],
    ),
    "two persons in one year": (
        (
            "  - {谁: 政府主要负责人, 期间: 1月至6月, 内容: [甲, 乙]}\n"
            "  - {谁: 政府主要负责人, 期间: 7月至12月, 内容: 丙}\n"
        ),
        [OFFICE_SENTENCE, "1月至6月，甲。", "乙。", "7月至12月，丙。"],
        [OFFICE_SENTENCE, "1月至6月，甲。", "乙。", "7月至12月，丙。"],
    ),
}


@pytest.mark.parametrize(("entries", "joint", "public"), VARIANTS.values(), ids=VARIANTS.keys())
def test_what_staff_may_say_of_an_entry(entries: str, joint: list[str], public: list[str], tmp_path: Path) -> None:
    """Who may read it, for which months, with figures or without."""
    texts = seen(tmp_path, "第一责任人:\n" + entries).texts
    assert part(texts["报市"]) == joint
    assert part(texts["公开版"]) == public


WITHOUT_FIGURES = {
    # case: (subject or "", entries, what the draft says)
    "what somebody did": ("", "  - {谁: 党委主要负责人, 内容: [主持召开县委全面依法治县委员会会议。, 再部署。]}\n",
     ["县委主要负责人主持召开县委全面依法治县委员会会议。", "再部署。"]),
    "what was done": ("", "  - {谁: 政府主要负责人, 内容: [重大行政决策事项经合法性审查后提交集体讨论。]}\n",
     ["在县政府主要负责人履职方面，重大行政决策事项经合法性审查后提交集体讨论。"]),
    "named already": ("", "  - {谁: 政府主要负责人, 内容: [县长主持会议。]}\n", ["县长主持会议。"]),
    "others named": ("", "  - {谁: 政府主要负责人, 内容: [督促各镇镇长。]}\n", ["县政府主要负责人督促各镇镇长。"]),
    "two persons": ("", (
        "  - {谁: 政府主要负责人, 期间: 1月至6月, 内容: 主持甲}\n"
        "  - {谁: 政府主要负责人, 期间: 7月至12月, 内容: 主持乙}\n"
     ), ["1月至6月，县政府主要负责人主持甲。", "7月至12月，县政府主要负责人主持乙。"]),
    "a town": ("{名称: [中共甲镇委员会, 甲镇人民政府], 类别: 乡镇, 简称: 甲镇}", (
        "  - {谁: 党委主要负责人, 内容: 主持甲}\n  - {谁: 政府主要负责人, 内容: 主持乙}\n"
     ), ["镇党委主要负责人主持甲。", "镇政府主要负责人主持乙。"]),
    "a bureau": ("{名称: 甲县水利局, 类别: 部门, 简称: 甲县水利局}", "  - {谁: 部门主要负责人, 内容: 主持甲}\n",
     ["局主要负责人主持甲。"]),
}  # fmt: skip


@pytest.mark.parametrize(("subject", "entries", "expected"), WITHOUT_FIGURES.values(), ids=WITHOUT_FIGURES.keys())
def test_readers_see_of_whom_an_entry_speaks(subject: str, entries: str, expected: list[str], tmp_path: Path) -> None:
    """No figures, no conventional sentence: the first paragraph is given its subject."""
    body = REST + "第一责任人:\n" + entries
    given = {"subject": subject} if subject else {}
    found = see(tmp_path, report("  - {名称: 稿}", body=body, **given))  # type: ignore[arg-type]  # the year is left as it is
    lines = [line.strip("　") for line in found.text.splitlines()]
    assert [line for line in lines if line in expected] == expected


def test_both_heads_are_seen_where_both_have_an_entry(tmp_path: Path) -> None:
    """Whoever reads 谁 in the input finds it in the report."""
    entries = (
        "第一责任人:\n  - {谁: 党委主要负责人, 内容: 主持召开会议}\n  - {谁: 政府主要负责人, 内容: 重大事项经过审查}\n"
    )
    assert "PART014" not in see(tmp_path, report("  - {名称: 稿}", body=REST + entries)).codes


def test_staff_may_name_the_versions_themselves(tmp_path: Path) -> None:
    """只给 holds against the organs; the checks have their say."""
    entries = "第一责任人:\n  - {谁: 党委主要负责人, 只给: [报县委], 内容: [甲]}\n"
    texts = seen(tmp_path, entries).texts
    assert part(texts["报县委"]) == [PARTY_SENTENCE, "甲。"]
    assert "第一责任人职责情况" not in texts["报市"]


SUBJECTS = {
    "a town": (
        "{名称: [中共甲镇委员会, 甲镇人民政府], 类别: 乡镇, 简称: 甲镇}",
        ["镇党委主要负责人认真履行推进法治建设第一责任人职责，主持召开法治建设领导小组会议2次。", "支持法院依法审理。",
         "镇政府主要负责人主持镇政府办公会议研究法治政府建设议题18个。", "推进政务公开。"],
    ),
    "a street": (
        "{名称: [中共甲街道工作委员会, 甲街道办事处], 类别: 街道, 简称: 甲街道}",
        ["街道党工委主要负责人认真履行推进法治建设第一责任人职责，主持召开法治建设领导小组会议2次。",
         "支持法院依法审理。",
         "街道办事处主要负责人主持街道办事处办公会议研究法治政府建设议题18个。", "推进政务公开。"],
    ),
    "a bureau": (
        "{名称: 甲县水利局, 类别: 部门, 简称: 甲县水利局}",
        ["局主要负责人出庭应诉1次。", "依法行政。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("subject", "said"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_other_reporters_speak_of_their_own_heads(subject: str, said: list[str], tmp_path: Path) -> None:
    """Town and street of both, a bureau of its one; the same entries."""
    heads = BOTH + "  - {谁: 部门主要负责人, 提供单位: 办公室, 内容: [依法行政]}\n"
    text = seen(tmp_path, heads, subject=subject, deliveries="  - {名称: 稿}").text
    assert part(text) == said


REFUSED = {
    # case: the entry with ▲ at each place, the codes, words of message or remedy
    "nobody of that name": ("{谁: ▲县委主要负责人, 内容: [甲]}", "LOAD037", "党委主要负责人"),
    "somebody forgotten": ("▲{内容: [甲]}", "LOAD050", "“谁”"),
    "a duty of somebody else": (
        "{谁: 党委主要负责人, 内容: [{职责: [依法决策, ▲尊重司法], 文: 甲}]}",
        "LOAD038",
        "支持依法履职",
    ),
    "a duty misspelt": ("{谁: 政府主要负责人, 内容: [{职责: ▲学法普法, 文: 甲}]}", "LOAD038", "学法用法和普法"),
    "a name for the months": ("{谁: 政府主要负责人, 期间: ▲张某某任职期间, 内容: [甲]}", "LOAD056", "不写姓名"),
    "a month that isn't one": ("{谁: 政府主要负责人, 期间: ▲13月至14月, 内容: [甲]}", "LOAD056", "1月至6月"),
    "two paragraphs in one": ('{谁: 政府主要负责人, 内容: [{文: "▲甲\\n乙"}]}', "LOAD056", "分成几条"),
    "nothing but blanks": ("{谁: 政府主要负责人, 内容: [{文: '▲  '}]}", "LOAD056", "空的"),
    "a key that isn't there": ("{谁: 政府主要负责人, ▲姓名: 某}", "LOAD051", "提供单位"),
}


@pytest.mark.parametrize(("entry", "codes", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_used_is_told_at_its_place(entry: str, codes: str, words: str, tmp_path: Path) -> None:
    """One finding, in Chinese, and nothing that only follows from it."""
    text, places = unmarked(report("  - {名称: 稿}", subject=COUNTY, body=REST + f"第一责任人:\n  - {entry}\n"))
    errors = [each for each in see(tmp_path, text).found if each.severity is Severity.ERROR and each.code != "PART001"]

    assert [each.code for each in errors] == codes.split()
    assert [(each.place.line, each.place.column) for each in errors] == places
    assert all(is_for_clerks(each) and words in each.message + each.remedy for each in errors)


@pytest.mark.parametrize("entry", ["{谁: 县委主要负责人, 内容: [甲]}", "{谁: 党委主要负责人, 内容: [~]}"])
def test_nothing_is_said_of_what_only_follows(entry: str, tmp_path: Path) -> None:
    """Who is meant, or what was written, may be all that is missing."""
    text = report(DELIVERIES, body=REST + f"第一责任人:\n  - {entry}\n")
    codes = {"PART001", "PART014", "PART040", "PART071", "PART077"}
    assert codes.isdisjoint(see(tmp_path, text).codes)


def test_the_item_is_written_in_one_place(tmp_path: Path) -> None:
    """In the body or under the key, as with every part of the shorthand."""
    body = "正文: [{节: {标题: 甲, 事项: 第一责任人, 内容: [乙]}}]\n第一责任人: [{谁: 政府主要负责人, 内容: [甲]}]\n"
    found = [each for each in see(tmp_path, report("  - {名称: 稿}", body=REST + body)).found if each.code == "LOAD059"]
    assert [each.message for each in found] == ["“第一责任人”和正文里的节（第9行，“事项: 第一责任人”）写的是同一个事项"]


FAULTS = {
    "figure that the topic lacks": ("政府主要负责人:\n  职责:\n    尊重司法: {指标: [▲出厅]}\n", "LOAD088", "“出庭”"),
    "topic that isn't there": ("政府主要负责人:\n  主题: ▲第一责任人_市长\n", "LOAD088", "没有主题"),
    "kind of reporter that isn't there": ("政府主要负责人:\n  类别: [政府, ▲乡]\n", "LOAD088", "“乡”"),
    "nothing to be called by": ("政府主要负责人:\n  ▲称呼: []\n", "LOAD088", "“称呼”"),
    "one character to know it by": ("政府主要负责人:\n  称呼: [▲长]\n", "LOAD082", "2"),
    "slot in the heading": ("政府主要负责人:\n  标题: '▲{年}年情况'\n", "LOAD088", "花括号"),
    "strength of no kind": ("政府主要负责人:\n  强度: ▲必须\n", "LOAD082", "规定"),
    "organ of no kind": ("政府主要负责人:\n  机关: ▲人大\n", "LOAD082", "不限"),
}


def _office(folder: Path, text: str) -> tuple[Diagnostics, object]:
    (folder / "schemas").mkdir()
    (folder / "schemas" / "duties.yaml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return diagnostics, load_knowledge([folder], diagnostics)


@pytest.mark.parametrize(("marked", "code", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_an_offices_own_duties_that_cannot_work_are_told_at_its_line(
    marked: str, code: str, words: str, tmp_path: Path
) -> None:
    """As with all other knowledge."""
    text, places = unmarked(marked)
    diagnostics, made = _office(tmp_path, text)
    found = list(diagnostics)
    assert made is None
    assert [(each.code, each.place.line, each.place.column) for each in found] == [(code, *places[0])]
    assert words in found[0].message + found[0].remedy


def test_an_office_changes_duties_and_adds_a_head(tmp_path: Path) -> None:
    """Its own words, a duty less, a head that only it has."""
    head = (
        "  说明: 甲\n  类别: [开发区]\n  机关: 不限\n  主题: 第一责任人_部门\n  称呼: [管委会主任]\n"
        "  职责: {}\n  来源: 甲\n  强度: 惯例\n"
    )
    changed = "政府主要负责人:\n  提供: [秘书处]\n  职责:\n    尊重司法: {删除: 是}\n开发区主要负责人:\n" + head
    diagnostics, _ = _office(tmp_path, changed)
    knowledge = load_knowledge([tmp_path], Diagnostics())

    assert list(diagnostics) == []
    assert knowledge is not None
    assert (len(knowledge.heads), len(knowledge.heads["政府主要负责人"].职责)) == (4, 5)
    assert knowledge.heads["政府主要负责人"].提供 == ["秘书处"]
