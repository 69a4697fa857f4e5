"""A manuscript laid out for the rules: one text, and for every character its line, its part and its quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property

from generator.checking.finished.parts import parts_of
from generator.checking.finished.subject import ReportSubject
from generator.diagnostics import Diagnostic, Place, Severity, Strength
from generator.document.manuscript import Line, Manuscript
from generator.models.check import CheckRule
from generator.models.knowledge import Knowledge
from generator.models.reporter import ReporterKind
from generator.patterns import compile_later
from generator.records import dataclass

_PROSE = frozenset({"标题", "题注", "主送", "称谓", "节标题", "段", "要点", "图题", "附件说明", "附注", "附件"})
_WIDE = {ord(half): full for half, full in zip(";?!()％０１２３４５６７８９", "；？！（）%0123456789", strict=True)}
_POINTS = compile_later(r"(?<![0-9])[,:]|[,:](?![0-9])")
_MARKS = compile_later(r"[《》“”\n]")
_SENTENCE = compile_later(r"[^。；！？\n]+[。；！？]?")
_FURNITURE = compile_later(r"发布(?:时间|日期|机构)|公开(?:形式|方式|日期)|浏览|点击|当前位置|打印|来源[：:]")
"""What only a web page has round a report."""
_NO_NUMBER = compile_later(r"[0-9](?:[0-9]|[,.](?=[0-9])){29,}")
"""Longer than any figure, any code or any number of a person."""
_EXCERPT = 40
TITLE, QUOTE = 1, 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the report's own text. `text` is number and text, marks and digits in the width they should have.

    `start` is where it begins in the whole text, `part` the item it belongs to, as far as can be told.
    """

    index: int
    line: Line
    text: str
    start: int
    part: str


@dataclass(slots=True)
class Notes:
    """Collects findings. A code without an entry is a check that the office doesn't want."""

    checks: Mapping[str, CheckRule]
    found: list[Diagnostic] = field(default_factory=list)

    def wants(self, code: str) -> bool:
        return code in self.checks

    def parameter(self, code: str, name: str) -> str:
        """A text from 参数; empty when the check or the text isn't there."""
        rule = self.checks.get(code)
        return rule.参数.get(name, "") if rule is not None else ""

    def words(self, code: str, name: str) -> tuple[str, ...]:
        """The words that 参数 lists, 、 between them."""
        return tuple(word for word in self.parameter(code, name).split("、") if word)

    def add(self, code: str, place: Place, severity: str = "", source: str = "", **words: object) -> None:
        """A finding in the words that its entry has for finished reports."""
        rule = self.checks.get(code)
        if rule is None:
            return
        said = {name: str(word) for name, word in words.items()}
        diagnostic = Diagnostic(
            code,
            Severity(severity or rule.严重),
            place,
            rule.message(said, finished=True),
            rule.remedy(said, finished=True),
            source or rule.来源,
            Strength(rule.强度),
        )
        self.found.append(diagnostic)


class Examination:
    """What the rules read. `text` holds the passages, one a line; offsets count in it."""

    def __init__(self, manuscript: Manuscript, knowledge: Knowledge, subject: ReportSubject, notes: Notes) -> None:
        self.manuscript, self.knowledge, self.subject, self.notes = manuscript, knowledge, subject, notes
        self.passages = tuple(_passages(manuscript, notes))
        self.text = "".join(f"{passage.text}\n" for passage in self.passages)
        self._starts = [passage.start for passage in self.passages]

    @cached_property
    def kind(self) -> ReporterKind | None:
        """The kind of reporter, where it is known."""
        return self.knowledge.reporters.get(self.subject.reporter) if self.subject.reporter else None

    @cached_property
    def level(self) -> str | None:
        return self.subject.level or (self.kind.默认级别 if self.kind is not None else None)

    @cached_property
    def half(self) -> bool:
        """Whether the report is on half a year: nobody is bound to make one."""
        return (self.subject.period or ("上半年" if "半年" in self.manuscript.title else "全年")) == "上半年"

    @cached_property
    def last_day(self) -> date | None:
        """The last day of the time reported on."""
        year = self.subject.year
        return None if year is None else date(year, 6, 30) if self.half else date(year, 12, 31)

    @cached_property
    def earliest(self) -> date | None:
        """The day before which it can't have been finished, as far as is known: its own, else the last reported on."""
        return self.manuscript.dated or self.last_day

    @cached_property
    def latest(self) -> date | None:
        """The day after which it wasn't changed: its own or that of publication, else the limit of publication."""
        known = self.manuscript.dated or self.subject.published
        if known is not None or self.subject.year is None:
            return known
        return date(self.subject.year, 9, 30) if self.half else date(self.subject.year + 1, 3, 31)

    @cached_property
    def public(self) -> bool:
        """Whether the text is for everybody: for the public, taken from a web page, or marked so."""
        marked = any("公开发布" in line.text or "主动公开" in line.text for line in self.manuscript.of("附注", "版记"))
        of_the_web = any(_FURNITURE.search(line.text) for line in self.manuscript.of("杂项"))
        return self.subject.delivery == "社会公开" or self.subject.published is not None or marked or of_the_web

    @cached_property
    def inside(self) -> bytearray:
        """For every character whether it stands within a title (1), a quotation (2) or both (3)."""
        marks = bytearray(len(self.text))
        titles, quotes, before = 0, 0, 0
        for mark in _MARKS.finditer(self.text):
            state = (TITLE if titles else 0) | (QUOTE if quotes else 0)
            if state:
                marks[before : mark.start()] = bytes([state]) * (mark.start() - before)
            before = mark.start()
            sign = mark[0]
            titles = 0 if sign == "\n" else max(0, titles + {"《": 1, "》": -1}.get(sign, 0))
            quotes = 0 if sign == "\n" else max(0, quotes + {"“": 1, "”": -1}.get(sign, 0))
        return marks

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds a character."""
        return self.passages[bisect_right(self._starts, offset) - 1]

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of the text stands in the file, with its words."""
        passage = self.passage_at(start)
        return spot(passage.line.place, start - passage.start, self.text[start:end])

    def add(self, code: str, start: int, end: int, severity: str = "", source: str = "", **words: object) -> None:
        """A finding about a stretch of the text; {文} is what stands there."""
        self.notes.add(code, self.place(start, end), severity, source, **{"文": self.text[start:end], **words})

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where the sentences and clauses that end with 。；！？ begin and end; a line's end closes one."""
        return ((match.start(), match.end()) for match in _SENTENCE.finditer(self.text))


def spot(place: Place, offset: int, excerpt: str) -> Place:
    """A place within a line, with the words that stand there."""
    column = place.column + offset if place.column is not None else None
    return replace(place, column=column, text=excerpt[:_EXCERPT] or None)


def normal(text: str) -> str:
    """The text with full-width marks and half-width digits, character for character; line breaks become blanks."""
    wide = text.translate(_WIDE).replace("\n", " ")
    return _POINTS.sub(lambda mark: "，" if mark[0] == "," else "：", wide)


def _passages(manuscript: Manuscript, notes: Notes) -> Iterator[Passage]:
    start = 0
    parts = parts_of(manuscript, notes.parameter)
    for index, line in enumerate(manuscript.lines):
        if line.kind in _PROSE:
            text = _NO_NUMBER.sub(lambda run: "#" * len(run[0]), normal(line.number + line.text))
            yield Passage(index, line, text, start, parts[index])
            start += len(text) + 1
