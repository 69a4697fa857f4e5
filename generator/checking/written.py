"""What staff wrote, before any version left some of it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.models.base import Path
from generator.models.body import Block, ParagraphBlock, PointsBlock, RunInPoints, SectionBlock, SectionData, TableBlock
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """`items`: mandatory item -> the first section with text that carries it; `filled`: the sections with text."""

    items: Mapping[str, Path]
    filled: frozenset[Path]

    @classmethod
    def of(cls, body: Iterable[Block]) -> Written:
        """What a body holds, the shorthand laid out."""
        items: dict[str, Path] = {}
        filled: set[Path] = set()
        for section in _sections(body):
            if _says_something(section):
                filled.add(section.at)
                for item in section.items:
                    items.setdefault(item, section.at)
        return cls(items, frozenset(filled))


def _sections(blocks: Iterable[Block]) -> Iterator[SectionData]:
    for block in blocks:
        if isinstance(block, SectionBlock):
            yield block.section
            yield from _sections(block.section.content)


def _says_something(section: SectionData) -> bool:
    if section.cause or section.responsible or section.deadline:
        return True
    return any(_says_something(block.section) if isinstance(block, SectionBlock) else True for block in section.content)


def texts_of(block: Block) -> Iterator[str]:
    """The typed texts of a block that is no section."""
    if isinstance(block, ParagraphBlock | PointsBlock):
        for part in block.parts if isinstance(block, ParagraphBlock) else (block,):
            if isinstance(part, RunInPoints | PointsBlock):
                yield from (text for point in part.points for text in (point.lead, point.text))
            else:
                yield part
    elif isinstance(block, TableBlock):
        yield from (cell for row in block.table.rows for cell in row)
