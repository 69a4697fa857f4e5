"""How a paragraph style is written: spacing, indents and letters of one kind of text as XML."""

from __future__ import annotations

from generator.models.style import StyleProfile
from generator.models.style_values import Alignment, Length, Lines, TextKind
from generator.records import dataclass
from generator.writing.docx.letters import advance, spacing
from generator.writing.docx.names import NORMAL
from generator.writing.docx.xml import element, escaped

_JUSTIFICATION: dict[Alignment, str] = {"左": "left", "中": "center", "右": "right", "两端": "both"}
KEEP_NEXT = "<w:keepNext/>"
KEEP = "<w:keepNext/><w:keepLines/>"
OFF_GRID = '<w:snapToGrid w:val="0"/>'


@dataclass(frozen=True, slots=True)
class Extra:
    """What a paragraph style carries beside its kind; XML in the order of the schema."""

    flow: str = ""  # keepNext and the like, before spacing
    context: str = ""  # contextualSpacing
    before: Lines | None = None
    after: Lines | None = None
    outline: int | None = None
    alignment: Alignment | None = None


def paragraph(style_id: str, name: str, kind: TextKind, profile: StyleProfile, extra: Extra | None = None) -> str:
    """A paragraph style for one kind of text."""
    extra = extra or Extra()
    outline = "" if extra.outline is None else element("outlineLvl", val=extra.outline)
    properties = (
        extra.flow
        + ("" if _on_grid(kind, profile) else OFF_GRID)
        + _line_spacing(kind, profile, extra)
        + _indents(kind, profile)
        + extra.context
        + element("jc", val=_JUSTIFICATION[extra.alignment or kind.对齐.值])
        + outline
    )
    return style(style_id, name, properties, run_properties(kind, profile))


def style(style_id: str, name: str, properties: str, run: str = "") -> str:
    """A paragraph style by its properties and those of its letters, both XML."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{escaped(name)}"/>'
        f'<w:basedOn w:val="{NORMAL}"/><w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def character(style_id: str, name: str, run: str) -> str:
    """A character style."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{escaped(name)}"/>'
        f"<w:qFormat/><w:rPr>{run}</w:rPr></w:style>"
    )


def _on_grid(kind: TextKind, profile: StyleProfile) -> bool:
    """Larger letters would take up two lines of the grid in LibreOffice, whatever pitch they are given."""
    return kind.行距 is None and kind.字号.twips <= profile.正文.字号.twips


def _line_spacing(kind: TextKind, profile: StyleProfile, extra: Extra) -> str:
    before, after = extra.before or kind.段前, extra.after or kind.段后
    one = profile.版心.行距.twips
    line, rule = pitch(kind.行距 or profile.版心.行距)
    return element(
        "spacing",
        before=round(before.值 * one) if before else 0,
        beforeLines=round(before.值 * 100) if before else None,
        after=round(after.值 * one) if after else 0,
        afterLines=round(after.值 * 100) if after else None,
        line=line,
        lineRule=rule,
    )


def pitch(given: Length | Lines) -> tuple[int, str]:
    """`w:line` and `w:lineRule` of a line pitch."""
    return (given.twips, "exact") if isinstance(given, Length) else (round(given.值 * 240), "auto")


def _indents(kind: TextKind, profile: StyleProfile) -> str:
    wide = advance(kind, profile) * 20
    left, right, first = kind.左空, kind.右空, kind.首行缩进
    if not (left or right or first):
        return ""
    return element(
        "ind",
        left=round(left.值 * wide) if left else None,
        leftChars=round(left.值 * 100) if left else None,
        right=round(right.值 * wide) if right else None,
        rightChars=round(right.值 * 100) if right else None,
        firstLine=round(first.值 * wide) if first else None,
        firstLineChars=round(first.值 * 100) if first else None,
    )


def run_properties(kind: TextKind, profile: StyleProfile) -> str:
    """Font, colour, spacing and size of one kind of text."""
    size = round(kind.字号.points * 2)
    colour = element("color", val=kind.颜色.值) if kind.颜色 else ""
    return (
        fonts(kind, profile)
        + colour
        + element("spacing", val=spacing(kind, profile))
        + element("sz", val=size)
        + element("szCs", val=size)
    )


def fonts(kind: TextKind, profile: StyleProfile) -> str:
    """The fonts of one kind of text, for Chinese and for other letters."""
    face = profile.字体.of(kind.字体.值)
    return element("rFonts", ascii=face.latin, eastAsia=face.名, hAnsi=face.latin, cs=face.名)
