"""A composed document as the lines that a reader of the finished file meets (成稿)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from generator.diagnostics import Place
from generator.document.blocks import (
    Addressee,
    Annex,
    AnnexNote,
    Block,
    Document,
    Headnote,
    Image,
    Imprint,
    Letterhead,
    Note,
    Origin,
    Paragraph,
    Point,
    Section,
    Signature,
    Speaker,
    Table,
    Title,
    plain,
)
from generator.document.blocks import Cell as TableCell
from generator.document.line_shapes import sectioned, shape
from generator.document.manuscript import Cell, Line, LineKind, Manuscript
from generator.document.printed import bracketed, run_in_heading_text, run_in_paragraph
from generator.records import dataclass

EXCERPT = 24
"""So many characters of a line say in a place which line is meant."""
_DEEPEST = 5
Placer = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a style profile prints with formal parts, and how a 称谓 begins. The defaults are GB/T 9704's."""

    salutations: tuple[str, ...] = ("主任", "各位", "尊敬的", "主席", "同志们")
    blank_number: str = "〔　　　〕　　号"
    blank_day: str = "年  月  日"
    signers: str = "签发人："
    annex: str = "附件"
    no_marks: str = "。；，、,;."
    copies: str = "抄送："
    between: str = "，"
    end: str = "。"
    issued: str = "印发"


def manuscript_of(
    document: Document, file: str = "", place: Placer | None = None, words: Words | None = None
) -> Manuscript:
    """The lines of a composed and numbered document.

    `place` gives the place of an input path (joined by `/`); a line without one, and every line without `place`,
    stands at its paragraph of `file` (by default the delivery's name).
    """
    name = file or document.meta.delivery
    flat = _Flattening(words or Words())
    lines = []
    for number, (line, origin) in enumerate(flat.blocks(document.blocks), start=1):
        found = place(origin.path) if place is not None and origin.path else None
        own = Place(name, paragraph=number, text=excerpt(line.number + line.text))
        lines.append(replace(line, place=found or own))
    organs = [line.text for line in lines if line.kind == "署名"] or [document.meta.organ]
    return Manuscript(name, sectioned(lines), tuple(dict.fromkeys(filter(None, organs))), _day(document), own=True)


def excerpt(text: str) -> str:
    """The beginning of a line, by which a place is recognised."""
    line = text.replace("\n", "").replace("\t", " ")
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"


def _day(document: Document) -> date | None:
    return document.meta.day


_NOWHERE = Place("")
Flat = Iterator[tuple[Line, Origin]]


@dataclass(slots=True)
class _Flattening:
    words: Words

    def blocks(self, blocks: tuple[Block, ...]) -> Flat:
        for block in blocks:
            yield from ((line, origin) for line, origin in self._block(block) if line.text or line.rows)

    def _block(self, block: Block) -> Flat:
        match block:
            case Section():
                yield from self._section(block)
            case Annex(title=title, origin=origin):
                label = f"{self.words.annex}{block.number or ''}"
                yield _line("附件", plain(title), number=label), origin
                yield from self.blocks(block.blocks)
            case Paragraph() | Point():
                number = block.number if isinstance(block, Point) else ""
                yield shaped(number + plain(block.inlines)), block.origin
            case Table(title=title, origin=origin):
                yield _line("表格", plain(title), rows=_rows((*block.head, *block.rows))), origin
            case _:
                for kind, text, numbered in self._parts(block):
                    yield _line(kind, text, number=numbered), block.origin

    def _section(self, section: Section) -> Flat:
        heading = section.heading
        if heading is None:
            yield from self.blocks(section.blocks)
            return
        first = run_in_paragraph(section)
        level = min(max(section.level, 1), _DEEPEST)
        if first is None:
            text = plain(heading.inlines).strip()
            yield _line("节标题", text, number=section.number, level=level), section.origin
            yield from self.blocks(section.blocks)
            return
        begin = run_in_heading_text(section).removeprefix(section.number)
        text = begin + plain(first.inlines).rstrip()
        run_in = len(begin) if len(begin) < len(text) else 0
        yield _line("节标题", text, number=section.number, level=level, run_in=run_in), section.origin
        yield from self.blocks(section.blocks[1:])

    def _parts(self, block: Block) -> Iterator[tuple[LineKind, str, str]]:
        """Kind, text and number of the lines of what isn't text."""
        words = self.words
        match block:
            case Title(inlines=inlines):
                yield "标题", plain(inlines), ""
            case Headnote(inlines=inlines) | Speaker(inlines=inlines):
                yield "题注", plain(inlines), ""
            case Addressee(inlines=inlines):
                text = plain(inlines)
                yield "称谓" if text.startswith(words.salutations) else "主送", text, ""
            case Image(title=title):
                yield "图题", plain(title), ""
            case Note(inlines=inlines):
                yield "附注", plain(bracketed(inlines)), ""
            case _:
                yield from self._formal(block)

    def _formal(self, block: Block) -> Iterator[tuple[LineKind, str, str]]:
        words = self.words
        match block:
            case AnnexNote(names=names):
                for place, name in enumerate(names, start=1):
                    yield "附件说明", plain(name).rstrip(words.no_marks), f"{place}." if len(names) > 1 else ""
            case Signature(organs=organs, day=day):
                yield from (("署名", plain(organ), "") for organ in organs)
                yield "成文日期", day or words.blank_day, ""
            case Letterhead():
                yield from (("版头", text, "") for text in self._letterhead(block))
            case Imprint():
                yield from (("版记", text, "") for text in self._imprint(block))

    def _letterhead(self, block: Letterhead) -> Iterator[str]:
        marks = [mark for mark in block.marks if mark]
        if len(marks) == 1:
            yield marks[0] + block.suffix
        elif marks:
            yield from (*marks, block.suffix)
        yield block.number or self.words.blank_number
        yield self.words.signers + "　".join(filter(None, block.signers))

    def _imprint(self, block: Imprint) -> Iterator[str]:
        words = self.words
        copies = words.between.join(filter(None, block.copies))
        if copies:
            yield words.copies + copies + ("" if copies.endswith(words.end) else words.end)
        if block.issuer or block.day:
            yield f"{block.issuer}\t{block.day or words.blank_day}{words.issued}"


def shaped(text: str) -> Line:
    """A paragraph of the text as a line: whether staff typed a number in front of it is seen by its shape."""
    found = shape(text)
    return _line(found.kind, found.text, number=found.number, level=found.level, run_in=found.run_in)


def _line(kind: LineKind, text: str, *, number: str = "", level: int = 0, run_in: int = 0, rows: _Rows = ()) -> Line:
    return Line(kind, text.strip(), _NOWHERE, number, level, run_in, rows=rows)


_Rows = tuple[tuple[Cell, ...], ...]


def _rows(rows: tuple[tuple[TableCell, ...], ...]) -> _Rows:
    return tuple(
        tuple(Cell(plain(cell.inlines).strip(), rowspan=cell.down, colspan=cell.across) for cell in row) for row in rows
    )
