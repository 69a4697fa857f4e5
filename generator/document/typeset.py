"""How a finished Word file is set (版面), every value as Word resolves it: what the PAGE rules read.

Lengths are twips (1/20 磅), sizes 磅. `reading.typeset` makes these facts; nothing here judges them.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from generator.document.typeset_drawn import Drawing, Rule, is_red
from generator.records import dataclass

Alignment = Literal["left", "center", "right", "both", "distribute"]
LineRule = Literal["auto", "exact", "atLeast"]
FontSource = Literal["", "字体", "主题"]
FolioPlace = Literal["left", "center", "right", "inside", "outside", ""]

RoleKind = Literal[
    "标志", "发文字号", "红线", "标题", "题注", "主送", "节标题", "正文", "表", "表题", "图",
    "附件说明", "署名", "成文日期", "附注", "附件", "附件标题", "版记", "空", "其他",
]  # fmt: skip
"""What a paragraph is, so far as it can be told from its style, its number and where it stands."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font as it comes out: `source` is 主题 when the theme chose it, empty when nothing names one."""

    name: str = ""
    source: FontSource = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """The look of letters. `chinese` is the font of Chinese ones, `western` of all others; an empty colour is black;
    `marked` ones have a marker's colour behind them."""

    chinese: Font
    western: Font
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    marked: bool = False
    colour: str = ""
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. `hinted` says that quotes and dashes are to be Chinese ones (w:hint)."""

    text: str
    letters: Letters
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class Indent:
    """`first` is negative for a hanging line. What is given in characters (字) counts before twips."""

    left: int = 0
    right: int = 0
    first: int = 0
    left_chars: float = 0.0
    right_chars: float = 0.0
    first_chars: float = 0.0

    def first_in(self, character: float) -> float:
        """The first line's indent in characters so many twips wide."""
        return self.first_chars or self.first / character

    def left_in(self, character: float) -> float:
        return self.left_chars or self.left / character

    def right_in(self, character: float) -> float:
        return self.right_chars or self.right / character


@dataclass(frozen=True, slots=True)
class Spacing:
    """`line` is twips, or 240ths of a line when `rule` is auto. `before` and `after` are twips; what is given in lines
    (行) stands beside and counts before them."""

    rule: LineRule = "auto"
    line: int = 240
    before: int = 0
    after: int = 0
    before_lines: float = 0.0
    after_lines: float = 0.0


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is; `level` of a heading, `run_in` the length of one that runs into the text."""

    kind: RoleKind
    level: int = 0
    run_in: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph. `number` counts from 1 those that hold text, a table as one; an empty one has that of the one
    before it. `text` begins with its list number.

    `rules` are those it shows itself: borders above and below, a fill as high as a rule is thick; of the borders of a
    table's row the first paragraph in it has them. `drawings` hang on it. `frame` is the frame (图文框) it stands in;
    `row` is the row of a table it stands in, from 1; `celled` is one in any cell, also of a table that only places it.
    `sets_figures_off` says that Word leaves room between figures and Chinese characters; `tracked` that changes in it
    are neither accepted nor refused.
    """

    number: int
    text: str
    runs: tuple[Run, ...]
    mark: Letters
    alignment: Alignment = "left"
    indent: Indent = field(default_factory=Indent)
    spacing: Spacing = field(default_factory=Spacing)
    style: str = ""
    outline: int | None = None
    section: int = 0
    row: int = 0
    celled: bool = False
    frame: Drawing | None = None
    drawings: tuple[Drawing, ...] = ()
    rules: tuple[Rule, ...] = ()
    on_grid: bool = True
    sets_figures_off: bool = True
    breaks_before: bool = False
    breaks_after: bool = False
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    tracked: bool = False

    @property
    def framed(self) -> bool:
        return self.frame is not None

    @property
    def drawn(self) -> bool:
        """Whether it holds a picture or shape."""
        return bool(self.drawings)

    @property
    def red(self) -> bool:
        """Whether it shows a red rule, its own or one drawn there."""
        drawn = (each for each in self.drawings if each.kind == "线")
        return any(rule.red for rule in self.rules) or any(is_red(each.colour) for each in drawn)

    @property
    def letters(self) -> Letters:
        """The look of most of its text, of the mark at its end when it has none."""
        if not self.runs:
            return self.mark
        return max(self.runs, key=lambda run: len(run.text.strip())).letters


@dataclass(frozen=True, slots=True)
class Folio:
    """A page number (页码): the text round it with the figure as #, and where it stands; an empty place is unknown.

    `indent` is the room in twips between it and the edge it stands at, `line` its exact line pitch or 0; `boxed` is one
    in a text box or frame, whose height on the page can't be told.
    """

    text: str
    letters: Letters
    place: FolioPlace
    indent: int = 0
    line: int = 0
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of some pages: whether there is anything, and its page number."""

    folio: Folio | None = None
    blank: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section: paper, margins, grid (`lines`, `linesAndChars` or empty), `char_space` in twips, columns and feet.

    `odd`, `even` and `first` are the feet of those pages; None where the pages have the foot of the odd ones.
    `restarts`: its pages are counted from 1 again.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    grid: str = ""
    pitch: int = 0
    char_space: float = 0.0
    columns: int = 1
    landscape: bool = False
    restarts: bool = False
    odd: Foot = field(default_factory=Foot)
    even: Foot | None = None
    first: Foot | None = None

    @property
    def room(self) -> int:
        """The width of a line of text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """The height that lines fill."""
        return self.height - self.top - self.bottom


def _other() -> Role:
    return Role("其他")


@dataclass(frozen=True, slots=True)
class Boxed:
    """A paragraph in a text box (文本框) or in the head of the first page; `drawing` is the box. It hangs on the
    paragraph at place `host`, which is -1 for the head of a page."""

    setting: Setting
    host: int
    drawing: Drawing
    role: Role = field(default_factory=_other)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A file's sections and paragraphs; `roles` has one for every paragraph. What stands in boxes isn't among them."""

    file: str
    sheets: tuple[Sheet, ...]
    settings: tuple[Setting, ...]
    roles: tuple[Role, ...] = ()
    boxed: tuple[Boxed, ...] = ()
