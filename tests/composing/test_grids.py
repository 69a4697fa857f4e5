"""A form as the table of a report: what was typed stands in its row and column, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape
from support.effort import tries
from support.inputs import SMALL, write
from support.national import Nested, filled, read
from support.phrases import catalogue

from generator.composing.grids import CellView, grid_rows
from generator.diagnostics import Diagnostics
from generator.document.blocks import Cell, Document, Figure, Table, Text, plain, walk
from generator.document.tables import Slot, laid_out
from generator.models.grid import Grid, depth
from generator.workflows.chain import Chain


def form_of(topic: str) -> Grid:
    form = catalogue().topics[topic].表式
    assert form is not None
    return form


FORMS = [name for name, topic in catalogue().topics.items() if topic.表式]
figure = st.one_of(st.just("0"), st.integers(1, 10**6).map(str), st.sampled_from(["近500", "2万余", "1.5"]))


def cells_of(form: Grid) -> st.SearchStrategy[dict[str, str]]:
    """Any few of a form's cells, at least one."""
    return st.dictionaries(st.sampled_from(sorted(form.cells)), figure, min_size=1, max_size=12)


def nested(form: Grid, cells: dict[str, str]) -> dict[str, object]:
    """The cells as they are typed."""
    if not form.two_dimensional:
        return dict(cells)
    rows: dict[str, dict[str, str]] = {}
    for name, value in cells.items():
        row, column = form.cells[name]
        rows.setdefault(row, {})[column] = value
    return dict(rows)


def shown(form: Grid, rows: tuple[tuple[CellView, ...], ...]) -> dict[str, str]:
    """The texts of the cells, read from the table alone: by the order of its rows and columns."""
    table = laid_out([[Cell((Text(str(c.文)),), c.头, across=c.跨列, down=c.跨行) for c in row] for row in rows])
    sides = max((depth(line.项) for line in form.行.values()), default=0) if form.in_blocks else depth(form.行)
    names = iter(form.rows or ("",))
    found: dict[str, str] = {}
    for row in table[0 if form.in_blocks else max(depth(form.列), 1) :]:
        if not form.in_blocks or _is_of_figures(row, form):
            name = next(names)
            texts = [plain(slot.cell.inlines) for slot in row if slot.column >= sides]
            columns = form.columns_of(name)
            found |= {"_".join(filter(None, (name, c))): text for c, text in zip(columns, texts, strict=True)}
    assert next(names, None) is None
    return found


def _is_of_figures(row: tuple[Slot, ...], form: Grid) -> bool:
    """Whether a row of a form in blocks is neither the name nor the head of a block."""
    return len(row) > 1 and plain(row[0].cell.inlines) != form.角


@pytest.mark.parametrize("topic", FORMS)
@settings(max_examples=tries(30))
@given(data=st.data())
def test_what_is_typed_stands_in_its_cell(topic: str, data: st.DataObject) -> None:
    """From nested input to flat figures to the table: every one comes back, zero as 0, blank as blank."""
    form = form_of(topic)
    typed = data.draw(cells_of(form))
    figures = read({topic: nested(form, typed)}).topic(topic)

    def printed(name: str) -> Markup:
        quantity = figures.quantity(name)
        return escape(quantity.printed) if quantity else Markup("")

    back = shown(form, grid_rows(form, printed))
    assert list(back) == list(form.cells)
    assert {name: text for name, text in back.items() if text} == typed


@pytest.mark.parametrize("topic", FORMS)
def test_a_form_without_figures_is_a_head(topic: str) -> None:
    """As other tables of topics are, so that an empty one doesn't count as something said."""
    rows = grid_rows(form_of(topic), None)

    assert laid_out([[Cell((), c.头, across=c.跨列, down=c.跨行) for c in row] for row in rows])
    assert all(cell.头 for row in rows for cell in row)


def composed(folder: Path, figures: Nested, topic: str, kind: str = "送审稿", *, office: str = "") -> Document:
    """A report that shows one topic as a table."""
    table = f"- 表: {{题: 统计表, 主题: {topic}}}\n        - "
    text = SMALL.replace("指标:\n", f"指标:\n{_indented(figures)}", 1).replace("- 建成", f"{table}建成")
    offices = []
    if office:
        write(folder / "office" / "schemas" / "indicators", office, "甲.yaml")
        offices = [folder / "office"]
    diagnostics = Diagnostics()
    examined = Chain(offices, diagnostics).examine(write(folder, text), diagnostics)
    assert examined is not None, list(diagnostics)
    assert [found.message for found in diagnostics if found.code[:4] in ("LOAD", "TMPL")] == []
    return next(document for document in examined.documents if document.meta.kind == kind)


def _indented(figures: Nested) -> str:
    text: str = yaml.safe_dump(figures, allow_unicode=True, sort_keys=False)
    return "".join(f"  {line}\n" for line in text.splitlines())


def table_of(document: Document) -> Table:
    (table,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    return table


def test_the_national_form_as_it_is_composed(tmp_path: Path) -> None:
    """Three rows of head, labels at the side, every figure with its ref."""
    table = table_of(composed(tmp_path, {"信息公开申请表": filled()["信息公开申请表"]}, "信息公开申请表"))
    head = [[(plain(cell.inlines), cell.across, cell.down) for cell in row] for row in table.head]

    assert head == [
        [("项目（第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 7, 1)],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        [(name, 1, 1) for name in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    assert len(table.rows) == 25
    assert [plain(cell.inlines) for cell in table.rows[4][:2]] == ["（三）不予公开", "1.属于国家秘密"]
    first = [part for cell in table.rows[0] for part in cell.inlines if isinstance(part, Figure)]
    assert [(part.ref, part.text) for part in first][:2] == [
        ("信息公开申请表.新收_自然人", "30"),
        ("信息公开申请表.新收_商业企业", "4"),
    ]
    figures = {p.ref for row in table.rows for cell in row for p in cell.inlines if isinstance(p, Figure)}
    assert len(figures) == 175


def test_a_form_in_blocks_has_a_head_over_every_block(tmp_path: Path) -> None:
    """None of them is the head of the whole table, which would be repeated on the next page."""
    table = table_of(composed(tmp_path, {"信息公开主动公开表": filled()["信息公开主动公开表"]}, "信息公开主动公开表"))
    rows = [[plain(cell.inlines) for cell in row] for row in table.rows]

    assert table.head == ()
    assert rows[:4] == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "", "", ""],
        ["行政规范性文件", "6", "2", "41"],
    ]
    assert rows[-2:] == [["信息内容", "本年收费金额（万元）"], ["行政事业性收费", "1203.55"]]
    assert {sum(cell.across for cell in row) for row in table.rows} == {4}


def test_internal_cells_are_blank_in_public(tmp_path: Path) -> None:
    """An office may keep a row to itself."""
    office = "信息公开复议诉讼表: {表式: {行: {行政复议: {标签: 行政复议, 公开属性: 内部}}}}\n"
    figures = {"信息公开复议诉讼表": filled()["信息公开复议诉讼表"]}
    said = {
        kind: [[plain(cell.inlines) for cell in row] for row in table_of(document).rows][:2]
        for kind in ("送审稿", "社会公开")
        for document in [composed(tmp_path / kind, figures, "信息公开复议诉讼表", kind, office=office)]
    }

    assert said["送审稿"][0] == ["行政复议", "1", "1", "0", "1", "3"]
    assert said["社会公开"][0] == ["行政复议", "", "", "", "", ""]
    assert said["送审稿"][1] == said["社会公开"][1] == ["行政诉讼", "未经复议直接起诉", "1", "0", "0", "0", "1"]


def test_a_cell_that_is_not_there_is_not_guessed_from_all(tmp_path: Path) -> None:
    """A form has too many cells to list them all in a message."""
    diagnostics = Diagnostics()
    text = SMALL.replace("建成{{", "{{ 信息公开申请表.xyz }}{{")
    Chain([], diagnostics).examine(write(tmp_path, text), diagnostics)
    (finding,) = (found for found in diagnostics if found.code == "TMPL021")

    assert "等175项" in finding.remedy
    assert finding.remedy.count("、") < 50


def test_an_office_adds_a_row(tmp_path: Path) -> None:
    """Within a group, with its cells, and relations that hold in it too."""
    office = "信息公开复议诉讼表: {表式: {行: {行政诉讼: {项: {再审: 申请再审}}}}}\n"
    figures = {"信息公开复议诉讼表": {"再审": {"维持": 1, "总计": 1}}}
    table = table_of(composed(tmp_path, figures, "信息公开复议诉讼表", office=office))

    assert [plain(cell.inlines) for cell in table.rows[-1]] == ["申请再审", "1", "", "", "", "1"]
