"""Which knowledge an input is held against: the shipped one, `fazhi.yaml` beside the input, and `--office` on top."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import SETTINGS
from generator.loading.settings import overlays_beside
from generator.models.knowledge import Knowledge
from generator.workflows.chain import Chain


class Chains:
    """The chains of one run: inputs with the same overlays share their knowledge and templates.

    What is wrong with overlays is added to `diagnostics`, once.
    """

    def __init__(self, offices: Sequence[Path], diagnostics: Diagnostics) -> None:
        self._offices = offices
        self._diagnostics = diagnostics
        self._made: dict[tuple[tuple[Path, ...], tuple[str, ...]], Chain] = {}

    def of(self, file: Path) -> Chain | None:
        """The chain of an input; None when `fazhi.yaml` beside it can't be used, or is what was given for an input."""
        if file.name == SETTINGS:
            message = f"{SETTINGS} 只写叠加哪些文件夹，不是报告的输入"
            self._diagnostics.error("LOAD105", Place(str(file)), message, "给出报告的输入文件，如 report.yaml")
            return None
        if file.suffix.lower() == ".json" and _is_remembered(file, self._diagnostics):
            return None
        folders = overlays_of(file.parent, self._offices, self._diagnostics)
        if folders is None:
            return None
        names = names_of(folders, file.parent)
        if (folders, names) not in self._made:
            self._made[folders, names] = Chain(folders, self._diagnostics, names)
        return self._made[folders, names]


def _is_remembered(file: Path, diagnostics: Diagnostics) -> bool:
    """Whether a file is what `collect` remembers of a report (`report.来源.json`), which is then said."""
    from generator.models.provenance import SUFFIX

    if not file.name.endswith(SUFFIX):
        return False
    report = f"{file.name.removesuffix(SUFFIX)}.yaml"
    message = "这是 fazhi collect 写的，记着报告里各个数的来源，不是报告的输入"
    remedy = f"给出报告本身，如 {report}；查一个数的来源用 fazhi trace 主题.指标 {report}"
    diagnostics.error("LOAD105", Place(str(file)), message, remedy)
    return True


def overlays_of(home: Path, offices: Sequence[Path], diagnostics: Diagnostics) -> tuple[Path, ...] | None:
    """The folders that `fazhi.yaml` in `home` names, `offices` on top of them; None when that file can't be used.

    A folder that is named again counts where it is named last.
    """
    beside = overlays_beside(home, diagnostics)
    if beside is None:
        return None
    last: dict[str, Path] = {}
    for folder in (*beside, *offices):
        where = os.path.realpath(folder)
        last.pop(where, None)
        last[where] = folder
    return tuple(last.values())


def names_of(folders: Sequence[Path], home: Path) -> tuple[str, ...]:
    """What outputs call the folders: their path from the input, of folders elsewhere the name alone.

    Nothing that depends on the computer may get into a report.
    """
    base = Path(os.path.realpath(home))
    return tuple(_name(Path(os.path.realpath(folder)), base) for folder in folders)


def _name(folder: Path, base: Path) -> str:
    return folder.relative_to(base).as_posix() if folder != base and folder.is_relative_to(base) else folder.name


def knowledge_at(
    home: Path, offices: Sequence[Path], diagnostics: Diagnostics, told_of: str, *, whole: bool = False
) -> Knowledge | None:
    """The knowledge for inputs in `home`, without templates; which overlays it has is told under `told_of`."""
    folders = overlays_of(home, offices, diagnostics)
    if folders is None:
        return None
    from generator.loading.knowledge import load_knowledge

    knowledge = load_knowledge(folders, diagnostics, names=names_of(folders, home), whole=whole)
    if knowledge is not None:
        diagnostics.overlays[told_of] = knowledge.offices
    return knowledge
