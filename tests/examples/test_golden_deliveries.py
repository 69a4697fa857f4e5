"""Golden files of every delivery of every example: `--update-golden` writes them anew.

The first delivery of an input stands there whole, a paragraph or row a line; each other one as what differs from it,
so that a golden file shows what a reader's version is made of.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.inputs import ROOT
from support.packages import NAMES, parts

from generator.workflows.build import Order, build

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(
    file
    for file in (ROOT / "examples").glob("*/*.yaml")
    if re.search(r"^主体:", file.read_text(encoding="utf-8"), re.MULTILINE)
)
_W = f"{{{NAMES['w']}}}"
_ITSELF_A_LINE = (f"{_W}p", f"{_W}sectPr", f"{_W}tblPr", f"{_W}tblGrid", f"{_W}trPr", f"{_W}tcPr")
_SMALL_PARTS = ("[Content_Types].xml", "word/_rels/document.xml.rels", "docProps/core.xml", "docProps/custom.xml")
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')


def _ids(file: Path) -> str:
    return f"{file.parent.name}-{file.stem}"


def _built(file: Path, folder: Path) -> dict[str, dict[str, bytes]]:
    """The parts of every delivery by its file name, in the order of 报送."""
    written = build(Order([file], folder)).written
    return {each.stem.rpartition("（")[2].rstrip("）") or each.stem: parts(each.read_bytes()) for each in written}


def _lines(element: ET.Element) -> list[str]:
    """The XML of an element, a paragraph or property group a line."""
    if element.tag in _ITSELF_A_LINE or len(element) == 0:
        return [_DECLARED.sub("", ET.tostring(element, encoding="unicode").strip())]
    start = ET.Element(element.tag, dict(sorted(element.attrib.items())))
    head = _DECLARED.sub("", ET.tostring(start, encoding="unicode")).replace(" />", ">")
    return [head, *(line for child in element for line in _lines(child)), f"</{head[1:].split('>')[0].split(' ')[0]}>"]


def _readable(package: dict[str, bytes]) -> list[str]:
    """The document and the small parts, masked where they hold the input's hash."""
    for prefix, uri in NAMES.items():
        ET.register_namespace(prefix, uri)
    made = ["== word/document.xml", *_lines(ET.fromstring(package["word/document.xml"]))]  # noqa: S314 - just written
    for name in _SMALL_PARTS:
        made += [f"== {name}", *package[name].decode().replace("><", ">\n<").splitlines()]
    return [_HASH.sub("(hash)", line) for line in made]


def _differences(first: list[str], other: list[str]) -> list[str]:
    """What `other` has and `first` hasn't, and the other way round, without line numbers."""
    lines = difflib.unified_diff(first, other, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("file", INPUTS, ids=_ids)
def test_every_delivery_is_as_it_was(
    file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    update_golden: bool,  # noqa: FBT001 - a fixture
) -> None:
    """A change of any version of any example shows here."""
    packages = _built(file, tmp_path_factory.mktemp("out"))
    assert packages, "nothing was built"
    first, *others = packages
    whole = _readable(packages[first])
    made = {f"{_ids(file)}.{first}.xml": whole}
    made |= {f"{_ids(file)}.{name}.diff": _differences(whole, _readable(packages[name])) for name in others}
    GOLDEN.mkdir(exist_ok=True)
    if update_golden:
        for old in GOLDEN.glob(f"{_ids(file)}.*"):
            old.unlink()
        for name, lines in made.items():
            (GOLDEN / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    there = {each.name: each.read_text(encoding="utf-8").splitlines() for each in GOLDEN.glob(f"{_ids(file)}.*")}
    assert sorted(there) == sorted(made)
    for name, lines in made.items():
        assert lines == there[name], f"{name} changed: look at it, then --update-golden"


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to an example that is there."""
    known = tuple(f"{_ids(file)}." for file in INPUTS)
    assert [each.name for each in GOLDEN.iterdir() if not each.name.startswith(known)] == []
