"""Mending the typography of text typed by staff (GB/T 15834, GB/T 15835): marks of the wrong width, stray spaces.

Text from templates, figures, titles, quotations, names and set phrases stay as they are. The rules come from
`schemas/typography.yaml`; they are applied again until none changes anything, so that mending twice is mending once.
Offsets in the mended document are no longer those of the input: read places from the `Mended`, or from the document as
it was before.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.blocks import Document, Inlines, Text, plain
from generator.document.typography_blocks import rewritten
from generator.document.typography_line import Change, Line, Mended
from generator.document.typography_rules import Mend, Needed, Way, compile_mend, make_mend, what_any_needs

__all__ = ["Change", "Mend", "Mended", "Needed", "Way", "compile_mend", "make_mend", "mend"]

_MAX_ROUNDS = 8


def mend(
    document: Document, rules: Sequence[Mend], protected: Sequence[str], changes: list[Change] | None = None
) -> tuple[Document, tuple[Mended, ...]]:
    """The mended document and every mend, in reading order of the runs. `protected` are names and set phrases.

    What all mends together make of the text is added to `changes`.
    """
    mended: list[Mended] = []
    suspicious = what_any_needs(rules)

    def rewrite(inlines: Inlines) -> Inlines:
        if suspicious is not None and suspicious.search(plain(inlines)) is None:
            return inlines
        result, found = mend_run(inlines, rules, protected, changes)
        mended.extend(found)
        return result

    return rewritten(document, rewrite), tuple(mended)


def mend_run(
    inlines: Inlines, rules: Sequence[Mend], protected: Sequence[str], changes: list[Change] | None = None
) -> tuple[Inlines, tuple[Mended, ...]]:
    """Mend one run of inlines: neighbours of other kinds are seen, and left alone. `changes` are as in `mend`."""
    if not any(isinstance(part, Text) and part.typed is not None and part.text for part in inlines):
        return inlines, ()
    text = plain(inlines)
    signs = frozenset(text)
    if not any(rule.concerns(text, signs) for rule in rules):
        return inlines, ()
    line = Line(inlines, protected)
    changing = [rule for rule in rules if not rule.noted_only]
    for _ in range(_MAX_ROUNDS):
        done = [line.apply(rule) for rule in changing]
        if not any(done):
            break
    for rule in rules:
        if rule.noted_only:
            line.apply(rule)
    if changes is not None and line.mended:
        changes.extend(line.changes())
    return line.result() if line.mended else inlines, tuple(sorted(line.mended, key=_place))


def _place(mended: Mended) -> tuple[str, int, str]:
    return (mended.path, mended.offset, mended.code)
