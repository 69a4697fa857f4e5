"""Page numbers (页码): the fields in the feet of pages, and where they stand, be it by indent, frame or text box."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.typeset import Folio, FolioPlace, Foot, Letters
from generator.packages import Node
from generator.patterns import compile_later
from generator.reading.typesetting.properties import Properties
from generator.reading.typesetting.styles import Styles, alignment, indent, spacing
from generator.reading.typesetting.walking import chosen, text_of

_PAGE = compile_later(r"^\s*PAGE\b", 2)
_BOX_PLACE = compile_later(r"mso-position-horizontal:\s*(left|center|right|inside|outside)")
_PLACES: dict[str, FolioPlace] = {
    "left": "left", "center": "center", "right": "right", "inside": "inside", "outside": "outside",
}  # fmt: skip
_FIGURE = "#"


def foot_of(root: Node | None, styles: Styles) -> Foot:
    """What a footer shows. The first page number counts."""
    if root is None:
        return Foot()
    shown, folio = False, None
    for paragraph, placed in _paragraphs(root, None):
        pieces = _pieces(paragraph)
        text = "".join(piece for piece, _ in pieces)
        shown = shown or bool(text.strip())
        if _FIGURE in text and folio is None:
            folio = _folio(paragraph, pieces, placed, styles)
    return Foot(folio, blank=not shown)


def _paragraphs(node: Node, placed: str | None) -> Iterator[tuple[Node, str | None]]:
    """The paragraphs of a footer with the place of the text box they are in; None outside of boxes."""
    for child in node:
        if child.name == "AlternateContent":
            yield from _paragraphs(chosen(child), placed)
            continue
        inside = _box_place(child, placed)
        if child.name == "p":
            yield child, placed
        yield from _paragraphs(child, inside)


def _box_place(node: Node, placed: str | None) -> str | None:
    if node.name == "anchor":
        side = node.first("positionH", "align")
        return side.text.strip() if side is not None else ""
    if node.name in ("shape", "rect", "roundrect"):
        found = _BOX_PLACE.search(node.attributes.get("style", ""))
        return found[1] if found else ""
    return placed


def _pieces(paragraph: Node) -> list[tuple[str, Node]]:
    """The text of a paragraph with # for the page number, each piece with its run."""
    pieces: list[tuple[str, Node]] = []
    instruction, depth, shows = "", 0, True
    for run, simple in _runs(paragraph, ""):
        if simple:
            pieces.append((_FIGURE if _PAGE.search(simple) else text_of(run), run))
            continue
        for node in run:
            kind = node.attributes.get("fldCharType", "") if node.name == "fldChar" else ""
            if kind == "begin":
                instruction, depth, shows = "", depth + 1, False
            elif node.name == "instrText":
                instruction += node.text
            elif kind == "end":
                depth, shows = max(depth - 1, 0), True
                pieces.append((_FIGURE if _PAGE.search(instruction) else "", run))
                instruction = ""
        if shows and depth == 0:
            pieces.append((text_of(run) + (_FIGURE if run.first("pgNum") is not None else ""), run))
    return pieces


def _runs(node: Node, simple: str) -> Iterator[tuple[Node, str]]:
    """Every run with the instruction of the simple field that it is the result of."""
    for child in node:
        if child.name == "r":
            yield child, simple
        elif child.name == "fldSimple":
            yield from _runs(child, child.attributes.get("instr", ""))
        elif child.name in ("hyperlink", "sdt", "sdtContent", "ins", "smartTag"):
            yield from _runs(child, simple)


def _folio(paragraph: Node, pieces: list[tuple[str, Node]], placed: str | None, styles: Styles) -> Folio:
    node = paragraph.first("pPr")
    style = styles.known(node.value("pStyle") if node is not None else None, "paragraph")
    found = styles.paragraph(node, style, None)
    run = next(run for piece, run in pieces if _FIGURE in piece)
    letters = styles.seen(styles.letters(run.first("rPr"), style, None))
    place = _place(found, placed)
    text = "".join(piece for piece, _ in pieces)
    line = spacing(found)
    framed = placed is not None or "frame" in found
    return Folio(
        text.strip(),
        letters,
        place,
        _room(found, text, place, letters, boxed=framed),
        line.line if line.rule == "exact" else 0,
        framed,
    )


def _place(found: Properties, placed: str | None) -> FolioPlace:
    """By the text box or frame when it says so, else by the paragraph."""
    if placed is not None:
        return _PLACES.get(placed, "")
    frame = found.get("frame")
    if frame is not None and frame.get("wrap") != "notBeside":
        return _PLACES.get(frame.get("xAlign", ""), "" if frame.get("x") else "left")
    side = alignment(found)
    return "left" if side in ("both", "distribute") else _PLACES[side]


def _room(found: Properties, text: str, place: FolioPlace, letters: Letters, *, boxed: bool) -> int:
    """From the edge of the type area to the number in twips, by indents or by blanks typed before or behind it."""
    character = letters.size * 20
    sides = indent(found)
    blank = text[: len(text) - len(text.lstrip())] if place == "left" else text[len(text.rstrip()) :]
    typed = sum(1.0 if sign == "\u3000" else 0.5 for sign in blank) * character
    if boxed:
        return round(typed)
    chars, length = (sides.left_chars, sides.left) if place == "left" else (sides.right_chars, sides.right)
    first = max(sides.first_in(character), 0) * character if place == "left" else 0
    return round((chars * character or length) + first + typed)
