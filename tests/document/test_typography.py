"""Mending text typed by staff."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import META
from support.knowledge_files import shipped_mends

from generator.composing.compose import mend_of
from generator.document.blocks import (
    Cell,
    Document,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    Ordinal,
    Paragraph,
    Section,
    Signature,
    Table,
    Text,
    Typed,
    WordBreak,
    plain,
)
from generator.document.typography import Mend, Mended, compile_mend, mend, mend_run
from generator.document.typography_rules import what_any_needs
from generator.models.typography import MendRule

RULES: tuple[Mend, ...] = tuple(mend_of(rule) for rule in shipped_mends())
ANYTHING = what_any_needs(RULES) or re.compile("")
PROTECTED = ("双随机、一公开", "罗江区 司法局")


def typed(text: str, path: str = "正文/0", offset: int = 0) -> Text:
    """Text as staff typed it."""
    return Text(text, Typed(path, offset))


def mended(*inlines: Inline) -> str:
    """The printed text of a run after mending."""
    return plain(mend_run(inlines, RULES, PROTECTED)[0])


EXAMPLES = [
    pytest.param(rule.码, *example.split(" → ", 1), rule.只提示, id=f"{rule.码}-{number}")
    for rule in shipped_mends()
    for number, example in enumerate(rule.例)
]


@pytest.mark.parametrize(("code", "before", "after", "noted"), EXAMPLES)
def test_the_examples_of_every_rule_are_true(code: str, before: str, after: str, noted: bool) -> None:  # noqa: FBT001 - a table
    """The examples in the file show what happens, with all rules at work."""
    result, found = mend_run((typed(before),), RULES, ())
    assert plain(result) == after
    assert bool(found) is (before != after or noted)


@pytest.mark.parametrize("rule", shipped_mends(), ids=lambda rule: rule.码)
def test_every_rule_works_alone(rule: MendRule) -> None:
    """By itself it does what its first example says."""
    before, after = rule.例[0].split(" → ", 1)
    alone = tuple(each for each in RULES if each.code == rule.码)
    result, found = mend_run((typed(before),), alone, ())
    assert plain(result) == after
    assert {each.code for each in found} == {rule.码}


UNTOUCHED = {
    "title": "依据《条例(试行),2021-2025年》办理",
    "title inside a title": "《关于〈办法(试行)〉的通知,附件》",
    "quotation": "讲到“法治,是 最好的营商环境.”时",
    "title that isn't closed": "依据《条例(试行)办理,其中",
    "set phrase": "推行双随机、一公开监管",
    "name with a space": "由罗江区 司法局承办",
    "web address": "网址http://www.sc.gov.cn:80/a?b=1,c",
    "bare web address": "登录flk.npc.gov.cn查询",
    "mail": "邮箱fa.zhi-1@sc.gov.cn收件",
    "thousands": "共1,000件",
    "time of day": "上午9:30",
    "English": "GDP (CPI, PPI) grew",
    "number range that may be a code": "电话0838-3100123",
}


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_titles_quotations_names_and_addresses_stay(text: str) -> None:
    """Nothing inside them changes, nor what merely looks like a slip."""
    assert mended(typed(text)) == text


RUNS: dict[str, tuple[Inlines, str]] = {
    "space before a figure": ((typed("办结 "), Figure("复议.办结", "12"), typed(" 件")), "办结12件"),
    "comma behind a figure": ((Figure("复议.办结", "12"), typed(",其中")), "12，其中"),
    "a figure is not mended": ((typed("办结"), Figure("复议.办结", "１２"), typed("件")), "办结１２件"),
    "years from a figure": ((Figure("年", "2021"), typed("-2025年")), "2021—2025年"),
    "template text is not mended": ((Text("现将情况,"), typed("报告如下:")), "现将情况,报告如下："),
    "a quotation from a template": ((Text("“"), typed("甲,乙"), Text("”")), "“甲,乙”"),
    "quotes around a figure": ((typed('共"'), Figure("复议.办结", "12"), typed('"件')), "共“12”件"),
    "quotes of which one is fixed": ((Text('共"'), typed('甲"件')), '共"甲"件'),
    "brackets over two texts": ((typed("各乡镇(街"), Text("道"), typed(")均")), "各乡镇（街道）均"),
    "behind an ordinal": ((Ordinal("一是"), typed(" ，加强")), "一是，加强"),
    "over a word break": ((typed("情况,"), WordBreak(), typed("报告")), "情况，报告"),
    "an implied figure": ((typed("均已办结"), Figure("复议.办结", "", "含"), typed(",其中")), "均已办结，其中"),
}


@pytest.mark.parametrize(("inlines", "expected"), RUNS.values(), ids=RUNS.keys())
def test_neighbours_are_seen_and_left_alone(inlines: Inlines, expected: str) -> None:
    """Only what staff typed changes, in sight of what stands beside it."""
    assert mended(*inlines) == expected


def test_a_mend_says_where_it_stood_in_the_input() -> None:
    """Offsets count from the start of the value typed, whatever was mended before."""
    text = "　收到 12 件,受理6件。。"
    _, found = mend_run((typed(text, "正文/3/段", 10),), RULES, ())
    assert [(each.code, each.offset, each.before, each.after) for each in found] == [
        ("TEXT028", 10, "　", ""),
        ("TEXT026", 13, " ", ""),
        ("TEXT026", 16, " ", ""),
        ("TEXT011", 18, ",", "，"),
        ("TEXT016", 24, "。", ""),
    ]
    assert all(text[each.offset - 10 :].startswith(each.before) for each in found)
    assert {each.path for each in found} == {"正文/3/段"}


def test_what_is_only_noted_changes_nothing() -> None:
    """《》、《》 is pointed out once and stays."""
    inlines = (typed("《民法典》、《复议法》"),)
    result, found = mend_run(inlines, RULES, ())
    assert result == inlines
    assert found == (Mended("TEXT031", "正文/0", 4, "》、《", "》《", noted_only=True),)


def test_every_place_of_a_document_is_reached() -> None:
    """Headings, paragraphs, cells, captions and organs; structure and fixed text stay."""
    run = (typed("甲,乙"),)
    good = (typed("甲，乙"),)

    def whole(inlines: Inlines) -> Document:
        table = Table(inlines, ((Cell(inlines, head=True),),), ((Cell(inlines, align="右"),),))
        picture = Image(Path("图.png"), inlines)
        section = Section(Heading(inlines), (Paragraph(inlines), Section(None, (table, picture))), id="一")
        return Document(META, (section, Signature((inlines,), "2026年2月9日")))

    result, found = mend(whole(run), RULES, ())
    assert result == whole(good)
    assert len(found) == 7


signs = st.text(st.sampled_from("甲乙、,，.。;:：()（）《》“”\"' 　12-~—…<>等年月日0%[]〔〕号"), max_size=30)
pieces = st.lists(
    st.builds(typed, signs) | st.builds(Text, signs) | st.builds(lambda text: Figure("甲.乙", text), st.just("12")),
    max_size=4,
)


@given(pieces)
def test_mending_twice_is_mending_once(inlines: list[Inline]) -> None:
    """A second pass finds nothing more to change."""
    once, _ = mend_run(tuple(inlines), RULES, PROTECTED)
    twice, found = mend_run(once, RULES, PROTECTED)
    assert twice == once
    assert all(each.noted_only for each in found)


@given(pieces)
def test_only_typed_text_changes_and_every_mend_can_be_found(inlines: list[Inline]) -> None:
    """Figures and template text are as they were; `before` stands at `offset` in what was typed."""
    placed = tuple(
        Text(part.text, Typed(str(index))) if isinstance(part, Text) and part.typed else part
        for index, part in enumerate(inlines)
    )
    result, found = mend_run(placed, RULES, ())
    fixed = [part for part in placed if not (isinstance(part, Text) and part.typed)]
    assert [part for part in result if not (isinstance(part, Text) and part.typed)] == fixed
    for each in found:
        part = placed[int(each.path)]
        assert isinstance(part, Text)
        assert part.text[each.offset : each.offset + len(each.before)] == each.before or each.noted_only


@pytest.mark.parametrize("rule", shipped_mends(), ids=lambda rule: rule.码)
def test_every_rule_can_work_and_says_what_it_needs(rule: MendRule) -> None:
    """A rule that says nothing of that is searched for in every line, which takes a third of the time of a report."""
    compile_mend(rule.码, rule.式, rule.换, rule.换法, rule.成对, noted_only=rule.只提示)
    assert rule.须有字 or rule.须有词


_FRAGMENTS = sorted(
    {*"".join(sign for rule in RULES for sign in rule.needed.signs), *"甲等月日年号2019，。、；：《》“”（）[]〔〕％."}
)
_FRAGMENTS += sorted({word for rule in RULES for word in rule.needed.words})
fragments = st.lists(st.sampled_from(_FRAGMENTS), max_size=12).map("".join)


@given(fragments | st.sampled_from([part for rule in shipped_mends() for part in " → ".join(rule.例).split(" → ")]))
def test_a_line_without_what_a_rule_needs_is_never_matched(text: str) -> None:
    """What a rule is said to need is only there to save the search."""
    for rule in RULES:
        matched = rule.pattern.search(text) is not None
        assert rule.concerns(text, frozenset(text)) == matched, rule.code
        assert ANYTHING.search(text) or not matched, rule.code


@given(signs.filter(lambda text: not set(text) & set("《》“”")))
def test_the_inside_of_a_title_is_never_changed(inside: str) -> None:
    """Whatever stands in 《》 comes out letter by letter."""
    assert f"《{inside}》" in mended(typed(f"依据,《{inside}》 办理,其中"))


ADVERSARIES = {
    "blanks": "中" + " " * 100_000 + "x",
    "open brackets": "(" * 100_000,
    "brackets with text": "(中" * 50_000,
    "open titles": "《" * 50_000 + "》" * 50_000,
    "open quotes": "‘" * 50_000 + "》" * 50_000,
    "angle brackets": "<<" * 50_000,
    "letters": "a" * 100_000,
    "dots between letters": "a." * 50_000,
    "at signs": "a@" * 50_000,
    "digits": "0" * 100_000,
    "years": "2021-" * 20_000,
    "stops": "。" * 100_000,
    "stops and blanks": "中.  " * 25_000,
    "one quote": '"' + "中" * 100_000,
}


@pytest.mark.parametrize("text", ADVERSARIES.values(), ids=ADVERSARIES.keys())
def test_no_text_makes_it_slow(text: str) -> None:
    """100,000 characters in well under the seconds that a pattern with backtracking would take."""
    started = time.process_time()
    mend_run((typed(text),), RULES, PROTECTED)
    assert time.process_time() - started < 8


BAD_RULES = {
    "pattern": ("(", "", "读不懂"),
    "matches nothing": ("x*", "", "什么也不写"),
    "group forgotten": ("(a)-(b)", r"\1—", "依次写出"),
    "groups out of order": ("(a)-(b)", r"\2—\1", "依次写出"),
}


@pytest.mark.parametrize(("pattern", "replacement", "said"), BAD_RULES.values(), ids=BAD_RULES.keys())
def test_a_rule_that_cannot_work_is_refused(pattern: str, replacement: str, said: str) -> None:
    """An office that writes its own rules is told what is wrong."""
    with pytest.raises(ValueError, match=said):
        compile_mend("TEXT900", pattern, replacement)


def test_advice_keeps_the_groups_of_its_rule() -> None:
    """A rule that only notes may also look at what stands beside the mark."""
    rule = compile_mend("TEXT900", "(甲)-(乙)", r"\1—\2", noted_only=True)
    result, found = mend_run((typed("见甲-乙"),), (rule,), ())
    assert plain(result) == "见甲-乙"
    assert [(each.offset, each.before, each.after) for each in found] == [(1, "甲-乙", "甲—乙")]


@pytest.mark.parametrize(
    ("pattern", "replacement", "after"),
    [
        ("(甲)?乙", r"\1丙", "甲丙、乙"),
        ("((甲)乙)", r"\1\2", "甲乙、乙"),
        ("(?=乙)", "丙", "甲乙、乙"),
        ("(丁*)", r"\1戊", "甲乙、乙"),
    ],
    ids=["optional group", "nested groups", "empty match", "empty group"],
)
def test_odd_rules_of_an_office_do_no_harm(pattern: str, replacement: str, after: str) -> None:
    """A match that can't be edited between its groups is left as it is."""
    assert plain(mend_run((typed("甲乙、乙"),), (compile_mend("TEXT900", pattern, replacement),), ())[0]) == after
