"""版记: paragraphs in one frame, whose foot is that of the type area (GB/T 9704—2012 7.4)."""

from __future__ import annotations

from generator.document.blocks import Imprint
from generator.models.style import StyleProfile
from generator.writing.docx.names import (
    IMPRINT_ANCHOR,
    IMPRINT_COPIES,
    IMPRINT_INNER,
    IMPRINT_ISSUER,
    IMPRINT_OUTER,
)
from generator.writing.docx.paragraphs import paragraph
from generator.writing.docx.runs import run
from generator.writing.docx.xml import element
from generator.writing.wording import imprint_copies, imprint_issue


def imprint(block: Imprint, profile: StyleProfile) -> str:
    """The frame and the paragraph it hangs on: where that one finds no room above the frame, both open a new page.

    Nothing for an imprint that says nothing.
    """
    copies, (issuer, day) = imprint_copies(block, profile), imprint_issue(block, profile)
    rows = []
    if copies:
        rows.append((IMPRINT_COPIES, run(copies)))
    if day:
        rows.append((IMPRINT_ISSUER, run(f"{issuer}\t{day}")))
    if not rows:
        return ""
    frame = _frame(profile)
    lines = [paragraph(IMPRINT_OUTER, properties=frame)]
    for style, content in rows:
        lines += [paragraph(style, content, properties=frame), paragraph(IMPRINT_INNER, properties=frame)]
    lines[-1] = paragraph(IMPRINT_OUTER, properties=frame)
    return "".join(lines) + paragraph(IMPRINT_ANCHOR)


def _frame(profile: StyleProfile) -> str:
    return element(
        "framePr",
        w=profile.版心.宽.twips,
        wrap="around",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
