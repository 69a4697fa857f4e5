"""`fazhi check --fix`: what would change is shown, then asked for, then done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import say, show

if TYPE_CHECKING:
    from generator.workflows.fix import Plans

_SEEN = {" ": "空格", "\u3000": "全角空格", "\u00a0": "不换行空格", "\t": "制表符"}


def fix(inputs: Sequence[Path], offices: Sequence[Path], *, yes: bool, dry_run: bool) -> None:
    """Mend the files, unless somebody at a console says no. Ends the process: 1 when a file couldn't be mended."""
    from generator.workflows.fix import carry_out, plan_fixes

    plans = plan_fixes(inputs, offices)
    for line in _lines(plans):
        say(line)
    wanted = plans.count > 0 and not dry_run and (yes or _agreed(plans.count))
    done = carry_out(plans) if wanted else ()
    show(plans.diagnostics)
    for each in done:
        say(f"已改：{each.file}（原件：{each.backup.name}）")
    say(_summary(plans, is_done=bool(done), dry_run=dry_run))
    sys.exit(1 if plans.diagnostics.has_errors else 0)


def _lines(plans: Plans) -> Iterator[str]:
    for plan in plans.files:
        for change in plan.shown:
            yield f"{change.place.in_words()}  {_seen(change.before)} → {_seen(change.after)}"
        for noted in plan.noted:
            yield f"{noted.place.in_words()}  {noted.message}；只提示，不改"


def _seen(text: str) -> str:
    """The words, blanks at their ends and what can't be seen at all spelled out."""
    shown = "".join(c if c.isprintable() or c in _SEEN else f"<U+{ord(c):04X}>" for c in text)
    if shown == shown.strip():
        return shown or "（删去）"
    return f"“{shown}”" if shown.strip() else f"（{_SEEN.get(shown[:1], '空格')}）"


def _agreed(count: int) -> bool:
    """Whether to go on. Without a console there is nobody to ask, and who typed --fix has said what is wanted."""
    return not _is_console() or click.confirm(
        f"以上 {count} 处，改不改？（y 改，n 不改）", prompt_suffix=" ", show_default=False
    )


def _is_console() -> bool:
    return sys.stdin.isatty()


def _summary(plans: Plans, *, is_done: bool, dry_run: bool) -> str:
    if not plans.count:
        return "没有要改的标点和空格"
    if dry_run:
        return f"共 {plans.count} 处可改，没有改动文件；去掉 --dry-run 就改"
    return "改好后再检查一次：fazhi check 文件" if is_done else "没有改动文件"
