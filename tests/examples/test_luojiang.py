"""The example of 罗江区: every figure of the published text is in it and in the report, the words are our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from support.inputs import EXAMPLE
from support.overlap import RUN, runs
from support.phrases import catalogue

from generator.diagnostics import Diagnostics
from generator.document.blocks import (
    Figure,
    Heading,
    Paragraph,
    Point,
    Section,
    Signature,
    Table,
    plain,
    walk,
)
from generator.document.blocks import runs as inline_runs
from generator.workflows.chain import Chain, Examined

PUBLISHED = Path(__file__).parent / "published_runs.txt"

FIGURES = [
    ("法治思想学习.中心组", "1", "次"),
    ("法治思想学习.常务会议", "1", "次"),
    ("行政应诉.应诉", "8", "件"),
    ("行政应诉.出庭率", "100%", "%"),
    ("其他数据.反馈单位", "8", "个"),
    ("其他数据.优化审批事项", "39", "项"),
    ("其他数据.便民服务圈", "15", "分钟"),
    ("其他数据.便民机构覆盖率", "100%", ""),
    ("证明事项.告知承诺", "64", "项"),
    ("规范性文件.审核", "8", "件"),
    ("规范性文件.报送备案", "6", "件"),
    ("规范性文件.报备率", "100%", "%"),
    ("规范性文件.及时率", "100%", "%"),
    ("规范性文件.规范率", "100%", "%"),
    ("法律顾问.律所", "4", "家"),
    ("法律顾问.律师", "10", "名"),
    ("法律顾问.外聘单位", "18", "个"),
    ("法律顾问.公职律师", "4", "名"),
    ("重大行政决策.审查", "40", "项"),
    ("其他数据.柔性执法部门", "9", "个"),
    ("执法考试.报名", "597", "人"),
    ("行政复议.收到", "7", "件"),
    ("行政复议.受理", "6", "件"),
    ("行政复议.不予受理", "1", "件"),
    ("行政复议.审结", "6", "件"),
    ("行政复议.直接纠错", "2", "件"),
    ("其他数据.复议增员", "1", "名"),
    ("其他数据.复议宣传册", "1000余", "份"),
    ("其他数据.复议讲座", "2", "场"),
    ("人民调解.调解", "537", "件"),
    ("人民调解.成功", "537", "件"),
    ("人民调解.成功率", "100%", "%"),
    ("其他数据.选任调解员", "5", "名"),
    ("数据共享.挂载", "1579", "条"),
    ("数据共享.上云单位", "6", "个"),
    ("政务服务.跨省通办", "100", "项"),
    ("政务服务.省内通办", "228", "项"),
    ("政务服务.边界通办", "43", "项"),
    ("公共法律服务.顾问村", "93", "个"),
    ("公共法律服务.法治体检", "30余", "家"),
    ("其他数据.根治欠薪活动", "3", "场次"),
    ("其他数据.根治欠薪讲座", "2", "次"),
    ("其他数据.根治欠薪走访", "11", "家"),
    ("其他数据.农民工合同", "800余", "份"),
    ("普法宣传.活动", "20余", "次"),
    ("普法宣传.资料", "2万余", "份"),
    ("普法宣传.咨询", "768", "人次"),
    ("普法宣传.稿件", "156余", "条"),
    ("其他数据.创建指标", "100", "项"),
]
IMPLIED = {"规范性文件.及时率", "规范性文件.规范率", "人民调解.成功"}
"""Said by 均 and by the rate of success, so not printed a second time; 行政复议.审结 stands in the table."""


@cache
def examined() -> tuple[Examined, Diagnostics]:
    diagnostics = Diagnostics()
    result = Chain((), diagnostics).examine(EXAMPLE, diagnostics)
    assert result is not None, [d.message for d in diagnostics]
    return result, diagnostics


def figures(version: int) -> list[Figure]:
    blocks = examined()[0].documents[version].blocks
    return [
        part for block in walk(blocks) for inlines in inline_runs(block) for part in inlines if isinstance(part, Figure)
    ]


@pytest.mark.parametrize(("ref", "printed", "unit"), FIGURES, ids=[row[0] for row in FIGURES])
def test_every_published_figure_is_in_the_input(ref: str, printed: str, unit: str) -> None:
    """Value and unit, as indicator or as other datum."""
    result, _ = examined()
    first, name = ref.split(".")
    if first == "其他数据":
        datum = next(d for d in result.report.other_data if d.name == name)
        assert (datum.value.printed, datum.unit) == (printed, unit)
    else:
        quantity = result.report.indicators.quantity(first, name)
        assert quantity is not None
        entry = catalogue().topics[first].指标[name]
        assert (quantity.printed, entry.单位) == (printed, unit)


@pytest.mark.parametrize("version", [0, 1], ids=["送审稿", "公开版"])
@pytest.mark.parametrize(("ref", "printed"), [row[:2] for row in FIGURES], ids=[row[0] for row in FIGURES])
def test_every_published_figure_is_in_the_report(ref: str, printed: str, version: int) -> None:
    """Printed as typed wherever it stands, and declared where the sentence implies it."""
    found = [figure for figure in figures(version) if figure.ref == ref and not figure.by]
    assert {figure.text for figure in found if figure.role == "印"} == (set() if ref in IMPLIED else {printed})
    assert ref not in IMPLIED or [figure.role for figure in found] == ["含"]


def test_no_figure_is_in_the_input_that_was_not_published() -> None:
    """The other way round: nothing was made up."""
    result, _ = examined()
    given = {f"{topic}.{name}" for topic, f in result.report.indicators.topics.items() for name in f.values}
    given |= {f"其他数据.{datum.name}" for datum in result.report.other_data}
    assert given == {row[0] for row in FIGURES}


def test_the_words_are_our_own() -> None:
    """No run as long as a line is shared with the published text, titles of documents apart."""
    published = PUBLISHED.read_text(encoding="ascii").replace("\n", "")
    known = {published[start : start + 10] for start in range(0, len(published), 10)}
    blocks = examined()[0].documents[0].blocks
    ours = "".join(plain(inlines) for block in walk(blocks) for inlines in inline_runs(block))
    assert len(known) > 4000
    assert not runs(ours) & known


def test_shared_runs_are_noticed() -> None:
    """The comparison sees a shared line whatever its marks, and no shorter run."""
    line = "全面排查各类安全隐患依法查处违法违规行为切实维护人民群众"
    assert len(line) == RUN
    assert runs(f"各镇{line}生命安全") & runs(f"{line[:9]}，{line[9:]}。")
    assert not runs(f"各镇{line[:-1]}的") & runs(f"村里{line[1:]}安")


def test_nothing_is_found_but_the_approximate_exact_number() -> None:
    """156余 stands in the published text; the check says what is wrong with it, and nothing else is found."""
    _, diagnostics = examined()
    assert [d.code for d in diagnostics] == ["DATA009"]


def test_it_is_marked_as_an_example_and_carries_no_number_or_signer() -> None:
    """Built from a real organ's text, it must not look like a document of that organ."""
    result, _ = examined()
    assert result.report.example
    assert "示例，不是公文" in EXAMPLE.read_text(encoding="utf-8")
    assert all(delivery.signed_on is None and not delivery.sealed for delivery in result.report.deliveries)
    signed = [block for block in walk(result.documents[0].blocks) if isinstance(block, Signature)]
    assert [block.day for block in signed] == [""]


def test_it_shows_what_a_report_can_hold() -> None:
    """Eleven topics, headings on their own line and run in, series by paragraph and run in, tables, merged items."""
    result, _ = examined()
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
