"""Whatever figures are given, a sentence accounts for each of them once and is well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.phrases import catalogue, marks, phrasebook, words

from generator.models.catalogue import Indicator
from generator.models.quantity import Quantity

TOPICS = sorted(catalogue().topics)
_BAD_MARKS = re.compile(r"[，；、。（“][，；、。）”]|^[，；、]|[，；、]$|。.|均为0|(?<!\d)0[件项名人次份个部家条]")
_STRANDED = re.compile(
    r"[，；。、](?:其中|分别|占|均|由|为|对|其余|组织|有)?(?=[，；。、])|(?:其中|分别达?|占|均为|共)(?=[，；。、])"
)
_DANGLING = re.compile(r"(?:^|；)(?:全年|上半年)?(?:全县)?(?:行政机关)?其中")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

_APPROXIMATE = ("0", "1", "20余", "2万余", "近500", "1.2万", "300以上")
_RATES = ("0%", "100%", "62%", "95.0%", "98%以上", "100")
_BYTES = 3
"""What a figure is drawn from: whether it is there, its size, its base."""


def _figure(entry: Indicator, bases: Sequence[str], size: int, more: int) -> Any:
    """Small, large, zero, approximate; half of them with a base where there is one."""
    number, kind = divmod(size, 3)
    if entry.性质 == "比率":
        value: Any = _RATES[size % len(_RATES)]
    else:
        value = (number % 13, (number * 256 + more) % 401, _APPROXIMATE[number % len(_APPROXIMATE)])[kind]
    chosen, based = divmod(more, 2)
    return {"值": value, "口径": bases[chosen % len(bases)]} if bases and based else value


@cache
def figures_of(asked: str) -> st.SearchStrategy[dict[str, Any]]:
    """Few, half or most of a topic's figures, drawn as one string of bytes: a draw for each figure takes far longer."""
    entries = catalogue().topics[asked].指标
    bases = {
        name: [base for other in entries.values() if other.分子 == name for base in other.口径] + entry.口径
        for name, entry in entries.items()
    }

    def of(raw: bytes) -> dict[str, Any]:
        share = (3 / len(entries), 0.5, 0.9)[raw[0] % 3]
        draws = zip(entries.items(), _batched(raw[1:]), strict=True)
        return {
            name: _figure(entry, bases[name], size, more)
            for (name, entry), (there, size, more) in draws
            if there > 255 * (1 - share)
        }

    size = 1 + _BYTES * len(entries)
    return st.binary(min_size=size, max_size=size).map(of)


def _batched(raw: bytes) -> Iterator[bytes]:
    """The bytes of each figure."""
    return (raw[start : start + _BYTES] for start in range(0, len(raw), _BYTES))


@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=tries(40))
@given(data=st.data())
def test_every_figure_is_accounted_for_once_and_the_marks_are_right(topic: str, data: st.DataObject) -> None:
    """Each given figure is printed, implied or left out; printed numbers are given or worked out; no stray marks."""
    entry = catalogue().topics[topic]
    values = data.draw(figures_of(topic))
    last_year = data.draw(figures_of(topic))
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
