"""`fazhi check`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.check_out import FORMATS, form_of, put
from generator.cli.check_survey import is_survey, run_survey, tell
from generator.cli.chinese import ChineseCommand
from generator.cli.kinds import Year, whole_names
from generator.cli.shared import end, offices_option, say, show

if TYPE_CHECKING:
    from generator.models.rule_card import RuleCard
    from generator.workflows.check import Asked, Checked
    from generator.workflows.survey import Surveyed

_MANY = 20
_ABOUT_FINISHED = ("year", "reporter", "delivery")


@click.command(cls=ChineseCommand, short_help="检查输入或者成稿；--fix 改正标点和空格")
@click.argument(
    "inputs", metavar="文件或文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path), callback=whole_names
)
@offices_option
@click.option("--year", metavar="年度", type=Year(1990, 2100), help="成稿是哪一年度的报告；不写则按文字看")
@click.option("--reporter", metavar="类别", help="成稿的报告主体，如：政府、部门、乡镇；不写则按署名和标题看")
@click.option("--delivery", metavar="对象", help="成稿报给谁，如：上级党委和政府、社会公开；不写则按主送看")
@click.option(
    "--select",
    metavar="编号",
    multiple=True,
    help="只看这些编号，可以只写开头，如 TEXT 或 DATA00；或者只看错误、警告、提示；可多次使用",
)
@click.option("--ignore", metavar="编号", multiple=True, help="不看这些编号，写法同上")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    metavar="|".join(FORMATS),
    help="结果的形式，不写则看 -o 的扩展名；html 是一个网页，成稿的文字和疑点并排",
)
@click.option(
    "-o",
    "--out",
    metavar="文件",
    type=click.Path(path_type=Path),
    help="结果写到这个文件（.txt、.html、.json、.sarif）；html 必须写",
)
@click.option(
    "--annotate", is_flag=True, help="另存一份，表格（.xlsx）的疑点标在格子里，成稿（.docx）的写成批注，原件不动"
)
@click.option(
    "--table",
    metavar="一览表",
    type=click.Path(path_type=Path),
    help="几份报告写成一张表（.xlsx）：谁报的、何时、写了哪几项、疑点多少",
)
@click.option(
    "--units", metavar="名单", type=click.Path(path_type=Path), help="应报单位的名单（units.yaml），列出谁没有报"
)
@click.option("--fix", "mend", is_flag=True, help="改正文件里的标点和空格，先列出改动，原件存成 .bak；只改这些")
@click.option("--yes", is_flag=True, help="和 --fix 一起用：不问，直接改")
@click.option("--dry-run", is_flag=True, help="和 --fix 一起用：只列出改动，不改文件")
@click.pass_context
def check(  # noqa: PLR0913 - one for each option
    context: click.Context,
    inputs: tuple[Path, ...],
    offices: tuple[Path, ...],
    *,
    form: str | None,
    out: Path | None,
    year: int | None,
    reporter: str | None,
    delivery: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    annotate: bool,
    table: Path | None,
    units: Path | None,
    mend: bool,
    yes: bool,
    dry_run: bool,
) -> None:
    """检查输入（.yaml、.xlsx）或者写好的成稿（.docx、.doc、.txt），列出全部疑点及其位置和办法。

    输入：读取、核对、试排。成稿不管是谁写的：看数字、文字、提法、结构，.docx 还看版面。
    给一个文件夹，就检查里面的全部报告，一份一行列成一览表。
    """
    if mend or yes or dry_run:
        _refuse_beside_fix(context)
        from generator.cli.check_fix import fix

        fix(inputs, offices, yes=yes, dry_run=dry_run)
    form = form_of(context, form, out, inputs)
    from generator.workflows.check import Asked, check_and_annotate

    select, ignore = _codes(context, "--select", select), _codes(context, "--ignore", ignore)
    asked = Asked(year, reporter, delivery, select, ignore)
    if is_survey(inputs, table, units):
        _refuse_bad_table(context, inputs, table)
        surveyed = run_survey(inputs, offices, table, units, asked, copies=annotate)
        _finish(context, surveyed.checked, form, surveyed)
    _refuse_idle(context, inputs, asked)
    _finish(context, check_and_annotate(inputs, offices, copies=annotate, asked=asked), form)


def _finish(context: click.Context, result: Checked, form: str, surveyed: Surveyed | None = None) -> None:
    """Tell what was found, or the survey of it, and end."""
    out: Path | None = context.params["out"]
    told = form == "text" or out is not None
    if form != "text" or out is not None:
        put(result, form, out, partial(_rules_of, context), surveyed.survey if surveyed is not None else None)
    elif surveyed is not None:
        tell(surveyed)
    else:
        show(result.diagnostics)
        _point_to_the_page(len(result.diagnostics))
    for copy in result.written:
        say(f"疑点已标在：{copy}", err=not told)
    for note in result.notes:
        say(note, err=not told)
    if surveyed is not None and surveyed.table is not None:
        say(f"已生成：{surveyed.table}", err=not told)
    if told:
        end(result.diagnostics)
    sys.exit(1 if result.diagnostics.has_errors else 0)


def _point_to_the_page(count: int) -> None:
    """More than a screen holds is better seen beside the text."""
    if count > _MANY and sys.stdout.isatty():
        say("疑点多，写成网页看得清楚：再加上 -o 疑点.html；只看要紧的：加上 --select 错误,警告")


def _refuse_beside_fix(context: click.Context) -> None:
    """--fix only mends: whatever asks for findings in some shape stands by itself."""
    if not context.params["mend"]:
        raise click.UsageError("选项 --yes、--dry-run 要和 --fix 一起用", context)
    if context.params["yes"] and context.params["dry_run"]:
        raise click.UsageError("选项 --yes 和 --dry-run 只能用一个", context)
    usual = {"inputs", "offices", "mend", "yes", "dry_run"}
    given = [
        parameter.opts[0]
        for parameter in context.command.params
        if parameter.name not in usual
        and context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
    ]
    if given:
        raise click.UsageError(f"选项 {'、'.join(given)} 不能和 --fix 一起用；先改，再检查", context)


def _refuse_bad_table(context: click.Context, inputs: tuple[Path, ...], table: Path | None) -> None:
    if table is not None and table.suffix.lower() != ".xlsx":
        raise click.UsageError(f"选项 --table：“{table.name}”应以 .xlsx 结尾", context)
    if table is not None and any(table.resolve() == file.resolve() for file in inputs):
        raise click.UsageError(f"选项 --table 不能写到被检查的文件“{table}”", context)
    if table is not None and table.is_file():
        from generator.workflows.survey import is_own_table

        if not is_own_table(table):
            message = f"选项 --table：已有“{table}”，它不是一览表，或者有人改过，没有覆盖；换一个文件名"
            raise click.UsageError(message, context)


def _refuse_idle(context: click.Context, inputs: tuple[Path, ...], asked: Asked) -> None:
    from generator.reading.names import is_finished

    given = [f"--{name}" for name in _ABOUT_FINISHED if getattr(asked, name) is not None]
    if given and not any(map(is_finished, inputs)):
        raise click.UsageError(f"选项 {'、'.join(given)} 只用于成稿（.docx、.doc、.txt）；输入里已经写明", context)


def _codes(context: click.Context, option: str, typed: tuple[str, ...]) -> tuple[str, ...]:
    """What was chosen; a code that no rule has would show nothing, as if nothing were wrong."""
    from generator.presenting.selection import codes_of, unknown_codes

    codes, bad = codes_of(typed)
    if bad:
        hint = "编号如 TEXT050，也可以只写开头的字母，或者写错误、警告、提示"
        raise click.UsageError(f"选项 {option}：“{bad[0]}”不是编号，{hint}", context)
    known = _rules_of(context) if codes else {}
    unknown = unknown_codes(codes, known) if known else ()
    if unknown:
        raise click.UsageError(f"选项 {option}：没有以“{unknown[0]}”开头的规则；fazhi rules 列出全部规则", context)
    return codes


def _rules_of(context: click.Context) -> dict[str, RuleCard]:
    """The rules that hold where the inputs lie, by code; none where the overlays can't be used."""
    from generator.workflows.rules import rules

    homes = {each if each.is_dir() else each.parent: None for each in context.params["inputs"]}
    return {card.code: card for home in homes for card in rules(context.params["offices"], home).cards}
