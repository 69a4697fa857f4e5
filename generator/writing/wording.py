"""What every writer must know of the words of annexes and of the imprint."""

from __future__ import annotations

from dataclasses import replace

from generator.document.blocks import AnnexNote, Imprint, Inlines, Text
from generator.models.style import StyleProfile


def annex_names(note: AnnexNote, style: StyleProfile) -> list[tuple[str, Inlines]]:
    """Every annex with its number (empty when there is only one) and its name without a mark behind it (7.3.4)."""
    look = style.附件说明
    several = len(note.names) > 1
    return [
        (f"{place}{look.序号点.文字}" if several else "", _unmarked(name, look.不用标点.文字))
        for place, name in enumerate(note.names, start=1)
    ]


def _unmarked(name: Inlines, marks: str) -> Inlines:
    last = name[-1] if name else None
    if not isinstance(last, Text) or last.text.rstrip(marks) == last.text:
        return name
    return (*name[:-1], replace(last, text=last.text.rstrip(marks)))


def annex_label(number: int, style: StyleProfile) -> str:
    """附件 on the first line of an annex, with its number when there are several (7.3.7)."""
    return f"{style.附件.文字.文字}{number or ''}"


def imprint_copies(imprint: Imprint, style: StyleProfile) -> str:
    """抄送：甲，乙。 Nothing when nobody gets a copy (7.4.2)."""
    look = style.版记
    copies = look.间隔.文字.join(filter(None, imprint.copies))
    ending = "" if copies.endswith(look.结尾.文字) else look.结尾.文字
    return f"{look.抄送.文字}{copies}{ending}" if copies else ""


def imprint_issue(imprint: Imprint, style: StyleProfile) -> tuple[str, str]:
    """印发机关, and its day with 印发 behind it; both empty when neither is given. An open day leaves its blanks."""
    if not (imprint.issuer or imprint.day):
        return "", ""
    return imprint.issuer, (imprint.day or style.署名.空白日期.文字) + style.版记.印发.文字
