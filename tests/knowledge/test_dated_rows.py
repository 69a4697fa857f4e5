"""Phrases, meetings, plans and laws against the rows they were taken from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.instrument import Edition, Instrument
from generator.models.knowledge import Knowledge
from generator.models.terms import Term

_TEXT = Path(__file__).with_name("dated.yaml").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = yaml.load(_TEXT, Loader=yaml.BaseLoader)  # noqa: S506 - builds text only


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge as shipped."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


def _entry(row: dict[str, Any], knowledge: Knowledge) -> Term | Instrument | Edition:
    terms = {term.词: term for term in knowledge.terms}
    name = row["名"]
    if name in terms:
        return terms[name]
    instrument = knowledge.instruments[name]
    if "版本" not in row:
        return instrument
    return next(edition for edition in instrument.版本 if edition.名 == row["版本"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['名']}{row.get('版本', '')}")
def test_every_row_is_in_the_data_with_its_dates(row: dict[str, Any], knowledge: Knowledge) -> None:
    """A row that knows only the month, or the year, is met by any day of it."""
    entry = _entry(row, knowledge)
    for key in ("起", "止", "公布"):
        if key in row:
            assert str(getattr(entry, key)).startswith(row[key]), key
    if "号" in row:
        assert isinstance(entry, Instrument)
        assert entry.号 == row["号"]
    if "年度" in row:
        assert isinstance(entry, Term)
        assert [str(entry.年度起), str(entry.年度止 or "null")] == row["年度"]
    if "替代" in row:
        assert row["替代"] in (getattr(entry, "替代", ""), getattr(entry, "取代为", ""))


def test_a_law_and_a_phrase_are_told_apart(knowledge: Knowledge) -> None:
    """Nothing stands in both files."""
    titles = {title for name in knowledge.instruments for title in (name, f"《{name}》")}
    assert not titles & {term.词 for term in knowledge.terms}


def test_what_isnt_certain_says_so(knowledge: Knowledge) -> None:
    """来源 and 把握 agree."""
    for instrument in knowledge.instruments.values():
        marked = "待核" in instrument.来源 or "未再核" in instrument.来源
        assert marked or instrument.把握 == "已核", instrument.名称


def test_in_force_between_its_days(knowledge: Knowledge) -> None:
    """Both ends belong to it; the revision that held is the latest begun."""
    old, new = (knowledge.instruments[name] for name in ("信访条例", "信访工作条例"))
    assert (old.holds(date(2022, 4, 30)), old.holds(date(2022, 5, 1))) == (True, False)
    assert (new.holds(date(2022, 4, 30)), new.holds(date(2022, 5, 1))) == (False, True)
    review = knowledge.instruments["中华人民共和国行政复议法"]
    assert review.edition(date(2023, 12, 31)) is None
    edition = review.edition(date(2024, 1, 1))
    assert edition is not None
    assert edition.名 == "2023年修订"
