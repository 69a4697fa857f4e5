"""`fazhi collect` into a report that people have worked on, and its figures traced to their cells."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from support.collecting import (
    APPEALS,
    FIGURES,
    POLICE,
    change,
    codes,
    collected,
    filled,
    text_of,
    traced,
)

# --- into a report that people work on ----


def test_what_people_wrote_stays_byte_for_byte(county: Path) -> None:
    collected(county)
    change(county, "指标:", "# 起草人的话\n指标:   # 不要动")
    change(county, "措施: 7", "措施: 7")
    before = text_of(county)
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    result = collected(county)
    assert text_of(county) == before.replace("措施: 7", "措施: 9")
    assert (county / "report.yaml.bak").read_text(encoding="utf-8") == before
    assert result.collection is not None
    assert result.collection.changes == ("行政强制.措施：7→9（公安局改报）",)
    assert result.updated is not None
    assert (result.updated.added, result.updated.replaced) == (0, 1)
    remembered = json.loads((county / "report.来源.json").read_text(encoding="utf-8"))
    assert remembered["上次"] == {"行政强制.措施": "7"}


def test_a_figure_that_was_changed_by_hand_stays(county: Path) -> None:
    collected(county)
    change(county, "措施: 7", "措施: {值: 8, 口径: 报告里的}")
    assert "DATA515" in codes(collected(county))
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    result = collected(county)
    told = next(each for each in result.diagnostics if each.code == "DATA516")
    assert "报告里改成了8，各单位汇总现在是9（上次7）" in told.message
    assert (told.place.file, told.place.line is None) == (str(county / "report.yaml"), False)
    assert "措施: {值: 8, 口径: 报告里的}" in text_of(county)


def test_of_an_extended_value_only_the_figure_is_replaced(county: Path) -> None:
    collected(county)
    change(county, "措施: 7", "措施: {值: 7, 备注: 已与公安局核对}")
    filled(county / "报送" / f"{POLICE}.xlsx", county / "报送" / f"{POLICE}.xlsx", {"行政强制.措施": 6})
    collected(county)
    assert "措施: {值: 9, 备注: 已与公安局核对}" in text_of(county)


def test_a_figure_that_was_deleted_stays_deleted(county: Path) -> None:
    collected(county)
    change(county, ", 不予受理: 1", "")
    result = collected(county)
    assert "DATA517" in codes(result)
    assert "不予受理" not in text_of(county)


def test_a_figure_that_no_unit_gives_any_more_is_kept(county: Path) -> None:
    collected(county)
    (county / "报送" / f"{APPEALS}.xlsx").unlink()
    result = collected(county)
    assert codes(result).count("DATA518") == 4
    assert "收到: 7" in text_of(county)


def test_a_report_from_before_keeps_its_figures(county: Path) -> None:
    """Without anything remembered, what stands there counts as the clerk's."""
    (county / "report.yaml").write_text("年度: 2026\n指标:\n  行政强制: {措施: 5}\n", encoding="utf-8")
    result = collected(county)
    told = next(each for each in result.diagnostics if each.code == "DATA516")
    assert "报告里已有5" in told.message
    assert "行政强制: {措施: 5}" in text_of(county)
    assert "收到: 7" in text_of(county)


def test_statements_follow_as_long_as_nobody_changed_them(county: Path, blanks: dict[str, Path]) -> None:
    ticked = {**FIGURES[APPEALS], "声明:行政复议.分项完整": "是"}
    filled(blanks[APPEALS], county / "报送" / f"{APPEALS}.xlsx", ticked)
    collected(county)
    assert "分项完整: 是" in text_of(county)
    filled(blanks[APPEALS], county / "报送" / f"{APPEALS}.xlsx", FIGURES[APPEALS])
    collected(county)
    assert "分项完整: 否" in text_of(county)


def test_data_of_their_own_and_promises_come_into_the_report(county: Path, blanks: dict[str, Path]) -> None:
    records = {
        ("其他数据", "1", "名称"): "警务室", ("其他数据", "1", "值"): 12, ("其他数据", "1", "单位"): "个",
        ("上年安排", "1", "事项"): "建设执法办案中心", ("上年安排", "1", "结果"): "已完成",
    }  # fmt: skip
    target = county / "报送" / f"{POLICE}.xlsx"
    filled(blanks[POLICE], target, FIGURES[POLICE], records)
    collected(county)
    assert "{名称: 警务室, 值: 12, 单位: 个}" in text_of(county)
    assert "{事项: 建设执法办案中心, 结果: 已完成}" in text_of(county)
    filled(target, target, {}, {("其他数据", "1", "值"): 13, ("上年安排", "1", "结果"): "已完成并启用"})
    collected(county)
    assert "{名称: 警务室, 值: 13, 单位: 个}" in text_of(county)
    assert "{事项: 建设执法办案中心, 结果: 已完成并启用}" in text_of(county)
    change(county, "  - {名称: 警务室, 值: 13, 单位: 个}", "  - {名称: 自己的, 值: 1}")
    collected(county)
    assert "警务室" not in text_of(county)


def test_texts_make_a_word_file(county: Path, blanks: dict[str, Path]) -> None:
    records = {("不足", "1", "标题"): "执法力量不足"}
    filled(blanks[POLICE], county / "报送" / f"{POLICE}.xlsx", FIGURES[POLICE], records)
    result = collected(county)
    assert result.written[-1].name == "report.素材.docx"


# --- down to the cell ----


def test_a_figure_is_traced_to_its_cell(county: Path) -> None:
    collected(county)
    lines, _ = traced(county, "行政应诉.应诉")
    assert lines[2] == "汇总：12，以一个单位的数为准"
    assert lines[3].startswith(f"  {APPEALS}  报送/{APPEALS}.xlsx > ")
    assert lines[3].endswith("  12  计入")
    assert lines[4].endswith("2  参照（以复议股的数为准）")
    change(county, "应诉: 12", "应诉: 11")
    assert "报告里现在是11，与汇总不同" in traced(county, "行政应诉.应诉")[0][3]


def test_a_trace_says_that_the_memory_is_damaged(county: Path) -> None:
    collected(county)
    (county / "report.来源.json").write_text("{", encoding="utf-8")
    lines, diagnostics = traced(county, "行政强制.措施")
    assert lines[0].startswith("行政强制.措施")
    assert [each.code for each in diagnostics] == ["LOAD192"]


# --- topics that come later ----


def test_a_later_topic_stands_under_its_task_and_is_told(county: Path) -> None:
    """Behind the topics of its task, not behind the last one; the line to add is in the finding."""
    form_file = county / "报送" / f"{APPEALS}.xlsx"
    away = Path(shutil.move(form_file, county / "放着.xlsx"))
    (county / "report.yaml").write_text(
        "年度: 2026\n指标:\n  # 行政执法\n  行政强制:\n    措施: 7\n  # 纠纷化解\n  行政调解: {受理: 3}\n"
        "  # 公共法律服务\n  普法宣传: {活动: 1}\n举措:\n"
        "  - 节: {标题: 化解纠纷, 任务: [纠纷化解], 内容: ['{{ 行政调解 }}']}\n",
        encoding="utf-8",
    )
    collected(county)
    shutil.move(away, form_file)
    result = collected(county)
    lines = text_of(county).splitlines()
    keys = [line.split(":")[0].strip() for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert keys[keys.index("行政调解") :][:4] == ["行政调解", "行政复议", "行政应诉", "# 公共法律服务"]
    told = next(each for each in result.diagnostics if each.code == "DATA523")
    assert '行政复议，在“化解纠纷”下添 - "{{ 行政复议 }}"' in told.message
    change(county, "'{{ 行政调解 }}'", "'{{ 行政复议.收到 }}', '{{ 行政应诉 }}'")
    assert "DATA523" not in codes(collected(county))
