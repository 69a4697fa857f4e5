"""`fazhi form`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.kinds import Day, Year
from generator.cli.shared import bar, end, offices_option, say, show

_ALL = "*"
_PERIODS = ("全年", "上半年")


@click.command(cls=ChineseCommand, short_help="制发 Excel 填报表")
@click.option(
    "-o", "--out", metavar="文件或目录", required=True, type=click.Path(path_type=Path),
    help="写成哪个 .xlsx 文件，或写到哪个目录",
)  # fmt: skip
@click.option("--year", metavar="年份", type=Year(2004, 2100), help="报告哪一年的工作；有 --from 的可以不写")
@click.option("--period", metavar="期间", type=click.Choice(_PERIODS), help="全年或者上半年，默认全年")
@click.option("--unit", metavar="单位", default="", help="一个单位的表，写单位的全称或者简称")
@click.option("--topics", metavar="主题", default="", help="只列这些主题，用逗号隔开")
@click.option(
    "--units", "units", metavar="[名单]", is_flag=False, flag_value=_ALL,
    help="名单里每个单位一份；不写名单文件，就用单位表（schemas/units.yaml）；与 --unit 同用时只从名单里取这一个",
)  # fmt: skip
@click.option(
    "--from", "source", metavar="报告", type=click.Path(path_type=Path),
    help="上一年的报告：带出上年数；同一年的报告：写成填好的工作簿",
)  # fmt: skip
@click.option("--due", metavar="日期", type=Day(), help="报送时限，印在表上，如 2027-01-10")
@click.option("--contact", metavar="文字", default="", help="联系人和电话，印在表上")
@offices_option
def form(
    unit: str,
    topics: str,
    units: str | None,
    **given: Any,
) -> None:
    """按指标目录制出 Excel 填报表。

    一个单位：fazhi form --unit 县教育局 --year 2026 -o 教育局.xlsx

    全县各单位：fazhi form --units --year 2026 -o 填报表

    整份报告的工作簿：fazhi form --year 2026 -o 报告.xlsx；已有报告的：fazhi form --from report.yaml -o 报告.xlsx
    """
    if given["year"] is None and given["source"] is None:
        raise click.UsageError("要写明 --year，或者用 --from 给出报告", click.get_current_context())
    if unit and units == _ALL:
        raise click.UsageError("--unit 和不带名单的 --units 只能用一个", click.get_current_context())
    from generator.workflows.form import FormOrder
    from generator.workflows.form import form as run

    order = FormOrder(
        unit=unit.strip(),
        topics=tuple(part for each in topics.replace("，", ",").split(",") if (part := each.strip())),
        all_units=units is not None and not unit,
        units=Path(units) if units not in (None, _ALL) else None,
        **given,
    )
    result = run(order, progress=bar if sys.stderr.isatty() else None)
    show(result.diagnostics)
    for file in result.written:
        say(f"已生成：{file}")
    if not result.written:
        say("没有生成文件")
    end(result.diagnostics)
