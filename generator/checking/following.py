"""Findings that only follow from faults which have been reported already."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from generator.checking.findings import Found
from generator.models.base import Path
from generator.models.broken import inside, touches

_FIGURES = ("指标", "上年", "其他数据")
_ALL_FIGURES = tuple((root,) for root in _FIGURES)
_WHERE_TEXT_IS = ("正文", "举措", "不足", "第一责任人", "履职", "安排", "其他")
_HOLDS_TEXT = ("节", "内容", "文", "谁", "事项", "任务", "段", "要点", "表", "主题", "图", "只给", "不给", "不公开")
_MISSES_ITEMS = ("PART001", "PART002", "PART013", "PART014", "PART040", "PART071", "PART091")
_SILENT_WITHOUT_FIGURES = ("PART040", "PART041", "PART042")
_MISSES_BLOCKS = ("PART006", "PART007", "PART042")


def without_following(found: Iterable[Found], broken: AbstractSet[Path]) -> list[Found]:
    """The findings that would stand if what is broken were mended: those about stand-ins and gaps are left out."""
    return [each for each in found if not broken or not _follows(each, broken)]


def _follows(found: Found, broken: AbstractSet[Path]) -> bool:
    code = found.diagnostic.code
    if code in _SILENT_WITHOUT_FIGURES and any(path in _ALL_FIGURES for path in broken):
        return True
    if code in _MISSES_ITEMS:
        return any(_loses_text(path) for path in broken)
    if code in _MISSES_BLOCKS:
        around = found.path[:-2] if found.path[-1:] == ("节",) else found.path
        return any(touches({path}, around) for path in broken if _loses_text(path))
    for path in (found.path, *found.also):
        if path and (touches if path[0] in _FIGURES else inside)(broken, path):
            return True
    return False


def _loses_text(path: Path) -> bool:
    """Whether a section, a block, or the word that says what it covers may be gone with this part of the input."""
    if path[:1] == () or path[0] not in _WHERE_TEXT_IS:
        return False
    return len(path) == 1 or isinstance(path[-1], int) or path[-1] in _HOLDS_TEXT
