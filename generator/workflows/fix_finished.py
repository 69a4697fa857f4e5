"""`fazhi check --fix` of finished reports: Word files (.docx) and texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.checking.standing import Standing, standing_in
from generator.composing.compose import mend_of
from generator.diagnostics import Diagnostics, Place
from generator.document.manuscript import LineKind, Manuscript
from generator.document.typography import Mend
from generator.document.typography_plain import finished_rules
from generator.models.exempted import FinishedExemption
from generator.models.knowledge import Knowledge
from generator.models.reading import ReadingWords
from generator.packages import PackageError
from generator.reading.opening import manuscript_of, read_finished
from generator.reading.refusals import RefusedError
from generator.records import dataclass
from generator.workflows.check_finished import exemptions_for
from generator.workflows.fix_plan import Noted, Plan, Shown, UnsoundError

_MOST_ROUNDS = 4
"""What a line is may be seen anew once it is mended; then it is mended again."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Mending:
    """What lines are mended with, and what kinds of line stand at a paragraph or line of the file."""

    knowledge: Knowledge
    rules: tuple[Mend, ...]
    protected: tuple[str, ...]
    kinds: Mapping[int, set[LineKind]]
    file: str
    standing: Standing

    def rules_at(self, number: int, text: str) -> tuple[Mend, ...]:
        """The rules for a paragraph, or a line of a text."""
        return finished_rules(self.rules, self.kinds.get(number, ()), text)


Once = Callable[[bytes, Mending], tuple[bytes, list[Noted]]]
"""Mends a file once: its new bytes, and what is only to be pointed out. Raises `UnsoundError`."""


def plan_finished(file: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Plan | None:
    """The mends of one finished report; None, and a finding, when it can't be read or changed."""
    if _is_old_word(file):
        message, remedy = "旧版 Word 文档（.doc）里的字程序改不了", "用 WPS 或 Word 另存为 .docx，再试"
        diagnostics.warning("LOAD230", Place(str(file)), message, remedy)
        return None
    found = Diagnostics()
    report = read_finished(file, found, ReadingWords(knowledge.reading))
    if found.has_errors or report is None:
        diagnostics.extend(found)
        return None
    try:
        return _planned(file, report.word or file.read_bytes(), knowledge, is_word=bool(report.word))
    except UnsoundError as reason:
        diagnostics.warning("LOAD230", Place(str(file)), reason.message, reason.remedy)
    except (RefusedError, PackageError, OSError):
        message, remedy = "这个文档的写法特别，程序不去改它", "照 fazhi check 列出的位置手工改"
        diagnostics.warning("LOAD230", Place(str(file)), message, remedy)
    return None


def _is_old_word(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(len(_OLD_WORD)) == _OLD_WORD
    except (OSError, ValueError):
        return False


def _planned(file: Path, raw: bytes, knowledge: Knowledge, *, is_word: bool) -> Plan:
    once, shown = _ways(is_word=is_word)
    lists, rules = ReadingWords(knowledge.reading), tuple(map(mend_of, knowledge.mends))
    exemptions, _ = exemptions_for(file)
    new = raw
    noted: list[Noted] = []
    for _ in range(_MOST_ROUNDS):
        before = new
        new, noted = once(before, _mending(manuscript_of(before, str(file), lists), knowledge, rules, exemptions))
        if new == before:
            break
    return Plan(file, raw, new, shown(raw, new, str(file)) if new != raw else (), tuple(noted))


def _ways(*, is_word: bool) -> tuple[Once, Callable[[bytes, bytes, str], tuple[Shown, ...]]]:
    if is_word:
        from generator.workflows.fix_word import mended_word, shown_in_word

        return mended_word, shown_in_word
    from generator.workflows.fix_text import mended_text, shown_in_text

    return mended_text, shown_in_text


def _mending(
    manuscript: Manuscript,
    knowledge: Knowledge,
    rules: tuple[Mend, ...],
    exemptions: Sequence[FinishedExemption],
) -> Mending:
    kinds: dict[int, set[LineKind]] = defaultdict(set)
    for line in manuscript.lines:
        if line.rows and line.place.line is not None:
            continue  # the columns of a text, which blanks keep apart
        kinds[line.place.paragraph or line.place.line or 0].add(line.kind)
    named = [line.text.rstrip("：: ") for line in manuscript.of("主送", "署名", "版头")]
    titles = [name for name in knowledge.instruments if not name.isalpha()]
    protected = (*(term.词 for term in knowledge.terms), *titles, *manuscript.organs, *filter(None, named))
    return Mending(knowledge, rules, protected, kinds, manuscript.file, standing_in(manuscript, exemptions))
