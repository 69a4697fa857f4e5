"""The formal parts of a style profile: 版头, 附件说明, 附件 and 版记 (GB/T 9704—2012 7.2, 7.3.4, 7.3.7, 7.4)."""

from __future__ import annotations

from generator.models.base import KnowledgeEntry
from generator.models.style_values import Characters, Colour, Count, Length, Lines, TextKind, Wording


class Rule(KnowledgeEntry):
    """A rule as wide as the type area."""

    粗: Length
    颜色: Colour


class MarkStyle(KnowledgeEntry):
    """发文机关标志. 字号 of 字样 is the largest; a mark that is wider than the type area is set smaller.

    行高 is chosen so that the upper edge of the letters is that of the line: 上距版心 then holds for every size.
    """

    字样: TextKind
    上距版心: Length
    行高: Characters
    联名间空: Characters
    文件间空: Characters


class SignerStyle(KnowledgeEntry):
    """签发人 of an upward document, at the right of the line of the 发文字号."""

    姓名: TextKind
    标签: Wording
    每行: Count
    间空: Characters
    右空: Characters
    空白: Characters


class LetterheadStyle(KnowledgeEntry):
    """版头, from the mark to the red rule; 字号上空 is left blank below the mark, 线下空 below the rule."""

    标志: MarkStyle
    发文字号: TextKind
    字号上空: Lines
    空白字号: Wording
    签发人: SignerStyle
    分隔线: Rule
    线距字号: Length
    线下空: Lines


class AnnexNoteStyle(KnowledgeEntry):
    """附件说明. 序号后空 stands between the number and the name; names lose the marks in 不用标点."""

    字样: TextKind
    标签: Wording
    序号点: Wording
    序号后空: Characters
    不用标点: Wording


class AnnexStyle(KnowledgeEntry):
    """附件: its label on the first line of a new page, then its title."""

    标签: TextKind
    文字: Wording
    题: TextKind


class ImprintStyle(KnowledgeEntry):
    """版记. 上空 and 下空 stand between a rule and the text under and over it."""

    字样: TextKind
    上空: Length
    下空: Length
    外线: Rule
    内线: Rule
    抄送: Wording
    间隔: Wording
    结尾: Wording
    印发: Wording
