"""Defects put into an example one at a time: into its input, or into the Word file that is built of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from generator.workflows.build import Order, build
from support.inputs import ROOT

Defect = dict[str, Any]


def example_of(defect: Defect) -> Path:
    return ROOT / "examples" / str(defect.get("例", "county-2025")) / "report.yaml"


@cache
def finished(example: Path, delivery: str) -> bytes:
    with TemporaryDirectory() as name:
        (file,) = build(Order([example], Path(name), names=(delivery,))).written
        return file.read_bytes()


def changed_input(defect: Defect) -> tuple[str, range]:
    """The input with the defect, and the lines that were changed in it."""
    text = example_of(defect).read_text(encoding="utf-8")
    old, new = defect["旧"], defect["新"]
    assert text.count(old) == 1
    first = text[: text.index(old)].count("\n") + 1
    return text.replace(old, new), range(first, first + 1 + max(old.count("\n"), new.count("\n")))


def changed_file(data: bytes, defect: Defect) -> tuple[bytes, str]:
    """The Word file with the defect, and the words of the paragraph that was changed."""
    document = docx.Document(BytesIO(data))
    words = _changed(document, defect)
    target = BytesIO()
    document.save(target)
    return target.getvalue(), words


def _changed(document: Document, defect: Defect) -> str:
    if "旧" in defect:
        return _replaced(document, defect["旧"], defect["新"])
    if "格" in defect:
        return _put_in_cell(document, *defect["格"])
    if "插" in defect:
        return _added_after(_starting(document, defect["后"]), defect["插"])
    for start in defect.get("删", ()):
        _remove(_starting(document, start))
    paragraph = _starting(document, defect["找"]) if "找" in defect else document.paragraphs[0]
    for kind, value in defect.get("改", {}).items():
        LAYOUT[kind](document, paragraph, value)
    return paragraph.text if "找" in defect else ""


def _every(document: Document) -> Iterator[Paragraph]:
    for each in document.element.body.iter(qn("w:p")):
        yield Paragraph(each, document)


def _starting(document: Document, start: str) -> Paragraph:
    """The paragraph that is just these words, else the first that begins with them."""
    every = list(_every(document))
    return next(each for test in (str.__eq__, str.startswith) for each in every if test(each.text, start))


def _replaced(document: Document, old: str, new: str) -> str:
    """Put other words into the first paragraph that holds the old ones, run by run; its new text."""
    paragraph = next(each for each in _every(document) if old in each.text)
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


def _put_in_cell(document: Document, table: int, item: str, column: int, value: str) -> str:
    row = next(each for each in document.tables[table].rows if item in [cell.text for cell in each.cells])
    runs = row.cells[column].paragraphs[0].runs
    for run in runs[1:]:
        run.text = ""
    runs[0].text = value
    return "｜".join(cell.text for cell in row.cells)


def _added_after(paragraph: Paragraph, words: str) -> str:
    added = OxmlElement("w:p")
    paragraph._p.addnext(added)  # noqa: SLF001 - python-docx can only add in front
    Paragraph(cast("Any", added), paragraph._parent).add_run(words)  # noqa: SLF001
    return words


def _remove(paragraph: Paragraph) -> None:
    element = paragraph._p  # noqa: SLF001 - python-docx cannot remove
    cast("Any", element.getparent()).remove(element)


def _fonts(_: Document, paragraph: Paragraph, name: str) -> None:
    for run in paragraph.runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no name for this slot
        for slot in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(slot), name)


def _first_line(_: Document, paragraph: Paragraph, points: float) -> None:
    """Both measures: Word takes the style's firstLineChars over a firstLine set by hand, and would go on indenting."""
    paragraph.paragraph_format.first_line_indent = Pt(points)
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 - python-docx has no name for characters
    indent.set(qn("w:firstLineChars"), str(round(points / 16 * 100)))


def _side(side: str) -> Callable[[Document, Paragraph, float], None]:
    def put(_: Document, paragraph: Paragraph, points: float) -> None:
        setattr(paragraph.paragraph_format, f"{side}_indent", Pt(points))
        indent = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
        indent.set(qn(f"w:{side}Chars"), "0")

    return put


def _of_font(field: str, made: Callable[[Any], Any]) -> Callable[[Document, Paragraph, Any], None]:
    def put(_: Document, paragraph: Paragraph, value: Any) -> None:
        for run in paragraph.runs:
            if field == "color":
                run.font.color.rgb = made(value)
            else:
                setattr(run.font, field, made(value))

    return put


def _tracked(_: Document, paragraph: Paragraph, __: object) -> None:
    """The first run becomes an insertion that nobody accepted."""
    mark = OxmlElement("w:ins")
    for name, value in (("w:id", "9001"), ("w:author", "核稿"), ("w:date", "2026-02-01T00:00:00Z")):
        mark.set(qn(name), value)
    run = paragraph.runs[0]._r  # noqa: SLF001
    run.addprevious(mark)
    mark.append(run)


def _margins(document: Document, _: Paragraph, values: list[float]) -> None:
    for section in document.sections:
        for side, value in zip(("top", "bottom", "left", "right"), values, strict=True):
            if value:
                setattr(section, f"{side}_margin", Mm(value))


def _paper(document: Document, _: Paragraph, values: list[float]) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Mm(values[0]), Mm(values[1])


def _folios(document: Document, _: Paragraph, how: str) -> None:
    for section in document.sections:
        for footer in (section.footer, section.even_page_footer):
            for paragraph in footer.paragraphs:
                if how == "居中":
                    paragraph.alignment = 1
                else:
                    paragraph._p.clear()  # noqa: SLF001


LAYOUT: dict[str, Callable[[Document, Paragraph, Any], object]] = {
    "字体": _fonts,
    "字号": _of_font("size", Pt),
    "加粗": _of_font("bold", bool),
    "颜色": _of_font("color", RGBColor.from_string),
    "突出": _of_font("highlight_color", lambda _: WD_COLOR_INDEX.YELLOW),
    "首行缩进": _first_line,
    "左缩进": _side("left"),
    "右缩进": _side("right"),
    "对齐": lambda _, each, where: setattr(each, "alignment", {"左": 0, "中": 1, "右": 2}[where]),
    "行距": lambda _, each, value: setattr(each.paragraph_format, "line_spacing", value),
    "段前分页": lambda _, each, value: setattr(each.paragraph_format, "page_break_before", value == "是"),
    "前加空段": lambda _, each, __: each.insert_paragraph_before(""),
    "修订": _tracked,
    "页边距": _margins,
    "纸张": _paper,
    "页码": _folios,
}
"""What `改` in the lists may say of the layout, each for the paragraph that `找` names or for the whole file."""
