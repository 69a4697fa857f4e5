"""Word files seen through LibreOffice and poppler: as PDF, as boxes of text, as fonts, as pictures.

Everything runs under `tests/fonts/fonts.conf`, which stands a free font in for every class that GB/T 9704 names, and in
a LibreOffice profile of its own. All measures are millimetres from the upper left corner of the page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

_POINT = 25.4 / 72
_TIMEOUT = 180
FONTS = Path(__file__).parents[1] / "fonts" / "fonts.conf"
FACES = {
    "小标宋": "NotoSerifCJK*-Bold*",
    "黑体": "NotoSansCJK*-Regular*",
    "楷体": "UKai*",
    "仿宋": "NotoSerifCJK*-Regular*",
    "宋体": "UMing*",
}
"""The font that stands in for each class, as a PDF names it (a pattern)."""

_FAMILIES = {
    "方正小标宋简体": "Noto Serif CJK",
    "黑体": "Noto Sans CJK",
    "楷体_GB2312": "AR PL UKai",
    "仿宋_GB2312": "Noto Serif CJK",
    "宋体": "AR PL UMing",
}
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Line:
    """A line of text and the box round its letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page and its lines from top to bottom."""

    wide: float
    high: float
    lines: tuple[Line, ...]

    def between(self, top: float, bottom: float) -> tuple[Line, ...]:
        """The lines whose middle lies between two heights."""
        return tuple(line for line in self.lines if top < (line.top + line.bottom) / 2 < bottom)


@dataclass(frozen=True)
class Rule:
    """A horizontal line and its edges."""

    left: float
    top: float
    right: float
    bottom: float


_INK = bytes(1 if shade < 128 else 0 for shade in range(256))


@dataclass(frozen=True)
class Picture:
    """A grey picture of a page: `rows[y][x]` is 0 (black) to 255."""

    rows: tuple[bytes, ...]
    dots: float

    def is_dark(self, x: float, y: float) -> bool:
        """Whether there is ink at a place in millimetres."""
        return self.rows[round(y * self.dots)][round(x * self.dots)] < 128

    def ink(self, top: float, bottom: float, left: float = 0.0, right: float = 210.0) -> tuple[float, float]:
        """The upper and the lower edge of what is printed between these bounds."""
        begin, end = round(left * self.dots), round(right * self.dots)
        dark = [
            number
            for number in range(round(top * self.dots), round(bottom * self.dots))
            if 1 in self.rows[number][begin:end].translate(_INK)
        ]
        return dark[0] / self.dots, (dark[-1] + 1) / self.dots

    def rules(self, least: float = 100.0) -> list[Rule]:
        """The horizontal lines at least so long, from top to bottom."""
        found: list[Rule] = []
        for number, row in enumerate(self.rows):
            inked = row.translate(_INK)
            if inked.count(1) < least * self.dots:
                continue
            longest = max(inked.split(b"\0"), key=len)
            if len(longest) < least * self.dots:
                continue
            begin = inked.index(longest)
            top, bottom = number / self.dots, (number + 1) / self.dots
            if found and found[-1].bottom == top:
                found[-1] = replace(found[-1], bottom=bottom)
            else:
                found.append(Rule(begin / self.dots, top, (begin + len(longest)) / self.dots, bottom))
        return found


@cache
def missing() -> str:
    """What this computer lacks to show a Word file, empty when nothing is missing."""
    for program in ("soffice", "pdftotext", "pdftohtml", "pdftoppm", "pdfimages", "fc-match"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    for asked, family in _FAMILIES.items():
        if family not in _run("fc-match", "--format=%{family}", asked):
            return f"no font of the family {family}"
    return ""


def to_pdf(files: Mapping[str, bytes], folder: Path, suffix: str = "docx") -> dict[str, Path]:
    """Turn Word files (or others, by their `suffix`) into PDFs, all in one run."""
    for name, content in files.items():
        (folder / f"{name}.{suffix}").write_bytes(content)
    convert([folder / f"{name}.{suffix}" for name in files], folder, "pdf")
    return {name: folder / f"{name}.pdf" for name in files}


def to_docx(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word files opened and saved again."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    saved = folder / "saved"
    convert([folder / f"{name}.docx" for name in files], saved, "docx:MS Word 2007 XML")
    return {name: (saved / f"{name}.docx").read_bytes() for name in files}


def convert(files: Iterable[Path], folder: Path, kind: str) -> None:
    """Let LibreOffice save files as another kind, all in one run, because it takes seconds to start."""
    profile = f"-env:UserInstallation={Path(_profile().name).as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files))


def saved_as(form: str, file: Path, folder: Path) -> Path:
    """A Word file as LibreOffice saves it in another format: `doc`, or `docx` once more."""
    convert([file], folder, form)
    return folder / f"{file.stem}.{form}"


@cache
def _profile() -> TemporaryDirectory[str]:
    """One profile for all runs of this process, because LibreOffice takes as long again to make one."""
    return TemporaryDirectory(prefix="fazhi-office-", ignore_cleanup_errors=True)


@cache
def pages(pdf: Path) -> list[Page]:
    """The lines of every page; a PDF is measured by many tests and never changes."""
    root = ET.fromstring(_run("pdftotext", "-bbox-layout", str(pdf), "-"))  # noqa: S314 - made by poppler just now
    return [
        Page(_measure(page, "width"), _measure(page, "height"), _lines(page)) for page in root.iter(f"{_XHTML}page")
    ]


@cache
def faces(pdf: Path) -> dict[str, list[str]]:
    """The words set in every font of the PDF, by the font's name."""
    root = ET.fromstring(_run("pdftohtml", "-xml", "-stdout", "-fontfullname", "-i", str(pdf)))  # noqa: S314 - as above
    names = {spec.get("id", ""): spec.get("family", "") for spec in root.iter("fontspec")}
    found: dict[str, list[str]] = {}
    for text in root.iter("text"):
        name = names[text.get("font", "")].partition("+")[2]
        found.setdefault(name, []).append("".join(text.itertext()))
    return found


def images(pdf: Path) -> int:
    """How many pictures a PDF holds."""
    head_lines = 2
    return len(_run("pdfimages", "-list", str(pdf)).splitlines()) - head_lines


@cache
def picture(pdf: Path, page: int, density: int = 254) -> Picture:
    """A page as a picture of so many dots an inch."""
    target = pdf.with_name(f"{pdf.stem}-{page}")
    numbers = ("-f", str(page), "-l", str(page), "-singlefile", "-r", str(density))
    _run("pdftoppm", "-gray", *numbers, str(pdf), str(target))
    data = target.with_suffix(".pgm").read_bytes()
    kind, wide, high, depth, *_ = data.split(maxsplit=4)
    assert (kind, depth) == (b"P5", b"255")
    size = int(wide) * int(high)
    dots = data[-size:]
    rows = tuple(dots[start : start + int(wide)] for start in range(0, size, int(wide)))
    return Picture(rows, density / 25.4)


def _lines(page: ET.Element) -> tuple[Line, ...]:
    lines = [
        Line(
            "".join(word.text or "" for word in line.iter(f"{_XHTML}word")),
            *(_measure(line, side) for side in ("xMin", "yMin", "xMax", "yMax")),
        )
        for line in page.iter(f"{_XHTML}line")
    ]
    return tuple(sorted(lines, key=lambda line: (line.bottom, line.left)))


def _measure(element: ET.Element, name: str) -> float:
    return float(element.get(name, "nan")) * _POINT


def _run(*command: str) -> str:
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_TIMEOUT, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr}")
    return done.stdout
