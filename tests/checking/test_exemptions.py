"""Findings that an office lets stand."""

from __future__ import annotations

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.exemptions import apply_exemptions
from generator.checking.findings import Found
from generator.diagnostics import Diagnostic, Place, Severity
from generator.models.base import Path
from generator.models.report import Report


def left(exemptions: list[dict[str, str]], *found: Found) -> list[str]:
    """The codes that are left."""
    report = Report.model_validate({"年度": 2022, "主体": {"名称": "某区人民政府", "简称": "某区"}, "豁免": exemptions})
    return [each.code for each in apply_exemptions(report, found, shipped_checks(), lambda path: Place(str(path)))]


def finding(code: str, *paths: Path) -> Found:
    """A finding about the first path that also concerns the others."""
    return Found(paths[0], Diagnostic(code, Severity.WARNING, Place("甲.yaml"), "不对"), paths[1:])


RECEIVED: Path = ("指标", "行政复议", "收到")
PLACES = {
    "its path": ("指标.行政复议.收到", []),
    "as a reference": ("行政复议.收到", []),
    "the topic": ("指标.行政复议", []),
    "with strokes": ("指标/行政复议/收到", []),
    "everywhere": ("", []),
    "a further figure of the relation": ("行政复议.受理", []),
    "another figure": ("行政复议.审结", ["DATA101", "DATA040"]),
    "part of a name": ("指标.行政", ["DATA101", "DATA040"]),
}


@pytest.mark.parametrize(("place", "codes"), PLACES.values(), ids=PLACES.keys())
def test_an_exemption_takes_out_what_lies_at_its_place(place: str, codes: list[str]) -> None:
    """At or under the place; an exemption that does nothing is said."""
    found = finding("DATA101", RECEIVED, ("指标", "行政复议", "受理"))
    assert left([{"规则": "DATA101", "位置": place, "理由": "年末仍在审查"}], found) == codes


def test_another_code_stands() -> None:
    """An exemption is for one rule."""
    assert left([{"规则": "DATA102", "理由": "有据"}], finding("DATA101", RECEIVED)) == ["DATA101", "DATA040"]


def test_list_positions_can_be_named() -> None:
    """Places in the body count as the input path does."""
    found = finding("PART007", ("正文", 3, "节"))
    assert left([{"规则": "PART007", "位置": "正文.3", "理由": "稍后补写"}], found) == []


def test_input_errors_cannot_be_exempted() -> None:
    """LOAD and TMPL stop a build, whatever the input says."""
    assert left([{"规则": "LOAD052", "理由": "无妨"}], finding("LOAD052", RECEIVED)) == ["LOAD052", "DATA041"]
