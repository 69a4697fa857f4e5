"""The shipped knowledge, and the workbook of the small report, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.books import FEW, shipped, workbook_of

from generator.models.knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the small report."""
    return workbook_of(tmp_path_factory.mktemp("small"), topics=FEW)
