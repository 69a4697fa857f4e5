"""`fazhi collect` three times in a row: what did not come once, or could not be put in, is followed all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.collecting import APPEALS, FIGURES, POLICE, change, codes, collected, filled, text_of

_APPEALED = f"{APPEALS}.xlsx"


def _appeals(county: Path, blanks: dict[str, Path], received: int, ticked: str = "") -> None:
    more = {"声明:行政复议.分项完整": ticked} if ticked else {}
    figures = {**FIGURES[APPEALS], "行政复议.收到": received, **more}
    filled(blanks[APPEALS], county / "报送" / _APPEALED, figures)


def test_a_figure_follows_after_a_gap(county: Path, blanks: dict[str, Path]) -> None:
    collected(county)
    other = filled(blanks[APPEALS], county / "报送" / "复议二.xlsx", {**FIGURES[APPEALS], "行政复议.收到": 9})
    assert {"LOAD186", "DATA518"} <= set(codes(collected(county)))
    again = codes(collected(county))
    assert "DATA518" in again
    result = collected(county, use=[other])
    assert "DATA516" not in codes(result)
    assert "收到: 9" in text_of(county)
    remembered = json.loads((county / "report.来源.json").read_text(encoding="utf-8"))
    assert "对照" not in remembered


def test_a_statement_stays_over_a_gap_and_follows_after_it(county: Path, blanks: dict[str, Path]) -> None:
    _appeals(county, blanks, 7, "是")
    collected(county)
    (county / "报送" / _APPEALED).rename(county / _APPEALED)
    collected(county)
    assert "分项完整: 是" in text_of(county)
    (county / _APPEALED).rename(county / "报送" / _APPEALED)
    collected(county)
    assert "分项完整: 是" in text_of(county)
    _appeals(county, blanks, 7)
    collected(county)
    assert "分项完整: 否" in text_of(county)


@pytest.mark.parametrize("written", ["&a 7", "{值: 7, 截至: 某日, 备注: 核过}"])
def test_a_figure_that_could_not_be_put_in_follows_once_it_can(
    county: Path, blanks: dict[str, Path], written: str
) -> None:
    collected(county)
    change(county, "收到: 7", f"收到: {written}")
    _appeals(county, blanks, 9)
    collected(county)
    assert f"收到: {written}" in text_of(county)
    change(county, f"收到: {written}", "收到: 7")
    assert "DATA516" not in codes(collected(county))
    assert "收到: 9" in text_of(county)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    "written",
    ["七八件", "{值: 七八件, 备注: 核过}", "{值: 7, 截至: 某日, 备注: 核过}", "{值: 7, 错键: 1}"],
)
def test_a_value_with_an_error_is_left_as_it_is(county: Path, written: str, known: bool) -> None:  # noqa: FBT001 - both cases
    collected(county)
    if not known:
        (county / "report.来源.json").unlink()
    change(county, "收到: 7", f"收到: {written}")
    assert not {"DATA516", "DATA517"} & set(codes(collected(county)))
    assert f"收到: {written}" in text_of(county)


def test_data_of_their_own_follow_after_a_gap_and_are_told_of(county: Path, blanks: dict[str, Path]) -> None:
    target = county / "报送" / f"{POLICE}.xlsx"

    def rooms(number: int) -> None:
        records = {("其他数据", "1", "名称"): "警务室", ("其他数据", "1", "值"): number}
        filled(blanks[POLICE], target, FIGURES[POLICE], records)

    rooms(12)
    collected(county)
    filled(blanks[POLICE], target, FIGURES[POLICE])
    assert "DATA518" in codes(collected(county))
    rooms(13)
    assert codes(collected(county)) == []
    assert "{名称: 警务室, 值: 13}" in text_of(county)
    change(county, "值: 13", "值: 20")
    assert codes(collected(county)) == ["DATA515"]
    rooms(14)
    assert codes(collected(county)) == ["DATA516"]
    change(county, "  - {名称: 警务室, 值: 20}", "  - {名称: 自己的, 值: 1}")
    assert codes(collected(county)) == ["DATA517"]
