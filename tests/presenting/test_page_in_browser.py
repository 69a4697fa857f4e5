"""The page of findings as a browser prints it: the finding follows its paragraph, in Chinese letters, on A4."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import browser, office
from support.inputs import COUNTY

from generator.workflows.build import Order, build
from generator.workflows.check import check_and_annotate

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.program() is None, reason="Chromium is not installed (Debian: chromium)"),
    pytest.mark.skipif(bool(office.missing()), reason=office.missing() or "poppler is there"),
]


def test_a_finding_follows_its_paragraph(tmp_path: Path) -> None:
    from generator.presenting.page import as_page  # noqa: PLC0415 - as the command does it

    (text,) = build(Order([COUNTY], tmp_path, names=("公开版",), formats=("txt",))).written
    spoilt = tmp_path / "成稿.txt"
    spoilt.write_text(text.read_text(encoding="utf-8").replace("强化审计监督", "强化强化审计监督"), encoding="utf-8")
    result = check_and_annotate([spoilt], copies=False)
    page = tmp_path / "疑点.html"
    page.write_text(as_page(result.diagnostics, result.manuscripts), encoding="utf-8")

    sheets = office.pages(browser.printed(page, tmp_path))
    lines = [line.text.replace(" ", "") for sheet in sheets for line in sheet.lines]
    paragraph = next(number for number, line in enumerate(lines) if "强化强化审计监督" in line)
    finding = next(number for number, line in enumerate(lines) if "TEXT073" in line)
    following = next(number for number, line in enumerate(lines) if "全年召开府院联席会议" in line)
    assert paragraph < finding < following
    assert (round(sheets[0].wide), round(sheets[0].high)) in {(210, 297), (216, 279)}
