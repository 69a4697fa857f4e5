"""From raw lines to lines: what each of them is, by its style, its position and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.document.line_shapes import sectioned, shape
from generator.document.manuscript import Line, LineKind, Manuscript
from generator.models.reading import ReadingWords
from generator.patterns import compile_later
from generator.reading.head import kinds_of_head
from generator.reading.own_styles import CONTENTS, PARTS, STANDARD, Part
from generator.reading.raw import Raw, RawReport
from generator.reading.tail import kinds_of_tail
from generator.reading.words import Words, day_in, day_within, is_day, is_number

_WIDE_GAP = compile_later(r"\u3000+|[ \t\u00a0]{2,}|\t")
_BLANKS = compile_later(r"[ \t\u3000\u00a0]+")
_HEADINGS = compile_later(r"(?:heading|标题) ?([1-9])")
_ANNEX_NUMBER = compile_later(r"([0-9]{1,2}\s*[.．、])\s*")


def recognised(report: RawReport, file: str, lists: ReadingWords) -> Manuscript:
    """The manuscript of a file."""
    words = Words(lists)
    raws = _with_captions(report.lines, words)
    parts: list[Part | None] = [_by_style(raw) for raw in raws]
    for place, raw in enumerate(raws[:_FIRST]):
        if _is_letterhead(raw, words):
            parts[place] = "版头"
    _fill(parts, kinds_of_head(raws, parts, words))
    _fill(parts, kinds_of_tail(raws, parts, words))
    lines = sectioned(_lines(raws, parts, words))
    organs = tuple(dict.fromkeys(line.text for line in lines if line.kind == "署名"))
    if not organs:
        organs = words.organs_in("".join(line.text for line in lines if line.kind == "标题"))
    return Manuscript(file, lines, organs, _dated(lines), report.own, report.notes)


def _fill(parts: list[Part | None], found: dict[int, Part]) -> None:
    for place, part in found.items():
        if parts[place] is None:
            parts[place] = part


def _by_style(raw: Raw) -> Part | None:
    """What the style says; None where it says nothing that can be relied on."""
    if raw.rows or raw.origin != "正文":
        return "表格" if raw.rows else "段" if raw.origin == "脚注" else "杂项"
    part = PARTS.get(raw.style)
    if part is not None:
        return part
    name = raw.style.lower()
    if name.startswith(CONTENTS):
        return "杂项"
    if name in STANDARD:
        return STANDARD[name]
    return "节标题" if raw.outline or _HEADINGS.fullmatch(name) else None


_FIRST = 3


def _is_letterhead(raw: Raw, words: Words) -> bool:
    """A table that only places the names of organs and 文件 behind them."""
    cells = [cell.text for row in raw.rows for cell in row if cell.text]
    return any(cell.endswith(words["版头"]) for cell in cells) and all(len(cell) <= _LONGEST_MARKS for cell in cells)


_LONGEST_MARKS = 80


def _with_captions(raws: Iterable[Raw], words: Words) -> list[Raw]:
    """The raw lines, the title of a table as text of the table. Below 附件 stands the title of the annex."""
    found: list[Raw] = []
    for raw in raws:
        before = found[-1] if found else None
        of_annex = len(found) > 1 and words.is_annex_label(found[-2].text)
        if raw.rows and before is not None and not of_annex and _is_caption(before, words):
            found[-1] = replace(raw, text=before.text.strip(), place=before.place)
        else:
            found.append(raw)
    return found


_LONGEST_CAPTION = 40


def _is_caption(raw: Raw, words: Words) -> bool:
    if PARTS.get(raw.style) is not None or raw.rows:
        return PARTS.get(raw.style) == "表题"
    text = raw.text.strip()
    if raw.style.lower() == "caption":
        return True
    if len(text) > _LONGEST_CAPTION or text[-1:] in "。；：:;，" or raw.outline or raw.number or shape(text).number:
        return False
    others = (
        words.is_title,
        words.is_annex_label,
        words.is_furniture,
        words.is_note,
        words.is_organ,
        is_day,
        is_number,
    )
    return not any(is_other(text) for is_other in others)


def _lines(raws: list[Raw], parts: list[Part | None], words: Words) -> Iterator[Line]:
    number = ""
    gathered: list[Raw] = []
    for place, (raw, part) in enumerate(zip(raws, parts, strict=True)):
        if part == "字号":
            gathered.append(raw)
            if place + 1 < len(parts) and parts[place + 1] == "字号":
                continue
            yield from _letterhead_lines(gathered, words)
            gathered = []
        elif part == "附件标签":
            number = _BLANKS.sub("", raw.text)
            if place + 1 < len(parts) and parts[place + 1] == "附件":
                continue
            yield Line("附件", "", raw.place, number=number)
            number = ""
        elif part == "附件":
            yield Line("附件", _joined(raw.text), raw.place, number=number)
            number = ""
        elif part == "表题":
            yield from _line(raw, "段", words)
        else:
            yield from _line(raw, part, words)


def _letterhead_lines(raws: list[Raw], words: Words) -> Iterator[Line]:
    """发文字号 as one line and the signers as another, however many lines they take in the file."""
    label = next(iter(words["签发人"]), "")
    pieces: list[str] = []
    numbers: list[str] = []
    for raw in raws:
        before, found, behind = raw.text.partition(label) if label else (raw.text, "", "")
        columns = before.split("\t")
        numbers += [columns[0].strip()] if columns[0].strip() else []
        pieces += [*columns[1:], *(behind.split("\t") if found else ())]
    yield from (Line("版头", number, raws[-1].place) for number in numbers)
    names = "　".join(name for piece in pieces if (name := piece.strip()))
    if label and any(label in raw.text for raw in raws):
        yield Line("版头", (label + names).strip(), raws[0].place)
    elif names:
        yield Line("版头", names, raws[0].place)


def _line(raw: Raw, kind: LineKind | None, words: Words) -> Iterator[Line]:
    if raw.rows and kind == "版头":
        marks = [each.strip() for row in raw.rows for cell in row for each in cell.text.split("\n")]
        yield from (Line("版头", mark, raw.place) for mark in marks if mark)
    elif raw.rows:
        yield Line("表格", raw.text, raw.place, rows=raw.rows)
    elif raw.origin == "脚注":
        yield Line("段", raw.text.strip(), raw.place, number="注")
    elif kind in (None, "段", "节标题", "要点"):
        yield _of_text(raw, is_heading=kind == "节标题")
    elif kind == "标题":
        yield Line("标题", _joined(raw.text), raw.place)
    elif kind == "署名":
        yield from (Line("署名", each.strip(), raw.place) for each in _WIDE_GAP.split(raw.text) if each.strip())
    elif kind == "主送":
        text = _joined(raw.text)
        yield Line("称谓" if words.is_salutation(text) else "主送", text, raw.place)
    elif kind == "附件说明":
        yield _annex_note(raw, words)
    else:
        yield Line(kind, "\t".join(map(str.strip, raw.text.split("\t"))).strip(), raw.place)


def _of_text(raw: Raw, *, is_heading: bool) -> Line:
    text = raw.text.strip()
    cut = len(raw.text) - len(raw.text.lstrip())
    level = (raw.outline or _level_of(raw.style)) if is_heading else 0
    run_in = max(raw.run_in - cut, 0)
    found = shape(text, known_level=level, run_in=run_in, number=raw.number)
    return Line(found.kind, found.text, raw.place, found.number, found.level, found.run_in)


def _level_of(style: str) -> int:
    found = _HEADINGS.fullmatch(style.lower())
    return int(found[1]) if found else 0


def _annex_note(raw: Raw, words: Words) -> Line:
    text = raw.text.strip()
    label = next((label for label in words["附件说明"] if text.startswith(label)), "")
    text = text.removeprefix(label).strip()
    found = _ANNEX_NUMBER.match(text)
    number = found[1].strip() if found else ""
    return Line("附件说明", text[found.end() :] if found else text, raw.place, number=number)


def _joined(text: str) -> str:
    """A text whose lines were broken for their looks."""
    return text.replace("\n", "").strip()


def _dated(lines: tuple[Line, ...]) -> date | None:
    """The day below the text, else the one below the title (of a meeting)."""
    days = [found for line in lines if line.kind == "成文日期" and (found := day_in(line.text)) is not None]
    held = (day_within(line.text) for line in lines if line.kind == "题注")
    return days[-1] if days else next((day for day in held if day is not None), None)
