"""Compiled templates are kept where only this user can write, and nothing depends on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.composing.bytecode import kept_bytecode
from generator.composing.environment import make_environment, render

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of files are another matter there")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where templates will be kept; it isn't there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "fazhi" / "templates"


def made(folder: Path, text: str = "") -> str:
    """What a template gives; `text` is written to it first."""
    folder.mkdir(exist_ok=True)
    if text:
        (folder / "t.j2").write_text(text, encoding="utf-8")
    return str(render(make_environment((folder,), {}), "t.j2", {"名": "甲"}))


def test_a_kept_template_is_used_again(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(tmp_path / "t", "<p>{{ 名 }}</p>") == '<p t="t.j2:1">甲</p>'
    (file,) = kept.iterdir()
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_, **__: pytest.fail("compiled again"))
    assert made(tmp_path / "t") == '<p t="t.j2:1">甲</p>'
    assert file.stat().st_mode & 0o077 == 0
    assert kept.stat().st_mode & 0o077 == 0


def test_a_changed_template_is_compiled_anew_in_its_place(tmp_path: Path, kept: Path) -> None:
    made(tmp_path / "t", "旧")
    assert made(tmp_path / "t", "新") == "新"
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"j2\x05\x00\x00\x00", bytes(range(256))])
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, kept: Path, rubbish: bytes) -> None:
    made(tmp_path / "t", "甲")
    (file,) = kept.iterdir()
    right = file.read_bytes()
    for spoilt in (rubbish, right[: len(right) // 2], right[:-1]):
        file.write_bytes(spoilt)
        assert made(tmp_path / "t") == "甲"


@pytest.mark.parametrize("which", ["templates", "fazhi", "cache"])
def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path, kept: Path, which: str) -> None:
    assert kept_bytecode() is not None
    folder = {"templates": kept, "fazhi": kept.parent, "cache": kept.parent.parent}[which]
    for mode in (0o777, 0o770, 0o707):
        folder.chmod(mode)
        assert kept_bytecode() is None
        assert made(tmp_path / "t", "甲") == "甲"
    assert not list(kept.iterdir())


def test_a_link_to_another_folder_is_not_used(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    kept.parent.mkdir(parents=True)
    kept.symlink_to(tmp_path / "elsewhere")
    assert kept_bytecode() is None


def test_a_folder_of_another_user_is_not_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_bytecode() is not None
    monkeypatch.setattr("os.geteuid", lambda: kept.stat().st_uid + 1)
    assert kept_bytecode() is None


@pytest.mark.parametrize("base", ["relative", "/proc/nothing", "/dev/null"])
def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    monkeypatch.chdir(tmp_path)
    assert kept_bytecode() is None
    assert made(tmp_path / "t", "甲") == "甲"
    assert [each.name for each in tmp_path.iterdir()] == ["t"]
