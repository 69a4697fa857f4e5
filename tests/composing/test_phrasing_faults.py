"""A phrase template that loses a figure is told so; so is one that treats a figure as mere text."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.phrases import catalogue, figures, phrasebook, setting, words

from generator.composing.environment import make_environment
from generator.composing.faults import PhraseFault
from generator.composing.phrasing import HELPERS, Phrasebook
from generator.models.values import Figures
from generator.resources import data_folder

GIVEN = {"会前学法": 4, "部数": 14}


def own_phrases(folder: Path, template: str) -> Phrasebook:
    """A book whose 学法 is written by an office."""
    (folder / "phrases").mkdir()
    (folder / "phrases" / "学法.j2").write_text(template, encoding="utf-8")
    environment = make_environment([folder, data_folder("templates")], HELPERS)
    return Phrasebook(environment, catalogue(), figures("学法", GIVEN), Figures(), setting())


def macro(body: str, name: str = "默认") -> str:
    return f"{{% macro {name}(题, 境) %}}{body}{{% endmacro %}}"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{{ 句(项("学法", 题.会前学法)) }}', "没有交代（应写出，或用“含”“略”说明）：部数"),
        ('{{ 句(项("学法", 题.会前学法), 题.会前学法, 略(题.部数)) }}', "交代了不止一次：会前学法"),
        ('{{ 句(项("学法", 题.会前学法), 含(题.部数), 略(题.部数)) }}', "交代了不止一次：部数"),
    ],
    ids=["漏了", "写两次", "又含又略"],
)
def test_a_figure_not_accounted_for_exactly_once_is_a_fault(tmp_path: Path, body: str, said: str) -> None:
    """The fault names topic, wording, figure and template."""
    with pytest.raises(PhraseFault, match=r"主题“学法”的写法“默认”") as caught:
        own_phrases(tmp_path, macro(body)).sentence("学法")
    assert str(caught.value).endswith(said)
    assert caught.value.template == "phrases/学法.j2"


def test_only_the_default_wording_speaks_for_the_whole_topic(tmp_path: Path) -> None:
    """Another wording may pick one figure and keep quiet about the rest."""
    book = own_phrases(tmp_path, macro('{{ 句(项("学法", 题.会前学法)) }}', "简"))
    assert words(book.sentence("学法", "简")) == "学法4次。"


def test_private_macros_are_no_wordings(tmp_path: Path) -> None:
    """A leading underscore hides a macro; what an office writes replaces the shipped wordings."""
    book = own_phrases(tmp_path, macro("", "_内部") + macro("{{ 略(题.会前学法, 题.部数) }}") + macro("", "简"))
    assert book.wordings("学法") == ["默认", "简"]
    assert book.has("学法")
    assert not book.has("学法", "_内部")
    assert not book.has("学法", "繁")


def test_an_office_builds_on_the_shipped_wording(tmp_path: Path) -> None:
    """The shipped file is there under 内置/, helpers and all."""
    template = '{% import "内置/phrases/学法.j2" as 原 %}' + macro("{{ 原.默认(题, 境) }}另有专题培训。")
    assert words(own_phrases(tmp_path, template).sentence("学法")) == (
        "县政府常务会议会前学法4次，学习法律法规14部。另有专题培训。"
    )


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ('{{ "%s" % 题.部数 }}', TypeError),
        ("{{ 题.部数 + 1 }}", TypeError),
        ("{{ 题.不存在 }}", Exception),
    ],
    ids=["格式化", "相加", "没有的指标"],
)
def test_a_figure_cannot_be_turned_into_mere_text(tmp_path: Path, body: str, error: type[Exception]) -> None:
    """Its source would be lost on the way."""
    with pytest.raises(error):
        own_phrases(tmp_path, macro(body)).sentence("学法")


def test_a_figure_is_not_text_in_python_either() -> None:
    """str() and f-strings refuse; the markup keeps the source."""
    view = phrasebook("学法", GIVEN).figure("学法", "部数")
    with pytest.raises(TypeError, match="失去出处"):
        str(view)
    assert view.__html__() == '<v ref="学法.部数">14</v>'


def test_a_blank_figure_has_neither_value_nor_text() -> None:
    """Blank is not zero: it must be asked for with 有 first."""
    view = phrasebook("学法", {}).figure("学法", "部数")
    assert not view.有
    assert not view.零
    with pytest.raises(ValueError, match="没有填数字"):
        view.__html__()
    with pytest.raises(ValueError, match="没有填数字"):
        _ = view.值


def test_last_years_figures_say_so() -> None:
    """`{{ 上年.主题.指标 }}` keeps apart what belongs to which year."""
    book = phrasebook("学法", GIVEN, {"部数": 9}).of_last_year()
    assert book.figure("学法", "部数").__html__() == '<v ref="上年.学法.部数">9</v>'
    assert not book.figure("学法", "会前学法").有


@pytest.mark.parametrize(
    ("self_name", "expected"),
    [
        ("全县", "县政府常务会议会前学法4次。"),
        ("全市", "市政府常务会议会前学法4次。"),
        ("全街道", "街道办事处办公会议会前学法4次。"),
        ("我局", "办公会议会前学法4次。"),
    ],
)
def test_the_government_is_named_after_its_level(self_name: str, expected: str) -> None:
    """From 域: 全县 gives 县政府; a 街道 has no government of its own."""
    assert words(phrasebook("学法", {"会前学法": 4}, self_name=self_name).sentence("学法")) == expected
