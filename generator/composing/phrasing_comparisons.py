"""Figures that are worked out: rates from their counts, and what changed since the year before.

Only exact figures are calculated with. A rate is printed with one decimal at most, as reports print it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from markupsafe import Markup, escape

from generator.composing.phrasing_clauses import Part, Piece, Side, figures_in, flattened, joined
from generator.composing.phrasing_figures import FigureView

_FEW = 10
"""Below this, counts are compared by number: per cents of a handful mislead."""

_TENTH = Decimal("0.1")
_WHOLE = Decimal(100)


def 比率(前: str, 率: FigureView, 分子: Side | None = None, 分母: FigureView | None = None, 后: str = "") -> Piece:
    """`前` the rate `后`: as typed when it was typed, otherwise worked out from both counts when both are exact.

    `分子` may be several figures (优秀 and 合格), which are added up.
    """
    if 率.零:
        return Piece(marks=率.marked("略"))
    if 率.有:
        text = escape(前) + escape(率) + escape(后)
        return Piece(text, text, figure=率, label=前)
    parts = [figure for figure in figures_in(分子 or ()) if figure.有]
    share = _share(parts, 分母)
    if share is None or 分母 is None:
        return Piece()
    names = "+".join(figure.indicator for figure in parts)
    figure = 率.worked_out(f"{share}%", f"{f'({names})' if len(parts) > 1 else names}÷{分母.indicator}")
    text = escape(前) + figure + escape(后)
    return Piece(text, text)


def 各率(*各项: tuple[str, FigureView]) -> Piece:
    """Several rates with their names: 甲率、乙率均为100% when they are the same, otherwise 甲率为95%、乙率为100%."""
    marks = Markup("").join(rate.marked("略") for _, rate in 各项 if rate.零)
    given = [(name, rate) for name, rate in 各项 if rate.有 and not rate.零]
    if len(given) > 1 and len({rate.printed for _, rate in given}) == 1:
        names = escape("、").join([escape(name) for name, _ in given])
        text = names + "均为" + escape(given[0][1])
        marks += Markup("").join(rate.marked("含") for _, rate in given[1:])
    else:
        text = escape("、").join([escape(name) + "为" + escape(rate) for name, rate in given])
    return Piece(text, text, marks)


def 比上年(部分: Part, 基零: str = "没有") -> Piece:
    """The clause with what changed since last year behind it.

    Per cent for counts of ten and more, the number for fewer, points for rates, 持平 when nothing changed;
    `基零` is said of a base of zero: （上年未收到申请）.
    """
    piece = joined("", flattened([部分]))
    now = piece.figure
    before = now.上年 if now else None
    if not piece or now is None or before is None or now.零 or not (now.准 and before.准):
        return piece
    change, marks = _change(now, before, 基零)
    return Piece(piece.text + change, piece.opening + change, piece.marks + marks, now, piece.label)


def 余(总: FigureView, *各部分: FigureView, 前: str = "其余", 后: str = "", 全: str = "", 独: str = "") -> Piece:
    """What a total leaves after its parts, worked out; nothing unless all are exact and something is left.

    `全` (of several) or `独` (of one) stands before `后`: 其余12处均落实管控措施.
    """
    if not (总.准 and 各部分 and all(part.准 for part in 各部分)):
        return Piece()
    left = 总.值 - sum((part.值 for part in 各部分), Decimal(0))
    if left <= 0:
        return Piece()
    formula = "-".join(figure.indicator for figure in (总, *各部分))
    text = escape(前) + 总.worked_out(_plain(left), formula) + 总.单位 + escape((全 if left > 1 else 独) + 后)
    return Piece(text, text)


def _change(now: FigureView, before: FigureView, base_zero: str) -> tuple[Markup, Markup]:
    """The words of a change, with their marks for last year's figure."""
    implied = before.marked("含")
    difference = now.值 - before.值
    former = now.former_word
    if difference == 0:
        return escape(f"，与{former}持平"), implied
    if now.比率:
        points = now.worked_out(_plain(abs(difference)), _formula(now, "-"))
        return escape(f"，较{former}{'提高' if difference > 0 else '下降'}") + points + "个百分点", implied
    if before.零:
        return escape(f"（{former}{base_zero}）"), implied
    if min(now.值, before.值) < _FEW:
        number = now.worked_out(_plain(abs(difference)), _formula(now, "-"))
        return escape(f"，较{former}{'增加' if difference > 0 else '减少'}") + number + now.单位, implied
    percent = _plain((abs(difference) / before.值 * _WHOLE).quantize(_TENTH, ROUND_HALF_UP))
    if percent == "0":
        return escape(f"，与{former}基本持平"), implied
    growth = now.worked_out(f"{percent}%", _formula(now, "÷"))
    return escape(f"，同比{'增长' if difference > 0 else '下降'}") + growth, implied


def _formula(now: FigureView, sign: str) -> str:
    name = now.indicator
    return f"{name}-{name}@上年" if sign == "-" else f"{name}÷{name}@上年-1"


def _share(parts: Sequence[FigureView], whole: FigureView | None) -> str | None:
    """The parts together in per cent of the whole, or None when it can't or shouldn't be said."""
    if whole is None or not all(figure.准 for figure in (whole, *parts)):
        return None
    part = sum((figure.值 for figure in parts), Decimal(0))
    if not 0 < part <= whole.值:
        return None
    exact = part / whole.值 * _WHOLE
    rounded = exact.quantize(_TENTH, ROUND_HALF_UP)
    if rounded == _WHOLE and part < whole.值:
        rounded = exact.quantize(_TENTH, ROUND_DOWN)  # 100% is said of all and of nothing less
    return None if rounded == 0 else _plain(rounded)


def _plain(number: Decimal) -> str:
    """Without zeros behind the decimal point: 24% rather than 24.0%."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
