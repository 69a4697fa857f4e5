"""Hostile and broken workbooks: each ends in one message, within two seconds and 300 MB."""

from __future__ import annotations

import io
import json
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook
from support.books import cell_at, changed, read

from generator.models.knowledge import Knowledge

_SECONDS, _BYTES = 8.0, 300 * 1024 * 1024
_SHEET = "xl/worksheets/sheet2.xml"

_RUN = """\
import json, os, sys, time
from pathlib import Path
from generator.diagnostics import Diagnostics
from generator.loading.workbook.opening import open_workbook

def run(name):
    started, found = time.process_time(), Diagnostics()
    opened = open_workbook(Path(name), found)
    status = Path("/proc/self/status").read_text().splitlines()
    used = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    told = [[each.code, each.message, each.remedy] for each in found]
    print(json.dumps([opened is not None, time.process_time() - started, used, told]), flush=True)

for line in sys.stdin:
    if os.fork() == 0:
        run(line.rstrip())
        os._exit(0)
    if os.wait()[1] != 0:
        print("null", flush=True)
"""


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _with_cell(reference: str) -> Callable[[Path], bytes]:
    """A value far out."""

    def make(file: Path) -> bytes:
        parts = _parts(file)
        row = re.sub("[A-Z]", "", reference)
        extra = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row></sheetData>'
        parts[_SHEET] = parts[_SHEET].replace(b"</sheetData>", extra.encode())
        return _zipped(parts)

    return make


def _with_document_type(file: Path) -> bytes:
    parts = _parts(file)
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9)
    )
    parts[_SHEET] = re.sub(rb"(<\?xml[^>]*\?>)?<worksheet", bomb + b"]><worksheet", parts[_SHEET], count=1)
    return _zipped(parts)


def _bomb(name: str, inside: bytes) -> Callable[[Path], bytes]:
    """A part that is small in the file and huge outside."""

    def make(file: Path) -> bytes:
        parts = _parts(file)
        parts[name] = inside
        return _zipped(parts)

    return make


def _lying(file: Path) -> bytes:
    """A bomb whose directory says that it is small."""
    raw = bytearray(_bomb("xl/sharedStrings.xml", b"<sst>" + b" " * (70 << 20) + b"</sst>")(file))
    size = struct.pack("<I", (70 << 20) + 11)
    while (at := raw.find(size)) >= 0:
        raw[at : at + 4] = struct.pack("<I", 1000)
    return bytes(raw)


def _many_cells(file: Path) -> bytes:
    parts = _parts(file)
    parts[_SHEET] = parts[_SHEET].replace(b"</sheetData>", b"<row>" + b"<c/>" * 3_000_000 + b"</row></sheetData>")
    return _zipped(parts)


def _deep(file: Path) -> bytes:
    parts = _parts(file)
    parts[_SHEET] = parts[_SHEET].replace(b"</sheetData>", b"<row>" * 100_000 + b"</sheetData>")
    return _zipped(parts)


def _many_parts(file: Path) -> bytes:
    return _zipped(_parts(file) | {f"xl/worksheets/x{number}.xml": b"" for number in range(5000)})


def _cut(file: Path) -> bytes:
    return file.read_bytes()[:-4000]


def _spoiled(file: Path) -> bytes:
    raw = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        begin = archive.getinfo(_SHEET).header_offset
    return raw[: begin + 200] + b"\xff" * 300 + raw[begin + 500 :]


def _twice(file: Path) -> bytes:
    target = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(_SHEET, b"<worksheet/>")
    return target.getvalue()


def _wrong_address(file: Path) -> bytes:
    parts = _parts(file)
    parts[_SHEET] = parts[_SHEET].replace(b"</sheetData>", b'<row><c r="99999999999A"><v>1</v></c></row></sheetData>')
    return _zipped(parts)


def _without_workbook(file: Path) -> bytes:
    parts = _parts(file)
    del parts["xl/workbook.xml"]
    return _zipped(parts)


def _word(_: Path) -> bytes:
    return _zipped({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<r/>", "word/document.xml": b"<w/>"})


def _encrypted(_: Path) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 400


def _ods(rows: str, extra: bytes = b"") -> bytes:
    cell = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
    body = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="表"><table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return _zipped({"mimetype": kind, "content.xml": body.encode(), "META-INF/manifest.xml": extra or b"<m/>"})


def _xls(row: int) -> bytes:
    """A compound file with one stream Workbook that has a cell in that row."""
    stream = struct.pack("<HHHHHH", 0x0809, 8, 0x0600, 5, 0, 0)
    stream += struct.pack("<HHHHHd", 0x0203, 14, row, 255, 0, 1.0)
    stream = stream.ljust(4096, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", 0xFFFFFFFF) * 108
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    name = "Workbook".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2) + b"\2" + b"\0" * 49 + struct.pack("<IQ", 2, 4096)
    return head + struct.pack("<128I", *table) + entry.ljust(512, b"\0") + stream


_HUGE = 70 << 20
HOSTILE: list[tuple[str, str, Callable[[Path], bytes]]] = [
    ("最后一格.xlsx", "LOAD145", _with_cell("XFD1048576")),
    ("太多行.xlsx", "LOAD145", _with_cell("A1048576")),
    ("太多列.xlsx", "LOAD145", _with_cell("XFD1")),
    ("格地址.xlsx", "LOAD142", _wrong_address),
    ("实体炸弹.xlsx", "LOAD144", _with_document_type),
    ("字串炸弹.xlsx", "LOAD143", _bomb("xl/sharedStrings.xml", b"<sst>" + b" " * _HUGE + b"</sst>")),
    ("表炸弹.xlsx", "LOAD143", _bomb(_SHEET, b"<worksheet>" + b" " * _HUGE + b"</worksheet>")),
    ("谎报大小.xlsx", "LOAD143", _lying),
    ("格子太多.xlsx", "LOAD143", _many_cells),
    ("嵌套太深.xlsx", "LOAD143", _deep),
    ("部件太多.xlsx", "LOAD143", _many_parts),
    ("没传完.xlsx", "LOAD142", _cut),
    ("坏了.xlsx", "LOAD142", _spoiled),
    ("同名部件.xlsx", "LOAD142", _twice),
    ("没有工作簿.xlsx", "LOAD142", _without_workbook),
    ("空.xlsx", "LOAD142", lambda _: b""),
    ("其实是Word.xlsx", "LOAD140", _word),
    ("压缩包.xlsx", "LOAD140", lambda _: _zipped({"表.txt": b"1"})),
    ("网页.xls", "LOAD140", lambda _: b"<html><table><tr><td>1</td></tr></table></html>"),
    ("文字.xlsx", "LOAD140", lambda _: "收到12件".encode()),
    ("二进制.xlsb", "LOAD140", lambda file: file.read_bytes()),
    ("金山.et", "LOAD140", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("密码.xlsx", "LOAD141", _encrypted),
    ("密码.ods", "LOAD141", lambda _: _ods("1", b"<m><encryption-data/></m>")),
    ("重复的行.ods", "LOAD145", lambda _: _ods("1048576")),
    ("重复太多.ods", "LOAD145", lambda _: _ods("99999999999999")),
    ("远处一格.xls", "LOAD145", lambda _: _xls(65535)),
    ("旧版坏了.xls", "LOAD142", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
]


@pytest.fixture(scope="module")
def opener() -> Iterator[Callable[[Path], Any]]:
    """Opens every file in a process of its own, split off from one that holds nothing but the reader."""
    with subprocess.Popen([sys.executable, "-c", _RUN], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as clean:
        assert clean.stdin is not None
        assert clean.stdout is not None
        stdin, stdout = clean.stdin, clean.stdout

        def run(file: Path) -> Any:
            stdin.write(f"{file}\n".encode())
            stdin.flush()
            return json.loads(stdout.readline())

        yield run
        stdin.close()


@pytest.mark.parametrize(("name", "code", "make"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_one_message_in_time_and_space(
    opener: Callable[[Path], Any], small: Path, tmp_path: Path, name: str, code: str, make: Callable[[Path], bytes]
) -> None:
    file = tmp_path / name
    file.write_bytes(make(small))
    opened, seconds, used, told = opener(file)
    assert not opened
    assert [each[0] for each in told] == [code]
    assert all(each[1] and each[2] for each in told)
    assert seconds < _SECONDS
    assert used < _BYTES


def test_text_that_looks_like_a_formula_stays_text(small: Path, knowledge: Knowledge) -> None:
    typed = '=HYPERLINK("http://example.invalid","点")'

    def inject(book: Workbook) -> None:
        cell = cell_at(book, "1", "标题", "列表:不足")
        cell.value, cell.data_type = typed, "s"

    result = read(changed(small, inject), knowledge)
    assert result.codes() == []
    assert result.data["不足"][0]["标题"] == typed


def test_links_to_other_files_and_macros_are_told(small: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    parts = _parts(small)
    relation = (
        b'<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"'
        b' Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", relation)
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        '<Relationships><Relationship Id="r" Type="a/externalLinkPath" TargetMode="External" '
        'Target="file:///D:/%E5%8F%B0%E8%B4%A6/汇总.xlsx"/></Relationships>'.encode()
    )
    parts["xl/vbaProject.bin"] = b"macro"
    file = tmp_path / "带宏.xlsm"
    file.write_bytes(_zipped(parts))
    result = read(file, knowledge)
    assert sorted(result.codes()) == ["LOAD147", "LOAD148"]
    assert any("汇总.xlsx" in each.message and "D:" not in each.message for each in result.found)
    assert result.data["指标"]["行政复议"]["收到"] == "12"


def test_a_foreign_workbook_is_refused_with_the_way_out(tmp_path: Path, knowledge: Knowledge) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "复议收到"
    file = tmp_path / "自己的表.xlsx"
    book.save(file)
    result = read(file, knowledge)
    assert result.codes() == ["LOAD150"]
    assert "fazhi form" in result.found[0].remedy


def test_spoiled_bytes_never_raise(small: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    raw = small.read_bytes()
    file = tmp_path / "坏.xlsx"
    for seed in range(40):
        at = zlib.crc32(bytes([seed])) % (len(raw) - 40)
        file.write_bytes(raw[:at] + bytes((seed * 7 + n) % 256 for n in range(20)) + raw[at + 20 :])
        result = read(file, knowledge)
        assert result.filled is not None or len(result.found) >= 1
