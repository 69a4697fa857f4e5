"""Any single change of any shipped knowledge file, as an office may make it by mistake."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from support.effort import tries
from support.inputs import EXAMPLE, SMALL, write
from support.marked import is_for_clerks
from support.overlays import random_change, shipped_files, write_overlay

from generator.diagnostics import Severity
from generator.workflows.build import Order, build
from generator.workflows.check import check

_ROUNDS = tries(4)
_FILES = shipped_files()


@pytest.mark.parametrize("name", _FILES)
def test_no_change_of_the_knowledge_raises_anything(name: str, tmp_path: Path) -> None:
    """The inputs are checked all the same, or the finding is Chinese and stands in the office's file."""
    without_deliveries = SMALL[: SMALL.index("报送:")] + SMALL[SMALL.index("指标:") :]
    small = (write(tmp_path, SMALL), write(tmp_path, without_deliveries, "bare.yaml"))
    for round_ in range(_ROUNDS):
        change = random_change(name, Random(f"{name} {round_}"))  # noqa: S311 - the same changes every time
        office = write_overlay(tmp_path / str(round_), name, change)
        found = list(check([EXAMPLE, small[round_ % 2]], [office]))
        assert all(is_for_clerks(each) for each in found), change
        in_knowledge = [each for each in found if each.code >= "LOAD08" and each.code < "LOAD10"]
        assert {each.place.file for each in in_knowledge} <= {str(office / name)}, change
        assert all(each.place.line for each in in_knowledge), change


@pytest.mark.parametrize("seed", range(8))
def test_what_passes_of_a_changed_style_can_be_written(seed: int, tmp_path: Path) -> None:
    """Numbers that the profile lets through are numbers that Word files can hold."""
    name = "templates/styles/gbt9704.yaml"
    change = random_change(name, Random(seed))  # noqa: S311 - as above
    office = write_overlay(tmp_path / "office", name, change)
    built = build(Order([write(tmp_path, SMALL)], tmp_path / "out", formats=("docx", "txt"), offices=[office]))
    refused = any(each.severity is Severity.ERROR for each in built.diagnostics)
    assert len(built.written) == (0 if refused else 4)


def test_an_overlay_is_told_of_by_the_command(tmp_path: Path) -> None:
    """An input without 报送 needs the usual kind of delivery; nothing is raised on the way."""
    report = write(tmp_path, SMALL[: SMALL.index("报送")] + SMALL[SMALL.index("指标:") :])
    office = tmp_path / "office"
    write(office / "schemas", "送审稿: {删除: 是}\n", "deliveries.yaml")
    assert [each.code for each in check([report], [office])] == ["LOAD088"]
