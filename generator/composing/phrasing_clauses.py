"""Clauses that put themselves together: what has no figure drops out, and no mark is ever doubled or missing.

Phrase macros are written with these functions. Each gives a `Piece`; a piece without words vanishes from the clause
around it, but what it declares (含, 略) stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from markupsafe import Markup, escape

from generator.composing.phrasing_figures import FigureView
from generator.records import dataclass

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with figures in them. `opening` is how they read at the head of a sentence, where the noun must be said.

    `marks` declares figures that are not printed, an `aside` does nothing else; `figure` and `label` (the words without
    the figure) are set for a plain 项.
    """

    text: Markup = _NOTHING
    opening: Markup = _NOTHING
    marks: Markup = _NOTHING
    figure: FigureView | None = None
    label: str = ""
    aside: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __html__(self) -> Markup:
        return self.text + self.marks


Part = Piece | FigureView | str | Iterable["Part"]
Side = FigureView | Iterable[FigureView]


def 项(前: str, 图: FigureView, 后: str = "", 首: str = "", 零: str = "") -> Piece:
    """`前` figure unit `后`. Blank: nothing. Zero: the words of `零` if the topic says zeros, otherwise left out.

    `首` stands in place of `前` where the clause opens the sentence.
    """
    if not 图.有:
        return Piece()
    if 图.零:
        said = escape(零) if 零 and 图.说零 else _NOTHING
        return Piece(said, said, 图.marked("含" if said else "略"), 图)
    rest = 图.with_unit() + escape(后)
    return Piece(escape(前) + rest, escape(首 or 前) + rest, figure=图, label=前 + 后)


def 数(图: FigureView) -> Piece:
    """The figure with its unit and nothing else."""
    return 项("", 图)


def 连(*各部分: Part) -> Piece:
    """The pieces one after another without a mark between them; nothing at all when one of them has nothing to say."""
    pieces = list(flattened(各部分))
    if any(not piece and not piece.aside for piece in pieces):
        return Piece(marks=_marks(pieces))
    return joined("", pieces)


def 分句(*各部分: Part) -> Piece:
    """The pieces with ， between them."""
    return joined("，", flattened(各部分))


def 并列(*各部分: Part) -> Piece:
    """The pieces with 、 between them."""
    return joined("、", flattened(各部分))


def 分组(*各组: Part, 起: str = "") -> Piece:
    """The groups with ； between them and `起` before them, as one part of a sentence; without words only the marks."""
    whole = joined("；", flattened(各组))
    if not whole:
        return whole
    return Piece(escape(起) + whole.text, escape(起) + whole.opening, whole.marks)


def 句(*各组: Part, 起: str = "") -> Markup:
    """The groups with ； between them and 。 at the end; `起` stands before the first. Without words only the marks."""
    whole = joined("；", flattened(各组))
    return escape(起) + whole.opening + whole.marks + "。" if whole else whole.marks


def 其中(总: FigureView, *各部分: Part, 词: str = "其中", 全: str = "均为", 独: str = "为", 尾: str = "") -> Piece:
    """其中 (or `词`) and the true parts of `总`; without a total the parts stand alone.

    A part that is the whole reads `全` (of several) or `独` (of one), its name, and `尾`.
    """
    pieces = list(flattened(各部分))
    if not 总.有 or 总.零:
        return joined("、", pieces)
    wholes = [piece for piece in pieces if piece and piece.figure is not None and 等于(总, piece.figure)]
    parts = joined("、", [piece for piece in pieces if piece not in wholes])
    said = [escape(全 if 总.多 else 独) + piece.label + 尾 for piece in wholes]
    said += [escape("其中" if wholes else 词) + parts.text] if parts else []
    text = escape("，").join(said)
    return Piece(text, text, parts.marks + 含(*(p.figure for p in wholes if p.figure)).marks)


def 含(*各图: Side) -> Piece:
    """Declares figures that the sentence implies (均, 全部, 其余) without printing them."""
    return Piece(marks=_NOTHING.join(figure.marked("含") for side in 各图 for figure in figures_in(side)), aside=True)


def 略(*各图: Side) -> Piece:
    """Declares figures that the sentence leaves out."""
    return Piece(marks=_NOTHING.join(figure.marked("略") for side in 各图 for figure in figures_in(side)), aside=True)


def 等于(左: Side, 右: Side) -> bool:
    """Whether both sides have figures, all of them exact, that add up to the same number above zero."""
    left, right = _sum(左), _sum(右)
    return left is not None and left == right and left > 0


def _sum(side: Side) -> Decimal | None:
    given = [figure for figure in figures_in(side) if figure.有]
    if not given or not all(figure.准 for figure in given):
        return None
    return sum((figure.值 for figure in given), Decimal(0))


def figures_in(side: Side) -> Iterator[FigureView]:
    """The figures of one side, whether it is one or several."""
    if isinstance(side, FigureView):
        yield side
    else:
        yield from side


def flattened(parts: Iterable[Part]) -> Iterator[Piece]:
    """Every part as a piece; lists, as templates build them, are taken apart."""
    for part in parts:
        if isinstance(part, Piece):
            yield part
        elif isinstance(part, FigureView):
            yield Piece(escape(part), escape(part), figure=part)
        elif isinstance(part, str):
            yield Piece(escape(part), escape(part))
        else:
            yield from flattened(part)


def _marks(pieces: Iterable[Piece]) -> Markup:
    return _NOTHING.join(piece.marks for piece in pieces)


def joined(mark: str, pieces: Iterable[Piece]) -> Piece:
    """One piece of those that have words, with `mark` between them, and of everybody's marks."""
    pieces = list(pieces)
    said = [piece for piece in pieces if piece]
    rest = [piece.text for piece in said[1:]]
    separator = escape(mark)
    return Piece(
        text=separator.join([piece.text for piece in said]),
        opening=separator.join([piece.opening for piece in said[:1]] + rest),
        marks=_marks(pieces),
        figure=said[0].figure if len(said) == 1 else None,
        label=said[0].label if len(said) == 1 else "",
    )
