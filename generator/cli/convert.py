"""`fazhi convert`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.shared import offices_option, say, say_overlays, show


@click.command(cls=ChineseCommand, short_help="输入在 YAML 和表格之间互相转换")
@click.argument("file", metavar="输入", type=click.Path(path_type=Path))
@click.option("-o", "--out", metavar="文件", required=True, type=click.Path(path_type=Path), help="写到哪个文件")
@offices_option
def convert(file: Path, out: Path, offices: tuple[Path, ...]) -> None:
    """把一份报告的输入从 YAML（.yaml）转换成表格（.xlsx），或者从表格转换成 YAML。

    数字、约数、文字和次序都不变；YAML 里的注释（# 后面的字）不会带过去。
    """
    from generator.workflows.convert import convert as run

    result = run(file, out, offices)
    show(result.diagnostics)
    say_overlays(result.diagnostics)
    for each in result.written:
        say(f"已生成：{each}")
    if not result.written:
        say("没有生成文件")
    sys.exit(1 if result.diagnostics.has_errors or not result.written else 0)
