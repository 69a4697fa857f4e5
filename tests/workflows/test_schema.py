"""The JSON Schema that editors use."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.inputs import COUNTY, DEPARTMENT, EXAMPLE, ROOT, SMALL

from generator.workflows.schema import schema

SHIPPED = ROOT / "schemas" / "json" / "report.schema.json"


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema()[0]))


def _errors(text: str) -> list[str]:
    data = yaml.load(text, Loader=_DatesStayText)  # noqa: S506 - a safe loader that leaves dates alone
    return [error.json_path for error in _validator().iter_errors(data)]


class _DatesStayText(yaml.SafeLoader):
    """As editors read YAML: a date is text."""


_DatesStayText.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))


def test_the_shipped_schema_is_fresh() -> None:
    """Models and catalogue have not moved on without it."""
    text, _ = schema()

    assert SHIPPED.read_text(encoding="utf-8") == text, "run: fazhi schema -o schemas/json/report.schema.json"


@pytest.mark.parametrize(
    "text",
    [SMALL, *(file.read_text(encoding="utf-8") for file in (EXAMPLE, COUNTY, DEPARTMENT))],
    ids=["small", "luojiang", "county", "department"],
)
def test_good_inputs_pass(text: str) -> None:
    """What fazhi accepts, the editor doesn't underline."""
    assert _errors(text) == []


@pytest.mark.parametrize("lead", ["惯用", "{领导: 县委, 落实: 《甲县工作要点》, 贯彻: [省委全会精神]}"])
def test_the_opening_paragraph_may_be_a_word_or_slots(lead: str) -> None:
    """Of the report and of a version; a sentence belongs into the text."""
    assert _errors(f"{SMALL}导语: {lead}\n") == []
    assert _errors(SMALL.replace("对象: 送审稿,", "对象: 送审稿, 导语: 无,")) == []
    assert _errors(f"{SMALL}导语: 甲县推进工作。\n") == ["$['导语']"]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("收到: 12", "收倒: 12", "$['指标']['行政复议']"),
        ("类别: 政府", "类别: 衙门", "$['主体']['类别']"),
        ("年度: 2025", "年度: 二〇二五", "$['年度']"),
    ],
)
def test_bad_inputs_are_underlined(old: str, new: str, path: str) -> None:
    """Unknown indicators, choices and types show in the editor."""
    assert path in _errors(SMALL.replace(old, new))


def test_indicators_carry_label_and_unit() -> None:
    """So that an editor can show them while typing."""
    data = json.loads(schema()[0])
    received = data["$defs"]["指标"]["properties"]["行政复议"]["properties"]["收到"]

    assert received["title"]
    assert "单位：件" in received["description"]


FORM = "  信息公开申请表: {新收: {自然人: 3, 总计: {值: 近20}}}\n  行政应诉统计表: {收案: {一审: 3}, 分项完整: 是}\n"


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("", "", ""),
        ("自然人", "自燃人", "$['指标']['信息公开申请表']['新收']"),
        ("新收", "新受", "$['指标']['信息公开申请表']"),
        ("新收: {", "新收_自然人: {", "$['指标']['信息公开申请表']"),
        ("{一审: 3}", "3", "$['指标']['行政应诉统计表']['收案']"),
    ],
)
def test_forms_are_typed_row_by_row(old: str, new: str, path: str) -> None:
    """An editor completes rows and, in them, columns."""
    found = _errors(SMALL.replace("指标:\n", f"指标:\n{FORM.replace(old, new)}", 1))

    assert (path in found) if path else (found == [])


def test_the_schema_is_written_where_asked(tmp_path: Path) -> None:
    """Whole, and as it is printed."""
    text, found = schema(out=tmp_path / "新" / "s.json")

    assert not len(found)
    assert (tmp_path / "新" / "s.json").read_text(encoding="utf-8") == text
