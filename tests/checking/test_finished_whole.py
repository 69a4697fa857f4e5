"""Rules that only a report of some length is held against: how it opens, and what it answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.manuscripts import COUNTY, codes

from generator.checking.manuscript import ReportSubject

THOUGHT = "坚持以习近平新时代中国特色社会主义思想为指导，"
LED = "在市委、市政府和县委的坚强领导下，"
OPENING = (
    "2025年，{}青禾县认真贯彻落实上级决策部署，结合实际推进法治政府建设，各项工作取得新的进展，"
    "执法水平和服务水平进一步提高，现将情况报告如下。\n"
)
REST = "一、2025年主要举措和成效\n" + "推进行政执法监督，规范执法行为，提高办案质量。" * 50
DEPARTMENT = replace(COUNTY, reporter="部门")
HALF = replace(COUNTY, period="上半年")
ORAL = replace(COUNTY, delivery="人大常委会口头")
OPENINGS: dict[str, tuple[str, ReportSubject, bool]] = {
    "both": (OPENING.format(LED + THOUGHT) + REST, COUNTY, False),
    "no thought": (OPENING.format(LED) + REST, COUNTY, True),
    "no leadership": (OPENING.format(THOUGHT) + REST, COUNTY, True),
    "a department": (OPENING.format("") + REST, DEPARTMENT, False),
    "half a year": (OPENING.format("") + REST, HALF, False),
    "before there was the thought": (OPENING.format("") + REST, replace(COUNTY, year=2016), False),
    "a note of a few lines": (OPENING.format("") + "一、成效\n推进工作。", COUNTY, False),
}
OPINIONS: dict[str, tuple[str, ReportSubject, bool]] = {
    "nothing said": (REST, ORAL, True),
    "answered": (REST + "县人大常委会提出的5条审议意见均已办理。", ORAL, False),
    "only promised": (REST + "县政府将认真办理会议审议意见。", ORAL, True),
    "to others": (REST, replace(COUNTY, delivery="同级党委"), False),
}


@pytest.mark.parametrize("case", OPENINGS.values(), ids=OPENINGS.keys())
def test_what_an_opening_usually_says(case: tuple[str, ReportSubject, bool]) -> None:
    """TERM047."""
    text, subject, told = case
    assert ("TERM047" in codes(text, subject)) is told


@pytest.mark.parametrize("case", OPINIONS.values(), ids=OPINIONS.keys())
def test_what_a_report_to_the_standing_committee_answers(case: tuple[str, ReportSubject, bool]) -> None:
    """PART134."""
    text, subject, told = case
    assert ("PART134" in codes(text, subject)) is told


PUBLIC = {
    "on a web page": ("杂项|发布时间：2026年3月1日\n一、成效\n全年无集体上访。", COUNTY, True),
    "marked": ("一、成效\n全年无集体上访。\n版记|公开方式：主动公开", COUNTY, True),
    "for the public": ("一、成效\n全年无集体上访。", replace(COUNTY, delivery="社会公开"), True),
    "not to be published": ("一、成效\n全年无集体上访。\n版记|公开方式：不予公开", COUNTY, False),
    "to the superior": ("一、成效\n全年无集体上访。", replace(COUNTY, delivery="上级党委和政府"), False),
}


@pytest.mark.parametrize("case", PUBLIC.values(), ids=PUBLIC.keys())
def test_what_is_held_back_from_the_public(case: tuple[str, ReportSubject, bool]) -> None:
    """TEXT102: where furniture of a page or a note shows whom it is for."""
    text, subject, told = case
    assert ("TEXT102" in codes(text, subject)) is told


NOTHING = {
    "no cases": ("全年未发生行政应诉案件，负责人出庭应诉率为100%。", True),
    "nought": ("全年办理行政应诉案件0件，出庭率100%。", True),
    "nought is not lost": ("审结5件，败诉0件，败诉率0%。", False),
    "nought of the failed": ("考试不合格0人，合格率100%。", False),
}


@pytest.mark.parametrize("case", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_has_no_rate(case: tuple[str, bool]) -> None:
    """DATA005, as a warning; and no crash on a count of nought."""
    text, told = case
    assert ("DATA005" in codes(text)) is told
