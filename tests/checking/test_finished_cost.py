"""What the rules cost: in proportion to the text."""

from __future__ import annotations

from time import process_time

import pytest
from support.manuscripts import COUNTY, knowledge, split

from generator.checking.manuscript import check_manuscript
from generator.diagnostics import Diagnostics

_SECTION = (
    "（一）规范行政执法。全年办理行政处罚案件120件，其中普通程序80件、简易程序40件，同比增长20%。“三项制度”全面落实，"
    "《行政复议法》和《优化营商环境条例》深入实施。一是健全机制。二是强化培训，培训执法人员403人次。三是开展评查，评查案卷200卷，"
    "合格率98%。深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，推动工作落实，取得明显成效。"
)
_TIMES, _MOST = 16, 28


def _seconds(sections: int) -> float:
    manuscript = split("\n".join(["一、成效", *(_SECTION for _ in range(sections))]))
    best = []
    for _ in range(3):
        begin = process_time()
        check_manuscript(manuscript, knowledge(), COUNTY, Diagnostics())
        best.append(process_time() - begin)
    return min(best)


def test_sixteen_times_the_text_costs_sixteen_times_the_time() -> None:
    """Some more is allowed for, on a machine with other work to do; were anything quadratic, it would be far beyond."""
    _seconds(1)
    assert _seconds(40 * _TIMES) < _MOST * _seconds(40)


HOSTILE = ("案件评查分别为1件、", "评查的1件案卷中", "1", "2020", "案件1件，办结率5%、", "“", "修改改", " ")


@pytest.mark.parametrize("piece", HOSTILE)
def test_one_long_line_costs_no_more_than_its_length(piece: str) -> None:
    """Eight times the line, and less than thirty times the time: nothing is quadratic."""

    def seconds(length: int) -> float:
        manuscript = split("一、成效\n" + (piece * length)[:length])
        begin = process_time()
        check_manuscript(manuscript, knowledge(), COUNTY, Diagnostics())
        return process_time() - begin

    seconds(100)
    assert seconds(40_000) < 30 * max(seconds(5_000), 0.03)
