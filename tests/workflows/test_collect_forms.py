"""`fazhi collect`: forms as they come back, and more than one of a unit."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from support.collecting import (
    APPEALS,
    EDUCATION,
    FIGURES,
    POLICE,
    TAXES,
    blank_forms,
    codes,
    collected,
    files_in,
    filled,
    receipt,
    text_of,
    value_of,
)

from generator.workflows.form import FormOrder, form

_LATER = datetime(2027, 1, 9)  # noqa: DTZ001 - the format's times have no zone

# --- forms as they come back ----


def test_last_years_form_is_refused(county: Path, tmp_path: Path) -> None:
    old = blank_forms(tmp_path / "去年", year=2025, topics=("行政强制",))
    filled(old[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 9})
    result = collected(county)
    assert "LOAD153" in codes(result)
    assert receipt(result, POLICE).state == "退回"
    assert value_of(result, "行政强制.措施") == "3"


def test_a_form_of_another_period_is_refused(county: Path) -> None:
    file = county / "报送" / f"{TAXES}.xlsx"
    made = form(
        FormOrder(file, year=2026, period="上半年", units=county / "units.yaml", unit=TAXES, topics=("行政强制",))
    )
    assert made.written
    result = collected(county)
    assert "LOAD183" in codes(result)
    assert receipt(result, TAXES).state == "退回"


def test_a_whole_reports_workbook_is_refused(county: Path) -> None:
    assert form(FormOrder(county / "报送" / "报告.xlsx", year=2026, topics=("行政强制",))).written
    result = collected(county)
    assert result.collection is not None
    assert [each.code for each in result.collection.stray] == ["LOAD182"]


def test_foreign_files_never_stop_the_rest(county: Path) -> None:
    folder = county / "报送"
    Workbook().save(folder / f"{TAXES}（盖章）.xlsx")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04nothing")
    (folder / "县公安局.et").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "说明.docx").write_bytes(b"PK\x03\x04")
    (folder / "~$县公安局.xlsx").write_bytes(b"lock")
    (folder / ".隐藏.xlsx").write_bytes(b"")
    result = collected(county)
    assert sorted(codes(result)) == ["LOAD140", "LOAD142", "LOAD150", "LOAD188"]
    assert value_of(result, "行政强制.措施") == "7"
    assert receipt(result, TAXES).state == "退回"
    assert receipt(result, POLICE).state == "已收"
    assert receipt(result, POLICE).files == (f"报送/{POLICE}.xlsx", "报送/县公安局.et")


def test_a_unit_that_is_not_listed(county: Path) -> None:
    text = (county / "units.yaml").read_text(encoding="utf-8").replace("县公安局", "县公安分局")
    (county / "units.yaml").write_text(text, encoding="utf-8")
    result = collected(county)
    found = next(each for each in result.diagnostics if each.code == "LOAD184")
    assert found.place.file == str(county / "报送" / f"{POLICE}.xlsx")
    assert "是不是“县公安分局”" in found.remedy
    assert "还有1个单位没有报：县公安分局" in {each.message for each in result.diagnostics}


def test_a_blank_form_goes_back(county: Path, blanks: dict[str, Path]) -> None:
    shutil.copy(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx")
    result = collected(county)
    assert "LOAD194" in codes(result)
    assert receipt(result, POLICE).state == "退回"


def test_a_cell_with_an_error_is_left_out(county: Path, blanks: dict[str, Path]) -> None:
    """约200多 can be read and is approximate, 二百左右吧 can't."""
    filled(
        blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": "二百左右吧", "行政强制.扣押": "约200多"}
    )
    result = collected(county)
    assert value_of(result, "行政强制.措施") == "3"
    assert receipt(result, POLICE).state == "退回"


def test_a_classified_form_is_refused_whole(county: Path, blanks: dict[str, Path]) -> None:
    records = {("不足", "1", "标题"): "机密★"}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", FIGURES[POLICE], records)
    result = collected(county)
    assert "LOAD049" in codes(result)
    assert receipt(result, POLICE).state == "退回"
    assert value_of(result, "行政强制.措施") == "3"


def test_a_forecast_is_told(county: Path, blanks: dict[str, Path]) -> None:
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": "预计4"})
    result = collected(county)
    assert value_of(result, "行政强制.措施") == "约7"
    assert {"DATA500", "LOAD167"} <= set(codes(result))


# --- more than one form of a unit ----


def test_the_form_saved_last_counts(county: Path, blanks: dict[str, Path]) -> None:
    filled(blanks[POLICE], county / "报送" / "公安局改.xlsx", {"行政强制.措施": 9}, saved=_LATER)
    result = collected(county)
    assert value_of(result, "行政强制.措施") == "12"
    told = next(each for each in result.diagnostics if each.code == "LOAD185")
    assert told.place.file.endswith(f"{POLICE}.xlsx")
    assert receipt(result, POLICE).files == ("报送/公安局改.xlsx", f"报送/{POLICE}.xlsx")


def test_nobody_knows_which_form_counts_until_the_clerk_says(county: Path, blanks: dict[str, Path]) -> None:
    other = filled(blanks[POLICE], county / "报送" / "公安局改.xlsx", {"行政强制.措施": 9})
    result = collected(county)
    assert "LOAD186" in codes(result)
    assert receipt(result, POLICE).state == "重复"
    assert value_of(result, "行政强制.措施") == "3"
    decided = collected(county, use=[other])
    assert receipt(decided, POLICE).state == "已收"
    assert value_of(decided, "行政强制.措施") == "12"
    assert value_of(collected(county, use=[Path("公安局改.xlsx")]), "行政强制.措施") == "12"


def test_what_use_said_holds_until_another_form_comes(county: Path, blanks: dict[str, Path]) -> None:
    other = filled(blanks[POLICE], county / "报送" / "公安局 改.xlsx", {"行政强制.措施": 9}, saved=_LATER)
    first = county / "报送" / f"{POLICE}.xlsx"
    told = next(each for each in collected(county).diagnostics if each.code == "LOAD185")
    assert told.remedy.endswith(f"--use 报送/{POLICE}.xlsx")
    changed = collected(county, use=[first])
    assert changed.collection is not None
    assert changed.collection.changes == (f"行政强制.措施：12→7（公安局改用“报送/{POLICE}.xlsx”）",)
    again = collected(county)
    assert (value_of(again, "行政强制.措施"), codes(again)) == ("7", ["LOAD197"])
    filled(other, other, {"行政强制.措施": 8}, saved=_LATER)
    after = collected(county)
    assert (value_of(after, "行政强制.措施"), "LOAD185" in codes(after)) == ("11", True)
    said = next(each for each in after.diagnostics if each.code == "LOAD197")
    assert "又来了“报送/公安局 改.xlsx”，没有沿用" in said.message


def test_another_list_of_units_stops_it(county: Path) -> None:
    collected(county)
    before = files_in(county)
    result = collected(county, units=None)
    assert ([each.code for each in result.diagnostics], result.written) == (["LOAD195"], ())
    told = next(iter(result.diagnostics))
    assert "上次用的名单是“units.yaml”，这次是“schemas/units.yaml”" in told.message
    assert "加上 --units units.yaml" in told.remedy
    assert files_in(county) == before


def test_a_list_that_was_changed_is_told(county: Path) -> None:
    collected(county)
    text = (county / "units.yaml").read_text(encoding="utf-8")
    (county / "units.yaml").write_text(
        text.replace("  县税务局", "  县水利局: {包: [执法]}\n  县税务局"), encoding="utf-8"
    )
    result = collected(county)
    told = next(each for each in result.diagnostics if each.code == "LOAD195")
    assert "“units.yaml”和上次汇总时不同：多了县水利局" in told.message
    assert result.written


def test_a_figure_nobody_touched_follows_after_a_gap(county: Path) -> None:
    """Its unit was missing once, and the report kept what it had said."""
    collected(county)
    form_file = county / "报送" / f"{APPEALS}.xlsx"
    away = Path(shutil.move(form_file, county / "放着.xlsx"))
    collected(county)
    filled(away, form_file, {"行政复议.收到": 8, "行政复议.受理": 7})
    result = collected(county)
    assert "DATA516" not in codes(result)
    assert "收到: 8" in text_of(county)


def test_returned_forms_that_count_are_told(county: Path, blanks: dict[str, Path]) -> None:
    wrong = {"行政强制.措施": "二百左右吧", "行政强制.扣押": 2}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", wrong)
    result = collected(county)
    assert result.collection is not None
    assert result.collection.returned == (POLICE,)
    said = load_workbook(county / "report.汇总表.xlsx")["收表情况"]["A2"].value
    assert "要退回的表，没有错的数先计入了全县：公安局；" in str(said)


def test_the_same_form_twice(county: Path) -> None:
    shutil.copy(county / "报送" / f"{POLICE}.xlsx", county / "报送" / "副本(3)最终版.xlsx")
    result = collected(county)
    assert codes(result) == ["LOAD187"]
    assert value_of(result, "行政强制.措施") == "7"


def test_use_must_name_a_form(county: Path) -> None:
    before = files_in(county)
    result = collected(county, use=[county / "没有.xlsx"])
    assert (codes(result), result.written) == (["LOAD189"], ())
    assert files_in(county) == before


def test_files_of_one_name_are_told_apart(county: Path, tmp_path: Path) -> None:
    """Elsewhere only the name is known; where two have the same, their folders' names stand before it."""
    for number, unit in enumerate((POLICE, EDUCATION), start=1):
        away = tmp_path / f"第{number}批"
        away.mkdir()
        shutil.move(county / "报送" / f"{unit}.xlsx", away / "填报表.xlsx")
    result = collected(county, inputs=[county / "报送", tmp_path / "第1批", tmp_path / "第2批"])
    assert receipt(result, POLICE).files == ("第1批/填报表.xlsx",)
    assert receipt(result, EDUCATION).files == ("第2批/填报表.xlsx",)
