"""Relations as the catalogue writes them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.models.relation import Node, Number, Operation, Relation, Term, Total, parse_relation


def _label(term: Term) -> str:
    return f"上年{term.indicator}" if term.last_year else term.indicator


READ = {
    "sum": ("收到=受理+不予受理", "收到 = 受理 + 不予受理", "收到等于受理加不予受理"),
    "blank as zero": ("收到 >= 受理? ", "收到 >= 受理?", "收到不小于受理"),
    "other topic and last year": ("行政复议.收到@上年? <= 总数", "行政复议.收到@上年? <= 总数", "上年收到不大于总数"),
    "dimension": ("Σ结果? ≤ 办结", "Σ 结果? <= 办结", "各项结果之和不大于办结"),
    "other summation sign": ("∑ 结果＝办结", "Σ 结果 = 办结", "各项结果之和等于办结"),
    "rate": ("率 = 甲 / 乙 * 100", "率 = 甲 ÷ 乙 × 100", "率等于甲除以乙乘以100"),
    "brackets kept": ("率=（甲-乙）÷乙×100", "率 = (甲 - 乙) ÷ 乙 × 100", "率等于（甲减乙）除以乙乘以100"),
    "brackets on the right": ("甲 - (乙 - 丙) = 1.5", "甲 - (乙 - 丙) = 1.5", "甲减（乙减丙）等于1.5"),
    "needless brackets dropped": ("((甲)) = (乙 × 丙) + 丁", "甲 = 乙 × 丙 + 丁", "甲等于乙乘以丙加丁"),
}


@pytest.mark.parametrize(("typed", "text", "words"), READ.values(), ids=READ.keys())
def test_a_relation_is_read_and_said(typed: str, text: str, words: str) -> None:
    """The canonical text, which reads back, and the Chinese words."""
    relation = parse_relation(typed)
    assert str(relation) == text
    assert parse_relation(text) == relation
    assert relation.in_words(_label) == words


def test_signs_of_one_rank_lean_to_the_left() -> None:
    """甲 - 乙 - 丙 is (甲 - 乙) - 丙."""
    left = Operation("-", Operation("-", Term("甲"), Term("乙")), Term("丙"))
    assert parse_relation("甲-乙-丙 = 0") == Relation(left, "=", Number(Decimal(0)))


REFUSED = {
    "empty": ("", "第1个字符处：这里应当是指标名"),
    "no comparison": ("收到 + 受理", "第8个字符处：这里应当是 =、<= 或者 >=，却到头了"),
    "two comparisons": ("甲 = 乙 = 丙", "第7个字符处：这里多出了内容"),
    "open bracket": ("甲 = (乙 + 丙", "这里缺右括号"),
    "strange sign": ("甲 = 乙 & 丙", "第7个字符“&”不能出现"),
    "sigma without name": ("Σ = 甲", "第3个字符处：Σ 后面应当是维度名"),
    "dot without name": ("复议. = 甲", "“.”后面应当是指标名"),
    "two names": ("甲 乙 = 丙", "第3个字符处"),
    "last year misspelt": ("甲@去年 = 乙", "第2个字符“@”"),
    "too long": ("甲 = " + "乙 + " * 200, "太长"),
    "too deep": ("(" * 30 + "甲" + ")" * 30 + " = 乙", "不能超过20层"),
}


@pytest.mark.parametrize(("typed", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_relation_is_refused_with_its_place(typed: str, said: str) -> None:
    """The message counts characters from 1."""
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_relation(typed)


def test_resolving_names_topics_and_spells_out_dimensions() -> None:
    """After it every term knows its topic; the mark of the Σ passes to its parts."""
    relation = parse_relation("Σ 结果? + 应诉.收到@上年 = 办结")
    resolved = relation.resolved("复议", lambda topic: {"结果": ["维持", "撤销"]} if topic == "复议" else {})
    assert [str(term) for term in resolved.terms()] == [
        "复议.维持?",
        "复议.撤销?",
        "应诉.收到@上年",
        "复议.办结",
    ]
    assert [str(total) for total in resolved.totals()] == ["Σ 复议.结果?"]


def test_an_unknown_dimension_is_refused() -> None:
    """It would otherwise be a sum of nothing."""
    with pytest.raises(ValueError, match="主题“复议”没有维度“结果”"):
        parse_relation("Σ 结果 = 办结").resolved("复议", lambda _: {})


terms = st.builds(
    Term, st.sampled_from(["收到", "受理", "办结_1"]), st.sampled_from(["", "复议"]), st.booleans(), st.booleans()
)
leaves: st.SearchStrategy[Node] = terms | st.builds(Total, terms) | st.builds(Number, st.integers(0, 999).map(Decimal))
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves, lambda inner: st.builds(Operation, st.sampled_from(["+", "-", "×", "÷"]), inner, inner), max_leaves=8
)


@given(st.builds(Relation, nodes, st.sampled_from(["=", "<=", ">="]), nodes))
def test_text_and_tree_say_the_same(relation: Relation) -> None:
    """Brackets are written exactly where the tree needs them."""
    assert parse_relation(str(relation)) == relation


@given(st.text(st.sampled_from("甲乙Σ=<>+-×÷().?@上年12 "), max_size=20))
def test_any_other_text_is_a_value_error(text: str) -> None:
    """The parser never fails in another way."""
    try:
        relation = parse_relation(text)
    except ValueError:
        return
    assert parse_relation(str(relation)) == relation
