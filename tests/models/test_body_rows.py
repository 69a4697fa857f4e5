"""The body goes into rows and comes back the same."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.models.body import Block
from generator.models.body_rows import BODY_KEYS, Row, RowError, data_of, rows_of
from generator.models.form import from_lines, in_lines

_BLOCKS = TypeAdapter(list[Block])

_TEXT = st.text("法治1a \n\\|=。", min_size=1, max_size=6).filter(str.strip)
_WORDS = st.lists(_TEXT, max_size=2)


def _visible(kind: str, inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({kind: inside}, optional=_READERS)


_READERS: dict[str, st.SearchStrategy[Any]] = {
    "只给": _WORDS,
    "不给": _WORDS,
    "不公开": st.sampled_from(["是", "否"]),
    "id": st.just("甲_1"),
}
_POINT = st.fixed_dictionaries({"文": _TEXT}, optional={"题": _TEXT}) | st.fixed_dictionaries({"题": _TEXT})
_POINTS = st.lists(_POINT, min_size=1, max_size=3)
_RUN_IN = st.fixed_dictionaries(
    {"要点": _POINTS}, optional={key: each for key, each in _READERS.items() if key != "id"}
)
_TABLE = st.fixed_dictionaries({"题": _TEXT, "主题": _TEXT}) | st.integers(1, 3).flatmap(
    lambda wide: st.fixed_dictionaries(
        {
            "列": st.lists(_TEXT, min_size=wide, max_size=wide),
            "行": st.lists(st.lists(_TEXT | st.just(""), min_size=wide, max_size=wide), max_size=3),
        },
        optional={"题": _TEXT},
    )
)
_LEAVES = st.one_of(
    _TEXT,
    _visible("段", st.lists(_TEXT | _RUN_IN, min_size=1, max_size=5)),
    _visible("要点", _POINTS),
    _visible("表", _TABLE),
    _visible("图", st.fixed_dictionaries({"文件": _TEXT}, optional={"题": _TEXT, "宽": st.integers(1, 156)})),
)


def _section(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    texts = dict.fromkeys(("标题", "原因", "时限"), _TEXT)
    lists = dict.fromkeys(("事项", "任务", "责任单位"), _WORDS)
    form = {"标题式": st.sampled_from(["独行", "接排"]), "内容": st.lists(inside, max_size=4)}
    return st.fixed_dictionaries({"节": st.fixed_dictionaries({}, optional={**texts, **lists, **form, **_READERS})})


_BODIES = st.lists(st.recursive(_LEAVES, _section, max_leaves=12), max_size=5)


@given(_BODIES)
def test_every_body_comes_back_from_its_rows(data: list[Any]) -> None:
    body = _BLOCKS.validate_python(data)
    assert _BLOCKS.validate_python(data_of(list(rows_of(body))).blocks) == body


@given(_BODIES)
def test_every_cell_is_the_place_of_a_value(data: list[Any]) -> None:
    rows = list(rows_of(_BLOCKS.validate_python(data)))
    places = set(data_of(rows).places.values())
    cells = {(number, key) for number, row in enumerate(rows) for key in row.cells if key != "不公开"}
    assert cells <= places


@given(st.lists(_TEXT | st.sampled_from(["\\", "\\n", "\n", "a\\\n"]), min_size=1, max_size=4))
def test_texts_in_one_cell_come_back(texts: list[str]) -> None:
    assert from_lines(in_lines(texts)) == texts


def test_rows_read_as_staff_fill_them_in() -> None:
    body = yaml.safe_load("""
- 段: 导语。
- 节:
    标题: 健全制度
    事项: [举措成效]
    内容:
      - 段: ["着力做好：", {要点: [{题: 抓源头, 文: 排查。}, {文: 化解。}]}, "成效明显。"]
      - 要点: [甲, 乙]
      - 要点: [丙]
      - 表: {题: 情况表, 列: [名称, 数量], 行: [[复议, "7"]]}
""")
    rows = list(rows_of(_BLOCKS.validate_python(body)))
    assert [(row.level, row.kind, row.cells.get("文", row.cells.get("标题", ""))) for row in rows] == [
        (1, "段", "导语。"),
        (1, "节", "健全制度"),
        (2, "段", "着力做好："),
        (2, "段内要点", "排查。"),
        (2, "段内要点", "化解。"),
        (2, "续", "成效明显。"),
        (2, "要点", "甲"),
        (2, "要点", "乙"),
        (2, "另起", ""),
        (2, "要点", "丙"),
        (2, "表", "名称\n数量"),
        (2, "行", "复议\n7"),
    ]
    assert set().union(*(row.cells for row in rows)) <= set(BODY_KEYS)


@pytest.mark.parametrize(
    ("rows", "at", "message"),
    [
        ([Row(2, "段", {"文": "甲"})], (0, "级"), "级是2，上面的节只到第0级"),
        ([Row(1, "续", {"文": "甲"})], (0, "类型"), "“续”的上面没有同级的“段”"),
        ([Row(1, "段", {"文": "甲"}), Row(1, "行", {"文": "乙"})], (1, "类型"), "“行”的上面没有同级的“表”"),
        ([Row(1, "小节", {"文": "甲"})], (0, "类型"), "没有“小节”这种类型"),
        ([Row(1, "节"), Row(2, "段", {"文": "甲"}), Row(1, "续", {"文": "乙"})], (2, "类型"), "同级的“段”"),
    ],
)
def test_rows_that_fit_nowhere_are_refused(rows: list[Row], at: tuple[int, str], message: str) -> None:
    with pytest.raises(RowError, match=message) as caught:
        data_of(rows)
    assert (caught.value.row, caught.value.key) == at
    assert caught.value.remedy
