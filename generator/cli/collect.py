"""`fazhi collect`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.kinds import Day, Year, whole_names
from generator.cli.shared import bar, end, offices_option, say, show

if TYPE_CHECKING:
    from generator.models.collection import Collection
    from generator.workflows.collect import Collected

_MOST_NAMES = 20


@click.command(cls=ChineseCommand, short_help="汇总各单位交来的填报表")
@click.argument(
    "inputs", metavar="填报表或文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path), callback=whole_names
)
@click.option(
    "--into", metavar="报告", required=True, type=click.Path(path_type=Path),
    help="汇总到哪份报告（.yaml）；没有的新建，已有的只更新数字，原件存成 .bak",
)  # fmt: skip
@click.option(
    "--units",
    metavar="名单",
    type=click.Path(path_type=Path),
    help="本地的单位名单；不写就用单位表（schemas/units.yaml）",
)
@click.option(
    "--use", metavar="文件", multiple=True, type=click.Path(path_type=Path),
    help="一个单位交了几份的，以这一份为准，可多次使用",
)  # fmt: skip
@click.option("--year", metavar="年份", type=Year(2004, 2100), help="汇总哪一年的表；已有报告的按报告，不写的按多数表")
@click.option("--due", metavar="日期", type=Day(), help="报送时限，写进催报的话，如 2027-01-10")
@click.option("--contact", metavar="文字", default="", help="联系人和电话，写进催报的话")
@offices_option
def collect(**given: Any) -> None:
    """把各单位填好的表汇总成一份报告，记下每个数来自哪个单位、哪个文件、哪一格。

    例：fazhi collect 报送 --units units.yaml --into report.yaml

    补报、改报以后再运行一次：起草人改过的数不动，没有动过的跟着更新。
    同时写出汇总表（.汇总表.xlsx：收表情况、各单位的数、疑点、素材）和素材汇编（.素材.docx）。
    """
    from generator.workflows.collect import CollectOrder
    from generator.workflows.collect import collect as run

    order = CollectOrder(**given)
    result = run(order, progress=bar if sys.stderr.isatty() else None)
    show(result.diagnostics)
    for line in _summary(result):
        say(line)
    end(result.diagnostics)


def _summary(result: Collected) -> list[str]:
    """How many forms came, what is new, what was written."""
    lines = []
    if result.collection is not None:
        lines.append(_received(result.collection))
        if result.collection.returned:
            names = "、".join(result.collection.returned)
            lines.append(f"要退回的表，没有错的数先计入了全县：{names}；改好重报以后再汇总一次")
        if result.collection.changes:
            lines += ["各单位汇总的数和上次相比：", *(f"  {each}" for each in result.collection.changes)]
    if result.updated is not None and result.written:
        lines.append(f"写进报告的数：新增{result.updated.added}个，更新{result.updated.replaced}个")
    lines += [f"已生成：{file}" for file in result.written] or ["没有生成文件"]
    return lines


def _received(collection: Collection) -> str:
    states = {
        state: [each.unit for each in collection.receipts if each.state == state and each.asked]
        for state in ("已收", "退回", "重复", "未报")
    }
    asked = sum(each.asked for each in collection.receipts)
    words = [f"应报{asked}", *(f"{state}{len(units)}" for state, units in states.items())]
    missing = states["未报"]
    more = f"等{len(missing)}个" if len(missing) > _MOST_NAMES else ""
    invited = sum(not each.asked and each.state != "未报" for each in collection.receipts)
    also = f"；另收到邀请单位的{invited}份" if invited else ""
    return "、".join(words) + (f"（{'、'.join(missing[:_MOST_NAMES])}{more}）" if missing else "") + also
