"""What tests change of a right layout, and what is found then."""

from __future__ import annotations

from collections.abc import Callable

from generator.checking.page import check_page
from generator.diagnostics import Diagnostic, Diagnostics
from generator.reading.typesetting.facts import read_typeset
from support.knowledge_files import shipped_checks
from support.layouts import FIRST, Layout, Piece
from support.profiles import gbt9704

Change = Callable[[Layout], None]


def found(layout: Layout, *, without: str = "") -> list[Diagnostic]:
    """What is found in a file."""
    diagnostics = Diagnostics()
    checks = {code: rule for code, rule in shipped_checks().items() if code != without}
    check_page(read_typeset(layout.docx(), "稿.docx"), gbt9704(), checks, diagnostics)
    return list(diagnostics)


def put(name: str, **changes: str) -> Change:
    """Change the properties of a paragraph."""

    def change(layout: Layout) -> None:
        for key, value in changes.items():
            setattr(layout.pieces[name], key, value)

    return change


def letters(name: str, *looks: str) -> Change:
    """Change the looks of a paragraph's runs, one after another."""

    def change(layout: Layout) -> None:
        runs = layout.pieces[name].runs
        runs[: len(looks)] = [(words, one) for (words, _), one in zip(runs, looks, strict=False)]

    return change


def replaced(name: str, *pieces: Piece) -> Change:
    """Put other paragraphs where one stands."""

    def change(layout: Layout) -> None:
        made: dict[str, Piece] = {}
        for key, piece in layout.pieces.items():
            made |= {f"{key}{n}": one for n, one in enumerate(pieces)} if key == name else {key: piece}
        layout.pieces = made

    return change


def whole(**changes: object) -> Change:
    """Change what the file says of itself."""

    def change(layout: Layout) -> None:
        for key, value in changes.items():
            setattr(layout, key, value)

    return change


def feet(**changes: str) -> Change:
    """Change footers; an empty one is taken out."""

    def change(layout: Layout) -> None:
        layout.feet = {pages: content for pages, content in {**layout.feet, **changes}.items() if content}

    return change


def all_text(spacing: str) -> Change:
    """The same spacing in every paragraph of text."""

    def change(layout: Layout) -> None:
        for piece in layout.pieces.values():
            if piece.indent == FIRST:
                piece.spacing = spacing

    return change


def several(*changes: Change) -> Change:
    """One change after another."""

    def change(layout: Layout) -> None:
        for each in changes:
            each(layout)

    return change
