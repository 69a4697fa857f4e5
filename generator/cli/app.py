"""The commands and their options."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import __version__
from generator.cli.check import check
from generator.cli.chinese import ChineseGroup
from generator.cli.collect import collect
from generator.cli.convert import convert
from generator.cli.form import form
from generator.cli.kinds import whole_names
from generator.cli.rules import explain, rules
from generator.cli.shared import bar, end, offices_option, say, say_overlays, show

FORMATS = ("docx", "txt")

_inputs = click.argument(
    "inputs", metavar="输入…", nargs=-1, required=True, type=click.Path(path_type=Path), callback=whole_names
)


@click.group(cls=ChineseGroup, invoke_without_command=True)
@click.version_option(__version__, message="fazhi %(version)s", help="显示版本")
@click.pass_context
def app(context: click.Context) -> None:
    """编写法治政府建设年度报告：填好的数据和文字，生成符合 GB/T 9704 的 Word 报告。

    第一次使用，先看一个现成的例子：fazhi build examples/luojiang-2022h1/report.yaml -o out
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@app.command(short_help="生成报告")
@_inputs
@click.option("-o", "--out", metavar="目录", required=True, type=click.Path(path_type=Path), help="报告写到哪个目录")
@click.option("--for", "names", metavar="名称", multiple=True, help="只出这个报送版本，可多次使用；不写则全出")
@click.option("--to", "formats", metavar="格式", default="docx", show_default="docx", help="docx、txt，用逗号隔开")
@offices_option
@click.option("--strict", is_flag=True, help="有错误就一个文件也不写")
def build(
    inputs: tuple[Path, ...],
    out: Path,
    names: tuple[str, ...],
    formats: str,
    offices: tuple[Path, ...],
    *,
    strict: bool,
) -> None:
    """把输入文件（.yaml、.xlsx）生成报告，写到指定目录。

    多个输入各写到自己的子目录。数据和文字有疑点时照常生成并列出疑点；输入或模板读不懂时不写文件。
    """
    wanted = _formats(formats)
    from generator.workflows.build import Order
    from generator.workflows.build import build as run

    order = Order(inputs, out, names, wanted, offices, strict=strict)
    result = run(order, progress=bar if sys.stderr.isatty() else None)
    show(result.diagnostics)
    for file in result.written:
        say(f"已生成：{file}")
    say("文字和提法还没有检查，报送前用 fazhi check 看一遍" if result.written else "没有生成文件")
    end(result.diagnostics)


@app.command(short_help="查一个数字的来处和去处")
@click.argument("reference", metavar="主题.指标")
@click.argument("file", metavar="输入", type=click.Path(path_type=Path))
@offices_option
def trace(reference: str, file: Path, offices: tuple[Path, ...]) -> None:
    """查一个数字从哪里来、写在报告的哪几处，如：fazhi trace 行政复议.收到 report.yaml"""
    from generator.workflows.trace import trace as run

    lines, diagnostics = run(reference, file, offices)
    for line in lines:
        say(line)
    if not lines:
        show(diagnostics)
    say_overlays(diagnostics)
    sys.exit(1 if diagnostics.has_errors else 0)


@app.command(short_help="按数字提示可写的问题、原因和措施")
@click.argument("file", metavar="输入", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="数字没有提示的问题也列出来")
@offices_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json", help="结果的形式"
)
def suggest(file: Path, offices: tuple[Path, ...], form: str, *, everything: bool) -> None:
    """写“不足和原因”“下年安排”之前看一看：按所填的数字，提示可以写的问题、常见原因和对应措施。

    只供参考，什么也不写进报告。
    """
    from generator.presenting import suggestions
    from generator.workflows.suggest import suggest as run

    result = run(file, offices, everything=everything)
    if form == "json":
        click.echo(suggestions.as_json(result.themes, result.style, result.diagnostics).encode())
    else:
        show(result.diagnostics)
        if result.themes or not result.diagnostics.has_errors:
            say(suggestions.as_text(result.themes, result.style))
    sys.exit(1 if result.diagnostics.has_errors else 0)


@app.command(short_help="输出输入文件的 JSON Schema")
@offices_option
@click.option("-o", "--out", metavar="文件", type=click.Path(path_type=Path), help="写到文件；不写则显示出来")
def schema(offices: tuple[Path, ...], out: Path | None) -> None:
    """输出输入文件的 JSON Schema，供编辑器提示可用的键、指标和单位。

    当前文件夹里有 fazhi.yaml 的，按它叠加；--office 放在它之上。
    """
    from generator.workflows.schema import schema as run

    text, diagnostics = run(offices, out, Path())
    if diagnostics.has_errors:
        show(diagnostics)
        sys.exit(1)
    if out is None:
        click.echo(text.encode())
        say_overlays(diagnostics, err=True)
    else:
        show(diagnostics)
        say_overlays(diagnostics)
        say(f"已生成：{out}")


def _formats(typed: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in typed.replace("，", ",").split(",") if part.strip()))
    unknown = [form for form in wanted if form not in FORMATS]
    if unknown or not wanted:
        said = f"不能生成“{'、'.join(unknown)}”" if unknown else "没有写格式"
        raise click.UsageError(f"选项 --to：{said}，可用：{'、'.join(FORMATS)}", click.get_current_context())
    return wanted


app.add_command(check)
app.add_command(form)
app.add_command(collect)
app.add_command(convert)
app.add_command(rules)
app.add_command(explain)
