"""`fazhi form`: which workbooks are written, from what, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from support.inputs import COUNTY, OVERLAID, write
from support.workbooks import keyed, marked_sheets, shipped

from generator.cli.app import app

UNITS = """\
单位:
  县教育局: {包: [通用]}
  县司法局复议股: {简称: 复议股, 单一来源: [行政复议]}
  县政协: {报送: 不报}
"""


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["form", *(str(each) for each in arguments)])
    return result.exit_code, result.output


def _meta(file: Path) -> dict[str, str]:
    return {str(row[0]): str(row[1] or "") for row in load_workbook(file)["_fazhi"].iter_rows(values_only=True)}


def test_one_unit(tmp_path: Path) -> None:
    """By its short name; into a folder or a file of one's own."""
    code, said = _run("--unit", "教育局", "--year", 2026, "-o", tmp_path)
    file = tmp_path / "县教育局_2026年度填报表.xlsx"

    assert (code, said.splitlines()[0]) == (0, f"已生成：{file}")
    assert _meta(file)["单位"] == "县教育局"
    assert _run("--unit", "教育局", "--year", 2026, "-o", tmp_path / "甲.xlsx")[0] == 0
    assert (tmp_path / "甲.xlsx").read_bytes() == file.read_bytes()


def test_a_form_for_every_unit_that_reports(tmp_path: Path) -> None:
    """In official order; each holds its own topics and no others, here of one that many fill and one that few do."""
    code, said = _run("--units", "--year", 2026, "--topics", "行政应诉,政务服务", "-o", tmp_path)
    files = sorted(tmp_path.iterdir())
    units = shipped().units
    expected = [name for name, unit in units.units.items() if unit.报送 != "不报" and not unit.统称]

    assert code == 0
    assert "LOAD119" in said
    assert "“乡镇”“街道”“开发区管理委员会”是统称" in said
    assert [file.name.split("_")[1] for file in files] == expected
    assert len({_meta(file)["表号"] for file in files[:8]}) == 8
    for name in ("县信访局", "县数据局", "县委党校"):
        file = next(each for each in files if name in each.name)
        keys = {key for sheet in marked_sheets(load_workbook(file)).values() for key, _ in keyed(sheet)}
        topics = {key.split(".")[0] for key in keys if "." in key and not key.startswith(("声明", "填报"))}
        assert topics == {"行政应诉", "政务服务"} & set(units.topics_of(name))


def test_an_own_list_of_units(tmp_path: Path) -> None:
    """In fewer words than the shipped one, in the order of the file."""
    file = write(tmp_path, UNITS, "units.yaml")
    code, _ = _run("--units", file, "--year", 2026, "-o", tmp_path / "out")

    assert code == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "01_县教育局_2026年度填报表.xlsx",
        "02_县司法局复议股_2026年度填报表.xlsx",
    ]
    assert _run("--units", file, "--unit", "复议股", "--year", 2026, "-o", tmp_path / "乙.xlsx")[0] == 0
    assert _meta(tmp_path / "乙.xlsx")["单位"] == "县司法局复议股"


def test_a_form_that_may_be_filled_in_is_never_lost(tmp_path: Path) -> None:
    """Made again it stays as it is; changed it stops the whole run, which says how many there are and what to do."""
    order = ("--units", write(tmp_path, UNITS, "units.yaml"), "--year", 2026, "-o", tmp_path / "填报表")
    assert _run(*order)[0] == 0
    first, second = sorted((tmp_path / "填报表").iterdir())
    blank = second.read_bytes()
    assert _run(*order)[0] == 0
    book = load_workbook(first)
    book.save(first)
    filled = first.read_bytes()
    second.unlink()
    code, said = _run(*order)

    assert code == 1
    assert "LOAD127" in said
    assert f"已有1个同名的文件，可能填过，没有覆盖，这次一个文件也没有写：{first.name}" in said
    assert "没有生成文件" in said
    assert first.read_bytes() == filled != blank
    assert not second.exists()


def test_a_single_form_and_a_report_are_not_lost_either(tmp_path: Path) -> None:
    for number, arguments in enumerate((("--unit", "县教育局"), ("--topics", "行政复议"))):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(b"mine")
        code, said = _run(*arguments, "--year", 2026, "-o", file)
        assert (code, file.read_bytes()) == (1, b"mine")
        assert "换个文件名" in said


def test_one_unit_under_a_collective_name_is_one_where_a_county_lists_it(tmp_path: Path) -> None:
    units = write(tmp_path, "单位:\n  开发区管理委员会: {}\n  街道: {}\n", "units.yaml")
    code, said = _run("--units", units, "--year", 2026, "--topics", "行政应诉", "-o", tmp_path / "out")
    assert code == 0
    assert "统称" not in said
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_form_without_a_figure_is_told(tmp_path: Path) -> None:
    units = write(tmp_path, "单位:\n  县总工会: {}\n  县教育局: {}\n", "units.yaml")
    code, said = _run("--units", units, "--year", 2026, "-o", tmp_path / "out")
    assert code == 0
    assert "LOAD129" in said
    assert "这1份表里没有一个指标，只有文字可填：县总工会" in said
    assert "包: [通用, 执法]" in said


def test_a_whole_report_blank_filled_and_with_last_year(tmp_path: Path) -> None:
    few = ("--topics", "行政复议,人民调解")  # with all of them the handbook's commands run
    assert _run("--year", 2026, *few, "-o", tmp_path / "空.xlsx")[0] == 0
    assert _run("--from", COUNTY, *few, "-o", tmp_path / "填.xlsx")[0] == 0
    assert _run("--from", COUNTY, "--year", 2026, *few, "-o", tmp_path / "新.xlsx")[0] == 0
    found = {}
    for name in ("空", "填", "新"):
        cells: dict[tuple[str, str], object] = {}
        for sheet in marked_sheets(load_workbook(tmp_path / f"{name}.xlsx")).values():
            cells |= keyed(sheet)
        found[name] = [cells["行政复议.收到", key] for key in ("上年", "值")] + [cells["主体.简称", "值"]]

    assert [_meta(tmp_path / f"{name}.xlsx")["种类"] for name in ("空", "填", "新")] == ["报告"] * 3
    assert found == {"空": [None, None, None], "填": [71, 86, "青禾县"], "新": [86, None, "青禾县"]}


def test_topics_may_be_chosen(tmp_path: Path) -> None:
    file = tmp_path / "甲.xlsx"
    assert _run("--unit", "某新单位", "--topics", "行政复议，人民调解", "--year", 2026, "-o", file)[0] == 0
    sheets = marked_sheets(load_workbook(file))

    assert [title for title, sheet in sheets.items() if sheet["A1"].value == "fazhi:指标"] == ["纠纷化解"]


def test_overlays_beside_the_report_count(tmp_path: Path) -> None:
    """As in build; the workbook says which."""
    file = tmp_path / "甲.xlsx"
    code, said = _run("--from", OVERLAID, "-o", file)

    assert code == 0
    assert "叠加" in said
    assert _meta(file)["叠加"]


def test_last_years_promises_go_to_the_units_that_made_them(tmp_path: Path) -> None:
    code, _ = _run(
        "--unit", "县司法局", "--topics", "行政复议", "--from", COUNTY, "--year", 2026, "-o", tmp_path / "甲.xlsx"
    )
    sheet = marked_sheets(load_workbook(tmp_path / "甲.xlsx"))["上年承诺"]

    assert code == 0
    assert keyed(sheet)["1", "事项"]


WRONG = {
    "unknown unit": (("--unit", "县教育居", "--year", 2026), "LOAD120", "县教育局"),
    "a town": (("--unit", "白沙镇", "--year", 2026), "LOAD120", "--units 名单"),
    "unknown topic": (("--topics", "行政复义", "--year", 2026), "LOAD121", "是不是“行政复议”？"),
    "wrong year": (("--from", COUNTY, "--year", 2030), "LOAD122", "--year 2026"),
    "other period": (("--from", COUNTY, "--period", "上半年"), "LOAD123", "--period"),
    "county as unit": (("--from", COUNTY, "--unit", "教育局"), "LOAD124", "--year 2026"),
}


@pytest.mark.parametrize(("arguments", "code", "remedy"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_is_told_and_nothing_written(
    arguments: tuple[object, ...], code: str, remedy: str, tmp_path: Path
) -> None:
    exit_code, said = _run(*arguments, "-o", tmp_path / "out")

    assert exit_code == 1
    assert code in said
    assert remedy in said
    assert "没有生成文件" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "name", "remedy"),
    [
        (("--units",), "y5.xlsx", "写成 -o y5，"),
        (("--unit", "县教育局"), "教育局.xls", "写成 -o 教育局.xlsx"),
        ((), "报告.yaml", "写成 -o 报告.xlsx"),
    ],
)
def test_a_place_that_forms_cannot_go_to(arguments: tuple[str, ...], name: str, remedy: str, tmp_path: Path) -> None:
    code, said = _run(*arguments, "--year", 2026, "-o", tmp_path / name)

    assert code == 1
    assert "LOAD128" in said
    assert remedy in said
    assert not list(tmp_path.iterdir())


FAULTY_UNITS = {
    "full-width colon": ("单位:\n  县教育局：{}\n  县公安局: {}\n", "LOAD021", "units.yaml:2"),
    "twice": ("单位:\n  县教育局: {}\n  县教育局: {包: [通用]}\n", "LOAD014", "units.yaml:3"),
    "slip of the pen": ("单位:\n  县公按局: {}\n", "LOAD088", "units.yaml:2"),
    "which is meant": ("单位:\n  县公按局: {}\n", "LOAD088", "是不是“县公安局”？"),
    "no units": ("年度: 2026\n", "LOAD125", "没有“单位”"),
    "unknown topic": ("单位:\n  县教育局: {另填: [行政复义]}\n", "LOAD088", "units.yaml:2"),
    "unknown package": ("单位:\n  县教育局: {包: [通有]}\n", "LOAD088", "units.yaml:2"),
    "unknown key": ("单位:\n  县教育局: {主题: [学法]}\n", "LOAD082", "units.yaml:2"),
    "two sources": ("单位:\n  甲局: {单一来源: [学法]}\n  乙局: {单一来源: [学法]}\n", "LOAD088", "units.yaml:3"),
}


@pytest.mark.parametrize(("text", "code", "words"), FAULTY_UNITS.values(), ids=FAULTY_UNITS.keys())
def test_faults_of_a_list_of_units_open_at_their_line(text: str, code: str, words: str, tmp_path: Path) -> None:
    file = write(tmp_path, text, "units.yaml")
    exit_code, said = _run("--units", file, "--year", 2026, "-o", tmp_path / "out")

    assert exit_code == 1
    assert code in said
    assert words in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--unit", "县教育局"), "--year"),
        (("--year", 1999), "2004 到 2100"),
        (("--units", "--unit", "县教育局", "--year", 2026), "--unit"),
    ],
)
def test_wrong_usage(arguments: tuple[object, ...], words: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["form", *(str(each) for each in arguments), "-o", str(tmp_path)])

    assert result.exit_code == 2
    assert words in result.output


def test_a_text_too_long_for_a_cell_is_told(tmp_path: Path) -> None:
    text = COUNTY.read_text(encoding="utf-8").replace("举措:\n", f"举措:\n  - {'长' * 32800}\n", 1)
    exit_code, said = _run("--from", write(tmp_path, text), "-o", tmp_path / "out.xlsx")

    assert exit_code == 1
    assert "LOAD126" in said
    assert not (tmp_path / "out.xlsx").exists()
