"""What a version for the public leaves out: parts marked 不公开, and figures whose 公开属性 is 内部.

Everything left out is told, because a published text may differ from the signed one by recorded deletions only.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.models.base import Path
from generator.models.body import (
    ImageBlock,
    ParagraphBlock,
    Point,
    PointsBlock,
    Restricted,
    RunInPoints,
    SectionBlock,
    SectionData,
    TableBlock,
)
from generator.models.catalogue import Catalogue
from generator.models.report import Annex
from generator.models.values import Figures, TopicFigures

LeftOut = tuple[str, Path, str, str]
_PART, _FIGURES = "PART060", "PART061"
_FIRST_WORDS = 20


class Omissions:
    """Decides which blocks and figures a version has, and remembers what it left out because it is not for the public.

    `public` is whether the version leaves out what is internal.
    """

    def __init__(self, delivery: str, catalogue: Catalogue, *, public: bool) -> None:
        self._delivery = delivery
        self._catalogue = catalogue
        self._public = public
        self._parts: dict[Path, str] = {}
        self._figures: dict[str, Path] = {}

    def shows(self, part: Restricted) -> bool:
        """Whether a block or an annex belongs to this version."""
        if part.only_for and self._delivery not in part.only_for:
            return False
        if self._delivery in part.not_for:
            return False
        if part.internal and self._public:
            self._parts.setdefault(part.at, _called(part))
            return False
        return True

    def hides(self, topic: str, indicator: str) -> bool:
        """Whether a figure must not be printed in this version."""
        entry = self._catalogue.indicator(topic, indicator)
        return self._public and entry is not None and entry.公开属性 == "内部"

    def shown(self, figures: Figures) -> Figures:
        """The figures without those that are hidden, as sentences are made from them."""
        if not self._public:
            return figures
        return Figures({name: self._shown_of(name, topic) for name, topic in figures.topics.items()})

    def _shown_of(self, name: str, topic: TopicFigures) -> TopicFigures:
        values = {each: value for each, value in topic.values.items() if not self.hides(name, each)}
        return TopicFigures(values, topic.ticked) if len(values) < len(topic.values) else topic

    def given(self, topic: str, figures: Figures) -> list[str]:
        """The hidden indicators of a topic that have figures."""
        values = figures.topic(topic).values
        return [name for name, value in values.items() if value.given and self.hides(topic, name)]

    def leave_out(self, topic: str, names: Iterable[str], at: Path) -> None:
        """Remember figures left out of what stands at a path; each is told once."""
        for name in names:
            self._figures.setdefault(f"{topic}.{name}", at)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Every part and every figure left out: the check's code, where it stands, the version, what it is called."""
        parts = [(_PART, at, self._delivery, name) for at, name in self._parts.items()]
        return (*parts, *((_FIGURES, at, self._delivery, name) for name, at in self._figures.items()))


def _called(part: Restricted) -> str:
    """A part by its heading, else by its first words, as staff find it again."""
    kind, words = _kind_and_words(part)
    return f"{kind}“{_short(words)}”" if words.strip() else "这一部分"


def _kind_and_words(part: Restricted) -> tuple[str, str]:
    kind, words = "", ""
    match part:
        case SectionData(heading=str(heading)) if heading.strip():
            kind, words = "节", heading
        case SectionData(content=[first, *_]):
            kind, words = "节，开头是", _kind_and_words(first.section if isinstance(first, SectionBlock) else first)[1]
        case Annex(title=title):
            kind, words = "附件", title
        case ParagraphBlock(parts=[first, *_]):
            kind, words = "段", first if isinstance(first, str) else _of_point(first.points[0])
        case PointsBlock(points=[point, *_]) | RunInPoints(points=[point, *_]):
            kind, words = "要点", _of_point(point)
        case TableBlock(table=table):
            kind, words = "表", table.title or table.topic or "、".join(table.columns)
        case ImageBlock(image=image):
            kind, words = "图", image.title or image.file
    return kind, words


def _of_point(point: Point) -> str:
    return point.lead or point.text


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS]}……"
