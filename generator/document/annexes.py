"""附件: numbered where there are several, and listed one line below the text (GB/T 9704—2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

from dataclasses import replace

from generator.document.blocks import Annex, AnnexNote, Block, Document, Imprint, Note, Signature

_BEHIND_THE_LIST = (Signature, Note, Annex, Imprint)


def annexed(document: Document) -> Document:
    """The document with numbers on its annexes and their names before the signature; without annexes, the same."""
    annexes = [block for block in document.blocks if isinstance(block, Annex)]
    if not annexes:
        return document
    note = AnnexNote(tuple(annex.title for annex in annexes), annexes[0].origin)
    blocks = _numbered(document.blocks, several=len(annexes) > 1)
    place = next(n for n, block in enumerate(blocks) if isinstance(block, _BEHIND_THE_LIST))
    return replace(document, blocks=(*blocks[:place], note, *blocks[place:]))


def _numbered(blocks: tuple[Block, ...], *, several: bool) -> tuple[Block, ...]:
    number = 0
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Annex):
            number += 1
            result.append(replace(block, number=number if several else 0))
        else:
            result.append(block)
    return tuple(result)
