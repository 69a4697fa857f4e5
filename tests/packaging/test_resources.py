"""Where the data folders are found: in a bare checkout, beside the package; and what is said when they are nowhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.inputs import ROOT

from generator.resources import data_folder

_FIND = "from generator.resources import data_folder; print(data_folder('schemas'))"


def _run(site: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _FIND],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The package alone, without data and without an installation."""
    shutil.copytree(ROOT / "generator", tmp_path / "site" / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "site"


def test_a_bare_checkout_uses_the_folders_beside_the_package(bare: Path, tmp_path: Path) -> None:
    """`pyproject.toml` tells a checkout from a folder that happens to be called schemas."""
    shutil.copy(ROOT / "pyproject.toml", bare)
    (bare / "schemas").mkdir()

    assert _run(bare, tmp_path).stdout.strip() == str(bare / "schemas")


def test_a_folder_beside_an_installed_package_is_not_taken(bare: Path, tmp_path: Path) -> None:
    """In site-packages anything may lie beside; the message says what to do."""
    (bare / "schemas").mkdir()
    done = _run(bare, tmp_path)

    assert done.returncode != 0
    assert "请重新安装" in done.stderr


def test_this_installation_finds_its_folders() -> None:
    """Editable, as the tests run."""
    assert (data_folder("templates") / "report.xml.j2").is_file()
    assert (data_folder("schemas") / "terms.yaml").is_file()
