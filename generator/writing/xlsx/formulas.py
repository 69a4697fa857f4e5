"""Relations (勾稽) as Excel formulas, made from the same tree that `models.evaluation` holds against figures.

Every figure has a row of workings (state, worth, lowest and highest number it may stand for), and a formula speaks of
these. A figure that is no plain number (约数, 2万) is skipped here and left to the program; nothing is red in the
workbook that the program would let pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.models.relation import Node, Number, Operation, Relation, Term, Total, terms_of

NUMBER, BLANK, EXCUSED, OTHER = "数", "空", "不适用", "文"
"""States of a figure."""
HOLDS, FAILS, ODD, SKIPPED = "相符", "不符", "留意", "未核"
"""What is said of a relation; 留意 of a 提醒 that isn't satisfied, which is nobody's fault and never red."""

_PRECISION = 7
Bound = Literal["said", "low", "high"]


@dataclass(frozen=True)
class Cells:
    """Where the workings of a figure stand, as formulas call them."""

    state: str
    said: str
    low: str
    high: str


Finder = Callable[[Term], Cells]


def status(relation: Relation, find: Finder, condition: str = "", failing: str = FAILS) -> str:
    """Whether the figures satisfy the relation; `condition` is the cell of the statement it depends on."""
    skips = [f'{condition}<>"是"'] if condition else []
    for side in (relation.left, relation.right):
        skips += _side_skips(side, find)
    fails = {
        "=": [_above(relation.left, relation.right, find), _above(relation.right, relation.left, find)],
        "<=": [_above(relation.left, relation.right, find)],
        ">=": [_above(relation.right, relation.left, find)],
    }[relation.comparison]
    verdict = f'IF({_any(fails)},"{failing}","{HOLDS}")'
    return f'IF({_any(skips)},"{SKIPPED}",{verdict})' if skips else verdict


def worth(node: Node, find: Finder, bound: Bound = "said") -> str:
    """A side of a relation as a sum over cells: what it says, or the least or the most it may be."""
    match node:
        case Number(value=value):
            return f"{value:f}"
        case Term():
            return str(getattr(find(node), bound))
        case Total(parts=parts):
            return f"({'+'.join(str(getattr(find(part), bound)) for part in parts)})"
        case Operation(operator="+", left=left, right=right):
            return f"({worth(left, find, bound)}+{worth(right, find, bound)})"
        case Operation(operator="-", left=left, right=right):
            return f"({worth(left, find, bound)}-{worth(right, find, _opposite(bound))})"
        case Operation(operator=operator, left=left, right=right):
            return _scaled(operator, left, right, find, bound)


def rate_status(rate: Cells, numerator: Cells, bases: Sequence[tuple[str, Cells]], chosen: str) -> str:
    """Whether a rate is its numerator by one of its bases, by the one that the cell `chosen` names if it names one.

    More than 100 % is never right, whatever the counts are.
    """
    known, fits = [], []
    for name, base in bases:
        meant = f'OR(TRIM({chosen})="",TRIM({chosen})="{name}")' if chosen else "TRUE"
        usable = f'AND({meant},{base.state}="{NUMBER}",{base.said}>0)'
        share = f"100*{numerator.said}/{base.said}"
        inside = f"AND(ROUND({share}-{rate.low},{_PRECISION})>=0,ROUND({rate.high}-({share}),{_PRECISION})>=0)"
        known.append(usable)
        fits.append(f"IF({usable},{inside},FALSE)")
    given = f'OR({rate.state}<>"{NUMBER}",{numerator.state}<>"{NUMBER}",NOT({_any(known)}))'
    verdict = f'IF({given},"{SKIPPED}",IF({_any(fits)},"{HOLDS}","{FAILS}"))'
    return f'IF(AND({rate.state}="{NUMBER}",{rate.said}>100),"{FAILS}",{verdict})'


def _scaled(operator: str, left: Node, right: Node, find: Finder, bound: Bound) -> str:
    sign = "*" if operator == "×" else "/"
    if bound == "said":
        return f"({worth(left, find)}{sign}{worth(right, find)})"
    edges: tuple[Bound, Bound] = ("low", "high")
    corners = [f"{worth(left, find, a)}{sign}{worth(right, find, b)}" for a in edges for b in edges]
    return f"{'MIN' if bound == 'low' else 'MAX'}({','.join(corners)})"


def _opposite(bound: Bound) -> Bound:
    turned: dict[Bound, Bound] = {"said": "said", "low": "high", "high": "low"}
    return turned[bound]


def _above(one: Node, other: Node, find: Finder) -> str:
    """Whether the least that one side may be is more than the most that the other may be."""
    return f"ROUND({worth(one, find, 'low')}-{worth(other, find, 'high')},{_PRECISION})>0"


def _side_skips(side: Node, find: Finder) -> list[str]:
    """What makes a side say nothing: nothing given at all, a blank that isn't 0, an approximate figure, a zero base."""
    cells = [find(term) for term in terms_of(side)]
    if not cells:
        return []
    absent = [f'{cell.state}<>"{NUMBER}"' for cell in cells]
    nothing = f"AND({','.join(absent)})" if len(absent) > 1 else absent[0]
    return [nothing, *_skips(side, find)]


def _skips(node: Node, find: Finder) -> Iterator[str]:
    match node:
        case Term():
            yield _missing(node, find)
        case Total(parts=parts):
            for part in parts:
                state = find(part).state
                yield _missing(part, find) if part.blank_is_zero else f'OR({state}="{BLANK}",{state}="{OTHER}")'
            excused = ",".join(f'{find(part).state}="{EXCUSED}"' for part in parts)
            yield f"AND({excused})"
        case Operation(operator=operator, left=left, right=right):
            yield from _skips(left, find)
            yield from _skips(right, find)
            if operator == "÷":
                yield f"AND({worth(right, find, 'low')}<=0,{worth(right, find, 'high')}>=0)"


def _missing(term: Term, find: Finder) -> str:
    state = find(term).state
    return f'{state}="{OTHER}"' if term.blank_is_zero else f'{state}<>"{NUMBER}"'


def _any(conditions: Sequence[str]) -> str:
    """OR over any number of conditions; a call takes 255."""
    if len(conditions) == 1:
        return conditions[0]
    groups = [conditions[start : start + 200] for start in range(0, len(conditions), 200)]
    joined = [f"OR({','.join(group)})" for group in groups]
    return joined[0] if len(joined) == 1 else f"OR({','.join(joined)})"
