"""References in typed text: the five shapes that pass, at which offset, and what doesn't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.composing.references import (
    BadReference,
    DatumReference,
    FigureReference,
    Piece,
    SentenceReference,
    Words,
    read_references,
)

GOOD: dict[str, list[Piece]] = {
    "没有引用": [Words("没有引用", 0)],
    "收到{{ 行政复议.收到 }}件": [
        Words("收到", 0),
        FigureReference("行政复议", "收到", last_year=False, offset=2),
        Words("件", 15),
    ],
    "{{行政复议}}": [SentenceReference("行政复议", "", 0)],
    '{{ 行政复议("简") }}': [SentenceReference("行政复议", "简", 0)],
    "{{ 上年.行政复议.收到 }}": [FigureReference("行政复议", "收到", last_year=True, offset=0)],
    "{{ 其他数据.便民服务圈 }}": [DatumReference("便民服务圈", 0)],
    "单个{花括号}不算": [Words("单个{花括号}不算", 0)],
}

BAD = [
    "{{ 1 + 1 }}",
    "{{ ９.1甲 }}",
    "{{ 行政复议.收到|int }}",
    "{{ 行政复议.收到.a }}",
    "{{ 行政复议[0] }}",
    "{{ 行政复议() }}",
    "{{ 行政复议(1) }}",
    "{{ 行政复议(写法='简') }}",
    "{{ ''.__class__ }}",
    "{{ }}",
    "{{ 行政复议. }}",
    "{{ 行政复议。收到 }}",
    "{% if x %}",
    "{# 注 #}",
    "{{ 没有结束",
    "多一个 }}",
    "{{ a if b else c }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ " + "(" * 3000 + " }}",
    "{{ {{ 行政复议 }}",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_references(text: str) -> None:
    """Each shape is read with its offset."""
    assert read_references(text) == GOOD[text]


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_refused(text: str) -> None:
    """No expression, filter, call or statement passes, and the remedy says what does."""
    bad = next(piece for piece in read_references("前文" + text) if isinstance(piece, BadReference))

    assert bad.offset == 2 + max(text.find("}}"), 0) * ("{" not in text)
    assert "{{ 主题.指标 }}" in bad.remedy


@given(st.text(alphabet=st.sampled_from("甲乙上年其他数据._ ab1一９é\n"), max_size=12))
def test_plain_references_are_read_as_the_parser_reads_them(inner: str) -> None:
    """Names with dots are read without Jinja's parser, as it would read them."""
    (piece,) = read_references("{{" + inner + "}}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.composing.references._plain", lambda *_: None)
        assert read_references("{{" + inner + "}}") == [piece]


@given(st.text(alphabet=st.sampled_from("{}%#甲.()\"' \n1|"), max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    """Offsets grow, and words are what stands at them."""
    pieces = read_references(text)
    offsets = [piece.offset for piece in pieces]

    assert offsets == sorted(offsets)
    assert all(text[p.offset :].startswith(p.text) for p in pieces if isinstance(p, Words))
