"""The list of words with an office's own laid over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.manuscripts import COUNTY, split

from generator.checking.manuscript import check_manuscript
from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge


def _codes(text: str, office: Path, words: str) -> list[str]:
    (office / "schemas").mkdir(parents=True)
    (office / "schemas" / "wording.yaml").write_text(words, encoding="utf-8")
    diagnostics = Diagnostics()
    knowledge = load_knowledge([office], diagnostics)
    if knowledge is None:
        return [each.code for each in diagnostics]
    check_manuscript(split(text), knowledge, COUNTY, diagnostics)
    return [each.code for each in diagnostics if each.code.startswith(("TERM04", "LOAD"))]


LOCAL = "县经信委: {类: 旧称, 改作: 县工业和信息化局, 除: [原县经信委], 来源: 本县机构改革, 强度: 惯例}\n"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("县经信委牵头。", LOCAL, ["TERM040"]),
        ("原县经信委牵头。", LOCAL, []),
        ("落实《县经信委办法》，称为“县经信委”。", LOCAL, []),
        ("维持原具体行政行为。", "具体行政行为: {删除: 是}\n", []),
        ("维持原具体行政行为。", "具体行政行为: {年度起: 2030}\n", []),
        ("县经信委牵头。", LOCAL.replace("旧称", "旧名"), ["LOAD082"]),
        ("县经信委牵头。", LOCAL.replace("除: [原县经信委]", "部分: [成效]"), ["LOAD082"]),
    ],
    ids=["added", "longer word", "title and quotation", "removed", "of later years", "no such class", "no such part"],
)
def test_an_office_keeps_its_own_words(text: str, words: str, expected: list[str], tmp_path: Path) -> None:
    """Added, changed, taken away; what isn't known is refused at its line."""
    assert _codes(f"一、成效\n{text}", tmp_path / "本县", words) == expected


GROUP = "活动名的结尾: {类: 词组, 含: [%s], 来源: 本县习惯, 强度: 惯例}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", True), (GROUP % "讲坛", False), ("活动名的结尾: {删除: 是}\n", False), (GROUP % "'.*', 活动", True)],
    ids=["shipped", "others", "removed", "no expression"],
)
def test_groups_of_words_are_an_office_s_own_too(words: str, expected: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """What an expression is made with is data; it stays words, whatever signs stand in them."""
    office = tmp_path / "本县"
    (office / "schemas").mkdir(parents=True)
    (office / "schemas" / "wording.yaml").write_text(words or "{}\n", encoding="utf-8")
    diagnostics = Diagnostics()
    knowledge = load_knowledge([office], diagnostics)
    assert knowledge is not None
    check_manuscript(split("一、成效\n举办《宪法宣传活动》，举办《宪法宣传》。"), knowledge, COUNTY, diagnostics)
    assert [each.place.text for each in diagnostics if each.code == "TEXT068"] == ["《宪法宣传活动》"] * expected
