"""Make the pictures of the handbook again: `python docs/pictures/make_pictures.py`.

Needs LibreOffice, poppler-utils and Chromium. Everything shown comes from examples/county-collection.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLE = ROOT / "examples" / "county-collection"
FONTS = ROOT / "tests" / "fonts" / "fonts.conf"
_FAZHI = (sys.executable, "-c", "from generator.cli import main; main()")
_POINT_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Picture:
    """A part of a page: the first one that holds all `words`; left, top, width and height in millimetres."""

    name: str
    file: str
    words: tuple[str, ...]
    box: tuple[float, float, float, float]
    dots: int = 110


PICTURES = (
    Picture("form.png", "收表/复议应诉股.xlsx", ("纠纷化解", "不予受理"), (12, 14, 275, 150), 90),
    Picture("findings.png", "市监局填报表_疑点.xlsx", ("DATA245", "依据"), (12, 14, 275, 60), 90),
    Picture("cells.png", "市监局填报表_疑点.xlsx", ("行政许可", "公示执法信息"), (12, 14, 275, 150), 90),
    Picture("receipts.png", "栖云县2026.汇总表.xlsx", ("收表情况", "填报日期"), (8, 10, 280, 150), 90),
    Picture("summary.png", "栖云县2026.汇总表.xlsx", ("各单位数据汇总表", "减轻处罚"), (10, 12, 400, 190), 70),
    Picture("report.png", "out.docx", ("行政处罚决定",), (0, 10, 210, 200), 60),
)


PAGE = "page.png"
_SLIPS = (
    ("学习贯彻习近平法治思想\n", "学习贯彻习近平法制思想\n"),
    ("不予出台1件。", "不予出台XX件,正在研究。"),
)
"""What is put into the text of the example, that there be something to find."""
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars")


def main() -> None:
    for tool in ("soffice", "pdftoppm", "pdftotext", "chromium"):
        if shutil.which(tool) is None:
            sys.exit(f"没有 {tool}，做不了图")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder)
        pages: dict[str, Path] = {}
        for picture in PICTURES:
            if picture.file not in pages:
                pages[picture.file] = _pdf(folder / picture.file, folder)
            _cut(pages[picture.file], picture)
            _told(picture.name)
        _page(folder)
        _told(PAGE)


def _told(name: str) -> None:
    print(f"{name} {(HERE / name).stat().st_size // 1024} KB")


def _page(folder: Path) -> None:
    """The page of findings, of a report that clerks have worked on."""
    _run([*_FAZHI, "build", str(EXAMPLE / "report.yaml"), "-o", "text", "--to", "txt"], folder)
    text = next(folder.glob("text/*（送审稿）.txt")).read_text(encoding="utf-8")
    for right, wrong in _SLIPS:
        if right not in text:
            sys.exit(f"示例里没有“{right.strip()}”")
        text = text.replace(right, wrong, 1)
    (folder / "报告.txt").write_text(text, encoding="utf-8")
    _run([*_FAZHI, "check", "报告.txt", "-o", "page.html"], folder)
    target = (f"--screenshot={HERE / PAGE}", "--window-size=1180,760", f"--user-data-dir={folder / 'browser'}")
    _run(["chromium", *_QUIET, *target, (folder / "page.html").as_uri()], folder)


def _prepare(folder: Path) -> None:
    """What the handbook tells the clerk to do, up to the finished report."""
    _run([sys.executable, str(EXAMPLE / "make_forms.py"), "-o", "收表"], folder)
    units = str(EXAMPLE / "units.yaml")
    _run([*_FAZHI, "collect", "收表", "--units", units, "--into", "栖云县2026.yaml", "--due", "2027-01-10"], folder)
    shutil.copy(folder / "收表" / "市监局填报表.xlsx", folder)
    _run([*_FAZHI, "check", "市监局填报表.xlsx", "--annotate"], folder)
    _run([*_FAZHI, "build", str(EXAMPLE / "report.yaml"), "-o", "out"], folder)
    shutil.copy(next(folder.glob("out/*送审稿*.docx")), folder / "out.docx")


def _run(command: Iterable[str], folder: Path) -> None:
    """Findings end a command with 1, which is no fault here."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": str(FONTS), "PYTHONUTF8": "1"}
    result = subprocess.run(  # noqa: S603 - the commands are this script's own
        list(command), cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode > 1:
        sys.exit(result.stderr)


def _pdf(file: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf"), str(file)], folder)
    return folder / "pdf" / f"{file.stem}.pdf"


def _cut(pdf: Path, picture: Picture) -> None:
    page = _page_with(pdf, picture.words)
    box = [str(round(side * _POINT_PER_MM * picture.dots / 72)) for side in picture.box]
    sides = [part for pair in zip(("-x", "-y", "-W", "-H"), box, strict=True) for part in pair]
    target = HERE / picture.name
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(picture.dots), "-f", str(page), "-l", str(page), *sides]
    _run([*command, str(pdf), str(target.with_suffix(""))], HERE)


def _page_with(pdf: Path, words: tuple[str, ...]) -> int:
    pages = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 - as above
    for number, page in enumerate(pages.split("\f"), start=1):
        text = "".join(page.split())
        if all(word in text for word in words):
            return number
    sys.exit(f"{pdf.name} 里没有“{'、'.join(words)}”")


if __name__ == "__main__":
    main()
