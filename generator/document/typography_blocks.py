"""Rewriting every run of inlines in a tree of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import Any, TypeVar

from generator.document.blocks import (
    Annex,
    AnnexNote,
    Block,
    Cell,
    Document,
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
    return replace(document, blocks=_blocks(document.blocks, rewrite))


def _block(block: Block, rewrite: Rewrite) -> Block:
    """The block itself when nothing in it changed: making each anew takes longer than looking for what to mend."""
    changes: dict[str, Any] = {}
    match block:
        case Section(heading=heading, blocks=blocks):
            changes = {"heading": _with_inlines(heading, rewrite), "blocks": _blocks(blocks, rewrite)}
        case Table(title=title, head=head, rows=rows):
            changes = {"title": rewrite(title), "head": _rows(head, rewrite), "rows": _rows(rows, rewrite)}
        case Image(title=title):
            changes = {"title": rewrite(title)}
        case Signature(organs=organs):
            changes = {"organs": _kept(organs, tuple(map(rewrite, organs)))}
        case AnnexNote(names=names):
            changes = {"names": _kept(names, tuple(map(rewrite, names)))}
        case Annex(title=title, blocks=blocks):
            changes = {"title": rewrite(title), "blocks": _blocks(blocks, rewrite)}
        case Letterhead() | Imprint():
            pass
        case _:
            return _with_inlines(block, rewrite)
    return replace(block, **changes) if any(new is not getattr(block, name) for name, new in changes.items()) else block


_Holder = TypeVar("_Holder", bound=Any)
_Items = TypeVar("_Items", bound=tuple[Any, ...])


def _with_inlines(holder: _Holder, rewrite: Rewrite) -> _Holder:
    """A paragraph, a heading, a cell …; None stays None."""
    if holder is None:
        return holder
    inlines = holder.inlines
    new = rewrite(inlines)
    return holder if new is inlines else replace(holder, inlines=new)


def _blocks(blocks: tuple[Block, ...], rewrite: Rewrite) -> tuple[Block, ...]:
    return _kept(blocks, tuple(_block(block, rewrite) for block in blocks))


def _rows(rows: tuple[tuple[Cell, ...], ...], rewrite: Rewrite) -> tuple[tuple[Cell, ...], ...]:
    return _kept(rows, tuple(_kept(row, tuple(_with_inlines(cell, rewrite) for cell in row)) for row in rows))


def _kept(old: _Items, new: _Items) -> _Items:
    """`old` when `new` holds the very same things."""
    return old if all(map(is_, old, new)) else new
