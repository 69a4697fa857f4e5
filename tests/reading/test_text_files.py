"""Text files as people get them out of web pages: encodings, furniture, half-width marks."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from support.word_files import attempt, read

_REPORT = (
    "青禾县2025年法治政府建设年度报告\n2025年，全县依法行政水平进一步提高，现将情况报告如下。\n"
    "一、主要举措\n（一）加强学习。学习4次。\n"
)
_FURNITURE = (
    "当前位置： 首页 / 政务公开 / 政府公报",
    "索  引  号： 000000-2026-000001",
    "文  号：",
    "发布时间：2026-03-20  来源： 县司法局  浏览次数： 12",
    "【字体：大 中 小】",
    "• 【打印文本】",
    "字号：大 中 小",
    "分享到：",
    "责任编辑：县司法局",
    "上一篇：青禾县2024年法治政府建设年度报告",
    "下一篇： 没有了",
    "扫一扫在手机打开当前页",
    "────────",
    "版权所有：青禾县人民政府",
)
_NO_FURNITURE = (
    "来源于基层的意见得到采纳。",
    "打印店等行业纳入监管。",
    "审核各类合同52份，全部按期办结，提出意见120条，采纳率为百分之九十六，并逐一反馈起草单位，督促其修改完善后提请审议通过，有效防范了风险。",
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_REPORT.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + _REPORT.encode(), id="UTF-8 with mark"),
        pytest.param(_REPORT.encode("gbk"), id="GBK"),
        pytest.param(codecs.BOM_UTF16_LE + _REPORT.encode("utf-16-le"), id="UTF-16"),
        pytest.param(_REPORT.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param(_REPORT.replace("\n", "\r\n").encode("gb18030"), id="lines of Windows"),
    ],
)
def test_encodings(content: bytes, tmp_path: Path) -> None:
    found = read(tmp_path, content, "报告.txt")
    assert found.title == "青禾县2025年法治政府建设年度报告"
    assert [line.heading for line in found.of("节标题")] == ["主要举措", "加强学习"]


def test_a_few_broken_characters_are_told(tmp_path: Path) -> None:
    content = (_REPORT * 20).encode("gbk") + b"\xff\n"
    found, diagnostics = attempt(tmp_path, content, "报告.txt")
    assert found is not None
    assert [(each.code, each.place.line) for each in diagnostics] == [("LOAD207", 81)]


@pytest.mark.parametrize("line", _FURNITURE)
@pytest.mark.parametrize("before", [True, False], ids=["above", "below"])
def test_furniture(line: str, *, before: bool, tmp_path: Path) -> None:
    text = f"{line}\n\n{_REPORT}" if before else f"{_REPORT}\n{line}\n"
    found = read(tmp_path, text, "报告.txt")
    assert [each.text for each in found.of("杂项")] == [line]


@pytest.mark.parametrize("line", _NO_FURNITURE)
def test_text_is_no_furniture(line: str, tmp_path: Path) -> None:
    found = read(tmp_path, _REPORT + line, "报告.txt")
    assert (found.lines[-1].kind, found.lines[-1].text) == ("段", line)


def test_half_width_marks(tmp_path: Path) -> None:
    lines = ("云岭市人民政府:", "现将情况报告如下.", "一、主要举措", "(一)加强学习.学习4次.", "1.抓培训.举办3期.")
    text = "\n".join((*lines, "附件:1.甲表", "某县司法局", "2026年2月9日"))
    found = read(tmp_path, text, "报告.txt")
    assert [line.kind for line in found.lines] == [
        "主送", "段", "节标题", "节标题", "节标题", "附件说明", "署名", "成文日期",
    ]  # fmt: skip
    assert [line.heading for line in found.of("节标题")] == ["主要举措", "加强学习", "抓培训"]


def test_a_title_that_stands_twice_counts_once(tmp_path: Path) -> None:
    """On web pages the heading of the page and the title of the report."""
    found = read(tmp_path, f"青禾县2025年法治政府建设年度报告\n来源：县司法局\n{_REPORT}", "报告.txt")
    assert found.title == "青禾县2025年法治政府建设年度报告"
