"""The tree the composer makes and the writers read: frozen dataclasses, no behaviour beyond looking at themselves.

Level and number of a section are empty until `numbering.numbered` has run; so are the ordinals of a series.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal

from generator.records import dataclass

# --- inline ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """Where text typed by staff stands: the input path joined by `/`, and the offset of its first character there."""

    path: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text. `typed` is set when staff typed it, and None when a template supplied it."""

    text: str
    typed: Typed | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the text. `ref` is `主题.指标` (`上年.主题.指标`, `其他数据.名称`).

    `role`: 印 the figure is printed as `text`; 含 the sentence implies it; 略 the sentence leaves it out. Only 印 has
    text. `by` is the formula of a figure that was worked out rather than given.
    """

    ref: str
    text: str = ""
    role: Literal["印", "含", "略"] = "印"
    by: str = ""


@dataclass(frozen=True, slots=True)
class WordBreak:
    """A place where a title may be broken over two lines."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The 一是 of a point that runs in; `text` is set by the numbering pass."""

    text: str = ""


Inline = Text | Figure | WordBreak | Ordinal
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The printed text of a run of inlines."""
    return "".join(part.text for part in inlines if not isinstance(part, WordBreak))


# --- blocks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block came from: `path` in the input (joined by `/`) when staff wrote it, and `template:line`."""

    path: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """版头: the organ mark in red, 发文字号 on the left, 签发人 on the right, the red rule (GB/T 9704—2012, 7.2).

    `marks` are the names of the organs, the main one first; `suffix` (文件, or empty) stands at their right. A blank
    `number` and blank `signers` stay visibly blank.
    """

    marks: tuple[str, ...]
    suffix: str
    number: str
    signers: tuple[str, ...]
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Title:
    inlines: Inlines
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Headnote:
    """A line under the title: the state of the draft, or the period a report covers."""

    inlines: Inlines
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Speaker:
    """A line of the 题注 of an oral report that names who speaks: office, and name if there is one."""

    inlines: Inlines
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关, its full-width colon included."""

    inlines: Inlines
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines
    id: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a series that stands as its own paragraph; `number` is 一是 … once numbered."""

    inlines: Inlines
    id: str = ""
    number: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Heading:
    """`run_in` headings share a line with the first paragraph of their section."""

    inlines: Inlines
    run_in: bool = False
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Section:
    """`level` counts from 1; `number` is 一、 （一） 1. （1）, empty for a section without heading."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    id: str = ""
    level: int = 0
    number: str = ""
    items: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Cell:
    """`across` and `down` are the columns and rows that it reaches over."""

    inlines: Inlines
    head: bool = False
    align: Literal["左", "中", "右"] = "左"
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """`head` rows repeat on every page. A row holds the cells that begin in it; with those that reach down into it, all
    rows fill the same columns (`tables.laid_out`)."""

    title: Inlines
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    id: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Image:
    """`file` is absolute and was checked to lie inside the input's folder; `width` is in millimetres."""

    file: Path
    title: Inlines
    width: float | None = None
    id: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 together, because where one stands depends on the other. `day` as printed: 2026年2月9日."""

    organs: tuple[Inlines, ...]
    day: str
    sealed: bool = False
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Note:
    """附注, such as （此件公开发布）."""

    inlines: Inlines
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """附件说明: the names of the annexes, one blank line below the text (GB/T 9704—2012, 7.3.4)."""

    names: tuple[Inlines, ...]
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Annex:
    """附件, on a new page before the imprint (7.3.7). `number` is 0 when there is only one."""

    title: Inlines
    blocks: tuple[Block, ...]
    number: int = 0
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page (7.4): who gets a copy, who printed it and when.

    `duplex` puts it on an even page. `issuer` and `day` may be blank; an imprint without anything isn't made.
    """

    copies: tuple[str, ...]
    issuer: str
    day: str
    duplex: bool = False
    origin: Origin = Origin()


Block = (
    Letterhead
    | Title
    | Headnote
    | Speaker
    | Addressee
    | Paragraph
    | Point
    | Section
    | Table
    | Image
    | AnnexNote
    | Signature
    | Note
    | Annex
    | Imprint
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the document properties and the file name say."""

    title: str
    organ: str
    year: int
    period: str
    delivery: str
    kind: str
    state: str
    day: date | None = None
    example: bool = False
    bookmarks: bool = True
    style: str = "gbt9704"
    input_hash: str = ""
    format_version: str = "1"
    overlays: tuple[str, ...] = ()
    matter: str = "法治政府建设"


@dataclass(frozen=True, slots=True)
class Document:
    meta: Meta
    blocks: tuple[Block, ...] = field(default=())


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, sections before their contents."""
    for block in blocks:
        yield block
        if isinstance(block, Section | Annex):
            yield from walk(block.blocks)


def runs(block: Block) -> Iterator[Inlines]:
    """Every run of inlines that a block holds itself (a section's heading, a table's cells), in reading order."""
    match block:
        case Section(heading=heading):
            if heading is not None:
                yield heading.inlines
        case Table(title=title, head=head, rows=rows):
            yield title
            for row in (*head, *rows):
                yield from (cell.inlines for cell in row)
        case Image(title=title) | Annex(title=title):
            yield title
        case AnnexNote(names=names):
            yield from names
        case Letterhead() | Imprint():
            return
        case Signature(organs=organs, day=day):
            yield from organs
            yield (Text(day),)
        case _:
            yield block.inlines
