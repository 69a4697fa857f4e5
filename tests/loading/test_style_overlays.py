"""Style profiles that build on others, and offices' folders laid over them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.marked import is_for_clerks

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge

FOLDER = "templates/styles"


def _load(tmp_path: Path, files: dict[str, str]) -> tuple[Knowledge | None, Diagnostics]:
    styles = tmp_path / "本县" / FOLDER
    styles.mkdir(parents=True)
    for name, content in files.items():
        (styles / f"{name}.yaml").write_text(content, encoding="utf-8")
    diagnostics = Diagnostics()
    return load_knowledge((tmp_path / "本县",), diagnostics), diagnostics


def test_the_second_shipped_profile_changes_the_margins_only() -> None:
    """Everything it leaves open is that of GB/T 9704—2012."""
    knowledge = load_knowledge((), Diagnostics())
    assert knowledge is not None
    base, other = knowledge.styles["gbt9704"], knowledge.styles["gbt33476"]
    assert knowledge.style is base
    assert (other.版心.天头.值, other.版心.下边.值, other.版心.行距.值) == (34.58, 32.58, 29.45)
    assert (other.版心.订口, other.版心.右边, other.字体, other.标题) == (
        base.版心.订口,
        base.版心.右边,
        base.字体,
        base.标题,
    )


def test_an_office_changes_a_font_in_both_profiles(tmp_path: Path) -> None:
    """What is changed in one is changed in those that build on it."""
    knowledge, found = _load(tmp_path, {"gbt9704": "字体:\n  仿宋: {名: 方正仿宋_GBK}\n"})
    assert list(found) == []
    assert knowledge is not None
    assert {style.字体.仿宋.名 for style in knowledge.styles.values()} == {"方正仿宋_GBK"}
    assert knowledge.style.字体.楷体.名 == "楷体_GB2312"


def test_an_office_adds_a_profile(tmp_path: Path) -> None:
    """With its own margins, built on a shipped one that is itself built on another."""
    own = "基于: gbt33476\n名称: 本县\n版心:\n  行距: {值: 29}\n"
    knowledge, found = _load(tmp_path, {"本县": own})
    assert list(found) == []
    assert knowledge is not None
    assert set(knowledge.styles) == {"gbt9704", "gbt33476", "本县"}
    assert (knowledge.styles["本县"].版心.行距.值, knowledge.styles["本县"].版心.天头.值) == (29, 34.58)
    assert knowledge.styles["gbt33476"].版心.行距.值 == 29.45


@pytest.mark.parametrize(
    ("files", "line", "said"),
    [
        pytest.param({"本县": "名称: 本县\n基于: gbt97O4\n"}, 2, "不能基于“gbt97O4”", id="no such profile"),
        pytest.param({"甲": "基于: 乙\n", "乙": "基于: 甲\n"}, 1, "绕了一圈", id="round in a circle"),
        pytest.param({"本县": "基于: gbt9704\n版心:\n  天头: {值: 宽}\n"}, 3, "应当是数字", id="wrong value"),
        pytest.param({"gbt9704": "版心:\n  天头: {值: 宽}\n"}, 2, "应当是数字", id="wrong value in the base"),
    ],
)
def test_mistakes_are_told_at_their_place(tmp_path: Path, files: dict[str, str], line: int, said: str) -> None:
    """Never as a fault of the installation."""
    knowledge, found = _load(tmp_path, files)
    assert knowledge is None
    for one in found:
        assert one.code in ("LOAD082", "LOAD088")
        assert one.place.line == line
        assert is_for_clerks(one)
        assert said in one.message
