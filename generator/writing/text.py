"""Writing a document as plain text: the same words and numbers, tables in columns, captions of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.document.blocks import (
    Addressee,
    Block,
    Cell,
    Document,
    Headnote,
    Image,
    Note,
    Paragraph,
    Point,
    Section,
    Signature,
    Table,
    Title,
    plain,
)
from generator.writing.measure import width
from generator.writing.wording import bracketed, run_in_heading_text, run_in_paragraph

_INDENT: Final = "　　"
_GAP: Final = "  "
_BLANK_DAY: Final = "    年  月  日"


def write_text(document: Document) -> str:
    """The text of a composed and numbered document, one paragraph a line, ended by a line feed."""
    lines = "\n".join(_blocks(document.blocks)).split("\n")
    return "\n".join(line.rstrip(" ") for line in lines).strip("\n") + "\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield from _section(block)
        case Title(inlines=inlines) | Headnote(inlines=inlines):
            yield plain(inlines) + "\n"
        case Addressee(inlines=inlines):
            yield plain(inlines)
        case Paragraph(inlines=inlines):
            yield _INDENT + plain(inlines)
        case Point(inlines=inlines, number=number):
            yield _INDENT + number + plain(inlines)
        case Note(inlines=inlines):
            yield _INDENT + plain(bracketed(inlines))
        case Table():
            yield from _table(block)
        case Image(title=title):
            yield f"\n〔图：{plain(title)}〕\n"
        case Signature(organs=organs, day=day):
            yield from ("", *map(plain, organs), day or _BLANK_DAY)


def _section(section: Section) -> Iterator[str]:
    if section.heading is None:
        yield from _blocks(section.blocks)
        return
    first = run_in_paragraph(section)
    if first is None:
        yield _INDENT + section.number + plain(section.heading.inlines)
        yield from _blocks(section.blocks)
    else:
        yield _INDENT + run_in_heading_text(section) + plain(first.inlines)
        yield from _blocks(section.blocks[1:])


def _table(table: Table) -> Iterator[str]:
    """Columns as wide as their longest text, a full-width character counting for two."""
    rows = [[(plain(cell.inlines), cell) for cell in row] for row in (*table.head, *table.rows)]
    columns = [max(_cells(text) for text, _ in column) for column in zip(*rows, strict=True)]
    yield "\n" + plain(table.title)
    for row in rows:
        yield _GAP.join(_padded(text, cell, wide) for (text, cell), wide in zip(row, columns, strict=True))
    yield ""


def _cells(text: str) -> int:
    return round(width(text) * 2)


def _padded(text: str, cell: Cell, wide: int) -> str:
    missing = wide - _cells(text)
    before = {"左": 0, "中": missing // 2, "右": missing}[cell.align]
    return " " * before + text + " " * (missing - before)
