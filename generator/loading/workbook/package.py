"""The parts of an .xlsx around its sheets: which sheets there are, the formats of numbers, comments, links, macros."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from generator.loading.workbook.archive import Archive
from generator.loading.workbook.formats import NumberFormat, format_of
from generator.loading.workbook.markup import MOST_ELEMENTS, Attributes, Budget, Handler, stream, too_many
from generator.loading.workbook.refusals import damaged, too_large
from generator.loading.workbook.scan import Position, position

MOST_SHEETS = 300
_MOST_REMEMBERED = 1 << 16
"""Bytes of styles that are kept with their formats."""


@dataclass(frozen=True)
class SheetPart:
    """A sheet of the workbook and where its XML is. `state` is empty, hidden or veryHidden."""

    name: str
    path: str
    state: str = ""


@dataclass
class Comment:
    """A comment in a cell."""

    author: str = ""
    text: str = ""


@dataclass
class Workbook:
    """What the parts around the sheets say."""

    sheets: list[SheetPart] = field(default_factory=list)
    date1904: bool = False
    formats: list[NumberFormat] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Link:
    kind: str
    target: str


def read_workbook_part(archive: Archive, budget: Budget) -> Workbook:
    """The sheets in order and the formats. Raises `RefusedError`."""
    links = _relations(archive, "", budget)
    main = next((link.target for link in links.values() if link.kind == "officeDocument"), "xl/workbook.xml")
    if main not in archive:
        raise damaged("（里面没有工作簿）")
    book = Workbook()
    targets = _relations(archive, main, budget)

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            key = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            link = targets.get(key)
            if link is not None and link.kind == "worksheet":
                book.sheets.append(SheetPart(attributes.get("name", ""), link.target, attributes.get("state", "")))
        elif name == "workbookPr":
            book.date1904 = attributes.get("date1904", "0") in ("1", "true")

    stream(archive.part(main), Handler(start), budget)
    if len(book.sheets) > MOST_SHEETS:
        raise too_large(f"有 {len(book.sheets)} 张表")
    book.formats = _formats(archive, targets, budget)
    book.links = [_outside(archive, link.target, budget) for link in targets.values() if link.kind == "externalLink"]
    return book


def has_macros(archive: Archive) -> bool:
    return any(name.endswith("vbaproject.bin") for name in archive.entries)


def comments_of(archive: Archive, sheet: str, budget: Budget) -> dict[Position, Comment]:
    """The comments of a sheet, by cell."""
    found: dict[Position, Comment] = {}
    for link in _relations(archive, sheet, budget).values():
        if link.kind == "comments":
            _read_comments(archive.part(link.target), found, budget)
    return found


def _read_comments(xml: bytes, found: dict[Position, Comment], budget: Budget) -> None:
    authors: list[str] = []
    where: list[str] = []
    current = Comment()

    def start(name: str, attributes: Attributes) -> None:
        nonlocal current
        where.append(name)
        if name == "author":
            authors.append("")
        elif name == "comment":
            number = attributes.get("authorId", "")
            known = number.isdecimal() and int(number) < len(authors)
            current = found[position(attributes.get("ref", "A1"))] = Comment(authors[int(number)] if known else "")

    def text(characters: str) -> None:
        if where and where[-1] == "author":
            authors[-1] += characters
        elif where and where[-1] == "t" and "rPh" not in where:
            current.text += characters

    def end(_name: str) -> None:
        where.pop()

    stream(xml, Handler(start, end, text), budget)


def _formats(archive: Archive, targets: dict[str, _Link], budget: Budget) -> list[NumberFormat]:
    """The number format of every cell style, by index."""
    xml = archive.part(next((link.target for link in targets.values() if link.kind == "styles"), ""))
    if len(xml) > _MOST_REMEMBERED:
        return _formats_in(xml, budget)
    formats, elements = _remembered_formats(xml)
    budget.left -= elements
    if budget.left < 0:
        raise too_many()
    return list(formats)


@lru_cache(maxsize=32)
def _remembered_formats(xml: bytes) -> tuple[tuple[NumberFormat, ...], int]:
    """Forms of one office share their styles. With the number of elements that were looked at."""
    budget = Budget()
    return tuple(_formats_in(xml, budget)), MOST_ELEMENTS - budget.left


def _formats_in(xml: bytes, budget: Budget) -> list[NumberFormat]:
    codes: dict[int, str] = {}
    used: list[int] = []
    inside = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            codes[_id(attributes)] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            used.append(_id(attributes))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    stream(xml, Handler(start, end), budget)
    return [format_of(number, codes) for number in used]


def _id(attributes: Attributes) -> int:
    text = attributes.get("numFmtId", "0")
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0


def _outside(archive: Archive, part: str, budget: Budget) -> str:
    """The name of the file that an external link leads to; never its whole path."""
    targets = [link.target for link in _relations(archive, part, budget).values()]
    return re.split(r"[/\\]", unquote(targets[0]))[-1][:60] if targets else "另一个文件"


def _relations(archive: Archive, part: str, budget: Budget) -> dict[str, _Link]:
    """The relations of a part, by id; targets inside the archive as paths from its root."""
    folder, name = posixpath.split(part)
    found: dict[str, _Link] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            found[attributes.get("Id", "")] = _Link(attributes.get("Type", "").rpartition("/")[2], target)

    stream(archive.part(posixpath.join(folder, "_rels", f"{name}.rels")), Handler(start), budget)
    return found
