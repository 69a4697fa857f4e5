"""Who is spoken of as the first responsible person, and which year the plans are for."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import COUNTY, report, see

HEADS = "履职:\n  - {text}\n"
REST = "举措: [文]\n不足: [{标题: 甲, 表现: 乙}]\n安排: [{标题: 甲, 措施: 乙}]\n"
GOVERNMENT = "{名称: 甲县人民政府, 简称: 甲县}"
TOWN = "{名称: [中共甲镇委员会, 甲镇人民政府], 类别: 乡镇, 简称: 甲镇}"
BUREAU = "{名称: 甲县水利局, 类别: 部门, 简称: 甲县水利局}"

PEOPLE = {
    # case: (subject, text of 履职 or "", codes and severities)
    "both": (COUNTY, "县委书记部署，县长落实。", []),
    "both together": (COUNTY, "党政主要负责人分别履行职责。", []),
    "the Party head alone": (COUNTY, "县委主要负责人部署。", [("PART014", "warning")]),
    "the government head alone": (COUNTY, "县政府主要负责人落实。", [("PART014", "warning")]),
    "neither of them": (COUNTY, "重大事项依法研究。", [("PART014", "warning")]),
    "nobody": (COUNTY, "", [("PART001", "error")]),
    "a government alone": (GOVERNMENT, "县长落实。", []),
    "both of a town": (TOWN, "镇党委书记、镇长分别落实。", []),
    "nobody of a town": (TOWN, "", [("PART013", "warning")]),
    "nobody of a bureau": (BUREAU, "", [("PART013", "warning")]),
}


@pytest.mark.parametrize(("subject", "text", "expected"), PEOPLE.values(), ids=PEOPLE.keys())
def test_the_first_responsible_persons(
    subject: str, text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """Nothing at all is an error of a county; one of two is a warning; what others owe is a warning."""
    body = REST + (HEADS.format(text=text) if text else "")
    seen = see(tmp_path, report("  - {名称: 稿}", subject=subject, body=body))
    found = [(each.code, each.severity.value) for each in seen.found if each.code in ("PART001", "PART013", "PART014")]

    assert found == expected


def test_a_version_of_the_government_alone_speaks_of_its_own_head(tmp_path: Path) -> None:
    """The Party head belongs to the joint version."""
    body = REST + "履职:\n  - {段: 县委书记部署。, 不给: [报县委]}\n  - 县长落实。\n"
    deliveries = "  - {名称: 稿}\n  - {名称: 报县委, 对象: 同级党委, 主送: 中共甲县委}"
    seen = see(tmp_path, report(deliveries, body=body))

    assert "PART014" not in seen.codes
    assert "县委书记" not in seen.texts["报县委"]


YEARS = {
    "next year": ("2026年工作安排", []),
    "this year": ("2025年工作安排", ["PART016"]),
    "no year": ("下一步打算", ["PART015"]),
    "next year in the text": ("下一步打算", []),
    "problems of this year with plans for the next": ("2025年的不足和2026年的安排", []),
}


@pytest.mark.parametrize("case", YEARS)
def test_plans_are_for_the_next_year(case: str, tmp_path: Path) -> None:
    """A wrong year is an error, none an info."""
    title, expected = YEARS[case]
    text = "2026年办好三件事。" if case == "next year in the text" else "办好三件事。"
    body = f"正文: [{{节: {{标题: {title}, 事项: 下年安排, 内容: [{text}]}}}}]\n"
    seen = see(tmp_path, report("  - {名称: 稿}", body=body))
    half = see(tmp_path, report("  - {名称: 稿}", body=body, head="期间: 上半年\n"))

    assert [code for code in seen.codes if code in ("PART015", "PART016")] == expected
    assert not {"PART015", "PART016"} & set(half.codes)


def test_a_bureau_has_one_head(tmp_path: Path) -> None:
    """Its heading doesn't speak of the heads of party and government."""
    body = REST + HEADS.format(text="局长落实。")
    assert "党政主要负责人" not in see(tmp_path, report("  - {名称: 稿}", subject=BUREAU, body=body)).text
    assert "党政主要负责人" in see(tmp_path, report("  - {名称: 稿}", body=body)).text
