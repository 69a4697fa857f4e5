"""Tables: their rows and cells, which parts their style sets apart, and the rules (线) that their borders make."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.typeset_drawn import Rule
from generator.packages import Node
from generator.reading.typesetting.measures import twips, whole
from generator.reading.typesetting.parts import named
from generator.reading.typesetting.properties import border

CONTAINERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
_LOOKS = {0x20: "firstRow", 0x40: "lastRow", 0x80: "firstColumn", 0x100: "lastColumn"}


def inner(node: Node, name: str) -> Iterator[Node]:
    """Rows or cells, also those inside content controls."""
    for child in node:
        if child.name == name:
            yield child
        elif child.name in CONTAINERS:
            yield from inner(child, name)


def shown(properties: Node | None) -> set[str]:
    """Which parts of a table its style may set apart."""
    look = properties.first("tblLook") if properties is not None else None
    if look is None:
        return set()
    marked = {name for name in _LOOKS.values() if look.attributes.get(name, "") in ("1", "true", "on")}
    if any(name in look.attributes for name in _LOOKS.values()):
        return marked
    try:
        bits = int(look.attributes.get("val", "") or "0", 16)
    except ValueError:
        bits = whole(look.attributes.get("val", "")) or 0
    return {name for bit, name in _LOOKS.items() if bits & bit}


def rules_of(table: Node, rows: list[list[Node]], style: Node | None) -> list[tuple[Rule, ...]]:
    """For every row the rules that its borders make: the one below it, in the first row also the one above.

    `style` are the borders of the table's style, which those of the table and of its cells stand over.
    """
    own = table.first("tblPr", "tblBorders")
    columns = [twips(each.attributes.get("w", "")) or 0 for each in named(table.first("tblGrid") or table, "gridCol")]

    def of_table(side: str) -> Node | None:
        found = own.first(side) if own is not None else None
        return found or (style.first(side) if style is not None else None)

    made = []
    for number, cells in enumerate(rows):
        last = number + 1 == len(rows)
        below = _joined(cells, columns, "bottom", of_table("bottom" if last else "insideH"))
        if not below and not last:
            below = _joined(rows[number + 1], columns, "top", None)
        above = _joined(cells, columns, "top", of_table("top")) if number == 0 else ()
        made.append(above + below + _filled(cells, columns))
    return made


def _filled(cells: list[Node], columns: list[int]) -> tuple[Rule, ...]:
    """A row without text that is filled with one colour looks like a rule."""
    fills = {cell.value("tcPr", "shd", key="fill") or "auto" for cell in cells}
    colour = fills.pop() if len(fills) == 1 else "auto"
    if colour.lower() == "auto" or any(node.text.strip() for cell in cells for node in cell.walk() if node.name == "t"):
        return ()
    return (Rule(colour.upper(), sum(columns)),)


def _joined(cells: list[Node], columns: list[int], side: str, usual: Node | None) -> tuple[Rule, ...]:
    """One rule of the borders of neighbouring cells: the longest stretch of one colour."""
    best, running, column = Rule(), Rule(), 0
    for cell in cells:
        span = max(whole(cell.value("tcPr", "gridSpan")) or 1, 1)
        wide = _width(cell, columns[column : column + span])
        column += span
        own = cell.first("tcPr", "tcBorders")
        found = border((own.first(side) if own is not None else None) or usual)
        if found is None:
            running = Rule()
            continue
        goes_on = running.colour == found.colour and running.wide
        running = Rule(found.colour, (running.wide if goes_on else 0) + wide, found.thick)
        best = running if running.wide >= best.wide else best
    return (best,) if best.colour else ()


def _width(cell: Node, columns: list[int]) -> int:
    given = cell.first("tcPr", "tcW")
    if given is not None and given.attributes.get("type", "dxa") == "dxa":
        found = twips(given.attributes.get("w", ""))
        if found:
            return found
    return sum(columns)
