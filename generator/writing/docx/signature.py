"""Where 署名 and 成文日期 stand (GB/T 9704—2012 7.3.5), reckoned from the widths of their text."""

from __future__ import annotations

from generator.document.blocks import Signature, plain
from generator.models.style import PlainSignature, SealedSignature, StyleProfile
from generator.records import dataclass
from generator.writing import measure
from generator.writing.docx.letters import advance, spacing
from generator.writing.docx.names import (
    SEALED,
    SEALED_ALONE,
    SEALED_FIRST,
    SEALED_NEXT,
    SIGNATURE,
    SIGNATURE_DAY,
    SIGNATURE_FIRST,
)

_SPACE = "\u3000"
_SPARE = 2  # 字: LibreOffice sets space around the figures of a day all the same, and must not break the line for it


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One line: its style and the indents, in points, that bring it to its place."""

    text: str
    style: str
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The widths that matter, in points: of the type area, of one 字, and of any text."""

    room: float
    character: float
    size: float
    spacing: float

    def width(self, text: str) -> float:
        return measure.points(text, self.size, self.spacing)


def signature_lines(signature: Signature, profile: StyleProfile) -> list[SignatureLine]:
    """The lines from the first organ to the day; an empty day leaves its blanks."""
    style = profile.署名
    kind = style.字样
    frame = _Frame(profile.版心.宽.points, advance(kind, profile), kind.字号.points, spacing(kind, profile) / 20)
    organs = [plain(organ) for organ in signature.organs if plain(organ)]
    day = signature.day or style.空白日期.文字
    if signature.sealed or not organs:
        return _sealed(organs, day, style.用印, frame)
    return _unsealed(organs, day, style.不用印, frame)


def _unsealed(organs: list[str], day: str, style: PlainSignature, frame: _Frame) -> list[SignatureLine]:
    """7.3.5.2: the organ 署名右空 from the right, the day 日期错后 behind the organ's first character.

    Several organs begin below each other. The day is placed from the left: applications disagree on its width, but not
    on where it begins.
    """
    longest, date = max(map(frame.width, organs)), frame.width(day)
    behind, right = style.日期错后.值 * frame.character, style.署名右空.值 * frame.character
    begin = frame.room - right - (longest if date <= longest else date + behind)
    lines = [
        SignatureLine(organ, SIGNATURE if number else SIGNATURE_FIRST, right=frame.room - begin - frame.width(organ))
        for number, organ in enumerate(organs)
    ]
    left = max(min(begin + behind, frame.room - date), 0.0)
    spare = frame.room - left - date - _SPARE * frame.character
    return [*lines, SignatureLine(day, SIGNATURE_DAY, left, right=min(spare, 0.0))]


def _sealed(organs: list[str], day: str, style: SealedSignature, frame: _Frame) -> list[SignatureLine]:
    """7.3.5.1: the day 日期右空 from the right, the last organ centred above it, others side by side before it.

    Organs are centred on the place that their middle is to have, so that they stay so when someone changes them. The
    day ends where it is to end, because applications disagree on its width.
    """
    half = frame.width(day) / 2
    middle = frame.room - style.日期右空.值 * frame.character - half
    if not organs:
        return [SignatureLine(day, SEALED_ALONE, right=frame.room - middle - half)]
    rows, last = _rows(organs, style, frame), frame.width(organs[-1]) / 2
    right = frame.room - middle - last
    # A row that would reach over an edge of the type area is moved in, and the day with it.
    moved = max(min(right, frame.room - max(map(frame.width, rows))), 0.0)
    lines = [
        _centred(row, SEALED_NEXT if number else SEALED_FIRST, frame.room - moved - frame.width(row) / 2, frame)
        for number, row in enumerate(rows)
    ]
    return [*lines, SignatureLine(day, SEALED, right=max(moved + last - half, 0.0))]


def _rows(organs: list[str], style: SealedSignature, frame: _Frame) -> list[str]:
    """The organs side by side as long as they fit, filled from the last row so that the day has its organ above it."""
    gap = _SPACE * round(style.并排间空.值)
    rows = [organs[-1]]
    for organ in reversed(organs[:-1]):
        together = organ + gap + rows[0]
        if frame.width(together) <= frame.room:
            rows[0] = together
        else:
            rows.insert(0, organ)
    return rows


def _centred(text: str, style: str, middle: float, frame: _Frame) -> SignatureLine:
    return SignatureLine(text, style, left=max(2 * middle - frame.room, 0.0), right=max(frame.room - 2 * middle, 0.0))
