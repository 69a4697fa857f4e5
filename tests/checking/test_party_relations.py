"""The relations between figures of leadership, inspection, accounts given and the first responsible persons."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

CASES = {
    # case: 指标, codes with their severities
    "last year's tasks": ("上年任务: {部署: 12, 完成: 11, 结转: 1, 分项完整: 是}", []),
    "one task dropped": ("上年任务: {部署: 12, 完成: 10, 结转: 1}", []),
    "one task lost": ("上年任务: {部署: 12, 完成: 10, 结转: 1, 分项完整: 是}", [("DATA201", "error")]),
    "more done than was to do": ("上年任务: {部署: 12, 完成: 13}", [("DATA200", "error")]),
    "accounts given": ("述法: {应述: 59, 已述: 58, 现场: 6, 书面: 52, 未述: 1}", []),
    "accounts given, about": ("述法: {应述: 50余, 已述: 60, 未述: 3}", []),
    "more gave account than had to": ("述法: {应述: 58, 已述: 59}", [("DATA202", "error")]),
    "forms counted twice": ("述法: {已述: 58, 现场: 6, 书面: 58}", [("DATA203", "warning")]),
    "one form alone says nothing": ("述法: {已述: 58, 现场: 6}", []),
    "who gave none": ("述法: {应述: 59, 已述: 58, 未述: 2}", [("DATA204", "error")]),
    "more units than had to": ("述法: {应述单位: 58, 述法单位: 59}", [("DATA205", "error")]),
    "parts of the units": ("述法: {述法单位: 58, 乡镇单位: 14, 部门单位: 45}", [("DATA206", "error")]),
    "forms over those who had to": ("述法: {应述: 58, 现场: 6, 书面: 53}", [("DATA207", "warning")]),
    "inspection": (
        "法治督察: {上级反馈: 16, 上级措施: 48, 上级完成: 14, 推进中: 2, 问题: 64, 完成: 61, 整改率: 95.3%}",
        [],
    ),
    "more mended than found above": ("法治督察: {上级反馈: 16, 上级完成: 15, 推进中: 2}", [("DATA208", "error")]),
    "more mended than found": ("法治督察: {问题: 64, 完成: 65}", [("DATA209", "error")]),
    "fewer measures than problems": ("法治督察: {上级反馈: 16, 上级措施: 12}", [("DATA210", "warning")]),
    "more met than set": ("法治考核: {创建指标: 100, 创建完成: 101}", [("DATA211", "error")]),
    "more posts than people": ("法治队伍: {司法所人员: 30, 司法所政法编制: 31}", [("DATA212", "error")]),
    "meetings presided over": ("组织领导: {委员会会议: 2}\n  第一责任人_党委: {委员会会议: 2}", []),
    "more than were held": (
        "组织领导: {委员会会议: 2}\n  第一责任人_党委: {委员会会议: 3}",
        [("DATA220", "error")],
    ),
    "items of the committee": (
        "组织领导: {常委会议题: 5}\n  第一责任人_党委: {常委会议题: 6}",
        [("DATA221", "warning")],
    ),
    "items of the government": (
        "组织领导: {常务会议题: 5}\n  第一责任人_政府: {议题: 6}",
        [("DATA222", "warning")],
    ),
    "laws studied": ("学法: {会前学法: 4}\n  第一责任人_政府: {会前学法: 12}", [("DATA223", "warning")]),
    "in court": ("行政应诉: {主要负责人出庭: 1}\n  第一责任人_政府: {出庭: 2}", [("DATA224", "warning")]),
    "a bureau's head in court": (
        "行政应诉: {主要负责人出庭: 1}\n  第一责任人_部门: {出庭: 2}",
        [("DATA225", "warning")],
    ),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES.keys())
def test_figures_that_contradict_each_other_are_found(
    figures: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """What must hold is an error, what usually holds a warning; approximate figures contradict nothing."""
    seen = see(tmp_path, report("  - {名称: 稿}", body=f"指标:\n  {figures}\n举措: [文]\n"))
    assert [(each.code, each.severity.value) for each in seen.found if each.code.startswith("DATA")] == expected
