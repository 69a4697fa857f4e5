"""Figures that no report has end no rule: too long for a number, nought, a hundred times the whole."""

from __future__ import annotations

import pytest
from support.manuscripts import codes

_SENTENCES = (
    "收到行政复议申请{}件，受理{}件，受理率{}%。",
    "从{}件增加到{}件，增长{}%。",
    "办理法律援助{}件，其中刑事{}件、民事{}件。",
    "排查隐患{}处，完成整改{}处，其余{}处。",
    "举办活动{}场，其中线上{}场、线下{}场。",
    "作出行政处罚决定{}件，其中普通程序{}件、简易程序{}件。",
    "截至{}年{}月{}日，召开第{}届{}中全会。",
    "检查{}户次，占{}%，即{}件，减少{}倍。",
)
_FIGURES = (
    ("9" * 5000,),
    ("9" * 29, "7"),
    ("9,999" + ",999" * 40, "1"),
    ("0",),
    ("00", "0.00"),
    ("0." + "3" * 60, "2"),
)


@pytest.mark.parametrize("figures", _FIGURES, ids=range(len(_FIGURES)))
@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_figure_that_is_none_ends_nothing(sentence: str, figures: tuple[str, ...]) -> None:
    """Whatever is told of it."""
    for turn in range(len(figures)):
        text = sentence
        for place in range(sentence.count("{}")):
            text = text.replace("{}", figures[(turn + place) % len(figures)], 1)
        assert "LOAD" not in "".join(codes(f"一、成效\n{text}"))
