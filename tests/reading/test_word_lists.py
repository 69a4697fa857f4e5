"""The words by which parts are recognised are knowledge: offices can change them."""

from __future__ import annotations

from pathlib import Path

from support.books import shipped
from support.word_files import read

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.reading import ReadingWords
from generator.reading.opening import read_manuscript, shipped_words
from generator.reading.words import Words

_REPORT = "青禾县2025年法治政府建设年度报告\n2025年，全县依法行政水平进一步提高。\n（依法公开件，全文发布）\n"


def _office(folder: Path, text: str) -> Path:
    (folder / "schemas").mkdir(parents=True)
    (folder / "schemas" / "reading.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_knowledge_holds_the_shipped_lists() -> None:
    """Every list that is asked for is there, and nothing else; loading and reading see the same."""
    known, own = shipped().reading, shipped_words()
    asked = Words(own)
    assert all(asked[name] == tuple(entry.词) for name, entry in known.items())
    assert all(own[name] == tuple(entry.词) for name, entry in known.items())
    assert all(entry.说明 and entry.来源 for entry in known.values())


def test_an_office_has_its_own_words(tmp_path: Path) -> None:
    before = read(tmp_path, _REPORT, "报告.txt")
    assert before.lines[-1].kind == "段"
    diagnostics = Diagnostics()
    office = _office(tmp_path / "本县", "附注: {词: [此件, 依法公开]}\n机关: {删除: true}\n")
    knowledge = load_knowledge((office,), diagnostics)
    assert knowledge is not None, [each.message for each in diagnostics]
    found = read_manuscript(tmp_path / "报告.txt", diagnostics, ReadingWords(knowledge.reading))
    assert found is not None
    assert found.lines[-1].kind == "附注"
    assert "机关" not in knowledge.reading


def test_an_empty_word_is_told_at_its_line(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    assert load_knowledge((_office(tmp_path / "本县", '附注:\n  词: [此件, " "]\n'),), diagnostics) is None
    (only,) = diagnostics
    assert (only.code, only.place.line) == ("LOAD082", 2)
