"""The example of a fictitious county: every version of one input, and nothing that must not be made up."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from support.inputs import COUNTY, DEPARTMENT

from generator.diagnostics import Diagnostics, Severity
from generator.document.blocks import Annex, Figure, Letterhead, Table, plain, runs, walk
from generator.models.report import FINAL_STATES
from generator.workflows.chain import Chain, Examined
from generator.writing.text import write_text

_KINDS = {
    "送审稿",
    "上级党委和政府",
    "同级党委",
    "人大常委会书面",
    "人大常委会口头",
    "社会公开",
    "上级主管部门",
    "本级党委和政府",
}

_SPEECH = "县人大常委会会议"


@cache
def _examined(file: Path) -> tuple[Examined, Diagnostics, dict[str, str]]:
    diagnostics = Diagnostics()
    chain = Chain((), diagnostics)
    examined = chain.examine(file, diagnostics)
    assert examined is not None
    texts = {each.meta.delivery: write_text(each, chain.known.style) for each in examined.documents}
    return examined, diagnostics, texts


@pytest.mark.parametrize("file", [COUNTY, DEPARTMENT], ids=["county", "department"])
def test_the_example_has_no_error_and_no_warning(file: Path) -> None:
    """What staff copy to begin with."""
    assert [d.message for d in _examined(file)[1] if d.severity is not Severity.INFO] == []


def test_every_kind_that_reports_of_today_use_is_shown() -> None:
    """In two inputs: what the county sends, and what one of its departments sends."""
    kinds = {each.meta.kind for file in (COUNTY, DEPARTMENT) for each in _examined(file)[0].documents}
    assert kinds == _KINDS


@pytest.mark.parametrize("file", [COUNTY, DEPARTMENT], ids=["county", "department"])
def test_nothing_is_made_up(file: Path) -> None:
    """No number, no signer, no day of signing, no person; it is marked as an example and isn't final."""
    examined, _, texts = _examined(file)
    assert examined.report.example
    assert examined.report.state not in FINAL_STATES
    for delivery in examined.report.deliveries:
        assert (delivery.number, delivery.signers, delivery.signed_on, delivery.issued_on) == (None, [], None, None)
        assert delivery.speaker is None or delivery.speaker.name is None
    for text in texts.values():
        assert "示例" in text
        assert not re.search(r"〔20\d\d〕", text)
    heads = [b for d in examined.documents for b in walk(d.blocks) if isinstance(b, Letterhead)]
    assert all(head.number == "" and head.signers == () for head in heads)


def test_the_versions_differ_as_their_readers_need() -> None:
    """The Party head in the joint version only, the internal part not for the public, no annex in a speech."""
    examined, _, texts = _examined(COUNTY)
    party = {name for name, text in texts.items() if "县委主要负责人" in text}
    internal = {name for name, text in texts.items() if "逐项核验" in text}
    advice = {name for name, text in texts.items() if "建议市级统一接口标准" in text}
    annexes = {d.meta.delivery for d in examined.documents if any(isinstance(b, Annex) for b in d.blocks)}

    assert party == {"送审稿", "报市委市政府", "公开版"}
    assert internal == set(texts) - {"公开版", _SPEECH}
    assert advice == {"送审稿", "报市委市政府"}
    assert annexes == set(texts) - {_SPEECH}


def test_each_version_names_who_leads_and_who_supervises() -> None:
    """The opening of a joint report goes up to the city; the government's own names the county's committee too."""
    _, _, texts = _examined(COUNTY)
    county = {name for name, text in texts.items() if "在市委、市政府和县委的坚强领导下" in text}
    congress = {name for name, text in texts.items() if "在县人大及其常委会的监督下" in text}

    assert all("在市委、市政府" in text for text in texts.values())
    assert county == {"报县委", "报县人大常委会", _SPEECH}
    assert congress == {"报县人大常委会", _SPEECH}


def test_the_public_version_leaves_internal_figures_out() -> None:
    """The totals of 信访 are internal, its rates are not; nor is the plan on what inspectors found for everyone."""
    _, _, texts = _examined(COUNTY)
    public, draft = texts["公开版"], texts["送审稿"]

    assert "登记办理信访事项1320件" in draft
    assert "化解信访积案" in draft
    assert "做好法治督察反馈问题整改" in draft
    assert "信访事项及时受理率为100%、按期办结率为99.6%。" in public
    for words in ("1320件", "积案", "督察反馈"):
        assert words not in public


def test_a_speech_is_shorter_and_can_be_read_aloud() -> None:
    """No table, no annex, no brackets with who is responsible; everything else comes from the same figures."""
    examined, _, texts = _examined(COUNTY)
    document = next(each for each in examined.documents if each.meta.delivery == _SPEECH)

    assert len(texts[_SPEECH]) < len(texts["公开版"]) * 0.75
    assert not any(isinstance(block, Table) for block in walk(document.blocks))
    assert "（责任单位：" not in texts[_SPEECH]
    assert "由县委编办、县司法局负责，2026年9月底前完成。" in texts[_SPEECH]
    assert "（责任单位：县委编办、县司法局；完成时限：2026年9月底前）" in texts["送审稿"]


def test_topics_and_last_years_figures_are_used() -> None:
    """Every figure given stands in the joint version, printed, implied or left out by its sentence."""
    examined, _, _ = _examined(COUNTY)
    document = next(each for each in examined.documents if each.meta.kind == "上级党委和政府")
    used = {
        part.ref for block in walk(document.blocks) for run in runs(block) for part in run if isinstance(part, Figure)
    }
    given = {
        f"{prefix}{topic}.{name}"
        for prefix, figures in (("", examined.report.indicators), ("上年.", examined.report.last_year))
        for topic, entry in figures.topics.items()
        for name, value in entry.values.items()
        if value.given
    }

    assert len(examined.report.indicators.topics) >= 50
    assert len(examined.report.last_year.topics) >= 10
    assert given <= used


def test_the_whole_year_is_covered() -> None:
    """Five parts, every task of the outline, and last year's plans answered."""
    examined, diagnostics, texts = _examined(COUNTY)
    heads = [plain(block.heading.inlines) for block in examined.documents[0].blocks if getattr(block, "heading", None)]  # type: ignore[union-attr]  # sections only have one

    assert heads == [
        "2025年推进法治政府建设的主要举措和成效",
        "2025年推进法治政府建设存在的不足和原因",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "2026年推进法治政府建设的主要安排",
        "其他需要报告的情况",
    ]
    assert {each.code for each in diagnostics} <= {"PART038", "PART060", "PART061", "TERM002"}
    assert all("安排在2025年完成的12项任务，已完成11项" in text for text in texts.values())


def test_every_problem_has_its_cause_and_its_plan() -> None:
    """A plan for every problem, each with who and when, and with a number or a day."""
    report = _examined(COUNTY)[0].report

    assert len(report.plans) > len(report.problems) >= 4
    assert all(problem.cause and re.search(r"\d|\{\{", problem.evidence) for problem in report.problems)
    assert all(plan.responsible and "2026年" in (plan.deadline or "") for plan in report.plans)
    assert all(re.search(r"\d|每", plan.measure) for plan in report.plans)


def test_national_tables_stand_in_the_text_and_as_an_annex() -> None:
    """One of 行政应诉 among the paragraphs, one of 信息公开申请 behind them."""
    examined, _, _ = _examined(COUNTY)
    document = examined.documents[0]
    annexes = [block for block in document.blocks if isinstance(block, Annex)]
    inside = [block for each in annexes for block in walk((each,)) if isinstance(block, Table)]
    every = [block for block in walk(document.blocks) if isinstance(block, Table)]

    assert len(annexes) == 2
    assert [len(table.rows) for table in inside] == [14, 25]
    assert [len(table.rows) for table in every if table not in inside] == [15]
