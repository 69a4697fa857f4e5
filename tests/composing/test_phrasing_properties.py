"""Whatever figures are given, a sentence accounts for each of them once and is well formed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.phrases import catalogue, marks, phrasebook, words

from generator.models.catalogue import Topic
from generator.models.quantity import Quantity

TOPICS = sorted(catalogue().topics)
_BAD_MARKS = re.compile(r"[，；、。（“][，；、。）”]|^[，；、]|[，；、]$|。.|均为0|(?<!\d)0[件项名人次份个部家条]")
_STRANDED = re.compile(
    r"[，；。、](?:其中|分别|占|均|由|为|对|其余|组织|有)?(?=[，；。、])|(?:其中|分别达?|占|均为|共)(?=[，；。、])"
)
_DANGLING = re.compile(r"(?:^|；)(?:全年|上半年)?(?:全县)?(?:行政机关)?其中")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

count = st.one_of(
    st.integers(0, 12),
    st.integers(0, 400),
    st.sampled_from(["0", "1", "20余", "2万余", "近500", "1.2万", "300以上"]),
)
rate = st.sampled_from(["0%", "100%", "62%", "95.0%", "98%以上", "100"])


def figures_of(topic: Topic) -> st.SearchStrategy[dict[str, Any]]:
    """Any part of a topic's figures, each any of small, large, zero, approximate; with or without a base."""
    values: dict[str, st.SearchStrategy[Any]] = {}
    for name, entry in topic.指标.items():
        plain = rate if entry.性质 == "比率" else count
        bases = [base for other in topic.指标.values() if other.分子 == name for base in other.口径] + entry.口径
        based = st.builds(lambda value, base: {"值": value, "口径": base}, plain, st.sampled_from(bases or [""]))
        values[name] = st.one_of(plain, based) if bases else plain
    return st.fixed_dictionaries({}, optional=values)


@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_every_figure_is_accounted_for_once_and_the_marks_are_right(topic: str, data: st.DataObject) -> None:
    """Each given figure is printed, implied or left out; printed numbers are given or worked out; no stray marks."""
    entry = catalogue().topics[topic]
    values = data.draw(figures_of(entry))
    last_year = data.draw(figures_of(entry))
    ticked = data.draw(st.sets(st.sampled_from(sorted(entry.声明)))) if entry.声明 else set[str]()
    said = {"half": data.draw(st.booleans()), "superior": data.draw(st.sampled_from(["", "市人民政府"]))}

    sentence = phrasebook(topic, values | dict.fromkeys(ticked, "是"), last_year, **said).sentence(topic)

    found = marks(sentence)
    given_refs = [f"{topic}.{name}" for name in values] + [f"上年.{topic}.{name}" for name in last_year]
    assert sorted(ref for ref, _, by, _ in found if not by) == sorted(given_refs)
    _assert_printed_as_given(topic, values, found)
    _assert_well_formed(words(sentence), found)


def _assert_printed_as_given(topic: str, values: dict[str, Any], found: list[tuple[str, str, str, str]]) -> None:
    for ref, role, by, text in found:
        if role != "印":
            assert text == ""
        elif not by:
            typed = values[ref.removeprefix(f"{topic}.")]
            quantity = Quantity.parse(str(typed["值"] if isinstance(typed, dict) else typed))
            assert quantity.value != 0
            unit = catalogue().topics[topic].指标[ref.rpartition(".")[2]].单位
            assert text in (quantity.printed, f"{quantity.printed}%", quantity.printed_with(unit))


def _assert_well_formed(text: str, found: list[tuple[str, str, str, str]]) -> None:
    printed = [number for _, role, _, shown in found if role == "印" for number in _NUMBER.findall(shown)]
    without_names = re.sub(r"截至\d+年(?:\d+月)?底|12345政务服务便民热线", "", text)
    assert sorted(_NUMBER.findall(without_names)) == sorted(printed)
    assert not _BAD_MARKS.search(text), text
    assert not _STRANDED.search(text), text
    assert not _DANGLING.search(text), text
    assert all(group.count("其中") <= 2 for group in text.split("；")), text
    if text:
        assert text.endswith("。")
        assert "None" not in text
    else:
        assert not printed


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_sentence(topic: str) -> None:
    """No topic of the catalogue is without the wording 默认."""
    assert phrasebook(topic, {}).wordings(topic)[0] == "默认"
