"""`fazhi build`: inputs to finished reports, one file for each version and format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import field
from pathlib import Path
from typing import Protocol

from generator.checking.findings import path_of
from generator.diagnostics import Diagnostics, Place
from generator.document.blocks import Document
from generator.records import dataclass
from generator.workflows.chain import Chain, Examined
from generator.workflows.chains import Chains
from generator.workflows.names import file_name, folders
from generator.writing.files import reason_in_chinese, replace_all

MANY = 3
"""From how many inputs on a progress bar is worth showing."""


class Bar(Protocol):
    def update(self, n_steps: int) -> None: ...


Progress = Callable[[int, str], AbstractContextManager[Bar]]


@dataclass(frozen=True)
class Order:
    """What is asked for: inputs, where to, which versions by name (all when empty), which formats, which overlays."""

    inputs: Sequence[Path]
    out: Path
    names: Sequence[str] = ()
    formats: Sequence[str] = ("docx",)
    offices: Sequence[Path] = ()
    strict: bool = False


@dataclass(frozen=True)
class Built:
    """The files written, in order, and everything found."""

    written: tuple[Path, ...]
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


def build(order: Order, progress: Progress | None = None) -> Built:
    """Render everything first, then write; an input with LOAD or TMPL errors writes nothing and stops no other."""
    diagnostics = Diagnostics()
    chains = Chains(order.offices, diagnostics)
    files: dict[Path, bytes] = {}
    with _bar(progress, len(order.inputs)) as bar:
        for file, folder in zip(order.inputs, folders(order.inputs, order.out), strict=True):
            chain = chains.of(file)
            if chain is not None:
                files |= _built(chain, file, folder, order, diagnostics)
            bar.update(1)
    return _written(files, order.out, diagnostics)


def _built(chain: Chain, file: Path, folder: Path, order: Order, diagnostics: Diagnostics) -> dict[Path, bytes]:
    """The files of one input by path; none when it has errors that stop a build."""
    found = Diagnostics()
    examined = chain.examine(file, found, order.names, wording=False)
    files = {}
    if examined is not None and not _stopped(found, strict=order.strict):
        files = _rendered(examined, folder, order.formats, chain, found)
    diagnostics.extend(found)
    return files


def _stopped(found: Diagnostics, *, strict: bool) -> bool:
    return found.has_errors if strict else found.blocks_building()


def _rendered(
    examined: Examined, folder: Path, formats: Sequence[str], chain: Chain, found: Diagnostics
) -> dict[Path, bytes]:
    """The files of one input by path; none when one of them cannot be made."""
    from generator.writing.docx import ImageError

    files = {}
    for document in examined.documents:
        name = file_name(document.meta, examined.report.subject.short_name)
        for form in formats:
            try:
                files[folder / f"{name}.{form}"] = _written_as(document, form, chain)
            except ImageError as error:
                path = (*path_of(error.path), "图", "文件")
                place = examined.loaded.source.place(path)
                found.error("LOAD048", place, str(error), "换成正常的 .png 或 .jpg 图片")
                return {}
    return files


def _written_as(document: Document, form: str, chain: Chain) -> bytes:
    style = chain.known.styles.get(document.meta.style, chain.known.style)
    if form == "txt":
        from generator.writing.text import write_text

        return write_text(document, style).encode()
    from generator.writing.docx import write_docx

    return write_docx(document, style)


def _written(files: dict[Path, bytes], out: Path, diagnostics: Diagnostics) -> Built:
    try:
        replace_all(files)
    except OSError as error:
        place = Place(str(error.filename or out))
        reason = reason_in_chinese(error)
        diagnostics.error(
            "LOAD045",
            place,
            f"文件写不进去（{reason}），这次一个文件也没有写",
            "文件若正在 Word 或 WPS 里打开，先关闭；再检查目录是否存在同名文件、是否有写入权限、磁盘是否已满",
        )
        return Built((), diagnostics)
    return Built(tuple(files), diagnostics)


class _NoBar:
    def update(self, n_steps: int) -> None:
        """Nothing is shown."""


def no_bar() -> AbstractContextManager[Bar]:
    """A progress bar that isn't shown."""
    return nullcontext(_NoBar())


def _bar(progress: Progress | None, count: int) -> AbstractContextManager[Bar]:
    if progress is None or count < MANY:
        return no_bar()
    return progress(count, "生成报告")
