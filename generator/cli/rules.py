"""`fazhi rules` and `fazhi explain`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import offices_option, say, say_overlays, show

if TYPE_CHECKING:
    from generator.workflows.rules import Rules


@click.command(short_help="列出检查规则")
@click.argument("words", metavar="[编号或词…]", nargs=-1)
@offices_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json", help="结果的形式"
)
def rules(words: tuple[str, ...], offices: tuple[Path, ...], form: str) -> None:
    """列出检查的规则：码、轻重、强度、名称。勾稽关系列在最后。

    写了编号的开头（如 TEXT）或者词（如 括号、复议），只列有关的。
    """
    from generator.presenting import rules as presenting
    from generator.workflows.rules import rules as run

    result = run(offices)
    if result.diagnostics.has_errors:
        show(result.diagnostics)
        sys.exit(1)
    cards = result.about(words)
    if form == "json":
        click.echo(presenting.as_json(cards).encode())
        return
    show(result.diagnostics)
    say(presenting.as_list(cards) if cards else f"没有和“{'、'.join(words)}”有关的规则；fazhi rules 列出全部规则")
    say_overlays(result.diagnostics)


@click.command(short_help="说明检查规则")
@click.argument("codes", metavar="码…", nargs=-1, required=True)
@offices_option
@click.pass_context
def explain(context: click.Context, codes: tuple[str, ...], offices: tuple[Path, ...]) -> None:
    """说明规则查什么、依据什么、怎么办，附误例和正例，如：fazhi explain TEXT060"""
    from generator.presenting.selection import pieces_of
    from generator.workflows.rules import is_of_reading
    from generator.workflows.rules import rules as run

    wanted = pieces_of(codes)
    result = run(offices) if not all(map(is_of_reading, wanted)) else None
    if result is not None and result.diagnostics.has_errors:
        show(result.diagnostics)
        sys.exit(1)
    told = [_explained(context, code, result) for code in wanted]
    say("\n\n".join(told))
    if result is not None:
        say_overlays(result.diagnostics)


def _explained(context: click.Context, code: str, known: Rules | None) -> str:
    from generator.presenting import rules as presenting
    from generator.workflows.rules import is_of_reading

    if is_of_reading(code):
        what = "读取文件" if code.startswith("LOAD") else "套用模板"
        return f"{code} 是{what}时发现的问题，位置、原因和办法都写在那一条消息里；这类问题不能豁免"
    card = known.of(code) if known is not None else None
    if card is not None:
        return presenting.explained(card)
    raise click.UsageError(f"没有规则“{code}”{_hint(code, known)}", context)


def _hint(code: str, known: Rules | None) -> str:
    from difflib import get_close_matches

    cards = known.cards if known is not None else ()
    if known is not None and known.about((code,)):
        return f"；fazhi rules {code} 列出有关的规则"
    near = get_close_matches(code, [each.code for each in cards], n=1)
    return f"，是不是“{near[0]}”？" if near else "；fazhi rules 列出全部规则"
