"""The lines of a report on the page of findings: each with its number, its words marked, its findings beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from generator.diagnostics import Diagnostic, Place, Severity
from generator.document.manuscript import Cell, Line, Manuscript
from generator.presenting.words import where
from generator.records import dataclass

_SIGNS = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}
_LOOKS = {
    "标题": "c", "版头": "c", "题注": "c", "附件": "c", "图题": "c", "主送": "n", "称谓": "n", "署名": "r",
    "成文日期": "r", "节标题": "t h", "杂项": "n x", "版记": "n",
}  # fmt: skip

Spot = tuple[str, int]
"""A paragraph (p) or a line (l) of a file, and its number."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding, and its number on the page."""

    number: int
    found: Diagnostic


def rows(section: int, manuscript: Manuscript, found: Iterable[Numbered]) -> tuple[str, list[Numbered]]:
    """The lines with what was found in them, and the findings that stand in none of them."""
    spots = [_spot(line.place) for line in manuscript.lines]
    beside = _beside(found, spots)
    written = []
    for line, spot in zip(manuscript.lines, spots, strict=True):
        about = beside.pop(spot, []) if spot is not None else []
        written.append(_row(section, line, spot, about))
    return "".join(written), beside.get(None, [])


def _beside(found: Iterable[Numbered], spots: Sequence[Spot | None]) -> dict[Spot | None, list[Numbered]]:
    """The findings by the line that they stand in; those that stand in none under None."""
    beside: dict[Spot | None, list[Numbered]] = {}
    for each in found:
        beside.setdefault(_nearest(_spot(each.found.place), spots), []).append(each)
    return beside


def _spot(place: Place) -> Spot | None:
    if place.paragraph is not None:
        return "p", place.paragraph
    return ("l", place.line) if place.line is not None else None


def _nearest(spot: Spot | None, spots: Iterable[Spot | None]) -> Spot | None:
    """The line of a finding. What became part of another line (a table's title, 附件1) stands with the one before."""
    if spot is None:
        return None
    return max((each for each in spots if each is not None and each[0] == spot[0] and each <= spot), default=None)


def typed_rows(section: int, text: str, found: Iterable[Numbered]) -> tuple[str, list[Numbered]]:
    """The same for an input: its lines as they are typed."""
    lines = text.splitlines()
    spots: list[Spot] = [("l", number) for number in range(1, len(lines) + 1)]
    beside = _beside(found, spots)
    pairs = zip(lines, spots, strict=True)
    shown = (_shown(section, spot, "y", escape(line), beside.get(spot, [])) for line, spot in pairs)
    return "".join(shown), beside.get(None, [])


def _row(section: int, line: Line, spot: Spot | None, about: Sequence[Numbered]) -> str:
    text = _marked(line.number + line.text, about, bold=len(line.number) + line.run_in if line.run_in else 0)
    look = "t" if line.run_in else _LOOKS.get(line.kind, "t")
    if line.rows:
        look, text = "n", text + _table(line, about)
    return _shown(section, spot, look, text, about)


def _shown(section: int, spot: Spot | None, look: str, text: str, about: Sequence[Numbered]) -> str:
    name = f' id="d{section}{spot[0]}{spot[1]}"' if spot is not None else ""
    number = f'<div class="no">{spot[1] if spot is not None else ""}</div>'
    findings = "".join(map(card, about))
    row = "row" if about else "row q"
    return f'<div class="{row}"{name}>{number}<div class="{look}">{text}</div><div>{findings}</div></div>'


def card(each: Numbered, section: int = 0) -> str:
    """A finding; with a section the place leads to its line there."""
    found = each.found
    where_it_is = escape(_in_words(found.place))
    if section and (spot := _spot(found.place)) is not None:
        where_it_is = f'<a href="#d{section}{spot[0]}{spot[1]}">{where_it_is}</a>'
    remedy = f"<p>办法：{escape(found.remedy)}</p>" if found.remedy else ""
    source = f'<p class="s">依据：{escape(found.authority)}</p>' if found.authority else ""
    n = each.number
    return (
        f'<article class="f {_SIGNS[found.severity]} {found.code[:4]}" id="f{n}" tabindex="-1">'
        f'<input class="done" type="checkbox" id="x{n}"><label class="done" for="x{n}">已处理</label>'
        f'<p><b>{found.severity.label} {escape(found.code)}</b> <span class="at">{where_it_is}</span></p>'
        f"<p>{escape(found.message)}</p>{remedy}{source}</article>"
    )


def _in_words(place: Place) -> str:
    """The place within its file, which the heading names."""
    words = place.in_words().removeprefix(place.file)
    if place.line is not None:
        return f"第{place.line}行" + (f"第{place.column}字" if place.column is not None else "")
    return words.removeprefix(" > ") or "整个文件"


def _marked(text: str, about: Sequence[Numbered], bold: int = 0) -> str:
    """The text, the words that findings are about marked and leading to the gravest of them, the heading in bold."""
    owners: list[Numbered | None] = [None] * len(text)
    for each in sorted(about, key=lambda each: list(Severity).index(each.found.severity), reverse=True):
        words = each.found.place.text or ""
        at = where(text, words)
        if at >= 0:
            owners[at : at + len(words)] = [each] * len(words)
    pieces = []
    start = 0
    for (owner, is_bold), places in groupby(range(len(text)), key=lambda place: (owners[place], place < bold)):
        end = start + len(list(places))
        pieces.append(_piece(text[start:end], owner, is_bold=is_bold))
        start = end
    return "".join(pieces)


def _piece(text: str, owner: Numbered | None, *, is_bold: bool) -> str:
    piece = escape(text).replace("\n", "<br>")
    if owner is not None:
        sign = _SIGNS[owner.found.severity]
        piece = f'<a href="#f{owner.number}"><mark class="{sign} {owner.found.code[:4]}">{piece}</mark></a>'
    return f'<span class="h">{piece}</span>' if is_bold else piece


def _table(line: Line, about: Sequence[Numbered]) -> str:
    inner = "".join(f"<tr>{''.join(_cell(cell, about) for cell in row)}</tr>" for row in line.rows)
    return f'<div class="wide"><table>{inner}</table></div>'


def _cell(cell: Cell, about: Sequence[Numbered]) -> str:
    spans = {"rowspan": cell.rowspan, "colspan": cell.colspan}
    written = "".join(f' {name}="{count}"' for name, count in spans.items() if count > 1)
    return f"<td{written}>{_marked(cell.text, about)}</td>"
