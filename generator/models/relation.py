"""Relations between figures (勾稽), as the catalogue writes them: `收到 = 受理 + 不予受理`, `Σ 结果? <= 办结`.

A term is `[主题.]指标[@上年][?]`; `Σ 维度` is the sum over the indicators of a dimension; `?` counts a blank as 0. The
parsed tree is small and frozen: the checks evaluate it (`evaluation`), and whatever explains or prints a relation walks
the same nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from generator.patterns import compile_later
from generator.records import dataclass

_MAX_LENGTH = 400
_MAX_DEPTH = 20
_TOKEN = compile_later(
    r"\s*(?:(?P<sigma>[Σ∑])|(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)|(?P<name>[^\W\d∑Σ]\w*)|(?P<last>@上年)"
    r"|(?P<compare><=|>=|[=≤≥])|(?P<sign>[-+×÷*/−().?]))"
)
_SPELLINGS = {"*": "×", "/": "÷", "−": "-", "≤": "<=", "≥": ">="}
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

Operator = Literal["+", "-", "×", "÷"]
Comparison = Literal["=", "<=", ">="]
_OPERATOR_WORDS = {"+": "加", "-": "减", "×": "乘以", "÷": "除以"}
_COMPARISON_WORDS = {"=": "等于", "<=": "不大于", ">=": "不小于"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the relation itself, such as the 100 of a rate."""

    value: Decimal

    def __str__(self) -> str:
        return f"{self.value:f}"


@dataclass(frozen=True, slots=True)
class Term:
    """One figure. `topic` is empty for the topic that holds the relation, until `Relation.resolved`."""

    indicator: str
    topic: str = ""
    last_year: bool = False
    blank_is_zero: bool = False

    def within(self, topic: str) -> Term:
        """The figure with its topic named, `topic` where it names none. Thousands are made: no time for `replace`."""
        return self if self.topic else Term(self.indicator, topic, self.last_year, self.blank_is_zero)

    def __str__(self) -> str:
        topic = f"{self.topic}." if self.topic else ""
        return f"{topic}{self.indicator}{'@上年' * self.last_year}{'?' * self.blank_is_zero}"


@dataclass(frozen=True, slots=True)
class Total:
    """`Σ 维度`. `parts` is empty until `Relation.resolved` has looked the dimension up."""

    dimension: Term
    parts: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return f"Σ {self.dimension}"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two nodes and the sign between them; chains lean to the left."""

    operator: Operator
    left: Node
    right: Node

    def __str__(self) -> str:
        return f"{self._side(self.left, closed=False)} {self.operator} {self._side(self.right, closed=True)}"

    def _side(self, node: Node, *, closed: bool) -> str:
        """A side as text, in brackets where they are needed; the right side of a sign is `closed`."""
        return f"({node})" if needs_brackets(self, node, closed=closed) else str(node)


Node = Number | Term | Total | Operation


def needs_brackets(parent: Operation, child: Node, *, closed: bool) -> bool:
    """Whether `child` must stand in brackets beside the sign of `parent`; `closed` for its right side."""
    if not isinstance(child, Operation):
        return False
    loose = child.operator in "+-"
    return (loose and parent.operator in "×÷") or (closed and (loose or parent.operator in "×÷"))


@dataclass(frozen=True, slots=True)
class Relation:
    """`left` and `right` and how they must compare."""

    left: Node
    comparison: Comparison
    right: Node

    def __str__(self) -> str:
        return f"{self.left} {self.comparison} {self.right}"

    def terms(self) -> Iterator[Term]:
        """Every figure the relation speaks of, from left to right; of a Σ its parts once they are resolved."""
        yield from terms_of(self.left)
        yield from terms_of(self.right)

    def totals(self) -> Iterator[Total]:
        """Every Σ of the relation."""
        yield from _totals_of(self.left)
        yield from _totals_of(self.right)

    def resolved(self, topic: str, dimensions: Callable[[str], Mapping[str, Sequence[str]]]) -> Relation:
        """The relation with every topic named and every Σ spelled out; `dimensions` gives those of a topic.

        Raises `ValueError` when a dimension is unknown.
        """
        return replace(
            self, left=_resolved(self.left, topic, dimensions), right=_resolved(self.right, topic, dimensions)
        )

    def in_words(self, label: Callable[[Term], str]) -> str:
        """The relation as a Chinese sentence without mark: 收到等于受理加不予受理. `label` names a term or a Σ."""
        return f"{in_words(self.left, label)}{_COMPARISON_WORDS[self.comparison]}{in_words(self.right, label)}"


def in_words(node: Node, label: Callable[[Term], str]) -> str:
    """A side of a relation in Chinese words."""
    match node:
        case Number():
            return str(node)
        case Term():
            return label(node)
        case Total(dimension=dimension):
            return f"各项{label(dimension)}之和"
        case Operation(operator=operator, left=left, right=right):
            sides = [
                f"（{in_words(side, label)}）" if needs_brackets(node, side, closed=closed) else in_words(side, label)
                for side, closed in ((left, False), (right, True))
            ]
            return _OPERATOR_WORDS[operator].join(sides)


def terms_of(node: Node) -> Iterator[Term]:
    """The figures of one side, from left to right."""
    match node:
        case Term():
            yield node
        case Total(parts=parts):
            yield from parts
        case Operation(left=left, right=right):
            yield from terms_of(left)
            yield from terms_of(right)


def _totals_of(node: Node) -> Iterator[Total]:
    match node:
        case Total():
            yield node
        case Operation(left=left, right=right):
            yield from _totals_of(left)
            yield from _totals_of(right)


def _resolved(node: Node, topic: str, dimensions: Callable[[str], Mapping[str, Sequence[str]]]) -> Node:
    match node:
        case Term():
            return node.within(topic)
        case Total(dimension=dimension, parts=parts) if parts:
            return Total(
                dimension.within(topic),
                tuple(part.within(topic) for part in parts),
            )
        case Total(dimension=dimension):
            home = dimension.topic or topic
            names = dimensions(home).get(dimension.indicator)
            if not names:
                raise ValueError(f"主题“{home}”没有维度“{dimension.indicator}”")
            whole = replace(dimension, topic=home)
            return Total(whole, tuple(replace(whole, indicator=name) for name in names))
        case Operation(left=left, right=right):
            return replace(node, left=_resolved(left, topic, dimensions), right=_resolved(right, topic, dimensions))
        case _:
            return node


# --- parsing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


def parse_relation(text: str) -> Relation:
    """Read a relation. Raises `ValueError` that says in Chinese what is wrong and at which character (from 1)."""
    if len(text) > _MAX_LENGTH:
        raise ValueError(f"关系式太长，不能超过{_MAX_LENGTH}个字符")
    return _Parser(tuple(_tokens(text.translate(_WIDE)))).relation()


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    end = len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            position += len(text[position:]) - len(text[position:].lstrip())
            raise ValueError(f"第{position + 1}个字符“{text[position]}”不能出现在关系式里")
        spelled = match[match.lastgroup]
        yield _Token(match.lastgroup, _SPELLINGS.get(spelled, spelled), match.start(match.lastgroup))
        position = match.end()
    yield _Token("end", "", end)


class _Parser:
    """Recursive descent over the tokens of one relation."""

    def __init__(self, tokens: tuple[_Token, ...]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    def relation(self) -> Relation:
        left = self._sum()
        comparison = self._take("compare", "这里应当是 =、<= 或者 >=")
        right = self._sum()
        self._take("end", "这里多出了内容；一个关系式只能有一个 =、<= 或者 >=")
        match comparison.text:
            case "=" | "<=" | ">=" as sign:
                return Relation(left, sign, right)
            case _:
                raise AssertionError(comparison.text)

    def _sum(self) -> Node:
        node = self._product()
        while True:
            match self._peek("sign"):
                case "+" | "-" as operator:
                    self._next += 1
                    node = Operation(operator, node, self._product())
                case _:
                    return node

    def _product(self) -> Node:
        node = self._factor()
        while True:
            match self._peek("sign"):
                case "×" | "÷" as operator:
                    self._next += 1
                    node = Operation(operator, node, self._factor())
                case _:
                    return node

    def _factor(self) -> Node:
        if self._accept("sign", "("):
            self._depth += 1
            if self._depth > _MAX_DEPTH:
                self._refuse(f"括号不能超过{_MAX_DEPTH}层")
            node = self._sum()
            if not self._accept("sign", ")"):
                self._refuse("这里缺右括号")
            self._depth -= 1
            return node
        if self._peek("number"):
            return Number(Decimal(self._take("number", "").text))
        if self._accept("sigma", "Σ") or self._accept("sigma", "∑"):
            return Total(self._term("Σ 后面应当是维度名"))
        return self._term("这里应当是指标名、数字、Σ 或者左括号")

    def _term(self, complaint: str) -> Term:
        first = self._take("name", complaint).text
        topic, indicator = "", first
        if self._accept("sign", "."):
            topic, indicator = first, self._take("name", "“.”后面应当是指标名").text
        return Term(indicator, topic, self._accept("last", "@上年"), self._accept("sign", "?"))

    def _peek(self, kind: str) -> str:
        """The text of the next token if it is of this kind, else an empty string."""
        token = self._tokens[self._next]
        return token.text if token.kind == kind else ""

    def _accept(self, kind: str, text: str) -> bool:
        found = self._peek(kind) == text
        self._next += found
        return found

    def _take(self, kind: str, complaint: str) -> _Token:
        token = self._tokens[self._next]
        if token.kind != kind:
            self._refuse(complaint)
        self._next += 1
        return token

    def _refuse(self, complaint: str) -> None:
        token = self._tokens[self._next]
        found = f"，却是“{token.text}”" if token.text else "，却到头了"
        raise ValueError(f"第{token.position + 1}个字符处：{complaint}{found}")
