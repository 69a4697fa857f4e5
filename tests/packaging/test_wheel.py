"""What is installed: the wheel holds the knowledge, and works far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the backend that is installed already, so without network."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    """Each template and each piece of knowledge is inside the package, and nothing else is at top level."""
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        f"generator/_data/{file.relative_to(ROOT).as_posix()}"
        for folder in ("templates", "schemas")
        for file in (ROOT / folder).rglob("*")
        if file.is_file()
    }

    data |= {f"generator/presenting/page.{end}" for end in ("css", "js")}

    assert data <= names
    assert {name.split("/")[0] for name in names} - {"generator"} == {
        next(name.split("/")[0] for name in names if ".dist-info/" in name)
    }


def test_an_example_builds_from_the_wheel_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """The package found is the wheel's, its data too, and the report appears."""
    site, work = tmp_path / "site", tmp_path / "work"
    zipfile.ZipFile(wheel).extractall(site)
    work.mkdir()
    example = ROOT / "examples" / "luojiang-2022h1" / "report.yaml"
    (work / "report.yaml").write_bytes(example.read_bytes())
    code = (
        "import generator, sys; print(generator.__file__); "
        "from generator.cli import main; main(['build', 'report.yaml', '-o', 'out'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert str(site) in done.stdout.splitlines()[0], done.stderr
    assert len(list((work / "out").glob("*.docx"))) == 2, done.stdout + done.stderr
