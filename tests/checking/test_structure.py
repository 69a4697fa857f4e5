"""The shape of a composed report."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.findings import Finder, Found, path_of
from generator.checking.structure import check_structure
from generator.diagnostics import Diagnostics, Place, Severity
from generator.document.blocks import Block, Document, Heading, Meta, Origin, Paragraph, Section, Table, Text
from generator.document.numbering import numbered
from generator.loading.knowledge import load_knowledge
from generator.loading.parts import locate_parts
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.models.reporter import MandatoryItem, ReporterKind

_KIND = ReporterKind(
    说明="测试",
    自称={"县级": "全县"},
    标题={"全年": "标题", "上半年": "标题"},
    事项={
        "举措成效": MandatoryItem(全年="硬", 上半年="软", 起=2019),
        "其他": MandatoryItem(全年="软", 上半年="无"),
    },
    来源="测试",
    强度="规定",
)
_TEXT = Paragraph((Text("有内容。"),))


def section(heading: str | None, *blocks: Block, at: str = "正文/0/节", **more: Any) -> Section:
    """A section; without blocks it is empty."""
    run_in = more.pop("run_in", False)
    head = Heading((Text(heading),), run_in=run_in) if heading is not None else None
    return Section(head, blocks, origin=Origin(at), **more)


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def version(*blocks: Block, name: str = "版本") -> Document:
    """A numbered version."""
    return numbered(Document(Meta("标题", "某区人民政府", 2022, "全年", name, "送审稿", "送审稿"), blocks))


def judged(*documents: Document, items: bool = False, all_versions: bool = True, **given: Any) -> list[Found]:
    """What is found about versions of a report; the mandatory items are left out unless asked for."""
    kind = _KIND if items else _KIND.model_copy(update={"事项": {}})
    report = Report.model_validate({"年度": 2022, "主体": {"名称": "某区人民政府", "简称": "某区"}} | given)
    locate_parts(report)
    known = replace(knowledge(), reporters={"政府": kind}, checks=shipped_checks())
    finder = Finder(shipped_checks(), lambda path: Place("/".join(map(str, path))))
    check_structure(documents, report, tuple(report.body), known, finder, all_versions=all_versions)
    return finder.found


def found(*blocks: Block, period: str = "全年", items: bool = False) -> list[Found]:
    """What is found about the blocks of the one version of a report."""
    return judged(version(*blocks), items=items, 期间=period)


def codes(*blocks: Block, **options: Any) -> list[str]:
    """The codes of the findings."""
    return [each.diagnostic.code for each in found(*blocks, **options)]


def deep(levels: int) -> Section:
    """Sections without siblings or headings, one inside the other."""
    inner = section("最里层", _TEXT)
    for _ in range(levels - 1):
        inner = section(None, inner)
    return inner


SHAPES: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "sound": ((section("甲", _TEXT), section("乙", section("丙", _TEXT), section("丁", _TEXT))), []),
    "empty section": ((section("甲", _TEXT), section("乙")), ["PART007"]),
    "section with a blank paragraph": ((section("甲", Paragraph((Text(" "),))),), ["PART007"]),
    "section with an empty table": ((section("甲", Table((Text("题"),), (), ())),), ["PART007"]),
    "only child": ((section("甲", _TEXT, section("乙", _TEXT)), section("丙", _TEXT)), ["PART006"]),
    "blank heading": ((section(" ", _TEXT), section("乙", _TEXT)), ["PART003"]),
    "heading missing among siblings": ((section("甲", _TEXT), section(None, _TEXT)), ["PART005"]),
    "no headings at all": ((section(None, _TEXT), section(None, _TEXT)), []),
    "mark at the end": ((section("加强学习。", _TEXT),), ["PART008"]),
    "run-in heading with its stop": ((section("加强学习。", _TEXT, run_in=True),), []),
    "run-in heading with another mark": ((section("加强学习：", _TEXT, run_in=True),), ["PART008"]),
    "bracket at the end": ((section("条例（试行）", _TEXT),), []),
    "heading fills the line": ((section("长" * 24, _TEXT),), []),
    "heading over the line": ((section("长" * 25, _TEXT),), ["PART009"]),
    "half-width signs are half as wide": ((section("2021" * 12, _TEXT),), []),
    "quotes are full width": ((section("“长" * 12 + "长", _TEXT),), ["PART009"]),
    "run-in heading may be long": ((section("长" * 40, _TEXT, run_in=True),), []),
    "four levels": ((deep(4),), []),
    "five levels": ((deep(5),), ["PART010"]),
    "same heading beside it": ((section("甲", _TEXT), section("甲", _TEXT)), ["PART011"]),
    "same heading elsewhere": (
        (section("甲", section("乙", _TEXT), section("丙", _TEXT)), section("乙", _TEXT)),
        [],
    ),
    "number typed": ((section("一、加强学习", _TEXT),), ["PART012"]),
    "bracketed number typed": ((section("（三）加强学习", _TEXT),), ["PART012"]),
    "arabic number typed": ((section("1.加强学习", _TEXT),), ["PART012"]),
    "a decimal is no number": ((section("1.5万人受益", _TEXT),), []),
    "an enumeration is no number": ((section("一网通办、一窗受理", _TEXT),), []),
}


@pytest.mark.parametrize(("blocks", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_the_shape_is_judged(blocks: tuple[Block, ...], expected: list[str]) -> None:
    """Each fault once, and nothing about a sound report."""
    assert codes(*blocks) == expected


def test_findings_stand_at_the_heading_they_speak_of() -> None:
    """Headings at 标题, sections at their own path, list positions as numbers."""
    (each,) = found(section("加强学习。", _TEXT, at="正文/3/节/内容/10/节"))
    assert each.path == ("正文", 3, "节", "内容", 10, "节", "标题")
    assert each.diagnostic.message == "标题“加强学习。”末尾有“。”"


ITEMS: dict[str, tuple[tuple[Block, ...], str, list[tuple[str, Severity]]]] = {
    "covered": ((section("甲", _TEXT, items=("举措成效", "其他")),), "全年", []),
    "covered below": ((section("甲", section(None, _TEXT, items=("举措成效", "其他"))),), "全年", []),
    "missing": (
        (section("甲", _TEXT),),
        "全年",
        [("PART001", Severity.ERROR), ("PART002", Severity.INFO)],
    ),
    "half-year": ((section("甲", _TEXT),), "上半年", [("PART002", Severity.INFO)]),
}


@pytest.mark.parametrize(("blocks", "period", "expected"), ITEMS.values(), ids=ITEMS.keys())
def test_mandatory_items_depend_on_kind_and_period(
    blocks: tuple[Block, ...], period: str, expected: list[tuple[str, Severity]]
) -> None:
    """硬 is an error, 软 is pointed out, 无 is not asked for."""
    each = found(*blocks, period=period, items=True)
    assert [(one.diagnostic.code, one.diagnostic.severity) for one in each] == expected


def test_before_its_rule_an_item_is_only_pointed_out() -> None:
    """A report on 2018 that lacks it breaks nothing."""
    assert [one.diagnostic.code for one in judged(version(_TEXT), items=True, 年度=2018)] == ["PART002", "PART002"]


def test_an_item_with_a_heading_alone_is_missing() -> None:
    """A heading is no content."""
    assert codes(section("甲", items=("举措成效", "其他")), items=True) == ["PART001", "PART002", "PART007"]


@pytest.mark.parametrize(("joined", "path"), [("", ()), ("正文/0/节", ("正文", 0, "节"))])
def test_an_origin_becomes_a_path(joined: str, path: tuple[str | int, ...]) -> None:
    """Blocks from a template alone have none."""
    assert path_of(joined) == path


INPUT = [
    {"节": {"标题": "甲", "事项": "举措成效", "不给": "公开版", "内容": ["有内容。"]}},
    {"节": {"标题": "乙", "事项": "其他", "内容": [{"段": "有内容。", "不给": "公开版"}]}},
]
_ALL = (section("甲", _TEXT, items=("举措成效",)), section("乙", _TEXT, items=("其他",), at="正文/1/节"))


def test_what_is_written_but_left_out_of_a_version_is_not_called_missing() -> None:
    """The version is named, and nothing is an error; a heading that stays without its text is a fault of its own."""
    public = version(section("乙", items=("其他",), at="正文/1/节"), name="公开版")
    each = judged(version(*_ALL, name="送审稿"), public, items=True, 正文=INPUT)
    assert [(one.diagnostic.code, one.path, one.diagnostic.message) for one in each] == [
        ("PART040", ("正文", 0, "节"), "“举措成效”写了，但“公开版”没有这一部分"),
        ("PART042", ("正文", 1, "节"), "“公开版”中“一、乙”下面没有内容，它的内容都没有写进这一版"),
    ]
    assert Severity.ERROR not in {one.diagnostic.severity for one in each}


def test_what_is_left_out_and_owed_by_custom_only_is_an_info() -> None:
    """The whole section is gone from the version."""
    (each,) = judged(version(_ALL[0], name="公开版"), items=True, 正文=INPUT)
    assert (each.diagnostic.code, each.diagnostic.severity) == ("PART041", Severity.INFO)
    assert each.diagnostic.message == "“其他”写了，但“公开版”没有这一部分"


def test_what_no_version_has_is_said_once_and_names_none() -> None:
    """Two versions, one finding; with versions left aside it can't be said of the whole report."""
    both = (version(section("甲"), name="送审稿"), version(section("甲"), name="公开版"))
    assert [one.diagnostic.message for one in judged(*both)] == ["“一、甲”下面没有内容"]
    (one,) = judged(*both, all_versions=False)
    assert one.diagnostic.message == "“送审稿”、“公开版”中“一、甲”下面没有内容"
    missing = [one.diagnostic.message for one in judged(version(name="甲"), version(name="乙"), items=True)]
    assert missing[0] == "缺少必备事项“举措成效”：没有写，或者只有标题没有内容"


def test_a_fault_of_one_version_names_it() -> None:
    """Also where the same section has another number in another version."""
    lonely = version(section("甲", section("丙", _TEXT, at="正文/0/节/内容/0/节")), name="公开版")
    more = section("丁", _TEXT, at="正文/0/节/内容/1/节")
    whole = version(section("甲", section("丙", _TEXT, at="正文/0/节/内容/0/节"), more), name="送审稿")
    (each,) = judged(whole, lonely)
    assert each.diagnostic.message == "“公开版”中“（一）丙”没有与它并列的节"


@pytest.mark.parametrize(
    ("year", "period", "owed"), [(2018, "全年", "软"), (2019, "全年", "硬"), (2019, "上半年", "软")]
)
def test_an_item_is_owed_from_the_year_of_its_rule_on(year: int, period: str, owed: str) -> None:
    """Reports on years before the regulation can't break it."""
    kind = knowledge().reporters["政府"]
    assert {item.owed(period, year) for item in kind.事项.values()} - {"无"} == {owed}


def test_a_heading_taken_over_from_the_outline_may_be_long() -> None:
    """Whoever asks for the outline's headings can't be blamed for them."""
    outline = knowledge().outlines
    long = max((task.标题 for each in outline.values() for task in each.任务 if each.covers(2025)), key=len)
    assert len(long) > 24, "nothing to see otherwise"
    assert "PART009" not in codes(section(long, _TEXT, at="正文/0/节"))


@pytest.mark.parametrize(("at", "expected"), [("履职", []), ("正文/0/节", ["PART009"])])
def test_headings_that_the_outline_gives_may_be_long(at: str, expected: list[str]) -> None:
    """Staff didn't type them, and can't shorten them."""
    assert codes(section("长" * 30, _TEXT, at=at)) == expected
