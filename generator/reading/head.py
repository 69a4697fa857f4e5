"""What stands before the text: furniture of a web page, 版头, title, 题注, 主送 or 称谓."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.line_shapes import shape
from generator.reading.own_styles import Part
from generator.reading.raw import Raw
from generator.reading.words import Words, bare, is_day, is_number

_MOST = 40
"""So many lines at most are looked at."""
_LONG = 60
_LONGEST_TITLE_LINE = 60
_MOST_TITLE_LINES = 5
_MARKS = "。；，：！？;:,!?"
_FIRST = 3
"""A table among the first lines is that of a web page, or places what it holds."""
_SETTLED: tuple[Part, ...] = ("节标题", "段", "要点", "表格")


def kinds_of_head(raws: Sequence[Raw], parts: Sequence[Part | None], words: Words) -> dict[int, Part]:
    """The kinds of lines that styles leave open, by their index."""
    found: dict[int, Part] = {}
    end = _body(raws, parts, words)
    title = _title(raws, parts, end, words)
    titled = title is not None or "标题" in parts[:end]
    first, last = title if title is not None else _styled_title(parts, end)
    name = "".join(bare(raws[place].text) for place in range(first, last))
    for place in range(end):
        if parts[place] is not None:
            continue
        if first <= place < last:
            found[place] = "标题"
        elif bare(raws[place].text) == name:
            found[place] = "杂项"
        else:
            part = _around(raws[place].text, words, before=titled and place < first, behind=titled and place >= last)
            if part is not None:
                found[place] = part
    for place in sorted((place for place, part in found.items() if part == "版头"), reverse=True):
        while found.get(place - 1) == "杂项" and words.is_organ(raws[place - 1].text):
            place -= 1  # noqa: PLW2901 - the marks of joint organs stand above the one with 文件
            found[place] = "版头"
    for place in range(end, len(raws)):
        if parts[place] is None and words.is_salutation(raws[place].text):
            found[place] = "主送"
    return found


def _body(raws: Sequence[Raw], parts: Sequence[Part | None], words: Words) -> int:
    """Where the text begins."""
    for place, raw in enumerate(raws[:_MOST]):
        if parts[place] in _SETTLED and not (parts[place] == "表格" and place < _FIRST):
            return place
        if parts[place] is not None or words.is_furniture(raw.text) or _is_numbered(raw.text, words):
            continue
        line = bare(raw.text)
        if raw.number or shape(line).level or (len(line) > _LONG and "。" in line):
            return place
        if line.endswith(("。", "；")) or (line.endswith(("：", ":")) and not _is_call(raw.text, words)):
            return place
    return min(len(raws), _MOST)


def _is_numbered(text: str, words: Words) -> bool:
    """Whether a line holds a 发文字号, or who signs."""
    return is_number(text) or any(label in text for label in words["签发人"])


def _is_call(text: str, words: Words) -> bool:
    return words.is_addressee(text) or words.is_salutation(text)


def _title(raws: Sequence[Raw], parts: Sequence[Part | None], end: int, words: Words) -> tuple[int, int] | None:
    """The lines from the first to the one behind the last of the title, if no style says what it is."""
    if "标题" in parts[:end]:
        return None
    open_ = [parts[place] is None and _fits(raws[place].text, words) for place in range(end)]
    for last in range(1, end + 1):
        for first in range(last - 1, max(last - _MOST_TITLE_LINES, 0) - 1, -1):
            if not open_[first]:
                break
            if words.is_title("".join(raws[place].text for place in range(first, last))):
                return _extended(raws, open_, (first, last), words)
    return None


def _extended(raws: Sequence[Raw], open_: list[bool], title: tuple[int, int], words: Words) -> tuple[int, int]:
    """With the organs above it, and with a line that goes on below: 关于…法治政府建设情况 and 的报告."""
    first, last = title
    while first > 0 and open_[first - 1] and words.is_organ(raws[first - 1].text):
        first -= 1
    if last < len(open_) and open_[last] and bare(raws[last].text).startswith("的"):
        last += 1
    return first, last


def _fits(text: str, words: Words) -> bool:
    line = bare(text)
    begins_otherwise = line.startswith(("（", "(", "—", "-"))
    short = 1 < len(line) <= _LONGEST_TITLE_LINE and line[-1] not in _MARKS
    return (
        short
        and not begins_otherwise
        and not (words.is_furniture(text) or is_day(text) or words.is_mark(text) or _is_numbered(text, words))
    )


def _styled_title(parts: Sequence[Part | None], end: int) -> tuple[int, int]:
    places = [place for place in range(end) if parts[place] == "标题"]
    return (places[0], places[-1] + 1) if places else (0, 0)


def _around(text: str, words: Words, *, before: bool, behind: bool) -> Part | None:
    """A line before the title, behind it, or where there is none."""
    if words.is_furniture(text):
        return "杂项"
    if _is_call(text, words):
        return "主送"
    if _is_numbered(text, words) and not behind:
        return "字号"
    if before and words.is_mark(text):
        return "版头"
    line = bare(text)
    if len(line) > _LONG or line[-1:] in _MARKS or not (before or behind):
        return None
    return "题注" if behind or line.startswith(("（", "(")) else "杂项"
