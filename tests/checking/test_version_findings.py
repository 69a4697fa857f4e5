"""Who may send what to whom, for which year, by which day: findings on the entries of 报送."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import product

import pytest
from support.knowledge_files import shipped_checks

from generator.checking.deliveries import check_deliveries
from generator.diagnostics import Diagnostic, Diagnostics, Place
from generator.loading.knowledge import load_knowledge
from generator.loading.parts import locate_parts
from generator.models.knowledge import Knowledge
from generator.models.report import Report

_ASKED = {"PART032", "PART035", "PART036", "PART038"}
"""Infos on what could be added; left out unless a test is about them."""


@cache
def _knowledge() -> Knowledge:
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def found(
    *deliveries: Mapping[str, object],
    year: int = 2025,
    period: str = "全年",
    kind: str = "政府",
    names: tuple[str, ...] = ("甲县人民政府",),
    level: str | None = None,
    asked: bool = False,
) -> list[Diagnostic]:
    """What is found about the entries of 报送 of a report."""
    subject = {"名称": list(names), "类别": kind, "简称": "甲县", "级别": level}
    entries = [{"名称": f"版本{number}", **each} for number, each in enumerate(deliveries)]
    report = Report.model_validate({"年度": year, "期间": period, "主体": subject, "报送": entries})
    locate_parts(report)
    knowledge = _knowledge()
    every = check_deliveries(
        report,
        knowledge.reporters[kind],
        knowledge.deliveries,
        shipped_checks(),
        lambda path: Place("/".join(str(step) for step in path)),
    )
    return [each.diagnostic for each in every if asked or each.diagnostic.code not in _ASKED]


def codes(*deliveries: Mapping[str, object], **options: object) -> list[str]:
    return [each.code for each in found(*deliveries, **options)]  # type: ignore[arg-type]  # the options are those above


JOINT = ("中共甲县委", "甲县人民政府")
REPORTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "省": ("政府", ("甲省人民政府",)),
    "县": ("政府", ("甲县人民政府",)),
    "县联合": ("党委和政府", JOINT),
    "镇": ("乡镇", ("中共甲镇委员会", "甲镇人民政府")),
    "街道": ("街道", ("中共甲街道工作委员会", "甲街道办事处")),
    "开发区": ("开发区", ("中共甲开发区工作委员会", "甲开发区管理委员会")),
    "局": ("部门", ("甲县水利局",)),
    "税务": ("垂直管理", ("国家税务总局甲县税务局",)),
}
KINDS = [
    "送审稿",
    "上级党委和政府",
    "上级政府",
    "同级党委",
    "人大常委会书面",
    "人大常委会口头",
    "上级主管部门",
    "本级党委和政府",
    "社会公开",
]
# one letter for each kind above: . nothing, X this reporter can't, Y not for this year, 1 one organ too few
MATRIX = {
    ("省", 2018): ".Y....XX.",
    ("省", 2025): ".1Y...XX.",
    ("县", 2018): ".Y....XX.",
    ("县", 2019): ".1Y...XX.",
    ("县联合", 2018): ".Y....XX.",
    ("县联合", 2025): "..Y...XX.",
    ("镇", 2025): "..XXXXXX.",
    ("街道", 2025): "..XXXXXX.",
    ("开发区", 2025): "..XXXXXX.",
    ("局", 2018): ".XXXXX...",
    ("局", 2025): ".XXXXX...",
    ("税务", 2025): ".XXXXX...",
}
_LETTER = {"PART020": "X", "PART021": "Y", "PART022": "1"}


@pytest.mark.parametrize(("who", "year"), MATRIX, ids=str)
def test_what_a_reporter_can_send(who: str, year: int) -> None:
    """By kind of reporter, kind of delivery and report year."""
    kind, names = REPORTERS[who]
    row = ""
    for delivery in KINDS:
        letters = [_LETTER.get(code, code) for code in codes({"对象": delivery}, year=year, kind=kind, names=names)]
        row += ("".join(letter for letter in letters if letter in "XY1") or ("." if not letters else "?"))[0]
    assert row == MATRIX[who, year]


def test_what_cannot_be_sent_is_told_with_its_reason_and_a_way_out() -> None:
    """A town has no standing committee; what it can send is listed."""
    (each,) = found({"对象": "人大常委会口头"}, kind="乡镇", names=REPORTERS["镇"][1])

    assert each.severity.value == "error"
    assert each.place.file == "报送/0/对象"
    assert "没有人大常委会" in each.message
    assert "上级党委和政府" in each.remedy
    assert "人大常委会" not in each.remedy


@pytest.mark.parametrize(("year", "expected"), [(2018, []), (2019, ["PART021"]), (2025, ["PART021"])])
def test_a_government_alone_reported_upwards_until_2018(year: int, expected: list[str]) -> None:
    """A warning, because it is still often done; and half-year reports are bound by custom alone."""
    assert codes({"对象": "上级政府"}, year=year) == expected
    assert codes({"对象": "上级政府"}, year=year, period="上半年") == []


ORGANS: dict[str, tuple[dict[str, object], list[str]]] = {
    "one organ of a joint report": ({"对象": "上级党委和政府", "机关": ["甲县人民政府"]}, ["PART022"]),
    "the party committee second": ({"对象": "上级党委和政府", "机关": list(JOINT[::-1])}, ["PART024"]),
    "the party committee second in the mark": ({"对象": "上级党委和政府", "标志": list(JOINT[::-1])}, ["PART024"]),
    "one of two organs is taken": ({"对象": "同级党委"}, []),
    "two organs to the congress": ({"对象": "人大常委会书面", "机关": list(JOINT)}, ["PART023"]),
    "two 主送 and a copy": (
        {
            "对象": "上级党委和政府",
            "主送": ["中共乙市委", "乙市人民政府"],
            "抄送": ["中共乙市委全面依法治市委员会办公室"],
        },
        [],
    ),
    "three 主送": ({"对象": "上级党委和政府", "主送": ["中共乙市委", "乙市人民政府", "丙"]}, ["PART025"]),
    "copies to those below": (
        {"对象": "上级党委和政府", "抄送": ["甲镇人民政府", "各乡镇", "甲县水利局", "乙市司法局"]},
        ["PART026", "PART026", "PART026"],
    ),
    "copies of what doesn't go up": ({"对象": "人大常委会书面", "抄送": ["甲镇人民政府"]}, []),
    "a number of the right form": (
        {"对象": "同级党委", "文号": "甲府〔2026〕5号", "成文日期": "2026-02-09"},
        [],
    ),
    "a number in square brackets": ({"对象": "同级党委", "文号": "甲府[2026]5号"}, ["PART030"]),
    "a number with a leading zero": ({"对象": "同级党委", "文号": "甲府〔2026〕05号"}, ["PART030"]),
    "a number with 第": ({"对象": "同级党委", "文号": "甲府〔2026〕第5号"}, ["PART030"]),
    "a number of another year": (
        {"对象": "同级党委", "文号": "甲府〔2025〕5号", "成文日期": "2026-02-09"},
        ["PART031"],
    ),
    "a bureau head who stands for the government": (
        {"对象": "人大常委会口头", "报告人": {"职务": "甲县司法局局长", "方式": "代表"}},
        ["PART034"],
    ),
    "a county head who stands for it": ({"对象": "人大常委会口头", "报告人": {"职务": "甲县县长", "方式": "代表"}}, []),
    "a secretary-general in a county": ({"对象": "人大常委会口头", "称谓": "主任、秘书长、各位委员"}, ["PART033"]),
    "duplex without an imprint": ({"对象": "同级党委", "双面": "是"}, ["PART037"]),
    "duplex with an imprint": ({"对象": "同级党委", "双面": "是", "印发机关": "甲县人民政府办公室"}, []),
}


@pytest.mark.parametrize(("delivery", "expected"), ORGANS.values(), ids=ORGANS.keys())
def test_the_formal_fields_are_held_against_each_other(delivery: dict[str, object], expected: list[str]) -> None:
    """Each slip once, and nothing about what is in order."""
    assert codes(delivery, kind="党委和政府", names=JOINT) == expected


def test_a_city_may_have_a_secretary_general() -> None:
    """Only the county level has none."""
    delivery = {"对象": "人大常委会口头", "称谓": "主任、副主任、秘书长、各位委员"}
    assert codes(delivery, level="市级", names=("甲市人民政府",)) == []


# kind of reporter, kind of delivery, report year, key, day, expected
LIMITS = [
    ("政府", "同级党委", 2025, "报送日期", "2026-02-28", []),
    ("政府", "同级党委", 2025, "报送日期", "2026-03-01", ["PART029"]),
    ("政府", "同级党委", 2025, "报送日期", "2026-03-02", ["PART028"]),
    ("政府", "同级党委", 2023, "报送日期", "2024-02-29", []),
    ("政府", "同级党委", 2018, "报送日期", "2019-03-31", []),
    ("政府", "同级党委", 2018, "报送日期", "2019-04-01", ["PART029"]),
    ("政府", "同级党委", 2019, "报送日期", "2020-03-31", ["PART028"]),
    ("政府", "同级党委", 2025, "成文日期", "2026-03-05", ["PART028"]),
    ("政府", "同级党委", 2025, "印发日期", "2026-03-05", ["PART028"]),
    ("政府", "人大常委会书面", 2025, "报送日期", "2026-03-02", ["PART028"]),
    ("政府", "人大常委会口头", 2025, "成文日期", "2026-03-30", []),
    ("政府", "上级政府", 2018, "报送日期", "2019-04-02", ["PART028"]),
    ("政府", "社会公开", 2025, "发布日期", "2026-03-31", []),
    ("政府", "社会公开", 2025, "发布日期", "2026-04-01", ["PART029"]),
    ("政府", "社会公开", 2025, "发布日期", "2026-04-07", ["PART028"]),
    ("政府", "社会公开", 2025, "成文日期", "2026-03-20", []),
    ("政府", "社会公开", 2018, "发布日期", "2019-06-01", []),
    ("部门", "本级党委和政府", 2025, "报送日期", "2026-03-02", ["PART028"]),
    ("部门", "上级主管部门", 2018, "报送日期", "2019-03-30", []),
    ("垂直管理", "上级主管部门", 2025, "报送日期", "2026-03-01", ["PART029"]),
    ("政府", "送审稿", 2025, "成文日期", "2026-05-01", []),
]


@pytest.mark.parametrize(("kind", "delivery", "year", "key", "day", "expected"), LIMITS)
def test_before_a_day_doesnt_include_it(
    kind: str, delivery: str, year: int, key: str, day: str, expected: list[str]
) -> None:
    """First quarter up to 2018; 1 March and 1 April from 2019; measured by the day it was sent or published."""
    assert codes({"对象": delivery, key: day}, kind=kind, year=year) == expected
    assert codes({"对象": delivery, key: day}, kind=kind, year=year, period="上半年") == []


def test_being_sent_in_time_is_what_counts() -> None:
    """A day of sending outweighs that of printing; how late is said."""
    assert codes({"对象": "同级党委", "印发日期": "2026-02-20", "报送日期": "2026-02-27"}) == []
    (each,) = found({"对象": "同级党委", "印发日期": "2026-02-20", "报送日期": "2026-03-10"})
    assert "晚了10天" in each.message
    assert each.severity.value == "warning"
    assert each.place.file == "报送/0/报送日期"


_DAYS = ("成文日期", "印发日期", "报送日期", "发布日期")


@pytest.mark.parametrize(("former", "latter"), [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)])
def test_the_days_come_in_their_order(former: int, latter: int) -> None:
    """The same day is in order, an earlier one isn't."""
    for first, second in product((date(2026, 2, 9), date(2026, 2, 10)), repeat=2):
        keys = {"对象": "送审稿", _DAYS[former]: first.isoformat(), _DAYS[latter]: second.isoformat()}
        assert codes(keys) == (["PART027"] if second < first else [])


ASKED: dict[str, tuple[list[dict[str, object]], dict[str, object], list[str]]] = {
    "a draft alone": ([{"对象": "送审稿"}], {}, []),
    "one of four": (
        [{"对象": "同级党委"}],
        {},
        ["PART038", "PART035"],
    ),
    "upwards without a copy": (
        [{"对象": "本级党委和政府"}, {"对象": "上级主管部门"}, {"对象": "社会公开"}],
        {"kind": "部门", "names": ("甲县水利局",)},
        ["PART032", *["PART038"] * 3],
    ),
    "one addressee of two": (
        [{"对象": "上级党委和政府", "主送": ["乙市人民政府"], "抄送": ["中共乙市委全面依法治市委员会办公室"]}],
        {"kind": "乡镇", "names": REPORTERS["镇"][1]},
        ["PART036", "PART038", "PART035"],
    ),
    "half a year": ([{"对象": "同级党委"}], {"period": "上半年"}, ["PART038"]),
}


@pytest.mark.parametrize(("deliveries", "options", "expected"), ASKED.values(), ids=ASKED.keys())
def test_what_could_be_added_is_only_told(
    deliveries: list[dict[str, object]], options: dict[str, object], expected: list[str]
) -> None:
    """Infos: nothing is owed to the program."""
    every = found(*deliveries, asked=True, **options)  # type: ignore[arg-type]  # the options are those of the helper
    assert [each.code for each in every] == expected
    assert {each.severity.value for each in every} <= {"info"}
