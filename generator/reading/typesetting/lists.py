"""Numbers that Word's lists make: how they indent a paragraph, and what they look like."""

from __future__ import annotations

from dataclasses import field

from generator.packages import Node
from generator.patterns import compile_later
from generator.reading.typesetting.measures import whole
from generator.reading.typesetting.parts import named
from generator.reading.typesetting.properties import Properties, of_paragraph
from generator.records import dataclass

_SLOT = compile_later(r"%\d")
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting")
_NONE = ("bullet", "none")


@dataclass(slots=True)
class Lists:
    """The numbering part of a file, or none."""

    root: Node | None
    _levels: dict[tuple[str, int], Node | None] = field(default_factory=dict)

    def indents(self, found: Properties) -> Properties:
        """The indents that the list of these properties brings; none without a list."""
        level = self._level(found)
        brought = of_paragraph(level.first("pPr")) if level is not None else {}
        return {key: value for key, value in brought.items() if key.startswith("ind:")}

    def number(self, found: Properties) -> str:
        """What stands before the text: the shape of the number with 一 or 1 for its figure, empty without a list."""
        level = self._level(found)
        if level is None or level.value("numFmt") in _NONE:
            return ""
        figure = "一" if level.value("numFmt") in _CHINESE else "1"
        return _SLOT.sub(figure, level.value("lvlText") or "")

    def _level(self, found: Properties) -> Node | None:
        key = (str(found.get("list", "")), int(found.get("list:level", 0)))
        if self.root is None or key[0] in ("", "0"):
            return None
        if key not in self._levels:
            self._levels[key] = _looked_up(self.root, *key)
        return self._levels[key]


def _looked_up(root: Node, number: str, level: int) -> Node | None:
    one = next((each for each in named(root, "num") if each.attributes.get("numId", "") == number), None)
    wanted = one.value("abstractNumId") if one is not None else None
    shape = next(
        (each for each in named(root, "abstractNum") if each.attributes.get("abstractNumId", "") == wanted),
        None,
    )
    own = [each.first("lvl") for each in named(one, "lvlOverride")] if one is not None else []
    levels = [each for each in own if each is not None] + (list(named(shape, "lvl")) if shape is not None else [])
    return next((each for each in levels if whole(each.attributes.get("ilvl", "")) == level), None)
