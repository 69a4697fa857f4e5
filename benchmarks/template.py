"""The template that docxtpl fills: our base package, its body replaced by Jinja tags around our own styles."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from plan import Grid, Line, blocks_of

_BODY = re.compile(r"(?<=<w:body>).*(?=<w:sectPr>)", re.DOTALL)
_WORD_BODY = "word/document.xml"


def empty_package(docx: bytes) -> bytes:
    """A Word file of ours without its text: base package, styles and page only."""
    return _with_body(docx, "")


def template_package(docx: bytes) -> bytes:
    """A template able to make the report `docx` again: a loop, and a branch for every style used in it."""
    blocks = blocks_of(docx)
    styles = dict.fromkeys(block.style for block in blocks if isinstance(block, Line))
    branches = "".join(
        _tag(f"p if block.style == '{style}'" if place == 0 else f"p elif block.style == '{style}'")
        + _paragraph("{{ block.text }}", style)
        for place, style in enumerate(styles)
    )
    grids = [block for block in blocks if isinstance(block, Grid)]
    alike = len({len(row) for grid in grids for row in grid.rows}) == 1
    table = _tag("p else") + (_table(grids[0]) if alike else _any_table(grids[0])) if grids else ""
    loop = _tag("p for block in blocks") + branches + table + _tag("p endif") + _tag("p endfor")
    return _with_body(docx, loop)


def _table(grid: Grid) -> str:
    """One row for the head, one repeated row for the rest; the cells of a row repeat sideways in neither."""
    head, first = grid.rows[0], grid.rows[1]
    wide = round(8844 / len(head))
    columns = f'<w:gridCol w:w="{wide}"/>' * len(head)
    rows = (
        _row([_paragraph(f"{{{{ block.head[{n}] }}}}", cell.style) for n, cell in enumerate(head)], wide),
        _row([_tag("tr for row in block.rows")], wide),
        _row([_paragraph(f"{{{{ row[{n}] }}}}", cell.style) for n, cell in enumerate(first)], wide),
        _row([_tag("tr endfor")], wide),
    )
    properties = '<w:tblPr><w:tblStyle w:val="FzTable"/><w:tblW w:w="8844" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _any_table(grid: Grid) -> str:
    """Rows and cells repeated, for tables that differ in their columns."""
    cell = grid.rows[-1][0]
    inner = [_tag("tc for cell in row"), _paragraph("{{ cell }}", cell.style), _tag("tc endfor")]
    rows = (
        _row([_tag("tr for row in [block.head] + block.rows")], 8844),
        _row(inner, 2211),
        _row([_tag("tr endfor")], 8844),
    )
    properties = '<w:tblPr><w:tblStyle w:val="FzTable"/><w:tblW w:w="8844" w:type="dxa"/></w:tblPr>'
    return f'<w:tbl>{properties}<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def _row(cells: list[str], wide: int) -> str:
    inner = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f"<w:tr>{inner}</w:tr>"


def _tag(text: str) -> str:
    return _paragraph("{%" + text + " %}", "FzBody")


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _with_body(docx: bytes, body: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == _WORD_BODY:
                data = _BODY.sub(lambda _: body, data.decode()).encode()
            new.writestr(entry.filename, data)
    return made.getvalue()
