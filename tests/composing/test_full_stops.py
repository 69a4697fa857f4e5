"""Where the program ends a sentence of staff with 。, and where it is ended already."""

from __future__ import annotations

import pytest
from markupsafe import escape

from generator.composing.typist import with_full_stop

OPEN = ["强化制度建设", "推动政务服务“一网通办”", "推进综合执法（试点）"]
CLOSED = [
    "已经整改。",
    "主要情况如下：",
    "他说：“已经整改。”",
    "已经整改（见附件。）",
    "已经整改。（责任单位：县司法局）",
    "（责任单位：县司法局）",
    "",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_phrase_is_ended(text: str) -> None:
    """Also when it ends with a quoted or bracketed phrase."""
    assert with_full_stop(escape(text)) == f"{text}。"


@pytest.mark.parametrize("text", CLOSED)
def test_a_sentence_is_not_ended_twice(text: str) -> None:
    """The mark may stand inside the quotation or before the bracket."""
    assert with_full_stop(escape(text)) == text
