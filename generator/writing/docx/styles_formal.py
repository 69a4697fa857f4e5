"""The styles of the formal parts: 版头, 附件说明, 附件, 版记 (GB/T 9704—2012 7.2, 7.3.4, 7.3.7, 7.4).

A rule is a paragraph as high as the rule is thick, filled with its colour: in frames LibreOffice drops the borders of
paragraphs that differ, and thicknesses such as 0.35 mm are no eighths of a point, in which borders are counted.
"""

from __future__ import annotations

from generator.models.style import StyleProfile
from generator.models.style_formal import Rule
from generator.models.style_values import Lines, TextKind
from generator.writing.docx.letters import advance
from generator.writing.docx.names import (
    ANNEX_LABEL,
    ANNEX_NOTE,
    ANNEX_NOTE_NEXT,
    ANNEX_TITLE,
    IMPRINT_ANCHOR,
    IMPRINT_COPIES,
    IMPRINT_INNER,
    IMPRINT_ISSUER,
    IMPRINT_OUTER,
    MARK,
    MARK_JOINT,
    MARK_SPACE,
    NUMBER,
    NUMBER_FIRST,
    RED_RULE,
    SIGNER,
)
from generator.writing.docx.styles_paragraph import (
    KEEP,
    OFF_GRID,
    Extra,
    character,
    fonts,
    paragraph,
    pitch,
    run_properties,
    style,
)
from generator.writing.docx.xml import element
from generator.writing.measure import width

_BASELINE = 0.8  # how far down an exact line its letters stand, in Word and in LibreOffice
_BELOW = 0.1  # 字: how far letters reach below the line they stand on
_SMALLEST = '<w:sz w:val="2"/><w:szCs w:val="2"/>'  # for paragraphs without text, whose mark must not widen them
_NO_SPACES = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # places are reckoned without such spaces


def formal_styles(profile: StyleProfile) -> tuple[str, ...]:
    """All of them."""
    return (*_letterhead(profile), *_annexes(profile), *_imprint(profile))


def _letterhead(profile: StyleProfile) -> tuple[str, ...]:
    head = profile.版头
    mark, number = head.标志, head.发文字号
    # Off the grid, because LibreOffice moves letters up in the lines of the grid, and the rule's place depends on them.
    above = number.model_copy(update={"段前": head.字号上空})
    return (
        style(MARK_SPACE, "公文版头上空", OFF_GRID + _exact(mark.上距版心.twips), _SMALLEST),
        _mark(MARK, "公文发文机关标志", "center", profile),
        _mark(MARK_JOINT, "公文发文机关标志（联名）", "distribute", profile),
        paragraph(NUMBER_FIRST, "公文发文字号首行", above, profile, Extra(_NO_SPACES + OFF_GRID)),
        paragraph(NUMBER, "公文发文字号", number, profile, Extra(_NO_SPACES + OFF_GRID)),
        character(SIGNER, "公文签发人姓名", fonts(head.签发人.姓名, profile)),
        _rule(
            RED_RULE, "公文红色分隔线", head.分隔线, before=_above_the_rule(profile), after=_twips(head.线下空, profile)
        ),
    )


def _mark(style_id: str, name: str, side: str, profile: StyleProfile) -> str:
    mark = profile.版头.标志
    line = _exact(round(mark.字样.字号.twips * mark.行高.值))
    return style(style_id, name, OFF_GRID + line + element("jc", val=side), run_properties(mark.字样, profile))


def _above_the_rule(profile: StyleProfile) -> int:
    """What is left of 线距字号 below the line of the 发文字号, in twips."""
    head = profile.版头
    line, _ = pitch(head.发文字号.行距 or profile.版心.行距)
    below_letters = line * (1 - _BASELINE) - head.发文字号.字号.twips * _BELOW
    return max(round(head.线距字号.twips - below_letters), 0)


def _annexes(profile: StyleProfile) -> tuple[str, ...]:
    note, annex = profile.附件说明.字样, profile.附件
    following = note.model_copy(update={"段前": None})
    return (
        paragraph(ANNEX_NOTE, "公文附件说明", note, profile, Extra(_NO_SPACES)),
        paragraph(ANNEX_NOTE_NEXT, "公文附件说明（续）", following, profile, Extra(_NO_SPACES)),
        paragraph(ANNEX_LABEL, "公文附件", annex.标签, profile, Extra(f"{KEEP}<w:pageBreakBefore/>")),
        paragraph(ANNEX_TITLE, "公文附件标题", annex.题, profile, Extra(KEEP)),
    )


def _imprint(profile: StyleProfile) -> tuple[str, ...]:
    imprint = profile.版记
    kind = imprint.字样
    wide = advance(kind, profile) * 20
    left, right = (round((side.值 if side else 0) * wide) for side in (kind.左空, kind.右空))
    label = round(width(imprint.抄送.文字) * wide)
    copies = element("ind", left=left + label, right=right, hanging=label)
    tab = f"<w:tabs>{element('tab', val='right', pos=profile.版心.宽.twips - right)}</w:tabs>"
    return (
        _imprint_line(IMPRINT_COPIES, "公文抄送", "", copies, profile),
        _imprint_line(IMPRINT_ISSUER, "公文印发", tab, element("ind", left=left), profile),
        _rule(IMPRINT_OUTER, "公文版记外线", imprint.外线),
        _rule(IMPRINT_INNER, "公文版记内线", imprint.内线),
        # Less than what the lines of a full page leave of the type area, or an imprint alone would open a new page.
        style(IMPRINT_ANCHOR, "公文版记定位", OFF_GRID + _exact(_ANCHOR), _SMALLEST),
    )


_ANCHOR = 10  # 缇


def _imprint_line(style_id: str, name: str, tabs: str, indent: str, profile: StyleProfile) -> str:
    imprint = profile.版记
    line, rule = pitch(imprint.字样.行距 or profile.版心.行距)
    around = element("spacing", before=imprint.上空.twips, after=imprint.下空.twips, line=line, lineRule=rule)
    properties = tabs + _NO_SPACES + OFF_GRID + around + indent + element("jc", val=_side(imprint.字样))
    return style(style_id, name, properties, run_properties(imprint.字样, profile))


def _side(kind: TextKind) -> str:
    return "both" if kind.对齐.值 == "两端" else "left"


def _rule(style_id: str, name: str, rule: Rule, *, before: int = 0, after: int = 0) -> str:
    fill = element("shd", val="clear", color="auto", fill=rule.颜色.值)
    return style(style_id, name, fill + OFF_GRID + _exact(rule.粗.twips, before, after), _SMALLEST)


def _exact(line: int, before: int = 0, after: int = 0) -> str:
    return element("spacing", before=before, after=after, line=line, lineRule="exact")


def _twips(lines: Lines, profile: StyleProfile) -> int:
    return round(lines.值 * profile.版心.行距.twips)
