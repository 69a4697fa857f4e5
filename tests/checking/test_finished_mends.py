"""One cause, one finding: looks that were given to too much, numbers that were lost, sources as clerks read them."""

from __future__ import annotations

import pytest
from support.manuscripts import codes, found

from generator.diagnostics import Diagnostic, Place, Severity, shown_source
from generator.document.line_shapes import shape
from generator.presenting.text import finding

LONG = "行政执法监督不够有力，案卷评查发现的问题没有及时整改，主要原因是人员少、经费不足，培训也跟不上工作需要。"
THREE = "一、成效\n（一）加强领导\n加强。\n{}\n健全。\n（三）抓好监督\n监督。\n二、不足\n不足。"


def test_a_paragraph_set_like_its_heading_is_still_heading_and_text() -> None:
    """The style says heading; nobody sets so long a one."""
    told = shape("（一）监督不够有力。" + LONG, known_level=2)
    assert (told.kind, told.run_in, told.number) == ("节标题", len("监督不够有力。"), "（一）")
    assert shape("（一）监督不够有力。短句。", known_level=2).run_in == 0
    assert shape("（一）监督不够有力", known_level=2).run_in == 0


def test_a_heading_that_lost_its_number_is_told_and_not_the_next() -> None:
    """Renumbering the next one would make it worse."""
    lost = found(THREE.format("健全社会矛盾化解机制"))
    assert [each.place.text for each in lost if each.code == "PART121"] == ["健全社会矛盾化解机制"]
    assert "PART120" not in {each.code for each in lost}


@pytest.mark.parametrize("between", ["健全社会矛盾化解机制。", "健全矛盾化解的机制；"])
def test_a_gap_without_such_a_line_is_a_wrong_number(between: str) -> None:
    """A line that ends like a sentence is no heading."""
    told = codes(THREE.format(between))
    assert "PART120" in told
    assert "PART121" not in told


SOURCES = {
    "各省办法（比照政府，据记忆，待核）": "各省办法（比照政府）",
    "《某规定》（据记忆，条号待核）": "《某规定》",
    "据记忆，待核": "",
    "据记忆，待核；别名取自各地": "别名取自各地",
    "统计制度（据记忆，待核）；“驳回”包括这一项": "统计制度；“驳回”包括这一项",
    "《某法》第三条，未再核": "《某法》第三条",
    "GB/T 9704—2012 7.3.3": "GB/T 9704—2012 7.3.3",
}


@pytest.mark.parametrize(("source", "shown"), SOURCES.items())
def test_doubts_stay_in_the_knowledge(source: str, shown: str) -> None:
    """Clerks read the source; whoever keeps the knowledge reads how sure it is."""
    assert shown_source(source) == shown
    text = finding(Diagnostic("PART001", Severity.INFO, Place("甲"), "乙", source=source))
    assert ("依据：" in text) == bool(shown)
    assert "待核" not in text
