"""The examples that `schemas/checks` gives of the rules on finished reports: bad ones are told, good ones are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.knowledge_files import shipped_checks
from support.manuscripts import COUNTY, codes

from generator.checking.manuscript import ReportSubject

SUBJECTS: dict[str, ReportSubject] = {
    "TEXT077": ReportSubject(2025, "乡镇", "乡级"),
    "TEXT102": replace(COUNTY, delivery="社会公开"),
    "PART113": replace(COUNTY, delivery="同级党委"),
    "TERM010": replace(COUNTY, year=2020),
    "DATA554": replace(COUNTY, year=2024),
    "TERM014": replace(COUNTY, year=2023),
    "TERM031": replace(COUNTY, year=2020),
}
DAYS = {
    "DATA536": date(2025, 12, 20),
    "TERM014": date(2024, 1, 20),
    "TERM010": date(2021, 1, 20),
    "TERM031": date(2021, 1, 20),
}
ORGANS = {"TEXT077": ("甲镇人民政府",), "TEXT076": ("甲县人民政府",)}
IN_WORDS = {
    "PART100",
    "PART101",
    "PART102",
    "PART103",
    "PART104",
    "PART105",
    "PART106",
    "PART107",
    "PART109",
    "PART110",
    "PART114",
    "PART117",
    "PART124",
    "PART132",
    "PART133",
    "PART134",
    "TERM024",
    "TERM047",
    "DATA547",
    "DATA548",
    "DATA549",
    "PART125",
    "PART126",
    "PART127",
    "PART128",
    "PART129",
}
"""Rules on the whole report, whose examples are only told of; `test_finished_shape` has cases of them."""


def _of_finished(code: str) -> bool:
    number = int(code[4:])
    spans = {"PART": (100, 149), "TEXT": (60, 129), "TERM": (10, 59), "DATA": (530, 579)}
    first, last = spans.get(code[:4], (0, 0))
    return first <= number <= last


NEW = [code for code in shipped_checks() if _of_finished(code)]
RUN = [code for code in NEW if code not in IN_WORDS]


def _told(code: str, text: str) -> bool:
    return code in codes(text, SUBJECTS.get(code, COUNTY), DAYS.get(code), ORGANS.get(code, ()))


@pytest.mark.parametrize("code", RUN)
def test_the_bad_examples_are_told(code: str) -> None:
    """Each of them, under this code."""
    bad = shipped_checks()[code].误
    assert bad
    assert [text for text in bad if not _told(code, text)] == []


@pytest.mark.parametrize("code", RUN)
def test_the_good_examples_are_not(code: str) -> None:
    """Other codes may be."""
    good = shipped_checks()[code].正
    assert good
    assert [text for text in good if _told(code, text)] == []
