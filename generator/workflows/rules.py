"""`fazhi rules` and `fazhi explain`: what is checked, and what a code means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from generator.diagnostics import Diagnostics
from generator.models.rule_card import RuleCard, cards
from generator.records import dataclass
from generator.workflows.chains import knowledge_at

_READING = ("LOAD", "TMPL")


@dataclass(frozen=True)
class Rules:
    """The rules by code, and what was wrong with the overlays."""

    cards: tuple[RuleCard, ...]
    diagnostics: Diagnostics

    def of(self, code: str) -> RuleCard | None:
        """The rule of a code; None when there is none."""
        return next((card for card in self.cards if card.code == code), None)

    def about(self, words: Sequence[str]) -> tuple[RuleCard, ...]:
        """The rules whose code begins with one of the words, or that are called so; all without words."""
        wanted = tuple(normalize("NFKC", word).upper() for word in words)
        return tuple(card for card in self.cards if not wanted or any(_is_about(card, word) for word in wanted))


def _is_about(card: RuleCard, word: str) -> bool:
    return card.code.startswith(word) or word in card.name or word in card.topic


def rules(offices: Sequence[Path] = (), home: Path | None = None) -> Rules:
    """Every rule that holds for inputs in `home`, with the overlays that its `fazhi.yaml` names."""
    diagnostics = Diagnostics()
    knowledge = knowledge_at(home or Path(), offices, diagnostics, "rules")
    if knowledge is None:
        return Rules((), diagnostics)
    return Rules(tuple(sorted(cards(knowledge), key=lambda card: (card.topic == "勾稽关系", card.code))), diagnostics)


def is_of_reading(code: str) -> bool:
    """Whether a code belongs to reading inputs or setting templates, whose messages say everything."""
    return code[:4] in _READING and code[4:].isdecimal() and len(code) == 7  # noqa: PLR2004 - four letters, three figures
