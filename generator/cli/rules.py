"""`fazhi rules` and `fazhi explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.shared import offices_option, say, say_overlays, show


@click.command(short_help="列出检查规则")
@offices_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json", help="结果的形式"
)
def rules(offices: tuple[Path, ...], form: str) -> None:
    """列出检查的规则：码、轻重、强度、名称。勾稽关系列在最后。"""
    from generator.presenting import rules as presenting
    from generator.workflows.rules import rules as run

    result = run(offices)
    if result.diagnostics.has_errors:
        show(result.diagnostics)
        sys.exit(1)
    if form == "json":
        click.echo(presenting.as_json(result.cards).encode())
        return
    show(result.diagnostics)
    say(presenting.as_list(result.cards))
    say_overlays(result.diagnostics)


@click.command(short_help="说明一条检查规则")
@click.argument("code", metavar="码")
@offices_option
@click.pass_context
def explain(context: click.Context, code: str, offices: tuple[Path, ...]) -> None:
    """说明一条规则查什么、依据什么、怎么办，附误例和正例，如：fazhi explain TEXT060"""
    from difflib import get_close_matches

    from generator.presenting import rules as presenting
    from generator.workflows.rules import is_of_reading
    from generator.workflows.rules import rules as run

    wanted = code.strip().upper()
    if is_of_reading(wanted):
        what = "读取输入" if wanted.startswith("LOAD") else "套用模板"
        say(f"{wanted} 是{what}时发现的问题，位置、原因和办法都写在那一条消息里；这类问题不能豁免")
        return
    result = run(offices)
    card = result.of(wanted)
    if result.diagnostics.has_errors:
        show(result.diagnostics)
        sys.exit(1)
    if card is None:
        near = get_close_matches(wanted, [each.code for each in result.cards], n=1)
        hint = f"，是不是“{near[0]}”？" if near else "；fazhi rules 列出全部规则"
        raise click.UsageError(f"没有规则“{code}”{hint}", context)
    say(presenting.explained(card))
    say_overlays(result.diagnostics)
