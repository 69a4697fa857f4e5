"""Every field that the forms and the field's literature name has its indicator, or a reason why it has none.

The rows stand in `fields/*.yaml`, one file per area: 出处 is the list that names the field (`3.2a <row>` for what units
fill in, `7.2 <letter>` for what reports tell), 项 its name there, and either 指标 or 不设. How many fields a list has
was counted from the lists themselves (`fields/_counts.yaml`), so that rows can't be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.phrases import catalogue

FOLDER = Path(__file__).with_name("fields")
_KEYS = {"出处", "项", "指标", "不设", "单位"}
_BRACKETS = str.maketrans("（）：，", "():,")
_LAST_BRACKET = re.compile(r"\(([^()]*)\)$")
_UNIT_FORM, _GROUP = "3.2a", "7.2"

Row = dict[str, Any]


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@cache
def rows() -> list[tuple[str, Row]]:
    """All rows with the file and number that they are found by."""
    files = sorted(file for file in FOLDER.glob("*.yaml") if not file.name.startswith("_"))
    return [(f"{file.name}:{number}", row) for file in files for number, row in enumerate(_read(file), start=1)]


def counts() -> Mapping[str, Mapping[str, int]]:
    expected: Mapping[str, Mapping[str, int]] = _read(FOLDER / "_counts.yaml")
    return expected


def _plain(text: str) -> str:
    """Without blanks and with half-width brackets: the same name however it was typed."""
    return re.sub(r"\s+", "", str(text).translate(_BRACKETS))


def _row_name(name: str) -> str:
    """The name of a row of the units' form, without the bracket that says whose row it is (乡镇)."""
    return _LAST_BRACKET.sub("", _plain(name))


def _source(row: Row) -> tuple[str, str]:
    """The list and the name in it: ("3.2a", "行政许可"), ("7.2", "B")."""
    listed, _, name = str(row["出处"]).partition(" ")
    return listed, name.split()[0] if listed == _GROUP and name else _row_name(name)


def _expected() -> list[tuple[str, str, int]]:
    forms = [(_UNIT_FORM, _row_name(name), count) for name, count in counts()["分项表"].items()]
    return forms + [(_GROUP, name, count) for name, count in counts()["分组"].items()]


def _items(listed: str, name: str) -> set[str]:
    return {_plain(row["项"]) for _, row in rows() if _source(row) == (listed, name)}


def _unit(row: Row) -> str:
    """The unit that a row gives: under 单位, or in the last bracket of a field of the units' form (期, 名 存)."""
    if "单位" in row:
        return str(row["单位"])
    if _source(row)[0] != _UNIT_FORM:
        return ""
    bracket = _LAST_BRACKET.search(str(row["项"]).translate(_BRACKETS).strip())
    known = {entry.单位 for topic in catalogue().topics.values() for entry in topic.指标.values()} - {""}
    found = [word for word in re.split(r"[\s,;、]+", bracket[1]) if word in known] if bracket else []
    return found[0] if len(found) == 1 else ""


def test_a_row_names_its_source_and_either_an_indicator_or_a_reason() -> None:
    """Nothing else stands in a row, and nothing of it is empty."""
    wrong = [
        where
        for where, row in rows()
        if set(row) - _KEYS
        or not (row.get("出处") and row.get("项"))
        or ("指标" in row) == ("不设" in row)
        or not all(str(value or "").strip() for value in row.values())
    ]
    assert rows()
    assert not wrong


def test_every_indicator_is_in_the_catalogue() -> None:
    """主题.指标, as references write it."""
    named = [(where, str(row["指标"])) for where, row in rows() if "指标" in row]
    missing = [
        f"{where} {name}"
        for where, name in named
        if name.count(".") != 1 or catalogue().indicator(*name.split(".")) is None
    ]
    assert not missing


def test_an_indicator_has_the_unit_that_its_field_has() -> None:
    """A field in 件 is not filled by an indicator in 人."""
    wrong = []
    for where, row in rows():
        unit = _unit(row)
        entry = catalogue().indicator(*str(row["指标"]).split(".", 1)) if "指标" in row and unit else None
        if entry is not None and entry.单位 != unit:
            wrong.append(f"{where} {row['指标']}: {unit} / {entry.单位}")
    assert not wrong


@pytest.mark.parametrize(("listed", "name", "count"), _expected(), ids=[f"{row[0]}-{row[1]}" for row in _expected()])
def test_no_field_of_a_list_is_left_out(listed: str, name: str, count: int) -> None:
    """At least as many different fields stand in the rows as the list itself has."""
    found = _items(listed, name)
    assert len(found) >= count, f"{listed} {name}: {len(found)} of {count}: {sorted(found)}"


def test_every_row_belongs_to_a_list_that_was_counted() -> None:
    """A mistyped name of a list would hide its fields from the count."""
    known = {(listed, name) for listed, name, _ in _expected()}
    strays = [
        f"{where} {row['出处']}"
        for where, row in rows()
        if _source(row)[0] in (_UNIT_FORM, _GROUP) and _source(row) not in known
    ]
    assert not strays
