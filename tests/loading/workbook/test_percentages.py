"""Percentages in an .ods: stored as a fraction of one, meant as they are shown."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.workbook.opening import open_workbook
from generator.loading.workbook.typed import figure

_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="表">'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def _book(folder: Path, rows: str) -> Path:
    file = folder / "表.ods"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"{_HEAD}{rows}{_TAIL}")
        archive.writestr("META-INF/manifest.xml", "<m/>")
    return file


def _cell(value: str, shown: str = "", more: str = "", kind: str = "percentage") -> str:
    text = f"<text:p>{shown}</text:p>" if shown else ""
    return f'<table:table-cell {more} office:value-type="{kind}" office:value="{value}">{text}</table:table-cell>'


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        ("0.905", "90.5%", "90.5%"),
        ("0.905", "", "90.5%"),
        ("1", "100%", "100%"),
        ("1", "100.00%", "100.00%"),
        ("0.3333333", "33.3%", "33.3%"),
        ("0", "0%", "0%"),
    ],
)
def test_a_rate_is_read_as_it_is_shown(value: str, shown: str, expected: str, tmp_path: Path) -> None:
    """Behind repeated rows and cells, too; a plain number beside it stays one whose format isn't known."""
    rows = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>'
    rows += '<table:table-cell table:number-columns-repeated="2"/>' + _cell(value, shown)
    rows += _cell("0.905", kind="float") + "</table:table-row>"
    book = open_workbook(_book(tmp_path, rows), Diagnostics())
    assert book is not None
    rate = figure(book.sheets[0].cell(2, 2), rate=True)
    assert rate.text == expected
    assert [each.code for each in rate.remarks if each.code == "LOAD168"] == []
    assert book.sheets[0].cell(2, 3).format is None


def test_endless_percentages_are_refused(tmp_path: Path) -> None:
    rows = '<table:table-row table:number-rows-repeated="15000">'
    rows += _cell("0.5", "50%", 'table:number-columns-repeated="20"') + "</table:table-row>"
    found = Diagnostics()
    assert open_workbook(_book(tmp_path, rows), found) is None
    assert len(found) == 1
