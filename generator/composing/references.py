"""References in text typed by staff: `{{ 行政复议.收到 }}`, `{{ 行政复议 }}`, `{{ 行政复议("简") }}` and nothing else.

Text without a tag never goes through Jinja. What stands between the braces is read by Jinja's parser, and only these
shapes of its syntax tree pass.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.patterns import compile_later
from generator.records import dataclass

LAST_YEAR = "上年"

_REFERENCE = compile_later(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_STRAY = compile_later(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_LONGEST = 200
_FORMS = '只能写 {{ 主题.指标 }}、{{ 主题 }}、{{ 主题("写法") }}、{{ 上年.主题.指标 }} 或 {{ 其他数据.名称 }}'


@dataclass(frozen=True, slots=True)
class Words:
    """Text between references, with its offset in what staff typed."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class FigureReference:
    """`{{ 主题.指标 }}`; `last_year` for `{{ 上年.主题.指标 }}`."""

    topic: str
    indicator: str
    last_year: bool
    offset: int


@dataclass(frozen=True, slots=True)
class DatumReference:
    """`{{ 其他数据.名称 }}`."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class HeadReference:
    """`{{ 称谓.政府主要负责人 }}`: what a version calls a head, as 县政府主要负责人."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class SentenceReference:
    """`{{ 主题 }}` or `{{ 主题("写法") }}`: the conventional sentence of a topic."""

    topic: str
    wording: str
    offset: int


@dataclass(frozen=True, slots=True)
class BadReference:
    """Something between braces that isn't a reference."""

    message: str
    remedy: str
    offset: int


Reference = FigureReference | DatumReference | HeadReference | SentenceReference
Piece = Words | Reference | BadReference


def read_references(text: str) -> list[Piece]:
    """The text as a list of words and references, in order; offsets count characters from the text's start."""
    if "{" not in text and "}" not in text:
        return [Words(text, 0)]
    pieces: list[Piece] = []
    end = 0
    for match in _REFERENCE.finditer(text):
        pieces.extend(_words(text[end : match.start()], end))
        pieces.append(_reference(match[1], match.start()))
        end = match.end()
    pieces.extend(_words(text[end:], end))
    return pieces


def _words(text: str, offset: int) -> list[Piece]:
    if not text:
        return []
    stray = _STRAY.search(text)
    if stray is None:
        return [Words(text, offset)]
    message = f"文字里出现了“{stray[0]}”，不是完整的引用"
    return [BadReference(message, f"花括号要成对写；{_FORMS}", offset + stray.start())]


@cache
def _parser() -> Environment:
    return Environment(autoescape=True)


def _reference(inner: str, offset: int) -> Piece:
    return _plain(inner, offset) or _parsed(inner, offset)


def _plain(inner: str, offset: int) -> Reference | None:
    """Nearly all references: a name, or two with a dot. Jinja's parser would read them in the same way."""
    steps = inner.strip(" ").split(".")
    if len(inner) >= _LONGEST or not all(map(_is_chinese_name, steps)):
        return None
    match steps:
        case [topic]:
            return SentenceReference(topic, "", offset)
        case ["其他数据", name]:
            return DatumReference(name, offset)
        case ["称谓", name]:
            return HeadReference(name, offset)
        case [topic, name] if topic != LAST_YEAR:
            return FigureReference(topic, name, last_year=False, offset=offset)
        case _:
            return None


def _is_chinese_name(text: str) -> bool:
    return text.isidentifier() and "\u4e00" <= text[0] <= "\u9fff"


def _parsed(inner: str, offset: int) -> Piece:
    try:
        template = _parser().parse("{{" + inner[:_LONGEST] + "}}")
    except (TemplateSyntaxError, SyntaxError, ValueError, RecursionError):
        return BadReference(f"引用“{inner.strip()[:30]}”写得不对", _FORMS, offset)
    outputs = template.body[0].nodes if len(template.body) == 1 and isinstance(template.body[0], nodes.Output) else []
    found = _known_shape(outputs[0], offset) if len(outputs) == 1 else None
    return found or BadReference(f"文字里不能用“{inner.strip()[:30]}”这样的写法", _FORMS, offset)


def _known_shape(node: nodes.Node, offset: int) -> Reference | None:
    match node:
        case nodes.Name(name=topic):
            return SentenceReference(topic, "", offset)
        case nodes.Getattr(node=nodes.Name(name="其他数据"), attr=name):
            return DatumReference(name, offset)
        case nodes.Getattr(node=nodes.Name(name=topic), attr=name) if topic != LAST_YEAR:
            return FigureReference(topic, name, last_year=False, offset=offset)
        case nodes.Getattr(node=nodes.Getattr(node=nodes.Name(name="上年"), attr=topic), attr=name):
            return FigureReference(topic, name, last_year=True, offset=offset)
        case nodes.Call(node=nodes.Name(name=topic), args=[nodes.Const(value=str(wording))], kwargs=[]):
            return SentenceReference(topic, wording, offset)
        case _:
            return None
