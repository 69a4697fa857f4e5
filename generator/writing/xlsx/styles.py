"""How the cells of a form look: what an office's form looks like, in fonts that every desktop here has."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

SONG, HEI = "宋体", "黑体"
_LINE = Side(style="thin", color="8C8C8C")

BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TITLE = Font(name=HEI, size=16)
COVER_TITLE = Font(name=HEI, size=20)
HEAD = Font(name=HEI, size=10.5)
BODY = Font(name=SONG, size=10.5)
SMALL = Font(name=SONG, size=9, color="595959")
GREY = Font(name=SONG, size=10.5, color="595959")
WARNING = Font(name=HEI, size=10.5, color="C00000")

HEAD_FILL = PatternFill("solid", start_color="D9E2EF", end_color="D9E2EF")
BAND_FILL = PatternFill("solid", start_color="EEF2F8", end_color="EEF2F8")
INPUT_FILL = PatternFill("solid", start_color="FFFDF0", end_color="FFFDF0")
LOCKED_FILL = PatternFill("solid", start_color="F2F2F2", end_color="F2F2F2")

LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
INDENTED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=2)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center", wrap_text=True, indent=1)

UNLOCKED = Protection(locked=False)
LOCKED = Protection(locked=True)

FAILING = DifferentialStyle(
    font=Font(color="C00000"), fill=PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE")
)
DAY = "yyyy-mm-dd"

LINE_HEIGHT = 15.0
"""Points of a line of 10.5 pt."""


def width_of(text: str) -> int:
    """How many columns of half-width characters a line takes."""
    return sum(1 if ord(character) < 0x2000 else 2 for character in text)  # noqa: PLR2004 - above this all are wide


def lines_in(text: str, columns: float) -> int:
    """How many lines a text takes in a cell of this width; a little is kept back for the cell's own margins."""
    room = max(columns - 3, 2)
    return sum(max(1, -int(-width_of(line) // room)) for line in text.split("\n"))


def height_of(*cells: tuple[str, float], least: float = 20.0, line: float = LINE_HEIGHT) -> float:
    """The height of a row whose cells hold these texts in these widths; a row is never higher than Excel allows."""
    most = max((lines_in(text, columns) for text, columns in cells), default=1)
    return min(max(least, most * line + 5), 409.0)
