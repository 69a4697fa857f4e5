"""The files of a collecting: the report, what is remembered of it, the summary to work with, the units' texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.provenance import provenance_file
from generator.models.collection import Collection
from generator.models.knowledge import Knowledge
from generator.models.provenance import Provenance
from generator.models.units import Units
from generator.writing.files import reason_in_chinese, replace_all


@dataclass(frozen=True)
class Outputs:
    """Where everything goes."""

    report: Path
    backup: Path
    provenance: Path
    summary: Path
    materials: Path

    @property
    def all(self) -> tuple[Path, ...]:
        return (self.report, self.backup, self.provenance, self.summary, self.materials)


@dataclass(frozen=True)
class Before:
    """The report (kept as .bak) and the memory as they were read; `foreign` if the memory is of another year."""

    report: bytes | None
    provenance: bytes | None
    foreign: bool = False


def bytes_of(file: Path) -> bytes | None:
    """What stands in a file; None when there is none that can be read."""
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return None


def _unchanged(outputs: Outputs, before: Before, diagnostics: Diagnostics) -> bool:
    """Whether nobody saved anything while the forms were read; what was saved must not be lost."""
    for file, was in ((outputs.report, before.report), (outputs.provenance, before.provenance)):
        if was != bytes_of(file) and not (file == outputs.provenance and before.report is None):
            message = "汇总的时候这个文件被改过了，这次一个文件也没有写"
            diagnostics.error("LOAD200", Place(str(file)), message, "改完保存好，再汇总一次")
            return False
    return True


def outputs_of(into: Path) -> Outputs:
    """The names beside a report: `report.汇总表.xlsx` and so on."""
    return Outputs(
        into,
        into.with_name(f"{into.name}.bak"),
        provenance_file(into),
        into.with_name(f"{into.stem}.汇总表.xlsx"),
        into.with_name(f"{into.stem}.素材.docx"),
    )


def write(
    outputs: Outputs,
    report: tuple[bytes, Before],
    remembered: Provenance,
    collection: Collection,
    known: tuple[Knowledge, Units],
    diagnostics: Diagnostics,
) -> tuple[Path, ...]:
    """Write all files or none; those that were. `report` is the new one, and what was there when it was begun."""
    from generator.writing.provenance import provenance_bytes
    from generator.writing.xlsx.summary import summary_workbook

    new, before = report
    old = before.report
    knowledge = replace(known[0], units=known[1])
    files: dict[Path, bytes] = {}
    if new != old:
        files[outputs.report] = new
        if old is not None:
            files[outputs.backup] = old
    if before.foreign and before.provenance is not None:
        files[outputs.provenance.with_name(f"{outputs.provenance.name}.bak")] = before.provenance
    files[outputs.provenance] = provenance_bytes(remembered)
    files[outputs.summary] = summary_workbook(collection, knowledge)
    texts = _materials(collection, knowledge)
    if texts is not None:
        files[outputs.materials] = texts
    if not _unchanged(outputs, before, diagnostics):
        return ()
    try:
        replace_all(files)
    except OSError as error:
        message = f"文件写不进去（{reason_in_chinese(error)}），这次一个文件也没有写"
        remedy = "文件若正在 Excel、Word 或 WPS 里打开，先关闭；再检查有没有写入权限、磁盘是否已满"
        diagnostics.error("LOAD045", Place(str(error.filename or outputs.report)), message, remedy)
        return ()
    return tuple(files)


def _materials(collection: Collection, knowledge: Knowledge) -> bytes | None:
    """The units' texts as a Word file; None when there are none."""
    from generator.writing.docx import write_docx
    from generator.writing.materials import materials_document

    document = materials_document(collection, knowledge)
    if document is None:
        return None
    return write_docx(document, knowledge.styles.get(document.meta.style, knowledge.style))
