"""Writing a document as plain text: the same words and numbers, tables in columns, captions of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from generator.document.blocks import (
    Addressee,
    Annex,
    AnnexNote,
    Block,
    Cell,
    Document,
    Headnote,
    Image,
    Imprint,
    Letterhead,
    Note,
    Paragraph,
    Point,
    Section,
    Signature,
    Speaker,
    Table,
    Title,
    plain,
)
from generator.document.printed import bracketed, run_in_heading_text, run_in_paragraph
from generator.document.tables import Slot, laid_out, wide
from generator.models.style import StyleProfile
from generator.writing.measure import width
from generator.writing.wording import annex_label, annex_names, imprint_copies, imprint_issue

_BLANK: Final = "　"
_INDENT: Final = _BLANK * 2
_GAP: Final = "  "
_RULE: Final = "─" * 28


def write_text(document: Document, style: StyleProfile) -> str:
    """The text of a composed and numbered document, one paragraph a line, ended by a line feed."""
    lines = "\n".join(_blocks(document.blocks, style)).split("\n")
    return "\n".join(line.rstrip(" ") for line in lines).strip("\n") + "\n"


def _blocks(blocks: tuple[Block, ...], style: StyleProfile) -> Iterator[str]:
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        # The lines of a 题注 belong together.
        gap = "" if isinstance(block, Headnote | Speaker) and isinstance(following, Headnote | Speaker) else "\n"
        yield from _block(block, style, gap)


def _block(block: Block, style: StyleProfile, gap: str) -> Iterator[str]:
    match block:
        case Section():
            yield from _section(block, style)
        case Title(inlines=inlines) | Headnote(inlines=inlines) | Speaker(inlines=inlines):
            yield plain(inlines) + gap
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
            yield from ("", *map(plain, organs), day or style.署名.空白日期.文字)
        case _:
            yield from _formal(block, style)


def _formal(block: Letterhead | AnnexNote | Annex | Imprint, style: StyleProfile) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from _letterhead(block, style)
        case AnnexNote():
            label = style.附件说明.标签.文字
            for place, (number, name) in enumerate(annex_names(block, style)):
                before = f"\n{_INDENT}{label}" if place == 0 else _INDENT + _BLANK * len(label)
                yield f"{before}{number}{plain(name)}"
        case Annex(title=title, blocks=blocks, number=number):
            yield f"\n\n{annex_label(number, style)}\n\n{plain(title)}\n"
            yield from _blocks(blocks, style)
        case Imprint():
            issue = _BLANK.join(filter(None, imprint_issue(block, style)))
            rows = [row for row in (imprint_copies(block, style), issue) if row]
            yield from ("", *(f"{_RULE}\n{_BLANK}{row}" for row in rows), *([_RULE] if rows else []))


def _letterhead(block: Letterhead, style: StyleProfile) -> Iterator[str]:
    """The names, the last with 文件; the number, then those who signed."""
    head = style.版头
    *others, last = block.marks or ("",)
    yield from others
    yield last + block.suffix + "\n"
    signers = _BLANK.join(filter(None, block.signers)) or _BLANK * round(head.签发人.空白.值)
    yield f"{block.number or head.空白字号.文字}{_BLANK * 2}{head.签发人.标签.文字}{signers}"
    yield _RULE + "\n"


def _section(section: Section, style: StyleProfile) -> Iterator[str]:
    if section.heading is None:
        yield from _blocks(section.blocks, style)
        return
    first = run_in_paragraph(section)
    if first is None:
        yield _INDENT + section.number + plain(section.heading.inlines)
        yield from _blocks(section.blocks, style)
    else:
        yield _INDENT + run_in_heading_text(section) + plain(first.inlines)
        yield from _blocks(section.blocks[1:], style)


def _table(table: Table) -> Iterator[str]:
    """Columns as wide as their longest text, a full-width character counting for two.

    A cell that reaches over several columns has the room of all of them, and its text in the first of its rows.
    """
    rows = laid_out((*table.head, *table.rows))
    columns = _column_widths(rows)
    yield "\n" + plain(table.title)
    for row in rows:
        yield _GAP.join(_padded(_shown(slot), slot.cell, _room(columns, slot)) for slot in row)
    yield ""


def _column_widths(rows: tuple[tuple[Slot, ...], ...]) -> list[int]:
    columns = [0] * (wide(rows[0]) if rows else 0)
    for slot in sorted(chain(*rows), key=lambda slot: slot.cell.across):
        columns[slot.column] += max(0, _cells(_shown(slot)) - _room(columns, slot))
    return columns


def _room(columns: list[int], slot: Slot) -> int:
    across = slot.cell.across
    return sum(columns[slot.column : slot.column + across]) + len(_GAP) * (across - 1)


def _shown(slot: Slot) -> str:
    return plain(slot.cell.inlines) if slot.first else ""


def _cells(text: str) -> int:
    return round(width(text) * 2)


def _padded(text: str, cell: Cell, wide: int) -> str:
    missing = wide - _cells(text)
    before = {"左": 0, "中": missing // 2, "右": missing}[cell.align]
    return " " * before + text + " " * (missing - before)
