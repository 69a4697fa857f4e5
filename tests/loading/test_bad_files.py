"""Files that can't be taken as they are: each has its own code, and none takes long or raises."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.marked import is_for_clerks, spots

from generator.diagnostics import Diagnostics, Severity
from generator.loading.files import MOST_BYTES
from generator.loading.yaml import parse_yaml, read_yaml

CHINESE = "格式: 1\n年度: 2022\n正文:\n  - 今年以来，全县法治政府建设取得新的进展。\n"


def _bomb(_: Path) -> bytes:
    lines = ["甲: &a0 [一, 一, 一, 一, 一, 一, 一, 一, 一]"]
    lines += [f"乙{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    return "\n".join(lines).encode()


def _zip(path: Path) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path.read_bytes()


Contents = bytes | Callable[[Path], bytes]

BAD: dict[str, tuple[Contents, list[str]]] = {
    "empty": (b"", ["LOAD008"]),
    "only a comment": ("# 年度报告\n".encode(), ["LOAD008"]),
    "only blanks": (b"  \n\n", ["LOAD008"]),
    "50 MB": (b"#" * (50 * 1024 * 1024), ["LOAD004"]),
    "one byte too large": (b"#" * (MOST_BYTES + 1), ["LOAD004"]),
    "a workbook": (_zip, ["LOAD005"]),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ["LOAD005"]),
    "a PDF": (b"%PDF-1.7\n", ["LOAD005"]),
    "binary": (bytes(range(256)) * 20, ["LOAD005"]),
    "UTF-16 without a mark": (CHINESE.encode("utf-16-le"), ["LOAD005"]),
    "Big5": ("年度報告：本縣依法行政，推進各項工作。".encode("big5") * 9, ["LOAD006"]),
    "Latin-1": (("é" * 40).encode("latin-1") + b"\xff", ["LOAD006"]),
    "UTF-8 with a broken byte": (("年度: 2022\n主体: 德阳市罗江区人民政府和各部门").encode() + b"\xe5\n", ["LOAD006"]),
    "UTF-16 cut in the middle": (b"\xff\xfe" + "年度".encode("utf-16-le") + b"\x00", ["LOAD006"]),
    "GB18030": (CHINESE.encode("gb18030"), ["LOAD007"]),
    "UTF-16": (CHINESE.encode("utf-16"), ["LOAD007"]),
    "100,000 brackets": (b"[" * 100_000, ["LOAD010"]),
    "100,000 braces": (b"{" * 100_000, ["LOAD023", "LOAD010"]),
    "100,000 list marks": (b"- " * 100_000, ["LOAD010"]),
    "deep under a key": ("正文: ".encode() + b"[" * 100_000, ["LOAD010"]),
    "alias bomb": (_bomb, ["LOAD012"]),
    "too many items": (b"- a\n" * 200_000, ["LOAD011"]),
    "a text without end": ("段: ".encode() + "文".encode() * 200_000, ["LOAD013"]),
    "2 MB of nonsense lines": (b"a: [\n" + b"b\xef\xbc\x9ac\n" * 300_000, ["LOAD013"]),
    "2 MB of quotes": (b"a: 'x\n" * 300_000, ["LOAD025"] * 100 + ["LOAD033"]),
    "2 MB of control characters": (b"\x07\n" * 1_000_000, ["LOAD009"] * 100 + ["LOAD033"]),
}


@pytest.mark.parametrize(("contents", "codes"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_has_its_own_finding(contents: Contents, codes: list[str], tmp_path: Path) -> None:
    """Code, Chinese words, a remedy; and never a hang."""
    path = tmp_path / "report.yaml"
    path.write_bytes(contents if isinstance(contents, bytes) else contents(tmp_path / "raw"))
    diagnostics = Diagnostics()
    start = time.process_time()
    source = read_yaml(path, diagnostics)
    assert time.process_time() - start < 30
    assert [found.code for found in diagnostics] == codes
    assert all(is_for_clerks(found) for found in diagnostics)
    assert (source is None) is diagnostics.has_errors


def test_a_missing_file_names_one_like_it(tmp_path: Path) -> None:
    """A slip in the name is the usual reason."""
    (tmp_path / "report.yaml").write_text("格式: 1\n", encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_yaml(tmp_path / "reprot.yaml", diagnostics) is None
    (found,) = diagnostics
    assert found.code == "LOAD001"
    assert "report.yaml" in found.remedy


def test_a_folder_is_refused_and_its_yaml_named(tmp_path: Path) -> None:
    """Handing in the folder is the usual slip."""
    (tmp_path / "年报.yaml").touch()
    diagnostics = Diagnostics()
    assert read_yaml(tmp_path, diagnostics) is None
    (found,) = diagnostics
    assert found.code == "LOAD002"
    assert "年报.yaml" in found.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would hang."""
    os.mkfifo(tmp_path / "pipe.yaml")
    diagnostics = Diagnostics()
    assert read_yaml(tmp_path / "pipe.yaml", diagnostics) is None
    assert [found.code for found in diagnostics] == ["LOAD002"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    """The system's own words would be English."""
    path = tmp_path / "report.yaml"
    path.write_text("格式: 1\n", encoding="utf-8")
    path.chmod(0)
    diagnostics = Diagnostics()
    assert read_yaml(path, diagnostics) is None
    assert [found.code for found in diagnostics] == ["LOAD003"]


@pytest.mark.parametrize(
    "failure", [PermissionError(13, "denied"), OSError(5, "input/output error")], ids=["denied", "io"]
)
def test_a_file_that_cannot_be_opened_is_said(
    failure: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may be allowed everything, so the failure is put in."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise failure

    path = tmp_path / "report.yaml"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    diagnostics = Diagnostics()
    assert read_yaml(path, diagnostics) is None
    (found,) = diagnostics
    assert found.code == "LOAD003"
    assert is_for_clerks(found)


def test_a_name_the_system_refuses_is_a_finding() -> None:
    """A NUL in a path raises ValueError, not OSError."""
    diagnostics = Diagnostics()
    assert read_yaml(Path("a\0b.yaml"), diagnostics) is None
    assert [found.code for found in diagnostics] == ["LOAD003"]


def test_a_broken_byte_is_placed(tmp_path: Path) -> None:
    """The finding opens at the first character that can't be read."""
    path = tmp_path / "report.yaml"
    path.write_bytes("年度: 2022\n主体: 德阳市罗江区人民政府和各部门".encode() + b"\xe5\n")
    diagnostics = Diagnostics()
    read_yaml(path, diagnostics)
    assert spots(diagnostics) == [("LOAD006", 2, 19)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_same_text_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    """What is read doesn't depend on the encoding, and only UTF-8 passes without a word."""
    path = tmp_path / "report.yaml"
    path.write_bytes(CHINESE.encode(encoding))
    diagnostics = Diagnostics()
    source = read_yaml(path, diagnostics)
    assert source is not None
    assert source.text == CHINESE
    assert source.data["正文"] == ["今年以来，全县法治政府建设取得新的进展。"]
    told = [] if encoding.startswith("utf-8") else [("LOAD007", Severity.INFO)]
    assert [(found.code, found.severity) for found in diagnostics] == told


@settings(max_examples=tries(300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_random_bytes_never_raise(tmp_path: Path, raw: bytes) -> None:
    """Whatever is handed in, something is said or data come out."""
    path = tmp_path / "report.yaml"
    path.write_bytes(raw)
    diagnostics = Diagnostics()
    source = read_yaml(path, diagnostics)
    assert (source is not None) or diagnostics.has_errors


_YAML_LIKE = st.lists(
    st.sampled_from([*"年度报告：:-\"'{}[]|>&*!#%@\n\n\t 　\u00a0\\a1,?~", "- ", ": ", "  ", "{{", "}}", "<<", "---\n"])
)


@settings(max_examples=tries(600))
@given(_YAML_LIKE.map("".join))
def test_random_markup_never_raises(text: str) -> None:
    """Text made of everything that means something to YAML."""
    diagnostics = Diagnostics()
    source = parse_yaml(text, "随机.yaml", diagnostics)
    assert (source is not None) or diagnostics.has_errors
    assert all(found.message and found.remedy for found in diagnostics)
