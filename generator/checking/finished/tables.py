"""Tables against themselves and against the text: totals of rows, this year and the last, one figure in both places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.checking.finished.amounts import as_printed as printed
from generator.checking.finished.amounts import gives, percent
from generator.checking.finished.examination import Examination, normal, spot
from generator.checking.finished.growth import direction
from generator.document.manuscript import Line
from generator.patterns import compile_later
from generator.records import dataclass

_FIGURE = compile_later(r"(?P<数>[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,9})?)(?P<万>万)?$")
_YEAR = compile_later(r"(20[0-9]{2})年度?$|(本年|今年)度?$|(上年|去年)度?$")
_NAMED = compile_later(r"(?<![0-9—-])(20[0-9]{2})年(?!以来|[底末]|—)")
_TOTALS = ("合计", "总计", "总数")
_NO_SUM = ("其中", "小计", "占比", "率", "%", "同比", "上年", "备注")
_LEAST, _SHARED, _BEFORE = 3, 3, 40
_NARROWER = compile_later(
    r"上年|去年|其中|本级|[上下]半年|20[0-9]{2}年|[0-9]月|季度|累计|领域|方面|[类型]|[局队所站厅院委]|部门|法院|[乡镇]|街道|涉|专项|行动|案卷"
)
"""A clause that speaks of less than the table: one organ, one field, one time."""
_CHANGE = compile_later(
    r"(?<![0-9.])(?P<数>[0-9]+(?:\.[0-9]+)?)(?P<万>万)?(?P<位>[\u4e00-\u9fff]{1,2})(?:（[^（）\n]*）)?，(?:同比|较上年|比上年)"
    r"(?P<词>增长|下降|上升|减少|增加|降低)(?P<幅>[0-9]+(?:\.[0-9]+)?)(?P<幅位>%|(?P=位))"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its texts joined, and its figures; `pair` are those of this year and of the last."""

    line: Line
    label: str
    unit: str
    figures: tuple[Decimal, ...]
    pair: tuple[Decimal, Decimal] | None


def check_tables(examination: Examination) -> None:
    """DATA547 for growth that the table of two years contradicts, DATA548 for another figure, DATA549 for totals."""
    rows = [row for line in examination.manuscript.of("表格") for row in _rows(line)]
    for line in examination.manuscript.of("表格"):
        _check_totals(line, examination)
        _check_caption(line, examination)
    pairs = [row for row in rows if row.pair is not None]
    if pairs:
        _check_changes(pairs, examination)
        _check_figures(pairs, examination)


def _worth(text: str) -> Decimal | None:
    match = _FIGURE.match(text.strip())
    return None if match is None else Decimal(match["数"].replace(",", "")) * (10000 if match["万"] else 1)


def _rows(line: Line) -> Iterator[_Row]:
    """The rows that hold figures. Columns of years count from the right, because cells on the left may span rows."""
    years: tuple[int, int] | None = None
    for row in line.rows:
        texts = [normal(cell.text).strip() for cell in row]
        figures = [worth for text in texts if (worth := _worth(text)) is not None]
        if not figures:
            years = _years(texts) or years
            continue
        words = [text for text in texts if _worth(text) is None and text]
        named, unit = (words[:-1], words[-1]) if len(words) > 1 and len(words[-1]) <= _LEAST - 1 else (words, "")
        pair = None
        if years is not None and len(texts) >= max(years):
            now, before = (_worth(texts[-place]) for place in years)
            pair = (now, before) if now is not None and before is not None else None
        if named:
            yield _Row(line, named[-1], unit, tuple(figures), pair)


def _years(texts: list[str]) -> tuple[int, int] | None:
    """Where this year and the last stand in a row of heads, counted from the right."""
    found: dict[str, int] = {}
    for place, text in enumerate(reversed(texts), 1):
        match = _YEAR.match(text)
        if match is not None:
            found[match[1] or ("9999" if match[2] else "0000")] = place
    if len(found) != 2:  # noqa: PLR2004 - two years
        return None
    last, now = sorted(found)
    return (found[now], found[last]) if {now, last} == {"9999", "0000"} or int(now) - int(last) == 1 else None


def _check_caption(line: Line, examination: Examination) -> None:
    """DATA537: the year before left in the caption of a table that isn't one of two years."""
    year, named = examination.subject.year, set(_NAMED.findall(normal(line.text)))
    if year is not None and named == {str(year - 1)} and f"{year - 1}年度报告" not in line.text:
        place = spot(line.place, 0, line.text.strip())
        examination.notes.add("DATA537", place, 文=line.text.strip(), 年=year - 1, 年度=year)


def _check_totals(line: Line, examination: Examination) -> None:
    """DATA549: the last column is the sum of the others; only in tables whose other rows show that it is."""
    heads = [row for row in line.rows if not any(_worth(normal(cell.text)) is not None for cell in row)]
    names = [cell.text.strip() for row in heads for cell in row]
    ends = any(row and row[-1].text.strip() in _TOTALS for row in heads)
    if not ends or any(word in name for name in names[1:] for word in _NO_SUM):
        return
    rows = [row for row in _rows(line) if len(row.figures) >= _LEAST]
    wide = max((len(row.figures) for row in rows), default=0)
    rows = [row for row in rows if len(row.figures) == wide]
    wrong = [row for row in rows if sum(row.figures[:-1]) != row.figures[-1]]
    if len(rows) >= _LEAST and len(wrong) * _LEAST <= len(rows):
        for row in wrong:
            words: dict[str, Any] = {
                "项": row.label,
                "和": printed(sum(row.figures[:-1], Decimal(0))),
                "总": printed(row.figures[-1]),
            }
            examination.notes.add("DATA549", spot(line.place, 0, row.label), **words)


def _check_changes(rows: list[_Row], examination: Examination) -> None:
    """Growth in the text, by the rows with the same figure and unit whose name the words before it share."""
    for match in _CHANGE.finditer(examination.text):
        now = Decimal(match["数"]) * (10000 if match["万"] else 1)
        before = _clause(examination.text, match.start())
        meant = [row for row in rows if _is_of(row, now, match["位"]) and _shared(row.label, before) >= _SHARED]
        row = max(meant, key=lambda each: _shared(each.label, before), default=None)
        if row is None or row.pair is None or any(_fits(each, match) for each in meant):
            continue
        words: dict[str, Any] = {
            "今": printed(row.pair[0]),
            "上": printed(row.pair[1]),
            "项": row.label,
            "应为": _change(row.pair, match),
        }
        examination.add("DATA547", match.start(), match.end(), **words)


def _clause(text: str, at: int) -> str:
    start = max(text.rfind(sign, 0, at) for sign in "。；\n") + 1
    return text[max(start, at - _BEFORE) : at]


def _is_of(row: _Row, now: Decimal, unit: str) -> bool:
    return row.pair is not None and row.pair[0] == now and row.unit in ("", unit)


def _shared(label: str, words: str) -> int:
    """How many pairs of characters a name has in common with the words before a figure."""
    return sum(label[place : place + 2] in words for place in range(len(label) - 1))


def _fits(row: _Row, match: re.Match[str]) -> bool:
    if row.pair is None or row.pair[0] == row.pair[1] or not row.pair[1]:
        return row.pair is not None and row.pair[0] != row.pair[1]
    now, before = row.pair
    if direction(match["词"]) != (1 if now > before else -1):
        return False
    if match["幅位"] == "%":
        return gives(abs(now - before), before, match["幅"])
    return Decimal(match["幅"]) == abs(now - before)


def _change(pair: tuple[Decimal, Decimal], match: re.Match[str]) -> str:
    now, before = pair
    if now == before:
        return "与上年持平"
    word = "增长" if now > before else "下降"
    if match["幅位"] == "%":
        return f"{word}{percent(abs(now - before), before, match['幅'])}"
    return f"{'增加' if now > before else '减少'}{printed(abs(now - before))}{match['位']}"


def _check_figures(rows: list[_Row], examination: Examination) -> None:
    """DATA548: what the text calls just as the table does is the same figure there."""
    for row in rows:
        if len(row.label) <= _LEAST or row.pair is None or not row.unit:
            continue
        pattern = rf"{re.escape(row.label)}(?:共|共计|合计)?([0-9]+(?:\.[0-9]+)?)(万)?{re.escape(row.unit)}(?![余多])"
        for match in re.finditer(pattern, examination.text):
            said = Decimal(match[1]) * (10000 if match[2] else 1)
            clause = _clause(examination.text, match.start())
            if said not in row.pair and not _NARROWER.search(clause):
                examination.add("DATA548", match.start(), match.end(), 项=row.label, 表=printed(row.pair[0]))
