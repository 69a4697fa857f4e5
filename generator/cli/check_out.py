"""Where the findings of `fazhi check` go, and in which form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import say

if TYPE_CHECKING:
    from generator.models.rule_card import RuleCard
    from generator.models.survey import Survey
    from generator.workflows.check import Checked

    Rules = Callable[[], Mapping[str, RuleCard]]

FORMATS = ("text", "json", "sarif", "html")
_BY_SUFFIX = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".sarif": "sarif"}
_INSTEAD = {
    ".docx": "；写成批注的用 --annotate",
    ".xlsx": "；标在格子里的用 --annotate，一份一行的一览表用 --table",
}


def form_of(context: click.Context, form: str | None, out: Path | None, inputs: tuple[Path, ...]) -> str:
    """The form that is meant: as the option says, else by the end of the file's name. Refuses what can't be meant."""
    if out is None:
        if form == "html":
            raise click.UsageError("选项 --format html 要用 -o 写明写到哪个文件，如 -o 疑点.html", context)
        return form or "text"
    if any(out.resolve() == file.resolve() for file in inputs):
        raise click.UsageError(f"选项 -o 不能写到被检查的文件“{out}”", context)
    by_name = _BY_SUFFIX.get(out.suffix.lower())
    if by_name is None:
        instead = _INSTEAD.get(out.suffix.lower(), "")
        raise click.UsageError(f"选项 -o：“{out.name}”应以 .txt、.html、.json 或 .sarif 结尾{instead}", context)
    if not _is_free(out):
        raise click.UsageError(f"选项 -o：已有“{out}”，它不是上次的检查结果，没有覆盖；换一个文件名", context)
    return form or by_name


def _is_free(out: Path) -> bool:
    """Whether nothing is there, or only what was found an earlier time."""
    from generator.presenting.earlier import is_of_findings

    try:
        is_empty = not out.stat().st_size
    except OSError:
        return True  # whatever hinders reading is told when it hinders writing
    return is_empty or not out.is_file() or is_of_findings(out)


def put(result: Checked, form: str, out: Path | None, rules: Rules, survey: Survey | None = None) -> None:
    """The findings in a form, into a file or onto the console; text begins with the survey of many reports."""
    text = _as_text(result, survey) if form == "text" else _presented(result, form, rules)
    if out is None:
        click.echo(_encoded(text))
        return
    from generator.writing.files import reason_in_chinese, replace_all

    try:
        replace_all({out: _encoded(f"{text.rstrip()}\n")})
    except OSError as error:
        raise click.UsageError(f"选项 -o：“{out}”写不进去（{reason_in_chinese(error)}）") from None
    say(f"已生成：{out}")


def _encoded(text: str) -> bytes:
    """In UTF-8; what a file's name has that is no character (names in GBK on Linux) as in JSON: \\udcff."""
    return text.encode(errors="backslashreplace")


def _as_text(result: Checked, survey: Survey | None) -> str:
    """As on the console, and what was found in each of many reports behind their table."""
    from generator.presenting.survey import as_table
    from generator.presenting.text import findings, overlays, summary

    found = result.diagnostics
    table = f"{as_table(survey)}\n" if survey is not None else ""
    return "\n".join(filter(None, (table, findings(found), *overlays(found), summary(found))))


def _presented(result: Checked, form: str, rules: Rules) -> str:
    if form == "json":
        from generator.presenting.json import as_json

        return as_json(result.diagnostics)
    if form == "sarif":
        from generator import __version__
        from generator.presenting.sarif import as_sarif

        return as_sarif(result.diagnostics, __version__, rules())
    from generator.presenting.page import as_page
    from generator.workflows.check import typed_texts

    found = result.diagnostics
    checked = dict.fromkeys([*found.overlays, *(each.place.file for each in found)])
    return as_page(found, {**result.manuscripts, **typed_texts(map(Path, checked))})
