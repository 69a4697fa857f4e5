"""Where in the bytes of a Word file's part a paragraph's text stands, for whoever must mark some of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of text: the element that holds it takes the bytes `start` to `end` of the part, its run those of
    `run`; `look` are the bytes of the run's properties, both ends 0 when it has none. `is_made`: nobody typed it there.
    """

    text: str
    start: int
    end: int
    run: tuple[int, int]
    look: tuple[int, int]
    is_made: bool = False


@dataclass(frozen=True, slots=True)
class Spots:
    """The spots of the paragraphs in `part`, by the number of the paragraph as places have it.

    A table has the number of one paragraph, and in `cells` the spots of each paragraph that its cells hold.
    """

    part: str
    of: Mapping[int, tuple[Spot, ...]]
    cells: Mapping[int, tuple[tuple[Spot, ...], ...]] = field(default_factory=dict)
