"""版头: the mark of the organs, 发文字号, 签发人 and the red rule (GB/T 9704—2012 7.2)."""

from __future__ import annotations

from itertools import zip_longest

from generator.document.blocks import Letterhead
from generator.models.style import StyleProfile
from generator.models.style_formal import LetterheadStyle
from generator.records import dataclass
from generator.writing.docx.letters import advance
from generator.writing.docx.names import MARK, MARK_JOINT, MARK_SPACE, NUMBER, NUMBER_FIRST, RED_RULE, SIGNER
from generator.writing.docx.paragraphs import paragraph
from generator.writing.docx.runs import run
from generator.writing.docx.xml import element
from generator.writing.measure import width

_BLANK = "\u3000"
_SPARE = 0.1  # 字: for a name that fills its cell, which rounding must not break over two lines


def letterhead(block: Letterhead, profile: StyleProfile) -> str:
    """The XML of the whole 版头; the title follows."""
    return paragraph(MARK_SPACE) + _mark(block, profile) + _number_and_signers(block, profile) + paragraph(RED_RULE)


def _mark(block: Letterhead, profile: StyleProfile) -> str:
    names = [mark for mark in block.marks if mark]
    if not names:
        return ""
    style = profile.版头.标志
    gap = style.文件间空.值 if block.suffix else 0.0
    longest, suffix = max(map(width, names)), width(block.suffix)
    if len(names) == 1:
        size = _size(longest + suffix, profile)
        return _mark_line(MARK, names[0] + block.suffix, size, profile)
    size = _size(longest + gap + suffix + 2 * _SPARE, profile)
    lines = "".join(_mark_line(MARK_JOINT, name, size, profile, below=place > 0) for place, name in enumerate(names))
    wide = (longest + _SPARE, gap, suffix + _SPARE) if block.suffix else (longest + _SPARE,)
    cells = (lines, paragraph(MARK), _mark_line(MARK, block.suffix, size, profile)) if block.suffix else (lines,)
    return _invisible_table([round(one * size * 20) for one in wide], cells)


def _size(wide: float, profile: StyleProfile) -> float:
    """The size in points at which so many 字 fit the type area: the largest allowed, in half points."""
    largest = profile.版头.标志.字样.字号.points
    return int(min(largest, profile.版心.宽.points / wide) * 2) / 2


def _mark_line(style: str, text: str, size: float, profile: StyleProfile, *, below: bool = False) -> str:
    mark = profile.版头.标志
    before = round(mark.联名间空.值 * size * 20) if below else 0
    line = element("spacing", before=before, line=round(size * 20 * mark.行高.值), lineRule="exact")
    letters = element("sz", val=round(size * 2)) + element("szCs", val=round(size * 2))
    return paragraph(style, run(text, properties=letters), properties=line)


def _invisible_table(wide: list[int], cells: tuple[str, ...]) -> str:
    none = "".join(element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    grid = "".join(element("gridCol", w=one) for one in wide)
    row = "".join(
        f'<w:tc><w:tcPr>{element("tcW", w=one, type="dxa")}<w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for one, cell in zip(wide, cells, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr>{element("tblW", w=sum(wide), type="dxa")}<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{none}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the label of the signers begins, and the names under each other, in 字 from the left of the type area."""

    label: float
    names: tuple[float, ...]


def _number_and_signers(block: Letterhead, profile: StyleProfile) -> str:
    head = profile.版头
    number = block.number or head.空白字号.文字
    signers = [name for name in block.signers if name] or [_BLANK * round(head.签发人.空白.值)]
    room = profile.版心.宽.points / advance(head.发文字号, profile)
    free = room - width(number) - (head.发文字号.左空.值 if head.发文字号.左空 else 0)
    a_line = head.签发人.每行.值
    while a_line > 1 and _width(signers, a_line, head) + head.签发人.间空.值 > free:
        a_line -= 1
    columns = _columns(signers, a_line, room, head)
    rows = [signers[start : start + a_line] for start in range(0, len(signers), a_line)]
    return "".join(
        _row(row, columns, profile, first=row is rows[0], number=number if row is rows[-1] else "") for row in rows
    )


def _width(signers: list[str], a_line: int, head: LetterheadStyle) -> float:
    """From the label's first character to where the longest name ends, and the blank at the right, in 字."""
    columns = _column_widths(signers, a_line)
    gaps = head.签发人.间空.值 * (len(columns) - 1)
    return width(head.签发人.标签.文字) + sum(columns) + gaps + head.签发人.右空.值


def _column_widths(signers: list[str], a_line: int) -> list[float]:
    columns = zip_longest(*(signers[start : start + a_line] for start in range(0, len(signers), a_line)), fillvalue="")
    return [max(map(width, column)) for column in columns]


def _columns(signers: list[str], a_line: int, room: float, head: LetterheadStyle) -> _Columns:
    label = max(room - _width(signers, a_line, head), 0.0)
    places, at = [], label + width(head.签发人.标签.文字)
    for wide in _column_widths(signers, a_line):
        places.append(at)
        at += wide + head.签发人.间空.值
    return _Columns(label, tuple(places))


def _row(signers: list[str], columns: _Columns, profile: StyleProfile, *, first: bool, number: str) -> str:
    """One line: the number in the last one, the label in the first, the names at their tabs."""
    label = profile.版头.签发人.标签.文字 if first else ""
    begin = columns.label if first else columns.names[0]
    # Where the first name begins is where the label ends; a tab there would jump to the next one.
    stops = (begin, *columns.names[1 : len(signers)])
    character = advance(profile.版头.发文字号, profile) * 20
    tabs = "".join(element("tab", val="left", pos=round(place * character)) for place in stops)
    names = "".join(("" if place == 0 else run("\t")) + run(name, style=SIGNER) for place, name in enumerate(signers))
    style = NUMBER_FIRST if first else NUMBER
    return paragraph(style, run(f"{number}\t{label}") + names, properties=f"<w:tabs>{tabs}</w:tabs>")
