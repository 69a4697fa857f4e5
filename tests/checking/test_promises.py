"""What was promised last year: its outcome, and no promise made anew word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

from generator.diagnostics import Severity

BODY = "不足: [{{标题: 甲, 表现: 乙}}]\n上年安排:\n  - {{{promise}}}\n安排: [{{标题: {heading}, 措施: {measure}}}]\n"
AGAIN = "进一步加强行政执法监督工作"
CASES = {
    "no outcome": (f"事项: {AGAIN}", "推进普法", "开展宣传。", ["PART132"]),
    "an outcome": (f"事项: {AGAIN}, 结果: 已完成", "推进普法", "开展宣传。", []),
    "planned again": (f"事项: {AGAIN}, 结果: 正在推进", AGAIN, "评查案卷。", ["PART133"]),
    "planned again in the measure": (f"事项: {AGAIN}, 结果: 正在推进", "推进监督", f"{AGAIN}。", ["PART133"]),
    "too short to tell": ("事项: 开展普法宣传, 结果: 已完成", "开展普法宣传", "印发资料。", []),
}


@pytest.mark.parametrize(("promise", "heading", "measure", "codes"), CASES.values(), ids=CASES.keys())
def test_what_is_said_of_promises(promise: str, heading: str, measure: str, codes: list[str], tmp_path: Path) -> None:
    """At the promise, as an info."""
    body = BODY.format(promise=promise, heading=heading, measure=measure)
    text = report("  - {名称: 甲稿}", body=body)
    found = [each for each in see(tmp_path, text).found if each.code in ("PART132", "PART133")]

    assert [each.code for each in found] == codes
    assert all(each.severity is Severity.INFO for each in found)
    assert all(each.place.line == text[: text.index("- {事项")].count("\n") + 1 for each in found)
