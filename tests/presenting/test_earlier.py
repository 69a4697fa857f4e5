"""What was written an earlier time is told from whatever else lies there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.app import app
from generator.presenting.earlier import is_of_findings

_REPORT = "某县人民政府关于2025年度法治政府建设情况的报告\n\n2025年，全县依法行政，学习XX次。\n"


def _report(folder: Path, name: str = "报告.txt") -> Path:
    file = folder / name
    file.write_text(_REPORT, encoding="utf-8")
    return file


def _check(*arguments: Path | str) -> int:
    return CliRunner().invoke(app, ["check", *map(str, arguments)]).exit_code


@pytest.mark.parametrize("name", ["疑点.txt", "疑点.html", "疑点.json", "疑点.sarif"])
@pytest.mark.parametrize("chosen", ["TEXT", "TERM"])
def test_what_was_found_may_be_written_again(name: str, chosen: str, tmp_path: Path) -> None:
    report, out = _report(tmp_path), tmp_path / name
    _check(report, "--select", chosen, "-o", out)
    assert is_of_findings(out)
    assert _check(report, "--select", chosen, "-o", out) in (0, 1)


@pytest.mark.parametrize(
    "written",
    [
        "经检查，没有发现问题\n",
        "检查记录\n没有发现问题\n",
        "第一组查出2 个错误\n",
        "<html><head><title>检查结果</title></head></html>",
        '{"name": "fazhi"}',
    ],
)
def test_what_somebody_wrote_stays(written: str, tmp_path: Path) -> None:
    report, notes = _report(tmp_path), tmp_path / "记录.txt"
    notes.write_text(written, encoding="utf-8")
    assert not is_of_findings(notes)
    assert _check(report, "-o", notes) == 2
    assert notes.read_text(encoding="utf-8") == written


def test_findings_in_a_folder_are_no_report(tmp_path: Path) -> None:
    _report(tmp_path)
    out = tmp_path / "疑点.txt"
    _check(tmp_path, "-o", out)
    first = out.read_bytes()
    _check(tmp_path, "-o", out)
    assert out.read_bytes() == first


@pytest.mark.parametrize("form", ["text", "html", "json", "sarif"])
def test_names_that_are_no_text(form: str, tmp_path: Path) -> None:
    """On Linux a name may be any bytes, such as GBK from an old archive."""
    try:
        report = _report(tmp_path, "\udcb1\udca8.txt")
    except (OSError, UnicodeError):
        pytest.skip("names are text here")
    out = tmp_path / "疑点.txt"
    assert _check(report, "--format", form, "-o", out) in (0, 1)
    told = out.read_text(encoding="utf-8")
    if form == "sarif":
        (run,) = json.loads(told)["runs"]
        place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert place.endswith("%B1%A8.txt")
