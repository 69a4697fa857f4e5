"""The same report as plain lists: what a script around another library would be given to write."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Line:
    """A paragraph: its style and its runs, each a text and a character style (or none)."""

    style: str
    runs: list[tuple[str, str]]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass
class Grid:
    """A table: its rows of cells."""

    rows: list[list[Line]]


def body_of(docx: bytes) -> str:
    """The main part of a Word file."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return package.read("word/document.xml").decode()


def blocks_of(docx: bytes) -> list[Line | Grid]:
    """The paragraphs and tables of a Word file, in order."""
    body = ET.fromstring(body_of(docx))[0]  # noqa: S314 - a file this program has just made
    blocks: list[Line | Grid] = []
    for node in body:
        if node.tag == f"{_W}p":
            blocks.append(_line(node))
        elif node.tag == f"{_W}tbl":
            rows = [[_line(cell) for cell in row.iter(f"{_W}p")] for row in node.iter(f"{_W}tr")]
            blocks.append(Grid(rows))
    return blocks


def _line(paragraph: ET.Element) -> Line:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    runs = []
    for run in paragraph.iter(f"{_W}r"):
        named = run.find(f"{_W}rPr/{_W}rStyle")
        text = "".join("\n" if piece.tag == f"{_W}br" else piece.text or "" for piece in run if piece.tag != f"{_W}rPr")
        runs.append((text, "" if named is None else named.get(f"{_W}val", "")))
    return Line("" if style is None else style.get(f"{_W}val", ""), runs)


def lines(blocks: list[Line | Grid]) -> Iterator[Line]:
    """All paragraphs, those in tables too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for line in row)


def words(docx: bytes) -> str:
    """All text of a Word file without any white space, to see that two contenders wrote the same report."""
    return re.sub(r"\s", "", "".join(line.text for line in lines(blocks_of(docx))))


def as_context(blocks: list[Line | Grid]) -> str:
    """The report as JSON for a template: every paragraph with its style, every table with its rows of texts."""
    return json.dumps({"blocks": [_plain(block) for block in blocks]}, ensure_ascii=False)


def _plain(block: Line | Grid) -> dict[str, object]:
    if isinstance(block, Line):
        return {"style": block.style, "text": block.text}
    head, *rows = [[cell.text for cell in row] for row in block.rows]
    return {"style": "table", "head": head, "rows": rows}
