"""Runs of text. What has the same look becomes one run, so that Word finds words that figures are part of."""

from __future__ import annotations

import re
from itertools import groupby

from generator.document.blocks import Inline, Inlines, Text, WordBreak
from generator.patterns import compile_later
from generator.writing.docx.names import STRONG
from generator.writing.docx.xml import escaped

_AMBIGUOUS = compile_later("[\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u203b\u2103-\u22ff\u2460-\u24ff]")
"""Characters that Word takes for Western ones unless the run says otherwise: quotes, dashes, the ellipsis, × ÷ ① …"""

_HINT = '<w:rFonts w:hint="eastAsia"/>'


def text_runs(inlines: Inlines, *, bold: bool = True, style: str = "") -> str:
    """The runs of a line of text; `bold` says whether bold parts may be seen, `style` is a character style for all."""
    printed = (part for part in inlines if not isinstance(part, WordBreak))
    return "".join(
        run("".join(part.text for part in parts), style=style or (STRONG if strong and bold else ""))
        for strong, parts in groupby(printed, _is_strong)
    )


def run(text: str, *, style: str = "", properties: str = "") -> str:
    """One run; nothing for an empty text. `properties` are those that no style can carry."""
    if not text:
        return ""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    if _AMBIGUOUS.search(text):
        look += _HINT
    look += properties
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_content(text)}</w:r>"


def _content(text: str) -> str:
    """The text; its line ends and tabs are elements of their own."""
    if "\n" not in text and "\t" not in text:
        return _text(text)
    special = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(special.get(piece) or _text(piece) for piece in re.split("([\n\t])", text) if piece)


def _text(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip(" ") or "  " in text else ""
    return f"<w:t{kept}>{escaped(text)}</w:t>"


def _is_strong(part: Inline) -> bool:
    return isinstance(part, Text) and part.bold
