"""Sentences that the county's report showed to read badly: what is compared, and what a department calls its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.deliveries import report, see
from support.phrases import phrasebook, words

LAWSUITS = {"审结": 42, "败诉": 3}
TABLE = {"领域": 6, "查一次事项": 32}
BUREAU = {"self_name": "我局"}

SAMPLES: list[tuple[str, str, dict[str, Any], dict[str, Any], dict[str, Any], str]] = [
    ("调解-同比", "人民调解", {"调解": 2316, "成功": 2280}, {"调解": 2190}, {},
     "调解各类矛盾纠纷2316件，同比增长5.8%，调解成功2280件，调解成功率为98.4%。"),
    ("公平竞争-同比", "公平竞争审查", {"审查": 42, "修改": 5}, {"审查": 36}, {},
     "审查涉及经营者经济活动的政策措施42件，同比增长16.7%，修改完善5件。"),
    ("评查-同比", "案卷评查", {"评查": 220}, {"评查": 180}, {}, "评查行政执法案卷220卷，同比增长22.2%。"),
    ("败诉-较上年", "行政应诉", LAWSUITS, {"败诉": 6}, {},
     "全年审结行政应诉案件42件，败诉3件，较上年减少3件，败诉率为7.1%。"),
    ("败诉-上年没有", "行政应诉", LAWSUITS, {"败诉": 0}, {},
     "全年审结行政应诉案件42件，败诉3件（上年没有败诉案件），败诉率为7.1%。"),
    ("综合查一次", "综合行政执法", TABLE, {}, {},
     "截至2025年底，在6个领域实行综合行政执法，列入“综合查一次”清单的事项32项。"),
    ("司法所", "法治队伍", {"司法所": 14}, {}, {}, "截至2025年底，全县有司法所14个。"),
    ("复议受理点", "行政复议工作", {"受理点": 14}, {}, {}, "截至2025年底，全县有行政复议受理点14个。"),
    ("部门的顾问", "法律顾问", {"顾问": 1, "律师": 1}, {}, BUREAU, "聘请法律顾问1名，为执业律师。"),
    ("部门的合同", "合同审查", {"审查": 9}, {}, BUREAU, "全年审查合同9份。"),
    ("普法-案例", "普法宣传", {"活动": 16, "资料": "3000余", "以案释法": 4}, {}, {},
     "开展法治宣传活动16次，发放宣传资料3000余份，发布以案释法案例4个。"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "values", "before", "said", "expected"), [case[1:] for case in SAMPLES], ids=[case[0] for case in SAMPLES]
)
def test_the_sentence_reads_as_offices_write_it(
    topic: str, values: dict[str, Any], before: dict[str, Any], said: dict[str, Any], expected: str
) -> None:
    """Figures in, sentence out."""
    assert words(phrasebook(topic, values, before, **said).sentence(topic)) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-12-31", "截至2025年底，"), ("2025-11-30", "截至2025年11月30日，")]
)
def test_the_last_day_of_the_year_is_said_as_its_end(day: str, expected: str, tmp_path: Path) -> None:
    """Staff give the day of the figures; only a day before the end is said as such."""
    body = "指标: {法治队伍: {司法所: 14}}\n正文: ['{{ 法治队伍 }}']\n"
    text = see(tmp_path, report("  - {名称: 稿}", head=f"数据截至: {day}\n", body=body)).text

    assert f"{expected}全县有司法所14个。" in text
