"""How a .docx is set, as Word resolves it: `Typeset`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from generator.document.typeset import Boxed, Run, Setting, Typeset
from generator.document.typeset_drawn import Drawing, Rule
from generator.document.typeset_roles import role_in_box, roles_of
from generator.packages import Node, Package, PackageError, open_package
from generator.reading.typesetting.parts import Parts
from generator.reading.typesetting.places import frame_of, with_widths
from generator.reading.typesetting.properties import Properties
from generator.reading.typesetting.shapes import drawings_of
from generator.reading.typesetting.sheets import head_of, sheets_of
from generator.reading.typesetting.styles import Looks, Styles, alignment, indent, spacing, styles_of
from generator.reading.typesetting.tables import CONTAINERS, inner, rules_of, shown
from generator.reading.typesetting.walking import breaks_page, chosen, ends_page, paragraphs_of, runs, text_of
from generator.reading.word_tables import is_column
from generator.records import dataclass

_CHANGES = ("ins", "del", "moveFrom", "moveTo")
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
    walk.head(head_of(parts, sections))
    sheets = sheets_of(parts, sections, walk.styles)
    settings = tuple(with_widths(one, sheets[one.section]) for one in walk.settings)
    roles = roles_of(settings)
    boxed = tuple(replace(one, role=role_in_box(one, roles)) for one in walk.boxed)
    return Typeset(file, sheets, settings, roles, boxed)


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where in a table a paragraph stands."""

    look: Looks
    row: int


_HEAD = Drawing("框")


@dataclass(slots=True)
class _Walk:
    """Goes through the body and notes every paragraph, and the sections that end in one."""

    styles: Styles
    settings: list[Setting] = field(default_factory=list)
    sections: list[Node | None] = field(default_factory=list)
    boxed: list[Boxed] = field(default_factory=list)
    count: int = 0

    def blocks(self, node: Node, cell: _Cell | None = None) -> None:
        for child in node:
            if child.name == "p":
                self._paragraph(child, cell)
            elif child.name == "tbl":
                self._table(child)
            elif child.name in CONTAINERS:
                self.blocks(child, cell)
            elif child.name == "AlternateContent":
                self.blocks(chosen(child), cell)

    def _table(self, table: Node) -> None:
        properties = table.first("tblPr")
        style = properties.value("tblStyle") if properties is not None else None
        apart = shown(properties)
        before, begun = self.count, len(self.settings)
        rows = [list(inner(row, "tc")) for row in inner(table, "tr")]
        rules = rules_of(table, rows, self.styles.borders(style))
        for number, cells in enumerate(rows, start=1):
            first = len(self.settings)
            for place, cell in enumerate(cells, start=1):
                where = {
                    "lastRow": number == len(rows),
                    "firstColumn": place == 1,
                    "lastColumn": place == len(cells),
                    "firstRow": number == 1,
                }
                conditions = [_CONDITIONS.get(name, name) for name, true in where.items() if true and name in apart]
                self.blocks(cell, _Cell(self.styles.in_table(style, conditions), number))
            if self.settings[first:] and rules[number - 1]:
                one = self.settings[first]
                self.settings[first] = replace(one, rules=rules[number - 1] + one.rules)
        is_frame = sum(map(len, rows)) == 1 or is_column(table)
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
        pieces = list(runs(node))
        self.count += any(text_of(piece).strip() for piece in pieces)
        host = len(self.settings)
        self.settings.append(self._setting(node, pieces, cell))
        for drawing, boxes in (each for piece in pieces for each in drawings_of(piece)):
            one = self.settings[host]
            self.settings[host] = replace(one, drawings=(*one.drawings, drawing))
            for box in boxes:
                self._box(box, host, drawing)
        section = node.first("pPr", "sectPr")
        if section is not None:
            self.sections.append(section)

    def head(self, root: Node | None) -> None:
        """What stands in the head of the first page."""
        if root is not None:
            self._box(root, -1, _HEAD)

    def _box(self, box: Node, host: int, drawing: Drawing) -> None:
        """The paragraphs of a text box, those of its tables and of boxes in it as well, beside the lines of text."""
        for node in paragraphs_of(box):
            pieces = list(runs(node))
            drawn = tuple(each for piece in pieces for each, _ in drawings_of(piece))
            one = replace(self._setting(node, pieces, None), drawings=drawn)
            if one.text.strip() or one.rules or drawn:
                self.boxed.append(Boxed(one, host, drawing))

    def _setting(self, node: Node, pieces: list[Node], cell: _Cell | None) -> Setting:
        properties = node.first("pPr")
        style = self.styles.known(properties.value("pStyle") if properties is not None else None, "paragraph")
        look = cell.look if cell is not None else None
        found = self.styles.paragraph(properties, style, look)
        mark = properties.first("rPr") if properties is not None else None
        written = "".join(text_of(piece) for piece in pieces)
        number = self.styles.lists.number(found) if written.strip() else ""
        return Setting(
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
            celled=cell is not None,
            frame=frame_of(found),
            rules=_rules(found, written),
            on_grid=found.get("snapToGrid", True),
            sets_figures_off=found.get("autoSpaceDN", True),
            breaks_before=bool(found.get("pageBreakBefore")) or breaks_page(node),
            breaks_after=ends_page(node),
            contextual=bool(found.get("contextualSpacing")),
            keep_next=bool(found.get("keepNext")),
            keep_lines=bool(found.get("keepLines")),
            tracked=any(child.name in _CHANGES for child in node),
        )

    def _runs(self, pieces: list[Node], style: str, look: Looks | None, number: str) -> Iterator[Run]:
        """The runs that show text. The number of a list looks like the text behind it."""
        for piece in pieces:
            text = text_of(piece)
            found = self.styles.letters(piece.first("rPr"), style, look)
            if text and not found.get("vanish") and not found.get("raised"):
                yield Run(number + text, self.styles.seen(found), hinted=found.get("hint") == "eastAsia")
                number = ""


def _rules(found: Properties, written: str) -> tuple[Rule, ...]:
    """Its borders above and below; an empty paragraph that is filled shows a rule as thick as its line."""
    rules: tuple[Rule, ...] = found.get("rules", ())
    fill = found.get("fill", "")
    if fill and not written.strip():
        line = spacing(found)
        return (*rules, Rule(fill, thick=line.line / 20 if line.rule == "exact" else 0.0))
    return rules
