"""An inspector asks where a figure comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import SMALL, write

from generator.workflows.trace import trace


def test_a_figure_is_traced_to_its_line_and_its_sentences(tmp_path: Path) -> None:
    """File, line and column; then version, section and sentence."""
    file = write(tmp_path)
    lines, found = trace("行政复议.收到", file)

    assert not len(found)
    assert lines[1] == f"填报：12  {file}:8:14"
    uses = lines[lines.index("用在：") + 1 :]
    assert [use.split()[0] for use in uses] == ["送审稿", "公开版"]
    assert all("全年收到行政复议申请12件" in use and "一、（一）" in use for use in uses)


def test_what_a_sentence_implies_is_said(tmp_path: Path) -> None:
    """审结11 isn't printed: all that were accepted are concluded."""
    lines, _ = trace("行政复议.审结", write(tmp_path))

    assert any("隐含" in line for line in lines)


def test_other_data_are_traced(tmp_path: Path) -> None:
    """Data outside the catalogue have a place too."""
    lines, _ = trace("其他数据.便民服务圈", write(tmp_path))

    assert any("建成15分钟便民服务圈。" in line for line in lines)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("行政复议.收倒", "是不是：行政复议.收到"),
        ("行政复议.维持", "在“指标”的这个主题下填写"),
        ("乱写", "写成 主题.指标"),
    ],
)
def test_what_cannot_be_traced_is_explained(tmp_path: Path, reference: str, words: str) -> None:
    """A slip gets a suggestion; a known figure that isn't given is told apart from an unknown one."""
    lines, found = trace(reference, write(tmp_path, SMALL))

    assert not lines
    assert [words in d.remedy for d in found] == [True]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("行政复议", "这份输入里填了：行政复议.收到、行政复议.受理、行政复议.不予受理、行政复议.审结"),
        ("上年.行政复议", "这份输入的“上年”里没有填这个主题"),
        ("行政诉讼", ""),
    ],
)
def test_a_topic_alone_is_answered_with_its_figures(tmp_path: Path, reference: str, words: str) -> None:
    """The clerk sees which 主题.指标 can be asked for."""
    lines, found = trace(reference, write(tmp_path))

    (only,) = found
    assert not lines
    assert only.code == "LOAD047"
    assert only.message == ("“行政复议”是主题，不是一个数字" if words else "没有叫“行政诉讼”的数字")
    assert only.remedy.endswith(words)
