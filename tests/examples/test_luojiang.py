"""The example of 罗江区: what is found in it, and what it shows. Its figures and words: test_seeds."""

from __future__ import annotations

from support.seeds import examined

from generator.document.blocks import Heading, Paragraph, Point, Section, Table, plain, walk

SEED = "luojiang-2022h1"


def test_nothing_is_found_but_the_approximate_exact_number() -> None:
    """156余 and 100% without counts stand in the published text; nothing else is found."""
    _, diagnostics = examined(SEED)
    assert [d.code for d in diagnostics] == ["DATA009", "DATA542"]


def test_it_shows_what_a_report_can_hold() -> None:
    """Eleven topics, headings on their own line and run in, series by paragraph and run in, tables, merged items."""
    result, _ = examined(SEED)
    blocks = result.documents[0].blocks
    top = [block for block in blocks if isinstance(block, Section)]
    everything = list(walk(blocks))
    headings = [block.heading for block in everything if isinstance(block, Section) and block.heading]
    assert len(top) == 11
    assert top[-1].items == ("不足原因", "下年安排")
    assert {heading.run_in for heading in headings if isinstance(heading, Heading)} == {True, False}
    assert any(isinstance(block, Point) for block in everything)
    assert any("一是" in plain(block.inlines) for block in everything if isinstance(block, Paragraph))
    assert sum(isinstance(block, Table) for block in everything) == 2
    assert [delivery.kind for delivery in result.report.deliveries] == ["送审稿", "社会公开"]
