"""`fazhi suggest`: problems that the figures point to, with reasons; nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.inputs import COUNTY, write

from generator.cli.app import app
from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.workflows.suggest import Suggested, suggest

HEAD = "格式: 1\n年度: 2025\n主体: {名称: 甲县人民政府, 简称: 甲县}\n"

FIGURES = {
    # figures of the year, of the year before, the theme, words of the reason (empty: not suggested)
    "more cases lost": (
        "行政应诉: {审结: 60, 败诉: 3}",
        "行政应诉: {败诉: 2}",
        "复议纠错和败诉偏高",
        "败诉案件比上年多",
    ),
    "fewer cases lost": ("行政应诉: {审结: 60, 败诉: 2}", "行政应诉: {败诉: 3}", "复议纠错和败诉偏高", ""),
    "no last year": ("行政应诉: {审结: 60, 败诉: 3}", "", "复议纠错和败诉偏高", ""),
    "a tenth lost": ("行政应诉: {审结: 30, 败诉: 3}", "", "复议纠错和败诉偏高", ""),
    "over a tenth lost": ("行政应诉: {审结: 29, 败诉: 3}", "", "复议纠错和败诉偏高", "一成"),
    "lost, roughly": ("行政应诉: {审结: 20余, 败诉: 3}", "", "复议纠错和败诉偏高", ""),
    "much studied, more lost": (
        "学法: {会前学法: 12}\n  行政应诉: {败诉: 3}",
        "行政应诉: {败诉: 2}",
        "学法用法实效不强",
        "会前学法不少，败诉案件却比上年多",
    ),
    "little studied, more lost": (
        "学法: {会前学法: 3}\n  行政应诉: {败诉: 3}",
        "行政应诉: {败诉: 2}",
        "学法用法实效不强",
        "",
    ),
    "all filed": ("规范性文件: {制定: 6, 报送备案: 6, 报备率: 100%}", "", "规范性文件漏报、超期", ""),
    "not all filed": ("规范性文件: {制定: 6, 报送备案: 5}", "", "规范性文件漏报、超期", "少于制定"),
    "all that must be filed": ("规范性文件: {制定: 6, 应备案: 5, 报送备案: 5}", "", "规范性文件漏报、超期", ""),
    "not all that must be filed": (
        "规范性文件: {制定: 6, 应备案: 6, 报送备案: 5}",
        "",
        "规范性文件漏报、超期",
        "少于应报送备案",
    ),
    "annulled as respondent": ("复议被申请人: {审结: 9, 撤销: 1}", "", "执法程序和文书不规范", "作为被申请人"),
    "changed as respondent": ("复议被申请人: {审结: 9, 变更: 1}", "", "执法程序和文书不规范", "作为被申请人"),
    "upheld as respondent": ("复议被申请人: {审结: 9, 撤销: 0}", "", "执法程序和文书不规范", ""),
    "not all by code": ("涉企检查: {户次: 100, 扫码: 99}", "", "涉企行政检查统筹不够", "少于检查户次"),
    "all by code": ("涉企检查: {户次: 100, 扫码: 100}", "", "涉企行政检查统筹不够", ""),
    "rate under a hundred": ("规范性文件: {报备率: 98.5%}", "", "规范性文件漏报、超期", "不到100%"),
    "success falls": (
        "人民调解: {调解: 500, 成功: 480}",
        "人民调解: {调解: 400, 成功: 390}",
        "矛盾纠纷源头预防不足",
        "比例比上年低",
    ),
    "success rises": (
        "人民调解: {调解: 420, 成功: 415}",
        "人民调解: {调解: 400, 成功: 390}",
        "矛盾纠纷源头预防不足",
        "",
    ),
    "nobody annulled": ("行政复议: {审结: 9, 撤销: 0}", "", "执法程序和文书不规范", ""),
    "nothing given": ("行政复议: {审结: 9}", "", "执法程序和文书不规范", ""),
    "annulled": ("行政复议: {审结: 9, 确认违法: 1}", "", "执法程序和文书不规范", "确认违法"),
}


def _suggested(folder: Path, now: str, before: str = "", *, everything: bool = False) -> Suggested:
    last = f"上年:\n  {before}\n" if before else ""
    return suggest(write(folder, f"{HEAD}指标:\n  {now}\n{last}"), everything=everything)


@pytest.mark.parametrize(("now", "before", "theme", "reason"), FIGURES.values(), ids=FIGURES.keys())
def test_a_theme_is_suggested_by_what_the_figures_say(
    now: str, before: str, theme: str, reason: str, tmp_path: Path
) -> None:
    """Only by exact figures that are there."""
    found = {each.prompt.名称: each for each in _suggested(tmp_path, now, before).themes}

    assert (theme in found) == bool(reason)
    if reason:
        assert any(reason in why.said for why in found[theme].why)
        assert all(why.figures for why in found[theme].why)


def test_the_figures_are_named_with_topic_and_unit(tmp_path: Path) -> None:
    """So that a clerk sees where to look."""
    (theme,) = _suggested(tmp_path, "行政应诉: {审结: 60, 败诉: 3}", "行政应诉: {败诉: 2}").themes

    assert theme.why[0].figures == ("行政应诉·败诉3件", "行政应诉·上年败诉2件")


def test_with_all_the_others_follow(tmp_path: Path) -> None:
    """What the figures suggest stands first; every theme says what to write, why and what to do."""
    themes = _suggested(tmp_path, "规范性文件: {制定: 6, 报送备案: 5}", everything=True).themes

    assert [bool(each.why) for each in themes] == [True] + [False] * (len(themes) - 1)
    assert len(themes) >= 27
    for each in themes:
        assert len(each.prompt.原因) >= 2
        assert len(each.prompt.措施) >= 2
        assert each.prompt.表现


def test_every_trigger_asks_for_figures_that_exist() -> None:
    """And belongs to a theme that is itself named once."""
    knowledge = load_knowledge([], Diagnostics())
    assert knowledge is not None
    for prompt in knowledge.prompts:
        for trigger in prompt.触发:
            for relation in trigger.relations:
                for term in (*relation.terms(), *trigger.blanks):
                    assert knowledge.catalogue.indicator(term.topic, term.indicator) is not None, str(term)


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["suggest", *arguments])
    return result.exit_code, result.output


def test_on_a_console() -> None:
    """Chinese, printable in GBK, and it says that nothing is written."""
    code, text = _run(str(COUNTY))

    assert code == 0
    text.encode("gbk")
    assert "按所填数字，可以考虑写这些问题：" in text
    assert "为什么提示：" in text
    assert "其他可以写的问题" not in text
    assert "程序不写进报告" in text
    assert "其他可以写的问题" in _run(str(COUNTY), "--all")[1]


def test_as_json() -> None:
    """For programs."""
    code, text = _run(str(COUNTY), "--format", "json", "--all")
    told = json.loads(text)

    assert code == 0
    assert set(told) == {"suggestions", "style", "diagnostics"}
    assert {each["suggested"] for each in told["suggestions"]} == {True, False}
    assert told["suggestions"][0]["why"][0]["figures"]


def test_an_input_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    """Place and remedy, exit code 1, no suggestions made up."""
    code, text = _run(str(write(tmp_path, "年度：2025\n")))

    assert code == 1
    assert "LOAD" in text
    assert "程序不写进报告" not in text


def test_an_office_adds_its_own_theme_and_may_lack_a_topic(tmp_path: Path) -> None:
    """A trigger over a topic that an office has removed is silent."""
    schemas = tmp_path / "office" / "schemas"
    (schemas / "indicators").mkdir(parents=True)
    (schemas / "indicators" / "删.yaml").write_text("人民调解: {删除: 是}\n", encoding="utf-8")
    (schemas / "prompts.yaml").write_text(
        "主题:\n  本县的问题: {表现: 甲, 原因: [乙], 措施: [丙], 触发: [{不符: 行政复议.收到 <= 5, 说: 申请多}], "
        "来源: 本县, 强度: 惯例}\n  行政裁量尺度不一: {删除: 是}\n",
        encoding="utf-8",
    )
    file = write(tmp_path, f"{HEAD}指标: {{行政复议: {{收到: 6, 变更: 1}}}}\n")
    result = suggest(file, [schemas.parent], everything=True)

    names = [each.prompt.名称 for each in result.themes]
    assert names[0] == "本县的问题"
    assert "行政裁量尺度不一" not in names
    assert "矛盾纠纷源头预防不足" in names

    (tmp_path / "fazhi.yaml").write_text("叠加: [office]\n", encoding="utf-8")
    beside = suggest(file, everything=True)
    assert [each.prompt.名称 for each in beside.themes] == names
    assert beside.diagnostics.overlays == {str(file): ("office",)}
