"""Writing a document as a Word file (Office Open XML)."""

from __future__ import annotations

from generator.writing.docx.images import ImageError
from generator.writing.docx.writer import write_docx

__all__ = ["ImageError", "write_docx"]
