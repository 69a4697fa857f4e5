"""Every block that staff wrote gets a name, so that an edited Word file finds its way back to the input."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from generator.document.blocks import Annex, Block, Document, Image, Paragraph, Point, Section, Table
from generator.patterns import compile_later

_UNFIT = compile_later(r"\W+")
_LONGEST = 36
"""Word takes 40 characters; the rest is room for a number that tells two parts of one value apart."""

_Named = Section | Paragraph | Point | Table | Image


def identified(document: Document) -> Document:
    """The document with an id for each block that came from the input: what staff named, else the path's name."""
    taken = {block.id.casefold() for block in _named(document.blocks) if block.id}
    return replace(document, blocks=tuple(_with_id(block, taken) for block in document.blocks))


def _named(blocks: tuple[Block, ...]) -> list[_Named]:
    found: list[_Named] = []
    for block in blocks:
        if isinstance(block, _Named):
            found.append(block)
        if isinstance(block, Section | Annex):
            found += _named(block.blocks)
    return found


def _with_id(block: Block, taken: set[str]) -> Block:
    if isinstance(block, _Named) and not block.id and block.origin.path:
        block = replace(block, id=_free(_name(block.origin.path), taken))
    if isinstance(block, Section | Annex):
        block = replace(block, blocks=tuple(_with_id(inner, taken) for inner in block.blocks))
    return block


def _name(path: str) -> str:
    name = _UNFIT.sub("_", path)
    return name if len(name) <= _LONGEST else f"块_{sha256(path.encode()).hexdigest()[:16]}"


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with the first number that makes it new; Word doesn't tell capitals apart."""
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free.casefold())
    return free
