"""A Word file (.docx) as raw lines: paragraphs and tables in their order, what hangs on them, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from generator.diagnostics import Place
from generator.document.flattening import excerpt
from generator.document.spots import Spot, Spots
from generator.packages import Node, Package, PackageError, open_package
from generator.reading.columns import with_tables
from generator.reading.lists import Lists
from generator.reading.pieces import Paragraph, Piece, Reader, paragraphs_within
from generator.reading.raw import Origin, Raw, RawReport
from generator.reading.refusals import SAVE_AS, RefusedError, of_package, too_large
from generator.reading.word_styles import Look, Styles
from generator.reading.word_tables import cells_within, is_frame, rows_of, rows_within, typed_within
from generator.records import dataclass

MOST_TEXT = 1_500_000
_OFFICE = "officedocument"
_OWN = ("格式", "输入")
_RUN_IN_STYLE = "接排标题"


def read_word(raw: bytes, file: str) -> RawReport:
    """The raw lines of a Word file. Raises `RefusedError`."""
    return _read(raw, file)[0]


def spots_of(raw: bytes) -> Spots:
    """Where the text of a Word file's paragraphs stands, numbered as in `read_word`. Raises `RefusedError`."""
    return _read(raw, "")[1]


def _read(raw: bytes, file: str) -> tuple[RawReport, Spots]:
    try:
        package = open_package(raw)
        main = main_part(package)
        root = package.tree(main)
        body = root.first("body") if root is not None else None
        if body is None:
            raise RefusedError("LOAD201", "这个文件不是 Word 文档，只是起了它的名字", SAVE_AS)
        parts = _Parts(package, main)
        word = _Word(file, Styles(parts.tree("styles")), Lists(parts.tree("numbering")), _notes_of(parts))
        word.take(body)
        for kind in ("header", "footer"):
            for part in parts.trees(kind):
                word.take_margin(part)
        return RawReport(tuple(with_tables(word.lines)), own=_is_own(package)), Spots(main, word.spots, word.cells)
    except PackageError as error:
        raise of_package(error) from None


def main_part(package: Package) -> str:
    """The name of the part that holds the text. Raises `RefusedError` for packages of other kinds."""
    relations = package.tree("_rels/.rels")
    targets = [
        node.attributes.get("Target", "").lstrip("/")
        for node in relations or ()
        if node.attributes.get("Type", "").lower().endswith(f"/{_OFFICE}")
    ]
    name = targets[0] if targets else "word/document.xml"
    if name.startswith("xl/"):
        raise RefusedError("LOAD201", "这是 Excel 表格，不是成稿", "检查填好的表格，文件名应以 .xlsx 结尾")
    if name.startswith("ppt/"):
        raise RefusedError("LOAD201", "这是 PPT 文件，不是成稿", "请给出报告的 Word 文档（.docx）")
    if "mimetype" in package and "content.xml" in package:
        raise RefusedError("LOAD201", "这是 OpenDocument 文档（.odt），不能直接读", SAVE_AS)
    if name not in package:
        raise RefusedError("LOAD201", "这是压缩包或者别的文件，不是 Word 文档", "把里面的文档解压出来，再交给程序")
    return name


class _Parts:
    """The parts that the text is related to, by the last word of the relation."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        folder, _, name = main.rpartition("/")
        self._targets: dict[str, list[str]] = {}
        for node in package.tree(f"{folder}/_rels/{name}.rels") or ():
            target = node.attributes.get("Target", "")
            if node.attributes.get("TargetMode") != "External":
                kind = node.attributes.get("Type", "").rpartition("/")[2]
                full = target if target.startswith("/") else f"{folder}/{target}"
                self._targets.setdefault(kind, []).append(full)

    def tree(self, kind: str) -> Node | None:
        return next(self.trees(kind), None)

    def trees(self, kind: str) -> Iterator[Node]:
        for name in self._targets.get(kind, ()):
            tree = self._package.tree(name)
            if tree is not None:
                yield tree


def _notes_of(parts: _Parts) -> dict[tuple[str, str], Node]:
    """Footnotes and endnotes by kind and id, without the lines that separate them."""
    return {
        (kind, note.attributes.get("id", "")): note
        for kind in ("footnote", "endnote")
        for note in parts.tree(f"{kind}s") or ()
        if note.attributes.get("type", "normal") == "normal"
    }


def _is_own(package: Package) -> bool:
    custom = package.tree("docProps/custom.xml")
    names = {node.attributes.get("name") for node in custom or ()}
    return all(name in names for name in _OWN)


@dataclass(slots=True)
class _Word:
    """Goes through the text. `_kept` is what a paragraph whose mark was deleted leaves to the next one; `_beside`
    counts the boxes and notes that are open, in which Word knows no comments."""

    file: str
    styles: Styles
    lists: Lists
    notes: dict[tuple[str, str], Node]
    lines: list[Raw] = field(default_factory=list)
    reader: Reader = field(default_factory=Reader)
    spots: dict[int, tuple[Spot, ...]] = field(default_factory=dict)
    cells: dict[int, tuple[tuple[Spot, ...], ...]] = field(default_factory=dict)
    _beside: int = 0
    _kept: list[Paragraph] = field(default_factory=list)
    _blank: bool = False
    _count: int = 0
    _size: int = 0

    def take(self, container: Node) -> None:
        for node in paragraphs_within(container):
            if node.name == "p":
                self._paragraph(node)
            elif is_frame(node, self.styles):
                for cell in (each for row in rows_within(node) for each in cells_within(row)):
                    self.take(cell)
            else:
                self._table(node)

    def take_margin(self, root: Node) -> None:
        """A header or footer: its text, once."""
        for node in root.walk():
            if node.name == "p":
                text = self.reader.paragraph(node).text.strip()
                known = any(line.origin == "页眉页脚" and line.text == text for line in self.lines)
                if text and not known:
                    self.lines.append(Raw(text, Place(self.file, text=excerpt(text)), origin="页眉页脚"))

    def _paragraph(self, node: Node, origin: Origin = "正文") -> None:
        found = self.reader.paragraph(node)
        mark = node.first("pPr", "rPr")
        if mark is not None and (mark.first("del") is not None or mark.first("moveFrom") is not None):
            self._kept.append(found)
            self._count += bool(found.text.strip())
            return
        all_of_it = Paragraph(node)
        for each in (*self._kept, found):
            all_of_it.pieces += each.pieces
            all_of_it.boxes += each.boxes
            all_of_it.notes += each.notes
        self._kept = []
        look = self.styles.of_paragraph(node)
        text = all_of_it.text
        number = self.lists.number(look.list_id, look.list_level) if look.list_id and text.strip() else ""
        if text.strip():
            self._add(text, number, look, self._run_in(all_of_it, look), origin)
            if not self._beside:
                self.spots[self._count] = tuple(map(_spot, all_of_it.pieces))
        self._blank = not text.strip()
        self._beside += 1
        for box in all_of_it.boxes:
            self.take(box)
        for key in all_of_it.notes:
            self._note(key)
        self._beside -= 1

    def _note(self, key: tuple[str, str]) -> None:
        note = self.notes.pop(key, None)
        for node in paragraphs_within(note) if note is not None else ():
            if node.name == "p":
                self._paragraph(node, "脚注")

    def _add(self, text: str, number: str, look: Look, run_in: int, origin: Origin) -> None:
        self._size += len(text)
        if self._size > MOST_TEXT:
            raise too_large(f"文字超过 {MOST_TEXT // 10_000} 万字")
        place = self._place(number + text.strip())
        raw = Raw(text, place, number, look.name, look.outline, run_in, look.centred, origin=origin)
        self.lines.append(raw if not self._blank else _behind_blank(raw))

    def _place(self, text: str) -> Place:
        """Boxes and notes have the number of the paragraph they hang on."""
        self._count += not self._beside
        return Place(self.file, paragraph=max(self._count, 1), text=excerpt(text))

    def _run_in(self, found: Paragraph, look: Look) -> int:
        """How much of the beginning is set apart from what follows, 0 for nothing or for all of it."""
        length, first = 0, None
        for piece in found.pieces:
            own = self.styles.of_run(piece.run, look)
            kind = (own.name if own.name.endswith(_RUN_IN_STYLE) else "", own.bold, own.font)
            if not piece.text.strip():
                length += len(piece.text)
                continue
            if first is None:
                first = kind
            elif kind != first:
                return length if first[0] or first[1] or kind[1] is first[1] else 0
            length += len(piece.text)
        return 0

    def _table(self, node: Node) -> None:
        in_field = self.reader.is_in_field
        rows = rows_of(node, self.reader)
        texts = [cell.text for row in rows for cell in row if cell.text]
        self._size += sum(map(len, texts))
        if self._size > MOST_TEXT:
            raise too_large(f"文字超过 {MOST_TEXT // 10_000} 万字")
        self._blank = False
        if texts:
            self.lines.append(Raw("", self._place(texts[0]), rows=rows))
            if not self._beside:
                self.spots[self._count] = _first_spots(node)
                if not in_field:
                    reader = Reader()
                    found = (reader.paragraph(each).pieces for each in typed_within(node))
                    self.cells[self._count] = tuple(tuple(map(_spot, pieces)) for pieces in found if pieces)


def _first_spots(table: Node) -> tuple[Spot, ...]:
    """Those of the first paragraph of a table that holds text."""
    read = (Reader().paragraph(node) for node in table.walk() if node.name == "p")
    first = next((found for found in read if found.text.strip()), None)
    return tuple(map(_spot, first.pieces)) if first is not None else ()


def _spot(piece: Piece) -> Spot:
    look = piece.run.first("rPr")
    span = (look.start, look.end) if look is not None else (0, 0)
    return Spot(piece.text, piece.node.start, piece.node.end, (piece.run.start, piece.run.end), span, piece.is_made)


def _behind_blank(raw: Raw) -> Raw:
    return replace(raw, after_blank=True)
