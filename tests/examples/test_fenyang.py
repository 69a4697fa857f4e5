"""The example of 汾阳市: what is found in it, and what it shows. Its figures and words: test_seeds."""

from __future__ import annotations

from support.seeds import examined, input_of

from generator.diagnostics import Severity
from generator.document.blocks import Heading, Paragraph, Point, Section, Signature, plain, walk

SEED = "fenyang-2020"


def test_what_is_wrong_with_the_published_text_is_found_and_nothing_else() -> None:
    """Counted beyond the day it is dated: a warning. A low share told as a result, 128余, plans of no year: hints."""
    _, diagnostics = examined(SEED)
    lines = input_of(SEED).read_text(encoding="utf-8").splitlines()
    worded = [d for d in diagnostics if d.code.startswith(("TEXT", "TERM", "DATA5"))]
    found = [
        (d.code, d.severity, lines[(d.place.line or 0) - 1].strip().partition("  #")[0])
        for d in diagnostics
        if d not in worded
    ]
    assert found == [
        ("DATA016", Severity.WARNING, "数据截至: 2020-12-31"),
        ("PART038", Severity.INFO, "- {名称: 公开版, 对象: 社会公开, 成文日期: 2020-12-28}"),
        ("DATA273", Severity.INFO, "覆盖率: {值: 14.54%, 备注: 原文称“监管数据覆盖度”}"),
        ("DATA009", Severity.INFO, "展板: {值: 128余, 备注: 原文如此；128是确数，后面不宜再加“余”}"),
        ("PART015", Severity.INFO, "标题: 下一步提升法治政府建设水平的工作举措"),
    ]
    said = [(d.code, lines[(d.place.line or 0) - 1][(d.place.column or 0) - 1 :][:2]) for d in worded]
    assert said == [
        ("DATA536", "截至"),
        ("TERM041", "规范"),
        ("TEXT102", "批示"),
        ("TEXT095", "目前"),
        ("TEXT095", "目前"),
        ("TERM040", "坚持"),
        ("TEXT095", "近期"),
        ("TEXT095", "目前"),
    ]
    assert [d.code for d in worded if d.severity is not Severity.INFO] == ["DATA536"]


def test_it_shows_what_a_report_can_hold() -> None:
    """Six parts, headings on their own line and run in, a series of eight points, the opening made by the program."""
    result, _ = examined(SEED)
    for document in result.documents:
        everything = list(walk(document.blocks))
        top = [block for block in document.blocks if isinstance(block, Section)]
        headings = [block.heading for block in everything if isinstance(block, Section) and block.heading]
        opening = next(block for block in everything if isinstance(block, Paragraph))
        assert [section.items for section in top] == [("举措成效",)] * 4 + [("不足原因",), ("下年安排",)]
        assert {heading.run_in for heading in headings if isinstance(heading, Heading)} == {True, False}
        assert sum(isinstance(block, Point) for block in everything) == 8
        assert "党的十九大和十九届二中、三中、四中、五中全会精神" in plain(opening.inlines)
    assert [delivery.kind for delivery in result.report.deliveries] == ["送审稿", "社会公开"]


def test_both_organs_sign_on_the_day_of_the_published_text() -> None:
    """A joint report: the party committee first."""
    for document in examined(SEED)[0].documents:
        (signature,) = [block for block in walk(document.blocks) if isinstance(block, Signature)]
        assert signature.day == "2020年12月28日"
        assert document.meta.organ == "中共汾阳市委 汾阳市人民政府"


def test_every_point_has_its_own_sentence_first() -> None:
    """Also the one whose first sentence ends with a quoted phrase."""
    blocks = examined(SEED)[0].documents[0].blocks
    points = [plain(block.inlines) for block in walk(blocks) if isinstance(block, Point)]
    assert any(point.startswith("推动政务服务“一网通办”。电子政务外网方面") for point in points)
