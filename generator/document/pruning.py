"""Paragraphs that came out empty, because the one sentence in them had nothing to say, are not printed."""

from __future__ import annotations

from dataclasses import replace

from generator.document.blocks import Annex, Block, Paragraph, Point, Section, plain


def without_blanks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without paragraphs and points that hold no text; sections stay, to be found empty by the checks."""
    return tuple(_pruned(block) for block in blocks if not _blank(block))


def _pruned(block: Block) -> Block:
    return replace(block, blocks=without_blanks(block.blocks)) if isinstance(block, Section | Annex) else block


def _blank(block: Block) -> bool:
    return isinstance(block, Paragraph | Point) and not plain(block.inlines).strip()
