"""The shape of a composed report."""

from __future__ import annotations

from typing import Any

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.findings import Found, path_of
from generator.checking.structure import check_structure
from generator.diagnostics import Place, Severity
from generator.document.blocks import Block, Document, Heading, Meta, Origin, Paragraph, Section, Table, Text
from generator.document.numbering import numbered
from generator.models.report import Report
from generator.models.reporter import MandatoryItem, ReporterKind

_KIND = ReporterKind(
    说明="测试",
    自称={"县级": "全县"},
    标题={"全年": "标题", "上半年": "标题"},
    事项={
        "举措成效": MandatoryItem(全年="硬", 上半年="软"),
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


def found(*blocks: Block, period: str = "全年", items: bool = False) -> list[Found]:
    """What is found about the blocks; the mandatory items are left out unless asked for."""
    kind = _KIND if items else _KIND.model_copy(update={"事项": {}})
    report = Report.model_validate({"年度": 2022, "期间": period, "主体": {"名称": "某区人民政府", "简称": "某区"}})
    document = numbered(Document(Meta("标题", "某区人民政府", 2022, period, "版本", "送审稿", "送审稿"), blocks))
    return check_structure(document, report, kind, shipped_checks(), lambda path: Place("/".join(map(str, path))))


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


def test_an_item_with_a_heading_alone_is_missing() -> None:
    """A heading is no content."""
    assert codes(section("甲", items=("举措成效", "其他")), items=True) == ["PART001", "PART002", "PART007"]


@pytest.mark.parametrize(("joined", "path"), [("", ()), ("正文/0/节", ("正文", 0, "节"))])
def test_an_origin_becomes_a_path(joined: str, path: tuple[str | int, ...]) -> None:
    """Blocks from a template alone have none."""
    assert path_of(joined) == path
