"""`fazhi check --fix`: typographic mends made in the files themselves, shown first, the old file kept as .bak."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.workbook.kinds import is_workbook
from generator.reading.names import is_finished
from generator.records import dataclass
from generator.workflows.chain import Chain
from generator.workflows.chains import Chains
from generator.workflows.fix_plan import Plan

_MOST_BACKUPS = 99


@dataclass(frozen=True, slots=True)
class Plans:
    """What would become of the files: those with something to mend or to point out, and why others can't be mended."""

    files: tuple[Plan, ...]
    diagnostics: Diagnostics

    @property
    def count(self) -> int:
        """How many places would change."""
        return sum(len(plan.shown) for plan in self.files)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A file that was mended, and where the old one is."""

    file: Path
    backup: Path


def plan_fixes(inputs: Sequence[Path], offices: Sequence[Path] = ()) -> Plans:
    """Work out all mends. Nothing is written; a file that can't be mended never keeps the others from it."""
    diagnostics = Diagnostics()
    chains = Chains(offices, diagnostics)
    plans = []
    for file in {os.path.realpath(each): each for each in inputs}.values():
        chain = chains.of(file)
        if chain is not None and chain.is_usable:
            plan = _plan(file, chain, diagnostics)
            plans += [plan] if plan is not None else []
    return Plans(tuple(plans), diagnostics)


def _plan(file: Path, chain: Chain, diagnostics: Diagnostics) -> Plan | None:
    if is_workbook(file):
        message = "表格里的字程序不改，要在格子里手工改"
        remedy = f"用 fazhi check {file.name} --annotate 另存一份，疑点标在格子里，照着改原表"
        diagnostics.warning("LOAD230", Place(str(file)), message, remedy)
        return None
    if is_finished(file):
        from generator.workflows.fix_finished import plan_finished

        return plan_finished(file, chain.known, diagnostics)
    from generator.workflows.fix_yaml import plan_yaml

    return plan_yaml(file, chain, diagnostics)


def carry_out(plans: Plans) -> tuple[Replaced, ...]:
    """Replace the files that change, each by itself; what hinders one is added to the findings."""
    tried = [(plan.file, _replace(plan, plans.diagnostics)) for plan in plans.files if plan.new != plan.old]
    return tuple(Replaced(file, backup) for file, backup in tried if backup is not None)


def _replace(plan: Plan, diagnostics: Diagnostics) -> Path | None:
    from generator.writing.files import reason_in_chinese, replace_all

    target = Path(os.path.realpath(plan.file))
    backup = _backup_of(target)
    place = Place(str(plan.file))
    if backup is None:
        message = f"旁边已有 {_MOST_BACKUPS} 个 .bak 备份，没有改"
        diagnostics.error("LOAD232", place, message, "把用不着的 .bak 文件移走，再试")
        return None
    try:
        if target.read_bytes() != plan.old:
            message = "显示以后，这个文件又被改过，没有改"
            diagnostics.error("LOAD232", place, message, "先在别的程序里存好、关闭，再试一次")
            return None
        mode = target.stat().st_mode
        replace_all({backup: plan.old, target: plan.new})
        for file in (backup, target):
            with suppress(OSError):
                file.chmod(stat.S_IMODE(mode))
    except OSError as error:
        message = f"写不进去（{reason_in_chinese(error)}），没有改"
        diagnostics.error("LOAD232", place, message, "文件若正在 WPS、Word 或编辑器里打开，先关闭，再试")
        return None
    return backup


def _backup_of(file: Path) -> Path | None:
    """A name for the old file that nothing has: .bak, .bak2, .bak3 …"""
    names = (f"{file.name}.bak{number if number > 1 else ''}" for number in range(1, _MOST_BACKUPS + 1))
    return next((each for name in names if not os.path.lexists(each := file.with_name(name))), None)
