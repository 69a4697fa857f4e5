"""How Word resolves the look of a paragraph and of its letters: defaults, table style, paragraph style, character
style, and what stands at the text itself, each over the one before (ISO/IEC 29500-1 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from generator.document.typeset import Alignment, Font, Indent, Letters, LineRule, Spacing
from generator.packages import Node
from generator.reading.typesetting.lists import Lists
from generator.reading.typesetting.parts import Parts, named
from generator.reading.typesetting.properties import TOGGLES, Properties, of_letters, of_paragraph
from generator.reading.typesetting.theme import Theme, theme_of
from generator.records import dataclass

_DEFAULT_SIZE = 10.0  # 磅: what Word takes when nothing says otherwise
_AUTO_SPACE = 280  # 缇: what Word leaves for 自动 above and below
_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "center": "center",
    "right": "right",
    "both": "both",
    "distribute": "distribute",
}
_RULES: dict[str, LineRule] = {"auto": "auto", "exact": "exact", "atLeast": "atLeast"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The properties of one style or of the defaults."""

    paragraph: Properties
    letters: Properties


@dataclass(slots=True)
class Styles:
    """The styles of a file by their ids."""

    nodes: dict[str, Node]
    defaults: Looks
    usual: dict[str, str]
    theme: Theme
    lists: Lists
    _merged: dict[str, Looks] = field(default_factory=dict)
    _tables: dict[tuple[str, tuple[str, ...]], Looks] = field(default_factory=dict)

    def name(self, style: str) -> str:
        """What the user calls a style."""
        node = self.nodes.get(style)
        return (node.value("name") or "") if node is not None else ""

    def known(self, style: str | None, kind: str) -> str:
        """The style itself, or the usual one of its kind when it isn't given or isn't there."""
        node = self.nodes.get(style or "")
        return (
            style
            if style and node is not None and node.attributes.get("type", "") == kind
            else self.usual.get(kind, "")
        )

    def looks(self, style: str) -> Looks:
        """A style with all it is based on."""
        if style not in self._merged:
            paragraph: Properties = {}
            letters: Properties = {}
            for node in reversed(list(self._chain(style))):
                own = of_paragraph(node.first("pPr"))
                paragraph |= self.lists.indents(own) | own
                letters |= of_letters(node.first("rPr"))
            self._merged[style] = Looks(paragraph, letters)
        return self._merged[style]

    def borders(self, style: str | None) -> Node | None:
        """Those that a table style gives to the whole table."""
        chain = self._chain(self.known(style, "table"))
        return next((found for node in chain if (found := node.first("tblPr", "tblBorders")) is not None), None)

    def in_table(self, style: str | None, conditions: Iterable[str]) -> Looks:
        """What a table style says of a cell's text; `conditions` are the parts it belongs to (`firstRow`)."""
        key = (self.known(style, "table"), tuple(conditions))
        if key not in self._tables:
            self._tables[key] = self._in_table(*key)
        return self._tables[key]

    def _in_table(self, wanted: str, conditions: tuple[str, ...]) -> Looks:
        base = self.looks(wanted)
        paragraph, letters = dict(base.paragraph), dict(base.letters)
        parts = [part for node in reversed(list(self._chain(wanted))) for part in named(node, "tblStylePr")]
        for condition in conditions:
            for part in (each for each in parts if each.attributes.get("type", "") == condition):
                paragraph |= of_paragraph(part.first("pPr"))
                letters |= of_letters(part.first("rPr"))
        return Looks(paragraph, letters)

    def paragraph(self, node: Node | None, style: str, table: Looks | None) -> Properties:
        """A paragraph's properties, resolved."""
        own = of_paragraph(node)
        merged = dict(self.defaults.paragraph)
        if table is not None:
            merged |= table.paragraph
        return merged | self.looks(style).paragraph | self.lists.indents(own) | own

    def letters(self, node: Node | None, style: str, table: Looks | None) -> Properties:
        """The letters of a run (its `w:rPr`) in a paragraph of a style, resolved."""
        own = of_letters(node)
        run_style = self.known(node.value("rStyle") if node is not None else None, "character")
        levels = [self.looks(style).letters, self.looks(run_style).letters if run_style else {}]
        if table is not None:
            levels.insert(0, table.letters)
        merged = dict(self.defaults.letters)
        for level in levels:
            merged |= level
        for name in TOGGLES:
            turned = sum(bool(level.get(name)) for level in levels) % 2 == 1
            merged[name] = bool(self.defaults.letters.get(name)) or turned
        return merged | own

    def _chain(self, style: str) -> Iterator[Node]:
        """The style and what it is based on, each once."""
        seen: set[str] = set()
        while style in self.nodes and style not in seen:
            seen.add(style)
            yield self.nodes[style]
            style = self.nodes[style].value("basedOn") or ""

    def seen(self, found: Properties) -> Letters:
        """Resolved letters as facts."""
        western = found.get("ascii") or found.get("hAnsi")
        return Letters(
            self._font(found.get("eastAsia")),
            self._font(western),
            found.get("size", _DEFAULT_SIZE),
            bold=found.get("b", False),
            italic=found.get("i", False),
            underline=found.get("u", False),
            marked=found.get("marked", False),
            colour=found.get("colour", ""),
            spacing=found.get("gap", 0),
        )

    def _font(self, given: tuple[str, str] | None) -> Font:
        if given is None:
            return Font()
        source, name = given
        return self.theme.font(name) if source == "主题" else Font(name, "字体")


def alignment(found: Properties) -> Alignment:
    """How the lines stand."""
    return _ALIGNMENTS.get(found.get("jc", "left"), "left")


def indent(found: Properties) -> Indent:
    """Indents in twips, and in characters where they are given so."""
    return Indent(
        *(found.get(f"ind:{side}", 0) for side in ("left", "right", "first")),
        *(found.get(f"ind:{side}Chars", 0) / 100 for side in ("left", "right", "first")),
    )


def spacing(found: Properties) -> Spacing:
    """Line pitch and the room above and below; 自动 is what Word makes of it."""
    sides = {
        side: _AUTO_SPACE if found.get(f"space:{side}Autospacing") else found.get(f"space:{side}", 0)
        for side in ("before", "after")
    }
    rule = _RULES.get(found.get("space:rule", "auto"), "auto")
    lines = (found.get(f"space:{side}Lines", 0) / 100 for side in ("before", "after"))
    return Spacing(rule, found.get("space:line", 240), sides["before"], sides["after"], *lines)


def styles_of(parts: Parts) -> Styles:
    """The styles of a file; none of its own when it has no such part."""
    root = parts.kind("styles")
    nodes = {node.attributes.get("styleId", ""): node for node in named(root, "style")} if root is not None else {}
    usual = {
        node.attributes.get("type", ""): name
        for name, node in nodes.items()
        if node.attributes.get("default", "") in ("1", "true", "on")
    }
    defaults = root.first("docDefaults") if root is not None else None
    looks = Looks(
        of_paragraph(defaults.first("pPrDefault", "pPr") if defaults is not None else None),
        of_letters(defaults.first("rPrDefault", "rPr") if defaults is not None else None),
    )
    return Styles(nodes, looks, usual, theme_of(parts), Lists(parts.kind("numbering")))
