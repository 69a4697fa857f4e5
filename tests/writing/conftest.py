"""Documents seen through LibreOffice, rendered once for all tests that measure pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support import office
from support.documents import (
    COMMITTEE,
    COUNTY,
    DAY,
    MARKED,
    TITLE,
    document,
    paragraph,
    png,
    report,
    section,
    table,
    text,
)
from support.formal import HEAD, JOINT, LENGTHS, NUMBER, SIGNERS, of_lines, oral, upward, with_head
from support.profiles import gbt9704, gbt33476

from generator.document.blocks import Document, Letterhead, Signature
from generator.writing.docx import write_docx


def _documents(picture: Path) -> Mapping[str, Document]:
    picture.write_bytes(png())
    headings = (
        section(1, "一、", "黑体级", section(2, "（一）", "楷体级", section(3, "1.", "仿宋级", paragraph("末级。")))),
        section(2, "（二）", "接排级", paragraph("接着的正文，有“引号”——破折号……省略号。"), run_in=True),
    )
    joint = (text(COMMITTEE), text(COUNTY))
    return {
        "grid": document(paragraph("字" * (26 + 28 * 60))),
        "marks": document(*(paragraph("甲" * number + MARKED * 6) for number in range(20))),
        "report": report(picture),
        "example": document(paragraph("字" * (26 + 28 * 30)), example=True),
        "headings": document(TITLE, *headings),
        "long table": document(paragraph("前。"), table(rows=60), paragraph("后。")),
        "unsealed": document(paragraph("文。"), Signature((text(COUNTY),), DAY)),
        "sealed": document(paragraph("文。"), Signature((text(COUNTY),), DAY, sealed=True)),
        "joint": document(paragraph("文。"), Signature(joint, DAY, sealed=True)),
        "hostile": document(
            paragraph("甲&<>\"'乙" + "w" * 300), section(1, "一、", "长" * 200), report(picture).blocks[-1]
        ),
        "two tables": document(table(2, "表1"), table(2, "表2")),
        "pushed": document(paragraph("字" * (26 + 28 * 19)), paragraph("末段。"), Signature((text(COUNTY),), DAY)),
    }


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The documents above as PDF."""
    lacking = office.missing()
    if lacking:
        pytest.skip(lacking)
    folder = tmp_path_factory.mktemp("office")
    made = _documents(folder / "图.png")
    return office.to_pdf({name: write_docx(one, gbt9704()) for name, one in made.items()}, folder)


@pytest.fixture(scope="session")
def formal(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Documents with the formal parts as PDF, all by one run of LibreOffice."""
    lacking = office.missing()
    if lacking:
        pytest.skip(lacking)
    made = {
        "upward": upward(),
        "oral": oral(),
        "single": with_head(HEAD),
        "no mark": with_head(replace(HEAD, marks=())),
        "long mark": with_head(replace(HEAD, marks=("永宁市安平区经济技术开发区管理委员会",))),
        "joint": with_head(JOINT),
        "blank": with_head(Letterhead((COUNTY,), "", "", ())),
        "three": with_head(Letterhead((COMMITTEE, COUNTY, COUNTY), "文件", NUMBER, SIGNERS)),
        "duplex odd": of_lines(10, duplex=True),
        "duplex full": of_lines(22, duplex=True),
        "duplex even": of_lines(30, duplex=True),
        **{f"{lines} lines": of_lines(lines) for lines in LENGTHS},
    }
    files = {name: write_docx(one, gbt9704()) for name, one in made.items()}
    files["other margins"] = write_docx(upward(), gbt33476())
    return office.to_pdf(files, tmp_path_factory.mktemp("formal"))
