"""A new input from a collecting: it says what to fill in, and builds as soon as that is done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.books import shipped
from support.collected import county, merged

from generator.diagnostics import Diagnostics, Severity
from generator.loading.yaml import parse_yaml
from generator.models.collection import Collection
from generator.models.knowledge import Knowledge
from generator.workflows.build import Order, build
from generator.writing.skeleton import new_report


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped()


def _made(collection: Collection, knowledge: Knowledge) -> str:
    return new_report(collection, knowledge, knowledge.outline_for(collection.year))


def _filled(text: str) -> str:
    for key, value in (("名称", "[平安县人民政府]"), ("类别", "政府"), ("级别", "县级"), ("简称", "平安县")):
        assert f"  {key}:  " in text
        text = text.replace(f"  {key}:  ", f"  {key}: {value}  ", 1)
    return (
        text + "报送:\n  - {名称: 送审稿, 对象: 送审稿, 主送: [永宁市人民政府]}\n  - {名称: 公开版, 对象: 社会公开}\n"
    )


def _findings(text: str, folder: Path) -> list[str]:
    file = folder / "report.yaml"
    file.write_text(text, encoding="utf-8")
    built = build(Order([file], folder / "out"))
    told = [each for each in built.diagnostics if each.severity is not Severity.INFO]
    return [each.code for each in told if each.code.startswith(("LOAD", "TMPL"))]


def test_figures_stand_under_their_tasks_and_are_referred_to(knowledge: Knowledge) -> None:
    text = _made(county(), knowledge)
    source = parse_yaml(text, "report.yaml", Diagnostics())
    assert source is not None
    assert source.data["指标"]["行政处罚"] == {"决定": "1186", "罚没": "428.6", "听证": "6余", "不含交管简易": "是"}
    assert "受理" not in source.data["指标"]["行政复议"]
    sections = {part["节"]["任务"][0]: part["节"]["内容"] for part in source.data["举措"]}
    assert sections == {
        "行政执法": ["{{ 行政处罚 }}"], "纠纷化解": ["{{ 行政复议 }}"], "公共法律服务": ["{{ 普法宣传 }}"]
    }  # fmt: skip
    assert "素材：见素材汇编“行政执法”" in text
    assert "#     任务: [数字法治]" in text
    assert "# 不足:   # 素材见素材汇编、汇总表" in text


def test_what_must_be_filled_in_is_asked_for(knowledge: Knowledge, tmp_path: Path) -> None:
    assert _findings(_made(county(), knowledge), tmp_path)


def test_once_the_subject_is_there_all_versions_are_built(knowledge: Knowledge, tmp_path: Path) -> None:
    """With every figure of the catalogue, and an outline that has no task for some of them."""
    topics = knowledge.catalogue.topics.values()
    figures = tuple(merged(f"{topic.名称}.{name}", "7") for topic in topics for name in topic.指标)
    text = _filled(_made(county(figures=figures, year=2020), knowledge))
    assert _findings(text, tmp_path) == []
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2


def test_without_a_figure_there_is_still_an_input(knowledge: Knowledge, tmp_path: Path) -> None:
    text = _filled(_made(county(figures=(), materials=(), receipts=()), knowledge))
    assert _findings(text, tmp_path) == []


def test_a_topic_without_a_sentence_becomes_a_table(knowledge: Knowledge, tmp_path: Path) -> None:
    nowhere = replace(knowledge, template_folders=())
    assert "- 表: {题: 行政处罚, 主题: 行政处罚}" in _made(county(), nowhere)
    assert _findings(_filled(_made(county(), nowhere)), tmp_path) == []


def test_no_heading_of_a_new_report_is_too_long(knowledge: Knowledge) -> None:
    topics = knowledge.catalogue.topics.values()
    figures = tuple(merged(f"{topic.名称}.{name}", "7") for topic in topics for name in topic.指标)
    source = parse_yaml(_made(county(figures=figures), knowledge), "report.yaml", Diagnostics())
    assert source is not None
    headings = [part["节"]["标题"] for part in source.data["举措"]]
    assert len(headings) > 5
    assert max(map(len, headings)) <= 22


def test_nothing_in_the_head_goes_stale(knowledge: Knowledge) -> None:
    """Another collecting leaves comments as they are: none of them counts units."""
    text = _made(county(), knowledge)
    assert "# 由各单位的填报表汇总而成" in text
    assert "没有报来素材" not in text
