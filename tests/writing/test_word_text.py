"""Characters of a Word file's text changed in its bytes."""

from __future__ import annotations

import pytest

from generator.document.respelling import Respelling
from generator.document.spots import Spot
from generator.writing.word_text import characters_at, is_utf8, with_characters

TEXTS = {
    "plain": (b"<w:t>a\xe4\xb8\xad,b</w:t>", "a中,b", b"<w:t>a\xe4\xb8\xad;b</w:t>"),
    "entities": (b"<w:t>&amp;&#x4e2d;,&lt;</w:t>", "&中,<", b"<w:t>&amp;&#x4e2d;;&lt;</w:t>"),
    "blanks that count": (b'<w:t xml:space="preserve"> a,b </w:t>', " a,b ", b'<w:t xml:space="preserve"> a;b </w:t>'),
    "blanks that don't": (b"<w:t>\n ab,\n</w:t>", "ab,", b"<w:t>\n ab;\n</w:t>"),
    "no prefix": (b"<t>12,</t>", "12,", b"<t>12;</t>"),
    "beyond the plane": (b"<w:t>\xf0\xa0\xae\xb7,</w:t>", "\U00020bb7,", b"<w:t>\xf0\xa0\xae\xb7;</w:t>"),
}


def _spot(part: bytes, text: str, *, is_made: bool = False) -> Spot:
    return Spot(text, 0, len(part), (0, len(part)), (0, 0), is_made)


@pytest.mark.parametrize(("part", "text", "after"), TEXTS.values(), ids=TEXTS)
def test_one_character_changes(part: bytes, text: str, after: bytes) -> None:
    at = text.index(",")
    edit = Respelling(at, at + 1, ";")
    assert with_characters(part, [(_spot(part, text), [edit])]) == after


def test_what_is_written_is_escaped() -> None:
    part = b"<w:t>a</w:t>"
    assert with_characters(part, [(_spot(part, "a"), [Respelling(0, 1, "<&")])]) == b"<w:t>&lt;&amp;</w:t>"


ODD = {
    "CDATA": (b"<w:t><![CDATA[ab]]></w:t>", "ab"),
    "a comment": (b"<w:t>a<!-- x -->b</w:t>", "ab"),
    "soft hyphen": (b"<w:t>a\xc2\xadb</w:t>", "ab"),
    "another element": (b"<w:tab/>", "\t"),
    "a name that begins alike": (b"<w:tx>a</w:tx>", "a"),
    "nothing": (b"<w:t></w:t>", ""),
}


@pytest.mark.parametrize(("part", "text"), ODD.values(), ids=ODD)
def test_what_is_not_its_characters_one_by_one(part: bytes, text: str) -> None:
    assert characters_at(part, _spot(part, text)) is None
    with pytest.raises(ValueError, match="one by one"):
        with_characters(part, [(_spot(part, text), [Respelling(0, 1, "x")])])


def test_what_nobody_typed_there() -> None:
    assert characters_at(b"<w:t>a</w:t>", _spot(b"<w:t>a</w:t>", "a", is_made=True)) is None


def test_encodings() -> None:
    assert is_utf8(b'<?xml version="1.0" encoding="UTF-8"?><a/>')
    assert is_utf8(b"<a/>")
    assert not is_utf8(b'<?xml version="1.0" encoding="GBK"?><a/>')
    assert not is_utf8("<a/>".encode("utf-16"))
