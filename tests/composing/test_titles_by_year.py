"""What a report calls its matter follows the year: 依法行政工作 up to 2014, 法治政府建设 since."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

from generator.diagnostics import Severity
from generator.workflows.names import file_name

OWN = "{名称: 甲县人民政府, 类别: 政府, 级别: 县级, 简称: 甲县}"
UP = "  - {名称: 版本, 对象: 上级政府, 主送: 乙市人民政府, 成文日期: %s-01-20, 开头语: 惯用}"
YEARS = {2004: "依法行政工作", 2014: "依法行政工作", 2015: "法治政府建设", 2018: "法治政府建设"}


@pytest.mark.parametrize(("year", "matter"), YEARS.items())
def test_title_opening_and_file_name(year: int, matter: str, tmp_path: Path) -> None:
    """All three say the same; nothing is wrong with such a report to the government above."""
    seen = see(tmp_path, report(UP % (year + 1), subject=OWN, year=year))

    assert f"甲县人民政府关于{year}年度{matter}情况的报告" in seen.text
    assert f"现将{year}年度{matter}情况报告如下。" in seen.text
    assert file_name(seen.documents[0].meta, "甲县") == f"甲县{year}年度{matter}情况报告（版本，送审稿）"
    assert [each.code for each in seen.found if each.severity is Severity.ERROR] == []
    assert "PART021" not in seen.codes


@pytest.mark.parametrize(
    ("year", "headed"), [(2010, "推进依法行政工作的主要措施和成效"), (2016, "推进法治政府建设的主要举措和成效")]
)
def test_the_items_are_headed_in_the_words_of_the_time(year: int, headed: str, tmp_path: Path) -> None:
    """The shorthand lays out the same five parts."""
    seen = see(tmp_path, report(UP % (year + 1), subject=OWN, year=year))

    assert f"一、{year}年{headed}" in seen.text


@pytest.mark.parametrize("year", [2005, 2012])
def test_no_day_was_set_before_2015(year: int, tmp_path: Path) -> None:
    """The old outline asked for regular reports without a day."""
    late = UP.replace("%s-01-20", "%s-11-20") % (year + 1)

    assert not {"PART028", "PART029"} & set(see(tmp_path, report(late, subject=OWN, year=year)).codes)
