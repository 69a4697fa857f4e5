"""A workbook that LibreOffice saved again, in its kinds of files, gives the same report."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.books import load
from support.inputs import write
from support.office import convert, missing

from generator.models.knowledge import Knowledge

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(missing()), reason=missing() or "LibreOffice is there"),
]


@pytest.mark.parametrize(("kind", "name"), [("xlsx", "small.xlsx"), ("ods", "small.ods"), ("xls", "small.xls")])
def test_the_same_report_comes_out(small: Path, knowledge: Knowledge, tmp_path: Path, kind: str, name: str) -> None:
    source = tmp_path / "small.xlsx"
    source.write_bytes(small.read_bytes())
    out = tmp_path / "out"
    convert([source], out, kind)
    expected, _ = load(write(tmp_path), knowledge)
    loaded, found = load(out / name, knowledge)
    assert [each.code for each in found if each.severity == "error"] == []
    assert expected is not None
    assert loaded is not None
    assert loaded.report == expected.report
    assert loaded.body == expected.body
