"""What hangs on a paragraph: text boxes and notes. Paragraphs are numbered with them, so that a number means the same
paragraph as in a `Manuscript`; they aren't looked at."""

from __future__ import annotations

from generator.packages import Node
from generator.reading.pieces import Reader, paragraphs_within
from generator.reading.typesetting.parts import Parts

_HANGING = ("drawing", "pict", "object", "footnoteReference", "endnoteReference")


class Beside:
    """Counts; every note once, where it is referred to first."""

    def __init__(self, parts: Parts) -> None:
        self._notes = {
            (kind, note.attributes.get("id", "")): note
            for kind in ("footnote", "endnote")
            for note in parts.kind(f"{kind}s") or ()
            if note.attributes.get("type", "normal") == "normal"
        }

    def texts(self, paragraph: Node) -> int:
        """How many paragraphs with text hang on this one, a table as one."""
        if not any(node.name in _HANGING for node in paragraph.walk()):
            return 0
        found = Reader().paragraph(paragraph)
        notes = [note for key in found.notes if (note := self._notes.pop(key, None)) is not None]
        return sum(map(self._within, (*found.boxes, *notes)))

    def _within(self, container: Node) -> int:
        count = 0
        for node in paragraphs_within(container):
            if node.name == "p":
                count += bool(Reader().paragraph(node).text.strip()) + self.texts(node)
            else:
                count += any(Reader().paragraph(one).text.strip() for one in node.walk() if one.name == "p")
        return count
