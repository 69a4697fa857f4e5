"""The few pieces of XML that every part of a Word file is made of."""

from __future__ import annotations

from typing import Final

from generator.patterns import compile_later

_CONTROLS = (set(range(0x20)) - {0x09, 0x0A}) | set(range(0x7F, 0x85)) | set(range(0x86, 0xA0))
_NOT_XML = _CONTROLS | set(range(0xD800, 0xE000)) | {0xFFFE, 0xFFFF}
# Composing refuses characters that XML forbids; should one arrive all the same, the file must still open.
_ESCAPES: Final[dict[int, str | None]] = dict.fromkeys(_NOT_XML) | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org/"
W = f'xmlns:w="{_OFFICE}wordprocessingml/2006/main"'
R = f'xmlns:r="{_OFFICE}officeDocument/2006/relationships"'
WP = f'xmlns:wp="{_OFFICE}drawingml/2006/wordprocessingDrawing"'
A_URI = f"{_OFFICE}drawingml/2006/main"
A = f'xmlns:a="{A_URI}"'
PIC_URI = f"{_OFFICE}drawingml/2006/picture"
PIC = f'xmlns:pic="{PIC_URI}"'
RELATIONSHIPS = f"{_OFFICE}package/2006/relationships"
CONTENT_TYPES = f"{_OFFICE}package/2006/content-types"
OFFICE_RELATION = f"{_OFFICE}officeDocument/2006/relationships"


_ESCAPED = compile_later('[&<>"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]')


def escaped(text: str) -> str:
    """Text fit for element content and for attribute values in double quotes."""
    # Nearly all text has nothing to escape, and looking costs a tenth of translating.
    return text.translate(_ESCAPES) if _ESCAPED.search(text) else text


def element(name: str, /, **attributes: str | float | None) -> str:
    """An empty `w:` element; attributes that are None are left out. A trailing `_` of a name is dropped."""
    written = "".join(
        f' w:{key.rstrip("_")}="{escaped(str(value))}"' for key, value in attributes.items() if value is not None
    )
    return f"<w:{name}{written}/>"
