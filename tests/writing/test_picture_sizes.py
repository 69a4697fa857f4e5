"""Pictures: their size is read from their bytes, and they stay inside the type area."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from support.documents import document, jpeg, paragraph, png, text
from support.packages import NAMES, parts, xml
from support.profiles import gbt9704

from generator.document.blocks import Image
from generator.writing.docx import ImageError, write_docx
from generator.writing.docx.images import measured

FILE = Path("图.png")


def with_density(dots_a_metre: int) -> bytes:
    """A PNG picture that says how dense it is."""
    data = png(300, 100)
    chunk = b"pHYs" + struct.pack(">2LB", dots_a_metre, dots_a_metre, 1)
    return data[:33] + struct.pack(">L", 9) + chunk + struct.pack(">L", zlib.crc32(chunk)) + data[33:]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(png(320, 160), (320, 160, 96, "png"), id="png without density"),
        pytest.param(with_density(5906), (300, 100, 150, "png"), id="png of 150 dots an inch"),
        pytest.param(with_density(1), (300, 100, 96, "png"), id="png with a nonsense density"),
        pytest.param(jpeg(300, 200, 150), (300, 200, 150, "jpeg"), id="jpeg of 150 dots an inch"),
    ],
)
def test_size_and_density(data: bytes, expected: tuple[int, int, int, str]) -> None:
    """Dots, dots an inch, kind."""
    pixels = measured(data, FILE)
    assert (pixels.wide, pixels.high, round(pixels.density), pixels.kind) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"GIF89a", "不是 PNG 或 JPEG 格式", id="another format"),
        pytest.param(b"", "不是 PNG 或 JPEG 格式", id="empty file"),
        pytest.param(png()[:18], "已损坏", id="png cut off"),
        pytest.param(jpeg()[:24], "已损坏", id="jpeg cut off"),
        pytest.param(png(0, 10), "已损坏", id="no width"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, message: str) -> None:
    """With the name of the file and what to do."""
    with pytest.raises(ImageError, match=message) as caught:
        measured(data, FILE)
    assert "图.png" in str(caught.value)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    """It was there when the input was checked, but that was before."""
    with pytest.raises(ImageError, match="读不出来"):
        write_docx(document(Image(tmp_path / "没有.png", ())), gbt9704())


@pytest.mark.parametrize(
    ("size", "wanted", "printed"),
    [
        pytest.param((96, 48), None, (25.4, 12.7), id="its own size"),
        pytest.param((96, 48), 80.0, (80, 40), id="as wide as wanted"),
        pytest.param((96, 48), 300.0, (156, 78), id="no wider than the type area"),
        pytest.param((96, 960), 150.0, (20, 200), id="no higher than a page"),
    ],
)
def test_printed_size(
    size: tuple[int, int], wanted: float | None, printed: tuple[float, float], tmp_path: Path
) -> None:
    """Width and height in millimetres, in proportion."""
    file = tmp_path / "图.png"
    file.write_bytes(png(*size))
    content = write_docx(document(Image(file, (), width=wanted)), gbt9704())
    extent = xml(content).find(".//wp:extent", NAMES)
    assert extent is not None
    assert (int(extent.attrib["cx"]) / 36000, int(extent.attrib["cy"]) / 36000) == pytest.approx(printed, abs=0.01)


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    """Two pictures, three places: two parts, each with its own relation, drawings numbered apart."""
    one, two = tmp_path / "a.png", tmp_path / "b.jpg"
    one.write_bytes(png())
    two.write_bytes(jpeg())
    blocks = (Image(one, text("甲")), paragraph("字"), Image(two, text("乙")), Image(one, text("丙")))
    package = parts(write_docx(document(*blocks), gbt9704()))
    assert [name for name in package if "media" in name] == ["word/media/image1.png", "word/media/image2.jpeg"]
    assert package["word/_rels/document.xml.rels"].count(b"relationships/image") == 2
    numbers = [drawing.attrib["id"] for drawing in xml(write_docx(document(*blocks), gbt9704())).iter(_DOC_PR)]
    assert len(set(numbers)) == 3


_DOC_PR = f"{{{NAMES['wp']}}}docPr"


def test_the_caption_is_said_to_readers_who_cannot_see(tmp_path: Path) -> None:
    """As the alternative text of the drawing."""
    file = tmp_path / "图.png"
    file.write_bytes(png())
    drawing = next(xml(write_docx(document(Image(file, text("图1　流程“甲”"))), gbt9704())).iter(_DOC_PR))
    assert drawing.attrib["descr"] == "图1　流程“甲”"
