"""The numbers that Word makes itself (`word/numbering.xml`), as text: 一、 （二） 3."""

from __future__ import annotations

from collections.abc import Callable

from generator.document.numbering import chinese
from generator.packages import Node
from generator.patterns import compile_later

_PLACE = compile_later("%([1-9])")
_LEVELS = 9
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_SMALL = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CIRCLED_ONE, _CIRCLED = 0x2460, 20
_LETTERS = 26
_MOST = 9999


class Lists:
    """Counts the paragraphs of every list, in the order in which they are asked for."""

    def __init__(self, root: Node | None) -> None:
        nodes = list(root or ())
        abstract = {node.attributes.get("abstractNumId", ""): node for node in nodes if node.name == "abstractNum"}
        self._kinds: dict[str, tuple[str, dict[int, Node]]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        for node in nodes:
            if node.name == "num":
                self._take(node, abstract)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def _take(self, node: Node, abstract: dict[str, Node]) -> None:
        number, kind = node.attributes.get("numId", ""), node.value("abstractNumId") or ""
        levels = {_int(level.attributes.get("ilvl")): level for level in abstract.get(kind, ()) if level.name == "lvl"}
        for change in (each for each in node if each.name == "lvlOverride"):
            level = _int(change.attributes.get("ilvl"))
            start = change.value("startOverride")
            if start is not None:
                self._starts[number, level] = _int(start, 1)
            own = change.first("lvl")
            if own is not None:
                levels[level] = own
        self._kinds[number] = (kind, levels)

    def number(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list; empty for bullets and for no list."""
        kind, levels = self._kinds.get(list_id, ("", {}))
        here = levels.get(level)
        if here is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for owner, depth in self._starts:
                if owner == list_id and depth < _LEVELS:
                    counts[depth] = None
        before = counts[level]
        first = self._starts.get((list_id, level), _int(here.value("start"), 1))
        counts[level] = first if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._text(here, levels, counts)

    def _text(self, here: Node, levels: dict[int, Node], counts: list[int | None]) -> str:
        if here.value("numFmt") in ("bullet", "none"):
            return ""
        plain = here.first("isLgl") is not None

        def shown(place: int) -> str:
            level = levels.get(place)
            count = counts[place]
            if count is None:
                count = _int(level.value("start") if level else None, 1)
            return written(count, "decimal" if plain else (level.value("numFmt") if level else None) or "decimal")

        return _PLACE.sub(lambda match: shown(int(match[1]) - 1), here.value("lvlText") or "").strip()


def written(count: int, form: str) -> str:
    """A number in one of Word's formats; as digits in those that no Chinese office uses."""
    makers: dict[str, Callable[[int], str]] = {
        "chineseCounting": chinese,
        "chineseCountingThousand": chinese,
        "ideographTraditional": chinese,
        "japaneseCounting": chinese,
        "taiwaneseCounting": chinese,
        "taiwaneseCountingThousand": chinese,
        "ideographDigital": chinese,
        "chineseLegalSimplified": lambda n: chinese(n).translate(_LEGAL),
        "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
        "decimalZero": lambda n: f"{n:02}",
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "decimalEnclosedParen": lambda n: f"（{n}）",
        "upperLetter": lambda n: _letter(n).upper(),
        "lowerLetter": _letter,
        "upperRoman": _roman,
        "lowerRoman": lambda n: _roman(n).lower(),
    }
    return makers.get(form, str)(min(max(count, 0), _MOST))


def _circled(count: int) -> str:
    return chr(_CIRCLED_ONE + count - 1) if 0 < count <= _CIRCLED else str(count)


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1) if count else ""


def _roman(count: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        text, count = text + letters * (count // value), count % value
    return text


def _int(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else otherwise  # noqa: PLR2004 - absurd
