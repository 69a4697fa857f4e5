"""A report as lines of text (成稿): what the rules on wording and structure read, whoever made it.

`reading` makes one of a finished file that nobody here wrote; `flattening` makes one of a composed document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import Literal

from generator.diagnostics import Place
from generator.records import dataclass

LineKind = Literal[
    "版头", "标题", "题注", "主送", "称谓", "节标题", "段", "要点", "表格", "图题", "附件说明",
    "署名", "成文日期", "附注", "版记", "附件", "杂项",
]  # fmt: skip
"""What a line is. 节标题 is a heading on its own line, or one that runs into its paragraph (see `Line.run_in`); 杂项 is
what isn't the report's: the furniture of a web page, headers and footers."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, spans spelled out by `rowspan` and `colspan`."""

    text: str
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `text` is all of its text without the heading's or point's number; `number` is that number as it
    stands (一、 （二） 3. 一是), typed or made by a list of Word; `level` counts headings from 1, 0 for all others.

    `run_in` is the length of a heading that runs into the text (`text[:run_in]`), 0 when there is none. `place` is
    where the line begins; `section` the index of the heading it stands under, or -1; `rows` are those of a table.
    """

    kind: LineKind
    text: str
    place: Place
    number: str = ""
    level: int = 0
    run_in: int = 0
    section: int = -1
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def heading(self) -> str:
        """The heading that this line is or begins with, without number and closing mark."""
        text = self.text[: self.run_in] if self.run_in else self.text if self.kind == "节标题" else ""
        return text.strip().rstrip("。．.：:")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The lines of a report in their order. `own` says that the file carries the properties of one that was made here.

    `organs` are the names in signature and title as they could be read, `dated` the 成文日期; both may be missing.
    `notes` say what could not be read.
    """

    file: str
    lines: tuple[Line, ...]
    organs: tuple[str, ...] = ()
    dated: date | None = None
    own: bool = False
    notes: tuple[str, ...] = field(default=())

    def of(self, *kinds: LineKind) -> Iterator[Line]:
        """The lines of some kinds, in order."""
        return (line for line in self.lines if line.kind in kinds)

    @property
    def title(self) -> str:
        """The title, its lines joined; empty when there is none."""
        return "".join(line.text for line in self.of("标题"))

    def under(self, heading: int) -> Iterator[Line]:
        """The lines below the heading at an index, those of lower headings included."""
        level = self.lines[heading].level
        for line in self.lines[heading + 1 :]:
            if line.level and line.level <= level and line.kind == "节标题":
                return
            yield line
