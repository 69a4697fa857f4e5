"""Numbers are given last, over the finished tree, so that a part left out never leaves a gap.

一、 （一） 1. （1） are the four levels of GB/T 9704—2012, 7.3.3; 一是、二是 are the points of a series.
"""

from __future__ import annotations

from dataclasses import replace

from generator.document.blocks import Annex, Block, Document, Inline, Inlines, Ordinal, Paragraph, Point, Section

_DIGITS = "零一二三四五六七八九"
_CIRCLED_ONE = 0x2460
_CIRCLED = 20
_MOST = 10_000


def chinese(number: int) -> str:
    """1–9999 in Chinese numerals: 一, 十, 十一, 二十, 一百零一. Beyond that no office counts, and digits stand."""
    if number >= _MOST:
        return str(number)
    words, pending_zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit == 0:
            pending_zero = bool(words)
            continue
        words += ("零" if pending_zero else "") + _DIGITS[digit] + name
        pending_zero = False
    return words.removeprefix("一") if words.startswith("一十") else words


def section_number(level: int, number: int) -> str:
    """The number of the `number`-th headed section at a level; below the fourth level ① and so on."""
    match level:
        case 1:
            return f"{chinese(number)}、"
        case 2:
            return f"（{chinese(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
        case _:
            return chr(_CIRCLED_ONE + number - 1) if number <= _CIRCLED else f"{number})"


def point_number(number: int) -> str:
    return f"{chinese(number)}是"


def numbered(document: Document) -> Document:
    """The document with levels and numbers in its sections and ordinals in its series."""
    return replace(document, blocks=_numbered(document.blocks, 1))


def _numbered(blocks: tuple[Block, ...], level: int) -> tuple[Block, ...]:
    sections = points = 0
    result: list[Block] = []
    for block in blocks:
        points = points + 1 if isinstance(block, Point) else 0
        match block:
            case Section():
                sections += block.heading is not None
                result.append(_numbered_section(block, level, sections))
            case Annex():
                result.append(replace(block, blocks=_numbered(block.blocks, 1)))
            case Point():
                result.append(replace(block, number=point_number(points)))
            case Paragraph():
                result.append(replace(block, inlines=_with_ordinals(block.inlines)))
            case _:
                result.append(block)
    return tuple(result)


def _numbered_section(section: Section, level: int, number: int) -> Section:
    printed = section_number(level, number) if section.heading is not None else ""
    return replace(section, level=level, number=printed, blocks=_numbered(section.blocks, level + 1))


def _with_ordinals(inlines: Inlines) -> Inlines:
    points = 0
    result: list[Inline] = []
    for part in inlines:
        if isinstance(part, Ordinal):
            points += 1
            result.append(Ordinal(point_number(points)))
        else:
            result.append(part)
    return tuple(result)
