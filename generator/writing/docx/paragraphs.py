"""One paragraph of the body."""

from __future__ import annotations


def paragraph(style: str, content: str = "", *, keep_next: bool = False, properties: str = "") -> str:
    """A paragraph in a style; `properties` are those a style cannot carry, XML in the order of the schema."""
    kept = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{properties}</w:pPr>{content}</w:p>'
