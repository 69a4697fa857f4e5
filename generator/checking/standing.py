"""Exemptions for finished reports (成稿豁免): findings that somebody has looked at and lets stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from generator.checking.exemptions import NEVER_EXEMPT
from generator.checking.findings import Finder, Placer
from generator.diagnostics import Diagnostic
from generator.document.manuscript import Manuscript
from generator.models.check import CheckRule
from generator.models.exempted import FinishedExemption
from generator.records import dataclass


@dataclass(slots=True)
class Standing:
    """The exemptions that are for one report, and which of them were of use."""

    exemptions: Sequence[FinishedExemption]
    lines: Mapping[int, str]
    used: set[int] = field(default_factory=set)

    def left(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that none of them is for."""
        return [each for each in found if not self._stands(each)]

    def _stands(self, finding: Diagnostic) -> bool:
        if finding.code.startswith(NEVER_EXEMPT):
            return False
        fitting = [
            number
            for number, each in enumerate(self.exemptions)
            if each.code == finding.code and (not each.words or self._is_said(each.words, finding))
        ]
        self.used.update(fitting)
        return bool(fitting)

    def _is_said(self, words: str, finding: Diagnostic) -> bool:
        """Whether the words stand in the paragraph that the finding is about, or in the finding."""
        place = finding.place
        line = self.lines.get(place.paragraph or place.line or 0, "")
        return any(words in text for text in (line, place.text or "", finding.message))

    def codes_at(self, number: int) -> frozenset[str]:
        """The codes of what is let stand in a paragraph, or in a line of a text."""
        line = self.lines.get(number, "")
        return frozenset(each.code for each in self.exemptions if each.words in line)

    def told(self, checks: Mapping[str, CheckRule], place: Placer) -> list[Diagnostic]:
        """A finding for each exemption of this very file that did nothing; one for many files may well do nothing."""
        finder = Finder(checks, place)
        for number, each in enumerate(self.exemptions):
            never = each.code.startswith(NEVER_EXEMPT)
            if never or (each.is_for_one and number not in self.used):
                where = f"“{each.words}”" if each.words else "全文"
                finder.add("DATA041" if never else "DATA040", each.at, 规则=each.code, 位置=where)
        return [each.diagnostic for each in finder.found]


def standing_in(manuscript: Manuscript, exemptions: Sequence[FinishedExemption]) -> Standing:
    """The exemptions, to be held against the findings in a report."""
    lines: dict[int, list[str]] = defaultdict(list)
    for line in manuscript.lines:
        cells = (cell.text for row in line.rows for cell in row)
        lines[line.place.paragraph or line.place.line or 0] += [line.number + line.text, *cells]
    return Standing(exemptions, {number: "\n".join(texts) for number, texts in lines.items()})
