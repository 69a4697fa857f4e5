"""What a report says of itself: year, who reports, to whom."""

from __future__ import annotations

from datetime import date

import pytest
from support.books import shipped

from generator.diagnostics import Place
from generator.document.manuscript import Line, LineKind, Manuscript
from generator.reading.guessing import Guess, guessed

_AT = Place("报告.docx")
_TITLE = "关于2025年度法治政府建设情况的报告"


def _guess(*lines: tuple[LineKind, str], organs: tuple[str, ...] = (), dated: date | None = None) -> Guess:
    made = tuple(Line(kind, text, _AT, level=1 if kind == "节标题" else 0) for kind, text in lines)
    return guessed(Manuscript("报告.docx", made, organs, dated), shipped(), None, None)


@pytest.mark.parametrize(
    ("organs", "reporter", "level"),
    [
        (("青禾县人民政府",), "政府", "县级"),
        (("云岭市青禾区人民政府",), "政府", "县级"),
        (("中共青禾县委员会", "青禾县人民政府"), "党委和政府", "县级"),
        (("青禾县司法局",), "部门", None),
        (("云岭省卫生健康委",), "部门", None),
        (("双溪镇人民政府",), "乡镇", "乡级"),
        (("城关街道办事处",), "街道", "乡级"),
        (("青禾县法学会",), None, None),
    ],
)
def test_who_reports(organs: tuple[str, ...], reporter: str | None, level: str | None) -> None:
    found = _guess(("标题", _TITLE), organs=organs)
    assert found.reporter == reporter
    assert level is None or found.level == level


@pytest.mark.parametrize(
    ("title", "reporter"),
    [("青禾县2025年法治政府建设年度报告", "政府"), ("双溪镇2025年法治政府建设情况报告", "乡镇"), (_TITLE, None)],
)
def test_a_title_that_names_the_place_only(title: str, reporter: str | None) -> None:
    assert _guess(("标题", title)).reporter == reporter


def test_without_any_name_the_text_tells() -> None:
    found = _guess(("段", "我镇认真落实部署，全镇举办活动12场。"), ("段", "全镇调解纠纷30件。"))
    assert found.reporter == "乡镇"


@pytest.mark.parametrize(
    ("opening", "reporter"),
    [
        (
            "2025年，县林业局坚持以习近平新时代中国特色社会主义思想为指导，全县开展培训，全县举办活动，全县调解纠纷。",
            "部门",
        ),
        ("2025年，双溪镇在县委、县政府的领导下，认真落实法治政府建设的各项部署，推进依法行政，化解矛盾纠纷。", "乡镇"),
        (
            "2025年，在市委、市政府的领导下，在市司法局的指导下，城关街道党工委、办事处始终坚持依法行政，推进普法。",
            "街道",
        ),
        ("2025年，云河新区在市委、市政府的领导下，认真落实法治政府建设的各项部署，推进依法行政，化解矛盾纠纷。", None),
    ],
)
def test_without_a_title_who_acts_in_the_opening_tells(opening: str, reporter: str | None) -> None:
    assert _guess(("段", opening)).reporter == reporter


@pytest.mark.parametrize(("own", "reporter"), [(3, "部门"), (1, None), (0, "政府")])
def test_a_department_that_writes_of_the_whole_county(own: int, reporter: str | None) -> None:
    """我局 tells more than 全县, which departments write too; a single one isn't enough."""
    said: list[tuple[LineKind, str]] = [("段", "我局组织学习。")]
    assert _guess(("段", "全县开展培训，全县举办活动，全县受理案件。"), *said * own).reporter == reporter


@pytest.mark.parametrize(
    ("addressee", "delivery"),
    [("中共青禾县委、县人民政府：", "上级党委和政府"), ("县委、县政府：", "上级党委和政府"), ("县司法局：", None)],
)
def test_to_whom_a_town_reports(addressee: str, delivery: str | None) -> None:
    assert _guess(("主送", addressee), organs=("双溪镇人民政府",)).delivery == delivery


@pytest.mark.parametrize(
    ("lines", "dated", "year", "period"),
    [
        ([("标题", "青禾县2025年法治政府建设年度报告")], date(2026, 2, 9), 2025, "全年"),
        ([("标题", "青禾县2022年上半年法治政府建设情况")], None, 2022, "上半年"),
        (
            [("节标题", "2025年主要举措"), ("节标题", "2026年主要安排"), ("段", "2025年，全县")],
            None,
            2025,
            "全年",
        ),
        ([("段", "按照《实施纲要（2021年—2025年）》，2024年，全县……")], None, 2024, "全年"),
        ([("段", "全县认真落实部署。")], date(2026, 2, 9), 2025, "全年"),
        ([("段", "全县认真落实部署。")], None, None, "全年"),
    ],
)
def test_the_year(lines: list[tuple[LineKind, str]], dated: date | None, year: int | None, period: str) -> None:
    found = _guess(*lines, dated=dated)
    assert (found.year, found.period) == (year, period)


@pytest.mark.parametrize(
    ("lines", "organs", "delivery"),
    [
        ([("称谓", "主任、各位副主任、各位委员：")], ("青禾县人民政府",), "人大常委会口头"),
        ([("主送", "青禾县人大常委会：")], ("青禾县人民政府",), "人大常委会书面"),
        ([("主送", "中共云岭市委、云岭市人民政府：")], ("中共青禾县委员会", "青禾县人民政府"), "上级党委和政府"),
        ([("主送", "中共青禾县委员会：")], ("青禾县人民政府",), "同级党委"),
        ([("主送", "青禾县人民政府：")], ("青禾县司法局",), "本级党委和政府"),
        ([("主送", "云岭市司法局：")], ("青禾县司法局",), "上级主管部门"),
        ([("段", "特此报告。")], (), "社会公开"),
        ([("段", "特此报告。"), ("署名", "青禾县人民政府")], ("青禾县人民政府",), "社会公开"),
        ([("版头", "青禾县人民政府文件"), ("段", "特此报告。")], ("青禾县人民政府",), None),
        ([("主送", "云岭市人民政府：")], ("青禾县人民政府",), None),
    ],
)
def test_to_whom(lines: list[tuple[LineKind, str]], organs: tuple[str, ...], delivery: str | None) -> None:
    """Since 2019 nobody reports to the superior government alone, so that one is left open."""
    assert _guess(("标题", _TITLE), *lines, organs=organs).delivery == delivery


@pytest.mark.parametrize(
    ("times", "delivery"), [("2018年度", "上级政府"), ("2019年度", None), ("2022年上半年", "上级政府")]
)
def test_the_years_in_which_governments_reported_upwards(times: str, delivery: str | None) -> None:
    """By 年度止 and 半年不限 of the kind of delivery."""
    title = f"关于{times}法治政府建设情况的报告"
    found = _guess(("标题", title), ("主送", "云岭市人民政府："), organs=("青禾县人民政府",))
    assert found.delivery == delivery


def test_the_day_of_publication() -> None:
    assert _guess(("杂项", "发布时间： 2026-03-20  来源：")).published == date(2026, 3, 20)
    assert _guess(("杂项", "发布日期：2026年3月32日")).published is None
