"""Where the findings of `fazhi check` go, and in which form."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import say

if TYPE_CHECKING:
    from generator.workflows.check import Checked

FORMATS = ("text", "json", "sarif", "html")
_BY_SUFFIX = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".sarif": "sarif"}
_INSTEAD = {
    ".docx": "；写成批注的用 --annotate",
    ".xlsx": "；标在格子里的用 --annotate，一份一行的一览表用 --table",
}
_ENDS = 1 << 12
_OWN = {
    "html": re.compile("<title>检查结果</title>"),
    "json": re.compile(r'\A\{\s*"diagnostics":'),
    "sarif": re.compile(r'\A\{\s*"\$schema".*"name": "fazhi"', re.DOTALL),
    "text": re.compile(r"(?:[0-9]+ (?:个错误|个警告|条提示)|没有发现问题)\s*\Z"),
}
"""What tells a file of findings from any other: the beginning of one, or the end."""


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
    try:
        with out.open("rb") as stream:
            first = stream.read(_ENDS)
            stream.seek(-min(_ENDS, out.stat().st_size), 2)
            last = stream.read()
    except OSError:
        return True  # whatever hinders reading is told when it hinders writing
    ends = [each.decode("utf-8", "replace") for each in (first, last)]
    return not first or any(form.search(each) for form in _OWN.values() for each in ends)


def put(result: Checked, form: str, out: Path | None) -> None:
    """The findings in a form, into a file or onto the console."""
    text = _presented(result, form)
    if out is None:
        click.echo(text.encode())
        return
    from generator.writing.files import reason_in_chinese, replace_all

    try:
        replace_all({out: f"{text.rstrip()}\n".encode()})
    except OSError as error:
        raise click.UsageError(f"选项 -o：“{out}”写不进去（{reason_in_chinese(error)}）") from None
    say(f"已生成：{out}")


def _presented(result: Checked, form: str) -> str:
    if form == "json":
        from generator.presenting.json import as_json

        return as_json(result.diagnostics)
    if form == "sarif":
        from generator import __version__
        from generator.presenting.sarif import as_sarif

        return as_sarif(result.diagnostics, __version__, result.checks)
    if form == "html":
        from generator.presenting.page import as_page

        return as_page(result.diagnostics, result.manuscripts)
    from generator.presenting.text import findings, overlays, summary

    return "\n".join(
        filter(None, (findings(result.diagnostics), *overlays(result.diagnostics), summary(result.diagnostics)))
    )
