"""附件说明 under the text, and the head of each 附件 (GB/T 9704—2012 7.3.4 and 7.3.7)."""

from __future__ import annotations

from generator.document.blocks import Annex, AnnexNote, Text
from generator.models.style import StyleProfile
from generator.writing.docx.letters import advance, takes_bold
from generator.writing.docx.names import ANNEX_LABEL, ANNEX_NOTE, ANNEX_NOTE_NEXT, ANNEX_TITLE
from generator.writing.docx.paragraphs import paragraph
from generator.writing.docx.runs import run, text_runs
from generator.writing.docx.xml import element
from generator.writing.measure import width
from generator.writing.titles import title_lines
from generator.writing.wording import annex_label, annex_names


def annex_note(block: AnnexNote, profile: StyleProfile, *, keep_next: bool) -> str:
    """The names below each other, each wrapped to its own first character."""
    style = profile.附件说明
    names = annex_names(block, profile)
    character = advance(style.字样, profile) * 20
    begin = style.字样.左空.值 if style.字样.左空 else 0.0
    label = width(style.标签.文字)
    written = []
    for place, (number, name) in enumerate(names, start=1):
        # Numbers are as wide as the font makes them: a tab leads to where the name and its wrapped lines begin.
        behind = width(names[-1][0]) + style.序号后空.值 if number else 0.0
        first, name_at = begin + (label if place > 1 else 0.0), begin + label + behind
        left, hanging = round(name_at * character), round((name_at - first) * character)
        tab = f"<w:tabs>{element('tab', val='left', pos=left)}</w:tabs>" if number else ""
        indent = element("ind", left=left, leftChars=0, hanging=hanging)
        lead = (style.标签.文字 if place == 1 else "") + (f"{number}\t" if number else "")
        content = text_runs((Text(lead), *name), bold=takes_bold(style.字样))
        look = ANNEX_NOTE if place == 1 else ANNEX_NOTE_NEXT
        written.append(paragraph(look, content, keep_next=keep_next, properties=tab + indent))
    return "".join(written)


def annex_head(annex: Annex, profile: StyleProfile) -> str:
    """The label on the first line of a new page, the title on the third."""
    style = profile.附件
    room = profile.版心.宽.points / advance(style.题, profile)
    lines = title_lines(annex.title, profile.标题断行, room)
    return paragraph(ANNEX_LABEL, run(annex_label(annex.number, profile))) + paragraph(
        ANNEX_TITLE, run("\n".join(lines))
    )
