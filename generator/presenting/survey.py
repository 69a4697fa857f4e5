"""A folder of reports as a short table on a console, its columns even for Chinese widths."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from generator.models.survey import Survey, SurveyRow
from generator.presenting.text import printable

_WIDEST = 28
"""So many columns of a console for a file's name, and for who reports."""
_HEADS = ("文件", "报告主体", "类别", "年度", "日期", "期限")
_COUNTS = ("错误", "警告", "提示")


def as_table(survey: Survey) -> str:
    """A line for each report; then who sent none, what wasn't read, and the totals."""
    names = [name[:2] for name in survey.items]
    lines = [[*_HEADS, *names, *_COUNTS], *([*_cells(row), *_items(row, survey), *_found(row)] for row in survey.rows)]
    cut = [[_cut_before(printable(line[0]), _WIDEST), _cut(printable(line[1]), _WIDEST), *line[2:]] for line in lines]
    widths = [max(map(_width, column)) for column in zip(*cut, strict=True)]
    told = ["  ".join(_filled(text, wide) for text, wide in zip(line, widths, strict=True)).rstrip() for line in cut]
    told += [f"读不了：{row.file}（{row.unread}）" for row in survey.rows if row.unread]
    told += [f"{label}：{words}" for label, words in survey.beside()]
    counted = "，".join(f"{name}{survey.having(name)}份" for name in survey.items if survey.having(name))
    told += [f"{survey.in_words()}。写到的事项：{counted}。" if counted else f"{survey.in_words()}。"]
    return printable("\n".join(told))


def _cells(row: SurveyRow) -> list[str]:
    year = f"{row.year}{'上' if row.period == '上半年' else ''}" if row.year is not None else ""
    return [row.file, row.organ or row.unit, row.kind, year, row.dated.isoformat() if row.dated else "", row.in_time]


def _items(row: SurveyRow, survey: Survey) -> list[str]:
    return [row.items.get(name, "") for name in survey.items]


def _found(row: SurveyRow) -> list[str]:
    return [str(count or "") for count in (row.errors, row.warnings, row.infos)]


def _width(text: str) -> int:
    """How many columns of a console a text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WFA" else 1 for c in text)


def _filled(text: str, wide: int) -> str:
    return text + " " * (wide - _width(text))


def _cut(text: str, most: int) -> str:
    """The text, its end left out where it is too wide."""
    if _width(text) <= most:
        return text
    kept = ""
    for sign in text:
        if _width(kept + sign) > most - 2:
            break
        kept += sign
    return f"{kept}…"


def _cut_before(text: str, most: int) -> str:
    """The same, with its beginning left out: folders tell less than the name of the file."""
    return text if _width(text) <= most else _cut(text[::-1], most)[::-1]
