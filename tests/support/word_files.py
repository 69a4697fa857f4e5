"""Word files made by hand for the reader: the fewest parts that Word takes, around a given body."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from generator.diagnostics import Diagnostics
from generator.document.manuscript import Line, Manuscript
from generator.reading.opening import read_manuscript

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what doesn't begin with < is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tc(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<") else p(each) for each in paragraphs)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tbl(*rows: tuple[str, ...]) -> str:
    return "".join(("<w:tbl>", *(f"<w:tr>{''.join(row)}</w:tr>" for row in rows), "</w:tbl>"))


def package(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """The file; `parts` are what further parts (`styles`, `numbering`, `footnotes` …) hold, without their roots."""
    given = parts or {}
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header1": "hdr", "footer1": "ftr"}
    document = f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    written = {"word/document.xml": document}
    written |= {
        f"word/{name}.xml": f"<w:{roots[name]} {SPACES}>{text}</w:{roots[name]}>" for name, text in given.items()
    }
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for n, name in enumerate(given, start=1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name.rstrip("1")}+xml"/>' for name in given
    )
    written["word/_rels/document.xml.rels"] = _related(relations)
    written["_rels/.rels"] = _related(
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    written["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>'
    )
    return zipped({name: text.encode() for name, text in written.items()})


def _related(relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def read(folder: Path, content: bytes | str, name: str = "报告.docx") -> Manuscript:
    """What is read of a file that must be readable."""
    found, diagnostics = attempt(folder, content, name)
    assert found is not None, [each.message for each in diagnostics]
    return found


def attempt(folder: Path, content: bytes | str, name: str = "报告.docx") -> tuple[Manuscript | None, Diagnostics]:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    diagnostics = Diagnostics()
    return read_manuscript(file, diagnostics), diagnostics


def told(lines: Manuscript | tuple[Line, ...]) -> list[tuple[str, int, str, str]]:
    """Kind, level, number and text of every line."""
    all_lines = lines.lines if isinstance(lines, Manuscript) else lines
    return [(line.kind, line.level, line.number, line.text) for line in all_lines]
