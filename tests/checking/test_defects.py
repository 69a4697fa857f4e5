"""Defects injected one at a time are found where they are; both lists were drawn up before looking at the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from support.defects import Defect, changed_file, changed_input, example_of, finished

from generator.diagnostics import Diagnostic
from generator.workflows.check import check

LISTS: dict[str, dict[str, list[Defect]]] = {
    name: yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("defects", "defects_second")
}
WANTED = 0.9
DRAFT = "送审稿"


def _cases(kind: str) -> list[tuple[str, str]]:
    return [(name, each["名"]) for name, kinds in LISTS.items() for each in kinds[kind]]


def _defect(kind: str, case: tuple[str, str]) -> Defect:
    return next(each for each in LISTS[case[0]][kind] if each["名"] == case[1])


def _new(file: Path, before: Iterable[Diagnostic]) -> list[Diagnostic]:
    known = {(each.code, each.message) for each in before}
    return [each for each in check([file]) if (each.code, each.message) not in known]


@cache
def _of_input(file: Path) -> tuple[Diagnostic, ...]:
    return tuple(check([file]))


@cache
def _of_finished(example: Path, delivery: str) -> tuple[Diagnostic, ...]:
    with TemporaryDirectory() as name:
        file = Path(name) / "成稿.docx"
        file.write_bytes(finished(example, delivery))
        return tuple(check([file]))


def _plain(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


@pytest.mark.parametrize("kinds", LISTS.values(), ids=LISTS)
def test_the_list_is_long_and_most_of_it_is_found(kinds: dict[str, list[Defect]]) -> None:
    """What is known to be missed says why, and is a tenth at most."""
    every = [each for defects in kinds.values() for each in defects]
    assert len(every) >= 60
    assert len({(kind, each["名"]) for kind, defects in kinds.items() for each in defects}) == len(every)
    assert len([each for each in every if each.get("漏")]) <= (1 - WANTED) * len(every)


@pytest.mark.parametrize("case", _cases("输入"), ids=str)
def test_a_defect_of_the_input_is_found(case: tuple[str, str], tmp_path: Path) -> None:
    defect = _defect("输入", case)
    text, changed = changed_input(defect)
    file = tmp_path / "report.yaml"
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()

    def is_there(found: Diagnostic) -> bool:
        line = found.place.line
        around = lines[line - 1] if line is not None else ""
        return line in changed or defect["处"] in found.message or defect["处"] in around

    assert any(map(is_there, _new(file, _of_input(example_of(defect))))) != bool(defect.get("漏"))


@pytest.mark.parametrize("case", _cases("成稿"), ids=str)
def test_a_defect_of_a_finished_report_is_found(case: tuple[str, str], tmp_path: Path) -> None:
    defect = _defect("成稿", case)
    found, is_there = _injected(defect, tmp_path)
    assert any(map(is_there, found)) != bool(defect.get("漏"))


@pytest.mark.parametrize("case", _cases("版面"), ids=str)
def test_a_defect_of_the_layout_is_found(case: tuple[str, str], tmp_path: Path) -> None:
    """Only what is said of the layout counts; words that were typed to shift it are wording."""
    defect = _defect("版面", case)
    found, is_there = _injected(defect, tmp_path)
    of_layout = [each for each in found if each.code.startswith(("PAGE", "PART128"))]
    assert any(map(is_there, of_layout)) != bool(defect.get("漏"))


def _injected(defect: Defect, folder: Path) -> tuple[list[Diagnostic], Callable[[Diagnostic], bool]]:
    """What is newly found in the finished report with the defect, and whether a finding is where the defect is."""
    example, delivery = example_of(defect), defect.get("版", DRAFT)
    data, words = changed_file(finished(example, delivery), defect)
    file = folder / "成稿.docx"
    file.write_bytes(data)
    changed, wanted = _plain(words), _plain(defect.get("处"))

    def is_there(found: Diagnostic) -> bool:
        if "说" in defect:
            return defect["说"] in found.message
        said, place = _plain(found.message), _plain(found.place.text)
        return wanted in said or (bool(place) and place in changed) or wanted in place

    return _new(file, _of_finished(example, delivery)), is_there
