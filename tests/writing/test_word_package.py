"""The Word file as a package: valid, openable, the same bytes every time, no clock, no machine."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator
from support.documents import COMMITTEE, COUNTY, DAY, document, paragraph, png, report, table, text
from support.formal import oral, upward, with_head
from support.packages import NAMES, parts, words, xml
from support.profiles import changed, gbt9704

from generator.document.blocks import Document, Image, Imprint, Letterhead, Signature
from generator.models.style import StyleProfile
from generator.writing.docx import write_docx

PROFILE = gbt9704()


def as_example(made: Document) -> Document:
    """The same with the mark of an example on every page."""
    return replace(made, meta=replace(made.meta, example=True))


def several(picture: Path) -> dict[str, Document]:
    """Documents that between them use every block."""
    picture.write_bytes(png())
    joint = Signature((text(COMMITTEE), text(COUNTY)), "", sealed=True)
    return {
        "whole": report(picture),
        "sealed example": report(picture, sealed=True, example=True),
        "public": report(bookmarks=False, day=None),
        "empty": document(),
        "hostile": document(paragraph("&<>\"'" + "w" * 500), title="<\"&'>", organ="&", state="<", delivery='"'),
        "formal": upward(),
        "duplex example": as_example(upward(duplex=True)),
        "oral": oral(),
        "blank head": with_head(Letterhead((), "", "", ())),
        "blank imprint": document(paragraph("文。"), Imprint((), "", "", duplex=True)),
        "tables": document(table(3, "表1"), table(60, "表2"), Image(picture, ()), Image(picture, ()), joint),
    }


NAMES_OF_SEVERAL = [
    "whole",
    "sealed example",
    "public",
    "empty",
    "hostile",
    "tables",
    "formal",
    "duplex example",
    "oral",
    "blank head",
    "blank imprint",
]


@pytest.mark.parametrize("name", NAMES_OF_SEVERAL)
def test_openxml_audit_accepts_it(name: str, tmp_path: Path) -> None:
    """Schema, relations and semantics of Open XML."""
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(several(tmp_path / "图.png")[name], PROFILE))
    result = OpenXmlValidator().validate(file)
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


@pytest.mark.parametrize("name", NAMES_OF_SEVERAL)
def test_python_docx_opens_it(name: str, tmp_path: Path) -> None:
    """With its sections, styles and properties."""
    opened = docx.Document(io.BytesIO(write_docx(several(tmp_path / "图.png")[name], PROFILE)))
    assert opened.sections[0].page_width is not None
    assert opened.core_properties.language == "zh-CN"
    assert opened.styles["公文正文"].font.size is not None


@pytest.mark.parametrize("name", NAMES_OF_SEVERAL)
def test_same_document_same_bytes(name: str, tmp_path: Path) -> None:
    """Twice in one process."""
    made = several(tmp_path / "图.png")[name]
    assert write_docx(made, PROFILE) == write_docx(made, PROFILE)


def test_same_bytes_in_another_process() -> None:
    """With another hash seed and another time zone."""
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]);"
        "from support.documents import report; from support.profiles import gbt9704;"
        "from generator.writing.docx import write_docx;"
        "print(hashlib.sha256(write_docx(report(), gbt9704())).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", script, str(Path(__file__).parents[1])]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        digests.add(done.stdout)
    assert len(digests) == 1


def test_profiles_do_not_share_a_base_package() -> None:
    """An office's own profile changes the page, not that of the next report."""
    narrow = StyleProfile.model_validate(changed("标题/字号/值", "20"))
    own, shipped = write_docx(report(), narrow), write_docx(report(), PROFILE)
    assert parts(own)["word/styles.xml"] != parts(shipped)["word/styles.xml"]
    assert shipped == write_docx(report(), PROFILE)


def test_core_properties() -> None:
    """What the report is, in the places where Word and archives look."""
    core = docx.Document(io.BytesIO(write_docx(report(), PROFILE))).core_properties
    assert (core.title, core.author) == ("安平县人民政府关于2025年度法治政府建设情况的报告", COUNTY)
    assert (core.subject, core.keywords) == ("2025年全年　上级政府", "报市政府；送审稿")
    assert core.created is not None
    assert core.created == core.modified
    assert core.created.date().isoformat() == "2026-02-09"


def test_without_a_day_there_is_no_date() -> None:
    """Rather none than that of the computer."""
    core = parts(write_docx(report(day=None), PROFILE))["docProps/core.xml"]
    assert b"dcterms:created" not in core
    assert b"dcterms:modified" not in core


def test_custom_properties_lead_back_to_the_input() -> None:
    """Format, hash of the input, delivery."""
    root = xml(write_docx(report(), PROFILE), "docProps/custom.xml")
    values = {child.get("name"): "".join(child.itertext()) for child in root}
    assert values == {"格式": "1", "输入": "5e2f", "年度": "2025", "报送": "报市政府", "状态": "送审稿"}


def test_page_numbers_are_fields_on_odd_and_even_pages() -> None:
    """— 1 — in both, by a PAGE field; odd and even pages are told apart."""
    content = write_docx(report(), PROFILE)
    for name in ("footer1", "footer2"):
        root = xml(content, f"word/{name}.xml")
        assert words(root) == "— 1 —"
        assert root.find(".//w:fldSimple", NAMES) is not None
    assert xml(content, "word/settings.xml").find("w:evenAndOddHeaders", NAMES) is not None


def test_an_example_says_so_on_every_page() -> None:
    """In the header of odd and of even pages; a real document has no header at all."""
    example, real = (parts(write_docx(report(example=example), PROFILE)) for example in (True, False))
    for name in ("header1", "header2"):
        assert "示例　不作为公文使用" in example[f"word/{name}.xml"].decode()
    assert not [name for name in real if "header" in name]
    assert b"headerReference" not in real["word/document.xml"]
    assert b"header" not in real["[Content_Types].xml"]


def test_a_comment_can_be_added(tmp_path: Path) -> None:
    """By another program, with the styles that Word expects; the file stays valid."""
    opened = docx.Document(io.BytesIO(write_docx(report(), PROFILE)))
    opened.add_comment(opened.paragraphs[3].runs, text="请核对", author="法制科")
    file = tmp_path / "commented.docx"
    opened.save(str(file))
    assert OpenXmlValidator().validate(file).is_valid


def test_signature_day_is_not_confused_with_the_clock() -> None:
    """The day in the text is the document's."""
    content = write_docx(document(Signature((text(COUNTY),), DAY)), PROFILE)
    assert DAY in words(xml(content))
