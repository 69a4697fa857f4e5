"""The page of findings: the text beside them, nothing from the network, everything escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from generator.diagnostics import Diagnostics, Place
from generator.document.manuscript import Cell, Line, Manuscript
from generator.presenting.page import as_page

_FILE = "报告<1>.docx"


def _at(number: int, words: str | None = None) -> Place:
    return Place(_FILE, paragraph=number, text=words)


def _manuscript() -> Manuscript:
    lines = (
        Line("标题", "青禾县2025年法治政府建设年度报告", _at(1)),
        Line("节标题", "加强领导。研究<b>2</b>次。", _at(2), number="（一）", level=2, run_in=5),
        Line("表格", "行政复议情况", _at(3), rows=((Cell("项目", colspan=2),), (Cell("收到"), Cell("7&8")))),
        Line("杂项", "— 1 —", Place(_FILE, text="— 1 —")),
    )
    return Manuscript(_FILE, lines)


def _page() -> str:
    found = Diagnostics()
    found.warning("TEXT060", _at(2, "研究<b>2"), "写法<i>不对</i>", "改正", source="GB/T 15834")
    found.error("DATA530", _at(2, "２"), "数字不对")
    found.info("LOAD210", Place(_FILE), "从标题看是2025年")
    found.error("LOAD200", Place("没有.docx"), "没有这个文件")
    return as_page(found, {_FILE: _manuscript()})


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_whole_and_needs_nothing() -> None:
    parser = _Parser()
    parser.feed(_page())
    assert parser.open == []
    names = {tag for tag, _ in parser.tags}
    assert names.isdisjoint({"script", "link", "img", "iframe", "i", "form"})
    assert all("href" not in attributes and "src" not in attributes for _, attributes in parser.tags)
    assert "url(" not in _page()


def test_text_and_findings_stand_side_by_side() -> None:
    """The gravest colour wins where findings overlap; headings that run in are set apart; tables keep their spans."""
    page = _page()
    row = next(row for row in page.split('<div class="row">') if "加强领导" in row)
    assert "TEXT060" in row
    assert "DATA530" in row
    assert '<span class="h">（一）加强领导。</span>' in row
    assert '<mark class="w">研究&lt;b&gt;</mark><mark class="e">2</mark>' in row
    assert "写法&lt;i&gt;不对&lt;/i&gt;" in row
    assert '<td colspan="2">项目</td>' in page
    assert "7&amp;8" in page


@pytest.mark.parametrize("code", ["TEXT060", "DATA530", "LOAD210", "LOAD200"])
def test_every_finding_stands_once(code: str) -> None:
    assert len(re.findall(f"</b>|{code}</b>", _page())) > 0
    assert _page().count(f"{code}</b>") == 1


def test_weights_are_said_in_words() -> None:
    page = _page()
    assert "<b>警告 TEXT060</b>" in page
    assert "2 个错误，1 个警告，1 条提示" in page
