"""The example of 复兴镇: what is found in it, and what it shows. Its figures and words: test_seeds."""

from __future__ import annotations

from support.seeds import examined, input_of

from generator.diagnostics import Severity
from generator.document.blocks import Section, Signature, plain, runs, walk

SEED = "fuxing-2020"
GOALS = "信访和稳定工作的目标"


def test_only_the_faults_of_the_published_text_are_more_than_hints() -> None:
    """No word on the heads of town, and 近万余; each is said where it stands."""
    _, diagnostics = examined(SEED)
    lines = input_of(SEED).read_text(encoding="utf-8").splitlines()
    found = {
        each.code: (each.severity, lines[each.place.line - 1].strip().partition(":")[0])
        for each in diagnostics
        if each.place.line is not None
    }
    assert len(found) == len(list(diagnostics))
    weight, line = found.pop("TERM040")
    assert weight is Severity.INFO
    assert "服刑在教人员" in line
    assert found == {
        "PART013": (Severity.WARNING, "格式"),
        "DATA008": (Severity.WARNING, "咨询"),
        "PART015": (Severity.INFO, "标题"),
        "PART038": (Severity.INFO, "- {名称"),
        "PART060": (Severity.INFO, "- 段"),
        "TERM002": (Severity.INFO, "领导"),
        "TEXT102": (Severity.INFO, "文"),
    }


def test_a_town_reports_in_two_names_and_three_parts() -> None:
    """Party committee first; three parts, of which the second and third answer the items they must."""
    result, _ = examined(SEED)
    for document in result.documents:
        top = [block for block in document.blocks if isinstance(block, Section)]
        signed = [block for block in walk(document.blocks) if isinstance(block, Signature)]
        assert [section.items for section in top] == [("举措成效",), ("不足原因",), ("下年安排",)]
        assert [plain(organ) for each in signed for organ in each.organs] == [
            "中共忠县复兴镇委员会",
            "忠县复兴镇人民政府",
        ]
    assert [delivery.kind for delivery in result.report.deliveries] == ["送审稿", "社会公开"]


def test_the_goals_of_petition_work_are_not_for_the_public() -> None:
    """They are in the draft alone."""
    said = {
        document.meta.kind: any(GOALS in plain(part) for block in walk(document.blocks) for part in runs(block))
        for document in examined(SEED)[0].documents
    }
    assert said == {"送审稿": True, "社会公开": False}


def test_the_opening_names_no_later_meeting_than_the_year_had() -> None:
    """The fifth plenum and the conference of November 2020; the plan of the years to 2020."""
    text = "".join(plain(part) for block in walk(examined(SEED)[0].documents[0].blocks) for part in runs(block))
    for word in ("四中、五中全会精神", "中央全面依法治国工作会议精神", "《法治政府建设实施纲要（2015—2020年）》"):
        assert word in text
    assert "六中全会" not in text
    assert "2021—2025年" not in text
