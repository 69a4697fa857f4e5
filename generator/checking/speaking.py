"""Whether there is anything to read in a block of a composed report."""

from __future__ import annotations

from generator.document.blocks import Block, Section, Table, plain, runs, walk


def says_something(section: Section) -> bool:
    """Whether there is anything to read under the heading, at any depth."""
    return any(_speaks(block) for block in walk(section.blocks))


def _speaks(block: Block) -> bool:
    if isinstance(block, Section):
        return False
    if isinstance(block, Table):
        return bool(block.rows)
    return any(plain(run).strip() for run in runs(block)) or not hasattr(block, "inlines")
