"""click in Chinese: help pages and usage errors."""

from __future__ import annotations

from typing import Any

import click


class _Formatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


class _Context(click.Context):
    formatter_class = _Formatter


class _Chinese(click.Command):
    """Help with Chinese section names."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **kwargs)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        with formatter.section("选项"):
            formatter.write_dl([(form, _in_chinese(text)) for form, text in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本帮助"
        return option


class ChineseCommand(_Chinese):
    """A command whose help is in Chinese."""


class ChineseGroup(_Chinese, click.Group):
    """A group of commands whose help is in Chinese."""

    command_class = ChineseCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "命令 …")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, command.short_help or "") for name, command in self.commands.items() if not command.hidden]
        with formatter.section("命令"):
            formatter.write_dl(rows)


def _in_chinese(text: str) -> str:
    return text.replace("[required]", "（必填）").replace("[default: (", "（默认 ").replace(")]", "）")


def explain(error: click.ClickException) -> str:
    """What was wrong with the command line, and where help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "fazhi"
    return f"用法有误：{_reason(error)}\n查看用法：{command} --help"


def _reason(error: click.ClickException) -> str:  # noqa: PLR0911 - one for each kind of error
    match error:
        case click.NoSuchOption():
            near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项{near}"
        case click.MissingParameter():
            return f"缺少{_named(error.param)}"
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return f"选项 {error.option_name} 后面不跟值"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面要跟一个值"
        case click.BadParameter(param=click.Option(type=click.Choice(choices=choices))):
            return f"{_named(error.param)} 只能是：{'、'.join(choices)}"
        case click.BadParameter():
            return f"{_named(error.param)}：{error.message}"
        case click.UsageError() if error.message.startswith("No such command"):
            return f"没有{error.message.removeprefix('No such command').strip(' .')}这个命令"
        case click.UsageError() if "unexpected extra argument" in error.message:
            extra = error.message[error.message.rfind("(") + 1 :].strip(" ()")
            return f"多余的参数：{extra}；文件名里有空格的，两头加半角双引号"
        case _:
            return error.message


def _named(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[-1]}"
    return f"参数 {parameter.make_metavar(click.Context(click.Command('fazhi')))}".replace("...", "")
