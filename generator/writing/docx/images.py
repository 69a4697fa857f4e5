"""Pictures: their size read from their own bytes, and their place in the text."""

from __future__ import annotations

import struct
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from generator.document.blocks import Image, plain
from generator.models.style import ImageStyle
from generator.records import dataclass
from generator.writing.docx.archive import Entry, stored
from generator.writing.docx.xml import PIC, PIC_URI, WP, A, escaped

_EMU_PER_MILLIMETRE = 36000
_INCH = 25.4
_USUAL_DENSITY = 96.0  # dots an inch, for pictures that do not say
_LEAST_DENSITY = 30.0  # below this, the number in the file is a mistake
_PNG = b"\x89PNG\r\n\x1a\n"
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset(range(0xD0, 0xDA)) | {0x01}


class ImageError(ValueError):
    """The file is no PNG or JPEG picture, or it is damaged. The message is Chinese and names the file.

    `path` is where the input names the picture, joined by `/`.
    """

    path: str = ""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The size of a picture in dots, its dots an inch, and the ending of its kind."""

    wide: int
    high: int
    density: float
    kind: str


@dataclass(slots=True)
class Media:
    """The pictures of one file: the same picture is kept once."""

    first_relation: int
    entries: list[Entry] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)

    def add(self, data: bytes, kind: str) -> str:
        """Keep a picture and give the id of its relation."""
        digest = sha256(data).hexdigest()
        if digest not in self._known:
            self._known[digest] = len(self.entries)
            self.entries.append(stored(f"word/media/image{len(self.entries) + 1}.{kind}", data))
        return f"rId{self.first_relation + self._known[digest]}"

    def targets(self) -> tuple[str, ...]:
        """The parts, relative to the body's, in the order of their relations."""
        return tuple(entry.name.decode().removeprefix("word/") for entry in self.entries)


def drawing(image: Image, style: ImageStyle, media: Media, number: int) -> str:
    """The picture as a drawing in the line of text; `number` is unique in the file.

    Raises ImageError.
    """
    data, pixels = _read(image)
    relation = media.add(data, pixels.kind)
    wide, high = _printed(pixels, image.width, style)
    extent = f'cx="{round(wide * _EMU_PER_MILLIMETRE)}" cy="{round(high * _EMU_PER_MILLIMETRE)}"'
    name, said = escaped(f"图{number}"), escaped(plain(image.title))
    return (
        f'<w:r><w:drawing><wp:inline {WP} distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{said}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks {A} noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic {A}>'
        f'<a:graphicData uri="{PIC_URI}"><pic:pic {PIC}><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )


def _read(image: Image) -> tuple[bytes, Pixels]:
    try:
        data = image.file.read_bytes()
        return data, measured(data, image.file)
    except OSError as error:
        fault = ImageError(f"图片“{image.file.name}”读不出来：{error.strerror}")
    except ImageError as error:
        fault = error
    fault.path = image.origin.path
    raise fault from None


def measured(data: bytes, file: Path) -> Pixels:
    """The size of a PNG or JPEG picture. Raises ImageError."""
    try:
        if data.startswith(_PNG):
            pixels = _png(data)
        elif data.startswith(b"\xff\xd8"):
            pixels = _jpeg(data)
        else:
            raise ImageError(f"图片“{file.name}”不是 PNG 或 JPEG 格式，请另存为其中一种")
    except (struct.error, IndexError):
        raise ImageError(f"图片“{file.name}”已损坏，请重新导出") from None
    if not (pixels.wide and pixels.high):
        raise ImageError(f"图片“{file.name}”已损坏，请重新导出")
    return pixels


def _png(data: bytes) -> Pixels:
    wide, high = struct.unpack_from(">2L", data, 16)
    density = 0.0
    place = data.find(b"pHYs", 33, 4096)
    if place >= 0:
        across, _, unit = struct.unpack_from(">2LB", data, place + 4)
        density = across * _INCH / 1000 if unit == 1 else 0.0
    return Pixels(wide, high, _sensible(density), "png")


def _jpeg(data: bytes) -> Pixels:
    density, place = 0.0, 2
    while True:
        marker = data[place + 1]
        if marker in _WITHOUT_LENGTH or marker == 0xFF:  # noqa: PLR2004 - a fill byte, by the JPEG standard
            place += 1 if marker == 0xFF else 2  # noqa: PLR2004 - as above
            continue
        (length,) = struct.unpack_from(">H", data, place + 2)
        if marker in _START_OF_FRAME:
            high, wide = struct.unpack_from(">2H", data, place + 5)
            return Pixels(wide, high, _sensible(density), "jpeg")
        if data[place + 4 : place + 9] == b"JFIF\0":
            unit, across = struct.unpack_from(">BH", data, place + 11)
            density = across * {1: 1.0, 2: _INCH / 10}.get(unit, 0.0)
        place += 2 + length


def _sensible(density: float) -> float:
    return density if density >= _LEAST_DENSITY else _USUAL_DENSITY


def _printed(pixels: Pixels, wanted: float | None, style: ImageStyle) -> tuple[float, float]:
    """Width and height in millimetres: as wanted, else the picture's own; never out of the type area."""
    wide = min(wanted or pixels.wide * _INCH / pixels.density, style.最宽.millimetres)
    high = wide * pixels.high / pixels.wide
    if high > style.最高.millimetres:
        high = style.最高.millimetres
        wide = high * pixels.wide / pixels.high
    return wide, high
