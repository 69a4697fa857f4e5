"""A figure that stands alone behind a whole sentence, and deadlines as they are read out."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

from generator.diagnostics import Severity

FIGURES = "指标: {行政应诉: {审结: 45, 败诉: 4, 出庭率: 100%}}\n"

TEXTS = {
    # what is typed, whether it is told
    "{{ 行政应诉 }}{{ 行政应诉.审结 }}": True,
    "{{ 行政应诉 }} {{ 行政应诉.审结 }}。": True,
    "{{ 行政应诉 }}审结{{ 行政应诉.审结 }}件": False,
    "{{ 行政应诉 }}{{ 行政应诉.审结 }}件案件审结。": False,
    "{{ 行政应诉 }}": False,
    "{{ 行政应诉.审结 }}": False,
}


@pytest.mark.parametrize(("text", "told"), TEXTS.items())
def test_a_bare_figure_behind_a_sentence_is_told(text: str, told: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a row of the table
    """At its own place, and the text is set all the same."""
    seen = see(tmp_path, report("  - {名称: 甲}", head=FIGURES, body=f"正文:\n  - '{text}'\n"))
    found = [each for each in seen.found if each.code == "TEXT051"]

    assert [each.severity for each in found] == [Severity.WARNING] * told
    assert all(each.place.line for each in found)
    assert "45" in seen.text


DEADLINES = {
    "2026年9月底前": "由县司法局负责，2026年9月底前完成。",
    "15日内": "由县司法局负责，15日内完成。",
    "2026年9月底前完成": "由县司法局负责，2026年9月底前完成。",
    "长期坚持": "由县司法局负责，时间要求是长期坚持。",
}


@pytest.mark.parametrize(("deadline", "words"), DEADLINES.items())
def test_a_deadline_is_read_out_as_a_sentence(deadline: str, words: str, tmp_path: Path) -> None:
    """Whatever was typed; on paper it stands in brackets."""
    body = f"安排:\n  - {{标题: 甲, 措施: 乙。, 责任单位: 县司法局, 时限: {deadline}}}\n"
    seen = see(tmp_path, report("  - {名称: 甲, 对象: 人大常委会口头}\n  - {名称: 乙}", body=body))

    assert words in seen.texts["甲"]
    assert f"完成时限：{deadline}）" in seen.texts["乙"]
