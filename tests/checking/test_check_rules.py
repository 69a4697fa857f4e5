"""The entries of schemas/checks.yaml."""

from __future__ import annotations

import re

import pytest
from support.inputs import ROOT
from support.knowledge_files import shipped_checks

from generator.checking.findings import Finder
from generator.diagnostics import Place
from generator.models.check import CheckRule


@pytest.mark.parametrize("code", shipped_checks())
def test_every_entry_can_be_printed_and_has_its_place(code: str) -> None:
    """Codes in the ranges of figures and structure; no character that a GBK console can't show."""
    rule = shipped_checks()[code]
    assert re.fullmatch(r"(DATA|PAGE|PART|TEXT|TERM)\d{3}", code)
    assert all(text for text in (rule.名称, rule.说明, rule.消息, rule.办法, rule.来源))
    (rule.消息 + rule.办法 + rule.说明).encode("gbk")


def test_slots_are_filled_and_unknown_ones_stay() -> None:
    """Filling is plain text: what stands in a value is not a slot."""
    rule = shipped_checks()["DATA008"].model_copy(update={"消息": "{指标}：{值}，{别的}"})
    assert rule.message({"指标": "{值}", "值": "近1万余"}) == "{值}：近1万余，{别的}"


def test_a_parameter_must_be_a_whole_number() -> None:
    """An office that writes something else is told which."""
    rule: CheckRule = shipped_checks()["PART009"]
    assert rule.number("每行字数") == 28
    with pytest.raises(ValueError, match="参数“层数”应当是整数"):
        rule.number("层数")


@pytest.mark.parametrize("code", shipped_checks())
def test_what_a_remedy_tells_to_type_can_be_read(code: str) -> None:
    """A key in quotes has a half-width colon and a blank behind it, or the next run would only find that."""
    rule = shipped_checks()[code]
    typed = re.findall(r"“([^”]*[：:][^”]*)”", rule.办法)
    assert [piece for piece in typed if re.search(r"：|:(?! )", piece)] == []


def test_a_remedy_shows_a_value_that_can_be_pasted() -> None:
    """Braces that belong to YAML stay, slots between them are filled."""
    remedy = shipped_checks()["DATA003"].remedy({"合口径": "受理", "值": "33.3%"})
    assert "“{值: 33.3%, 口径: 受理}”" in remedy


@pytest.mark.parametrize(
    ("place", "remedy"), [(Place("a.yaml", 1), "写成 {口径: …}"), (Place("a.xlsx", sheet="数", cell="C5"), "填在C")]
)
def test_who_fills_cells_is_not_told_of_keys(place: Place, remedy: str) -> None:
    rule = CheckRule(
        名称="甲", 说明="甲", 严重="info", 消息="甲", 办法="写成 {口径: …}", 表办法="填在C", 来源="甲", 强度="惯例"
    )
    finder = Finder({"DATA002": rule}, lambda _path: place)
    finder.add("DATA002", ())
    assert [found.diagnostic.remedy for found in finder.found] == [remedy]


def test_no_code_is_given_twice() -> None:
    """Two rules written at the same time may take the same number; the one read later would hide the other."""
    codes = [
        line.removesuffix(":")
        for file in sorted((ROOT / "schemas" / "checks").glob("*.yaml"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.fullmatch(r"[A-Z]{4}\d{3}:", line)
    ]
    assert sorted(codes) == sorted(set(codes))
