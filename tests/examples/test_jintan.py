"""The example of 金坛区: what is found in it, and what it shows. Its figures and words: test_seeds."""

from __future__ import annotations

from support.seeds import examined, input_of

from generator.diagnostics import Severity
from generator.document.blocks import Heading, Point, Section, walk

SEED = "jintan-2018"


def test_what_the_published_text_lacks_is_pointed_out() -> None:
    """No duties, a task and two headings lacking, no day and number, vague plans: infos, and nothing else is found."""
    _, diagnostics = examined(SEED)
    lines = input_of(SEED).read_text(encoding="utf-8").splitlines()
    found = [(d.code, lines[d.place.line - 1].strip()) for d in diagnostics if d.place is not None and d.place.line]
    assert found[-1][0] == "PART130"
    assert found[:-1] == [
        ("PART002", "格式: 1"),
        ("PART035", "- {名称: 送审稿, 对象: 送审稿, 主送: [常州市人民政府]}"),
        ("PART038", "- {名称: 报市政府, 对象: 上级政府, 主送: [常州市人民政府]}"),
        ("PART091", "标题: 围绕年度部署，加强组织领导"),
        ("DATA542", "标题: 认真做好行政应诉工作"),
        ("PART005", "事项: [不足原因]"),
        ("PART005", "事项: [下年安排]"),
    ]
    assert len(list(diagnostics)) == len(found)
    assert {d.severity for d in diagnostics} == {Severity.INFO}
    messages = {d.code: d.message for d in diagnostics}
    assert "“第一责任人”" in messages["PART002"]
    assert "同级党委、人大常委会书面" in messages["PART035"]
    assert "文号、签发人、成文日期、印发机关、印发日期" in messages["PART038"]
    assert "“依法行政制度”" in messages["PART091"]


def test_it_is_built_like_the_published_text() -> None:
    """Six headed parts, then problems and plans without a heading; every heading inside runs in."""
    result, _ = examined(SEED)
    for document in result.documents:
        top = [block for block in document.blocks if isinstance(block, Section)]
        inner = [block for part in top for block in walk(part.blocks) if isinstance(block, Section)]
        assert [part.heading is not None for part in top] == [True] * 6 + [False] * 2
        assert [part.items for part in top] == [("举措成效",)] * 6 + [("不足原因",), ("下年安排",)]
        assert [sum(isinstance(block, Section) for block in part.blocks) for part in top] == [4, 3, 4, 4, 3, 2, 0, 4]
        assert all(isinstance(block.heading, Heading) and block.heading.run_in for block in inner)
        assert sum(isinstance(block, Point) for block in walk(top[6].blocks)) == 4


def test_it_goes_to_the_government_above() -> None:
    """Of the year 2018 the government alone reports to the next government; the draft before it has the same text."""
    result, _ = examined(SEED)
    assert [(each.kind, each.addressees) for each in result.report.deliveries] == [
        ("送审稿", ["常州市人民政府"]),
        ("上级政府", ["常州市人民政府"]),
    ]
