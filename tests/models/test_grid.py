"""Forms of rows and columns in the catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.models.catalogue import Catalogue, Topic
from generator.models.grid import Grid

_SOURCE: dict[str, Any] = {"来源": "测试", "强度": "规定"}
ROWS: dict[str, Any] = {
    "新收": "一、新收",
    "结果": {
        "项": {"公开": "（一）公开", "拒绝": {"项": {"保密": "1.保密"}}, "总计": {"标签": "（二）总计", "总": "是"}}
    },
    "结转": {"标签": "三、结转", "性质": "存量"},
}
COLUMNS: dict[str, Any] = {
    "个人": "个人",
    "单位": {"项": {"企业": {"标签": "企业", "单位": "家"}}},
    "合计": {"总": "是"},
}


def topic(**form: Any) -> Topic:
    """A topic that is a form; without a word, the form above."""
    relations = form.pop("勾稽", [])
    form = form or {"行": ROWS, "列": COLUMNS}
    entry = {"名称": "表", "标签": "一张表", "任务": "权力监督", "表式": form, "勾稽": relations}
    return Topic.model_validate({**entry, **_SOURCE})


def test_cells_are_the_indicators() -> None:
    """Row by row, groups opened; the row's word on a cell comes before the column's."""
    indicators = topic().指标

    assert list(indicators)[:4] == ["新收_个人", "新收_企业", "新收_合计", "公开_个人"]
    assert list(indicators)[-1] == "结转_合计"
    assert len(indicators) == 5 * 3
    assert all(name.isidentifier() for name in indicators)
    assert (indicators["新收_企业"].单位, indicators["新收_个人"].单位) == ("家", "件")
    assert (indicators["结转_企业"].性质, indicators["新收_企业"].性质) == ("存量", "流量")
    assert (indicators["保密_企业"].标签, indicators["保密_企业"].含义) == ("保密·企业", "1.保密，企业")


def test_a_form_of_one_dimension_has_the_names_of_its_lines() -> None:
    """What the form's own word doesn't make clear goes by its name."""
    columns: dict[str, Any] = {
        "罚款": {"标签": "罚款", "单位": "宗"},
        "没收": "没收违法所得、没收非法财物",
        "率": {"标签": "占比", "性质": "比率", "单位": "%", "分子": "罚款", "口径": ["没收"]},
        "总": {"标签": "合计", "总": "是"},
    }
    found = topic(列=columns).指标

    assert {name: entry.标签 for name, entry in found.items()} == {
        "罚款": "罚款",
        "没收": "没收",
        "率": "占比",
        "总": "总",
    }
    assert (found["率"].分子, found["率"].口径) == ("罚款", ["没收"])
    assert topic(列=columns).dimensions == {"列": ["罚款", "没收", "率"]}
    assert list(topic(行=columns).指标) == list(found)


def test_a_group_of_rows_may_have_columns_of_its_own() -> None:
    """Cells that the form doesn't have are no indicators."""
    rows = {"甲": {"列": ["个人"], "项": {"一": "一"}}, "乙": {"列": ["企业", "合计"], "项": {"二": "二"}}}

    assert list(topic(行=rows, 列=COLUMNS).指标) == ["一_个人", "二_企业", "二_合计"]


RELATIONS = {
    "between rows, in each column": (
        {"式": "新收 = 总计 + 结转?", "每": "列"},
        {
            "个人": "表.新收_个人 = 表.总计_个人 + 表.结转_个人?",
            "企业": "表.新收_企业 = 表.总计_企业 + 表.结转_企业?",
            "合计": "表.新收_合计 = 表.总计_合计 + 表.结转_合计?",
        },
    ),
    "between columns, in each row": (
        {"式": "合计 >= 个人", "每": "行"},
        {row: f"表.{row}_合计 >= 表.{row}_个人" for row in ("新收", "公开", "保密", "总计", "结转")},
    ),
}


def relations(entry: dict[str, str], **form: Any) -> dict[str, Any]:
    """The relations that one text is spelled out to, by what is said of each."""
    text = {"码": "DATA901", "说明": "说明", **entry, **_SOURCE}
    found = Catalogue({"表": topic(勾稽=[text], **form)}).relations("表")
    return {said.说明: relation for said, relation in found}


@pytest.mark.parametrize(("entry", "spelled"), RELATIONS.values(), ids=RELATIONS.keys())
def test_a_relation_is_written_once(entry: dict[str, str], spelled: dict[str, str]) -> None:
    """And held in every column or row, which its words name."""
    found = relations(entry)

    assert {said: str(relation) for said, relation in found.items()} == {
        f"说明（“{line}”{entry['每']}）": text for line, text in spelled.items()
    }


@pytest.mark.parametrize(
    ("text", "each", "line", "parts"),
    [
        ("合计 = Σ 列", "行", "新收", ["表.新收_个人", "表.新收_企业"]),
        ("合计 = Σ 单位?", "行", "新收", ["表.新收_企业?"]),
        ("总计 = Σ 结果", "列", "个人", ["表.公开_个人", "表.保密_个人"]),
        ("总计 >= Σ 拒绝@上年", "列", "个人", ["表.保密_个人@上年"]),
    ],
)
def test_sums_leave_totals_out(text: str, each: str, line: str, parts: list[str]) -> None:
    """Of a group, of what stands in groups in it, or of all."""
    (total,) = relations({"式": text, "每": each})[f"说明（“{line}”{each}）"].totals()

    assert [str(part) for part in total.parts] == parts


def test_a_relation_says_nothing_where_the_form_has_no_cell() -> None:
    """The row 二 has no column 个人."""
    rows = {
        "甲": {"列": ["个人", "合计"], "项": {"一": "一"}},
        "乙": {"列": ["企业", "合计"], "项": {"二": "二"}},
    }

    assert list(relations({"式": "个人 <= 合计", "每": "行"}, 行=rows, 列=COLUMNS)) == ["说明（“一”行）"]


BAD = {
    "nothing": ({"角": "项目"}, "要有“行”或“列”"),
    "a name twice": ({"行": {"甲": "甲", "乙": {"项": {"甲": "又"}}}}, "行“甲”写了两次"),
    "unknown column": ({"行": {"甲": {"列": ["丙"], "项": {"一": "一"}}}, "列": {"乙": "乙"}}, "没有列“丙”"),
    "half in blocks": (
        {"行": {"甲": {"列": ["乙"], "项": {"一": "一"}}, "丁": "丁"}, "列": {"乙": "乙"}},
        "各组就都要写",
    ),
    "too wide": ({"列": {f"列{n}": "列" for n in range(51)}}, "最多50列"),
    "too large": ({"行": {f"行{n}": "行" for n in range(1501)}}, "1500格"),
}


@pytest.mark.parametrize(("form", "said"), BAD.values(), ids=BAD.keys())
def test_a_form_that_cannot_be_is_refused(form: dict[str, Any], said: str) -> None:
    """With what is wrong in Chinese."""
    with pytest.raises(ValidationError, match=said):
        Grid.model_validate(form)


def test_a_form_has_no_other_indicators() -> None:
    """They would have no place in its table."""
    with pytest.raises(ValidationError, match="就不写“指标”"):
        Topic.model_validate(
            {
                "名称": "表",
                "标签": "表",
                "任务": "甲",
                "表式": {"列": {"甲": "甲"}},
                "指标": {"乙": {"标签": "乙"}},
                **_SOURCE,
            }
        )


def test_a_topic_without_a_form_needs_indicators() -> None:
    """As before."""
    with pytest.raises(ValidationError, match="指标"):
        Topic.model_validate({"名称": "甲", "标签": "甲", "任务": "甲", **_SOURCE})
