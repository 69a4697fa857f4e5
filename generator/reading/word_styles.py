"""The styles of a Word file, so far as they say what a paragraph is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.packages import Node
from generator.reading.pieces import is_on
from generator.records import dataclass

_MOST_PARENTS = 12
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a paragraph says itself, or what comes out when all that it stands on has had its say."""

    name: str = ""
    outline: int = 0
    list_id: str = ""
    list_level: int = 0
    centred: bool = False
    bold: bool = False
    font: str = ""


class Styles:
    """The styles by id."""

    def __init__(self, root: Node | None) -> None:
        self._nodes = {node.attributes.get("styleId", ""): node for node in root or () if node.name == "style"}
        self._default = next(
            (
                key
                for key, node in self._nodes.items()
                if _is_default(node) and node.attributes.get("type") == "paragraph"
            ),
            "",
        )
        self._made: dict[str, Look] = {}

    def of_paragraph(self, node: Node) -> Look:
        """The look of a paragraph: its own properties over its style's."""
        properties = node.first("pPr")
        style = self.look((properties.value("pStyle") if properties else None) or self._default)
        return _over(style, properties, None) if properties is not None else style

    def of_run(self, node: Node, paragraph: Look) -> Look:
        """Name of the character style, bold and typeface of a run."""
        properties = node.first("rPr")
        style = self.look((properties.value("rStyle") if properties else None) or "")
        base = Look(style.name, bold=style.bold or paragraph.bold, font=style.font or paragraph.font)
        return _over(base, None, properties) if properties is not None else base

    def look(self, style: str) -> Look:
        """What a style comes to."""
        if style not in self._made:
            found = Look()
            for node in reversed(list(self._line(style))):
                name = node.value("name") or ""
                found = _named(_over(found, node.first("pPr"), node.first("rPr")), name)
            self._made[style] = found
        return self._made[style]

    def _line(self, style: str) -> Iterator[Node]:
        for _ in range(_MOST_PARENTS):
            node = self._nodes.get(style)
            if node is None:
                return
            yield node
            style = node.value("basedOn") or ""


def _is_default(node: Node) -> bool:
    return node.attributes.get("default", "0").lower() in ("1", "true", "on")


def _named(look: Look, name: str) -> Look:
    return Look(name, look.outline, look.list_id, look.list_level, look.centred, look.bold, look.font)


def _over(below: Look, paragraph: Node | None, run: Node | None) -> Look:
    outline, list_id, list_level, centred = below.outline, below.list_id, below.list_level, below.centred
    if paragraph is not None:
        level = paragraph.value("outlineLvl")
        if level is not None:
            outline = int(level) + 1 if level.isdecimal() and int(level) < _LEVELS else 0
        numbering = paragraph.first("numPr")
        if numbering is not None:
            list_id = numbering.value("numId") or list_id
            depth = numbering.value("ilvl") or str(list_level)
            list_level = int(depth) if depth.isdecimal() else 0
        if (side := paragraph.value("jc")) is not None:
            centred = side == "center"
    bold, font = below.bold, below.font
    if run is not None:
        bold = is_on(run.first("b")) if run.first("b") is not None else bold
        font = run.value("rFonts", key="eastAsia") or font
    return Look(below.name, outline, list_id, list_level, centred, bold, font)
