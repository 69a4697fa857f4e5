"""The ways to make the report that are held against each other; each gives the bytes of a Word file."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from plan import Grid, Line, as_context, blocks_of, body_of, words
from sample import report_yaml
from template import empty_package, template_package

from generator.diagnostics import Diagnostics
from generator.document.blocks import Document
from generator.models.style import StyleProfile
from generator.workflows.chain import Chain
from generator.writing.docx import write_docx
from generator.writing.docx.archive import archive, packed
from generator.writing.docx.base import base_package

DOCXTPL = "docxtpl"
WRITER = "our writer"
CHAIN = "our chain"
CHAIN_ANEW = "our chain, knowledge loaded anew"
PYTHON_DOCX = "python-docx, run by run"
LIMIT = "the limit: same XML, zipped"

Make = Callable[[], bytes]


class Report:
    """One length of the report with all that the contenders need, as files in `folder`."""

    def __init__(self, times: int, folder: Path) -> None:
        self.times = times
        self.input = folder / f"report-{times}.yaml"
        self.template = folder / f"template-{times}.docx"
        self.empty = folder / f"empty-{times}.docx"
        self.context = folder / f"context-{times}.json"
        self.input.write_text(report_yaml(times), encoding="utf-8")
        self.chain = Chain((), Diagnostics())
        self.style: StyleProfile = self.chain.known.style
        self.document = _composed(self.chain, self.input)
        self.made = write_docx(self.document, self.style)
        self.blocks = blocks_of(self.made)
        self.template.write_bytes(template_package(self.made))
        self.empty.write_bytes(empty_package(self.made))
        self.context.write_text(as_context(self.blocks), encoding="utf-8")

    def contenders(self) -> dict[str, Make]:
        """The contenders by name."""
        context = json.loads(self.context.read_text(encoding="utf-8"))
        xml = body_of(self.made).encode()
        return {
            DOCXTPL: lambda: by_docxtpl(self.template, context),
            WRITER: lambda: write_docx(self.document, self.style),
            CHAIN: lambda: write_docx(_composed(self.chain, self.input), self.style),
            CHAIN_ANEW: self._by_new_chain,
            PYTHON_DOCX: lambda: by_python_docx(self.empty, self.blocks),
            LIMIT: lambda: _zipped(xml, self.style),
        }

    def differing(self) -> list[str]:
        """The contenders whose file doesn't hold the same text; the limit writes the body's part only."""
        expected = words(self.made)
        return [name for name, make in self.contenders().items() if words(make()) != expected]

    def _by_new_chain(self) -> bytes:
        chain = Chain((), Diagnostics())
        return write_docx(_composed(chain, self.input), chain.known.style)


class Versions:
    """A real example with all its versions, for cold runs: what docxtpl needs for each, as files in `folder`."""

    def __init__(self, example: Path, folder: Path) -> None:
        self.input = example
        chain = Chain((), Diagnostics())
        examined = chain.examine(example, Diagnostics(), wording=False)
        if examined is None:
            raise ValueError(f"{example} can't be read")
        self.arguments: list[str | Path] = []
        self.differing: list[str] = []
        for number, document in enumerate(examined.documents):
            made = write_docx(document, chain.known.style)
            template, context = folder / f"version-{number}.docx", folder / f"version-{number}.json"
            template.write_bytes(template_package(made))
            context.write_text(as_context(blocks_of(made)), encoding="utf-8")
            self.arguments += [template, context, folder / f"version-{number}-made.docx"]
            if words(by_docxtpl(template, json.loads(context.read_text(encoding="utf-8")))) != words(made):
                self.differing.append(document.meta.delivery)


def _composed(chain: Chain, file: Path) -> Document:
    """The report read, validated, composed and checked; an input with any finding would not be a fair one."""
    found = Diagnostics()
    examined = chain.examine(file, found, wording=False)
    if examined is None or len(examined.documents) != 1 or found.has_errors:
        raise ValueError(f"the benchmark's own input has faults: {[str(each) for each in found]}")
    return examined.documents[0]


def by_docxtpl(template: Path, context: dict[str, object]) -> bytes:
    """A template is read anew for each report, because rendering uses it up."""
    document = DocxTemplate(template)
    document.render(context)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def by_python_docx(empty: Path, blocks: list[Line | Grid]) -> bytes:
    """Every paragraph, run and cell added by itself, with our styles."""
    document = docx.Document(str(empty))
    styles = {style.style_id: style for style in document.styles}
    for block in blocks:
        if isinstance(block, Line):
            _add_runs(document.add_paragraph(style=styles[block.style]), block, styles)
            continue
        table = document.add_table(rows=0, cols=len(block.rows[0]), style=styles["FzTable"])
        for row in block.rows:
            for cell, line in zip(table.add_row().cells, row, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.style = styles[line.style]
                _add_runs(paragraph, line, styles)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _add_runs(paragraph: Paragraph, line: Line, styles: dict[str, Any]) -> None:
    for text, style in line.runs:
        paragraph.add_run(text, styles[style] if style else None)


def _zipped(xml: bytes, style: StyleProfile) -> bytes:
    base = base_package(style, example=False)
    return archive((*base.head, packed("word/document.xml", xml), *base.tail))
