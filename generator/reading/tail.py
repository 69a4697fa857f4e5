"""What stands behind the text: 附件说明, signature, day, 附注, annexes, 版记, furniture of a web page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.line_shapes import shape
from generator.patterns import compile_later
from generator.reading.own_styles import Part
from generator.reading.raw import Raw
from generator.reading.words import Words, bare, is_day

_MOST = 60
_LONGEST_NAME = 60
_MARKS = "。；，！？;,!?："
_NUMBERED = compile_later(r"\s*[0-9]{1,2}\s*[.．、]\s*\S")
_ENDING: tuple[Part | None, ...] = ("署名", "成文日期")


def kinds_of_tail(raws: Sequence[Raw], parts: Sequence[Part | None], words: Words) -> dict[int, Part]:
    """The kinds of lines that styles leave open, by their index."""
    found: dict[int, Part] = {}
    end = len(raws)
    while end > 0 and (part := _last_of_all(raws[end - 1], parts[end - 1], words)) is not None:
        end -= 1
        found[end] = part
    signed = _signature(raws, parts, end, words)
    found |= {place: "成文日期" if is_day(raws[place].text) else "署名" for place in signed}
    begin = signed[0] if signed else end
    found |= _annexes(raws, parts, range(signed[-1] + 1 if signed else _text_begin(parts), end), words)
    first_annex = min((place for place, part in found.items() if part == "附件标签"), default=end)
    found |= _annex_note(raws, parts, min(begin, first_annex), words)
    for place in range((signed[-1] + 1) if signed else end, end):
        if parts[place] is None and place not in found and words.is_note(raws[place].text):
            found[place] = "附注"
    return found


def _last_of_all(raw: Raw, part: Part | None, words: Words) -> Part | None:
    """What may stand at the very end: kinds that styles give, too."""
    if part in ("杂项", "版记"):
        return part
    if part is not None or raw.rows or raw.number:
        return None
    text = raw.text
    if words.is_imprint(text):
        return "版记"
    if words.is_note(text):
        return "附注"
    return "杂项" if words.is_furniture(text) and not is_day(text) else None


def _signature(raws: Sequence[Raw], parts: Sequence[Part | None], end: int, words: Words) -> list[int]:
    """The lines of signature and day: the last day that stands alone, the organs above it."""
    if any(part in _ENDING for part in parts):
        return []
    days = [place for place in range(1, end) if parts[place] is None and is_day(raws[place].text)]
    under = [place for place in days if parts[place - 1] is None and _is_name(raws[place - 1], words)]
    last = max(under or days, default=None)
    if last is None:
        only = end - 1
        alone = only > 0 and parts[only] is None and _is_name(raws[only], words)
        return [only] if alone else []
    first = last
    while first > 0 and parts[first - 1] is None and _is_name(raws[first - 1], words):
        first -= 1
    behind = range(last + 1, end)
    ends_there = not behind or any(
        words.is_annex_label(raws[place].text) or words.is_note(raws[place].text) for place in behind
    )
    return list(range(first, last + 1)) if first < last or ends_there else []


def _is_name(raw: Raw, words: Words) -> bool:
    line = bare(raw.text)
    plain = len(line) <= _LONGEST_NAME and line[-1:] not in _MARKS and not shape(line).level and not raw.number
    return plain and words.is_organ(raw.text)


def _text_begin(parts: Sequence[Part | None]) -> int:
    """Without a signature, annexes are looked for in the second half only."""
    return len(parts) // 2


def _annexes(raws: Sequence[Raw], parts: Sequence[Part | None], places: range, words: Words) -> dict[int, Part]:
    found: dict[int, Part] = {}
    for place in places:
        if parts[place] is None and words.is_annex_label(raws[place].text):
            found[place] = "附件标签"
            below = place + 1
            if below in places and parts[below] is None and _is_title(raws[below]):
                found[below] = "附件"
    return found


def _is_title(raw: Raw) -> bool:
    line = bare(raw.text)
    return len(line) <= _LONGEST_NAME and line[-1:] not in _MARKS and not raw.rows and not shape(line).level


def _annex_note(raws: Sequence[Raw], parts: Sequence[Part | None], end: int, words: Words) -> dict[int, Part]:
    """附件：1.… and the names below it, just before the signature."""
    names: list[int] = []
    for place in range(end - 1, max(end - _MOST, -1), -1):
        raw = raws[place]
        if parts[place] is not None or raw.rows:
            return {}
        names.append(place)
        if words.is_annex_note(raw.text) and not raw.number:
            return dict.fromkeys(names, "附件说明")
        if not (
            _NUMBERED.match(raw.text) and bare(raw.text)[-1:] not in "。；" and len(bare(raw.text)) <= _LONGEST_NAME
        ):
            return {}
    return {}
