"""`fazhi collect`: nothing of what people have is lost, and one bad file, name or character never stops the rest."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from support.collecting import (
    APPEALS,
    EDUCATION,
    FIGURES,
    POLICE,
    change,
    codes,
    collected,
    filled,
    receipt,
    text_of,
    value_of,
)

from generator.workflows import collect as room
from generator.workflows import collect_forms


@pytest.mark.parametrize("name", ["report.yaml", "report.来源.json"])
def test_what_is_saved_while_forms_are_read_is_not_lost(
    county: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    collected(county)
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    reading = collect_forms.read_forms

    def meanwhile(*given: Any, **more: Any) -> collect_forms.Forms:
        with (county / name).open("a", encoding="utf-8") as stream:
            stream.write("\n")
        return reading(*given, **more)

    monkeypatch.setattr(room, "read_forms", meanwhile)
    before = (county / name).read_bytes()
    result = collected(county)
    assert ("LOAD176" in codes(result), result.written) == (True, ())
    assert (county / name).read_bytes() == before + b"\n"


def test_the_late_form_alone_does_not_shrink_the_county(county: Path) -> None:
    collected(county)
    late = filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    result = collected(county, inputs=[late])
    assert codes(result) == ["LOAD177"]
    assert "措施: 9" in text_of(county)
    (county / "报送" / f"{EDUCATION}.xlsx").rename(county / "别处.bin")
    stopped = collected(county, inputs=[late])
    assert ("LOAD177" in codes(stopped), stopped.written) == (True, ())
    assert collected(county).written


def test_another_years_memory_is_kept(county: Path) -> None:
    collected(county)
    (county / "report.来源.json").write_text('{"格式": "1", "年度": 2025}', encoding="utf-8")
    collected(county)
    assert (county / "report.来源.json.bak").read_text(encoding="utf-8") == '{"格式": "1", "年度": 2025}'


def test_one_form_called_in_two_ways(county: Path) -> None:
    file = county / "报送" / f"{APPEALS}.xlsx"
    assert collected(county, use=[file, county / "报送" / ".." / "报送" / file.name]).written


def test_names_that_are_not_in_utf8(county: Path) -> None:
    folder = os.fsencode(county / "报送")
    os.rename(os.path.join(folder, f"{POLICE}.xlsx".encode()), os.path.join(folder, "公安.xlsx".encode("gbk")))  # noqa: PTH104, PTH118 - names in bytes
    Path(os.fsdecode(os.path.join(folder, "附件".encode("gbk") + b".pdf"))).touch()  # noqa: PTH118 - a name in bytes
    result = collected(county)
    assert (result.written != (), codes(result)) == (True, ["LOAD188"])
    assert "报送/公安.xlsx" in (county / "report.来源.json").read_text(encoding="utf-8")
    assert collected(county).written


@pytest.mark.parametrize("character", ["_x000B_", "_x0007_", "\x85", "\u2028"])
def test_characters_that_no_report_can_hold(county: Path, blanks: dict[str, Path], character: str) -> None:
    records = {
        ("其他数据", "1", "名称"): f"警{character}室", ("其他数据", "1", "值"): 12,
        ("上年安排", "1", "事项"): f"建{character}设", ("上年安排", "1", "结果"): f"已{character}完成",
    }  # fmt: skip
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", FIGURES[POLICE], records)
    assert collected(county).written
    assert "{名称: 警室, 值: 12}" in text_of(county)


def test_a_year_of_many_digits(county: Path) -> None:
    (county / "report.yaml").write_text(f"年度: {'9' * 5000}\n", encoding="utf-8")
    assert codes(collected(county)) == ["LOAD191"]


@pytest.mark.parametrize("which", ["inputs", "into", "units", "use"])
def test_names_that_are_too_long(county: Path, which: str) -> None:
    file = county / f"{'长' * 300}.yaml"
    result = collected(county, **{which: file if which in ("into", "units") else [file]})
    assert (result.written, result.diagnostics.has_errors) == ((), True)


def test_a_link_stays_a_link(county: Path) -> None:
    collected(county)
    (county / "真").mkdir()
    for name in ("report.yaml", "report.来源.json"):
        shutil.move(county / name, county / "真" / name)
    (county / "report.yaml").symlink_to(county / "真" / "report.yaml")
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    collected(county)
    assert (county / "report.yaml").is_symlink()
    assert "措施: 9" in (county / "真" / "report.yaml").read_text(encoding="utf-8")


def test_a_base_that_is_not_the_usual_one_is_written(county: Path, blanks: dict[str, Path]) -> None:
    figures = {
        **FIGURES[APPEALS], "行政应诉.开庭": 10, "行政应诉.应出庭": 8, "行政应诉.出庭": 8,
        "行政应诉.出庭率": "100%", "行政应诉.出庭率@口径": "应出庭",
    }  # fmt: skip
    target = county / "报送" / f"{APPEALS}.xlsx"
    filled(blanks[APPEALS], target, figures)
    collected(county)
    assert "出庭率: {值: 100%, 口径: 应出庭}" in text_of(county)
    filled(target, target, {"行政应诉.出庭": 6})
    collected(county)
    assert "出庭率: {值: 75.0%, 口径: 应出庭}" in text_of(county)
    change(county, "出庭率: {值: 75.0%, 口径: 应出庭}", "出庭率: 75%")
    filled(target, target, {"行政应诉.出庭": 4})
    collected(county)
    assert "出庭率: {值: 50.0%, 口径: 应出庭}" in text_of(county)


def test_a_damaged_second_file_is_asked_for_again(county: Path) -> None:
    (county / "报送" / f"{POLICE}改.xlsx").write_bytes(b"PK junk")
    result = collected(county)
    assert (receipt(result, POLICE).state, value_of(result, "行政强制.措施")) == ("退回", "7")


def test_what_another_collecting_made_is_no_form(county: Path) -> None:
    collected(county, inputs=[county], into=county / "旧.yaml")
    assert codes(collected(county, inputs=[county])) == ["LOAD188"]


def test_materials_of_an_earlier_collecting_are_told_of(county: Path, blanks: dict[str, Path]) -> None:
    target = county / "报送" / f"{POLICE}.xlsx"
    filled(blanks[POLICE], target, FIGURES[POLICE], {("不足", "1", "标题"): "执法力量不足"})
    collected(county)
    filled(blanks[POLICE], target, FIGURES[POLICE])
    assert codes(collected(county)) == ["LOAD178"]
