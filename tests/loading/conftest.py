"""The shipped knowledge, loaded once, and a short way to load an input from text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.loading.report import Loaded, load_report
from generator.models.knowledge import Knowledge

Load = Callable[[str], tuple[Loaded | None, Diagnostics]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge as shipped."""
    diagnostics = Diagnostics()
    loaded = load_knowledge([], diagnostics)
    assert loaded is not None, list(diagnostics)
    return loaded


@pytest.fixture
def load(tmp_path: Path, knowledge: Knowledge) -> Load:
    """Write text to report.yaml and load it."""

    def loader(text: str) -> tuple[Loaded | None, Diagnostics]:
        path = tmp_path / "report.yaml"
        path.write_text(text, encoding="utf-8")
        diagnostics = Diagnostics()
        return load_report(path, knowledge, diagnostics), diagnostics

    return loader
