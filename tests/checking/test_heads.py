"""What is said of 第一责任人 by itself: supplier, duties, months, the public, and who stands in whose version."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

REST = "举措: [文]\n不足: [{标题: 甲, 表现: 乙}]\n安排: [{标题: 甲, 措施: 2026年乙}]\n"
DRAFT, PUBLIC = "  - {名称: 稿}", "  - {名称: 公开版, 对象: 社会公开}"
COMMITTEE = "  - {名称: 报县委, 对象: 同级党委, 主送: 中共甲县委}"
TOWN = "{名称: [中共甲镇委员会, 甲镇人民政府], 类别: 乡镇, 简称: 甲镇}"
BUREAU = "{名称: 甲县水利局, 类别: 部门, 简称: 甲县水利局}"
CODES = [f"PART07{number}" for number in range(8)]
SIX = "研究解决重大问题，依法决策，规范执法，督促整改，出庭应诉，带头学法"
PARTY_SIX = "听取汇报，执行党内法规，依法决策，支持法院依法独立审判，重视法治素养，推动普法"
OFFICE = f"  - {{谁: 政府主要负责人, 提供单位: 县政府办公室, 内容: [{SIX}]}}\n"
PARTY = f"  - {{谁: 党委主要负责人, 提供单位: 县委办公室, 内容: [{PARTY_SIX}]}}\n"


def _codes(folder: Path, body: str, deliveries: str = DRAFT, **given: str) -> list[str]:
    seen = see(folder, report(deliveries, body=REST + body, **given))  # type: ignore[arg-type]  # the year is left as it is
    return [code for code in seen.codes if code in CODES]


CASES = {
    # case: (entries, versions, codes)
    "both in full": (PARTY + OFFICE, DRAFT, []),
    "nobody named as supplier": (OFFICE.replace("提供单位: 县政府办公室, ", ""), DRAFT, ["PART072"]),
    "supplied by the bureau": (OFFICE.replace("县政府办公室", "县司法局"), DRAFT, ["PART073"]),
    "public, undecided": (PARTY + OFFICE, PUBLIC, ["PART074"]),
    "public, agreed to": (PARTY.replace("内容", "不公开: 否, 内容") + OFFICE, PUBLIC, []),
    "public, declined": (PARTY.replace("内容", "不公开: 是, 内容") + OFFICE, PUBLIC, []),
    "not meant for the public version": (PARTY.replace("内容", "不给: 公开版, 内容") + OFFICE, PUBLIC, []),
    "in no version": (PARTY + OFFICE, COMMITTEE, ["PART077"]),
    "of another kind of reporter": (OFFICE.replace("政府主要负责人", "部门主要负责人"), DRAFT, ["PART077"]),
    "the Party head in the government's own": (
        PARTY.replace("内容", "只给: 报县委, 内容").replace("听取", "县委书记听取"),
        COMMITTEE,
        ["PART070"],
    ),
}


@pytest.mark.parametrize(("entries", "deliveries", "expected"), CASES.values(), ids=CASES.keys())
def test_the_entries_of_first_responsible_persons(
    entries: str, deliveries: str, expected: list[str], tmp_path: Path
) -> None:
    """One finding for one thing."""
    assert _codes(tmp_path, "第一责任人:\n" + entries, deliveries) == expected


OLD = {
    # text of 履职, versions, codes: the old shorthand is held to who stands where
    "the Party head in a report of the government": ("县委书记部署，县长落实。", COMMITTEE, ["PART070"]),
    "its own head": ("县长落实。", COMMITTEE, []),
    "deputies and other secretaries": ("县纪委书记、县委政法委书记参加，县长落实。", COMMITTEE, []),
    "both in a draft": ("县委书记部署，县长落实。", DRAFT, []),
}


@pytest.mark.parametrize(("text", "deliveries", "expected"), OLD.values(), ids=OLD.keys())
def test_the_old_shorthand_is_held_to_who_stands_where(
    text: str, deliveries: str, expected: list[str], tmp_path: Path
) -> None:
    """Nothing else is asked of plain paragraphs."""
    assert _codes(tmp_path, f"履职: [{text}]\n", deliveries) == expected


SPANS = {
    "whole": ("1月至6月", "7月至12月", []),
    "the month of change in both": ("1月至6月", "6月至12月", []),
    "with the year": ("2025年1月至6月", "7月至12月", []),
    "a month missing": ("1月至5月", "7月至12月", ["PART076"]),
    "two months in common": ("1月至8月", "7月至12月", ["PART076"]),
    "not from the beginning": ("3月至6月", "7月至12月", ["PART076"]),
    "open": ("1月至6月", "7月以来", []),
    "one without": ("1月至12月", "", ["PART075"]),
}


@pytest.mark.parametrize(("first", "second", "expected"), SPANS.values(), ids=SPANS.keys())
def test_the_months_of_two_persons_make_the_year(first: str, second: str, expected: list[str], tmp_path: Path) -> None:
    """What can't be counted is left alone."""
    spans = [f"期间: {span}, " if span else "" for span in (first, second)]
    entries = "".join(OFFICE.replace("内容", f"{span}内容") for span in spans)
    assert _codes(tmp_path, "第一责任人:\n" + entries) == expected


def _missing(folder: Path, body: str) -> list[str]:
    seen = see(folder, report(DRAFT, body=REST + body))
    return [message.rpartition("：")[2] for message in seen.of("PART071")]


BARE = "  - {谁: 政府主要负责人, 提供单位: 县政府办公室}\n"
DUTIES = {
    # case: (input, duties that are told to be missing)
    "words": ("第一责任人:\n" + OFFICE, []),
    "figures": (
        "指标: {第一责任人_政府: {议题: 3, 决策: 1, 督办整改: 2, 出庭: 1, 法治课: 1}}\n第一责任人:\n" + BARE,
        ["依法履职和执法"],
    ),
    "a zero is none": (
        "指标: {第一责任人_政府: {议题: 3, 决策: 1, 督办整改: 2, 出庭: 0, 法治课: 1}}\n第一责任人:\n" + BARE,
        ["依法履职和执法、尊重司法"],
    ),
    "named": (
        (
            "第一责任人:\n  - {谁: 政府主要负责人, 提供单位: 县政府办公室, "
            "内容: [{职责: [组织法治政府建设, 依法决策, 依法履职和执法], 文: 甲}]}\n"
        ),
        ["督促领导班子和部门、尊重司法、学法用法和普法"],
    ),
    "paragraphs of the old shorthand": (
        "第一责任人:\n" + BARE + f"履职: [县政府主要负责人{SIX}。]\n",
        [],
    ),
    "paragraphs on somebody else": (
        "第一责任人:\n" + BARE.replace("}", ", 内容: [规范执法]}") + f"履职: [县委书记{SIX}。]\n",
        ["组织法治政府建设、依法决策、督促领导班子和部门、尊重司法、学法用法和普法"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), DUTIES.values(), ids=DUTIES.keys())
def test_duties_that_nothing_is_said_of_are_listed(body: str, expected: list[str], tmp_path: Path) -> None:
    """An info for each head, not for half-year reports."""
    assert _missing(tmp_path, body) == expected


def test_nothing_is_asked_of_a_half_year(tmp_path: Path) -> None:
    """The rules are for annual reports."""
    assert _codes(tmp_path, "第一责任人:\n" + BARE + "履职: [甲]\n", head="期间: 上半年\n") == []


@pytest.mark.parametrize(("subject", "who"), [(TOWN, "政府主要负责人"), (BUREAU, "部门主要负责人")])
def test_towns_and_bureaus_that_say_nothing_are_warned_only(subject: str, who: str, tmp_path: Path) -> None:
    """An entry without words and figures is as good as none."""
    seen = see(tmp_path, report(DRAFT, subject=subject, body=REST + f"第一责任人: [{{谁: {who}, 提供单位: 办公室}}]\n"))
    assert [each.severity.value for each in seen.found if each.code in ("PART001", "PART013")] == ["warning"]


def test_a_head_withheld_from_the_public_is_not_missed_there(tmp_path: Path) -> None:
    """The joint version for the public lacks it by decision; the one for the superior may not."""
    entries = "第一责任人:\n" + OFFICE.replace("研究", "县长研究")
    withheld = PARTY.replace("内容", "不公开: 是, 内容").replace("听取", "县委书记听取")
    upward = "  - {名称: 报市, 对象: 上级党委和政府, 主送: [中共乙市委, 乙市人民政府]}"

    assert "PART014" not in see(tmp_path, report(PUBLIC, body=REST + entries + withheld)).codes
    assert "PART014" in see(tmp_path, report(PUBLIC, body=REST + entries)).codes
    assert "PART014" in see(tmp_path, report(upward, body=REST + entries)).codes
