"""The known faults of published reports, in short texts of our own; and in the published texts, where they are at hand.

The folder that FAZHI_PUBLISHED names holds the texts as published; they aren't ours to keep here.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.manuscripts import codes, found, knowledge

from generator.checking.manuscript import ReportSubject, check_manuscript
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.reading.opening import read_manuscript

FOLDER = Path(__file__).parent / "verdicts"
EXAMPLES = sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem not in ("known", "right"))
FAULTS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "known.yaml").read_text(encoding="utf-8"))
RIGHT: list[dict[str, Any]] = yaml.safe_load((FOLDER / "right.yaml").read_text(encoding="utf-8"))
FOUND = [pytest.param(fault, id=f"{fault['例']}-{fault['缺陷']}") for fault in FAULTS if "码" in fault]
PUBLISHED = Path(os.environ.get("FAZHI_PUBLISHED", ""))
needs_texts = pytest.mark.skipif(
    not os.environ.get("FAZHI_PUBLISHED") or not PUBLISHED.is_dir(),
    reason="FAZHI_PUBLISHED names no folder with the published texts",
)
LONG = {
    "长文": "一、成效\n" + "推进法治政府建设各项工作。" * 500,
    "长问题": "一、成效\n推进。\n二、存在的问题\n" + "队伍建设还不适应工作需要。" * 12,
}
_MOST_MISTAKEN = 2
_LONGEST = 20
_VERDICTS = ("对", "误", "存疑")


@pytest.mark.parametrize("fault", FOUND)
def test_the_fault_is_found_in_a_short_text(fault: dict[str, Any]) -> None:
    """Under the code that the table names."""
    subject = ReportSubject(
        fault.get("年度", 2025), fault.get("类别", "政府"), None, fault.get("对象"), fault.get("期间", "全年")
    )
    text = LONG.get(fault["短例"], fault["短例"])
    dated: date | None = fault.get("成文")
    assert fault["码"] in codes(text, subject, dated)


@pytest.mark.parametrize("case", [pytest.param(each, id=f"{each['码']}-{each['理由']}") for each in RIGHT])
def test_what_is_right_is_not_told(case: dict[str, Any]) -> None:
    """What a reader judged to be a false alarm, and what a rule might take for a fault; or not with such a weight."""
    subject = ReportSubject(
        case.get("年度", 2025), case.get("类别", "政府"), None, case.get("对象"), case.get("期间", "全年")
    )
    told = [each for each in found(case["短例"], subject, case.get("成文")) if each.code == case["码"]]
    assert [each for each in told if each.severity.value == case.get("轻重", each.severity.value)] == []


def test_every_fault_has_a_rule_or_a_reason() -> None:
    """And a place, when it stands in one of the texts."""
    for fault in FAULTS:
        assert ("码" in fault) != bool(fault.get("不查"))
        assert "码" not in fault or fault["例"] == "其他" or fault["处"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_verdicts_are_given_with_reasons(example: str) -> None:
    """By two readers; the second says why where the two differ. Excerpts are short."""
    table = _table(example)
    for each in (*table["判定"], *table.get("曾误", [])):
        assert each["判"] in _VERDICTS
        assert each["复核"] in _VERDICTS
        assert each["判"] == each["复核"] or each["复核理由"]
    assert all(each["理由"] for each in table["判定"])
    assert all(len(each["处"]) <= _LONGEST for each in table["判定"])


@needs_texts
@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_found_in_the_text_is_what_was_judged(example: str) -> None:
    """Nothing new, nothing gone, and nothing that was given up as mistaken."""
    judged = {(each["码"], each["处"]): each.get("数", 1) for each in _table(example)["判定"]}
    assert Counter((each.code, (each.place.text or "")[:_LONGEST].strip()) for each in _examined(example)) == judged


@needs_texts
@pytest.mark.parametrize("example", EXAMPLES)
def test_hardly_anything_that_weighs_is_mistaken(example: str) -> None:
    """Two at most for a text, whichever reader says so."""
    mistaken = {(each["码"], each["处"]) for each in _table(example)["判定"] if "误" in (each["判"], each["复核"])}
    weighing = [each for each in _examined(example) if each.severity is not Severity.INFO]
    assert (
        sum((each.code, (each.place.text or "")[:_LONGEST].strip()) in mistaken for each in weighing) <= _MOST_MISTAKEN
    )


@needs_texts
@pytest.mark.parametrize("fault", [each for each in FOUND if each.values[0]["例"] != "其他"])  # type: ignore[index]  # values of pytest.param
def test_the_fault_is_found_in_the_published_text(fault: dict[str, Any]) -> None:
    """At the place that the table names."""
    found = [each for each in _examined(fault["例"]) if each.code == fault["码"]]
    assert any(fault["处"] in (each.place.text or "") for each in found)


def _table(example: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{example}.yaml").read_text(encoding="utf-8"))
    return loaded


def _examined(example: str) -> list[Diagnostic]:
    table = _table(example)
    manuscript = read_manuscript(PUBLISHED / table["文件"], Diagnostics())
    assert manuscript is not None
    found = Diagnostics()
    subject = ReportSubject(table["年度"], table["类别"], table["级别"], table.get("对象"), table.get("期间"))
    check_manuscript(manuscript, knowledge(), subject, found)
    return list(found)
