"""Whom a version speaks of, and which texts speak of whom."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge

COMMITTEE, GOVERNMENT = "中共甲县委", "甲县人民政府"
PARTY, OFFICE, BUREAU = "党委主要负责人", "政府主要负责人", "部门主要负责人"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


SPOKEN = {
    # case: kind of reporter, organs of the version, heads
    "joint": ("党委和政府", (COMMITTEE, GOVERNMENT), {PARTY, OFFICE}),
    "the government of a joint report": ("党委和政府", (GOVERNMENT,), {OFFICE}),
    "the committee alone": ("党委和政府", (COMMITTEE,), {PARTY}),
    "a government": ("政府", (GOVERNMENT,), {OFFICE}),
    "a government that reports jointly this once": ("政府", (COMMITTEE, GOVERNMENT), {PARTY, OFFICE}),
    "the Party group of a government": ("政府", ("中共甲县人民政府党组",), {OFFICE}),
    "a town": ("乡镇", ("中共甲镇委员会", "甲镇人民政府"), {PARTY, OFFICE}),
    "a street": ("街道", ("中共甲街道工作委员会", "甲街道办事处"), {PARTY, OFFICE}),
    "a zone": ("开发区", ("中共甲开发区工作委员会", "甲开发区管理委员会"), {PARTY, OFFICE}),
    "a bureau": ("部门", ("甲县水利局",), {BUREAU}),
    "a bureau's Party group": ("部门", ("中共甲县水利局党组",), {BUREAU}),
    "a vertical organ": ("垂直管理", ("甲县气象局",), {BUREAU}),
}


@pytest.mark.parametrize(("kind", "organs", "heads"), SPOKEN.values(), ids=SPOKEN.keys())
def test_a_version_speaks_of_the_heads_of_its_organs(
    kind: str, organs: tuple[str, ...], heads: set[str], knowledge: Knowledge
) -> None:
    """Joint versions of both, a government of its own head, a bureau of its one."""
    assert {name for name, head in knowledge.heads.items() if head.speaks_for(kind, organs)} == heads


NAMED = {
    "县委主要负责人部署。": {PARTY},
    "县委书记部署，县长落实。": {PARTY, OFFICE},
    "镇党委书记、镇长分别落实。": {PARTY, OFFICE},
    "街道党工委书记部署。": {PARTY},
    "县纪委书记、县委政法委书记、副县长参加。": set(),
    "县政府主要负责人出庭。": {OFFICE},
    "街道办事处主要负责人出庭。": {OFFICE},
    "推动执法力量下沉。": set(),
}


@pytest.mark.parametrize("text", NAMED)
def test_a_text_is_seen_to_speak_of_a_head(text: str, knowledge: Knowledge) -> None:
    """By what heads are called; deputies and other secretaries are somebody else."""
    assert {name for name in (PARTY, OFFICE) if knowledge.heads[name].named_in(text)} == NAMED[text]


def test_each_head_has_six_duties_with_words_to_know_them_by(knowledge: Knowledge) -> None:
    """Every duty says where it comes from, and can be found in a text."""
    for name, head in knowledge.heads.items():
        assert len(head.职责) == 6, name
        assert all(duty.认 and duty.来源 for duty in head.职责.values()), name


def test_the_figures_of_a_duty_are_there(knowledge: Knowledge) -> None:
    """Each in the head's own topic; the public ones make its sentence."""
    for head in knowledge.heads.values():
        figures = knowledge.catalogue.topics[head.主题].指标
        assert {figure for duty in head.职责.values() for figure in duty.指标} <= set(figures)
        assert figures["批示"].公开属性 == "内部"
