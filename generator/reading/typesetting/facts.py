"""How a .docx is set, as Word resolves it: `Typeset`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from generator.document.typeset import Run, Setting, Typeset
from generator.document.typeset_roles import roles_of
from generator.packages import Node, Package, PackageError, open_package
from generator.reading.typesetting.measures import whole
from generator.reading.typesetting.parts import Parts
from generator.reading.typesetting.sheets import sheets_of
from generator.reading.typesetting.styles import Looks, Styles, alignment, indent, spacing, styles_of
from generator.reading.typesetting.walking import breaks_page, ends_page, is_drawn, runs, text_of
from generator.reading.word_tables import is_column
from generator.records import dataclass

_CONTAINERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
_LOOKS = {0x20: "firstRow", 0x40: "lastRow", 0x80: "firstColumn", 0x100: "lastColumn"}
_MARKS = "公文发文机关标志"
_CONDITIONS = {"firstColumn": "firstCol", "lastColumn": "lastCol"}


def read_typeset(raw: bytes, file: str) -> Typeset:
    """How a .docx is set; `file` is its name in places. Raises `PackageError` when it can't be taken."""
    return typeset_of(open_package(raw), file)


def typeset_of(package: Package, file: str) -> Typeset:
    """How the Word file of a package is set. Raises `PackageError`."""
    parts = Parts(package)
    body = parts.document.first("body") if parts.document is not None else None
    if body is None:
        raise PackageError("坏", "（没有正文）")
    walk = _Walk(styles_of(parts))
    walk.blocks(body)
    last = body.first("sectPr")
    sections = [*walk.sections, last if last is not None or not walk.sections else walk.sections[-1]]
    settings = tuple(walk.settings)
    return Typeset(file, sheets_of(parts, sections, walk.styles), settings, roles_of(settings))


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where in a table a paragraph stands."""

    look: Looks
    row: int


@dataclass(slots=True)
class _Walk:
    """Goes through the body and notes every paragraph, and the sections that end in one."""

    styles: Styles
    settings: list[Setting] = field(default_factory=list)
    sections: list[Node | None] = field(default_factory=list)
    count: int = 0

    def blocks(self, node: Node, cell: _Cell | None = None) -> None:
        for child in node:
            if child.name == "p":
                self._paragraph(child, cell)
            elif child.name == "tbl":
                self._table(child)
            elif child.name in _CONTAINERS:
                self.blocks(child, cell)

    def _table(self, table: Node) -> None:
        properties = table.first("tblPr")
        style = properties.value("tblStyle") if properties is not None else None
        shown = _shown(properties)
        before, begun = self.count, len(self.settings)
        rows = list(_inner(table, "tr"))
        for number, row in enumerate(rows, start=1):
            cells = list(_inner(row, "tc"))
            for place, cell in enumerate(cells, start=1):
                where = {
                    "lastRow": number == len(rows),
                    "firstColumn": place == 1,
                    "lastColumn": place == len(cells),
                    "firstRow": number == 1,
                }
                conditions = [_CONDITIONS.get(name, name) for name, true in where.items() if true and name in shown]
                self.blocks(cell, _Cell(self.styles.in_table(style, conditions), number))
        is_frame = sum(len(list(_inner(row, "tc"))) for row in rows) == 1 or is_column(table)
        self._count_as_one(before, begun, is_frame=is_frame)

    def _count_as_one(self, before: int, begun: int, *, is_frame: bool) -> None:
        """A table counts as one paragraph, unless it is there only to place what it holds."""
        inside = self.settings[begun:]
        if is_frame:
            self.settings[begun:] = [replace(one, row=0) for one in inside]
        if self.count == before or is_frame or all(one.style.startswith(_MARKS) for one in inside):
            return
        self.count = before + 1
        self.settings[begun:] = [replace(one, number=self.count) for one in inside]

    def _paragraph(self, node: Node, cell: _Cell | None) -> None:
        properties = node.first("pPr")
        style = self.styles.known(properties.value("pStyle") if properties is not None else None, "paragraph")
        look = cell.look if cell is not None else None
        found = self.styles.paragraph(properties, style, look)
        mark = properties.first("rPr") if properties is not None else None
        pieces = list(runs(node))
        written = "".join(text_of(piece) for piece in pieces)
        number = self.styles.lists.number(found) if written.strip() else ""
        self.count += bool(written.strip())
        self.settings.append(
            Setting(
                number=self.count,
                text=number + written,
                runs=tuple(self._runs(pieces, style, look, number)),
                mark=self.styles.seen(self.styles.letters(mark, style, look)),
                alignment=alignment(found),
                indent=indent(found),
                spacing=spacing(found),
                style=self.styles.name(style),
                outline=found.get("outline"),
                section=len(self.sections),
                row=cell.row if cell is not None else 0,
                framed="frame" in found,
                drawn=any(is_drawn(piece) for piece in pieces),
                red=bool(found.get("border") or found.get("fill")),
                on_grid=found.get("snapToGrid", True),
                breaks_before=bool(found.get("pageBreakBefore")) or breaks_page(node),
                breaks_after=ends_page(node),
                contextual=bool(found.get("contextualSpacing")),
                keep_next=bool(found.get("keepNext")),
                keep_lines=bool(found.get("keepLines")),
            )
        )
        section = properties.first("sectPr") if properties is not None else None
        if section is not None:
            self.sections.append(section)

    def _runs(self, pieces: list[Node], style: str, look: Looks | None, number: str) -> Iterator[Run]:
        """The runs that show text. The number of a list looks like the text behind it."""
        for piece in pieces:
            text = text_of(piece)
            found = self.styles.letters(piece.first("rPr"), style, look)
            if text and not found.get("vanish") and not found.get("raised"):
                yield Run(number + text, self.styles.seen(found), hinted=found.get("hint") == "eastAsia")
                number = ""


def _inner(node: Node, name: str) -> Iterator[Node]:
    """Rows or cells, also those inside content controls."""
    for child in node:
        if child.name == name:
            yield child
        elif child.name in _CONTAINERS:
            yield from _inner(child, name)


def _shown(properties: Node | None) -> set[str]:
    """Which parts of a table its style may set apart."""
    look = properties.first("tblLook") if properties is not None else None
    if look is None:
        return set()
    named = {name for name in _LOOKS.values() if look.attributes.get(name, "") in ("1", "true", "on")}
    if any(name in look.attributes for name in _LOOKS.values()):
        return named
    try:
        bits = int(look.attributes.get("val", "") or "0", 16)
    except ValueError:
        bits = whole(look.attributes.get("val", "")) or 0
    return {name for bit, name in _LOOKS.items() if bits & bit}
