"""Rewriting every run of inlines in a tree of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.document.blocks import (
    Annex,
    AnnexNote,
    Block,
    Cell,
    Document,
    Heading,
    Image,
    Imprint,
    Inlines,
    Letterhead,
    Section,
    Signature,
    Table,
)

Rewrite = Callable[[Inlines], Inlines]


def rewritten(document: Document, rewrite: Rewrite) -> Document:
    """The document with `rewrite` applied to every run, in reading order."""
    return replace(document, blocks=tuple(_block(block, rewrite) for block in document.blocks))


def _block(block: Block, rewrite: Rewrite) -> Block:  # noqa: PLR0911 - one for each shape of block
    match block:
        case Section(heading=heading, blocks=blocks):
            head = replace(heading, inlines=rewrite(heading.inlines)) if isinstance(heading, Heading) else None
            return replace(block, heading=head, blocks=tuple(_block(inner, rewrite) for inner in blocks))
        case Table():
            return _table(block, rewrite)
        case Image(title=title):
            return replace(block, title=rewrite(title))
        case Signature(organs=organs):
            return replace(block, organs=tuple(rewrite(organ) for organ in organs))
        case AnnexNote(names=names):
            return replace(block, names=tuple(rewrite(name) for name in names))
        case Annex(title=title, blocks=blocks):
            return replace(block, title=rewrite(title), blocks=tuple(_block(inner, rewrite) for inner in blocks))
        case Letterhead() | Imprint():
            return block
        case _:
            return replace(block, inlines=rewrite(block.inlines))


def _table(table: Table, rewrite: Rewrite) -> Table:
    def rows(cells: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(replace(cell, inlines=rewrite(cell.inlines)) for cell in row) for row in cells)

    return replace(table, title=rewrite(table.title), head=rows(table.head), rows=rows(table.rows))
