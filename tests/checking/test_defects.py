"""Defects injected one at a time are found where they are; `defects.yaml` was drawn up before looking at the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pytest
import yaml
from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from support.inputs import COUNTY

from generator.diagnostics import Diagnostic
from generator.workflows.build import Order, build
from generator.workflows.check import check

DEFECTS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_name("defects.yaml").read_text(encoding="utf-8")
)
WANTED = 0.9


def _names(kind: str) -> list[str]:
    return [each["名"] for each in DEFECTS[kind]]


def _defect(kind: str, name: str) -> dict[str, str]:
    return next(each for each in DEFECTS[kind] if each["名"] == name)


def _new(file: Path, before: Iterable[Diagnostic]) -> list[Diagnostic]:
    known = {(each.code, each.message) for each in before}
    return [each for each in check([file]) if (each.code, each.message) not in known]


@cache
def _of_input() -> tuple[Diagnostic, ...]:
    return tuple(check([COUNTY]))


@cache
def _finished() -> bytes:
    with TemporaryDirectory() as name:
        (file,) = build(Order([COUNTY], Path(name), names=("送审稿",))).written
        return file.read_bytes()


@cache
def _of_finished() -> tuple[Diagnostic, ...]:
    with TemporaryDirectory() as name:
        file = Path(name) / "成稿.docx"
        file.write_bytes(_finished())
        return tuple(check([file]))


def test_the_list_is_long_and_most_of_it_is_found() -> None:
    """What is known to be missed says why, and is a tenth at most."""
    every = [each for defects in DEFECTS.values() for each in defects]
    missed = [each for each in every if each.get("漏")]
    assert len(every) >= 60
    assert len({(kind, each["名"]) for kind, defects in DEFECTS.items() for each in defects}) == len(every)
    assert len(missed) <= (1 - WANTED) * len(every)


@pytest.mark.parametrize("name", _names("输入"))
def test_a_defect_of_the_input_is_found(name: str, tmp_path: Path) -> None:
    defect = _defect("输入", name)
    text = COUNTY.read_text(encoding="utf-8")
    assert text.count(defect["旧"]) == 1
    file = tmp_path / COUNTY.name
    file.write_text(text.replace(defect["旧"], defect["新"]), encoding="utf-8")
    first = text[: text.index(defect["旧"])].count("\n") + 1
    changed = range(first, first + 1 + max(defect["旧"].count("\n"), defect["新"].count("\n")))
    lines = file.read_text(encoding="utf-8").splitlines()

    def is_there(found: Diagnostic) -> bool:
        line = found.place.line
        around = lines[line - 1] if line is not None else ""
        return line in changed or defect["处"] in found.message or defect["处"] in around

    assert any(map(is_there, _new(file, _of_input()))) != bool(defect.get("漏"))


@pytest.mark.parametrize("name", _names("成稿"))
def test_a_defect_of_a_finished_report_is_found(name: str, tmp_path: Path) -> None:
    defect = _defect("成稿", name)
    file = tmp_path / "成稿.docx"
    document = docx.Document(BytesIO(_finished()))
    changed = _replaced(document, defect["旧"], defect["新"])
    document.save(str(file))

    def is_there(found: Diagnostic) -> bool:
        words = found.place.text or ""
        return defect["处"] in found.message or (bool(words) and words in changed) or defect["处"] in words

    assert any(map(is_there, _new(file, _of_finished()))) != bool(defect.get("漏"))


def _replaced(document: Document, old: str, new: str) -> str:
    """Put other words into the first paragraph that holds the old ones, run by run; its new text."""
    paragraph = next(each for each in document.paragraphs if old in each.text)
    start = paragraph.text.index(old)
    end, position, left = start + len(old), 0, new
    for run in paragraph.runs:
        length = len(run.text)
        first, last = max(start, position), min(end, position + length)
        if first < last:
            run.text = run.text[: first - position] + left + run.text[last - position :]
            left = ""
        position += length
    assert new in paragraph.text
    return paragraph.text


def _body(document: Document) -> Paragraph:
    return next(each for each in document.paragraphs if "推进政务服务减环节" in each.text)


def _heading(document: Document, start: str) -> Paragraph:
    return next(each for each in document.paragraphs if start in each.text)


def _other_paper(document: Document) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def _centred_numbers(document: Document) -> None:
    for section in document.sections:
        for footer in (section.footer, section.even_page_footer):
            for paragraph in footer.paragraphs:
                paragraph.alignment = 1


def _font(paragraph: Paragraph, name: str) -> None:
    for run in paragraph.runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no name for this slot
        for slot in ("ascii", "hAnsi", "eastAsia"):
            fonts.set(f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{slot}", name)


def _each_run(paragraph: Paragraph, **fields: Any) -> None:
    for run in paragraph.runs:
        for field, value in fields.items():
            setattr(run.font, field, value)


def _no_indent(paragraph: Paragraph) -> None:
    """Both measures: Word takes the style's firstLineChars over a firstLine set by hand, and would go on indenting."""
    paragraph.paragraph_format.first_line_indent = Mm(0)
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 - python-docx has no name for characters
    indent.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}firstLineChars", "0")


LAYOUT: dict[str, Callable[[Document], object]] = {
    "页边": lambda each: setattr(each.sections[0], "top_margin", Mm(25)),
    "纸张": _other_paper,
    "字体": lambda each: _font(_body(each), "宋体"),
    "字号": lambda each: _each_run(_body(each), size=Pt(14)),
    "标题字体": lambda each: _font(_heading(each, "一、2025年"), "楷体"),
    "标题位置": lambda each: setattr(each.paragraphs[0], "alignment", 0),
    "缩进": lambda each: _no_indent(_body(each)),
    "行距": lambda each: setattr(_body(each).paragraph_format, "line_spacing", 1.5),
    "页码": _centred_numbers,
    "加粗": lambda each: _each_run(_heading(each, "（一）深入学习"), bold=True),
}


@pytest.mark.parametrize("name", _names("版面"))
def test_a_defect_of_the_layout_is_found(name: str, tmp_path: Path) -> None:
    defect = _defect("版面", name)
    file = tmp_path / "成稿.docx"
    document = docx.Document(BytesIO(_finished()))
    LAYOUT[defect["码"]](document)
    document.save(str(file))
    found = [each for each in _new(file, _of_finished()) if each.code.startswith("PAGE")]
    assert bool(found) != bool(defect.get("漏"))
