"""What was composed and written as Word is read back as the same lines, for every version of every example."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from support.documents import COUNTY, META, paragraph, text
from support.inputs import ROOT
from support.packages import parts
from support.word_files import read, zipped

from generator.diagnostics import Diagnostics, Place
from generator.document.annexes import annexed
from generator.document.blocks import (
    Annex,
    Cell,
    Document,
    Heading,
    Imprint,
    Letterhead,
    Note,
    Point,
    Section,
    Signature,
    Table,
    Title,
)
from generator.document.flattening import manuscript_of
from generator.document.manuscript import Manuscript
from generator.document.numbering import numbered
from generator.models.knowledge import Knowledge
from generator.reading.opening import read_manuscript
from generator.workflows.chain import Chain
from generator.writing.docx.writer import write_docx

INPUTS = sorted(
    file
    for file in (ROOT / "examples").glob("*/*.yaml")
    if re.search(r"^年度:", file.read_text(encoding="utf-8"), re.MULTILINE)
)


@cache
def _chain() -> Chain:
    return Chain((), Diagnostics())


def _known() -> Knowledge:
    return _chain().known


def _there_and_back(document: Document, folder: Path) -> Manuscript:
    file = folder / "报告.docx"
    file.write_bytes(write_docx(document, _known().styles[document.meta.style]))
    found = read_manuscript(file, Diagnostics())
    assert found is not None
    return found


def _lines(manuscript: Manuscript) -> list[tuple[object, ...]]:
    """All that is read of a line but its place; page numbers are not in the document."""
    return [
        (line.kind, line.level, line.number, line.text, line.run_in, line.section, line.rows)
        for line in manuscript.lines
        if line.kind != "杂项"
    ]


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_version_of_every_example(file: Path, tmp_path: Path) -> None:
    examined = _chain().examine(file, Diagnostics())
    assert examined is not None
    for document in examined.documents:
        found, composed = _there_and_back(document, tmp_path), manuscript_of(document)
        assert _lines(found) == _lines(composed)
        assert found.title == composed.title
        assert found.own
        signed = [line.text for line in found.of("署名")]
        assert list(found.organs) == signed or not signed


def _without_styles(content: bytes) -> bytes:
    """The same file with every paragraph Normal, as if typed and formatted by hand."""
    files = parts(content)
    files["word/document.xml"] = re.sub(rb"<w:[pr]Style [^>]*/>", b"", files["word/document.xml"])
    del files["docProps/custom.xml"]
    return zipped(files)


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_version_without_styles(file: Path, tmp_path: Path) -> None:
    """Position, words and numbers say the same as the styles, where there is any text between title and signature."""
    examined = _chain().examine(file, Diagnostics())
    assert examined is not None
    for document in (each for each in examined.documents if any(manuscript_of(each).of("节标题"))):
        style = _known().styles[document.meta.style]
        found = read(tmp_path, _without_styles(write_docx(document, style)))
        assert _lines(found) == _lines(manuscript_of(document))
        assert not found.own


def _formal() -> Document:
    deep = Section(Heading(text("第五层")), (paragraph("最下一层。"),))
    for name in ("第四层", "第三层", "第二层"):
        deep = Section(Heading(text(name), run_in=name == "第三层"), (paragraph(f"{name}的文字。"), deep))
    rows = ((Cell(text("收到"), down=2), Cell(text("7"))), (Cell(text("8")),), (Cell(text("合计"), across=2),))
    table = Table(text("行政复议情况表"), ((Cell(text("项目"), head=True), Cell(text("件数"), head=True)),), rows)
    blocks = (
        Letterhead(("甲县委员会", "甲县人民政府"), "文件", "甲发〔2026〕5号", ("张甲", "李乙", "王丙")),
        Title(text(f"{COUNTY}关于2025年度法治政府建设情况的报告")),
        paragraph("导语。"),
        Section(Heading(text("第一层")), (Point(text("甲。")), Point(text("乙。")), deep, table)),
        Section(Heading(text("5G网络和其他")), (Section(None, (Section(Heading(text("5G网络")), ()),)),)),
        Signature((text("甲县委员会"), text("甲县人民政府")), "2026年2月9日", sealed=True),
        Note(text("此件公开发布")),
        Annex(text("甲表"), (paragraph("甲表的说明。"),)),
        Annex(text("乙表"), (Section(Heading(text("说明")), ()),)),
        Imprint(("乙局", "丙局"), "甲县委办公室", "2026年2月10日"),
    )
    return numbered(annexed(Document(META, blocks)))


def test_every_formal_part(tmp_path: Path) -> None:
    """Joint marks, signers in columns, five levels, points, spans, seals side by side, annexes and the imprint."""
    document = _formal()
    found = _there_and_back(document, tmp_path)
    assert _lines(found) == _lines(manuscript_of(document))
    assert [line.text for line in found.of("版头")] == [
        "甲县委员会", "甲县人民政府", "文件", "甲发〔2026〕5号", "签发人：张甲　李乙　王丙",
    ]  # fmt: skip
    assert [(line.number, line.text) for line in found.of("附件说明", "附件")] == [
        ("1.", "甲表"), ("2.", "乙表"), ("附件1", "甲表"), ("附件2", "乙表"),
    ]  # fmt: skip
    assert [line.level for line in found.of("节标题")] == [1, 2, 3, 4, 5, 1, 3, 1]


def test_places_of_a_composed_document_are_those_of_the_input() -> None:
    """Where a line came from the input its place is asked for by path; other lines have the number of their line."""
    examined = _chain().examine(INPUTS[0], Diagnostics())
    assert examined is not None
    source = Place("report.yaml", 12, 3)
    found = manuscript_of(examined.documents[0], place=lambda _: source)
    assert {line.place for line in found.of("段")} >= {source}
    title = next(found.of("标题"))
    assert title.place.file == examined.documents[0].meta.delivery
    assert found.lines[(title.place.paragraph or 0) - 1] is title
