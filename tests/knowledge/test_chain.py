"""The chain of phrases and meetings by the day of the document."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge
from generator.models.lead import POSITIONS, Link, chain_at


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge as shipped."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def clauses(links: tuple[Link, ...], day: date) -> tuple[str, ...]:
    """The words alone."""
    return tuple(link.文 for link in chain_at(links, day))


USUAL = {
    # report year: rules-of-the-genre 6.1, with domain-review 1.5 for 2025; a report is signed in the February after
    2018: "全面贯彻党的十九大和十九届二中、三中全会精神",
    2019: "全面贯彻党的十九大和十九届二中、三中、四中全会精神",
    2020: "全面贯彻党的十九大和十九届二中、三中、四中、五中全会精神",
    2021: "全面贯彻党的十九大和十九届历次全会精神",
    2022: "全面贯彻党的二十大精神",
    2023: "全面贯彻党的二十大和二十届二中全会精神",
    2024: "全面贯彻党的二十大和二十届二中、三中全会精神",
    2025: "全面贯彻党的二十大和二十届历次全会精神",
}


@pytest.mark.parametrize(("year", "chain"), USUAL.items())
def test_the_usual_chain_of_each_year(year: int, chain: str, knowledge: Knowledge) -> None:
    """The plenum of February 2023 came after the reports on 2022 and before those on 2023."""
    assert clauses(knowledge.links, date(year + 1, 2, 9))[1] == chain


DAYS = {
    # day of the document: the clauses beside congress and plenums
    date(2005, 2, 1): ("坚持以邓小平理论和“三个代表”重要思想为指导",),
    date(2010, 2, 1): ("坚持以邓小平理论和“三个代表”重要思想为指导，深入贯彻落实科学发展观",),
    date(2013, 1, 15): ("坚持以邓小平理论、“三个代表”重要思想、科学发展观为指导",),
    date(2016, 2, 1): (
        "坚持以邓小平理论、“三个代表”重要思想、科学发展观为指导",
        "深入贯彻落实习近平总书记系列重要讲话精神",
    ),
    date(2018, 2, 1): ("坚持以习近平新时代中国特色社会主义思想为指导",),
    date(2019, 2, 1): (
        "坚持以习近平新时代中国特色社会主义思想为指导",
        "深入学习贯彻习近平总书记全面依法治国新理念新思想新战略",
    ),
    date(2021, 2, 1): (
        "坚持以习近平新时代中国特色社会主义思想为指导",
        "深入学习贯彻习近平法治思想",
        "认真贯彻中央全面依法治国工作会议精神",
    ),
    date(2024, 2, 1): ("坚持以习近平新时代中国特色社会主义思想为指导", "深入学习贯彻习近平法治思想"),
    date(2026, 2, 1): (
        "坚持以习近平新时代中国特色社会主义思想为指导",
        "深入学习贯彻习近平法治思想",
        "认真贯彻习近平总书记对全面依法治国工作作出的重要指示和中央全面依法治国工作会议精神",
    ),
}


@pytest.mark.parametrize(("day", "words"), DAYS.items())
def test_thought_and_conference_by_day(day: date, words: tuple[str, ...], knowledge: Knowledge) -> None:
    """Nothing is cited before it was there, nor after something else took its place."""
    chain = clauses(knowledge.links, day)

    assert tuple(clause for clause in chain if "全面贯彻党的" not in clause) == words
    assert [clause for clause in chain if "全面贯彻党的" in clause] == [chain[1]]


def test_the_order_is_thought_meetings_rule_of_law_conference(knowledge: Knowledge) -> None:
    """The order of the data doesn't matter."""
    day = date(2026, 2, 1)
    said = {link.文: link.位 for link in knowledge.links}

    assert tuple(said[clause] for clause in clauses(knowledge.links, day)) == POSITIONS
    assert clauses(knowledge.links[::-1], day) == clauses(knowledge.links, day)


def test_every_meeting_moves_the_chain(knowledge: Knowledge) -> None:
    """On the day it closes; first plenums, and those that 历次 holds already, change nothing."""
    starts = {link.起 for link in knowledge.links if link.位 == "会议"}
    held = {day for day in starts if "历次" in clauses(knowledge.links, day)[1]}
    for term in knowledge.terms:
        if term.类 != "会议" or term.起 is None or "一中" in term.词 or not term.词.startswith("党的"):
            continue
        if "历次" in term.词 or not term.词.endswith(("大", "全会")) or term.起 < date(2008, 10, 1):
            continue
        within = any(day < term.起 < day + timedelta(days=400) for day in held)
        assert term.起 in starts or within, term.词


def test_no_chain_holds_a_meeting_that_was_not_yet(knowledge: Knowledge) -> None:
    """A congress is not a plenum, and no clause names a meeting before the day it closed."""
    closed = {term.词: term.起 for term in knowledge.terms if term.类 == "会议" and term.起 is not None}
    for link in knowledge.links:
        assert "大全会" not in link.文
        for name, day in closed.items():
            if name.endswith("大") and name in link.文:
                assert day <= link.起, (link.名, name)


def test_what_is_older_than_the_data_was_checked_for_says_so(knowledge: Knowledge) -> None:
    """Everything cited before the nineteenth congress is marked; nothing since."""
    for link in knowledge.links:
        assert ("待核" in link.来源) == (link.起 < date(2017, 10, 24)), link.名
