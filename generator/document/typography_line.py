"""A run of inlines as one line of characters, each of which knows its inline and where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from generator.document.blocks import Inlines, Text, WordBreak
from generator.document.typography_rules import Edit, Mend
from generator.document.typography_shields import shielded
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """A mend that was made, or with `noted_only` one that is only pointed out.

    `path` is the input path joined by `/`, `offset` the position of `before` in the text as typed there.
    """

    code: str
    path: str
    offset: int
    before: str
    after: str
    noted_only: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What the mends together make of a stretch of one text typed by staff; `codes` are the mends that took part.

    `path` and `offset` are as in `Mended`; `before` is never empty. Changes of one text neither touch nor overlap.
    """

    path: str
    offset: int
    before: str
    after: str
    codes: tuple[str, ...] = ()


@dataclass(slots=True)
class Line:
    """The state of mending one run. `owners`, `starts` and `ends` run parallel to `text`.

    An owner is the index of an inline; `starts` and `ends` are positions in the original text of that inline.
    """

    inlines: Inlines
    protected: Sequence[str]
    text: str = ""
    owners: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    _fixed: bytearray | None = None

    def __post_init__(self) -> None:
        pieces = ["" if isinstance(part, WordBreak) else part.text for part in self.inlines]
        self.text = "".join(pieces)
        for owner, piece in enumerate(pieces):
            self.owners.extend([owner] * len(piece))
            self.starts.extend(range(len(piece)))
            self.ends.extend(range(1, len(piece) + 1))

    def apply(self, rule: Mend) -> bool:
        """Apply one rule everywhere it may be applied; whether anything changed."""
        if rule.paired and not self._is_paired(rule.paired):
            return False
        edits = [edit for match in self._matches(rule) for edit in match]
        for edit in edits:
            self.mended.append(self._report(rule, edit))
        if rule.noted_only or not edits:
            return False
        self._rewrite(edits)
        return True

    def result(self) -> Inlines:
        """The inlines with their mended text."""
        pieces: list[list[str]] = [[] for _ in self.inlines]
        for owner, sign in zip(self.owners, self.text, strict=True):
            pieces[owner].append(sign)
        return tuple(
            replace(part, text="".join(piece)) if isinstance(part, Text) and part.typed else part
            for part, piece in zip(self.inlines, pieces, strict=True)
        )

    def changes(self) -> Iterator[Change]:
        """What has become of the texts typed by staff, stretch by stretch, in their order."""
        made: list[list[tuple[int, int, str]]] = [[] for _ in self.inlines]
        for owner, start, end, sign in zip(self.owners, self.starts, self.ends, self.text, strict=True):
            made[owner].append((start, end, sign))
        for part, signs in zip(self.inlines, made, strict=True):
            if not isinstance(part, Text) or part.typed is None:
                continue
            for start, end, after in _stretches(part.text, signs):
                offset = part.typed.offset + start
                codes = self._codes(part.typed.path, offset, offset + end - start)
                yield Change(part.typed.path, offset, part.text[start:end], after, codes)

    def _codes(self, path: str, start: int, end: int) -> tuple[str, ...]:
        touching = (
            each.code
            for each in self.mended
            if not each.noted_only
            and each.path == path
            and each.offset < end
            and start < each.offset + len(each.before)
        )
        return tuple(dict.fromkeys(touching))

    def _matches(self, rule: Mend) -> Iterator[tuple[Edit, ...]]:
        """The edits of every match that touches nothing fixed; after one that does, the search goes on within it."""
        position = 0
        while position < len(self.text) and (match := rule.pattern.search(self.text, position)) is not None:
            if match.start() == match.end():
                position = match.end() + 1
                continue
            if rule.noted_only:
                edits: tuple[Edit, ...] = (rule.advice(match),)
                allowed = self._typed_at(match.start())
            else:
                edits = rule.edits(match)
                allowed = all(self._may_edit(edit) for edit in edits)
            if allowed:
                yield edits
            position = max(match.end(), match.start() + 1) if allowed else self._behind(match.start(), match.end())

    def _behind(self, start: int, end: int) -> int:
        """Where to go on after a refused match: behind what is fixed in it, or one further on."""
        fixed = next((place for place in range(start, end) if self._is_fixed[place]), None)
        if fixed is None:
            return start + 1
        return next((place for place in range(fixed, len(self.text)) if not self._is_fixed[place]), len(self.text))

    def _may_edit(self, edit: Edit) -> bool:
        """Whether an edit lies in one text typed by staff and outside everything that is shielded."""
        if edit.start == edit.end:
            return False
        one_owner = self.owners[edit.start] == self.owners[edit.end - 1]
        return one_owner and not any(self._is_fixed[edit.start : edit.end])

    def _typed_at(self, position: int) -> bool:
        part = self.inlines[self.owners[position]]
        return isinstance(part, Text) and part.typed is not None

    @property
    def _is_fixed(self) -> bytearray:
        """1 for each character that must stay: shielded, or not typed by staff."""
        if self._fixed is None:
            fixed = shielded(self.text, self.protected)
            locked = [not (isinstance(part, Text) and part.typed is not None) for part in self.inlines]
            for position, owner in enumerate(self.owners):
                if locked[owner]:
                    fixed[position] = 1
            self._fixed = fixed
        return self._fixed

    def _is_paired(self, mark: str) -> bool:
        places = [position for position, sign in enumerate(self.text) if sign == mark]
        return bool(places) and len(places) % 2 == 0 and not any(self._is_fixed[position] for position in places)

    def _report(self, rule: Mend, edit: Edit) -> Mended:
        """The mend in terms of the text as typed, whatever other mends have moved since."""
        part = self.inlines[self.owners[edit.start]]
        if not isinstance(part, Text) or part.typed is None:
            raise AssertionError(edit)
        start, end = self.starts[edit.start], self.ends[edit.end - 1]
        before = part.text[start:end] if self.owners[edit.end - 1] == self.owners[edit.start] else edit.text
        return Mended(rule.code, part.typed.path, part.typed.offset + start, before, edit.text, rule.noted_only)

    def _rewrite(self, edits: list[Edit]) -> None:
        text: list[str] = []
        owners: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for edit in edits:
            kept = slice(position, edit.start)
            text.append(self.text[kept] + edit.text)
            owners += self.owners[kept] + [self.owners[edit.start]] * len(edit.text)
            starts += self.starts[kept] + [self.starts[edit.start]] * len(edit.text)
            ends += self.ends[kept] + [self.ends[edit.end - 1]] * len(edit.text)
            position = edit.end
        self.text = "".join(text) + self.text[position:]
        self.owners = owners + self.owners[position:]
        self.starts = starts + self.starts[position:]
        self.ends = ends + self.ends[position:]
        self._fixed = None


def _stretches(text: str, signs: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of what isn't as it was.

    `signs` are the new characters, each with the start and end of the stretch of `text` that it was made of.
    """
    groups: list[tuple[int, int, str]] = []
    for start, end, sign in signs:
        last = groups[-1] if groups else (0, 0, "")
        if groups and start < last[1]:
            groups[-1] = (last[0], max(last[1], end), last[2] + sign)
        else:
            groups.append((start, end, sign))
    position, pending = 0, (-1, "")
    for start, end, made in [*groups, (len(text), len(text), "")]:
        if position < start and pending[0] < 0:
            pending = (position, "")
        if text[start:end] == made:
            if pending[0] >= 0:
                yield pending[0], start, pending[1]
            pending = (-1, "")
        else:
            pending = (pending[0] if pending[0] >= 0 else start, pending[1] + made)
        position = end
