"""Marks of a typing tool that were pasted along with the text: `# 标题`, `**标题**`. With them headings aren't seen."""

from __future__ import annotations

from generator.document.manuscript import Line, Manuscript
from generator.patterns import compile_later

_MARKS = compile_later(r"^#{1,6} |\*\*[^*\s][^*\n]*\*\*")


def with_marks(manuscript: Manuscript) -> list[Line]:
    """The lines that still carry such marks."""
    return [line for line in manuscript.lines if _MARKS.search(line.text)]
