"""Findings as comments in a copy of a Word file: at the very words, by the author fazhi, without any clock.

The text is spliced, never rewritten: what the file holds besides stays byte for byte, comments of others included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from generator.diagnostics import Diagnostic
from generator.document.spots import Spot, Spots
from generator.packages import Node, Package, open_package, parsed, repacked
from generator.presenting.splicing import Splices, insides
from generator.presenting.words import where

AUTHOR = "fazhi"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARED = re.compile(rb"""xmlns:?(\w*)\s*=\s*["'](http://[^"']*/wordprocessingml/(?:2006/)?main)["']""")
_MOST = 500
_MOST_TEXT = 2000


class NoCommentsError(Exception):
    """The file is built in a way that leaves no place for comments."""


def with_comments(raw: bytes, spots: Spots, found: Iterable[Diagnostic]) -> bytes:
    """The copy. Raises `NoCommentsError` and `generator.packages.PackageError`."""
    package = open_package(raw)
    text = package.part(spots.part)
    declared = _DECLARED.search(text)
    if declared is None or not any(spots.of.values()) or not _is_utf8(text):
        raise NoCommentsError
    prefix = declared[1].decode() + ":" if declared[1] else ""
    book = _Comments(package, spots.part, prefix, declared[2].decode())
    splices = Splices(text, prefix)
    anchors = sorted(number for number, of in spots.of.items() if of)
    for diagnostic in list(found)[:_MOST]:
        wanted = diagnostic.place.paragraph or anchors[0]
        near = max((number for number in anchors if number <= wanted), default=anchors[0])
        begin, end = _stretch(spots.of[near], diagnostic.place.text if near == wanted else None)
        number = book.add(diagnostic)
        splices.put(spots.of[near], begin, f'<{prefix}commentRangeStart {prefix}id="{number}"/>', order=(1, number))
        splices.put(spots.of[near], end, book.reference(number), order=(0, number))
    return _packed(package, {spots.part: splices.text(), **book.parts()})


def _is_utf8(text: bytes) -> bool:
    head = text[:200].lower()
    return not head.startswith((b"\xff\xfe", b"\xfe\xff")) and (b"encoding=" not in head or b"utf-8" in head)


def _stretch(spots: Sequence[Spot], words: str | None) -> tuple[int, int]:
    """Where the words stand in a paragraph; all of its text when they aren't there as such."""
    text = "".join(spot.text for spot in spots)
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    at = where(text, words or "")
    return (at, at + len(words or "")) if at >= 0 else (begin, end)


class _Comments:
    """The comments part, the one that is there or a new one."""

    def __init__(self, package: Package, main: str, prefix: str, space: str) -> None:
        self._package, self._prefix, self._space = package, prefix, space
        folder, _, name = main.rpartition("/")
        self._relations = f"{folder}/_rels/{name}.rels"
        target = _target(package.tree(self._relations), "comments")
        self._there = target is not None
        self._part = (
            f"{folder}/{target or 'comments.xml'}" if not (target or "").startswith("/") else (target or "")[1:]
        )
        if not self._there and self._part in package:
            raise NoCommentsError
        before = package.tree(self._part) if self._there else None
        ids = [int(each) for node in before or () if (each := node.attributes.get("id", "")).isdecimal()]
        self._next = max(ids, default=-1) + 1
        styles = _target(package.tree(self._relations), "styles")
        looks = package.tree(f"{folder}/{styles}") if styles and not styles.startswith("/") else None
        self._reference_look = self._look("rStyle", looks, "annotation reference")
        self._text_look = self._look("pStyle", looks, "annotation text")
        self._made: list[str] = []

    def _look(self, element: str, styles: Node | None, name: str) -> str:
        """The properties that name one of Word's own styles for comments, where the file has it."""
        p = self._prefix
        ids = [style.attributes.get("styleId") for style in styles or () if (style.value("name") or "").lower() == name]
        holder = "rPr" if element == "rStyle" else "pPr"
        value = escape(ids[0] or "", {'"': "&quot;"}) if ids else ""
        return f'<{p}{holder}><{p}{element} {p}val="{value}"/></{p}{holder}>' if value else ""

    def add(self, diagnostic: Diagnostic) -> int:
        """Keep what is said of a finding; the number of its comment."""
        p, number = self._prefix, self._next
        self._next += 1
        inner = "".join(
            f"<{p}p>{self._text_look}"
            + (f"<{p}r>{self._reference_look}<{p}annotationRef/></{p}r>" if place == 0 else "")
            + f'<{p}r><{p}t xml:space="preserve">{escape(line)}</{p}t></{p}r></{p}p>'
            for place, line in enumerate(_words(diagnostic))
        )
        self._made.append(
            f'<{p}comment {p}id="{number}" {p}author="{AUTHOR}" {p}initials="{AUTHOR}">{inner}</{p}comment>'
        )
        return number

    def reference(self, number: int) -> str:
        p = self._prefix
        end = f'<{p}commentRangeEnd {p}id="{number}"/>'
        return f'{end}<{p}r>{self._reference_look}<{p}commentReference {p}id="{number}"/></{p}r>'

    def parts(self) -> dict[str, bytes]:
        """The parts that the comments need, as they are to be."""
        made = "".join(self._made)
        p = self._prefix
        if self._there:
            return {self._part: _put_in(self._package.part(self._part), made, p)}
        declared = f'xmlns:{p[:-1]}="{self._space}"' if p else f'xmlns="{self._space}"'
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        new = f"{head}<{p}comments {declared}>{made}</{p}comments>".encode()
        return {
            self._part: new,
            self._relations: self._with_relation(),
            "[Content_Types].xml": self._with_type(),
        }

    def _with_relation(self) -> bytes:
        tree = self._package.tree(self._relations)
        used = {node.attributes.get("Id") for node in tree or ()}
        name = next(f"rIdFazhi{n}" for n in range(1, len(used) + 2) if f"rIdFazhi{n}" not in used)
        kind = _STRICT_RELATION if "purl.oclc.org" in self._space else _RELATION
        target = self._part.rpartition("/")[2]
        return _put_in(
            self._package.part(self._relations), f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        )

    def _with_type(self) -> bytes:
        types = self._package.part("[Content_Types].xml")
        return _put_in(types, f'<Override PartName="/{self._part}" ContentType="{_TYPE}"/>')


def _target(relations: Node | None, kind: str) -> str | None:
    return next(
        (
            node.attributes.get("Target")
            for node in relations or ()
            if node.attributes.get("Type", "").endswith(f"/{kind}") and node.attributes.get("TargetMode") != "External"
        ),
        None,
    )


def _put_in(part: bytes, element: str, prefix: str = "") -> bytes:
    """An element put in as the last within the root, whose prefix it must share."""
    found = insides(part)
    if found is None or found[2] != prefix or not _is_utf8(part):
        raise NoCommentsError
    return found[0] + element.encode() + found[1]


def _words(diagnostic: Diagnostic) -> list[str]:
    lines = [f"【{diagnostic.severity.label} {diagnostic.code}】{diagnostic.message}"]
    if diagnostic.remedy:
        lines.append(f"办法：{diagnostic.remedy}")
    if diagnostic.source:
        lines.append(f"依据：{diagnostic.source}（{diagnostic.strength}）")
    return ["".join(c if c.isprintable() else " " for c in line[:_MOST_TEXT]) for line in lines]


def _packed(package: Package, changed: dict[str, bytes]) -> bytes:
    """The archive with these parts, each of which must be sound XML."""
    for content in changed.values():
        parsed(content, package)
    return repacked(package, changed)
