"""What options and arguments hold: years, days, files; whatever is wrong with them is said in Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_LONGEST = 6
"""How many words a file's name may have been torn into."""


class Year(click.ParamType):  # type: ignore[type-arg]  # older releases of click have no types there
    """A year in digits, `2026年` or `二〇二六`."""

    name = "year"

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The year; a usage error when it is none, or not one of those that are allowed."""
        if isinstance(value, int):
            return value
        bare = unicodedata.normalize("NFKC", str(value)).strip().removesuffix("年度").removesuffix("年")
        digits = bare.translate(_DIGITS)
        if not (digits.isascii() and digits.isdigit()):
            self.fail(f"“{value}”不是年份，写成 2026 的样子", param, ctx)
        if len(digits) > len(str(self.last)) or not self.first <= int(digits) <= self.last:
            self.fail(f"年份应当在 {self.first} 到 {self.last} 之间", param, ctx)
        return int(digits)


class Day(click.ParamType):  # type: ignore[type-arg]  # older releases of click have no types there
    """A day as inputs write it: `2027-01-10`, `2027年1月10日`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error when it can't be read."""
        if isinstance(value, date):
            return value
        from generator.models.base import read_day

        try:
            return read_day(unicodedata.normalize("NFKC", str(value)))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def whole_names(context: click.Context, _parameter: click.Parameter, files: Sequence[Path]) -> Sequence[Path]:
    """The files as they were given; a usage error when several are the parts of one name that has blanks in it."""
    for start, first in enumerate(files):
        if first.exists():
            continue
        for end in range(start + 2, min(start + _LONGEST, len(files)) + 1):
            name = " ".join(map(str, files[start:end]))
            if Path(name).exists():
                raise click.UsageError(f'文件名里有空格，两头要加半角双引号，写成 "{name}"', context)
    return files
