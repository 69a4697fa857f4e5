"""Word files taken apart again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


def parts(content: bytes) -> dict[str, bytes]:
    """Every part of the package by its name; the checksums are checked."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(content: bytes, part: str = "word/document.xml") -> ET.Element:
    """One part, parsed."""
    return ET.fromstring(parts(content)[part])  # noqa: S314 - written by this project just now


def value(element: ET.Element, path: str, attribute: str = "val") -> str | None:
    """The attribute of the element at a path below."""
    found = element.find(path, NAMES)
    return None if found is None else found.get(f"{{{NAMES['w']}}}{attribute}")


def words(element: ET.Element) -> str:
    """The text of an element, line ends included."""
    pieces = (
        "\n" if node.tag == f"{{{NAMES['w']}}}br" else node.text or ""
        for node in element.iter()
        if node.tag in (f"{{{NAMES['w']}}}t", f"{{{NAMES['w']}}}br")
    )
    return "".join(pieces)


def paragraphs(content: bytes) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph of the body, tables included."""
    for found in xml(content).iterfind(".//w:p", NAMES):
        yield value(found, "w:pPr/w:pStyle") or "", words(found)


def normalised(part: bytes) -> str:
    """A part of XML with its attributes sorted and an element a line, to be compared and read."""
    root = ET.fromstring(part)  # noqa: S314 - as above
    for element in root.iter():
        ordered = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(ordered)
    for prefix, uri in NAMES.items():
        ET.register_namespace(prefix, uri)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode") + "\n"
