"""The example as Word files: audited, read back, and rendered by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator
from support import office
from support.inputs import EXAMPLE

from generator.workflows.build import Order, build

LACKING = office.missing()
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
"""The edges of the type area in millimetres (GB/T 9704—2012, 5.2.1)."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both versions, by a short name."""
    built = build(Order([EXAMPLE], tmp_path_factory.mktemp("out")))
    return {"public" if "公开版" in file.name else "draft": file for file in built.written}


@pytest.fixture(scope="module")
def rendered(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same as PDF."""
    return office.to_pdf({name: file.read_bytes() for name, file in files.items()}, tmp_path_factory.mktemp("pdf"))


@pytest.mark.parametrize("name", ["draft", "public"])
def test_the_files_are_valid(files: dict[str, Path], name: str) -> None:
    """By the auditor, and by python-docx, which finds the headings in their styles."""
    result = OpenXmlValidator().validate(files[name])
    paragraphs = docx.Document(str(files[name])).paragraphs
    headings = [p.text for p in paragraphs if p.style is not None and p.style.name == "公文一级标题"]

    assert result.is_valid, result
    assert len(headings) == 11
    assert headings[0].startswith("一、")


@pytest.mark.office
@pytest.mark.skipif(bool(LACKING), reason=LACKING)
@pytest.mark.parametrize("name", ["draft", "public"])
def test_every_page_keeps_to_the_type_area(rendered: dict[str, Path], name: str) -> None:
    """No line leaves it, none has more than 28 characters, and no page more than 22 lines."""
    pages = office.pages(rendered[name])

    assert len(pages) == 10
    for page in pages:
        lines = page.between(TOP, BOTTOM)
        assert 1 <= len({round(line.bottom) for line in lines}) <= 22
        assert all(line.left > LEFT - 1 and line.right < RIGHT + 1 for line in lines)
        assert all(sum(ord(c) > 0x2E7F for c in line.text) <= 28 for line in lines)


@pytest.mark.office
@pytest.mark.skipif(bool(LACKING), reason=LACKING)
def test_every_page_says_that_it_is_an_example(rendered: dict[str, Path]) -> None:
    """A report with real names and no number must not pass for the real one."""
    for page in office.pages(rendered["public"]):
        assert "示例" in "".join(line.text for line in page.between(0, TOP))


@pytest.mark.office
@pytest.mark.skipif(bool(LACKING), reason=LACKING)
def test_page_numbers_stand_outside(rendered: dict[str, Path]) -> None:
    """Odd pages on the right, even ones on the left (7.5)."""
    for number, page in enumerate(office.pages(rendered["draft"]), start=1):
        (foot,) = page.between(BOTTOM + 3, page.high)
        assert str(number) in foot.text
        assert (foot.left > page.wide / 2) == bool(number % 2)
