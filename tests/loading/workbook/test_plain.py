"""The short way through a sheet tells what the long one does, and takes no sheet that isn't plain."""

from __future__ import annotations

import random
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from support.books import changed

from generator.diagnostics import Diagnostics
from generator.loading.workbook import plain
from generator.loading.workbook.markup import MOST_DEPTH, Budget
from generator.loading.workbook.opening import open_workbook
from generator.loading.workbook.refusals import RefusedError
from generator.loading.workbook.scan import Scan, scan_sheet

_DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"
_CELLS = (
    b'<row r="1" spans="1:3" ht="15" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="12" t="s"><v>3</v></c>'
    b'<c r="B1" s="0"/><c r="C1" t="inlineStr">'
    b'<is><t xml:space="preserve"> &#25351;&amp;\xe6\xa0\x87</t></is></c></row>'
    b'<row r="7"><c r="AB7" s="4"><f>SUM(A1:A3)&amp;"x"</f><v>1.5</v></c>'
    b'<c r="AC7" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    b'<c r="AD7" s="2"><f t="shared" ref="AD7:AD9" si="0">A1</f></c>'
    b'<c r="AE7" t="str"><f aca="false">""</f><v></v></c>'
    b'<c r="AF7" s="3"><f t="shared" si="0"/><v/></c><c r="AG7" s="3"></c></row><row r="8"/><row r="9"></row>'
)
_PLAIN = _DECLARED + _HEAD + _CELLS + _TAIL


def _long(xml: bytes, elements: int) -> tuple[Scan | str, int]:
    budget = Budget(elements)
    try:
        return scan_sheet("表", xml, budget), budget.left
    except RefusedError as refused:
        return str((refused.code, refused, refused.sheet, refused.cell)), 0


def _either(xml: bytes, elements: int = 5000) -> bool:
    """Whether the sheet was plain; both ways tell the same, the budget's rest included."""
    budget = Budget(elements)
    found = plain.scan_plain("表", xml, budget)
    if found is None:
        assert budget.left == elements
        return False
    assert (found, budget.left) == _long(xml, elements)
    return True


def _sheets(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")}


def test_the_sheets_of_our_own_workbooks_are_plain(small: Path) -> None:
    sheets = _sheets(small)
    assert len(sheets) > 5
    assert all(_either(xml, 100_000) for xml in sheets.values())


def test_both_ways_read_the_same_workbook(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With numbers, days, formulas and text in it; the reader of values is given the cells alone."""
    file = changed(small, _fill, "every.xlsx")
    found = Diagnostics()
    short = open_workbook(file, found)
    monkeypatch.setattr(plain, "scan_plain", lambda *_: None)
    assert short is not None
    assert short == open_workbook(file, found)
    values = [value for sheet in short.sheets for line in sheet.values for value in line]
    assert all(each in values for each in (12.5, True, date(2026, 3, 4), " 字\n&<>"))


def _fill(book: Workbook) -> None:
    for sheet in book.worksheets[1:4]:
        row = sheet.max_row + 3
        values: tuple[float | bool | date | str, ...] = (12.5, True, date(2026, 3, 4), "=1+1", " 字\n&<>", "#N/A")
        for column, value in enumerate(values, start=1):
            sheet.cell(row, 2 * column).value = value


def test_every_kind_of_plain_cell() -> None:
    assert _either(_PLAIN)
    found = plain.scan_plain("表", _PLAIN, Budget())
    assert found is not None
    assert found.formats == {(0, 0): 12, (6, 27): 4, (6, 31): 3}
    assert found.uncomputed == {(6, 29), (6, 31)}
    assert found.errors == {(6, 28)}
    assert (found.rows, found.columns, len(found.formulas)) == (7, 32, 5)


@pytest.mark.parametrize(
    "xml",
    [
        _HEAD + _TAIL,
        _PLAIN.replace(_DECLARED, b""),
        _PLAIN.replace(b"<sheetData>", b'<cols><col min="1" max="2" width="9"/></cols><sheetData>'),
        _PLAIN.replace(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'),
        _PLAIN.replace(b"</sheetData>", b"</sheetData><extLst><ext><xm:f>A1</xm:f></ext></extLst>"),
        _PLAIN.replace(b"</sheetData>", b"</sheetData><x>" + b"<formula1>A1</formula1>" * 200 + b"</x>"),
    ],
)
def test_what_may_stand_around_plain_cells(xml: bytes) -> None:
    assert _either(xml)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="A1" s="12"', b'<c s="12" r="A1"'),
        (b'<c r="A1"', b"<c r='A1'"),
        (b'<c r="A1"', b'<c  r="A1"'),
        (b'<c r="A1"', b"<c"),
        (b'<c r="A1"', b'<c r="a1"'),
        (b'<c r="A1"', b'<c r="A0"'),
        (b'<c r="A1"', b'<c r="A&#49;"'),
        (b'<c r="A1"', b'<c r="A1" r="XFD1048576"'),
        (b'<c r="A1"', b'<c r="XFD1048576"'),
        (b'<c r="A1"', b'<c r="A1" x="&lt;c"'),
        (b'<c r="A1"', b'<x:c r="A1"'),
        (b'<c r="B1" s="0"/>', b'<!--<c r="B1" s="0"/>-->'),
        (b'<c r="B1" s="0"/>', b'<![CDATA[<c r="B1" s="0"/>]]>'),
        (b'<c r="B1" s="0"/>', b'<?x <c r="B1" s="0"/>?>'),
        (b'<c r="B1" s="0"/>', b'\0<c r="B1" s="0"/>'),
        (b'<c r="B1" s="0"/>', b"\0"),
        (b'<c r="B1" s="0"/>', b"\1"),
        (b'<c r="B1" s="0"/>', b'<c r="B1" s="0"> </c>'),
        (b'<c r="B1" s="0"/>', b' <c r="B1" s="0"/>'),
        (b'<c r="B1" s="0"/>', b'<c r="B1" s="0"><c r="XFD9"><v>1</v></c></c>'),
        (b'<row r="8"/>', b'<ro<c r="B1" s="0"/>w r="8"/>'),
        (b'<row r="8"/>', b'<row r="8" ht="1" ht="2"/>'),
        (b'<row r="8"/>', b'<row r="8" r="9"/>'),
        (b'<row r="8"/>', b'<row r="x"/>'),
        (b'<row r="8"/>', b"<row/>"),
        (b'<row r="8"/>', b'<row r="8" ht="&#49;"/>'),
        (b'<row r="8"/>', b"<row r=\"8\" ht='1'/>"),
        (b'<row r="8"/>', b'<row r="8"><row r="9"></row></row>'),
        (b'<row r="8"/>', b'<row r="8">'),
        (b'<row r="8"/>', b"</sheetData><sheetData>"),
        (b'<row r="8"/>', b'<c r="A8"><v>1</v></c>'),
        (b"&#25351;", b"&#0;"),
        (b"&#25351;", b"&#11;"),
        (b"&#25351;", b"&#55296;"),
        (b"&#25351;", b"&#65535;"),
        (b"&#25351;", b"&#x6307;"),
        (b"&#25351;", b"&bomb;"),
        (b"&#25351;", b"&"),
        (b"&#25351;", b"]]>"),
        (b"&#25351;", b"\x0b"),
        (b"&#25351;", b"\r\n"),
        (b"&#25351;", b"\xff"),
        (b"&#25351;", b"\xed\xa0\x80"),
        (b"&#25351;", b"\xef\xbf\xbf"),
        (b"<v>3</v>", b"<v>3</v><v>4</v>"),
        (b"<v>3</v>", b"<v>3<v>4</v></v>"),
        (b"<v>3</v>", b"<x:v>3</x:v>"),
        (b"<v>3</v>", b"<v>3</v >"),
        (b"<v>3</v>", b"<v>3"),
        (b"<v>3</v>", b"<is><r><t>3</t></r></is>"),
        (b' t="shared" si="0"', b' t="shared" t="shared"'),
        (b"<sheetData>", b"<!-- <sheetData> --><sheetData>"),
        (b"<sheetData>", b'<c r="XFD9"><v>1</v></c><sheetData>'),
        (b"<sheetData>", b'<x a="<sheetData>"/><sheetData>'),
        (b"<sheetData>", b'<row r="x"/><sheetData>'),
        (b"<sheetData>", b"<sheetData ><sheetData>"),
        (b"<sheetData>", b"<a>" * (MOST_DEPTH - 5) + b"<sheetData>"),
        (b"<worksheet", b"<!DOCTYPE w><worksheet"),
        (b"<worksheet", b"<x:worksheet"),
        (b"UTF-8", b"GBK"),
        (b"UTF-8", b"UTF-16"),
        (_TAIL, b"</sheetData>"),
        (_TAIL, b"</worksheet>"),
        (_TAIL, _TAIL + b"<a/>"),
        (_TAIL, b'</sheetData><mergeCells><mergeCell a="1" ref="A1:B2"/></mergeCells></worksheet>'),
        (_TAIL, b'</sheetData><mergeCells><x:mergeCell ref="A1:B2"/></mergeCells></worksheet>'),
    ],
)
def test_anything_else_goes_the_long_way(old: bytes, new: bytes) -> None:
    assert old in _PLAIN
    assert not _either(_PLAIN.replace(old, new, 1))


def test_a_sheet_with_more_elements_than_are_left_goes_the_long_way() -> None:
    elements = 5000 - _long(_PLAIN, 5000)[1]
    assert _either(_PLAIN, elements)
    assert not _either(_PLAIN, elements - 1)


def test_mangled_sheets_are_told_alike(small: Path) -> None:
    """Bits of one sheet cut, doubled, moved and exchanged, at the ends of tags and within them."""
    chance = random.Random(20260101)  # noqa: S311 - the same every time
    whole = _PLAIN.replace(_TAIL, b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>')
    odd = [
        b"<",
        b">",
        b"/",
        b'"',
        b"&",
        b" ",
        b"\0",
        b"<c ",
        b"</c>",
        b"<v>",
        b"<row ",
        b"XFD",
        b"99999",
        b"<!--",
        b"-->",
    ]
    taken = 0
    for _ in range(3000):
        xml = whole
        for _ in range(chance.randint(1, 2)):
            at, to = sorted(chance.choices(range(len(xml) + 1), k=2))
            to = min(to, at + chance.choice((0, 1, 3, 40)))
            put = chance.choice((b"", chance.choice(odd), xml[at:to] * 2, whole[to : to + 30]))
            xml = xml[:at] + put + xml[to:]
        taken += _either(xml)
    assert 50 < taken < 2500
