"""The folders of overlays: links, misspelt names, sentences nobody asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import write
from support.marked import is_for_clerks

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge

_TERMS = "词:\n  甲乙: {类: 会议, 来源: 甲, 强度: 惯例}\n"


def _load(office: Path) -> tuple[bool, list[tuple[str, str]]]:
    diagnostics = Diagnostics()
    knowledge = load_knowledge([office], diagnostics)
    assert all(is_for_clerks(each) for each in diagnostics)
    assert (knowledge is None) == any(each.severity is Severity.ERROR for each in diagnostics)
    return knowledge is not None, [(each.code, each.place.file) for each in diagnostics]


@pytest.mark.parametrize(
    "link",
    [
        "schemas",
        "schemas/terms.yaml",
        "schemas/indicators",
        "templates",
        "templates/styles",
        "templates/styles/gbt9704.yaml",
        "templates/phrases/普法宣传.j2",
    ],
)
@pytest.mark.parametrize("there", [True, False], ids=["there", "broken"])
def test_links_that_lead_out_of_an_overlay_are_refused(link: str, tmp_path: Path, *, there: bool) -> None:
    """Whatever they are called, and whether or not something is at their end."""
    target = tmp_path / "外" / link
    if there and target.suffix:
        write(target.parent, _TERMS, target.name)
    elif there:
        target.mkdir(parents=True)
    office = tmp_path / "本县"
    (office / link).parent.mkdir(parents=True, exist_ok=True)
    (office / link).symlink_to(target)
    assert _load(office) == (False, [("LOAD101", str(office / link))])


def test_a_link_to_a_folder_inside_is_refused_and_one_to_a_file_isnt(tmp_path: Path) -> None:
    """Folders behind links aren't searched, and what isn't searched must not be passed over in silence."""
    office = tmp_path / "本县"
    write(office / "schemas", _TERMS, ".terms.yaml")
    (office / "schemas" / "terms.yaml").symlink_to(".terms.yaml")
    assert _load(office) == (True, [])
    (office / "schemas" / "indicators").symlink_to("../schemas")
    assert _load(office) == (False, [("LOAD101", str(office / "schemas" / "indicators"))])


def test_a_folder_that_holds_overlays_is_no_overlay(tmp_path: Path) -> None:
    """The one beside the input was given, instead of the layers in it."""
    write(tmp_path / "资料" / "本县" / "schemas", _TERMS, "terms.yaml")
    diagnostics = Diagnostics()
    assert load_knowledge([tmp_path / "资料"], diagnostics) is not None
    assert [(each.code, each.remedy) for each in diagnostics] == [("LOAD080", "是不是它里面的“本县”？")]


@pytest.mark.parametrize("name", ["schema", "Templates", "templates/phrase", "templates/style"])
def test_a_misspelt_folder_is_told(name: str, tmp_path: Path) -> None:
    """Otherwise nothing in it would be used, and nobody would know why."""
    office = tmp_path / "本县"
    write(office / "schemas", _TERMS, "terms.yaml")
    (office / name).mkdir(parents=True)
    assert _load(office) == (True, [("LOAD107", str(office / name))])


def test_a_style_of_another_ending_is_told(tmp_path: Path) -> None:
    """.yml is YAML too, for everyone but us."""
    office = tmp_path / "本县"
    file = write(office / "templates" / "styles", "字体: {}\n", "gbt9704.yml")
    assert _load(office) == (True, [("LOAD107", str(file))])


@pytest.mark.parametrize(
    ("name", "told"),
    [("普法宣穿.j2", True), ("普法宣传.jinja", True), ("普法宣传.j2", False), ("_共用.j2", False)],
)
def test_sentences_that_no_topic_asks_for_are_told(name: str, tmp_path: Path, *, told: bool) -> None:
    """A file of phrases is found by the name of its topic."""
    office = tmp_path / "本县"
    file = write(office / "templates" / "phrases", "", name)
    assert _load(office) == (True, [("LOAD107", str(file))] if told else [])


def test_sentences_of_a_topic_that_is_taken_away_are_nobodys_mistake(tmp_path: Path) -> None:
    """The county removes what the city has a sentence for."""
    city, county = tmp_path / "市", tmp_path / "县"
    write(city / "templates" / "phrases", "", "普法宣传.j2")
    write(county / "schemas" / "indicators", "普法宣传: {删除: 是}\n", "甲.yaml")
    diagnostics = Diagnostics()
    assert load_knowledge([city, county], diagnostics) is not None
    assert list(diagnostics) == []


def test_a_folder_for_office_that_isnt_there_is_guessed(tmp_path: Path) -> None:
    """On the command line as in `fazhi.yaml`."""
    (tmp_path / "云岭市").mkdir()
    diagnostics = Diagnostics()
    assert load_knowledge([tmp_path / "云玲市"], diagnostics) is None
    assert [(each.code, each.remedy) for each in diagnostics] == [("LOAD080", "是不是“云岭市”？")]
