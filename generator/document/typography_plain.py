"""The mends for a line of a finished report, where nobody knows what was typed and what came from elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from generator.document.blocks import Text, Typed
from generator.document.manuscript import LineKind
from generator.document.respelling import Respelling
from generator.document.typography import Change, Mend, Mended, mend_run
from generator.records import dataclass

TEXT_KINDS: frozenset[LineKind] = frozenset({"段", "要点", "节标题", "附注"})
"""Lines of running text."""
PLACED_KINDS: frozenset[LineKind] = frozenset({"标题", "题注", "主送", "称谓", "图题", "附件说明", "附件", "表格"})
"""Lines in which blanks place the words, and are left."""
EDGES = "TEXT028"
"""The mend for blanks at the ends of a paragraph: in a finished file they may stand for its indent."""


_WIDE = " " * 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; only what is open may change."""

    text: str
    is_open: bool = True


def finished_rules(rules: Iterable[Mend], kinds: Iterable[LineKind], text: str = "") -> tuple[Mend, ...]:
    """Those of the rules that hold for a line of a finished report; none for parts that are set by form.

    Wide blanks within a line place its words, whatever it is.
    """
    here = set(kinds)
    if not here or not here <= TEXT_KINDS | PLACED_KINDS:
        return ()
    usual = tuple(rule for rule in rules if rule.code != EDGES)
    is_running = here <= TEXT_KINDS and _WIDE not in text.strip()
    return usual if is_running else tuple(rule for rule in usual if not _is_about_blanks(rule))


def _is_about_blanks(rule: Mend) -> bool:
    needed = rule.needed
    return bool(needed.signs) and not needed.words and all(sign.isspace() for sign in needed.signs)


def mends_of(
    pieces: Sequence[Piece], rules: Sequence[Mend], protected: Sequence[str], let_stand: Container[str] = ()
) -> tuple[tuple[Respelling, ...], tuple[Mended, ...]]:
    """What is to change in the joined text of `pieces`, and what is only to be pointed out, by offset in that text.

    What a mend whose code is among those `let_stand` took part in stays as it is.
    """
    inlines: list[Text] = []
    begin = 0
    for is_open, together in groupby(pieces, key=lambda piece: piece.is_open):
        text = "".join(piece.text for piece in together)
        inlines.append(Text(text, Typed("", begin) if is_open else None))
        begin += len(text)
    changes: list[Change] = []
    _, mended = mend_run(tuple(inlines), rules, protected, changes)
    wanted = (each for each in changes if not any(code in let_stand for code in each.codes))
    noted = (each for each in mended if each.noted_only and each.code not in let_stand)
    return tuple(_respellings(wanted)), tuple(noted)


def _respellings(changes: Iterable[Change]) -> Iterator[Respelling]:
    for each in changes:
        yield Respelling(each.offset, each.offset + len(each.before), each.after)
