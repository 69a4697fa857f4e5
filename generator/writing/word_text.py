"""Changing characters of a Word file where they stand; every other byte of its text stays, and every other part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from generator.document.respelling import Respelling
from generator.document.spots import Spot
from generator.packages import Package, parsed, repacked

_ELEMENT = re.compile(rb"""<(?:\w+:)?t(?=[\s>])[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_CHARACTER = re.compile(rb"&[^;<]+;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_ODD = (b"<!", b"<?", b"\xc2\xad")
"""What text may hold that isn't its characters one by one: CDATA, comments, soft hyphens."""
_EDGE = (b" ", b"\t", b"\r", b"\n", b"\r\n")


def is_utf8(part: bytes) -> bool:
    """Whether a part of XML is written in UTF-8, as far as its head says."""
    head = part[:200].lower()
    return not head.startswith((b"\xff\xfe", b"\xfe\xff")) and (b"encoding=" not in head or b"utf-8" in head)


def characters_at(part: bytes, spot: Spot) -> list[int] | None:
    """Where each character of a spot's text begins in the part, and where the last ends; None when it can't be told."""
    opened = _ELEMENT.match(part, spot.start)
    closing = part.rfind(b"</", spot.start, spot.end)
    if spot.is_made or opened is None or closing < opened.end():
        return None
    content = part[opened.end() : closing]
    if any(odd in content for odd in _ODD):
        return None
    found = list(_CHARACTER.finditer(content))
    if b"preserve" not in opened[0]:
        while found and found[0][0] in _EDGE:
            found.pop(0)
        while found and found[-1][0] in _EDGE:
            found.pop()
    if not found or len(found) != len(spot.text):
        return None
    return [opened.end() + at for at in (*(each.start() for each in found), found[-1].end())]


def with_characters(part: bytes, edits: Iterable[tuple[Spot, Sequence[Respelling]]]) -> bytes:
    """The part with characters of spots changed. Raises `ValueError` for a spot whose characters can't be told."""
    changes: list[tuple[int, int, bytes]] = []
    for spot, respellings in edits:
        at = characters_at(part, spot)
        if at is None:
            raise ValueError(f"no characters one by one: {spot.text!r}")
        changes += [(at[edit.start], at[edit.end], escape(edit.text).encode()) for edit in respellings]
    pieces, position = [], 0
    for start, end, new in sorted(changes):
        pieces += [part[position:start], new]
        position = end
    return b"".join([*pieces, part[position:]])


def with_part(package: Package, name: str, content: bytes) -> bytes:
    """The package with another content of one part. Raises `PackageError` when that isn't sound XML."""
    parsed(content, package)
    return repacked(package, {name: content})


def is_signed(package: Package) -> bool:
    """Whether somebody signed the file electronically: a change would undo the signature."""
    return any(name.startswith("_xmlsignatures/") for name in package.entries)
