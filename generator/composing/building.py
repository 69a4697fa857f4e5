"""Elements of the vocabulary into blocks of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, cast

from generator.composing.markup import Element, Fault, MarkupFault
from generator.document.blocks import (
    Addressee,
    Annex,
    Block,
    Cell,
    Figure,
    Heading,
    Headnote,
    Image,
    Imprint,
    Inline,
    Inlines,
    Letterhead,
    Note,
    Ordinal,
    Origin,
    Paragraph,
    Point,
    Section,
    Signature,
    Speaker,
    Table,
    Text,
    Title,
    Typed,
    WordBreak,
    walk,
)
from generator.document.tables import UnevenTableError, laid_out
from generator.patterns import compile_later

_LAYOUT_SPACE = compile_later(r"[ \t]*\n\s*")


def build_blocks(root: Element, folder: Path) -> tuple[Block, ...]:
    """The blocks of `<report>`. Raises `MarkupFault` with all faults of attributes and of empty structures.

    Pictures must lie in `folder`, that of the input: a template may not show other files.
    """
    faults: list[Fault] = []
    blocks = _blocks(root.children, faults)
    inside = folder.resolve()
    faults += [
        Fault(block.origin.template, f"图片“{block.file.name}”不在输入文件所在的文件夹里")
        for block in walk(blocks)
        if isinstance(block, Image) and not block.file.resolve().is_relative_to(inside)
    ]
    if faults:
        raise MarkupFault(faults)
    return blocks


def _blocks(children: Iterable[Element | str], faults: list[Fault]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    signing: list[Element] = []
    for child in children:
        if isinstance(child, str):
            continue
        if child.tag in ("sign", "date"):
            signing.append(child)
            continue
        if signing:
            blocks.append(_signature(signing))
            signing = []
        if child.tag != "h":
            blocks.append(_BUILDERS[child.tag](child, faults))
    if signing:
        blocks.append(_signature(signing))
    return tuple(blocks)


def _origin(element: Element) -> Origin:
    return Origin(element.attributes.get("at", ""), element.stamp)


def _id(element: Element) -> str:
    return element.attributes.get("id", "")


def _section(element: Element, faults: list[Fault]) -> Section:
    head = element.elements("h")
    if len(head) > 1:
        faults.append(Fault(head[1].stamp, "一个 <section> 只能有一个 <h>"))
    return Section(
        heading=_heading(head[0]) if head else None,
        blocks=_blocks(element.children, faults),
        id=_id(element),
        items=tuple(element.attributes.get("items", "").split()),
        tasks=tuple(element.attributes.get("tasks", "").split()),
        origin=_origin(element),
    )


def _heading(element: Element) -> Heading:
    return Heading(_inlines(element), element.attributes.get("run-in") == "1", _origin(element))


def _table(element: Element, faults: list[Fault]) -> Table:
    titles = element.elements("h")
    rows = [[_cell(cell) for cell in row.elements("th", "td")] for row in element.elements("tr")]
    if not rows or not rows[0] or not _is_even(rows):
        faults.append(Fault(element.stamp, "<table> 各行的格数应当相同（合并的格算在内），且至少一行一格"))
    heads = next((n for n, row in enumerate(rows) if not all(cell.head for cell in row)), len(rows))
    return Table(
        title=_inlines(titles[0]) if titles else (),
        head=tuple(tuple(row) for row in rows[:heads]),
        rows=tuple(tuple(row) for row in rows[heads:]),
        id=_id(element),
        origin=_origin(element),
    )


def _cell(element: Element) -> Cell:
    align = element.attributes.get("align", "中" if element.tag == "th" else "左")
    return Cell(
        _inlines(element),
        element.tag == "th",
        cast("Literal['左', '中', '右']", align),
        across=_span(element, "colspan"),
        down=_span(element, "rowspan"),
    )


def _span(element: Element, name: str) -> int:
    """Faulty values have been reported where the markup is read."""
    return int(element.attributes.get(name, "1"))


def _is_even(rows: list[list[Cell]]) -> bool:
    try:
        laid_out(rows)
    except UnevenTableError:
        return False
    return True


def _image(element: Element, _faults: list[Fault]) -> Image:
    titles = element.elements("h")
    width = element.attributes.get("width", "")
    return Image(
        file=Path(element.attributes["file"]),
        title=_inlines(titles[0]) if titles else (),
        width=float(width) if width else None,
        id=_id(element),
        origin=_origin(element),
    )


def _letterhead(element: Element, faults: list[Fault]) -> Letterhead:
    marks = _words(element, "organ")
    if not marks:
        faults.append(Fault(element.stamp, "<letterhead> 里至少要有一个 <organ>"))
    return Letterhead(
        marks=marks,
        suffix=element.attributes.get("suffix", ""),
        number=element.attributes.get("number", "").strip(),
        signers=_words(element, "signer"),
        origin=_origin(element),
    )


def _annex(element: Element, faults: list[Fault]) -> Annex:
    """Its number is set by the pass that also lists the annexes behind the text."""
    titles = element.elements("h")
    if len(titles) != 1:
        faults.append(Fault(element.stamp, "<annex> 要有一个 <h>，写附件名称"))
    return Annex(
        title=_inlines(titles[0]) if titles else (),
        blocks=_blocks(element.children, faults),
        origin=_origin(element),
    )


def _imprint(element: Element, faults: list[Fault]) -> Imprint:
    copies = _words(element, "organ")
    issuer, day = (element.attributes.get(name, "").strip() for name in ("issuer", "date"))
    if not (copies or issuer or day):
        faults.append(Fault(element.stamp, "<copies> 里没有抄送机关，也没有印发机关和日期"))
    return Imprint(copies, issuer, day, element.attributes.get("duplex") == "1", _origin(element))


def _words(element: Element, tag: str) -> tuple[str, ...]:
    """The texts of the children of one kind that say something."""
    texts = (_text_of(child).strip() for child in element.elements(tag))
    return tuple(text for text in texts if text)


def _signature(elements: list[Element]) -> Signature:
    signs = [element for element in elements if element.tag == "sign"]
    dates = ["".join(c for c in e.children if isinstance(c, str)) for e in elements if e.tag == "date"]
    return Signature(
        organs=tuple(_inlines(sign) for sign in signs),
        day="".join(dates).strip(),
        sealed=any(sign.attributes.get("sealed") == "1" for sign in signs),
        origin=_origin(elements[0]),
    )


_BUILDERS: dict[str, Callable[[Element, list[Fault]], Block]] = {
    "letterhead": _letterhead,
    "title": lambda e, _: Title(_inlines(e), _origin(e)),
    "headnote": lambda e, _: Headnote(_inlines(e), _origin(e)),
    "speaker": lambda e, _: Speaker(_inlines(e), _origin(e)),
    "to": lambda e, _: Addressee(_inlines(e), _origin(e)),
    "p": lambda e, _: Paragraph(_inlines(e), _id(e), _origin(e)),
    "point": lambda e, _: Point(_inlines(e), _id(e), origin=_origin(e)),
    "note": lambda e, _: Note(_inlines(e), _origin(e)),
    "section": _section,
    "table": _table,
    "image": _image,
    "annex": _annex,
    "copies": _imprint,
}


def _inlines(element: Element) -> Inlines:
    """The inlines of an element, its template's indentation trimmed at both ends and neighbouring texts joined."""
    parts: list[Inline] = []
    _gather(parts, element, typed=None, bold=False)
    return tuple(_trimmed(_joined(parts)))


def _gather(parts: list[Inline], element: Element, typed: Typed | None, *, bold: bool) -> None:
    for child in element.children:
        if isinstance(child, str):
            text = child if typed or "\n" not in child else _LAYOUT_SPACE.sub("", child)
            if text:
                parts.append(Text(text, typed, bold))
            if typed:
                typed = Typed(typed.path, typed.offset + len(child))
        else:
            _gather_inline(parts, child, typed, bold=bold)
            if typed and child.tag == "b":
                typed = Typed(typed.path, typed.offset + len(_text_of(child)))


def _gather_inline(parts: list[Inline], element: Element, typed: Typed | None, *, bold: bool) -> None:
    attributes = element.attributes
    match element.tag:
        case "s":
            _gather(parts, element, Typed(attributes["at"], int(attributes.get("o", "0"))), bold=bold)
        case "b":
            _gather(parts, element, typed, bold=True)
        case "v":
            text = "".join(child for child in element.children if isinstance(child, str))
            role = cast("Literal['印', '含', '略']", attributes.get("as", "印"))
            parts.append(Figure(attributes["ref"], text, role, attributes.get("by", "")))
        case "wbr":
            parts.append(WordBreak())
        case "point":
            parts.append(Ordinal())
            _gather(parts, element, typed, bold=bold)


def _text_of(element: Element) -> str:
    return "".join(child if isinstance(child, str) else _text_of(child) for child in element.children)


def _joined(parts: list[Inline]) -> list[Inline]:
    joined: list[Inline] = []
    for part in parts:
        last = joined[-1] if joined else None
        if (
            isinstance(part, Text)
            and isinstance(last, Text)
            and not (part.typed or last.typed)
            and part.bold == last.bold
        ):
            joined[-1] = Text(last.text + part.text, None, part.bold)
        else:
            joined.append(part)
    return joined


def _trimmed(parts: list[Inline]) -> list[Inline]:
    if parts and isinstance(parts[0], Text) and not parts[0].typed:
        parts[0] = Text(parts[0].text.lstrip(), None, parts[0].bold)
    if parts and isinstance(parts[-1], Text) and not parts[-1].typed:
        parts[-1] = Text(parts[-1].text.rstrip(), None, parts[-1].bold)
    return [part for part in parts if not (isinstance(part, Text) and not part.text)]
