"""Text typed by staff, made into markup: escaped, marked with its place, its references resolved."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from markupsafe import Markup, escape

from generator.composing.phrasing import Phrasebook
from generator.composing.references import (
    BadReference,
    DatumReference,
    FigureReference,
    HeadReference,
    Piece,
    SentenceReference,
    Words,
    read_references,
)
from generator.diagnostics import Diagnostics, Place
from generator.models.base import Path
from generator.models.report import Report
from generator.models.values import Figures
from generator.patterns import compile_later
from generator.records import dataclass

PlaceOf = Callable[[Path, int], Place]
"""Gives the place of the character at an offset into the value at a path."""


class Hidden(Protocol):
    """Which figures a version must not print."""

    def hides(self, topic: str, indicator: str) -> bool: ...
    def given(self, topic: str, figures: Figures) -> list[str]: ...
    def leave_out(self, topic: str, names: Iterable[str], at: Path) -> None: ...


_TAGS = compile_later(r"<[^>]*>")
_ALMOST = compile_later(r"｛+[^｛｝]*｝+|(?<!\{)\{ *([^\W\d]\w*)(?:[.．。]\w+)? *\}(?!\})")
_MOST_NAMES = 40
_MARKS = "，。；、：！？ 　\n"
_CLOSED = compile_later(r"[。！？；：…][”’）]*$|(?:^|[。！？；…])（[^（）]*）$")
"""How a finished sentence ends: a quotation or bracket that ends a phrase only still needs its 。"""


@dataclass(frozen=True)
class Reported:
    """Where findings go, and which parts of the input have their findings already."""

    place: PlaceOf
    is_broken: Callable[[Path], bool]
    diagnostics: Diagnostics


class Typist:
    """Turns what staff typed into markup for one version of the report."""

    def __init__(
        self,
        report: Report,
        phrases: Phrasebook,
        hidden: Hidden,
        reported: Reported,
        heads: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`heads` says what this version calls each of the first responsible persons (第一责任人)."""
        self._heads = heads
        self._figures = report.indicators
        self._hidden = hidden
        self._phrases = phrases
        self._last_phrases = phrases.of_last_year()
        self._data = {datum.name: datum for datum in report.other_data}
        self._place = reported.place
        self._diagnostics = reported.diagnostics
        self._is_broken = reported.is_broken

    def typed(self, text: str, at: Path, start: int = 0) -> Markup:
        """`<s at=…>` around the words, `<v>` for figures, whole sentences for topics.

        `start` is the offset of `text` in the value at `at`, when only a part of it is set.
        """
        if "{" not in text and "｛" not in text and "}" not in text:
            return _words(text, at, start)
        self._warn_of_debris(text, at, start)
        pieces = read_references(text)
        self._warn_of_bare_figure(pieces, at, start)
        return Markup("").join([self._piece(piece, at, start) for piece in pieces])

    def closed(self, text: str, at: Path, start: int = 0) -> Markup:
        """The same, with a 。 when the text doesn't end with a mark that closes a sentence."""
        text = text.rstrip()
        typed = self.typed(text, at, start)
        if "{" not in text:  # what is read is what was typed, and need not be read back
            return typed + "。" if text and not _CLOSED.search(text) else typed
        return with_full_stop(typed)

    def figure(self, topic: str, indicator: str) -> Markup:
        """A figure of this year that is known to be given."""
        return escape(self._phrases.figure(topic, indicator))

    def hides(self, topic: str, indicator: str, at: Path = ()) -> bool:
        """Whether a figure is left out of this version; with `at`, that it is left out there is told."""
        hidden = self._hidden.hides(topic, indicator)
        if hidden and at:
            self._hidden.leave_out(topic, [indicator], at)
        return hidden

    def _warn_of_debris(self, text: str, at: Path, start: int) -> None:
        """A reference that was meant and isn't one would be printed with its braces."""
        for found in _ALMOST.finditer(text):
            if found[0].startswith("｛") or found[1] in self._phrases.catalogue.topics:
                message = f"“{found[0][:30]}”不是引用，会照样印出来"
                self._fault("TMPL027", at, start + found.start(), message, "引用用两对半角花括号：{{ 主题.指标 }}")

    def _warn_of_bare_figure(self, pieces: list[Piece], at: Path, start: int) -> None:
        """A figure at the end, behind a whole sentence: 败诉率为8.9%。100%."""
        told = [each for each in pieces if not (isinstance(each, Words) and not each.text.strip(_MARKS))]
        match told:
            case [*_, SentenceReference(), FigureReference() | DatumReference() as last]:
                message = "整句的引用后面只跟着一个数字，没有字，印出来不成句子"
                remedy = "在数字前后写上字，如：负责人出庭应诉率为{{ 主题.指标 }}；整句里已经有这个数的，删去这处引用"
                self._diagnostics.warning("TEXT051", self._place(at, start + last.offset), message, remedy)

    def _piece(self, piece: Piece, at: Path, start: int) -> Markup:
        match piece:
            case Words():
                return _words(piece.text, at, start + piece.offset)
            case FigureReference():
                return self._figure(piece, at, start)
            case DatumReference():
                return self._datum(piece, at, start)
            case HeadReference():
                return self._head(piece, at, start)
            case SentenceReference():
                return self._sentence(piece, at, start)
            case BadReference():
                self._fault("TMPL020", at, start + piece.offset, piece.message, piece.remedy)
                return Markup("")

    def _figure(self, piece: FigureReference, at: Path, start: int) -> Markup:
        phrases = self._last_phrases if piece.last_year else self._phrases
        offset = start + piece.offset
        if not self._known(piece.topic, piece.indicator, at, offset):
            return Markup("")
        if self._hidden.hides(piece.topic, piece.indicator):
            message = f"“{piece.topic}.{piece.indicator}”是内部数字，不能写进公开的版本"
            remedy = "删去这处引用，或给这一段标上“不公开: 是”，或用“不给”避开这个版本"
            self._fault("TMPL026", at, offset, message, remedy)
            return Markup("")
        figure = phrases.figure(piece.topic, piece.indicator)
        if not figure.有:
            section = "上年" if piece.last_year else "指标"
            if self._is_broken((section, piece.topic, piece.indicator)):
                return Markup("")
            name = f"{piece.topic}.{piece.indicator}"
            message = f"正文引用了“{name}”，但“{section}”里没有填这个数"
            self._fault(
                "TMPL022",
                at,
                offset,
                message,
                f"在“{section}”的“{piece.topic}”下填写“{piece.indicator}”，或删去这处引用",
            )
            return Markup("")
        return escape(figure)

    def _sentence(self, piece: SentenceReference, at: Path, start: int) -> Markup:
        offset = start + piece.offset
        if not self._known(piece.topic, None, at, offset):
            return Markup("")
        if not self._phrases.has(piece.topic, piece.wording):
            wordings = "、".join(self._phrases.wordings(piece.topic)) or "（无）"
            message = f"“{piece.topic}”没有“{piece.wording or '默认'}”这种写法"
            self._fault(
                "TMPL023",
                at,
                offset,
                message,
                f"可用的写法：{wordings}；也可以自己写句子，用 {{{{ 主题.指标 }}}} 引用数字",
            )
            return Markup("")
        sentence = self._phrases.sentence(piece.topic, piece.wording)
        hidden = self._hidden.given(piece.topic, self._figures)
        self._hidden.leave_out(piece.topic, hidden, at)
        if not plain_text(sentence).strip() and not hidden:
            self._nothing_to_say(piece.topic, at, offset)
        return sentence

    def _nothing_to_say(self, topic: str, at: Path, offset: int) -> None:
        """Nothing given is a slip; zeros are left out by custom, and only told."""
        if self._is_broken(("指标", topic)):
            return
        if self._phrases.given(topic):
            message = f"“{topic}”填的数字都是零，按惯例不写，这一句已略去"
            self._diagnostics.info(
                "TMPL025", self._place(at, offset), message, "确需写明的，自己写一句，用 {{ 主题.指标 }} 引用数字"
            )
            return
        message = f"正文用了“{topic}”的句子，但它没有可以写的数字"
        self._fault("TMPL024", at, offset, message, f"在“指标”的“{topic}”下填写数字，或删去这处引用")

    def _datum(self, piece: DatumReference, at: Path, start: int) -> Markup:
        datum = self._data.get(piece.name)
        if datum is None and self._is_broken(("其他数据",)):
            return Markup("")
        if datum is None:
            near = _near(piece.name, self._data)
            message = f"“其他数据”里没有“{piece.name}”"
            self._fault("TMPL021", at, start + piece.offset, message, near or "在“其他数据”里添上它，或改正名称")
            return Markup("")
        return Markup('<v ref="其他数据.{}">{}</v>').format(piece.name, datum.value.printed)

    def _head(self, piece: HeadReference, at: Path, start: int) -> Markup:
        if piece.name not in self._heads:
            near = _near(piece.name, self._heads) or f"可以用的有：{'、'.join(self._heads)}"
            self._fault("TMPL021", at, start + piece.offset, f"第一责任人里没有“{piece.name}”", near)
        return escape(self._heads.get(piece.name, ""))

    def _known(self, topic: str, indicator: str | None, at: Path, offset: int) -> bool:
        topics = self._phrases.catalogue.topics
        if topic not in topics:
            near = _near(topic, topics)
            self._fault("TMPL021", at, offset, f"没有叫“{topic}”的主题", near or "用 fazhi schema 查看全部主题")
            return False
        if indicator is not None and indicator not in topics[topic].指标:
            names = topics[topic].指标
            more = f" 等{len(names)}项" if len(names) > _MOST_NAMES else ""
            near = _near(indicator, names) or f"“{topic}”的指标有：{'、'.join(list(names)[:_MOST_NAMES])}{more}"
            self._fault("TMPL021", at, offset, f"主题“{topic}”没有叫“{indicator}”的指标", near)
            return False
        return True

    def _fault(self, code: str, at: Path, offset: int, message: str, remedy: str) -> None:
        self._diagnostics.error(code, self._place(at, offset), message, remedy)


def _words(text: str, at: Path, offset: int) -> Markup:
    """Put together by hand: nearly all text comes through here, and `Markup.format` takes ten times as long."""
    return Markup(f'<s at="{escape(joined(at))}" o="{offset}">{escape(text)}</s>')  # noqa: S704 - escaped here


def with_full_stop(markup: Markup) -> Markup:
    """The markup with a 。 when it says something and doesn't end with a mark that closes a sentence."""
    text = plain_text(markup).rstrip()
    return markup + "。" if text and not _CLOSED.search(text) else markup


def plain_text(markup: str) -> str:
    """What a reader sees of a piece of markup."""
    text = _TAGS.sub("", markup)
    return Markup(text).unescape() if "&" in text else str(text)  # noqa: S704 - read back, never printed


class Block(Protocol):
    """A view with a name for Word and a place in the input."""

    @property
    def 号(self) -> str: ...
    @property
    def 路径(self) -> str: ...


def attributes(block: Block) -> Markup:
    """Both as attributes of an element, as every block has them."""
    named = f' id="{escape(block.号)}"' if block.号 else ""
    return Markup(f'{named} at="{escape(block.路径)}"')  # noqa: S704 - escaped here


def joined(path: Path) -> str:
    return "/".join(map(str, path))


def _near(name: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"是不是“{close[0]}”？" if close else ""
