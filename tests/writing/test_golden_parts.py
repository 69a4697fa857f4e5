"""Golden files: every part of the whole report, an element a line. `--update-golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documents import png, report
from support.formal import upward
from support.packages import normalised, parts
from support.profiles import gbt9704

from generator.writing.docx import write_docx
from generator.writing.text import write_text

GOLDEN = Path(__file__).parent / "golden"
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/header1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "docProps/custom.xml",
    "[Content_Types].xml",
)


def _same(file: Path, made: str, *, update: bool) -> None:
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8"), f"{file.name} changed: look at it, then --update-golden"


@pytest.mark.parametrize("part", PARTS)
def test_part_is_as_it_was(part: str, tmp_path: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """A change of the Word file shows here, part by part."""
    picture = tmp_path / "图.png"
    picture.write_bytes(png())
    made = parts(write_docx(report(picture, example=True), gbt9704()))[part]
    name = part.strip("[]").replace("/", "-").replace("].", ".")
    _same(GOLDEN / name, normalised(made), update=update_golden)


FORMAL_PARTS = ("word/document.xml", "word/_rels/document.xml.rels", "word/footer3.xml", "[Content_Types].xml")


@pytest.mark.parametrize("part", FORMAL_PARTS)
def test_formal_part_is_as_it_was(part: str, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """版头, 附件 and a 版记 on an even page."""
    made = parts(write_docx(upward(duplex=True), gbt9704()))[part]
    name = part.strip("[]").replace("/", "-").replace("].", ".")
    _same(GOLDEN / f"formal-{name}", normalised(made), update=update_golden)


def test_formal_text_is_as_it_was(update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """The same as plain text."""
    _same(GOLDEN / "formal.txt", write_text(upward(), gbt9704()), update=update_golden)


def test_text_is_as_it_was(update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """The same report as plain text."""
    _same(GOLDEN / "report.txt", write_text(report(), gbt9704()), update=update_golden)
