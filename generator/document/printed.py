"""The words that are printed with a heading or a note, whatever the file is."""

from __future__ import annotations

from generator.document.blocks import Inlines, Paragraph, Section, Text, plain

_DEEPEST = 4
_ENDINGS = "。！？：；…"


def heading_level(section: Section) -> int:
    """The level its heading is set in: deeper sections look like the fourth level."""
    return min(max(section.level, 1), _DEEPEST)


def run_in_paragraph(section: Section) -> Paragraph | None:
    """The paragraph that shares its line with the heading; a heading that finds none stands alone."""
    first = section.blocks[0] if section.blocks else None
    runs_in = section.heading is not None and section.heading.run_in
    return first if runs_in and isinstance(first, Paragraph) else None


def run_in_heading_text(section: Section) -> str:
    """Number and heading, ended like a sentence."""
    heading = plain(section.heading.inlines) if section.heading else ""
    return section.number + heading + ("" if heading.endswith(tuple(_ENDINGS)) else "。")


def bracketed(inlines: Inlines) -> Inlines:
    """附注 stands in brackets (GB/T 9704—2012 7.3.6), whether or not its text brings them."""
    return inlines if plain(inlines).startswith("（") else (Text("（"), *inlines, Text("）"))
