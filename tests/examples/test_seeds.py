"""The examples made of published reports: every figure is there as a figure, nothing is made up, the words are ours."""

from __future__ import annotations

from functools import cache

import pytest
from support.overlap import RUN, fingerprints, kept, runs, shared
from support.seeds import FIGURES, PUBLISHED, SEEDS, Row, examined, expected, figures, input_of

from generator.diagnostics import Diagnostics
from generator.document.blocks import Signature, plain, walk
from generator.document.blocks import runs as inline_runs
from generator.loading.knowledge import load_knowledge

ROWS = [pytest.param(seed, row, id=f"{seed}-{row.row}-{row.ref}") for seed in SEEDS for row in expected(seed).figures]


@cache
def _set_phrases() -> tuple[str, ...]:
    knowledge = load_knowledge([], Diagnostics())
    assert knowledge is not None
    return tuple(term.词 for term in knowledge.terms)


@pytest.mark.parametrize(("seed", "row"), ROWS)
def test_every_published_figure_is_in_the_input(seed: str, row: Row) -> None:
    """Value and unit, as indicator, last year's included, or as other datum."""
    report = examined(seed)[0].report
    year, _, rest = row.ref.rpartition("上年.")
    first, name = rest.split(".")
    if first == "其他数据":
        datum = next(d for d in report.other_data if d.name == name)
        assert (datum.value.printed, datum.unit) == (row.printed, row.unit)
        return
    given = report.last_year if year or row.ref.startswith("上年.") else report.indicators
    quantity = given.quantity(first, name)
    assert quantity is not None
    assert quantity.printed == row.printed


@pytest.mark.parametrize(("seed", "row"), ROWS)
def test_every_published_figure_is_in_every_version(seed: str, row: Row) -> None:
    """Printed as typed wherever it stands, and declared where the sentence implies it: a figure with that reference."""
    for version in range(len(examined(seed)[0].documents)):
        found = [figure for figure in figures(seed, version) if figure.ref == row.ref and not figure.by]
        printed = {figure.text for figure in found if figure.role == "印"}
        assert printed == (set() if row.implied else {row.printed})
        assert not row.implied or [figure.role for figure in found] == ["含"]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_of_the_table_of_figures_is_answered(seed: str) -> None:
    """By a figure, or by the reason why there is none."""
    table = expected(seed)
    answered = {row.row for row in table.figures} | set(table.others)
    assert answered == set(range(1, table.count + 1))
    assert all(reason.strip() for reason in table.others.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_no_figure_is_in_the_input_that_was_not_published(seed: str) -> None:
    """The other way round: nothing was made up."""
    report = examined(seed)[0].report
    given = {f"{topic}.{name}" for topic, each in report.indicators.topics.items() for name in each.values}
    given |= {f"上年.{topic}.{name}" for topic, each in report.last_year.topics.items() for name in each.values}
    given |= {f"其他数据.{datum.name}" for datum in report.other_data}
    assert given == {row.ref for row in expected(seed).figures}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_are_our_own(seed: str) -> None:
    """No run as long as a line is shared with the published text, titles of documents and set phrases apart."""
    published = kept(PUBLISHED / f"{seed}.txt")
    assert len(published) > 4000
    for document in examined(seed)[0].documents:
        ours = "".join(plain(inlines) for block in walk(document.blocks) for inlines in inline_runs(block))
        assert len(ours) > 1000
        assert shared(ours, _set_phrases(), published) == []


def test_shared_runs_are_noticed() -> None:
    """The comparison sees a shared line whatever its marks, and no shorter run, nor one broken by a title."""
    line = "全面排查各类安全隐患依法查处违法违规行为切实维护人民群众"
    assert len(line) == RUN
    published = frozenset(runs(f"各镇{line}生命安全"))
    assert shared(f"{line[:9]}，{line[9:]}。", (), published) == [line]
    assert not shared(f"村里{line[1:]}安", (), frozenset(runs(f"各镇{line[:-1]}的")))
    assert not shared(f"{line[:9]}《办法》{line[9:]}", (), published)
    assert not shared(line, ("依法查处",), published)
    assert len(fingerprints(line).strip()) == len(next(iter(published)))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_found_in_loading_or_composing(seed: str) -> None:
    """Checks may say what is wrong with the published figures; the input itself is in order."""
    codes = [found.code for found in examined(seed)[1]]
    assert [code for code in codes if code.startswith(("LOAD", "TMPL"))] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_marked_as_an_example_and_carries_no_number_or_signer(seed: str) -> None:
    """Built from a real organ's text, it must not look like a document of that organ."""
    result, _ = examined(seed)
    assert result.report.example
    assert "示例，不是公文" in input_of(seed).read_text(encoding="utf-8")
    for delivery in result.report.deliveries:
        assert (delivery.number, delivery.signers, delivery.sealed) == (None, [], False)
        assert delivery.speaker is None or delivery.speaker.name is None
    for document in result.documents:
        assert document.meta.example


def test_every_example_of_a_published_text_has_its_list_of_figures() -> None:
    """And the other way round."""
    assert sorted(file.stem for file in FIGURES.glob("*.yaml")) == SEEDS


@pytest.mark.parametrize("seed", SEEDS)
def test_a_signature_has_no_day_that_was_not_published(seed: str) -> None:
    """A day under the text stands in the input as 成文日期."""
    result, _ = examined(seed)
    days = {delivery.name: delivery.signed_on for delivery in result.report.deliveries}
    for document in result.documents:
        signed = [block for block in walk(document.blocks) if isinstance(block, Signature)]
        assert all(bool(block.day) == (days.get(document.meta.delivery) is not None) for block in signed)
