"""The rules on finished reports over what the program composes itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import ROOT

from generator.checking.manuscript import ReportSubject, check_manuscript
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.document.flattening import manuscript_of
from generator.workflows.chain import Chain

COUNTY = ROOT / "examples" / "county-2025"
_HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"


@pytest.fixture(scope="module")
def chain() -> Chain:
    """Loading, composing and checking with the shipped knowledge."""
    return Chain([], Diagnostics())


@pytest.mark.parametrize("name", ["report.yaml", "department.yaml"])
def test_the_county_s_versions_are_clean_as_finished_reports(name: str, chain: Chain) -> None:
    """Every version, held against every rule: hints at most."""
    examined = chain.examine(COUNTY / name, Diagnostics())
    assert examined is not None
    report = examined.report
    for document in examined.documents:
        found = Diagnostics()
        subject = ReportSubject(
            report.year, report.subject.kind, report.subject.level, document.meta.kind, report.period
        )
        check_manuscript(manuscript_of(document), chain.known, subject, found)
        assert [each.message for each in found if each.severity is not Severity.INFO] == []


def _found(text: str, chain: Chain, folder: Path) -> list[Diagnostic]:
    file = folder / "report.yaml"
    file.write_text(_HEAD + text, encoding="utf-8")
    diagnostics = Diagnostics()
    chain.examine(file, diagnostics)
    return list(diagnostics)


def test_wording_is_told_where_it_was_typed(chain: Chain, tmp_path: Path) -> None:
    """At the very characters, once for two versions."""
    text = "报送: [{名称: 甲}, {名称: 乙, 对象: 社会公开}]\n正文:\n  - 节: {标题: 成效, 内容: [截止2025年11月办结。]}\n"
    (each,) = [each for each in _found(text, chain, tmp_path) if each.code == "TEXT094"]
    assert (each.place.line, each.place.column) == (6, 22)


def test_figures_typed_into_the_text_are_held_against_each_other(chain: Chain, tmp_path: Path) -> None:
    """Those of the catalogue are told by their own rules."""
    text = "正文: ['组织36名人员考试，合格率达62%。']\n"
    assert "DATA535" in {each.code for each in _found(text, chain, tmp_path)}


def test_an_exemption_holds_for_wording(chain: Chain, tmp_path: Path) -> None:
    """By code and place, as for all checks."""
    text = "正文: ['截止2025年11月，办结5件。']\n豁免: [{规则: TEXT094, 位置: 正文, 理由: 照原文}]\n"
    assert "TEXT094" not in {each.code for each in _found(text, chain, tmp_path)}
    assert "DATA040" not in {each.code for each in _found(text, chain, tmp_path)}
