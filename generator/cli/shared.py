"""What commands share: options, showing findings, ending with the exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics

offices_option = click.option(
    "--office",
    "offices",
    metavar="目录",
    multiple=True,
    type=click.Path(path_type=Path),
    help="叠加省、市或本单位的资料，可多次使用，后写的优先；放在输入旁边 fazhi.yaml 写的之上",
)


def bar(count: int, label: str) -> click._termui_impl.ProgressBar[int]:
    return click.progressbar(length=count, label=label, file=sys.stderr)


def show(diagnostics: Diagnostics) -> None:
    from generator.presenting.text import findings

    if len(diagnostics):
        click.echo(findings(diagnostics))


def say_overlays(diagnostics: Diagnostics, *, err: bool = False) -> None:
    from generator.presenting.text import overlays

    for line in overlays(diagnostics):
        say(line, err=err)


def end(diagnostics: Diagnostics) -> None:
    from generator.presenting.text import summary

    say_overlays(diagnostics)
    say(summary(diagnostics))
    sys.exit(1 if diagnostics.has_errors else 0)


def say(line: str, *, err: bool = False) -> None:
    from generator.presenting.text import printable

    click.echo(printable(line), err=err)
