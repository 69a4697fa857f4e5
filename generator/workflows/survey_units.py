"""Whose a report is: which unit of the list it came from, by the organ that signed it, else by the file's name."""

from __future__ import annotations

from generator.models.survey import SurveyRow
from generator.models.units import Units


def sender(row: SurveyRow, units: Units) -> str:
    """The name of the unit; empty when none fits or several fit as well.

    A list says 县教育局 where the report says 青禾县教育局, and 清河镇 where it says 青禾县清河镇人民政府.
    """
    organs = [organ for organ in row.organ.split() if organ]
    for texts in (organs, [row.file]):
        found = _best(texts, units)
        if found:
            return found
    return ""


def _best(texts: list[str], units: Units) -> str:
    weights: dict[str, int] = {}
    for name, unit in units.units.items():
        for text in texts:
            weight = _weight(text, name, unit.简称)
            weights[name] = max(weights.get(name, 0), weight)
    most = max(weights.values(), default=0)
    best = [name for name, weight in weights.items() if weight == most]
    return best[0] if most and len(best) == 1 else ""


def _weight(text: str, name: str, short: str) -> int:
    """How well a unit fits: by its whole name, then by what it is called for short; longer names tell more."""
    if name in text:
        return 100 + len(name)
    return len(short) if len(short) > 1 and short in text else 0
