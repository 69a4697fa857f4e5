"""What a kind of text says of its letters: how far apart they stand, whether bold may be seen."""

from __future__ import annotations

from generator.models.style import StyleProfile
from generator.models.style_values import FontClass, TextKind

_UNBOLD: frozenset[FontClass] = frozenset(("小标宋", "黑体", "楷体"))


def takes_bold(kind: TextKind) -> bool:
    """Whether bold may be seen in this text: 小标宋, 黑体 and 楷体 are never made bold."""
    return kind.字体.值 not in _UNBOLD


def advance(kind: TextKind, profile: StyleProfile) -> float:
    """From one Chinese character of this text to the next, in points."""
    return kind.字号.points + spacing(kind, profile) / 20


def spacing(kind: TextKind, profile: StyleProfile) -> int:
    """The character spacing in twips: the body's, which fills the grid, in every text of the body's size."""
    return profile.版心.字距.twips if kind.字号.twips == profile.正文.字号.twips else 0
