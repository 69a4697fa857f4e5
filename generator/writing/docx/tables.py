"""Tables: as wide as the type area, the head repeated on every page, no row broken over two."""

from __future__ import annotations

from itertools import pairwise

from generator.document.blocks import Table, plain
from generator.document.tables import Slot, laid_out, wide
from generator.models.style import StyleProfile
from generator.models.style_values import Length, TextKind
from generator.patterns import compile_later
from generator.records import dataclass
from generator.writing.docx import names
from generator.writing.docx.letters import takes_bold
from generator.writing.docx.runs import text_runs
from generator.writing.docx.xml import element
from generator.writing.measure import width

_NARROWEST, _WIDEST, _WIDEST_DENSE = 3.0, 18.0, 26.0  # 字: what a column's text counts for when the width is shared out
_LINES_OF_HEAD = 3  # over which the head of a dense table may be broken
_UNBROKEN = compile_later(r"[0-9A-Za-z.,%]+|（[^（）]{1,3}）")
_LONGEST = 8.0  # 字: longer words may be broken
_DIGIT = 1.2  # how much wider digits are in some fonts than half a character

Rows = tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a table is set, by how many columns it has: names of styles, kinds of text of head and body, the margin.

    `heads` is over how many lines a head may be broken, `widest` what a column's text counts for at most.
    """

    table: str
    head: str
    side_head: str
    cells: dict[str, str]
    kinds: tuple[TextKind, TextKind]
    margin: Length
    heads: int
    widest: float = _WIDEST

    @property
    def smallest(self) -> int:
        """The width in twips of one character in the larger of both kinds of text."""
        return max(kind.字号.twips for kind in self.kinds)


def _look(columns: int, profile: StyleProfile) -> _Look:
    style, dense = profile.表, profile.表.密
    if columns < dense.列数.值:
        styles = (names.TABLE, names.TABLE_HEAD, names.TABLE_SIDE_HEAD, names.TABLE_CELL)
        return _Look(*styles, (style.头, style.文), style.左右边距, heads=1)
    styles = (names.DENSE_TABLE, names.DENSE_HEAD, names.DENSE_SIDE_HEAD, names.DENSE_CELL)
    return _Look(*styles, (dense.头, dense.文), dense.左右边距, heads=_LINES_OF_HEAD, widest=_WIDEST_DENSE)


def table_grid(table: Table, profile: StyleProfile) -> str:
    """The table itself, without its title; nothing for a table that has no rows."""
    rows = laid_out((*table.head, *table.rows))
    if not rows or not rows[0]:
        return ""
    look = _look(wide(rows[0]), profile)
    columns = _column_widths(rows, profile.版心.宽.twips, look)
    written = "".join(_row(row, columns, look, head=place < len(table.head)) for place, row in enumerate(rows))
    grid = "".join(element("gridCol", w=each) for each in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.table}"/>{element("tblW", w=sum(columns), type="dxa")}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{written}</w:tbl>"
    )


def _column_widths(rows: Rows, room: int, look: _Look) -> tuple[int, ...]:
    """The room shared out in whole twips by the longest text of every column, none narrower than its longest number.

    Cells that reach over several columns have no say.
    """
    texts: list[list[str]] = [[""] for _ in range(wide(rows[0]))]
    shares = [_NARROWEST] * len(texts)
    for slot in (slot for row in rows for slot in row if slot.first and slot.cell.across == 1):
        texts[slot.column].append(plain(slot.cell.inlines))
        share = width(texts[slot.column][-1]) / (look.heads if slot.cell.head else 1)
        shares[slot.column] = max(shares[slot.column], share)
    floors = [_unbroken(column) * look.smallest + 2 * look.margin.twips for column in texts]
    return _shared_out([min(share, look.widest) + 1 for share in shares], floors, room)


def _unbroken(texts: list[str]) -> float:
    """The width in 字 of the longest number, word or unit in brackets, which should not be broken."""
    longest = max((width(run) for text in texts for run in _UNBROKEN.findall(text)), default=0.0)
    return min(longest, _LONGEST) * _DIGIT


def _shared_out(shares: list[float], floors: list[float], room: int) -> tuple[int, ...]:
    """By shares, but those that get less than their floor have just that, so far as the floors fit in at all."""
    fixed: set[int] = set()
    while True:
        free = room - sum(floors[place] for place in fixed)
        whole = sum(share for place, share in enumerate(shares) if place not in fixed)
        wides = [floors[n] if n in fixed else free * share / whole for n, share in enumerate(shares)]
        short = {place for place, got in enumerate(wides) if got < floors[place]}
        if not short:
            break
        if sum(floors) > room:
            wides = [room * share / sum(shares) for share in shares]
            break
        fixed |= short
    edges = [round(sum(wides[:place])) for place in range(len(wides) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _row(row: tuple[Slot, ...], columns: tuple[int, ...], look: _Look, *, head: bool) -> str:
    cells = "".join(_cell(slot, columns, look, head=head) for slot in row)
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(slot: Slot, columns: tuple[int, ...], look: _Look, *, head: bool) -> str:
    cell = slot.cell
    is_head = head or cell.head
    style = look.head if head else look.side_head if cell.head else look.cells[cell.align]
    reach = columns[slot.column : slot.column + cell.across]
    spans = element("gridSpan", val=cell.across) if cell.across > 1 else ""
    if cell.down > 1:
        spans += element("vMerge", val="restart") if slot.first else "<w:vMerge/>"
    kind = look.kinds[0] if is_head else look.kinds[1]
    text = text_runs(cell.inlines, bold=takes_bold(kind)) if slot.first else ""
    return (
        f"<w:tc><w:tcPr>{element('tcW', w=sum(reach), type='dxa')}{spans}</w:tcPr>"
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p></w:tc>'
    )
