"""Forms of rows and columns as staff type them: where every cell stands, and what is said of slips."""

from __future__ import annotations

import pytest
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Place

from .conftest import Load

HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n正文: [导语]\n"
FORM = HEAD + "指标:\n  信息公开申请表:\n"


def test_every_cell_knows_its_place(load: Load) -> None:
    """Rows flow or stand, a cell is a figure or says more of itself; what is blank isn't there."""
    text = FORM + (
        "    新收: {自然人: 3, 商业企业: , 总计: 4}\n"
        "    予以公开:\n      自然人: {值: 近20, 备注: 估计}\n"
        "    结转下年:\n"
        "    上年结转_自然人: 2\n"
    )
    loaded, diagnostics = load(text)
    assert loaded is not None
    assert list(diagnostics) == []
    cells = loaded.report.indicators.topic("信息公开申请表").values

    assert {name: str(cell.value) for name, cell in cells.items() if cell.given} == {
        "新收_自然人": "3",
        "新收_总计": "4",
        "上年结转_自然人": "2",
        "予以公开_自然人": "近20",
    }
    assert cells["新收_总计"].at == ("指标", "信息公开申请表", "新收", "总计")
    place = loaded.source.place(cells["新收_总计"].at)
    assert (place.line, place.column) == (7, text.split("\n")[6].index("4") + 1)
    assert cells["予以公开_自然人"].remark == "估计"


SLIPS = {
    "row misspelt": ("    ▲新受: {自然人: 3}\n", "LOAD061", "没有“新受”这一行", "是不是“新收”？"),
    "row by its label": ("    ▲（一）予以公开: {自然人: 3}\n", "LOAD061", "这一行", "是不是“予以公开”？"),
    "row of nowhere": ("    ▲xyz: {自然人: 3}\n", "LOAD061", "没有“xyz”这一行", "可以填：新收、上年结转、予以公开"),
    "column misspelt": ("    新收: {▲自燃人: 3}\n", "LOAD061", "“新收”这一行没有“自燃人”这一列", "是不是“自然人”？"),
    "column of nowhere": ("    新收: {▲xyz: 3}\n", "LOAD061", "没有“xyz”这一列", "可以填：自然人、商业企业"),
    "figure for a row": ("    新收: ▲3\n", "LOAD052", "“新收”是一行", "自然人: 数字"),
    "list for a row": ("    新收: ▲[3, 4]\n", "LOAD052", "“新收”是一行", "自然人: 数字"),
    "no blank behind a colon": ("    新收: 自然人▲:3\n", "LOAD022", "自然人", "空"),
    "no figure in a cell": ("    新收: {自然人: ▲不详}\n", "LOAD056", "“不详”", "只填一个数字"),
    "list in a cell": ("    新收: {自然人: ▲[3]}\n", "LOAD056", "数字", "只填一个数字"),
    "cell twice": (
        "    新收: {自然人: 3}\n    ▲新收_自然人: 4\n",
        "LOAD062",
        "“新收”行“自然人”列填了两次",
        "留一处",
    ),
}


@pytest.mark.parametrize(("rows", "code", "message", "remedy"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_where_it_is(load: Load, rows: str, code: str, message: str, remedy: str) -> None:
    """Once, with what was meant."""
    text, [(line, column)] = unmarked(FORM + rows)
    loaded, diagnostics = load(text)
    (finding,) = diagnostics

    assert (finding.code, finding.place) == (code, Place(finding.place.file, line, column))
    assert message in finding.message
    assert remedy in finding.remedy
    assert is_for_clerks(finding)
    assert loaded is not None


def test_a_column_that_this_row_does_not_have(load: Load) -> None:
    """The form of section two gives licences no number of documents."""
    _, diagnostics = load(HEAD + "指标:\n  信息公开主动公开表:\n    行政许可: {制发: 3}\n")
    (finding,) = diagnostics

    assert "“行政许可”这一行没有“制发”这一列" in finding.message
    assert "可以填：处理决定" in finding.remedy


def test_cells_that_cannot_be_read_are_broken(load: Load) -> None:
    """What lacks them says no more of it, whichever way the slip was made."""
    loaded, _ = load(FORM + "    新受: {自然人: 3}\n    上年结转: {自燃人: 3, 总计: x}\n    结转下年: 3\n")
    assert loaded is not None

    for name in ("新收_自然人", "新收_总计", "上年结转_自然人", "上年结转_总计", "结转下年_其他"):
        assert loaded.is_broken(("指标", "信息公开申请表", name)), name
    assert not loaded.is_broken(("指标", "信息公开申请表", "予以公开_自然人"))


def test_last_year_is_typed_alike(load: Load) -> None:
    """Under 上年."""
    loaded, diagnostics = load(HEAD + "上年:\n  行政应诉统计表: {收案: {一审: 3}, 分项完整: 是}\n")
    assert loaded is not None
    assert list(diagnostics) == []
    figures = loaded.report.last_year.topic("行政应诉统计表")

    assert figures.values["收案_一审"].at == ("上年", "行政应诉统计表", "收案", "一审")
    assert figures.ticked == {"分项完整"}
