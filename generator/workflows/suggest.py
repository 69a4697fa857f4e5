"""`fazhi suggest`: which problems the figures point to, with usual causes and measures. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.checking.suggestions import suggestions
from generator.diagnostics import Diagnostics, Severity
from generator.loading.report import load_report
from generator.models.prompts import Suggestion
from generator.workflows.chains import knowledge_at


@dataclass(frozen=True)
class Suggested:
    """The themes, hints on style, and what was wrong with the input; what is merely pointed out is left to `check`."""

    themes: tuple[Suggestion, ...] = ()
    style: tuple[str, ...] = ()
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


def suggest(file: Path, offices: Sequence[Path] = (), *, everything: bool = False) -> Suggested:
    """The themes that the figures of an input suggest; with `everything` all others behind them."""
    diagnostics = Diagnostics()
    knowledge = knowledge_at(file.parent, offices, diagnostics, str(file))
    loaded = load_report(file, knowledge, diagnostics) if knowledge is not None else None
    if knowledge is None or loaded is None:
        return Suggested(diagnostics=diagnostics)
    told = Diagnostics(overlays=diagnostics.overlays)
    for each in diagnostics:
        if each.severity is not Severity.INFO:
            told.add(each)
    themes = tuple(each for each in suggestions(loaded.report, knowledge) if everything or each.why)
    return Suggested(themes, knowledge.prompt_style, told)
