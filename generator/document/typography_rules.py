"""A mend, compiled: a pattern and what stands between its groups.

What the groups of a pattern match is never touched, so that a rule about a mark may look at the words beside it: the
rule `(\\d{4})-(\\d{4}年)` with the replacement `\\1—\\2` edits the hyphen alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from generator.patterns import compile_later
from generator.records import dataclass

Way = Literal["替换", "半角", "全角"]
_GROUP = compile_later(r"\\([1-9])")
_CODE = compile_later(r"\\u([0-9a-f]{4})")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_HALF_WIDTH = {full: half for half, full in _FULL_WIDTH.items()}


@dataclass(frozen=True, slots=True)
class Edit:
    """`start` and `end` are positions in the line that is being mended."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text must hold to be matched: one of the characters `signs`, or one of `words`. Both empty: who knows."""

    signs: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, signs: str, words: Iterable[str]) -> Needed:
        """From the texts of a rule, in which characters that can't be seen are written as in patterns (\\u3000)."""
        return cls(frozenset(_CODE.sub(lambda match: chr(int(match[1], 16)), signs)), tuple(words))

    def missing_in(self, text: str, signs: frozenset[str]) -> bool:
        """Whether a text, whose characters are `signs`, can't be matched. Searching every text costs far more."""
        if not (self.signs or self.words):
            return False
        return self.signs.isdisjoint(signs) and not any(word in text for word in self.words)


@dataclass(frozen=True, slots=True)
class Mend:
    """One rule. `between` is what stands before, between and behind the groups of the pattern.

    `paired` is a mark that must be even in number; `noted_only` rules report and change nothing.
    """

    code: str
    pattern: re.Pattern[str]
    between: tuple[str, ...]
    way: Way = "替换"
    paired: str = ""
    noted_only: bool = False
    needed: Needed = Needed()

    def concerns(self, text: str, signs: frozenset[str]) -> bool:
        """Whether the pattern is found in a text whose characters are `signs`."""
        return not self.needed.missing_in(text, signs) and self.pattern.search(text) is not None

    def edits(self, match: re.Match[str]) -> tuple[Edit, ...]:
        """What the rule changes of a match; nothing where the text is already as it should be.

        Nothing either where a group is missing from the match or lies inside another.
        """
        if self.way != "替换":
            table = _FULL_WIDTH if self.way == "全角" else _HALF_WIDTH
            return (Edit(match.start(), match.end(), match[0].translate(table)),)
        edges = [edge for group in range(1, len(self.between)) for edge in match.span(group)]
        if edges != sorted(edges) or -1 in edges:
            return ()
        return tuple(edit for edit in self._gaps(match) if match.string[edit.start : edit.end] != edit.text)

    def advice(self, match: re.Match[str]) -> Edit:
        """The whole match and what might stand there instead, for a rule that only notes."""
        words = (*(match[group] or "" for group in range(1, len(self.between))), "")
        return Edit(match.start(), match.end(), "".join(map("".join, zip(self.between, words, strict=True))))

    def _gaps(self, match: re.Match[str]) -> Iterator[Edit]:
        position = match.start()
        for group, text in enumerate(self.between, start=1):
            last = group == len(self.between)
            yield Edit(position, match.end() if last else match.start(group), text)
            position = match.end() if last else match.end(group)


def what_any_needs(rules: Iterable[Mend]) -> re.Pattern[str] | None:
    """Finds one of the things of which a text must hold one to be matched by any rule; None when that isn't known."""
    needed = [rule.needed for rule in rules]
    if not all(each.signs or each.words for each in needed):
        return None
    things = {thing for each in needed for thing in (*each.signs, *each.words)}
    return re.compile("|".join(map(re.escape, sorted(things)))) if things else None


def make_mend(
    code: str,
    pattern: str,
    replacement: str = "",
    way: Way = "替换",
    paired: str = "",
    *,
    noted_only: bool = False,
    needed: Needed = Needed(),  # noqa: B008 - it can't be changed
) -> Mend:
    """A rule from its texts; its pattern is compiled when a text is searched for it."""
    between = tuple(_GROUP.split(replacement)[0::2])
    return Mend(code, compile_later(pattern), between, way, paired, noted_only, needed)


def compile_mend(
    code: str, pattern: str, replacement: str = "", way: Way = "替换", paired: str = "", *, noted_only: bool = False
) -> Mend:
    """Like `make_mend`, of texts that may be wrong.

    Raises `ValueError` in Chinese for a pattern that can't be read, that may match nothing at all, or whose groups the
    replacement doesn't name once each and in order.
    """
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{code} 的“式”读不懂：{error.msg}") from None
    if compiled.match("") is not None and way == "替换" and not compiled.groups:
        raise ValueError(f"{code} 的“式”什么也不写也能对上")
    groups = [int(group) for group in _GROUP.split(replacement)[1::2]]
    if way == "替换" and groups != list(range(1, compiled.groups + 1)):
        raise ValueError(f"{code} 的“换”应当依次写出“式”里的每一个括号：\\1、\\2……")
    return make_mend(code, pattern, replacement, way, paired, noted_only=noted_only)
