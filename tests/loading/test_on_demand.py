"""Shipped entries read on demand are the same as when all is read, and a damaged one is told."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.loading.on_demand import DamagedKnowledgeError, OnDemand, cut, entries_of
from generator.loading.trusted import parse_trusted, read_trusted
from generator.models.knowledge import Knowledge
from generator.models.typography import MendRule
from generator.resources import data_folder
from generator.workflows.chain import Chain

EXAMPLE = Path(__file__).parents[2] / "examples" / "luojiang-2022h1" / "report.yaml"


def _read(*, whole: bool) -> Knowledge:
    knowledge = load_knowledge([], Diagnostics(), whole=whole)
    assert knowledge is not None
    return knowledge


def _shipped() -> list[Path]:
    schemas = data_folder("schemas")
    return [*schemas.glob("*.yaml"), *schemas.glob("indicators/*.yaml")]


@pytest.mark.parametrize("file", _shipped(), ids=lambda file: file.name)
def test_a_file_is_cut_into_its_entries(file: Path) -> None:
    """Entry by entry, a file says what it says as a whole."""
    entries = {name: parse_trusted(text)[name] for name, text in cut(file.read_text(encoding="utf-8")).items()}
    assert entries == read_trusted(file)
    assert list(entries) == list(read_trusted(file))


def test_a_topic_stands_in_one_file() -> None:
    files = data_folder("schemas").glob("indicators/*.yaml")
    counted = Counter(name for file in files for name in read_trusted(file))
    assert {name: times for name, times in counted.items() if times > 1} == {}


def test_entries_on_demand_are_the_same_entries() -> None:
    """In the same order, too: forms and messages list them so."""
    some, every = _read(whole=False), _read(whole=True)
    assert isinstance(some.catalogue.topics, OnDemand)
    for lazily, at_once in (
        (some.catalogue.topics, every.catalogue.topics),
        (some.reporters, every.reporters),
        (some.deliveries, every.deliveries),
        (some.checks, every.checks),
    ):
        assert list(lazily) == list(at_once)
        assert dict(lazily) == dict(at_once)
        assert "没有" not in lazily
        assert len(lazily) == len(at_once)


@pytest.mark.parametrize("kept", [True, False])
def test_a_report_makes_the_topics_it_uses(monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> None:
    """However many topics there are, a report costs what its own cost, be they kept from another run or not."""
    if kept:
        Chain((), Diagnostics())
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", "nowhere")
    made: list[str] = []
    make = OnDemand._make

    def watched(shelf: OnDemand[Any], name: str) -> Any:
        made.append(name)
        return make(shelf, name)

    monkeypatch.setattr(OnDemand, "_make", watched)
    chain = Chain((), Diagnostics())
    assert made == []
    examined = chain.examine(EXAMPLE, Diagnostics())
    assert examined is not None
    topics = {name for name in made if name in chain.known.catalogue.topics}
    assert topics == set(examined.report.indicators.topics)
    assert len(made) == len(set(made))


def test_a_damaged_entry_is_told_when_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("schemas", "templates"):
        shutil.copytree(data_folder(name), tmp_path / name)
    for module in ("knowledge", "kept"):
        monkeypatch.setattr(f"generator.loading.{module}.data_folder", lambda name: tmp_path / name)
    (tmp_path / "schemas" / "reporters.yaml").write_text("政府: {说明: 甲}\n", encoding="utf-8")
    diagnostics = Diagnostics()
    assert Chain((), diagnostics).examine(EXAMPLE, diagnostics) is None
    assert [found.code for found in diagnostics] == ["LOAD084"]


@pytest.mark.parametrize("text", ["甲: [\n", "甲: 乙\n", "甲: {没有: 乙}\n", "甲:\n"])
def test_what_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(DamagedKnowledgeError):
        entries_of(cut(text), MendRule, "码")["甲"]


def test_what_cannot_be_cut_is_refused() -> None:
    with pytest.raises(DamagedKnowledgeError):
        cut("甲: {\n乙\n}\n")
