"""`fazhi convert`: a report's input from YAML to a workbook, or from a workbook to YAML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.workbook.kinds import is_workbook
from generator.workflows.build import Built
from generator.workflows.chains import Chains
from generator.writing.files import reason_in_chinese, replace_all

YAML, WORKBOOK = (".yaml", ".yml"), ".xlsx"


def convert(file: Path, out: Path, offices: Sequence[Path] = ()) -> Built:
    """Write the input in its other form. An input with errors, or a file that is there already, is left alone."""
    diagnostics = Diagnostics()
    wanted = YAML if is_workbook(file) else (WORKBOOK,)
    if out.suffix.lower() not in wanted:
        message = f"{'表格' if is_workbook(file) else 'YAML'}要转换成 {wanted[0]} 文件，给的是“{out.name[:40]}”"
        diagnostics.error("LOAD174", Place(str(file)), message, f"写成 -o {out.stem}{wanted[0]}")
    elif out.exists():
        diagnostics.error("LOAD174", Place(str(out)), "已有这个文件，没有覆盖它", "换个名字，或者先把它移走")
    else:
        return _converted(file, out, offices, diagnostics)
    return Built((), diagnostics)


def _converted(file: Path, out: Path, offices: Sequence[Path], diagnostics: Diagnostics) -> Built:
    if not is_workbook(file):
        from generator.workflows.form import FormOrder, form

        return form(FormOrder(out, source=file, offices=offices))
    text = _as_yaml(file, offices, diagnostics)
    if text is None:
        return Built((), diagnostics)
    try:
        replace_all({out: text.encode()})
    except OSError as error:
        message = f"文件写不进去（{reason_in_chinese(error)}），没有写"
        diagnostics.error("LOAD045", Place(str(out)), message, "检查目录有没有写入权限、磁盘是否已满")
        return Built((), diagnostics)
    return Built((out,), diagnostics)


def _as_yaml(file: Path, offices: Sequence[Path], diagnostics: Diagnostics) -> str | None:
    chain = Chains(offices, diagnostics).of(file)
    examined = chain.examine(file, diagnostics) if chain is not None else None
    if chain is None or examined is None or diagnostics.blocks_building():
        return None
    from generator.writing.yaml import write_yaml

    return write_yaml(examined.report, chain.known.catalogue)
