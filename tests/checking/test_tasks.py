"""Tasks of the outline that a report says nothing of."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import COUNTY, report, see

from generator.diagnostics import Severity

HEADINGS = (
    "习近平法治思想",
    "营商环境",
    "规范性文件",
    "重大行政决策",
    "综合行政执法",
    "突发事件",
    "矛盾纠纷",
    "政务公开",
)
"""A heading for each of the first eight tasks of 2021; 党的领导 is the ninth that is owed."""

FIGURES = "指标:\n  行政复议: {收到: 12}\n  组织领导: {常务会议题: 3}\n"
SECTION = "  - 节: {{标题: 抓好{}, 内容: [做了。]}}\n"
REST = (
    "不足: [{标题: 推进机制不顺, 表现: 有{{ 组织领导.常务会议题 }}件}]\n"
    "履职: [分别落实。]\n安排: [{标题: 加强党的领导, 措施: 乙}]\n"
)


def _body(*headings: str, more: str = "", rest: str = REST) -> str:
    return f"{FIGURES}举措:\n{''.join(SECTION.format(each) for each in headings)}{more}{rest}"


def _found(
    folder: Path, body: str, *, subject: str = COUNTY, head: str = "", offices: tuple[Path, ...] = ()
) -> list[str]:
    """The messages of the check."""
    text = report("  - {名称: 甲稿}\n  - {名称: 乙稿}", subject=subject, body=body, head=head)
    return see(folder, text, offices).of("PART091")


def test_what_is_missing_is_told_once_at_the_measures(tmp_path: Path) -> None:
    """One info for all versions. What is lacking or planned doesn't count, and 必写: 否 isn't missed."""
    text = report("  - {名称: 甲稿}\n  - {名称: 乙稿}", body=_body(*HEADINGS[:5]))
    (found,) = [each for each in see(tmp_path, text).found if each.code == "PART091"]

    assert "“突发事件、纠纷化解、权力监督、党的领导”" in found.message
    assert found.severity is Severity.INFO
    assert found.place.line == text[: text.index("- 节")].count("\n") + 1


LAST = {
    "a heading": SECTION.format("党的领导"),
    "a heading inside a section": "  - 节: {标题: 甲, 内容: [{节: {标题: 推进机制, 内容: [文]}}]}\n",
    "the key 任务": "  - 节: {标题: 甲, 任务: [党的领导], 内容: [文]}\n",
    "a figure": "  - 研究{{ 组织领导.常务会议题 }}件。\n",
    "a sentence": '  - "{{ 组织领导 }}"\n',
    "a figure in a series": '  - 要点: [{题: 一件, 文: "{{ 组织领导.常务会议题 }}件。"}]\n',
    "a figure in a series that runs in": '  - 段: [文。, {要点: ["{{ 组织领导.常务会议题 }}件"]}]\n',
    "a figure in a cell": '  - 表: {列: [甲], 行: [["{{ 组织领导.常务会议题 }}"]]}\n',
    "a table of the topic": "  - 表: {主题: 组织领导}\n",
}


@pytest.mark.parametrize("more", LAST.values(), ids=LAST.keys())
def test_a_task_is_there_by_heading_key_or_figure(more: str, tmp_path: Path) -> None:
    """Any of them is enough; without it the task is missing."""
    assert _found(tmp_path / "with", _body(*HEADINGS, more=more)) == []
    assert len(_found(tmp_path / "without", _body(*HEADINGS))) == 1


def test_a_key_that_contradicts_its_heading_is_let_be(tmp_path: Path) -> None:
    """Both count."""
    more = "  - 节: {标题: 抓好政务公开, 任务: [党的领导], 内容: [文]}\n"
    assert _found(tmp_path, _body(*HEADINGS[:7], more=more)) == []


def test_a_report_with_an_outline_of_its_own_is_left_alone(tmp_path: Path) -> None:
    """Five of nine tasks follow the outline, four don't."""
    assert len(_found(tmp_path / "five", _body(*HEADINGS[:5]))) == 1
    assert _found(tmp_path / "four", _body(*HEADINGS[:4])) == []


def test_the_finding_stands_at_the_section_where_there_is_no_shorthand(tmp_path: Path) -> None:
    """The first one that says what was done."""
    sections = "".join(SECTION.format(each).replace("标题", "事项: 举措成效, 标题") for each in HEADINGS)
    text = report("  - {名称: 稿}", body=f"{FIGURES}正文:\n  - 导语。\n{sections}{REST}")
    (found,) = [each for each in see(tmp_path, text).found if each.code == "PART091"]
    assert found.place.line == text[: text.index("标题: 抓好习近平")].count("\n") + 1


OTHERS = {
    "a town": ("{名称: [中共甲镇委员会, 甲镇人民政府], 类别: 乡镇, 简称: 甲镇}", ""),
    "a bureau": ("{名称: 甲县水利局, 类别: 部门, 简称: 甲县水利局}", ""),
    "a government below the county": ("{名称: 甲镇人民政府, 级别: 乡级, 简称: 甲镇}", ""),
    "half a year": (COUNTY, "期间: 上半年\n"),
}


@pytest.mark.parametrize(("subject", "head"), OTHERS.values(), ids=OTHERS.keys())
def test_others_are_not_reminded(subject: str, head: str, tmp_path: Path) -> None:
    """Only annual reports of counties and above."""
    assert _found(tmp_path, _body(*HEADINGS), subject=subject, head=head) == []


def test_nothing_is_said_when_a_section_could_not_be_read(tmp_path: Path) -> None:
    """It may have been about the task."""
    assert _found(tmp_path, _body(*HEADINGS, more="  - 节: {标题: 甲, 內容: [文], 任务: [党]}\n")) == []


def test_a_government_alone_is_reminded(tmp_path: Path) -> None:
    """Its level is its kind's where it names none."""
    assert len(_found(tmp_path, _body(*HEADINGS), subject="{名称: 甲县人民政府, 简称: 甲县}")) == 1


OWN = """\
基于: "2021"
任务:
  - {名称: 营商, 标题: 优化营商环境}
  - {名称: 决策, 标题: 规范行政决策}
  - {名称: 争议, 标题: 化解行政争议, 必写: ▲}
来源: 本市
强度: 惯例
年度起: 2025
年度止: 2025
"""


@pytest.mark.parametrize(("owed", "missing"), [("是", 1), ("否", 0)])
def test_an_office_says_which_tasks_are_owed(owed: str, missing: int, tmp_path: Path) -> None:
    """In an outline of its own, by 必写."""
    file = tmp_path / "office" / "schemas" / "outlines" / "本市.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(OWN.replace("▲", owed), encoding="utf-8")
    body = _body("优化营商环境", "规范行政决策")
    found = _found(tmp_path / owed, body, head="大纲: 本市\n", offices=(tmp_path / "office",))
    assert ["“争议”" in each for each in found] == [True] * missing
