"""The page of findings: the text beside them, nothing from the network, everything escaped."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from generator.diagnostics import Diagnostics, Place
from generator.document.manuscript import Cell, Line, Manuscript
from generator.document.secrecy_marks import tell_classified
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
    found.info("TEXT011", _at(3, "7&8"), "宜作全角")
    found.warning("PAGE001", _at(1), "应当居中")
    return as_page(found, {_FILE: _manuscript()})


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_whole_and_needs_nothing() -> None:
    """One script, which its policy names; everything else leads to a place on the page itself."""
    page = _page()
    parser = _Parser()
    parser.feed(page)
    assert parser.open == []
    names = [tag for tag, _ in parser.tags]
    assert {"link", "img", "iframe", "i", "form"}.isdisjoint(names)
    assert names.count("script") == 1
    script = page.partition("<script>")[2].partition("</script>")[0]
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in page
    ids = {attributes["id"] for _, attributes in parser.tags if "id" in attributes}
    leads = [attributes["href"] or "" for _, attributes in parser.tags if "href" in attributes]
    assert leads
    assert {lead.removeprefix("#") for lead in leads} <= ids
    assert all("src" not in attributes for _, attributes in parser.tags)
    assert "url(" not in page
    assert len(ids) == sum("id" in attributes for _, attributes in parser.tags)


def test_text_and_findings_stand_side_by_side() -> None:
    """The gravest colour wins where findings overlap; headings that run in are set apart; tables keep their spans."""
    page = _page()
    row = next(row for row in page.split('<div class="row') if "加强领导" in row)
    assert "TEXT060" in row
    assert "DATA530" in row
    assert '<div class="no">2</div>' in row
    assert '<span class="h">（一）加强领导。</span>' in row
    assert re.search(r'<mark class="w TEXT">研究&lt;b&gt;</mark></a><a href="#f\d"><mark class="e DATA">2</mark>', row)
    assert "写法&lt;i&gt;不对&lt;/i&gt;" in row
    assert '<td colspan="2">项目</td>' in page
    assert '<mark class="i TEXT">7&amp;8</mark>' in page


@pytest.mark.parametrize("code", ["TEXT060", "DATA530", "LOAD210", "LOAD200", "PAGE001", "TEXT011"])
def test_every_finding_stands_once(code: str) -> None:
    assert _page().count(f" {code}</b>") == 1


def test_how_it_is_set_stands_behind_what_it_says() -> None:
    """Its places lead to the lines."""
    page = _page()
    assert page.index("7&amp;8") < page.index("PAGE001</b>")
    assert '<a href="#d1p1">第1段</a>' in page


def test_filters_have_their_counts_and_stand_before_what_they_hide() -> None:
    page = _page()
    assert '<label for="k-e" class="e">错误 <b>2</b></label>' in page
    assert '<label for="k-TEXT" class="TEXT">文字 <b>2</b></label>' in page
    assert page.index('id="k-e"') < page.index("<main>")
    assert "k-TERM" not in page


def test_nothing_found_and_one_file() -> None:
    page = as_page(Diagnostics(), {_FILE: _manuscript()})
    assert "没有发现问题" in page
    assert "<nav" not in page
    assert "已处理" not in page.partition("<script>")[0].partition("<main>")[2]


def test_classified_text_is_not_repeated() -> None:
    """Not to be copied, neither an input as it is typed nor a report."""
    found = Diagnostics()
    tell_classified(Place("x.yaml", line=1), found)
    page = as_page(found, {"x.yaml": "# 机密★10年\n不可外传\n", "y.yaml": "可以看\n"})
    assert "不可外传" not in page
    assert "可以看" in page
    assert "LOAD049" in page
