"""How a line begins says what it is."""

from __future__ import annotations

import pytest

from generator.document.line_shapes import counted, shape

LONG = "全县各级各部门认真组织开展执法检查和案卷评查，发现问题的立即督促整改，整改不力的依法依规严肃追究责任并通报"


@pytest.mark.parametrize(
    ("line", "kind", "number", "level", "heading"),
    [
        ("一、主要举措和成效", "节标题", "一、", 1, "主要举措和成效"),
        ("十一、 存在的问题", "节标题", "十一、", 1, "存在的问题"),
        ("一、主要举措和成效。", "节标题", "一、", 1, "主要举措和成效"),
        ("（二）加强组织领导。县委常委会会议研究2次。", "节标题", "（二）", 2, "加强组织领导"),
        ("(二)加强组织领导。县委常委会会议研究2次。", "节标题", "(二)", 2, "加强组织领导"),
        ("二）加强组织领导", "节标题", "二）", 2, "加强组织领导"),
        ("（二）围绕总体要求，狠抓落实。", "节标题", "（二）", 2, "围绕总体要求，狠抓落实"),
        (f"（一）加强监督，{LONG}。", "节标题", "（一）", 2, "加强监督，"),
        ("1.优化营商环境。办理企业设立登记12户。", "节标题", "1.", 3, "优化营商环境"),
        ("2、优化营商环境", "节标题", "2、", 3, "优化营商环境"),
        ("（3）依法复议。收到7件。", "节标题", "（3）", 4, "依法复议"),
        ("①规范程序。制定流程2个。", "节标题", "①", 5, "规范程序"),
        ("1.制定实施方案。", "段", "1.", 0, ""),
        (f"（1）{LONG}；", "段", "（1）", 0, ""),
        ("1.5万人次参加了活动。", "段", "", 0, ""),
        ("2025年，全县共办理案件12件。", "段", "", 0, ""),
        ("一是抓源头。建立台账。", "要点", "一是", 0, ""),
        ("一是抓源头；二是抓过程。", "段", "", 0, ""),
        ("一直以来，全县高度重视。", "段", "", 0, ""),
    ],
)
def test_shapes(line: str, kind: str, number: str, level: int, heading: str) -> None:
    found = shape(line)
    begin = found.text[: found.run_in] if found.run_in else found.text if found.kind == "节标题" else ""
    assert (found.kind, found.number, found.level, begin.rstrip("。")) == (kind, number, level, heading)


def test_a_beginning_that_is_set_apart_is_the_heading() -> None:
    """Bold to a comma, and text in the usual letters behind it."""
    line = f"（一）加强监督检查，{LONG}。"
    found = shape(line, run_in=len("（一）加强监督检查，"))
    assert found.text[: found.run_in] == "加强监督检查，"


def test_a_style_is_believed_before_the_number() -> None:
    found = shape("1.5G网络。建成基站12座。", known_level=3, run_in=len("1.5G网络。"))
    assert (found.number, found.text[: found.run_in], found.level) == ("1.", "5G网络。", 3)
    assert shape("①甲", known_level=4).level == 5


def test_numbers_of_lists_count_as_typed_ones() -> None:
    assert shape("加强组织领导", number="（一）").level == 2
    assert shape("完成立项。", number="a)").kind == "段"


@pytest.mark.parametrize(
    ("number", "value"), [("三、", 3), ("（十二）", 12), ("3.", 3), ("(4)", 4), ("⑤", 5), ("二是", 2), ("附件1", None)]
)
def test_values_of_numbers(number: str, value: int | None) -> None:
    assert counted(number) == value
