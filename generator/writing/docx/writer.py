"""From a document to the bytes of a Word file. Same document, same profile: same bytes."""

from __future__ import annotations

from generator.document.blocks import Document, Imprint
from generator.models.style import StyleProfile
from generator.writing.docx import properties
from generator.writing.docx.archive import archive, packed
from generator.writing.docx.base import Base, base_package
from generator.writing.docx.body import BodyWriter
from generator.writing.docx.images import Media
from generator.writing.docx.parts import relations
from generator.writing.docx.xml import DECLARATION, OFFICE_RELATION, R, W


def write_docx(document: Document, style: StyleProfile) -> bytes:
    """The Word file of a composed and numbered document. Raises ImageError for a picture it cannot show."""
    meta = document.meta
    duplex = _is_duplex(document)
    base = base_package(style, example=meta.example, duplex=duplex)
    media = Media(first_relation=len(base.related) + 1)
    body = BodyWriter(document, style, media)
    written = _on_even_page(body, base) if duplex else body.written() + base.section
    content = f"{DECLARATION}<w:document {W} {R}><w:body>{written}</w:body></w:document>"
    return archive(
        (
            *base.head,
            packed("word/document.xml", content.encode()),
            packed("word/_rels/document.xml.rels", _relations(base, media)),
            *base.tail,
            *media.entries,
            packed("docProps/core.xml", properties.core_part(meta, style)),
            packed("docProps/app.xml", properties.app_part(meta)),
            packed("docProps/custom.xml", properties.custom_part(meta)),
        )
    )


def _is_duplex(document: Document) -> bool:
    """Whether an imprint stands after some text and is to be on an even page."""
    *before, last = document.blocks or (None,)
    if not before or not isinstance(last, Imprint):
        return False
    return last.duplex and any((*last.copies, last.issuer, last.day))


def _on_even_page(body: BodyWriter, base: Base) -> str:
    """The imprint in a section of its own that begins on the next even page.

    How many pages the text fills is known to the application only, so an imprint never shares a page with text here:
    a text that ends on an even page is followed by a blank one. The section ends in the last paragraph of the text,
    because one of its own could open a page.
    """
    text, imprint = body.divided()
    before, properties_end, after = text.rpartition("</w:pPr>")
    return f"{before}{base.section}{properties_end}{after}{imprint}{base.imprint_section}"


def _relations(base: Base, media: Media) -> bytes:
    pictures = [("image", target) for target in media.targets()]
    return relations(tuple((f"{OFFICE_RELATION}/{kind}", target) for kind, target in (*base.related, *pictures)))
