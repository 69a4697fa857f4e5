"""All checks on a report together: exemptions, versions left aside, what follows from errors, and too much of one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checking.findings import Found
from generator.checking.limits import limited
from generator.checking.report import Checked, check_report
from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.knowledge import load_knowledge
from generator.models.base import Path
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue, TopicFigures


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def checked(knowledge: Knowledge, exemptions: list[dict[str, str]] | None = None, **given: Any) -> list[str]:
    """The codes found about a report of a few figures, without versions."""
    values = {name: IndicatorValue.model_validate(value) for name, value in given.pop("figures", {}).items()}
    data = {"年度": 2022, "主体": {"名称": "某区人民政府", "简称": "某区"}, "豁免": exemptions or []}
    report = Report.model_validate({**data, "指标": Figures({"行政复议": TopicFigures(values)})})
    diagnostics = Diagnostics()
    check_report(Checked(report, (), (), _place, **given), knowledge, diagnostics)
    return [found.code for found in diagnostics]


def _place(path: Path) -> Place:
    return Place("甲.yaml", 1, len(path))


OMITTED = (("PART060", ("正文", 3), "公开版", ""), ("PART060", ("正文", 5, "节"), "公开版", ""))


def test_what_the_public_doesnt_get_is_told_part_by_part(knowledge: Knowledge) -> None:
    """For each version and part."""
    assert checked(knowledge, omitted=OMITTED) == ["PART060", "PART060"]


def test_an_omission_can_be_exempted(knowledge: Knowledge) -> None:
    """At its place."""
    exemption = {"规则": "PART060", "位置": "正文.3", "理由": "已报批"}
    assert checked(knowledge, [exemption], omitted=OMITTED) == ["PART060"]


@pytest.mark.parametrize(("all_versions", "codes"), [(True, ["DATA040"]), (False, [])])
def test_an_exemption_for_a_version_left_aside_is_not_vain(
    *, all_versions: bool, codes: list[str], knowledge: Knowledge
) -> None:
    """With only some versions composed, nobody can tell."""
    assert checked(knowledge, [{"规则": "PART007", "理由": "稍后补"}], all_versions=all_versions) == codes


def test_that_input_errors_cant_be_exempted_is_said_all_the_same(knowledge: Knowledge) -> None:
    """This is sure whatever was composed."""
    assert checked(knowledge, [{"规则": "LOAD052", "理由": "无妨"}], all_versions=False) == ["DATA041"]


FIGURES = {"收到": 7, "受理": 6, "不予受理": 3}
BROKEN: dict[str, tuple[frozenset[Path], list[str]]] = {
    "nothing": (frozenset(), ["DATA101"]),
    "another figure": (frozenset([("指标", "行政复议", "审结")]), ["DATA101"]),
    "a term of the sum": (frozenset([("指标", "行政复议", "受理")]), []),
    "a note at a term of the sum": (frozenset([("指标", "行政复议", "受理", "截至")]), []),
    "the topic": (frozenset([("指标", "行政复议")]), []),
}


@pytest.mark.parametrize(("broken", "codes"), BROKEN.values(), ids=BROKEN.keys())
def test_sums_of_what_could_not_be_read_are_not_drawn(
    broken: frozenset[Path], codes: list[str], knowledge: Knowledge
) -> None:
    """They would only repeat the error."""
    assert checked(knowledge, figures=FIGURES, broken=broken) == codes


def _infos(count: int, code: str = "TEXT001", file: str = "甲.yaml") -> list[Diagnostic]:
    return [Diagnostic(code, Severity.INFO, Place(file, line + 1, 1), "不对") for line in range(count)]


def test_infos_of_one_kind_are_told_twenty_times_and_counted(knowledge: Knowledge) -> None:
    """The rest is one line, where the rest begins."""
    left = list(limited(reversed(_infos(33)), knowledge.checks))
    assert len(left) == 21
    assert [found.place.line for found in left] == list(range(1, 22))
    assert (left[-1].code, left[-1].message) == ("TEXT001", "另有13处同样的问题（TEXT001），不再列出")


def test_what_stays_below_the_limit_is_told_whole(knowledge: Knowledge) -> None:
    """Each code and each file by itself, equal findings once; warnings are never cut."""
    found = [*_infos(20), *_infos(20), *_infos(20, "TEXT002"), *_infos(20, file="乙.yaml")]
    found += [Diagnostic("PART007", Severity.WARNING, Place("甲.yaml", line), "不对") for line in range(40)]
    assert len(list(limited(found, knowledge.checks))) == 100


def test_without_its_entry_there_is_no_limit(knowledge: Knowledge) -> None:
    """An office that deletes it sees everything."""
    assert len(list(limited(_infos(50), {}))) == 50


def test_mends_are_limited_too(knowledge: Knowledge) -> None:
    """Findings made elsewhere pass through here."""
    others = tuple(Found(("正文", n), each) for n, each in enumerate(_infos(25)))
    assert checked(knowledge, others=others) == ["TEXT001"] * 21
