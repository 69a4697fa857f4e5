"""What is remembered of a collecting comes back as it was written, and a damaged file is told with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.provenance import load_provenance, provenance_file
from generator.models.provenance import (
    Provenance,
    ReceivedForm,
    SourcedDatum,
    SourcedFigure,
    SourcedPromise,
    SourcePart,
)
from generator.writing.provenance import provenance_bytes

_PART = SourcePart(unit="甲", file="报送/甲.xlsx", sheet="纠纷化解", cell="E5", value="7", share="计入")
_WHOLE = Provenance(
    year=2026,
    period="上半年",
    forms=[ReceivedForm(unit="甲", file="报送/甲.xlsx", number="FZ", modified="2027-01-08T00:00:00Z", digest="ab")],
    figures={
        "行政复议.收到": SourcedFigure(value="7", rule="求和", parts=[_PART], silent=["乙"]),
        "行政复议.受理": SourcedFigure(value="", rule="单一来源"),
    },
    ticked={"行政复议": ["分项完整"]},
    promises={"建章立制": SourcedPromise(result="已完成", parts=[_PART])},
    others={"热线": SourcedDatum(value="3", parts=[_PART])},
    before={"行政复议.收到": "5"},
)


def _written(folder: Path, content: bytes) -> Path:
    report = folder / "report.yaml"
    provenance_file(report).write_bytes(content)
    return report


def test_round_trip(tmp_path: Path) -> None:
    report = _written(tmp_path, provenance_bytes(_WHOLE))
    found = Diagnostics()
    assert load_provenance(report, found) == _WHOLE
    assert len(found) == 0
    assert provenance_file(report).name == "report.来源.json"
    assert b'"\xe5\x8d\x95\xe4\xbd\x8d": "\xe7\x94\xb2"' in provenance_bytes(_WHOLE)


def test_a_report_that_was_never_collected(tmp_path: Path) -> None:
    found = Diagnostics()
    assert load_provenance(tmp_path / "report.yaml", found) is None
    assert len(found) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"7",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
        '{"年度": 2026, "上次": {"甲.乙": "\\ud800"}}'.encode(),
        '{"年度": 2026, "收表": ['.encode() + b"{}," * 200_000 + b"{}]}",
        '{"格式": "2", "年度": 2026}'.encode(),
        '{"格式": "1"}'.encode(),
        '{"格式": "1", "年度": 2026, "别的": 1}'.encode(),
        '{"格式": "1", "年度": 2026, "指标": {"行政复议.收到": 7}}'.encode(),
        '{"格式": "1", "年度": 2026, "指标": {"行政复议.收到": {"值": "7", "规则": "求和", "来源": [{}]}}}'.encode(),
    ],
)
def test_a_damaged_file_is_told_with_a_way_out(tmp_path: Path, content: bytes) -> None:
    found = Diagnostics()
    assert load_provenance(_written(tmp_path, content), found) is None
    told = list(found)
    assert [each.code for each in told] == ["LOAD192"]
    assert "改名或者移走" in told[0].remedy
    (told[0].message + told[0].remedy).encode("gbk")


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    provenance_file(report).mkdir()
    found = Diagnostics()
    assert load_provenance(report, found) is None
    assert [each.code for each in found] == ["LOAD192"]
