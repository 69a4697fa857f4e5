"""The forms of a small county, made and filled in once for all tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.collecting import blank_forms, sent_back


@pytest.fixture(scope="session")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return blank_forms(tmp_path_factory.mktemp("blank"))


@pytest.fixture(scope="session")
def returned(tmp_path_factory: pytest.TempPathFactory, blanks: dict[str, Path]) -> Path:
    return sent_back(blanks, tmp_path_factory.mktemp("sent"))


@pytest.fixture
def county(tmp_path: Path, returned: Path) -> Path:
    """A folder of its own: the list of units, and the forms in 报送."""
    return Path(shutil.copytree(returned, tmp_path / "县"))
