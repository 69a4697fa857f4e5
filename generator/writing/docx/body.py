"""The body of the Word file: every block becomes paragraphs in a style, as strings of XML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from generator.document.blocks import (
    Addressee,
    Annex,
    AnnexNote,
    Block,
    Document,
    Heading,
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
    Text,
    Title,
    plain,
)
from generator.document.printed import bracketed, heading_level, run_in_heading_text, run_in_paragraph
from generator.models.style import StyleProfile
from generator.writing.docx import names
from generator.writing.docx.annexes import annex_head, annex_note
from generator.writing.docx.images import Media, drawing
from generator.writing.docx.imprint import imprint
from generator.writing.docx.letterhead import letterhead
from generator.writing.docx.letters import advance, takes_bold
from generator.writing.docx.paragraphs import paragraph
from generator.writing.docx.runs import run, text_runs
from generator.writing.docx.signature import SignatureLine, signature_lines
from generator.writing.docx.tables import table_grid
from generator.writing.docx.xml import element, escaped
from generator.writing.titles import title_lines


class BodyWriter:
    """Writes the blocks of one document; `media` gathers the pictures it meets.

    Raises ImageError for a picture that cannot be shown.
    """

    def __init__(self, document: Document, profile: StyleProfile, media: Media) -> None:
        self._document = document
        self._profile = profile
        self._media = media
        self._numbers = count(1)
        self._marking = document.meta.bookmarks
        self._kept: Block | None = None

    def written(self) -> str:
        """The XML of all blocks."""
        return "".join(self._blocks(self._document.blocks))

    def divided(self) -> tuple[str, str]:
        """The XML of all blocks but the last, and that of the last."""
        *text, last = self._blocks(self._document.blocks)
        return "".join(text), last

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(following, Signature | AnnexNote):
                self._kept = _last_text(block)
            yield self._block(block, following)

    def _block(self, block: Block, following: Block | None) -> str:
        """`following` matters to a title (题注 closes up to it) and to a signature (附注 stays with it)."""
        match block:
            case Section():
                written = self._section(block)
            case Paragraph() | Point():
                written = self._text(block)
            case Table():
                written = self._table(block)
            case Image():
                written = self._image(block)
            case Title():
                written = self._title(block, noted=isinstance(following, Headnote | Speaker))
            case Signature():
                written = self._signature(block, noted=isinstance(following, Note))
            case Headnote() | Speaker() | Addressee() | Note():
                written = self._line(block)
            case _:
                written = self._formal(block, following)
        return written

    def _formal(self, block: Letterhead | AnnexNote | Annex | Imprint, following: Block | None) -> str:
        match block:
            case Letterhead():
                return letterhead(block, self._profile)
            case AnnexNote():
                return annex_note(block, self._profile, keep_next=isinstance(following, Signature))
            case Annex():
                return annex_head(block, self._profile) + "".join(self._blocks(block.blocks))
            case Imprint():
                return imprint(block, self._profile)

    def _line(self, block: Headnote | Speaker | Addressee | Note) -> str:
        style, kind = {
            Headnote: (names.HEADNOTE, self._profile.题注),
            Speaker: (names.HEADNOTE, self._profile.题注),
            Addressee: (names.ADDRESSEE, self._profile.主送机关),
            Note: (names.NOTE, self._profile.附注),
        }[type(block)]
        inlines = bracketed(block.inlines) if isinstance(block, Note) else block.inlines
        return paragraph(style, text_runs(inlines, bold=takes_bold(kind)))

    def _title(self, title: Title, *, noted: bool) -> str:
        kind = self._profile.标题
        room = self._profile.版心.宽.points / advance(kind, self._profile)
        lines = title_lines(title.inlines, self._profile.标题断行, room)
        return paragraph(names.TITLE_WITH_NOTE if noted else names.TITLE, run("\n".join(lines)))

    def _section(self, section: Section) -> str:
        if section.heading is None:
            return self._bookmarked(section.id, "".join(self._blocks(section.blocks)))
        first = run_in_paragraph(section)
        if first is None:
            return self._own_line(section, section.heading) + "".join(self._blocks(section.blocks))
        rest = section.blocks[1:]
        if rest and isinstance(rest[0], Signature | AnnexNote):
            self._kept = first
        return self._run_in(section, first) + "".join(self._blocks(rest))

    def _own_line(self, section: Section, heading: Heading) -> str:
        level = heading_level(section)
        bold = takes_bold(self._profile.层次标题[level - 1])
        content = text_runs((Text(section.number), *heading.inlines), bold=bold)
        return paragraph(names.heading_style(level), self._bookmarked(section.id, content))

    def _run_in(self, section: Section, first: Paragraph) -> str:
        """Heading and text in one paragraph, which keeps an outline level, so that navigation still finds it.

        Word could hide the heading's own paragraph mark instead, but LibreOffice would show two paragraphs.
        """
        level = heading_level(section)
        heading = run(run_in_heading_text(section), style=names.run_in_heading(level))
        content = self._bookmarked(section.id, heading) + self._bookmarked(first.id, text_runs(first.inlines))
        return paragraph(names.run_in_style(level), content, keep_next=first is self._kept)

    def _text(self, block: Paragraph | Point) -> str:
        inlines = (Text(block.number), *block.inlines) if isinstance(block, Point) else block.inlines
        content = self._bookmarked(block.id, text_runs(inlines))
        return paragraph(names.BODY, content, keep_next=block is self._kept)

    def _table(self, table: Table) -> str:
        bold = takes_bold(self._profile.表.题)
        title = paragraph(names.TABLE_TITLE, text_runs(table.title, bold=bold)) if plain(table.title) else ""
        # Two tables in a row would grow together in Word, and a body may not end with one.
        after = paragraph(names.TABLE_AFTER, "")
        return self._bookmarked(table.id, title + table_grid(table, self._profile)) + after

    def _image(self, image: Image) -> str:
        picture = drawing(image, self._profile.图, self._media, next(self._numbers))
        content = paragraph(names.PICTURE, self._bookmarked(image.id, picture))
        bold = takes_bold(self._profile.图.题)
        title = paragraph(names.PICTURE_TITLE, text_runs(image.title, bold=bold)) if plain(image.title) else ""
        return content + title

    def _signature(self, signature: Signature, *, noted: bool) -> str:
        lines = signature_lines(signature, self._profile)
        return "".join(_signature_line(line, keep_next=noted or line is not lines[-1]) for line in lines)

    def _bookmarked(self, name: str, content: str) -> str:
        if not (name and self._marking):
            return content
        number = next(self._numbers)
        return f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _signature_line(line: SignatureLine, *, keep_next: bool) -> str:
    indent = element("ind", left=round(line.left * 20) or None, right=round(line.right * 20) or None)
    properties = indent if line.left or line.right else ""
    return paragraph(line.style, run(line.text), keep_next=keep_next, properties=properties)


def _last_text(block: Block) -> Block | None:
    """The text that a signature after this block must share a page with (7.3.5.5 forbids a page without any)."""
    while isinstance(block, Section) and block.blocks:
        block = block.blocks[-1]
    return block if isinstance(block, Paragraph | Point) else None
