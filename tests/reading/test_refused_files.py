"""Files that aren't read end in one finding that says what to do; nothing they hold gets any further."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from support.word_files import SPACES, attempt, p, package, zipped

from generator import packages
from generator.diagnostics import Diagnostics
from generator.reading import old_word
from generator.reading.opening import read_manuscript

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")


def _one(folder: Path, content: bytes, name: str = "报告.docx") -> tuple[str, str, str]:
    found, diagnostics = attempt(folder, content, name)
    assert found is None
    (only,) = diagnostics
    only.message.encode("gbk")
    return only.code, only.message, only.remedy


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("报告.wps", "另存为"),
        ("报告.pdf", "另存为"),
        ("报告.ofd", "另存为"),
        ("报告.rtf", "另存为"),
        ("报告.html", "记事本"),
        ("报告.zip", "解压"),
        ("报告.jpg", "识别成文字"),
        ("报告.md", "扩展名改成 .txt"),
    ],
)
def test_formats_with_a_way_out(name: str, word: str, tmp_path: Path) -> None:
    code, _, remedy = _one(tmp_path, b"anything", name)
    assert code == "LOAD201"
    assert word in remedy


@pytest.mark.parametrize(
    ("content", "name", "message", "remedy"),
    [
        (b"<!DOCTYPE html>\n<html>", "报告.txt", "源代码", "记事本"),
        ("\ufeff <div class='a'>报告</div>".encode(), "报告.txt", "源代码", "记事本"),
        ("报告如下。".encode(), "报告.docx", "其实是文本", ".txt"),
        ("报告如下。".encode("gbk"), "报告.doc", "其实是文本", ".txt"),
    ],
)
def test_what_only_has_the_name(content: bytes, name: str, message: str, remedy: str, tmp_path: Path) -> None:
    code, said, way_out = _one(tmp_path, content, name)
    assert code == "LOAD201"
    assert message in said
    assert remedy in way_out


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "LOAD202", id="empty"),
        pytest.param(b"%PDF-1.7", "LOAD201", id="PDF"),
        pytest.param(b"{\\rtf1", "LOAD201", id="RTF"),
        pytest.param(b"<html></html>", "LOAD201", id="web page"),
        pytest.param(b"PK\x03\x04 cut off", "LOAD202", id="no archive"),
        pytest.param(package(p("字。"))[:-40], "LOAD202", id="cut off"),
        pytest.param(zipped({"a.txt": b"a"}), "LOAD201", id="other archive"),
        pytest.param(zipped({"word/document.xml": b"<w:document"}), "LOAD202", id="broken XML"),
        pytest.param(zipped({"word/document.xml": b"<a/>"}), "LOAD201", id="other XML"),
        pytest.param(package(p()), "LOAD206", id="no text"),
        pytest.param(_OLE.replace(b"W\0o\0", b"X\0o\0"), "LOAD201", id="other OLE"),
        pytest.param(_OLE + "EncryptedPackage".encode("utf-16-le"), "LOAD205", id="password"),
    ],
)
def test_content_counts_and_not_the_name(content: bytes, code: str, tmp_path: Path) -> None:
    assert _one(tmp_path, content)[0] == code


def test_binary_text_is_refused(tmp_path: Path) -> None:
    assert _one(tmp_path, bytes(range(256)) * 9, "报告.txt")[0] == "LOAD206"


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert _one(tmp_path, zipped({"word/document.xml": bomb.encode()}))[0] == "LOAD204"


def test_an_archive_that_grows_is_refused(tmp_path: Path) -> None:
    """100 MB of one paragraph, packed into 100 KB."""
    text = b"\xe6\xb3\x95" * (100 << 20 >> 2)
    body = f"<w:document {SPACES}><w:body><w:p><w:r><w:t>".encode() + text + b"</w:t></w:r></w:p></w:body></w:document>"
    code, message, _ = _one(tmp_path, zipped({"word/document.xml": body}))
    assert code == "LOAD203"
    assert "32 MB" in message


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("字") + "</w:sdtContent></w:sdt>" * 5000
    assert _one(tmp_path, package(deep))[0] == "LOAD203"


def test_too_many_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_ELEMENTS", 1000)
    assert _one(tmp_path, package("<w:p/>" * 2000))[0] == "LOAD203"


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    """The directory says that the part is small; what comes out of it is counted."""
    raw = bytearray(package(p("字。" * 200)))
    body = raw.find(b"PK\x01\x02")
    raw[body + 24 : body + 28] = struct.pack("<I", 10)
    found, _ = attempt(tmp_path, bytes(raw))
    assert found is not None
    assert len(found.lines[0].text) == 400


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.docx", tmp_path):
        diagnostics = Diagnostics()
        assert read_manuscript(path, diagnostics) is None
        assert [each.code for each in diagnostics] == ["LOAD200"]


def test_old_files_need_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_office", lambda: None)
    code, message, remedy = _one(tmp_path, _OLE, "报告.doc")
    assert (code, "LibreOffice" in message, "另存为" in remedy) == ("LOAD208", True, True)


def test_an_office_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(old_word, "_office", lambda: str(script))
    monkeypatch.setattr(old_word, "SECONDS", 0.2)
    assert _one(tmp_path, _OLE, "报告.doc")[0] == "LOAD209"


def test_an_office_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_office", lambda: "/bin/true")
    assert _one(tmp_path, _OLE, "报告.doc")[0] == "LOAD202"


@pytest.mark.parametrize("levels", [10, 24])
def test_boxes_within_boxes_are_read_once(levels: int, tmp_path: Path) -> None:
    """However deep, each is read once, and Python's own depth is never reached."""
    begin = "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>外</w:t></w:r></w:p>"
    end = "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    found, _ = attempt(tmp_path, package(begin * levels + p("里") + end * levels))
    assert found is not None
    assert [line.text for line in found.lines] == ["外"] * levels + ["里"]


def test_tables_within_tables(tmp_path: Path) -> None:
    begin, end = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"
    found, _ = attempt(tmp_path, package(begin * 40 + p("里") + end * 40))
    assert found is not None
    assert [cell.text for line in found.lines for row in line.rows for cell in row] == ["", "里"]
