"""The text of a Word paragraph as the reader sees it: insertions taken, deletions and hidden text left out, fields as
their results, breaks and tabs as characters, boxes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.packages import Node
from generator.records import dataclass

_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "Fallback", "instrText"})
_SIMPLE = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SOFT_HYPHEN = "\u00ad"
_PRIVATE = range(0xE000, 0xF900)
_MADE = frozenset({"fldSimple", "AlternateContent", "oMath", "oMathPara", "ruby"})
"""What Word makes or keeps twice, and formulas: their text isn't to be changed as text."""
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `run` is the element that holds it, `node` the one with the very characters.

    `is_made`: it isn't typed there, but the result of a field, of a formula, or of data kept elsewhere.
    """

    text: str
    run: Node
    node: Node
    is_made: bool = False


@dataclass(slots=True)
class Paragraph:
    """What a `w:p` holds. `boxes` are text boxes that hang on it, `notes` the ids of footnotes and endnotes."""

    node: Node
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def is_on(node: Node | None) -> bool:
    """Whether a switch such as `w:b` is there and not turned off."""
    return node is not None and node.attributes.get("val", "1").lower() not in _OFF


@dataclass(slots=True)
class Reader:
    """Reads paragraphs in their order. Fields may reach over several; `_fields` holds, for each that is open, whether
    its result has begun."""

    _fields: list[bool] = field(default_factory=list)
    _made: int = 0

    @property
    def is_in_field(self) -> bool:
        """Whether a field that has begun goes on."""
        return bool(self._fields)

    def paragraph(self, node: Node) -> Paragraph:
        found = Paragraph(node)
        self._within(node, node, found)
        return found

    def _within(self, node: Node, run: Node, found: Paragraph) -> None:
        for each in node:
            name = each.name
            if name in _LEFT_OUT or (name == "r" and is_on(each.first("rPr", "vanish"))):
                continue
            if name in ("drawing", "pict", "object"):
                found.boxes += _boxes(each)
            elif name == "fldChar":
                self._field(each)
            elif name in ("footnoteReference", "endnoteReference"):
                found.notes.append((name.removesuffix("Reference"), each.attributes.get("id", "")))
            elif not (text := _text_of(each)):
                inner = each.first("Choice") if name == "AlternateContent" else None
                made = name in _MADE or each.first("sdtPr", "dataBinding") is not None
                self._made += made
                self._within(inner or each, each if name == "r" else run, found)
                self._made -= made
            elif all(self._fields):
                found.pieces.append(Piece(text, run, each, is_made=bool(self._fields) or self._made > 0))

    def _field(self, node: Node) -> None:
        match node.attributes.get("fldCharType"):
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()


def _text_of(node: Node) -> str:
    if node.name == "t":
        text = node.text.replace(_SOFT_HYPHEN, "")
        return text if node.attributes.get("space") == "preserve" else text.strip(" \t\r\n")
    if node.name == "br":
        return "" if node.attributes.get("type") in ("page", "column") else "\n"
    if node.name == "sym":
        return _symbol(node.attributes.get("char", ""))
    return _SIMPLE.get(node.name, "")


def _symbol(code: str) -> str:
    """The character of a symbol; what only a symbol font knows is a blank square."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "□" if value in _PRIVATE or not 0 < value < 0x110000 else chr(value)  # noqa: PLR2004 - the end of Unicode


def _boxes(node: Node) -> Iterator[Node]:
    """The text boxes within a drawing, not those within other boxes; of a box that is kept twice the newer form."""
    for each in node:
        if each.name == "txbxContent":
            yield each
        elif each.name == "AlternateContent":
            yield from _boxes(each.first("Choice") or each)
        else:
            yield from _boxes(each)


def paragraphs_within(node: Node) -> Iterator[Node]:
    """The paragraphs and tables of a body, a cell or a box, content controls opened."""
    for each in node:
        if each.name in ("p", "tbl"):
            yield each
        elif each.name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from paragraphs_within(each)
        elif each.name == "AlternateContent":
            yield from paragraphs_within(each.first("Choice") or each)
