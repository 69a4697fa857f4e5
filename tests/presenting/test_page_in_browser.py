"""The page of findings as a browser prints it: the finding follows its paragraph, in Chinese letters, on A4."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import browser, office
from support.inputs import COUNTY

from generator.diagnostics import Diagnostics, Place
from generator.workflows.build import Order, build
from generator.workflows.check import check_and_annotate

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.program() is None, reason="Chromium is not installed (Debian: chromium)"),
    pytest.mark.skipif(bool(office.missing()), reason=office.missing() or "poppler is there"),
]


_KEYS = """
const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", {key}));
const said = (where) => document.querySelector(where).textContent;
const seen = [said("output")];
const now = () => seen.push(said(".now b") + " " + said("output"));
press("j"); now(); press("j"); now(); press("x"); now(); press("k"); now();
document.querySelector("#k-w").click(); press("k"); now();
document.title = seen.join("|") + "|" + document.querySelectorAll(".f button").length;
"""


def test_it_is_walked_through_by_keys(tmp_path: Path) -> None:
    """Hidden findings are passed over; what is done is counted."""
    from generator.presenting.page import as_page  # noqa: PLC0415 - as the command does it

    found = Diagnostics()
    for code, tell in (("TEXT001", found.info), ("TEXT002", found.warning), ("TEXT003", found.error)):
        tell(code, Place("报告.txt", line=1), "不对")
    text = as_page(found, {})
    assert 'class="walk" hidden' in text
    page = tmp_path / "a.html"
    page.write_text(re.sub("<meta http-equiv[^>]*>", "", text) + f"<script>{_KEYS}</script>", encoding="utf-8")
    title = re.search("<title>(.*?)</title>", browser.read_back(page, tmp_path))
    assert title is not None
    assert title[1].split("|") == [
        "共 3", "错误 TEXT003 1/3", "警告 TEXT002 2/3", "警告 TEXT002 2/3，已处理 1", "错误 TEXT003 1/3，已处理 1",
        "提示 TEXT001 2/2，已处理 1", "3",
    ]  # fmt: skip


def test_its_own_script_is_let_run(tmp_path: Path) -> None:
    from generator.presenting.page import as_page  # noqa: PLC0415 - as the command does it

    found = Diagnostics()
    found.error("TEXT001", Place("报告.txt", line=1), "不对")
    page = tmp_path / "a.html"
    page.write_text(as_page(found, {}), encoding="utf-8")
    assert "共 1</output>" in browser.read_back(page, tmp_path)


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
