"""From a document to the bytes of a Word file. Same document, same profile: same bytes."""

from __future__ import annotations

from generator.document.blocks import Document
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
    base = base_package(style, example=meta.example)
    media = Media(first_relation=len(base.related) + 1)
    body = BodyWriter(document, style, media).written()
    content = f"{DECLARATION}<w:document {W} {R}><w:body>{body}{base.section}</w:body></w:document>"
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


def _relations(base: Base, media: Media) -> bytes:
    pictures = [("image", target) for target in media.targets()]
    return relations(tuple((f"{OFFICE_RELATION}/{kind}", target) for kind, target in (*base.related, *pictures)))
