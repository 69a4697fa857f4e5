"""What the styles of our own files say: their names stay the same over all profiles (`writing.docx.styles`)."""

from __future__ import annotations

from typing import Literal

from generator.document.manuscript import LineKind

Part = LineKind | Literal["表题", "字号", "附件标签"]
"""A kind of line, or a paragraph that becomes part of another line."""

_HAN = "一二三四"
PARTS: dict[str, Part] = {
    "公文标题": "标题",
    "公文标题（下有题注）": "标题",
    "公文题注": "题注",
    "公文主送机关": "主送",
    "公文正文": "段",
    "公文附注": "附注",
    "公文表题": "表题",
    "公文图题": "图题",
    "公文署名首行": "署名",
    "公文署名": "署名",
    "公文署名首行（用印）": "署名",
    "公文署名下一行（用印）": "署名",
    "公文成文日期": "成文日期",
    "公文成文日期（用印）": "成文日期",
    "公文成文日期（无署名）": "成文日期",
    "公文发文机关标志": "版头",
    "公文发文机关标志（联名）": "版头",
    "公文发文字号首行": "字号",
    "公文发文字号": "字号",
    "公文附件说明": "附件说明",
    "公文附件说明（续）": "附件说明",
    "公文附件": "附件标签",
    "公文附件标题": "附件",
    "公文抄送": "版记",
    "公文印发": "版记",
    **{f"公文{digit}级标题": "节标题" for digit in _HAN},
    **{f"公文{digit}级接排段": "节标题" for digit in _HAN},
}
STANDARD: dict[str, Part] = {"title": "标题", "subtitle": "题注", "caption": "图题"}
"""Word's own styles, by their names in lower case."""
CONTENTS = ("toc ", "目录", "table of ")
"""Beginnings of names of styles in which a table of contents is set."""
