"""What the handbook and the README tell people to type works."""

from __future__ import annotations

import re
import shlex
import shutil
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.effort import DEEP
from support.inputs import ROOT, write

from generator.cli.app import app
from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.models.form_plan import Form
from generator.workflows.check import check
from generator.writing import xlsx
from generator.writing.xlsx import write_form

HANDBOOK = (ROOT / "docs" / "handbook.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_WITH_ERRORS = "有错误"
"""Behind the language of a block: its commands find errors."""
_MAKE_FORMS = "python examples/county-collection/make_forms.py -o "
_SUBJECT = re.compile(r"^主体:\n(?: .*\n)+", re.MULTILINE)


def _blocks(text: str, language: str) -> list[str]:
    return [body for name, _, body in _BLOCK.findall(text) if name == language]


COMMANDS = [line for block in _blocks(HANDBOOK, "sh") for line in block.splitlines() if line.startswith("fazhi ")]
CHAPTERS = [chapter for chapter in HANDBOOK.split("\n## ")[1:] if "\n```sh" in chapter]


_EVERY = 1 if DEEP else 10


@pytest.fixture(autouse=True)
def _most_forms_of_units_stay_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the forms for all units each is laid out and one in ten is written; `test_form` writes all, of two topics."""
    units = count()

    def write(form: Form) -> bytes:
        skipped = form.purpose == "表单" and next(units) % _EVERY
        return b"" if skipped else write_form(form)

    monkeypatch.setattr(xlsx, "write_form", write)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=[chapter.split("、")[0] for chapter in CHAPTERS])
def test_a_chapter_typed_in_from_above_works(
    chapter: str, tmp_path: Path, county_forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that holds the examples: commands and what they find, what they print, what is to be written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    printed = ""
    for language, note, body in _BLOCK.findall(chapter):
        if language == "sh":
            for command in body.splitlines():
                printed += _run(command, 1 if note == _WITH_ERRORS else 0, county_forms)
        elif language == "text":
            assert [line for line in body.splitlines() if line not in printed] == []
        elif language == "yaml" and body.startswith("主体:"):
            _write_subject(tmp_path / "栖云县2026.yaml", body)


def _run(command: str, expected: int, county_forms: Path) -> str:
    if command.startswith(_MAKE_FORMS):
        folder, _, corrected = command.removeprefix(_MAKE_FORMS).partition(" --")
        shutil.copytree(county_forms / (corrected or "first"), folder, dirs_exist_ok=True)
        return ""
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert result.exit_code == expected, result.output
    return result.output


def _write_subject(report: Path, body: str) -> None:
    """As the clerk does it: what stands there is replaced."""
    text, times = _SUBJECT.subn(body, report.read_text(encoding="utf-8"))
    assert times == 1
    report.write_text(text, encoding="utf-8")


def test_all_commands_are_in_the_handbook() -> None:
    """A command nobody is told of doesn't exist for a clerk."""
    assert set(app.commands) == {command.split()[1] for command in COMMANDS} - {"--help"}


def test_the_first_input_of_the_handbook_is_good(tmp_path: Path) -> None:
    """Typed in as it stands, it has no errors and no warnings."""
    text = next(block for block in _blocks(HANDBOOK, "yaml") if block.startswith("格式"))
    found = check([write(tmp_path, text)])

    assert [d.message for d in found if d.severity is not Severity.INFO] == []


def test_the_units_of_the_handbook_can_be_laid_over(tmp_path: Path) -> None:
    """Typed in as they stand: one added, two removed, one reworded."""
    text = next(block for block in _blocks(HANDBOOK, "yaml") if block.startswith("单位"))
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "units.yaml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    knowledge = load_knowledge((tmp_path,), diagnostics)

    assert knowledge is not None, list(diagnostics)
    assert list(diagnostics) == []
    units = knowledge.units
    assert {"乡镇", "县林业局"} & set(units.units) == set()
    assert {"人民调解", "组织领导"} <= set(units.topics_of("清河镇"))
    assert units.units["县信访局"].说明 == "同时负责人民建议征集"


def test_the_readme_builds_an_example_that_exists() -> None:
    """Its two commands name a file of the checkout and the test extra."""
    built = re.search(r"fazhi build (examples/\S+)", README)

    assert built is not None
    assert (ROOT / built[1]).is_file()
    assert "pip install -e '.[test]' && .venv/bin/python -m pytest" in README


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "docs/handbook.md", "docs/architecture.md"])
def test_links_lead_somewhere(file: str) -> None:
    """Every relative link and picture of the documents is there."""
    text = (ROOT / file).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]

    assert [target for target in targets if not ((ROOT / file).parent / target).exists()] == []
