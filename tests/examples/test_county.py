"""The example of a fictitious county: every version of one input, and nothing that must not be made up."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from support.inputs import COUNTY, DEPARTMENT

from generator.diagnostics import Diagnostics, Severity
from generator.document.blocks import Annex, Figure, Letterhead, plain, runs, walk
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
    internal = {name for name, text in texts.items() if "逐项复核" in text}
    annexes = {d.meta.delivery for d in examined.documents if any(isinstance(b, Annex) for b in d.blocks)}

    assert party == {"送审稿", "报市委市政府", "公开版"}
    assert internal == set(texts) - {"公开版"}
    assert annexes == set(texts) - {"县人大常委会会议"}


def test_ten_topics_and_last_years_figures_are_used() -> None:
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

    assert len(examined.report.indicators.topics) >= 10
    assert given <= used


def test_the_whole_year_is_covered() -> None:
    """Five parts, the fourth head being the next year's plans."""
    examined, _, _ = _examined(COUNTY)
    heads = [plain(block.heading.inlines) for block in examined.documents[0].blocks if getattr(block, "heading", None)]  # type: ignore[union-attr]  # sections only have one

    assert len(heads) == 4
    assert heads[3].startswith("2026年")
